"""One article gives the same words, and so the same claims, whatever the format in which it comes."""

from datetime import date
from functools import cache
from pathlib import Path

import pytest

from claims.extraction import extract
from claims.reading import read, read_all
from claims.records import Article, Claim
from tests.reading.article_files import DATE, URL, WRITERS, Units

SAMPLE = Path(__file__).parents[2] / "seeds" / "us-iraqi-cooperation.txt"


@cache
def units() -> Units:
    article = read(SAMPLE)
    return [(b.kind, " ".join(article.text[b.start : b.end].split())) for b in article.blocks]


@cache
def claims_of_sample() -> list[tuple[str, str, str]]:
    return said(extract(read(SAMPLE)))


def said(claims: list[Claim]) -> list[tuple[str, str, str]]:
    return [(c.speaker_name, c.cue_text, c.content_text) for c in claims]


def only_article(path: Path) -> Article:
    (article,) = [each for each in read_all(path) if isinstance(each, Article)]
    return article


@pytest.mark.parametrize("name", WRITERS)
def test_the_sample_gives_its_eleven_claims_in_every_format(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(WRITERS[name](units()))
    article = only_article(tmp_path / name)
    blocks = [(b.kind, " ".join(article.text[b.start : b.end].split())) for b in article.blocks]
    assert blocks == list(units())
    assert len(claims_of_sample()) == 11
    assert said(extract(article)) == claims_of_sample()


@pytest.mark.parametrize(
    "name",
    ["a.rss", "a-feed.xml", "a.csv", "a.jsonl", "a-list.json", "a.parquet", "a.xlsx", "a.json", "a.xml"],
)
def test_what_a_format_says_of_the_article_is_kept(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(WRITERS[name](units()))
    article = only_article(tmp_path / name)
    assert (article.title, article.author, article.outlet) == (
        units()[0][1],
        "Petra Holm",
        "Norhaven Courier",
    )
    assert (article.url, article.published) == (URL, date.fromisoformat(DATE))
    assert article.key == URL


@pytest.mark.parametrize("name", ["a.eml", "a.mbox"])
def test_a_message_has_its_subject_sender_and_day(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(WRITERS[name](units()))
    article = only_article(tmp_path / name)
    assert (article.title, article.outlet) == (units()[0][1], "Harbour Press Office")
    assert article.published == date.fromisoformat(DATE)


@pytest.mark.parametrize("name", WRITERS)
def test_the_content_tells_the_format_where_the_name_has_no_ending(name: str, tmp_path: Path) -> None:
    if name in (
        "a.txt",
        "a.md",
        "a.eml",
        "a-page.eml",
        "a.mbox",
        "a.csv",
        "a.jsonl",
        "a-list.json",
        "a.json",
    ):
        pytest.skip("text that may be any text")
    (tmp_path / "article").write_bytes(WRITERS[name](units()))
    assert len(only_article(tmp_path / "article").blocks) == len(units())
