"""OpenDocument texts (.odt), as LibreOffice writes them."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from claims.errors import ClaimsError
from claims.reading.parsed_article import ParsedArticle, parsed_from
from claims.reading.zip_parts import opened
from claims.records import BlockKind

_NAMES: Final = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
_OFFICE: Final = _NAMES % "office"
_TEXT: Final = _NAMES % "text"
_STYLE: Final = _NAMES % "style"
_PARAGRAPHS: Final = (f"{_TEXT}p", f"{_TEXT}h")
_UNREAD: Final = frozenset(
    {f"{_TEXT}{tag}" for tag in ("tracked-changes", "note", "ruby-text", "table-of-content")}
    | {f"{_OFFICE}annotation", f"{_OFFICE}forms"}
)
_LONGEST_SPACE: Final = 100


def read(data: bytes, name: str) -> ParsedArticle:
    """An OpenDocument text as a parsed article: without comments, notes, tracked deletions, headers and footers.

    Raises ClaimsError for a damaged or locked document, and one without words.
    """
    with opened(data, name) as parts:
        root = parts.xml("content.xml")
    body = root.find(f"{_OFFICE}body/{_OFFICE}text")
    styles = {
        style.get(f"{_STYLE}name", ""): style.get(f"{_STYLE}parent-style-name", "")
        for style in root.iter(f"{_STYLE}style")
    }
    units = [] if body is None else list(_units(body, styles))
    if not any(words.strip() for _, words in units):
        raise ClaimsError(f"{name}: no words in this document; give a file with an article's text")
    return parsed_from(units)


def _units(body: Any, styles: Mapping[str, str]) -> Iterator[tuple[BlockKind, str]]:
    for element in body.iter(*_PARAGRAPHS):
        if any(parent.tag in _UNREAD for parent in element.iterancestors()):
            continue
        style = element.get(f"{_TEXT}style-name", "")
        style = styles.get(style, style) or style
        kind: BlockKind = "heading" if element.tag == f"{_TEXT}h" else "paragraph"
        yield "title" if style == "Title" else kind, _words(element)


def _words(element: Any) -> str:
    """The words of a paragraph, without those of a frame in it, which are paragraphs of their own."""
    return "".join(_pieces(element))


def _pieces(element: Any) -> Iterator[str]:
    yield " ".join((element.text or "").split("\n"))
    for child in element:
        if child.tag == f"{_TEXT}s":
            count = child.get(f"{_TEXT}c", "1")
            yield " " * min(int(count) if count.isdecimal() else 1, _LONGEST_SPACE)
        elif child.tag == f"{_TEXT}tab":
            yield " "
        elif child.tag == f"{_TEXT}line-break":
            yield "\n"
        elif child.tag not in _UNREAD and child.tag not in _PARAGRAPHS:
            yield from _pieces(child)
        yield " ".join((child.tail or "").split("\n"))
