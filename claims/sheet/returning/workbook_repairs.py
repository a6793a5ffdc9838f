"""What python-calamine does not give of a workbook: text saved as formulas, breaks and errors of OpenDocument."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from html import unescape
from io import BytesIO
from posixpath import normpath
from typing import Final
from zipfile import ZipFile

from openpyxl.utils import column_index_from_string

from claims.sheet.returning.zip_safety import chunks_of, whole_tags

Formulas = Mapping[int, Mapping[int, str]]
"""Formulas with their "=", by row, from 1, and column, from 0."""

_BOOK: Final = "xl/workbook.xml"
_LINKS: Final = "xl/_rels/workbook.xml.rels"
_ATTRIBUTE: Final = re.compile(r"([\w:]+)=\"([^\"]*)\"")
_WITHOUT_VALUE: Final = re.compile(
    rb'<c r="([A-Z]{1,3})(\d+)"(?: s="\d+")?><f>([^<]+)</f><v\s*(?:/>|></v>)</c>'
)
_ERROR: Final = re.compile(
    rb'<c r="([A-Z]{1,3})(\d+)"[^>]*\st="e"[^>]*>(?:<f[^>]*/>|<f[^>]*>[^<]*</f>)?<v>(#[^<]+)</v></c>'
)
_CONTENT: Final = "content.xml"
_READ: Final = frozenset({"mimetype", "META-INF/manifest.xml", _CONTENT})
"""The parts that python-calamine looks at."""
_BREAK: Final = re.compile(rb"<text:line-break\s*/>")
_AN_ERROR: Final = b'calcext:value-type="error"'
_ODS_ERROR: Final = re.compile(rb"<table:table-cell\s[^>]*" + _AN_ERROR + rb"[^>]*>")
_VALUE: Final = re.compile(rb"\soffice:(?:value-type|string-value|value)=\"[^\"]*\"")
_TAB: Final = re.compile(rb"<text:tab(?:\s[^>]*)?/>")


def formulas(data: bytes, name: str) -> Formulas:
    """The formulas without a value, and errors such as #N/A, on a worksheet of an xlsx file.

    There are none in an OpenDocument file, which has values. To pandas and openpyxl, text that begins with "=" is a
    formula, and they save no value with it.
    """
    found: defaultdict[int, dict[int, str]] = defaultdict(dict)
    with ZipFile(BytesIO(data)) as archive:
        part = _part_of(archive, name)
        text = archive.read(part) if part in archive.namelist() else b""
    for letters, row, formula in _WITHOUT_VALUE.findall(text) if b"<f>" in text else ():
        column = column_index_from_string(letters.decode()) - 1
        found[int(row)][column] = f"={unescape(formula.decode())}"
    for letters, row, error in _ERROR.findall(text) if b't="e"' in text else ():
        found[int(row)][column_index_from_string(letters.decode()) - 1] = error.decode()
    return found


def _part_of(archive: ZipFile, name: str) -> str:
    """The part of the file that has the worksheet of this name; "" where it is not found."""
    if not {_BOOK, _LINKS}.issubset(archive.namelist()):
        return ""
    ids = [s.get("r:id") for s in _elements(archive, _BOOK, "sheet") if unescape(s.get("name", "")) == name]
    targets = [r.get("Target", "") for r in _elements(archive, _LINKS, "Relationship") if r.get("Id") in ids]
    return normpath(f"xl/{targets[0]}" if targets[0][:1] != "/" else targets[0][1:]) if targets else ""


def _elements(archive: ZipFile, part: str, tag: str) -> list[dict[str, str]]:
    """The attributes of each element of this name, with or without a prefix."""
    text = archive.read(part).decode("utf-8", "replace")
    found = re.findall(rf"<(?:\w+:)?{tag}\s([^>]*)>", text)
    return [dict(_ATTRIBUTE.findall(attributes)) for attributes in found]


def repaired(data: bytes) -> bytes:
    """An OpenDocument file with line breaks and tabs as characters, and errors as text; any other file as it is."""
    with ZipFile(BytesIO(data)) as archive:
        if not _READ.issubset(archive.namelist()) or not _is_repaired(archive):
            return data
        parts = {name: archive.read(name) for name in archive.namelist() if name in _READ}
    parts[_CONTENT] = _ODS_ERROR.sub(_as_text, _TAB.sub(b"\t", _BREAK.sub(b"\n", parts[_CONTENT])))
    made = BytesIO()
    with ZipFile(made, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return made.getvalue()


def content_of(data: bytes) -> Iterator[bytes]:
    """The text of an OpenDocument file, in pieces that end before a tag begins; nothing of another file."""
    with ZipFile(BytesIO(data)) as archive:
        if _READ.issubset(archive.namelist()):
            yield from whole_tags(chunks_of(archive, archive.getinfo(_CONTENT)))


def _is_repaired(archive: ZipFile) -> bool:
    pieces = whole_tags(chunks_of(archive, archive.getinfo(_CONTENT)))
    signs = (b"<text:line-break", b"<text:tab", _AN_ERROR)
    return any(sign in piece for piece in pieces for sign in signs)


def _as_text(cell: re.Match[bytes]) -> bytes:
    """An error's cell without its value, which is empty: what it shows is its text."""
    return _VALUE.sub(b"", cell[0]).replace(b"table-cell", b'table-cell office:value-type="string"', 1)
