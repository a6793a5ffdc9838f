"""Names and antecedents of an article's words, and taggers that do not know them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims import extract
from claims.extraction import Attribution, Layout, NetworkTagger
from claims.extraction.layout import layout_of
from claims.reading import from_text
from claims.records import Article, Kind

TEXT = (
    "Mayor Anna Keller opened the bridge in Tarnholt on Monday.\n\n"
    "Otto Hallam, who runs the Harbour Authority, stood beside her. He said the bridge was safe."
)


class OnlyAttributions:
    """What an installed tagger may be: it knows who says what, and nothing of names."""

    def __init__(self) -> None:
        self.network = NetworkTagger()

    def attributions(self, article: Article, layout: Layout) -> list[Attribution]:
        return self.network.attributions(article, layout)

    def confidence(self, attribution: Attribution, kind: Kind) -> float:
        return self.network.confidence(attribution, kind)


def test_the_words_of_names_have_their_type_and_others_none() -> None:
    found = NetworkTagger().references(layout_of(from_text(TEXT, key="t")))

    def likeliest(words: str) -> str | None:
        start = TEXT.index(words)
        types = found.type_of(start, start + len(words))
        return max(types, key=types.__getitem__) if max(types.values()) > 0.5 else None

    assert [likeliest(w) for w in ("Anna Keller", "Otto Hallam", "stood beside", "safe")] == [
        "person",
        "person",
        None,
        None,
    ]


def test_a_pronoun_refers_to_a_name_before_it() -> None:
    found = NetworkTagger().references(layout_of(from_text(TEXT, key="t")))
    offset, _ = max(found.antecedents(TEXT.index("He said")), key=lambda pair: pair[1])
    assert offset is not None
    assert TEXT[offset:].startswith(("Otto", "Hallam"))


@pytest.mark.parametrize("text", [TEXT, "", "x", "\n\n", "He said so."])
def test_a_tagger_that_knows_attributions_only_finds_the_same_words(text: str) -> None:
    article = from_text(text, key="t")
    with_names, without = extract(article), extract(article, OnlyAttributions())
    assert [(c.mention, c.cue, c.content) for c in with_names] == [
        (c.mention, c.cue, c.content) for c in without
    ]


def test_a_tagger_that_knows_attributions_only_still_names_speakers() -> None:
    found = extract(from_text(TEXT, key="t"), OnlyAttributions())
    assert [c.speaker.name for c in found if c.speaker] == ["Otto Hallam"]


@given(st.text(alphabet="aA .\n“”\"'He", max_size=60), st.integers(0, 70), st.integers(0, 70))
def test_any_offset_has_probabilities(text: str, start: int, end: int) -> None:
    found = NETWORK.references(layout_of(from_text(text, key="t")))
    assert all(0 <= p <= 1.001 for p in found.type_of(start, end).values())
    if len(found.starts):
        chances = [p for _, p in found.antecedents(start)]
        assert sum(chances) <= 1.01


NETWORK = NetworkTagger()
