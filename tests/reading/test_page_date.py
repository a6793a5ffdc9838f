"""The day of publication: by what the page says of itself, never that of an event, nor of the copyright."""

from datetime import date

import pytest

from claims.reading.html import read

TEXT = (
    "<p>The bridge is safe, Mayor Anna Keller said on Monday in a long speech to the council of Hamm.</p>{}"
    "<p>The old bridge over the river was built after the war and carried trams until the line was given up. For "
    "years the town argued over what should become of it, and twice the plans for a new one were put away again.</p>"
)
DAY = date(2026, 5, 4)


def published(*, head: str = "", above: str = "", inside: str = "", below: str = "") -> date | None:
    article = f"<article><h1>Bridge opens</h1>{above}{TEXT.format(inside)}</article>"
    source = f"<html><head>{head}</head><body>{article}{below}</body></html>"
    return read(source.encode(), "page.html").published


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2026-05-04T10:00:00Z">',
        '<meta name="date" content="2026-05-04">',
        '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2026-05-04T10:00:00Z"}</script>',
        '<link rel="canonical" href="https://news.example/2026/05/04/bridge">',
    ],
)
def test_metadata_and_address_give_the_day_whatever_the_text_says(head: str) -> None:
    assert published(head=head, inside="<p>The old bridge fell on 3 May 2021.</p>") == DAY


@pytest.mark.parametrize(
    "line",
    [
        "<time datetime='2026-05-04T10:00'>4 May</time>",
        "<p>By Helena Strand | <time>May 4, 2026</time></p>",
        "<p>Published 4 May 2026 at 10:30 am</p>",
        "<div class='byline'>Helena Strand<br>Monday, May 4, 2026</div>",
        "<span>Posted on May 4, 2026</span>",
        "<p>By Helena Strand, May 4, 2026</p>",
    ],
)
def test_a_line_that_dates_the_page_gives_the_day(line: str) -> None:
    assert published(above=line) == DAY


@pytest.mark.parametrize(
    "inside",
    [
        "<p>The old bridge fell on 3 May 2021, killing two.</p>",
        "<p>It fell on <time datetime='2021-05-03'>3 May 2021</time>, killing two.</p>",
        "<p>It fell on 3 May 2021</p>",
        "<p>On May 3, 2021 the old bridge fell.</p>",
        "<p><img src='/2021/05/03/bridge.jpg'></p>",
        "<ul><li><a href='/2021/05/03/bridge'>Bridge falls</a> 3 May 2021</li></ul>",
    ],
)
def test_a_day_in_the_text_is_none_of_publication(inside: str) -> None:
    assert published(inside=inside) is None


@pytest.mark.parametrize(
    "below",
    [
        "<footer>© 2023 Hamm Post</footer>",
        "<div>Copyright 4 May 2023 Hamm Post</div>",
        "<aside class='related'><p>Bridge falls</p><time datetime='2021-05-03'>3 May 2021</time></aside>",
        "<div id='comments'><p>First!</p><span>May 3, 2021</span></div>",
    ],
)
def test_a_copyright_a_related_article_or_a_comment_dates_nothing(below: str) -> None:
    assert published(below=below) is None


def test_a_copyright_year_in_metadata_dates_nothing() -> None:
    assert published(head='<meta itemprop="copyrightYear" content="2023">') is None


MARKED = 'itemprop="datePublished"'


@pytest.mark.parametrize(
    "line",
    [
        f"<span {MARKED} content='2026-05-04T08:00'>yesterday</span>",
        f"<p>Posted <time {MARKED} datetime='2026-05-04T09:00:00Z'>2 days ago</time> by <span itemprop=author>Helena Strand</span></p>",
        f"<div {MARKED}>4 May 2026</div>",
        f"<meta {MARKED} content='2026-05-04'><meta itemprop='dateModified' content='2026-06-07'>",
        f"<span itemprop='dateModified' content='2026-06-07'>7 June</span> <span {MARKED} content='2026-05-04'>4 May</span>",
        f"<ul class='meta'><li><span {MARKED} content='2026-05-04T08:00:00+02:00'>Last Monday</span></li></ul>",
    ],
)
@pytest.mark.parametrize("inside", ["", "<p>The old bridge fell on 3 May 2021, killing two.</p>"])
def test_a_day_that_is_marked_as_that_of_publication_counts_and_is_no_text(line: str, inside: str) -> None:
    assert published(above=line, inside=inside) == DAY
    source = f"<html><head></head><body><article><h1>Bridge opens</h1>{line}{TEXT.format(inside)}</article></body></html>"
    text = read(source.encode(), "page.html").text
    assert not any(words in text for words in ("yesterday", "2 days ago", "7 June", "4 May", "Last Monday"))


def test_the_marked_day_of_a_related_article_is_not_this_ones() -> None:
    related = f"<aside class='related'><p>Old bridge falls <span {MARKED} content='2021-05-03'>2021</span></p></aside>"
    assert published(below=related) is None
