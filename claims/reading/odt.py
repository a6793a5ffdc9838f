"""OpenDocument texts (.odt), as LibreOffice writes them."""

from collections.abc import Iterator, Mapping
from itertools import takewhile
from typing import Any, Final

from claims.errors import ClaimsError
from claims.reading.elements import drop
from claims.reading.parsed_article import ParsedArticle, parsed_from
from claims.reading.remarks import remark_comments
from claims.reading.table_rows import cells_of, row_of
from claims.reading.zip_parts import opened
from claims.records import BlockKind

_NAMES: Final = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
_OFFICE: Final = _NAMES % "office"
_TEXT: Final = _NAMES % "text"
_SVG: Final = _NAMES % "svg-compatible"
_TABLE: Final = _NAMES % "table"
_STYLE: Final = _NAMES % "style"
_PARAGRAPHS: Final = (f"{_TEXT}p", f"{_TEXT}h")
_UNREAD: Final = frozenset(
    {f"{_TEXT}{tag}" for tag in ("tracked-changes", "note", "ruby-text", "table-of-content", "hidden-text")}
    | {f"{_OFFICE}annotation", f"{_OFFICE}forms", f"{_SVG}title", f"{_SVG}desc"}
)
_DISPLAY: Final = f"{_TEXT}display"
_LONGEST_SPACE: Final = 100


def read(data: bytes, name: str) -> ParsedArticle:
    """An OpenDocument text as a parsed article: without tracked deletions, hidden text, headers and comments.

    Text boxes follow the paragraph that they stand beside, footnotes and endnotes the text; comments are remarked.
    Raises ClaimsError for a damaged or locked document, and one without words.
    """
    with opened(data, name) as parts:
        root = parts.xml("content.xml")
    body = root.find(f"{_OFFICE}body/{_OFFICE}text")
    _drop_hidden(root)
    styles = {
        style.get(f"{_STYLE}name", ""): style.get(f"{_STYLE}parent-style-name", "")
        for style in root.iter(f"{_STYLE}style")
    }
    units = [] if body is None else [*_units(body, styles), *_notes(body, styles)]
    if not any(words.strip() for _, words in units):
        raise ClaimsError(f"{name}: no words in this document; give a file with an article's text")
    remark_comments(sum(1 for _ in root.iter(f"{_OFFICE}annotation")), name)
    return parsed_from(units)


def _drop_hidden(root: Any) -> None:
    """Take out the words that are not shown, by their style or that of their section; what follows them stays."""
    hidden = {
        style.get(f"{_STYLE}name")
        for style in root.iter(f"{_STYLE}style")
        if style.find(f"{_STYLE}text-properties[@{_DISPLAY}='none']") is not None
    }
    for element in list(root.iter(f"{_TEXT}span", f"{_TEXT}p", f"{_TEXT}h", f"{_TEXT}section")):
        if element.get(f"{_TEXT}style-name") in hidden or element.get(_DISPLAY) == "none":
            drop(element)


def _notes(body: Any, styles: Mapping[str, str]) -> Iterator[tuple[BlockKind, str]]:
    """Footnotes, then endnotes, in the order of the text."""
    for kind in ("footnote", "endnote"):
        for note in body.iter(f"{_TEXT}note"):
            outside = any(parent.tag in _UNREAD for parent in note.iterancestors())
            words = note.find(f"{_TEXT}note-body")
            if note.get(f"{_TEXT}note-class", "footnote") == kind and words is not None and not outside:
                yield from _units(words, styles, within=note)


def _units(body: Any, styles: Mapping[str, str], *, within: Any = None) -> Iterator[tuple[BlockKind, str]]:
    """The paragraphs in order; of those in a note, ``within`` is the note."""
    rows = {row: _cells(row) for row in body.iter(f"{_TABLE}table-row")}
    for element in body.iter(*_PARAGRAPHS, f"{_TABLE}table-row"):
        around = takewhile(lambda parent: parent is not within, element.iterancestors())
        if any(parent.tag in _UNREAD or rows.get(parent) for parent in around):
            continue
        if element.tag not in _PARAGRAPHS:
            if words := row_of(rows[element]):
                yield "paragraph", words
            continue
        style = element.get(f"{_TEXT}style-name", "")
        style = styles.get(style, style) or style
        kind: BlockKind = "heading" if element.tag == f"{_TEXT}h" else "paragraph"
        yield "title" if style == "Title" else kind, _words(element)


def _cells(row: Any) -> list[str]:
    """The words of a row's cells; none where a cell is more than a line of a table."""
    if row.find(f".//{_TABLE}table") is not None:
        return []
    return cells_of(
        [_words(p) for p in cell.iter(*_PARAGRAPHS)] for cell in row.iterchildren(f"{_TABLE}table-cell")
    )


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
