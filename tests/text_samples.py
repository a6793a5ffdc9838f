from hypothesis import strategies as st


def texts(words: str, *, min_size: int = 0, max_size: int | None = None) -> st.SearchStrategy[str]:
    """Texts of any of the words."""
    return st.lists(st.sampled_from(words.split()), min_size=min_size, max_size=max_size).map(" ".join)
