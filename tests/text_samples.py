from hypothesis import strategies as st


def texts(words: str, **sizes: int) -> st.SearchStrategy[str]:
    """Texts of any of the words."""
    return st.lists(st.sampled_from(words.split()), **sizes).map(" ".join)
