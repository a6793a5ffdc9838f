"""Markdown to articles."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.errors import ClaimsError
from claims.reading import read
from claims.reading.markdown import read as read_markdown
from claims.records import Article
from tests.reading.block_checks import assert_blocks_hold_all

ARTICLE = """\
---
title: 1984
author: [Petra Holm, Jonas Reuter]
outlet: Norhaven Courier
url: HTTPS://Courier.Example/quay/?utm_source=mail#top
date: 2021-09-03 10:15:00 +0200
tags: {unknown: fields are left alone}
---
# The *disputed* quay

The mayor said the [contract](https://courier.example/c "a title")
would be **reviewed in full**. ![The quay](quay.jpg) It cost 3&nbsp;million\\*.

<div class="ad">Buy boats!</div>

## What happens next

> “We have nothing to hide,” she said.
>
> “Nothing at all.”

- the accounts
- the permit,
  which is missing

    print("hello")

| year | cost |
|------|------|
| 2020 | 2    |

**A bold heading**

A line that <br>the author broke\\
twice.
"""


@pytest.fixture
def article(tmp_path: Path) -> Article:
    path = tmp_path / "quay.md"
    path.write_text(ARTICLE, encoding="utf-8")
    return read(path, root=tmp_path)


def test_front_matter_says_what_the_article_is(article: Article) -> None:
    assert article.title == "1984"
    assert article.author == "Petra Holm, Jonas Reuter"
    assert article.outlet == "Norhaven Courier"
    assert article.url == article.key == "https://courier.example/quay"
    assert article.published == date(2021, 9, 3)
    assert article.path == "quay.md"


def test_the_text_is_the_words_without_markup(article: Article) -> None:
    assert [(b.kind, article.text[b.start : b.end]) for b in article.blocks] == [
        ("title", "The disputed quay"),
        (
            "paragraph",
            "The mayor said the contract would be reviewed in full. It cost 3\u00a0million*.",
        ),
        ("heading", "What happens next"),
        ("paragraph", "“We have nothing to hide,” she said."),
        ("paragraph", "“Nothing at all.”"),
        ("paragraph", "the accounts"),
        ("paragraph", "the permit, which is missing"),
        ("paragraph", 'print("hello")'),
        ("paragraph", "year | cost"),
        ("paragraph", "2020 | 2"),
        ("paragraph", "A bold heading"),
        ("paragraph", "A line that \nthe author broke\ntwice."),
    ]


def test_the_first_heading_at_the_top_is_the_title_where_none_has_the_first_level() -> None:
    draft = read_markdown(b"## The quay\n\nIt is new.\n\n### Costs\n\nIt was dear.\n", "a.md")
    assert [b.kind for b in draft.blocks] == ["title", "paragraph", "heading", "paragraph"]
    assert draft.headline == "The quay"


def test_a_heading_below_the_first_paragraph_is_no_title() -> None:
    draft = read_markdown(b"It is new.\n\n## Costs\n\nIt was dear.\n", "a.md")
    assert [b.kind for b in draft.blocks] == ["paragraph", "heading", "paragraph"]
    assert draft.headline is None


def test_a_rule_at_the_top_is_no_front_matter() -> None:
    assert read_markdown(b"---\n\nIt is new.\n", "a.md").text == "It is new."


@pytest.mark.parametrize(
    ("front_matter", "problem"),
    [
        ("title: quay\nauthor: [Petra\n", "line 4"),
        ("title: quay\n\tauthor: x", "line 3"),
        ("title: a: b", "line 2"),
        ("just words", "line 2"),
        ("title: {a: b}", "for the title"),
        ("date: last Tuesday", '"last Tuesday" for a date'),
        ("date: 2021-02-30", '"2021-02-30" for a date'),
        ("url: courier.example", '"courier.example" for the url'),
        ("[" * 5000, "broken"),
    ],
)
def test_broken_front_matter_is_named(front_matter: str, problem: str) -> None:
    with pytest.raises(ClaimsError, match=problem) as refusal:
        read_markdown(f"---\n{front_matter}\n---\nThe quay is new.\n".encode(), "quay.md")
    assert str(refusal.value).startswith("quay.md")
    assert "\n" not in str(refusal.value)


def test_a_page_of_pictures_holds_no_words() -> None:
    with pytest.raises(ClaimsError, match=r"^quay\.md: no words"):
        read_markdown(b"![](quay.jpg)\n\n<p>lost</p>\n", "quay.md")


@given(st.text(alphabet="ab. \n\t#*_-`>[]()!|\\&;:<\"'1“”", max_size=200))
def test_blocks_hold_all_words_in_order(source: str) -> None:
    try:
        draft = read_markdown(source.encode(), "a.md")
    except ClaimsError:
        return
    assert_blocks_hold_all(draft.text, draft.blocks)
