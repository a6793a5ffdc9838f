"""``claims review`` and ``claims verdicts``: what they tell, and that nothing is stored where anything is refused."""

import json
import shutil
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.cli.running import Run


@pytest.fixture
def own(desk: Path, tmp_path: Path) -> Path:
    """A copy of the samples' ledger, to be changed."""
    return Path(shutil.copy(desk, tmp_path / "own.db"))


@pytest.fixture
def sheet(claims: Run, own: Path, tmp_path: Path) -> Path:
    path = tmp_path / "sheet.xlsx"
    assert claims("export", path, "--ledger", own).code == 0
    fill(
        path, 2, {"Attribution": "correct", "Truth": "true", "Reviewer": "Ana", "Note": "The minutes say so."}
    )
    return path


def fill(path: Path, row: int, values: dict[str, str]) -> str:
    """Fill in a row; gives the claim's id."""
    book = load_workbook(path)
    page = book["Claims"]
    at = {cell.value: number for number, cell in enumerate(page[1], 1)}
    for heading, value in values.items():
        page.cell(row, at[heading], value)
    book.save(path)
    return str(page.cell(row, at["Claim id"]).value)


def listed(claims: Run, own: Path, *options: str) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(claims("verdicts", *options, "--json", "--ledger", own).out)
    return found


def test_a_dry_run_shows_the_verdicts_and_stores_none(claims: Run, own: Path, sheet: Path) -> None:
    done = claims("review", sheet, "--dry-run", "--ledger", own)
    assert done.code == 0
    assert "new by Ana" in done.out
    assert "correct; true; The minutes say so." in done.out
    assert "1 new, 0 changed, 0 unchanged; nothing was stored" in done.out
    assert listed(claims, own) == []


def test_verdicts_are_taken_back_shown_and_listed(claims: Run, own: Path, sheet: Path) -> None:
    assert "1 new, 0 changed, 0 unchanged" in claims("review", sheet, "--ledger", own).out
    assert "0 new, 0 changed, 1 unchanged" in claims("review", sheet, "--ledger", own).out
    [verdict] = listed(claims, own)
    assert (verdict["reviewer"], verdict["verdict_truth"]) == ("Ana", "true")
    shown = claims("show", verdict["claim"], "--ledger", own)
    assert "Ana: correct; true; The minutes say so." in shown.out
    [record] = json.loads(claims("show", verdict["claim"], "--json", "--ledger", own).out)
    assert record["verdicts"] == [verdict]


def test_a_change_is_told_with_the_old_and_the_new_value(claims: Run, own: Path, sheet: Path) -> None:
    claims("review", sheet, "--ledger", own)
    fill(sheet, 2, {"Truth": "mixed"})
    assert "Truth: true → mixed" in claims("review", sheet, "--ledger", own).out
    told = json.loads(claims("review", sheet, "--json", "--ledger", own).out)
    assert (told["new"], told["changed"], told["unchanged"], told["refused"]) == ([], [], 1, [])


def test_what_is_refused_is_told_a_line_each_and_nothing_is_stored(
    claims: Run, own: Path, sheet: Path
) -> None:
    fill(sheet, 3, {"Truth": "maybe", "Reviewer": "Ana"})
    fill(sheet, 4, {"Truth": "true", "Reviewed on": "soon"})
    done = claims("review", sheet, "--ledger", own)
    assert done.code == 2
    lines = [line for line in done.err.splitlines() if "row" in line]
    assert [line.split(": ", 2)[2].split(":")[0] for line in lines] == [
        "row 3, Truth",
        "row 4, Reviewer",
        "row 4, Reviewed on",
    ]
    assert "3 refused, so nothing was stored" in done.err
    assert listed(claims, own) == []
    told = json.loads(claims("review", sheet, "--json", "--ledger", own).out)
    assert [(r["row"], r["column"]) for r in told["refused"]] == [
        (3, "Truth"),
        (4, "Reviewer"),
        (4, "Reviewed on"),
    ]


def test_who_filled_in_the_sheet_can_be_said_once(claims: Run, own: Path, sheet: Path) -> None:
    fill(sheet, 3, {"Truth": "false"})
    assert claims("review", sheet, "--reviewer", "Bo", "--ledger", own).code == 0
    assert {verdict["reviewer"] for verdict in listed(claims, own)} == {"Ana", "Bo"}


def test_a_renamed_column_is_told(claims: Run, own: Path, sheet: Path) -> None:
    assert "not read" not in claims("review", sheet, "--dry-run", "--ledger", own).out
    book = load_workbook(sheet)
    page = book["Claims"]
    next(cell for cell in page[1] if cell.value == "Note").value = "Our note"
    book.save(sheet)
    done = claims("review", sheet, "--dry-run", "--ledger", own)
    assert 'not read, since no column of a claim sheet is called so: "Our note"' in done.out
    assert json.loads(claims("review", sheet, "--dry-run", "--json", "--ledger", own).out)["unread"] == [
        "Our note"
    ]


def test_a_dispute_is_told_and_listed(claims: Run, own: Path, sheet: Path) -> None:
    claims("review", sheet, "--ledger", own)
    id_ = fill(sheet, 2, {"Truth": "false", "Reviewer": "Bo"})
    done = claims("review", sheet, "--ledger", own)
    assert f"disputed: {id_}; `claims show {id_}` tells who says what" in done.out
    assert [v["reviewer"] for v in listed(claims, own, "--disputed")] == ["Ana", "Bo"]
    assert "the latest verdicts of its reviewers differ" in claims("show", id_, "--ledger", own).out
    fill(sheet, 2, {"Truth": "true"})
    assert "disputed" not in claims("review", sheet, "--ledger", own).out
    assert listed(claims, own, "--disputed") == []


def test_a_right_speaker_is_a_decision_that_can_be_undone(claims: Run, own: Path, sheet: Path) -> None:
    id_ = fill(sheet, 2, {"Attribution": "wrong speaker", "Right speaker": "Pell Okonwick"})
    assert f"decided: speaker of {id_} is Pell Okonwick" in claims("review", sheet, "--ledger", own).out
    [claim] = json.loads(claims("show", id_, "--json", "--ledger", own).out)
    assert claim["speaker"] == "Pell Okonwick"
    claims("undo", "1", "--ledger", own)
    assert json.loads(claims("show", id_, "--json", "--ledger", own).out)[0]["speaker"] != "Pell Okonwick"


def test_right_words_stand_beside_those_of_the_article(claims: Run, own: Path, sheet: Path) -> None:
    id_ = fill(sheet, 2, {"Attribution": "wrong words", "Right words": "that it rained"})
    before = json.loads(claims("show", id_, "--json", "--ledger", own).out)[0]["content"]
    claims("review", sheet, "--ledger", own)
    assert "Right words" in claims("show", id_, "--ledger", own).out
    assert json.loads(claims("show", id_, "--json", "--ledger", own).out)[0]["content"] == before


def test_a_file_that_is_no_claim_sheet_is_one_line(claims: Run, own: Path, tmp_path: Path) -> None:
    (tmp_path / "notes.xlsx").write_bytes(b"PK\x03\x04")
    done = claims("review", tmp_path / "notes.xlsx", "--ledger", own)
    assert done.code == 2
    assert done.err.count("\n") == 1
    assert "is damaged or was not copied whole" in done.err


def test_without_verdicts_there_is_nothing_to_list(claims: Run, own: Path) -> None:
    for option in ([], ["--gone"], ["--disputed"]):
        done = claims("verdicts", *option, "--ledger", own)
        assert (done.code, done.out) == (0, "")
        assert "no such verdict" in done.err
