"""Markdown, with or without front matter, to its plain words."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.front_matter import front_matter_plugin

from claims.errors import ClaimsError
from claims.reading.draft import Draft, joined
from claims.reading.encoding import decode
from claims.reading.frontmatter import FrontMatter, fields
from claims.records import BlockKind

_PARSER: Final = MarkdownIt("commonmark").enable("table").use(front_matter_plugin)
_CODE: Final = frozenset({"fence", "code_block"})
_SPACES = re.compile(r"[ \t]+")


def read(data: bytes, name: str) -> Draft:
    """A Markdown file (CommonMark with tables) as a draft: its words without markup, images and HTML.

    Each heading, paragraph, list item, table row and piece of code gives a block or more. The first heading
    of the first level is the title, else a heading that opens the text. Front matter: see
    :func:`claims.reading.frontmatter.fields`. Raises ClaimsError where the file or its front matter is broken
    or no words are left.
    """
    tokens = _PARSER.parse(decode(data, name))
    given = FrontMatter()
    if tokens and tokens[0].type == "front_matter":
        given = fields(tokens[0].content, name)
    text, blocks = joined(_titled(list(_units(tokens))))
    if not blocks:
        raise ClaimsError(f"{name}: no words in this Markdown file; give a file with an article's text")
    return Draft(text, blocks, **given)


def _units(tokens: Sequence[Token]) -> Iterator[tuple[str, str]]:
    """The words of the parts that have some, each with its tag: "h1" to "h6", "p", "tr"."""
    row: list[str] | None = None
    for before, token in zip([None, *tokens], tokens, strict=False):
        if token.type == "tr_open":
            row = []
        elif token.type == "tr_close" and row is not None:
            yield "tr", " | ".join(row)
            row = None
        elif token.type in _CODE:
            yield "p", token.content
        elif token.type == "inline" and row is not None:
            row.append(_words(token))
        elif token.type == "inline":
            yield before.tag if before else "p", _words(token)


def _titled(units: Sequence[tuple[str, str]]) -> Iterator[tuple[BlockKind, str]]:
    units = [(tag, words) for tag, words in units if words.strip()]
    tags = [tag for tag, _ in units]
    title = tags.index("h1") if "h1" in tags else 0
    for i, (tag, words) in enumerate(units):
        if tag.startswith("h"):
            yield "title" if i == title else "heading", words
        else:
            yield "paragraph", words


def _words(token: Token) -> str:
    """The words of a paragraph or heading; a line break stands where the author asked for one."""
    pieces: list[str] = []
    for child in token.children or ():
        if child.type in ("text", "code_inline"):
            pieces.append(child.content)
        elif child.type == "softbreak":
            pieces.append(" ")
        elif child.type == "hardbreak" or (child.type == "html_inline" and child.content.startswith("<br")):
            pieces.append("\n")
    return _SPACES.sub(" ", "".join(pieces))
