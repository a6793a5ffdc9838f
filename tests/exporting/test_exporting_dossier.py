"""A dossier in other hands: words of articles stay words, in Markdown and on the page."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from claims.exporting import Contrast, Dossier, Naming, Quoting, Statement, write_markdown
from claims.exporting.dossier_markdown import markdown
from claims.exporting.page import write_dossier
from claims.records import Article, Block, Claim, Conflict, Speaker

HOSTILE = "<script>alert(1)</script> | **bold** [x](javascript:alert(1)) `code` # head\n\n- item &amp; @all"

LETTERS = st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp", "Zs"])
MARKUP = (
    *("html_inline", "html_block", "link_open", "image", "em_open", "strong_open", "s_open", "fence"),
    *("ordered_list_open", "blockquote_open", "hr", "code_block"),
)


def dossier(words: str) -> Dossier:
    """A dossier in which every text is the given one."""
    text = words or "x"
    article = Article(
        text, text, (Block("paragraph", 0, len(text)),), words, words, words, published=date(2031, 5, 2)
    )
    speaker = Speaker(words, "person", words, id="0123456789ab")
    claim = Claim(
        "c" * 12, article, (), (), (article.span(0, len(text)),), speaker, "direct", "neutral", 0.9, "high"
    )
    contrast = Contrast("disagreement", Conflict(claim, replace(claim, id="d" * 12), words))
    naming = Naming(words, 1, (article,), 0.5, words)
    statement = Statement((claim,), None, words or None, (contrast,))
    return Dossier(
        speaker, (naming,), (naming,), (naming,), (statement,), (Quoting(words, 1, 1, 1, None, None),), (contrast,),
        (), (words,),
    )  # fmt: skip


@given(st.text(LETTERS | st.sampled_from(" *_`[]<>|~&#-+=1.)!"), min_size=1))
def test_whatever_an_article_says_is_no_markup(words: str) -> None:
    plain = " ".join(words.split())
    assume(plain)
    reader = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    tokens = reader.parse(markdown(dossier(words)))
    kinds = {child.type for token in tokens for child in token.children or ()} | {t.type for t in tokens}
    assert kinds.isdisjoint(MARKUP)
    heading = tokens[1]
    shown = "".join(child.content for child in heading.children or ())
    assert (tokens[0].type, shown) == ("heading_open", plain)
    assert sum(token.type == "th_open" for token in tokens) == 3 * 5 + 5


def test_a_hostile_name_is_text_in_the_file(tmp_path: Path) -> None:
    write_markdown(dossier(HOSTILE), tmp_path / "d.md")
    rendered = MarkdownIt("commonmark").enable("table").render((tmp_path / "d.md").read_text("utf-8"))
    assert "<script" not in rendered
    assert "<a " not in rendered


def test_a_hostile_name_is_text_on_the_page(tmp_path: Path) -> None:
    write_dossier(dossier(HOSTILE), tmp_path / "d.html")
    page = (tmp_path / "d.html").read_text("utf-8")
    assert "alert(1)&lt;/script&gt;" in page
    assert "<script" not in page
    assert re.findall(r'href="([^#"][^"]*)"', page) == []


@pytest.mark.parametrize("name", ["d.md", "d.html"])
def test_the_same_dossier_gives_the_same_bytes(tmp_path: Path, name: str) -> None:
    write = write_markdown if name == "d.md" else write_dossier
    write(dossier("Ada Vale"), tmp_path / name)
    before = (tmp_path / name).read_bytes()
    write(dossier("Ada Vale"), tmp_path / name)
    assert (tmp_path / name).read_bytes() == before
