"""What a page holds beside its article, for other eyes or other devices, is not read; nothing of the article goes."""

import pytest

from claims.reading.html import read

HEADLINE = "Lock keeper’s house sold to the village"
TEXT = (
    "The lock keeper’s house at Arnbeck was sold to the village on Friday for a single crown, the waterways office said.",
    "“It stood empty for eleven winters,” said Dorte Maak, who chairs the village council. “Now there will be light in it.”",
    "The roof is to be mended before the first frost. What becomes of the garden, which runs down to the lock, is open.",
)
TITLE = f"<title>{HEADLINE} | Arnbeck Post</title>"
ARTICLE = f"<h1>{HEADLINE}</h1>" + "".join(f"<p>{words}</p>" for words in TEXT)
NEWS = "Police said a lorry blocks the road to the coast; follow our reporters through the day."


def paragraphs(body: str, head: str = TITLE) -> list[str]:
    parsed = read(f"<html><head>{head}</head><body>{body}</body></html>".encode(), "page.html")
    return [parsed.text[b.start : b.end] for b in parsed.blocks if b.kind != "title"]


def within(*extra: str) -> str:
    """The article with more between its second and its third paragraph."""
    return ARTICLE.replace(f"<p>{TEXT[2]}", "".join(extra) + f"<p>{TEXT[2]}")


@pytest.mark.parametrize(
    "banner",
    [
        f"<header><p>{NEWS}</p></header>",
        f"<header><a href='/'>Arnbeck Post</a><p>{NEWS}</p><nav><a href='/a'>News</a></nav></header>",
        f"<header><h1>Arnbeck Post</h1><p>{NEWS}</p></header>",
        f"<header class=top><h2>The voice of the river since 1908</h2><div><p>{NEWS}</p></div></header>",
        f"<div role=banner><p>{NEWS}</p></div>",
        f"<div id=masthead><p>{NEWS}</p></div>",
        f"<div class='site-header is-sticky'><p>{NEWS}</p><p>Saturday, 9 May 2026</p></div>",
    ],
)
@pytest.mark.parametrize("around", ["<main><article>{}</article></main>", "<div id=content>{}</div>", "{}"])
def test_the_sites_banner_is_no_part_of_the_article(banner: str, around: str) -> None:
    assert paragraphs(banner + around.format(ARTICLE)) == list(TEXT)


@pytest.mark.parametrize(
    "body",
    [
        "<article><header><h1>{0}</h1><p>{1}</p></header>{2}</article>",
        "<main><header><h1>{0}</h1><p>{1}</p></header><div>{2}</div></main>",
        "<header><h1>{0}</h1><p>{1}</p></header><div class=story>{2}</div>",
        "<div class=post><header class=entry><h2>{0}</h2><p>{1}</p></header>{2}</div>",
        "<div class=banner><h1>{0}</h1><p>{1}</p></div>{2}",
    ],
)
@pytest.mark.parametrize(
    "head", [TITLE, f"<title>Arnbeck Post</title><meta property='og:title' content='{HEADLINE}'>", ""]
)
def test_an_articles_own_header_stays(body: str, head: str) -> None:
    lede = "The village pays one crown, and the waterways office says it is glad to be rid of the roof."
    rest = "".join(f"<p>{words}</p>" for words in TEXT)
    assert paragraphs(body.format(HEADLINE, lede, rest), head) == [lede, *TEXT]


@pytest.mark.parametrize(
    "name",
    [
        "sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "u-visually-hidden", "VisuallyHidden-sc1",
        "element-invisible", "a11y-hidden", "assistive offscreen", "ssrcss-1f39n02-VisuallyHidden e16en2lz0", "srOnly",
        "hidden-visually",
    ],
)  # fmt: skip
@pytest.mark.parametrize("tag", ["p", "span", "div"])
def test_what_only_a_screen_reader_speaks_is_not_read(name: str, tag: str) -> None:
    spoken = f"<{tag} class='{name}'>The film begins, the speaker said, with a view of the lock.</{tag}>"
    assert paragraphs(within(spoken)) == list(TEXT)
    inside = ARTICLE.replace(
        "will be light in it.”", f"will be light in it.”<span class='{name}'> Opens a window.</span>"
    )
    assert paragraphs(inside) == list(TEXT)


