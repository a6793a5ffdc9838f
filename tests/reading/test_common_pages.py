"""Pages in the shapes of common sites: the article's words, its quotations whole, and who published what when."""

import re
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.errors import ClaimsError
from claims.reading.byline import credited
from claims.reading.html import read
from claims.reading.parsed_article import ParsedArticle
from claims.text.normalisation import normalised
from claims.text.quotations import quotations
from tests.properties import examples
from tests.reading import (
    check_pages,
    common_pages,
    desk_pages,
    frame_pages,
    long_pages,
    newsroom_pages,
    platform_pages,
    site_pages,
    world_pages,
)
from tests.reading.common_pages import CommonPage
from tests.reading.test_readers_fuzzed import damaged, damages

PAGES = (
    common_pages.PAGES
    | world_pages.PAGES
    | site_pages.PAGES
    | desk_pages.PAGES
    | frame_pages.PAGES
    | long_pages.PAGES
    | platform_pages.PAGES
    | newsroom_pages.PAGES
    | check_pages.PAGES
)
_WORD = re.compile(r"\w+(?:[’'-]\w+)*")
MEAN_F1 = 0.99
LEAST_F1 = 0.95


@cache
def parsed(name: str) -> ParsedArticle:
    return credited(read(PAGES[name].html.encode(), f"{name}.html"))


def body_of(article: ParsedArticle) -> str:
    return "\n\n".join(article.text[b.start : b.end] for b in article.blocks if b.kind != "title")


def words(texts: Sequence[str]) -> Counter[str]:
    return Counter(_WORD.findall(normalised(" ".join(texts)).replace("\u00ad", "").replace("\u200b", "")))


def word_f1(page: CommonPage, article: ParsedArticle) -> float:
    wanted, found = words(page.body), words([body_of(article)])
    shared = (wanted & found).total()
    return 2 * shared / (wanted.total() + found.total())


@pytest.mark.parametrize("name", PAGES)
def test_the_article_is_read_and_nothing_beside_it(name: str) -> None:
    assert word_f1(PAGES[name], parsed(name)) >= LEAST_F1, body_of(parsed(name))


def test_the_words_of_all_pages() -> None:
    assert len(PAGES) >= 30
    assert sum(word_f1(page, parsed(name)) for name, page in PAGES.items()) / len(PAGES) >= MEAN_F1


@pytest.mark.parametrize("name", PAGES)
def test_every_quotation_is_whole(name: str) -> None:
    wanted = [each[q.start : q.end] for each in PAGES[name].body for q in quotations(each)]
    text = normalised(body_of(parsed(name)))
    assert [quoted for quoted in wanted if normalised(quoted) not in text] == []


@pytest.mark.parametrize("name", PAGES)
def test_headline_author_and_day(name: str) -> None:
    page, article = PAGES[name], parsed(name)
    assert (article.title, article.author, article.published) == (page.title, page.author, page.day)


@examples(60)
@given(st.sampled_from(sorted(PAGES)), damages)
def test_a_damaged_page_is_an_article_or_refused(
    name: str, wanted: list[tuple[str, float, int, bytes]]
) -> None:
    """Not even an error that reading would say in one line: a page whose markup is odd is read."""
    with suppress(ClaimsError):
        credited(read(damaged(PAGES[name].html.encode(), wanted), f"{name}.html"))
