"""The cells of a file that a desk filled in, as LibreOffice, Excel, Google Sheets, openpyxl or pandas saved it."""

import csv
import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from functools import cache, partial
from pathlib import Path
from stat import S_ISREG
from typing import Final

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook

from claims.errors import ClaimsError
from claims.sheet.returning.csv_encoding import decoded
from claims.sheet.returning.merged_cells import MergedCells, merged_over_rows
from claims.sheet.returning.workbook_repairs import Formulas, content_of, formulas, repaired
from claims.sheet.returning.zip_safety import problem_of

Cell = str | bool | int | float | date | datetime | time | timedelta
"""What a cell holds; an empty one holds ""."""
CellRows = Iterator[Sequence[Cell]]
"""All rows of a worksheet from its first one, hidden ones too."""


@dataclass(frozen=True, slots=True)
class Worksheet:
    """What gives a worksheet's rows, and its cells that are merged over several rows."""

    rows: Callable[[], CellRows]
    merged: Callable[[], Sequence[MergedCells]] = tuple


_MOST_BYTES: Final = 1_000_000_000
_WORKBOOKS: Final = {".xlsx", ".xlsm", ".ods"}
_NO_TEXT: Final = (b"%pdf", b"<html", b"<!doctype", b"{\\rtf", b"<?xml", b"\x89png", b"gif8", b"\xff\xd8\xff")
_SEPARATORS: Final = (",", ";", "\t")
_LOOKED_AT: Final = 1 << 17
"""So many characters are enough to know the separator; no more than a field may have."""


def worksheets(path: Path, is_header: Callable[[Sequence[Cell]], bool]) -> Mapping[str, Worksheet]:
    """The worksheets of a file, by name in their order; a CSV file has one, "".

    The file's content says what it is, whatever its name; it is read once and never written. ``is_header`` tells
    the separators of a CSV file apart. Raises :class:`ClaimsError`, in words that follow the file's name, where it
    is missing, damaged, encrypted, too large or something else; so do the functions of the worksheets.
    """
    data = _bytes_of(path)
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0")):
        return _of_workbook(data)
    if path.suffix.lower() in _WORKBOOKS:
        raise ClaimsError("is not a workbook, whatever its name says: name the claim sheet")
    start = data[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith(_NO_TEXT):
        raise ClaimsError("is not a spreadsheet: name the claim sheet, an .xlsx, .ods or .csv file")
    listed = _rows_of_csv(data, is_header)
    return {"": Worksheet(lambda: iter(listed))}


def _bytes_of(path: Path) -> bytes:
    try:
        found = path.stat()
        if not (S_ISREG(found.st_mode) or path.is_dir()):
            raise ClaimsError("is a pipe or a device, not a file: name the claim sheet")
        if found.st_size > _MOST_BYTES:
            raise ClaimsError("is larger than any claim sheet (over 1 GB): name the claim sheet")
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise ClaimsError("does not exist: name the sheet that `claims export` wrote") from error
    except OSError as error:
        raise ClaimsError(f"cannot be read ({error.strerror}): name a file that can") from error
    if not data.strip():
        raise ClaimsError("is empty: name the claim sheet, an .xlsx, .ods or .csv file")
    return data


def _of_workbook(data: bytes) -> Mapping[str, Worksheet]:
    if problem := problem_of(data):
        raise ClaimsError(problem)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(repaired(data)))
    except CalamineError as error:
        raise _unreadable(error) from error

    @cache
    def worksheet(name: str) -> tuple[CalamineSheet, Formulas]:
        try:
            return book.get_sheet_by_name(name), formulas(data, name)
        except CalamineError as error:
            raise _unreadable(error) from error

    def merged(name: str) -> Sequence[MergedCells]:
        sheet = worksheet(name)[0]
        first = sheet.start[1] if sheet.start else 0
        return [
            replace(cells, first_column=cells.first_column - first, last_column=cells.last_column - first)
            for cells in merged_over_rows(sheet, partial(content_of, data))
        ]

    return {
        name: Worksheet(partial(_rows, worksheet, name), partial(merged, name)) for name in book.sheet_names
    }


def _rows(worksheet: Callable[[str], tuple[CalamineSheet, Formulas]], name: str) -> CellRows:
    sheet, without_value = worksheet(name)
    first = sheet.start[1] if sheet.start else 0
    for number, row in enumerate(sheet.iter_rows(), 1):
        for column, text in without_value.get(number, {}).items():
            if 0 <= column - first < len(row):
                row[column - first] = text
        yield row


def _unreadable(error: Exception) -> ClaimsError:
    reason = " ".join(str(error).split())
    return ClaimsError(f"cannot be read as a workbook ({reason}): save it again, or take an earlier copy")


def _rows_of_csv(data: bytes, is_header: Callable[[Sequence[str]], bool]) -> list[list[str]]:
    """The rows of a CSV file, with its line breaks as LF; its separator is the one with which some row is a header."""
    text = decoded(data)
    if text is None and b"\0" not in data:
        raise ClaimsError(
            "is not in UTF-8, and its encoding cannot be told: save it as CSV in UTF-8, or as .xlsx"
        )
    if text is None or "\0" in text:
        raise ClaimsError("is not a CSV file: name the claim sheet, an .xlsx, .ods or .csv file")
    head = text[:_LOOKED_AT]
    try:
        separator = next((s for s in _SEPARATORS if any(map(is_header, _parsed(head, s)))), ",")
        return [[field.replace("\r\n", "\n") for field in row] for row in _parsed(text, separator)]
    except csv.Error as error:
        raise ClaimsError(f"cannot be read as CSV ({error}): save it again as CSV, or as .xlsx") from error


def _parsed(text: str, separator: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
