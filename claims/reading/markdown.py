"""Markdown, with or without front matter, to its plain words."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final, TypedDict

import yaml
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.front_matter import front_matter_plugin

from claims.errors import ClaimsError
from claims.reading.encoding import decode
from claims.reading.parsed_article import ParsedArticle, joined
from claims.reading.urls import canonical_url
from claims.records import BlockKind

_PARSER: Final = MarkdownIt("commonmark").enable("table").use(front_matter_plugin)
_CODE: Final = frozenset({"fence", "code_block"})
_SPACES = re.compile(r"[ \t]+")
_FIRST_LINE: Final = 2  # of the file: the line after the opening "---"


class _FrontMatter(TypedDict, total=False):
    """What front matter may say of an article."""

    title: str
    author: str
    outlet: str
    url: str
    published: date


def read(data: bytes, name: str) -> ParsedArticle:
    """A Markdown file (CommonMark with tables) as a parsed article: its words without markup, images and HTML.

    Each heading, paragraph, list item, table row and piece of code gives a block or more. The first heading
    of the first level is the title, else a heading that opens the text. Front matter may give title, author,
    outlet, url, and date or published. Raises ClaimsError where the file or its front matter is broken or no
    words are left.
    """
    tokens = _PARSER.parse(decode(data, name))
    given = _FrontMatter()
    if tokens and tokens[0].type == "front_matter":
        given = _fields(tokens[0].content, name)
    text, blocks = joined(_titled(list(_units(tokens))))
    if not blocks:
        raise ClaimsError(f"{name}: no words in this Markdown file; give a file with an article's text")
    return ParsedArticle(text, blocks, **given)


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


def _fields(content: str, name: str) -> _FrontMatter:
    """The article's fields in front matter: title, author, outlet, url, date (or published); others are left.

    Raises ClaimsError, which names the file and the line, for what is no YAML, and for an address or a date
    that is none.
    """
    given = _mapping(content, name)
    found = _FrontMatter()
    if title := _in_words(given, "title", name):
        found["title"] = title
    if author := _in_words(given, "author", name):
        found["author"] = author
    if outlet := _in_words(given, "outlet", name):
        found["outlet"] = outlet
    if url := _in_words(given, "url", name):
        found["url"] = _address(url, name)
    if published := _in_words(given, "published", name) or _in_words(given, "date", name):
        found["published"] = _day(published, name)
    return found


def _mapping(content: str, name: str) -> dict[str, object]:
    try:
        # BaseLoader builds nothing but strings, lists and mappings: a title "1984" or "No" stays as it is.
        given = yaml.load(content, Loader=yaml.BaseLoader)  # noqa: S506
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = _FIRST_LINE + (mark.line if mark else 0)
        raise ClaimsError(
            f"{name}, line {line}: broken front matter ({error.problem}); mend the YAML"
        ) from None
    except (yaml.YAMLError, RecursionError):
        raise ClaimsError(f"{name}, line {_FIRST_LINE}: broken front matter; mend the YAML") from None
    if given in (None, ""):
        return {}
    if not isinstance(given, dict):
        raise ClaimsError(
            f'{name}, line {_FIRST_LINE}: front matter needs lines such as "title: Bridge closed"'
        )
    return {str(key).lower(): value for key, value in given.items()}


def _in_words(given: dict[str, object], field: str, name: str) -> str:
    value = given.get(field, "")
    values = value if isinstance(value, list) else [value]
    texts = [" ".join(each.split()) for each in values if isinstance(each, str)]
    if len(texts) < len(values):
        raise ClaimsError(
            f"{name}: the front matter has no plain words for the {field}; write them in one line"
        )
    words = ", ".join(text for text in texts if text)
    # YAML's escapes can write one half of a surrogate pair, which no file and no database can hold.
    return words.encode("utf-8", "ignore").decode()


def _address(url: str, name: str) -> str:
    address = canonical_url(url)
    if address is None:
        raise ClaimsError(f'{name}: the front matter has "{url}" for the url; write https://...')
    return address


def _day(published: str, name: str) -> date:
    try:
        return date.fromisoformat(published[:10])
    except ValueError:
        raise ClaimsError(
            f'{name}: the front matter has "{published}" for a date; write 2021-09-03'
        ) from None
