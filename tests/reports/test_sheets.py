"""Sheets that were filled in, of the kinds that users file reports on: exported, edited and reviewed."""

import csv
import shutil
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from openpyxl import load_workbook

from claims import desk
from claims.ledger import Ledger
from tests.cli.running import Done, Run
from tests.reports.expectations import MORE
from tests.reports.test_ledgers import added, printed
from tests.sheet.review_desk import columns, edited

TEXT = "Bridge\n\nAnna Keller said the bridge is safe.\n\n“=1+1 is two,” Bob Ames said.\n"
SAME = {"Truth": "true", "Reviewer": "Eve"}


@pytest.fixture(scope="module")
def desk_with_a_sheet(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of two claims, and beside it the sheet of it, both to be copied."""
    folder = tmp_path_factory.mktemp("desk")
    (folder / "1.txt").write_text(TEXT, "utf-8")
    with Ledger.open(folder / "claims.db", create=True) as opened:
        desk.add(opened, str(folder / "1.txt"))
        desk.export(opened.claims(), folder / "s.xlsx", ledger=opened)
    return folder


@pytest.fixture
def ledger(desk_with_a_sheet: Path, tmp_path: Path) -> Path:
    shutil.copytree(desk_with_a_sheet, tmp_path, dirs_exist_ok=True)
    return tmp_path / "claims.db"


def exported(claims: Run, ledger: Path, name: str = "s.xlsx") -> Path:
    sheet = ledger.with_name(name)
    assert claims("export", sheet, "--ledger", ledger).code == 0
    return sheet


def reviewed(claims: Run, ledger: Path, sheet: Path) -> Done:
    done = claims("review", sheet, "--ledger", ledger)
    assert "Traceback" not in done.err
    return done


def ids_on(sheet: Path) -> set[str]:
    """The ids of the claims on a sheet."""
    page = load_workbook(sheet)["Claims"]
    at = columns(page)["Claim id"]
    return {str(page.cell(row, at).value) for row in range(2, page.max_row + 1)}


def verdicts(claims: Run, ledger: Path) -> list[dict[str, Any]]:
    return printed(claims, "verdicts", "--ledger", ledger)


def filled(claims: Run, ledger: Path, cells: dict[str, Any]) -> Done:
    """What the command says of a sheet whose first row somebody filled in."""

    def fill(page: Any) -> None:
        for heading, value in cells.items():
            cell = page.cell(2, columns(page)[heading])
            cell.value = value
            if isinstance(value, str) and value.startswith("#"):
                cell.data_type = "e"

    return reviewed(claims, ledger, edited(ledger.with_name("s.xlsx"), fill, ledger.with_name("f.xlsx")))


def test_a_boolean_cell_is_a_verdict(claims: Run, ledger: Path) -> None:
    assert filled(claims, ledger, {"Truth": True, "Reviewer": "Eve"}).code == 0
    assert [v["verdict_truth"] for v in verdicts(claims, ledger)] == ["true"]


@pytest.mark.parametrize(("reviewer", "note"), [("None", "NA"), ("NULL", "nan"), ("True", "-"), ("N/A", "0")])
def test_a_text_that_looks_like_no_value_is_kept(reviewer: str, note: str, claims: Run, ledger: Path) -> None:
    assert filled(claims, ledger, {"Truth": "true", "Reviewer": reviewer, "Note": note}).code == 0
    [verdict] = verdicts(claims, ledger)
    assert (verdict["reviewer"], verdict["note"]) == (reviewer, note)


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({"Reviewed on": "04/05/2026"}, ["row 2, Reviewed on", "2026-04-05", "2026-05-04"]),
        ({"Reviewed on": "1-2-2026"}, ["row 2, Reviewed on", "2026-02-01", "2026-01-02"]),
        ({"Reviewed on": "yesterday"}, ["row 2, Reviewed on", "yesterday"]),
        ({"Truth": "ture"}, ["row 2, Truth", '"ture" is none of', "mostly false"]),
        ({"Truth": "yes"}, ["row 2, Truth", '"yes" is none of']),
        ({"Attribution": "right"}, ["row 2, Attribution", '"right" is none of', "wrong speaker"]),
        ({"Truth": "#N/A"}, ["row 2", "Truth", "#N/A"]),
        ({"Attribution": "#NAME?"}, ["row 2", "Attribution", "#NAME?"]),
        ({"Reviewed on": "#VALUE!"}, ["row 2", "Reviewed on", "#VALUE!"]),
    ],
)
def test_what_cannot_be_taken_is_refused_with_its_place(
    cells: dict[str, Any], said: list[str], claims: Run, ledger: Path
) -> None:
    done = filled(claims, ledger, SAME | cells)
    assert done.code == 2
    assert all(words in done.err for words in said), done.err
    assert verdicts(claims, ledger) == []


def test_a_row_copied_with_another_verdict_is_refused_with_both_rows(claims: Run, ledger: Path) -> None:
    def copy(page: Any) -> None:
        at = columns(page)
        page.cell(2, at["Truth"], "true")
        page.append([cell.value for cell in page[2]])
        page.cell(page.max_row, at["Truth"], "false")

    done = reviewed(claims, ledger, edited(ledger.with_name("s.xlsx"), copy, ledger.with_name("f.xlsx")))
    assert done.code == 2
    assert "in rows 2 and 4 with different verdicts" in done.err
    assert verdicts(claims, ledger) == []


def test_a_row_copied_as_it_is_counts_once(claims: Run, ledger: Path) -> None:
    def copy(page: Any) -> None:
        at = columns(page)
        page.cell(2, at["Truth"], "true")
        page.cell(2, at["Reviewer"], "Eve")
        page.append([cell.value for cell in page[2]])

    assert (
        reviewed(claims, ledger, edited(ledger.with_name("s.xlsx"), copy, ledger.with_name("f.xlsx"))).code
        == 0
    )
    assert len(verdicts(claims, ledger)) == 1


@pytest.mark.parametrize("name", ["f.xlsx", "f.csv"])
def test_a_sheet_that_went_through_pandas_is_taken(name: str, claims: Run, ledger: Path) -> None:
    frame = pd.read_excel(ledger.with_name("s.xlsx"), engine="openpyxl", sheet_name="Claims")
    frame["Truth"] = frame["Truth"].astype(object)
    frame["Reviewer"] = frame["Reviewer"].astype(object)
    frame.loc[0, ["Truth", "Reviewer"]] = ["true", "Eve"]
    file = ledger.with_name(name)
    frame.to_excel(file, index=False, sheet_name="Claims") if name == "f.xlsx" else frame.to_csv(
        file, index=False
    )
    assert reviewed(claims, ledger, file).code == 0
    assert [v["verdict_truth"] for v in verdicts(claims, ledger)] == ["true"]


def test_words_that_look_like_a_formula_are_text(claims: Run, tmp_path: Path) -> None:
    openings = ("=1+1 is two", "+49 is a number", "-5 is cold", "@home is a place", "=cmd|'x'!A1 it is")
    ledger = added(
        claims, tmp_path, "\n\n".join(["Bridge", *(f"“{words},” Bob Ames said." for words in openings)])
    )
    cells = [cell for row in load_workbook(exported(claims, ledger))["Claims"].iter_rows() for cell in row]
    said = [cell for cell in cells if any(words in str(cell.value) for words in openings)]
    assert len(said) >= len(openings)
    assert {cell.data_type for cell in said} == {"s"}
    with exported(claims, ledger, "s.csv").open(encoding="utf-8-sig", newline="") as file:
        texts = [cell for row in csv.reader(file) for cell in row if any(words in cell for words in openings)]
    assert len(texts) >= len(openings)
    assert not any(text.startswith(("=", "+", "-", "@")) for text in texts)


def test_characters_that_no_workbook_takes_are_exported(claims: Run, tmp_path: Path) -> None:
    signs = "\x0b\x0c\x1f\x85\u2028\ufffe\ue000\u200f"
    said = (f"Anna Keller said the{sign} tunnel number {n} was closed." for n, sign in enumerate(signs))
    ledger = added(claims, tmp_path, "\n\n".join(["Bridge", *said]))
    assert ids_on(exported(claims, ledger)) == {
        claim["id"] for claim in printed(claims, "search", "--ledger", ledger)
    }


@pytest.mark.parametrize("length", [300, 40_000])
def test_a_long_address_loses_no_claim(length: int, claims: Run, tmp_path: Path) -> None:
    page = tmp_path / "a.html"
    address = "https://hamm.example/story?" + "&".join(["x=1"] * (length // 4))
    page.write_text(
        f"<!doctype html><html><head><meta charset=utf-8><title>Bridge opens in Hamm</title><link rel=canonical "
        f"href='{address}'></head><body><article><h1>Bridge opens</h1><p>The bridge is safe, Mayor Anna Keller said on "
        f"Monday in a long speech to the council of Hamm.</p>{MORE}</article></body></html>",
        "utf-8",
    )
    ledger = tmp_path / "claims.db"
    assert claims("add", page, "--ledger", ledger).code == 0
    found = printed(claims, "search", "--ledger", ledger)
    assert ids_on(exported(claims, ledger)) == {claim["id"] for claim in found}


@pytest.mark.parametrize("as_saved", ["9.87253e+11", "1.2E+11", "4.00231E11"])
def test_an_id_that_a_program_took_for_a_number_is_refused(as_saved: str, claims: Run, ledger: Path) -> None:
    sheet = exported(claims, ledger, "s.csv")
    with sheet.open(encoding="utf-8-sig", newline="") as file:
        heading, row, *rows = csv.reader(file)
    row[heading.index("verdict_truth")], row[heading.index("id")] = "true", as_saved
    with sheet.with_name("f.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([heading, row, *rows])
    done = reviewed(claims, ledger, sheet.with_name("f.csv"))
    assert done.code == 2
    assert "took the claim's id for the number" in done.err
    assert verdicts(claims, ledger) == []
