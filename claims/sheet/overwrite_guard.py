"""What people have put into a claim sheet is never overwritten."""

import warnings
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from itertools import zip_longest
from pathlib import Path
from typing import Final

from openpyxl import load_workbook

from claims.errors import ClaimsError
from claims.exporting import for_workbook
from claims.records import Verdict
from claims.sheet.claim_columns import CLAIM_COLUMNS, CLAIMS, REVIEW_COLUMNS, VERDICT_FIELDS
from claims.sheet.pages import PAGES

_UNREADABLE: Final = "exists and cannot be read as a workbook ({})"
_ID = CLAIM_COLUMNS["id"].heading
_THEIRS = {column.heading for column in REVIEW_COLUMNS.values()}
_PAGES = {*PAGES, "Groups"}
"""The names of our worksheets; Groups is that of Assertions in sheets of release 0.1."""
_OURS = {column.heading for column in CLAIM_COLUMNS.values()} - _THEIRS


def refuse_loss(path: Path, verdicts: Iterable[Verdict]) -> None:
    """Do nothing where ``path`` may be written over: it is not there, or all that people added is in ``verdicts``.

    Raises ClaimsError where a workbook of that name holds a verdict, column or worksheet that would be lost,
    is not a claim sheet, or cannot be read, so that nobody knows what it holds.
    """
    if not path.is_file() or not path.stat().st_size:
        return
    problem = _problem(path, verdicts)
    if problem:
        raise ClaimsError(f"{path} {problem}; export to another name")


def refuse_other(path: Path, pages: Collection[str]) -> None:
    """Do nothing where ``path`` may be written over: it is not there, or has no other worksheets than these.

    Raises ClaimsError where a workbook of that name has others, or cannot be read.
    """
    if not path.is_file() or not path.stat().st_size:
        return
    try:
        with warnings.catch_warnings(), path.open("rb") as file:
            warnings.simplefilter("ignore")
            others = [name for name in load_workbook(file, read_only=True).sheetnames if name not in pages]
    except Exception as error:  # a broken workbook can raise anything
        raise ClaimsError(f"{path} {_UNREADABLE.format(_reason(error))}; export to another name") from error
    if others:
        raise ClaimsError(
            f'{path} holds a worksheet "{others[0]}" that would be lost; export to another name'
        )


def _problem(path: Path, verdicts: Iterable[Verdict]) -> str | None:
    try:
        with warnings.catch_warnings(), path.open("rb") as file:
            # openpyxl warns of whatever it does not know; nothing of this is kept.
            warnings.simplefilter("ignore")
            book = load_workbook(file, read_only=True)
            added = [name for name in book.sheetnames if name not in _PAGES]
            if CLAIMS not in book.sheetnames:
                return "is a workbook that is not a claim sheet"
            if added:
                return f'holds a worksheet "{added[0]}" that this export would lose'
            sheet = book[CLAIMS]
            sheet.reset_dimensions()
            return _problem_of_rows(sheet.iter_rows(values_only=True), verdicts)
    except Exception as error:  # a broken workbook can raise anything
        return _UNREADABLE.format(_reason(error))


def _reason(error: Exception) -> str:
    return " ".join(str(error).split()) or type(error).__name__


def _problem_of_rows(rows: Iterator[Sequence[object]], verdicts: Iterable[Verdict]) -> str | None:
    headings = [_text(value) for value in next(rows, ())]
    if _ID not in headings:
        return "is a workbook that is not a claim sheet"
    known = defaultdict(list)
    for verdict in verdicts:
        known[verdict.claim_id].append(_cells(verdict))
    for number, row in enumerate(rows, 2):
        cells = list(zip_longest(headings, row))
        added = ((heading, _text(value)) for heading, value in cells if heading not in _OURS)
        filled = [(heading, text) for heading, text in added if text]
        if not _THEIRS.issuperset(heading for heading, _ in filled):
            return f"holds a column of its own that this export would lose (filled in row {number})"
        if filled and not any(_holds(verdict, filled) for verdict in known[_text(dict(cells)[_ID])]):
            return f"holds verdicts that this export would lose (the first in row {number})"
    return None


def _cells(verdict: Verdict) -> dict[str, str]:
    """What a verdict says under each heading."""
    return {REVIEW_COLUMNS[name].heading: _text(get(verdict)) for name, get in VERDICT_FIELDS.items()}


def _holds(verdict: Mapping[str, str], filled: Iterable[tuple[str, str]]) -> bool:
    # As `claims review` understands it, whatever the case.
    return all(verdict[heading].casefold() == text.casefold() for heading, text in filled)


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        value = value.date()
    return value.isoformat() if isinstance(value, date) else for_workbook(str(value)).text.strip()
