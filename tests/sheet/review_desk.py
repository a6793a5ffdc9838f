"""A ledger with the claims of Tarnholt, and sheets of it that somebody filled in."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from claims import desk
from claims.ledger import Ledger
from claims.records import Verdict
from tests.sheet.tarnholt import CLAIMS, COURIER, VALE

IDS = [claim.id for claim in CLAIMS]
DAY = date(2026, 3, 9)

ANA = Verdict(IDS[0], "Ana", DAY, "correct", "true", "https://e.example/1", "Checked.\nTwice.", version=1)
BO = Verdict(IDS[1], "Bo", date(2026, 3, 10), "wrong words", None, None, "=1+1", None, "nobody was warned", 1)
CYR = Verdict(IDS[4], "Cyr", date(2026, 3, 11), "not a claim", "mostly false", note="001", version=1)
FILLED = (ANA, BO, CYR)

HEADINGS: Mapping[str, Callable[[Verdict], str | date | None]] = {
    "Attribution": lambda v: v.attribution,
    "Truth": lambda v: v.truth,
    "Reviewer": lambda v: v.reviewer,
    "Reviewed on": lambda v: v.decided,
    "Note": lambda v: v.note,
    "Evidence link": lambda v: v.evidence,
    "Right speaker": lambda v: v.corrected_speaker,
    "Right words": lambda v: v.corrected_words,
}


@contextmanager
def tarnholt_ledger(path: Path) -> Iterator[Ledger]:
    path.write_bytes(_tarnholt())
    with Ledger.open(path) as opened:
        yield opened


@cache
def _tarnholt() -> bytes:
    """The ledger as a file, made once for all the tests of a process."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "claims.db")
        with Ledger.open(path, create=True) as made:
            made.add(VALE, CLAIMS[:3])
            made.add(COURIER, CLAIMS[3:])
            desk.refresh(made)
        return path.read_bytes()


def export(ledger: Ledger, path: Path) -> Path:
    desk.export(ledger.claims(), path, ledger=ledger)
    return path


def edited(path: Path, change: Callable[[Worksheet], object], to: Path | None = None) -> Path:
    book = load_workbook(path)
    change(book["Claims"])
    book.save(to or path)
    return to or path


def columns(page: Worksheet) -> dict[str, int]:
    return {str(cell.value): number for number, cell in enumerate(page[1], 1) if cell.value}


def fill(page: Worksheet, verdicts: Sequence[Verdict]) -> None:
    """Put verdicts beside their claims, as a reviewer does."""
    at = columns(page)
    rows = {page.cell(row, at["Claim id"]).value: row for row in range(2, page.max_row + 1)}
    for verdict in verdicts:
        for heading, get in HEADINGS.items():
            cell = page.cell(rows[verdict.claim_id], at[heading])
            cell.value = get(verdict)
            if isinstance(cell.value, str):
                cell.data_type = "s"  # what a text looks like is no formula


def put(heading: str, value: Any, row: int = 2) -> Callable[[Worksheet], object]:
    return lambda page: page.cell(row, columns(page)[heading], value)


def row_of(path: Path, id_: str) -> int:
    page = load_workbook(path)["Claims"]
    at = columns(page)["Claim id"]
    return next(row for row in range(2, page.max_row + 1) if page.cell(row, at).value == id_)


def by_id(verdicts: list[Verdict]) -> dict[str, Verdict]:
    assert len({v.claim_id for v in verdicts}) == len(verdicts)
    return {v.claim_id: v for v in verdicts}
