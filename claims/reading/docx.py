"""Word documents (.docx): the paragraphs as they stand after all changes, with titles and headings by their styles."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from claims.errors import ClaimsError
from claims.reading.parsed_article import ParsedArticle, parsed_from
from claims.reading.zip_parts import ZipParts, opened
from claims.records import BlockKind

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PARAGRAPH: Final = f"{_W}p"
_STYLE_NAME: Final = f"{_W}pPr/{_W}pStyle"
_VALUE: Final = f"{_W}val"
_UNREAD: Final = frozenset(
    {f"{_W}{tag}" for tag in ("del", "moveFrom", "pPr", "rPr", "instrText", "delText", "footnoteReference")}
    | {"{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}
)
"""What was deleted, describes the layout, or says the same again for an older Word."""
_CHARACTERS: Final = {
    f"{_W}tab": " ", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-", f"{_W}ptab": " ",
}  # fmt: skip


def read(data: bytes, name: str) -> ParsedArticle:
    """A Word document as a parsed article: without tracked deletions, hidden text, comments, headers and footnotes.

    What Word notes of author and date is that of the file, not of the article, and left. Raises ClaimsError for a
    damaged or locked document, and one without words.
    """
    with opened(data, name) as parts:
        body = parts.xml("word/document.xml")
        styles = _styles(parts)
    units = list(_units(body, styles))
    if not any(words.strip() for _, words in units):
        raise ClaimsError(f"{name}: no words in this Word document; give a file with an article's text")
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
    for paragraph in body.iter(_PARAGRAPH):
        if any(parent.tag in _UNREAD for parent in paragraph.iterancestors()):
            continue
        style = paragraph.find(_STYLE_NAME)
        named = "" if style is None else style.get(_VALUE, "")
        yield _kind(styles.get(named, named.lower())), "".join(_pieces(paragraph))


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
