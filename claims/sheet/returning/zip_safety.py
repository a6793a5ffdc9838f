"""Whether a workbook's file is what it says, and small enough to be unpacked: found out before any of it is parsed."""

import re
import zlib
from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import Final, Literal
from zipfile import BadZipFile, ZipFile, ZipInfo

from openpyxl.utils import column_index_from_string

Program = Literal["xlsx", "ods"]

_MOST_BYTES: Final = 1_500_000_000
"""Unpacked; a sheet of 100,000 claims has about 300 MB as xlsx and 550 MB as ods."""
_MOST_TIMES: Final = 200
_SMALL: Final = 20_000_000
"""Parts that unpack to no more may be packed as tightly as they like; sheets are packed 10 to 40 times."""
_MOST_CELLS: Final = 20_000_000
"""Cells from the first to the last row and column that hold anything: what reading them takes memory for."""

_CHUNK: Final = 1 << 20
_BROKEN: Final = (BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError)
_OLD_WORKBOOK: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
_DAMAGED: Final = "is damaged or was not copied whole: save it again, or take an earlier copy"
_PASSWORD: Final = "is protected by a password: save it without one"  # noqa: S105

_XLSX_PLACE: Final = re.compile(
    rb"<(?:\w+:)?row\s(?:[^>]*?\s)??r=[\"'](\d+)[\"'][^>]*>|"
    rb"<(?:\w+:)?c\s(?:[^>]*?\s)??r=[\"']([A-Za-z]{1,3})(\d+)[\"'][^>]*(?<!/)>"
)
_ODS_PLACE: Final = re.compile(rb"<table:(table|table-row|table-cell|covered-table-cell)(?:\s([^>]*))?>")
_ODS_END: Final = re.compile(rb"</(?:\w+:)?document-content\s*>\s*")
_REPEATED: Final = re.compile(rb"table:number-(?:rows|columns)-repeated=[\"'](\d+)[\"']")


def problem_of(data: bytes) -> str | None:
    """What speaks against reading these bytes as a workbook, in words that follow the file's name; None if nothing."""
    if data.startswith(_OLD_WORKBOOK):
        return _PASSWORD if _ENCRYPTED in data else "is in Excel's old format: save it as .xlsx, .ods or .csv"
    try:
        with ZipFile(BytesIO(data)) as archive:
            if b"encryption-data" in _start(archive, "META-INF/manifest.xml"):
                return _PASSWORD
            program = _program(archive)
            if program is None:
                return "is not a spreadsheet: name the claim sheet, an .xlsx, .ods or .csv file"
            return _too_large(archive) or _too_wide(archive, program)
    except _BROKEN:
        return _DAMAGED


def _program(archive: ZipFile) -> Program | None:
    names = set(archive.namelist())
    if "xl/workbook.xml" in names:
        return "xlsx"
    kind = _start(archive, "mimetype")
    return "ods" if b"opendocument.spreadsheet" in kind and "content.xml" in names else None


def _start(archive: ZipFile, name: str) -> bytes:
    if name not in archive.namelist():
        return b""
    with archive.open(name) as part:
        return part.read(_CHUNK)


def _too_large(archive: ZipFile) -> str | None:
    """Go by what the parts say of their size, then by what they really unpack to."""
    parts = archive.infolist()
    if len({part.filename for part in parts}) < len(parts):
        return _DAMAGED
    total = 0
    for part in parts:
        declared = part.file_size
        if _is_bomb(part, declared):
            return _bomb(declared)
        # So that it is unpacked to its end, and not to where it says it ends.
        part.file_size = _MOST_BYTES + 1
        size = 0
        for chunk in chunks_of(archive, part):
            size += len(chunk)
            if _is_bomb(part, size) or total + size > _MOST_BYTES:
                return _bomb(total + size)
        if size != declared:
            return _DAMAGED
        total += size
    return None


def _is_bomb(part: ZipInfo, size: int) -> bool:
    return size > _MOST_BYTES or (size > _SMALL and size > _MOST_TIMES * max(1, part.compress_size))


def _bomb(size: int) -> str:
    return f"unpacks to {size / 1e6:,.0f} MB or more, far more than a claim sheet: it is not read"


def _too_wide(archive: ZipFile, program: Program) -> str | None:
    """Also where the text of an OpenDocument file is cut off, at whose end python-calamine waits for more."""
    names = [n for n in archive.namelist() if re.fullmatch(r"xl/worksheets/[^/]+\.xml", n)]
    parts = names if program == "xlsx" else ["content.xml"]
    for name in parts:
        chunks = chunks_of(archive, archive.getinfo(name))
        tables = [_xlsx_extent(chunks)] if program == "xlsx" else _ods_extents(chunks)
        if not tables:
            return _DAMAGED
        for rows, columns in tables:
            if rows * columns > _MOST_CELLS:
                return (
                    f"has a worksheet of {rows:,} rows and {columns:,} columns: delete what stands far below or to "
                    "the right of the claims"
                )
    return None


def _xlsx_extent(chunks: Iterable[bytes]) -> tuple[int, int]:
    """The last row and column of a worksheet that hold anything."""
    last, letters = 0, set()
    for text in whole_tags(chunks):
        rows = 0
        for row, column, of_cell in _XLSX_PLACE.findall(text):
            rows = max(rows, int(of_cell or row))
            letters.add(column)
        last = max(last, rows)
    return last, max((column_index_from_string(column.decode()) for column in letters if column), default=0)


def _ods_extents(chunks: Iterable[bytes]) -> list[tuple[int, int]]:
    """The last row and column that hold anything, of each table; none where the text does not come to its end.

    A repeated cell stands for many.
    """
    found = [(0, 0)]
    row = column = 0
    repeats = 1
    text = b""
    for text in whole_tags(chunks):
        for tag, attributes in _ODS_PLACE.findall(text):
            repeated = _REPEATED.search(attributes)
            times = int(repeated[1]) if repeated else 1
            if tag == b"table":
                found.append((0, 0))
                row, repeats = 0, 0
            elif tag == b"table-row":
                row, column, repeats = row + repeats, 0, times
            else:
                column += times
                if not attributes.endswith(b"/") or b"value-type" in attributes:
                    rows, columns = found[-1]
                    found[-1] = (max(rows, row + repeats), max(columns, column))
    return found if _ODS_END.fullmatch(text) else []


def whole_tags(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """A text in pieces that end before a tag begins."""
    left = b""
    for chunk in chunks:
        text = left + chunk
        cut = text.rfind(b"<")
        left = text[cut:] if cut >= 0 else b""
        yield text[:cut] if cut >= 0 else text
    yield left


def chunks_of(archive: ZipFile, part: ZipInfo) -> Iterator[bytes]:
    """A part of the file, unpacked piece by piece."""
    with archive.open(part) as file:
        while chunk := file.read(_CHUNK):
            yield chunk