@pytest.mark.parametrize(
    "markup",
    [
        "<noscript><p>Please allow scripts, the editors said, to see our films.</p></noscript>",
        "<noscript>Please allow scripts, the editors said, to see our films.</noscript>",
        "<div><noscript><div><p>Please allow scripts, the editors said.</p></div></noscript></div>",
        "<p style='position:absolute; left:-9999px'>Read by nobody, the editors said.</p>",
        "<span style='clip: rect(0 0 0 0)'>Read by nobody, the editors said.</span>",
    ],
)
def test_what_a_browser_does_not_show_is_not_read(markup: str) -> None:
    assert paragraphs(within(markup)) == list(TEXT)


SHORT = "“No,” she said."
WIDTHS = [
    ("mobile-only", "desktop-only"),
    ("only-mobile", "only-desktop"),
    ("d-block d-md-none", "d-none d-md-block"),
    ("visible-xs", "hidden-xs"),
    ("lg:hidden", "hidden lg:block"),
    ("hide-for-large", "show-for-large"),
    ("c-text--mobile", "c-text--desktop"),
]


@pytest.mark.parametrize(("narrow", "wide"), WIDTHS)
@pytest.mark.parametrize("tag", ["p", "div"])
def test_a_paragraph_for_each_width_of_the_window_is_read_once(narrow: str, wide: str, tag: str) -> None:
    said = SHORT if tag == "p" else f"<p>{SHORT}</p>"
    both = within(f"<{tag} class='{narrow}'>{said}</{tag}><{tag} class='{wide}'>{said}</{tag}>")
    assert paragraphs(both) == [*TEXT[:2], SHORT, TEXT[2]]


def test_a_copy_for_one_width_beside_its_original_is_left_out() -> None:
    both = within(f"<p>{SHORT}</p><p class='mobile'>{SHORT}</p>")
    assert paragraphs(both) == [*TEXT[:2], SHORT, TEXT[2]]


def test_what_is_said_twice_stays_though_each_stands_there_for_two_widths() -> None:
    pair = f"<p class='mobile-only'>{SHORT}</p><p class='desktop-only'>{SHORT}</p>"
    asked = "<p>Would the house be sold again, a reporter asked, if the roof cost more than was thought?</p>"
    longer = (
        "<p>The keepers of the canal have lived in houses of their own since the locks were built.</p>" * 3
    )
    assert paragraphs(f"<article>{within(pair, asked, pair)}{longer}</article>").count(SHORT) == 2


def test_short_paragraphs_go_with_the_long_ones_of_a_text_that_stands_there_twice() -> None:
    text = "".join(f"<p>{words}</p>" for words in (SHORT, *TEXT[:2], SHORT, TEXT[2], "Then she left."))
    found = paragraphs(f"<h1>{HEADLINE}</h1><div class=a>{text}</div><div class=b>{text}</div>")
    assert found == [SHORT, *TEXT[:2], SHORT, TEXT[2], "Then she left."]


@pytest.mark.parametrize(
    "unsaid",
    [
        "<p>Moss said <del>that nobody was hurt</del> <ins>no more</ins>.</p>",
        "<p>Moss said <s>that nobody was hurt</s> no more.</p>",
        "<div title='header'><p>that nobody was hurt</p></div><p>Moss said no more.</p>",
    ],
)
def test_what_is_struck_out_and_the_head_of_a_saved_document_are_not_said(unsaid: str) -> None:
    text = " ".join(" ".join(paragraphs(within(unsaid))).split())
    assert "Moss said no more." in text
    assert "nobody was hurt" not in text
