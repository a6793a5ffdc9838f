"""Marks that nobody sees, other scripts inside English and quotation marks of many countries, in every format of text."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claims.extraction import extract
from claims.reading import read_all
from claims.records import Article
from claims.text.quotations import quotations
from tests.reading.article_files import WRITERS

FORMATS = ("a.txt", "a.md", "a.html", "a.docx", "a.odt", "a.rtf", "a.eml", "a.jsonl", "a.rss", "a.json")
UNSEEN = ("\u200f", "\u200e", "\u00ad", "\u200b", "\u200d", "\u2060", "\u061c", "\u0301", "\ufe0f")
WORDS = (
    "mayor",
    "harbour",
    "would",
    "reopen",
    "café",
    "Straße",
    "Łódź",
    "محافظ",
    "قال",
    "市長",
    "👩‍🚒",
    "naïve",
    "№",
    "½",
)
QUOTED = (
    "“{}”", "‘{}’", "«{}»", "« {} »", "„{}“", "»{}«", '"{}"', "“He said ‘{}’ to us”",
)  # fmt: skip

unseen = st.lists(st.sampled_from(UNSEEN), max_size=2).map("".join)
words = st.builds(
    lambda word, mark, at: word[:at] + mark + word[at:], st.sampled_from(WORDS), unseen, st.integers(1, 4)
)
paragraphs = st.builds(
    lambda before, inside, style: (
        f"The {' '.join(before)} said {style.format('We ' + ' '.join(inside))}, she told us."
    ),
    st.lists(words, max_size=6),
    st.lists(words, min_size=1, max_size=8),
    st.sampled_from(QUOTED),
)


def seen(text: str) -> str:
    """The characters that a reader sees, however they are composed."""
    kept = (
        c for c in unicodedata.normalize("NFC", text) if not c.isspace() and unicodedata.category(c) != "Cf"
    )
    return "".join(kept)


def read_as(name: str, told: list[str], folder: Path) -> Article:
    (folder / name).write_bytes(
        WRITERS[name]([("title", "Harbour to reopen"), *(("paragraph", each) for each in told)])
    )
    (article,) = (each for each in read_all(folder / name) if isinstance(each, Article))
    return article


@pytest.mark.parametrize("name", FORMATS)
def test_what_a_reader_sees_is_kept_and_blocks_are_where_they_say(name: str, tmp_path: Path) -> None:
    @settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(st.lists(paragraphs, min_size=1, max_size=4, unique=True))
    def check(told: list[str]) -> None:
        article = read_as(name, told, tmp_path)
        assert seen(article.text) == seen("Harbour to reopen" + "".join(told))
        found = [article.text[b.start : b.end] for b in article.blocks if b.kind != "title"]
        assert [seen(each) for each in found] == [seen(each) for each in told]

    check()


@settings(deadline=None, max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(paragraphs, min_size=1, max_size=3, unique=True), st.sampled_from(FORMATS))
def test_the_words_of_claims_are_where_they_say(tmp_path: Path, told: list[str], name: str) -> None:
    article = read_as(name, told, tmp_path)
    for claim in extract(article):
        for spans, words in ((claim.content, claim.content_text), (claim.cue, claim.cue_text)):
            assert all(0 <= span.start < span.end <= len(article.text) for span in spans)
            assert seen("".join(article.text[span.start : span.end] for span in spans)) == seen(
                words
            ).replace("…", "")


@pytest.mark.parametrize("style", QUOTED[:7])
def test_a_quotation_in_the_marks_of_any_country_is_whole(style: str) -> None:
    words = f"The mayor said: {style.format('We will reopen the harbour in May')}, and left."
    (found,) = quotations(words)
    assert words[found.inner_start : found.inner_end].strip() == "We will reopen the harbour in May"
