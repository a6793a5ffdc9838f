"""Saved web pages to articles."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.errors import ClaimsError
from claims.reading import read
from claims.reading.html import read as read_page
from claims.records import Article
from tests.properties import examples
from tests.reading.block_checks import assert_blocks_hold_all

PARAGRAPHS = [
    "The mayor of Norhaven said on Tuesday that the harbour contract would be reviewed in full, after residents "
    "complained that the new quay had been built without a permit.",
    "“We have nothing to hide,” Ilse Brandt told reporters outside the town hall. She did not say when the review "
    "would begin, nor who would lead it.",
    "The council is to vote on the matter next week. The opposition has asked for an earlier date and for a public "
    "hearing in the old town hall.",
    "Petra Holm, who lives beside the quay, said that nobody had asked the neighbours. The builders did not answer "
    "letters and calls from this newspaper.",
]
HEAD = """
<title>{title}</title>
<meta property="og:site_name" content="Norhaven Courier">
<meta property="og:title" content="{title}">
<meta name="author" content="{author}">
<meta property="article:published_time" content="2021-09-03T10:15:00+02:00">
<link rel="canonical" href="https://Courier.example/town/quay/?utm_source=feed">
"""


def page(
    body: str,
    *,
    title: str = "Quay to be reviewed",
    author: str = "Petra Holm",
    head: str = HEAD,
    charset: str = "utf-8",
) -> bytes:
    filled = head.format(title=title, author=author)
    html = (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="{charset}">{filled}</head><body>'
        "<nav><ul><li><a href='/a'>Town</a></li><li><a href='/b'>Sport</a></li></ul></nav>"
        f"<main><article>{body}</article></main>"
        "<section id='comments'><h3>Comments</h3><p>First! The mayor is a crook, everyone knows it.</p></section>"
        "<footer><p>© 2021 Norhaven Courier. All rights reserved.</p></footer></body></html>"
    )
    return html.encode(charset)


def body(*extra: str, headline: str = "<h1>Quay to be reviewed</h1>") -> str:
    first, second, third, fourth = (f"<p>{each}</p>" for each in PARAGRAPHS)
    return headline + first + second + "<h2>A disputed contract</h2>" + third + fourth + "".join(extra)


def parts(article: Article) -> list[tuple[str, str]]:
    return [(b.kind, article.text[b.start : b.end]) for b in article.blocks]


def saved(folder: Path, content: bytes) -> Article:
    (folder / "quay.html").write_bytes(content)
    return read(folder / "quay.html", root=folder)


def test_a_page_gives_its_text_and_what_it_says_of_itself(tmp_path: Path) -> None:
    article = saved(tmp_path, page(body()))
    first, second, third, fourth = PARAGRAPHS
    assert parts(article) == [
        ("title", "Quay to be reviewed"),
        ("paragraph", first),
        ("paragraph", second),
        ("heading", "A disputed contract"),
        ("paragraph", third),
        ("paragraph", fourth),
    ]
    assert article.text == "\n\n".join(words for _, words in parts(article))
    assert article.title == "Quay to be reviewed"
    assert article.author == "Petra Holm"
    assert article.outlet == "Norhaven Courier"
    assert article.published == date(2021, 9, 3)
    assert article.key == article.url == "https://courier.example/town/quay"
    assert article.path == "quay.html"


def test_a_headline_in_a_paragraph_is_the_title_not_a_paragraph(tmp_path: Path) -> None:
    article = saved(tmp_path, page(body(headline="<p>Quay to be reviewed</p>")))
    assert parts(article)[0] == ("title", "Quay to be reviewed")
    assert parts(article)[1][0] == "paragraph"


def test_without_an_address_the_path_is_the_key(tmp_path: Path) -> None:
    article = saved(tmp_path, page(body(), head="<title>{title}</title>"))
    assert (article.key, article.url) == ("quay.html", None)


def test_an_address_of_the_front_page_is_none(tmp_path: Path) -> None:
    head = "<title>{title}</title><link rel='canonical' href='https://courier.example/'>"
    assert saved(tmp_path, page(body(), head=head)).key == "quay.html"


@pytest.mark.parametrize(
    "title",
    [
        "Quay to be reviewed | Norhaven Courier",
        "Quay to be reviewed - Norhaven Courier",
        "Quay to be reviewed – NORHAVEN COURIER",
        "Quay to be reviewed | Norhaven Courier Town",
        "Norhaven Courier: Quay to be reviewed",
        "Quay to be reviewed - courier.example",
    ],
)
def test_the_outlets_name_is_no_part_of_the_title(tmp_path: Path, title: str) -> None:
    assert saved(tmp_path, page(body(headline=""), title=title)).title == "Quay to be reviewed"


@pytest.mark.parametrize(
    "title", ["Quay - to be reviewed", "Norhaven: Quay to be reviewed", "Quay | The Norhaven Courier affair"]
)
def test_other_parts_of_the_title_stay(tmp_path: Path, title: str) -> None:
    assert saved(tmp_path, page(body(headline=""), title=title)).title == title


@pytest.mark.parametrize(
    ("author", "wanted"),
    [
        ("By Petra Holm", "Petra Holm"),
        ("Petra Holm, Political Correspondent", "Petra Holm"),
        ("Petra Holm Political Correspondent", "Petra Holm"),
        ("Petra Holm, Reuters", "Petra Holm"),
        ("Norhaven Courier", None),
        ("Jan Reuters-Holm", "Jan Reuters-Holm"),
    ],
)
def test_the_author_is_named_without_role_and_agency(tmp_path: Path, author: str, wanted: str | None) -> None:
    assert saved(tmp_path, page(body(), author=author)).author == wanted


@pytest.mark.parametrize(
    "line",
    [
        "Advertisement",
        "Read more: Harbour builders go to court",
        "Copyright 2021 Norhaven Courier. All rights reserved.",
        "(Reporting by Petra Holm; editing by Jan Reuters-Holm)",
        "The Associated Press contributed to this report.",
    ],
)
def test_lines_that_are_surely_no_part_of_the_article_are_dropped(tmp_path: Path, line: str) -> None:
    assert line not in saved(tmp_path, page(body(f"<p>{line}</p>"))).text


@pytest.mark.parametrize(
    "line",
    [
        "Copyright law does not help the builders, she said.",
        "Read more books, the mayor told the children.",
        "His remarks do not reflect the official position of the town, she said.",
        "Join us in asking Facebook for the figures, she told the council.",
        "Readers of the town’s newsletter were asked to subscribe, she said.",
        "“Have you got a story about this?” she asked the builder.",
        "Views expressed at the hearing were heard by nobody, she said."
        " Nobody had come to hear them, and the hall was cold.",
    ],
)
def test_lines_that_only_begin_so_are_kept(tmp_path: Path, line: str) -> None:
    assert line in saved(tmp_path, page(body(f"<p>{line}</p>"))).text


def test_list_items_quotations_and_rows_are_paragraphs(tmp_path: Path) -> None:
    extra = (
        "<ul><li>The accounts of the builders are to be opened.</li><li>The permit is to be shown.</li></ul>"
        "<blockquote><p>“Nobody asked us before they built it,” she wrote.</p></blockquote>"
        "<table><tr><td>Year</td><td>Cost</td></tr><tr><td>2020</td><td>3 million</td></tr></table>"
        "<p>HOLM: Who knew of it?<br>BRANDT: Nobody did.</p>"
    )
    found = [words for kind, words in parts(saved(tmp_path, page(body(extra)))) if kind == "paragraph"]
    for wanted in (
        "The accounts of the builders are to be opened.",
        "The permit is to be shown.",
        "“Nobody asked us before they built it,” she wrote.",
        "2020 | 3 million",
        "HOLM: Who knew of it?",
        "BRANDT: Nobody did.",
    ):
        assert wanted in found


def test_a_page_in_another_encoding_is_read_as_it_declares() -> None:
    words = "Starosta města Říčany řekl, že smlouva o přístavu bude zcela přezkoumána, a odešel."
    draft = read_page(page(body(f"<p>{words}</p>"), charset="windows-1250"), "quay.html")
    assert words in draft.text


def test_a_page_of_xhtml_with_a_declaration_is_read() -> None:
    html = (
        '<?xml version="1.0" encoding="iso-8859-1"?><html xmlns="http://www.w3.org/1999/xhtml"><head>'
        f"<title>Café closed</title></head><body><div>{body('<p>The café “Möwe” is closed, she added.</p>')}"
        "</div></body></html>"
    )
    assert "The café “Möwe” is closed" in read_page(html.encode("cp1252"), "quay.xhtml").text


@pytest.mark.parametrize(
    "content", [b"<html></html>", b"<p>Hi", b"Just words, no page.", b"<?xml version='1.0'?><rss/>"]
)
def test_a_page_without_an_article_is_refused_in_one_line(content: bytes) -> None:
    with pytest.raises(ClaimsError, match=r"^page\.html: no article's text") as refusal:
        read_page(content, "page.html")
    assert "\n" not in str(refusal.value)


TAGS = [
    "p",
    "div",
    "h1",
    "h2",
    "ul",
    "li",
    "table",
    "tr",
    "td",
    "blockquote",
    "br",
    "b",
    "pre",
    "article",
    "span",
]
PIECES = st.one_of(
    st.sampled_from([f"<{tag}>" for tag in TAGS] + [f"</{tag}>" for tag in TAGS]),
    st.sampled_from([*PARAGRAPHS, "Words. ", "&nbsp;", "&#8232;", "\n\n", "<!-- -->", "Read more"]),
)


@examples(60)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_blocks_hold_all_words_in_order(source: str) -> None:
    try:
        draft = read_page(page(source), "page.html")
    except ClaimsError:
        return
    assert_blocks_hold_all(draft.text, draft.blocks)


def test_a_list_of_names_is_no_article() -> None:
    names = "".join(f"<li><a href='/p{i}'>Person {i}</a></li>" for i in range(60))
    with pytest.raises(ClaimsError, match="no article's text"):
        read_page(f"<html><body><h1>Staff</h1><ul>{names}</ul></body></html>".encode(), "staff.html")
