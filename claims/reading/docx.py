"""Word documents (.docx): the paragraphs as they stand after all changes, with titles and headings by their styles."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from claims.errors import ClaimsError
from claims.reading.parsed_article import ParsedArticle, parsed_from
from claims.reading.remarks import remark_comments
from claims.reading.table_rows import cells_of, row_of
from claims.reading.zip_parts import ZipParts, opened
from claims.records import BlockKind

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PARAGRAPH: Final = f"{_W}p"
_STYLE_NAME: Final = f"{_W}pPr/{_W}pStyle"
_VALUE: Final = f"{_W}val"
_UNREAD: Final = frozenset(
    {f"{_W}{tag}" for tag in ("del", "moveFrom", "pPr", "rPr", "instrText", "delText", "rt")}
    | {"{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}
)
"""What was deleted, describes the layout, or says the same again for an older Word."""
_CHARACTERS: Final = {
    f"{_W}tab": " ", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-", f"{_W}ptab": " ",
}  # fmt: skip


def read(data: bytes, name: str) -> ParsedArticle:
    """A Word document as a parsed article: without tracked deletions, hidden text, headers, contents and comments.

    Text boxes follow the paragraph that they stand beside, footnotes and endnotes the text; comments are remarked.
    What Word notes of author and date is that of the file, not of the article, and left. Raises ClaimsError for a
    damaged or locked document, and one without words.
    """
    with opened(data, name) as parts:
        body = parts.xml("word/document.xml")
        styles = _styles(parts)
        units = [*_units(body, styles), *_notes(body, parts, styles)]
        comments = _comments(parts)
    if not any(words.strip() for _, words in units):
        raise ClaimsError(f"{name}: no words in this Word document; give a file with an article's text")
    remark_comments(comments, name)
    return parsed_from(units)


def _styles(parts: ZipParts) -> Mapping[str, str]:
    """The names of styles, in lower case, by their ids, which differ with Word's language."""
    if "word/styles.xml" not in parts.entries:
        return {}
    return {
        style.get(f"{_W}styleId", ""): style.find(f"{_W}name").get(_VALUE, "").lower()
        for style in parts.xml("word/styles.xml").iter(f"{_W}style")
        if style.find(f"{_W}name") is not None
    }


def _units(body: Any, styles: Mapping[str, str]) -> Iterator[tuple[BlockKind, str]]:
    rows = {row: _cells(row) for row in body.iter(f"{_W}tr")}
    for element in body.iter(_PARAGRAPH, f"{_W}tr"):
        if any(parent.tag in _UNREAD or rows.get(parent) for parent in element.iterancestors()):
            continue
        if element.tag != _PARAGRAPH:
            if words := row_of(rows[element]):
                yield "paragraph", words
            continue
        style = element.find(_STYLE_NAME)
        named = "" if style is None else style.get(_VALUE, "")
        named = styles.get(named, named.lower())
        if not named.startswith("toc "):
            yield _kind(named), "".join(_pieces(element))


def _cells(row: Any) -> list[str]:
    """The words of a row's cells; none where a cell is more than a line of a table."""
    if row.find(f".//{_W}tbl") is not None:
        return []
    return cells_of(
        ["".join(_pieces(p)) for p in cell.iter(_PARAGRAPH)] for cell in row.iterchildren(f"{_W}tc")
    )


def _notes(body: Any, parts: ZipParts, styles: Mapping[str, str]) -> Iterator[tuple[BlockKind, str]]:
    """Footnotes, then endnotes, in the order in which the text refers to them."""
    for kind in ("footnote", "endnote"):
        part = f"word/{kind}s.xml"
        if part not in parts.entries:
            continue
        notes = {note.get(f"{_W}id"): note for note in parts.xml(part).iter(f"{_W}{kind}")}
        for reference in body.iter(f"{_W}{kind}Reference"):
            deleted = any(parent.tag in _UNREAD for parent in reference.iterancestors())
            note = notes.pop(reference.get(f"{_W}id"), None)
            if note is not None and not deleted:
                yield from _units(note, styles)


def _comments(parts: ZipParts) -> int:
    part = "word/comments.xml"
    return len(list(parts.xml(part).iter(f"{_W}comment"))) if part in parts.entries else 0


def _kind(style: str) -> BlockKind:
    if style == "title":
        return "title"
    return "heading" if style.startswith("heading") else "paragraph"


def _pieces(element: Any) -> Iterator[str]:
    """The words of a paragraph, without those of a text box in it, which are paragraphs of their own."""
    for child in element:
        if child.tag in _UNREAD or child.tag == _PARAGRAPH:
            continue
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag in _CHARACTERS:
            yield _CHARACTERS[child.tag]
        elif child.tag != f"{_W}r" or child.find(f"{_W}rPr/{_W}vanish") is None:
            yield from _pieces(child)
