"""The cells of a file that a desk filled in, as LibreOffice, Excel, Google Sheets, openpyxl or pandas saved it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from functools import cache, partial
from io import BytesIO
from pathlib import Path
from typing import Final

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook

from claims.errors import ClaimsError
from claims.sheet.reading_csv import rows_of
from claims.sheet.reading_formulas import Formulas, formulas
from claims.sheet.reading_ods import with_breaks
from claims.sheet.reading_zip import problem_of

Cell = str | bool | int | float | date | datetime | time | timedelta
"""What a cell holds; an empty one holds ""."""
Rows = Iterator[Sequence[Cell]]
"""All rows of a worksheet from its first one, hidden ones too."""

_MOST_BYTES: Final = 1_000_000_000
_WORKBOOKS: Final = {".xlsx", ".xlsm", ".ods"}
_NO_TEXT: Final = (b"%pdf", b"<html", b"<!doctype", b"{\\rtf", b"<?xml", b"\x89png", b"gif8", b"\xff\xd8\xff")


def worksheets(path: Path, is_header: Callable[[Sequence[Cell]], bool]) -> Mapping[str, Callable[[], Rows]]:
    """The worksheets of a file, by name in their order, each as what gives its rows; a CSV file has one, "".

    The file's content says what it is, whatever its name; it is read once and never written. ``is_header`` tells
    the separators of a CSV file apart. Raises :class:`ClaimsError`, in words that follow the file's name, where it
    is missing, damaged, encrypted, too large or something else; so do the functions that give the rows.
    """
    data = _bytes_of(path)
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0")):
        return _of_workbook(data)
    if path.suffix.lower() in _WORKBOOKS:
        raise ClaimsError("is not a workbook, whatever its name says: name the claim sheet")
    start = data[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith(_NO_TEXT):
        raise ClaimsError("is not a spreadsheet: name the claim sheet, an .xlsx, .ods or .csv file")
    listed = rows_of(data, is_header)
    return {"": lambda: iter(listed)}


def _bytes_of(path: Path) -> bytes:
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise ClaimsError("is larger than any claim sheet (over 1 GB): name the claim sheet")
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise ClaimsError("does not exist: name the sheet that `claims export` wrote") from error
    except OSError as error:
        raise ClaimsError(f"cannot be read ({error.strerror}): name a file that can") from error
    if not data.strip():
        raise ClaimsError("is empty: name the claim sheet, an .xlsx, .ods or .csv file")
    return data


def _of_workbook(data: bytes) -> Mapping[str, Callable[[], Rows]]:
    if problem := problem_of(data):
        raise ClaimsError(problem)
    try:
        book = CalamineWorkbook.from_filelike(BytesIO(with_breaks(data)))
    except CalamineError as error:
        raise _unreadable(error) from error

    @cache
    def worksheet(name: str) -> tuple[CalamineSheet, Formulas]:
        try:
            return book.get_sheet_by_name(name), formulas(data, name)
        except CalamineError as error:
            raise _unreadable(error) from error

    return {name: partial(_rows, worksheet, name) for name in book.sheet_names}


def _rows(worksheet: Callable[[str], tuple[CalamineSheet, Formulas]], name: str) -> Rows:
    sheet, without_value = worksheet(name)
    first = sheet.start[1] if sheet.start else 0
    for number, row in enumerate(sheet.iter_rows(), 1):
        for column, text in without_value.get(number, {}).items():
            row[column - first] = text
        yield row


def _unreadable(error: Exception) -> ClaimsError:
    reason = " ".join(str(error).split())
    return ClaimsError(f"cannot be read as a workbook ({reason}): save it again, or take an earlier copy")
