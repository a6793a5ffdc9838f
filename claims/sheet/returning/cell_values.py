"""What a cell means, whatever type the program that saved it gave it: a text, a day, a word of a vocabulary, an id."""

import re
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Final

from claims.exporting import for_csv, for_workbook, without_marks
from claims.sheet.returning.spreadsheet_file import Cell
from claims.sheet.writing.cells import DAY_0

_FIRST, _LAST = 36_526, 73_050
"""Numbers that count days: from 2000-01-01 to 2099-12-31."""
_ID_DIGITS: Final = 12

_YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ][\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?")
_YEAR_LAST = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?: [\d:.]+)?")
_NUMBER = re.compile(r"\d{5}(?:\.\d+)?")
_EXPONENT = re.compile(r"\d(?:\.\d+)?E\+?\d+", re.IGNORECASE)


def text_of(cell: Cell) -> str:
    """What a cell says, line breaks as LF, without blanks at its ends; whole numbers without a point.

    The apostrophes that an export to CSV puts before what might be run as a formula are taken off.
    """
    if isinstance(cell, str):
        text = cell.replace("\r\n", "\n").replace("\r", "\n")
        return without_marks(text) if "'" in text else text.strip()
    if isinstance(cell, bool):
        return str(cell).lower()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime) and not (cell.hour or cell.minute or cell.second):
        return cell.date().isoformat()
    return cell.isoformat() if isinstance(cell, date) else str(cell)


def says(cell: Cell, known: str) -> bool:
    """Whether a cell holds this text as an export writes it, if need be altered or cut."""
    if cell == known:
        return True
    text = text_of(cell)
    return text in (known, text_of(known), *(text_of(safe(known).text) for safe in (for_workbook, for_csv)))


def id_of(cell: Cell) -> str:
    """The claim's id; one of digits alone that was taken for a number gets its leading zeros back."""
    text = text_of(cell).lower()
    return text.zfill(_ID_DIGITS) if text.isdigit() else text


def is_rounded(id_: str) -> bool:
    """Whether an id looks like one that a program took for a number and cut, such as 1.23e+11."""
    return _EXPONENT.fullmatch(id_) is not None


def word_of(cell: Cell, words: Iterable[str]) -> str | None:
    """Which of the words a cell says, in any case; None if it is none of them.

    A spreadsheet program may have taken "true" for a truth value, and have saved that as 1.
    """
    said = " ".join(text_of(cell).split()).casefold()
    if isinstance(cell, float) and cell in {0.0, 1.0}:
        said = "true" if cell else "false"
    return next((word for word in words if word.casefold() == said), None)


def day_of(cell: Cell) -> date:
    """The day that a cell gives: a date, a count of days as spreadsheet programs have it, or a text.

    Raises :class:`ValueError`, which says in words what is wrong, where it gives none or may be one of two.
    """
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    text = text_of(cell)
    if _NUMBER.fullmatch(text) and _FIRST <= int(float(text)) <= _LAST:
        return DAY_0 + timedelta(int(float(text)))
    try:
        if year_first := _YEAR_FIRST.fullmatch(text):
            return date(*map(int, year_first.groups()))
        if year_last := _YEAR_LAST.fullmatch(text):
            one, mark, other, year = year_last.groups()
            return _day_and_month(int(one), int(other), int(year), by_points=mark == ".")
        return date.fromisoformat(text)
    except ValueError as error:
        if "may be" in str(error):
            raise
        raise ValueError(f"{shown(text)} is no date: write it as 2026-03-31") from error


def is_day(cell: Cell, day: date) -> bool:
    """Whether a cell gives this day."""
    try:
        return day_of(cell) == day
    except ValueError:
        return False


def shown(text: str) -> str:
    """A cell's text as a message names it: on one line, not too long, in quotation marks."""
    line = " ".join(text.split())
    return f'"{line[:60]}…"' if len(line) > 60 else f'"{line}"'


def _day_and_month(one: int, other: int, year: int, *, by_points: bool) -> date:
    """The day of a date that ends with its year: points are written after day and month only."""
    if by_points or one > 12 or one == other:
        return date(year, other, one)
    if other > 12:
        return date(year, one, other)
    first, second = date(year, other, one), date(year, one, other)
    raise ValueError(f"may be {first} or {second}: write it as one of these")
