"""What people filled in is never overwritten."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from claims import sheet
from claims.errors import ClaimsError
from claims.exporting import Findings
from tests.sheet.tarnholt import CLAIMS, FINDINGS, VERDICT

BARE = Findings(CLAIMS)


def edit(path: Path, change: Callable[[Worksheet], object]) -> None:
    book = load_workbook(path)
    change(book["Claims"])
    book.save(path)


def column(page: Worksheet, heading: str) -> int:
    return next(number for number, cell in enumerate(page[1], 1) if cell.value == heading)


def fill(heading: str, value: str | int | date, row: int = 3) -> Callable[[Worksheet], object]:
    return lambda page: page.cell(row, column(page, heading), value)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    target = tmp_path / "claims.xlsx"
    sheet.write(BARE, target)
    return target


def refused(findings: Findings, path: Path, reason: str) -> None:
    before = path.read_bytes()
    with pytest.raises(ClaimsError, match=reason) as caught:
        sheet.write(findings, path)
    assert str(caught.value).startswith(str(path))
    assert str(caught.value).endswith("; export to another name")
    assert "\n" not in str(caught.value)
    assert path.read_bytes() == before
    assert len(list(path.parent.iterdir())) == 1


def test_an_untouched_sheet_is_replaced(path: Path) -> None:
    edit(path, lambda page: None)
    assert sheet.write(Findings(CLAIMS[:2]), path).claims == 2
    assert load_workbook(path)["Claims"].max_row == 3


@pytest.mark.parametrize(
    ("heading", "value"),
    [
        ("Attribution", "correct"),
        ("Truth", "false"),
        ("Reviewer", "Ana"),
        ("Reviewed on", date(2026, 3, 9)),
        ("Evidence link", "https://e.example"),
        ("Note", "call him"),
        ("Note", 0),
    ],
)
def test_anything_filled_in_is_kept(heading: str, value: str | int | date, path: Path) -> None:
    edit(path, fill(heading, value))
    refused(BARE, path, r"holds verdicts that this export would lose \(the first in row 3\)")


def test_a_sheet_whose_verdicts_are_known_is_replaced(path: Path) -> None:
    path.unlink()
    sheet.write(FINDINGS, path)
    sheet.write(FINDINGS, path)
    later = replace(VERDICT, reviewer="Bo", decided=date(2026, 3, 10), truth="mixed")
    sheet.write(replace(FINDINGS, verdicts=(VERDICT, later)), path)
    page = load_workbook(path)["Claims"]
    assert page.cell(2, column(page, "Reviewer")).value == "Bo"


def test_a_verdict_that_differs_from_the_known_one_is_kept(path: Path) -> None:
    path.unlink()
    sheet.write(FINDINGS, path)
    edit(path, fill("Truth", "false", row=2))
    refused(FINDINGS, path, "row 2")


def test_a_verdict_of_a_claim_left_out_is_kept_unless_known(path: Path) -> None:
    path.unlink()
    sheet.write(FINDINGS, path)
    refused(Findings(CLAIMS[1:]), path, "row 2")
    assert sheet.write(Findings(CLAIMS[1:], (), (VERDICT,)), path).claims == 4


def test_sorted_rows_and_moved_columns_are_understood(path: Path) -> None:
    path.unlink()
    sheet.write(FINDINGS, path)

    def turn_around(page: Worksheet) -> None:
        head, *rows = [list(row)[::-1] for row in page.iter_rows(values_only=True)]
        for number, values in enumerate([head, *rows[::-1]], 1):
            for index, value in enumerate(values, 1):
                page.cell(number, index).value = value

    edit(path, turn_around)
    refused(BARE, path, "row 6")
    assert sheet.write(FINDINGS, path).claims == 5


@pytest.mark.parametrize("headings", [("Note", "Note"), (None, None), ("", "Extra")])
@pytest.mark.parametrize("filled", [40, 41])
def test_a_heading_twice_or_none_hides_nothing(headings: tuple[str, str], filled: int, path: Path) -> None:
    def add(page: Worksheet) -> None:
        page.cell(1, 40, headings[0])
        page.cell(1, 41, headings[1])
        page.cell(4, filled, "call him")

    edit(path, add)
    refused(BARE, path, "row 4")


def test_a_column_of_their_own_is_kept(path: Path) -> None:
    edit(path, lambda page: (page.cell(1, 40, "Call back"), page.cell(5, 40, "Monday")))
    refused(BARE, path, r"holds a column of its own that this export would lose \(filled in row 5\)")


def test_a_worksheet_of_their_own_is_kept(path: Path) -> None:
    book = load_workbook(path)
    book.create_sheet("Calls")
    book.save(path)
    refused(BARE, path, 'holds a worksheet "Calls"')


@pytest.mark.parametrize("title", ["Budget", "Claims"])
def test_another_workbook_is_kept(title: str, path: Path) -> None:
    book = Workbook()
    book.worksheets[0].title = title
    book.worksheets[0]["A1"] = "Rent"
    book.save(path)
    refused(BARE, path, "is not a claim sheet")


@pytest.mark.parametrize(
    "content", [b"not a workbook", b"PK\x03\x04broken", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2_000)]
)
def test_what_cannot_be_read_is_kept(content: bytes, path: Path) -> None:
    path.write_bytes(content)
    refused(BARE, path, "cannot be read as a workbook")


@pytest.mark.parametrize("share", [0.3, 0.9])
def test_a_truncated_sheet_is_kept(share: float, path: Path) -> None:
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * share)])
    refused(BARE, path, "cannot be read as a workbook")


def test_an_empty_file_holds_nothing(path: Path) -> None:
    path.write_bytes(b"")
    assert sheet.write(BARE, path).claims == 5
