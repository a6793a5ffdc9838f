"""Verdicts come back from CSV in the dialects and encodings of spreadsheet programs, or the file is refused."""

import csv
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest
from openpyxl import load_workbook

from claims import desk
from claims.errors import ClaimsError
from claims.ledger import Ledger
from tests.sheet.review_desk import ANA, BO, CYR, FILLED, IDS, by_id, edited, put, row_of, tarnholt_ledger


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with tarnholt_ledger(tmp_path / "tarnholt.db") as opened:
        yield opened


def test_pandas_as_the_editor(ledger: Ledger, filled: Path, tmp_path: Path) -> None:
    table = pd.read_excel(filled, sheet_name="Claims", engine="openpyxl").sort_values(
        "Speaker", ascending=False
    )
    table = table[[*reversed(table.columns)]]
    table.to_excel(tmp_path / "pandas.xlsx", index=False)
    table.to_csv(tmp_path / "pandas.csv")
    for name in ("pandas.xlsx", "pandas.csv"):
        found = desk.review(ledger, tmp_path / name, dry_run=True)
        assert by_id([g.verdict for g in found.new]) == by_id(list(FILLED))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_csv_in_the_dialects_of_spreadsheet_programs(
    ledger: Ledger, filled: Path, tmp_path: Path, encoding: str, separator: str
) -> None:
    edited(filled, put("Note", "Überprüft – so steht es im „Kurier“.", row_of(filled, IDS[0])))
    path = tmp_path / "sheet.csv"
    with path.open("w", encoding=encoding, newline="") as file:
        writer = csv.writer(file, delimiter=separator)
        for row in load_workbook(filled)["Claims"].iter_rows(values_only=True):
            writer.writerow(["" if value is None else value for value in row])
    found = desk.review(ledger, path)
    expected = replace(ANA, note="Überprüft – so steht es im „Kurier“.")
    assert by_id([g.verdict for g in found.new]) == by_id([expected, BO, CYR])


@pytest.mark.parametrize(
    ("encoding", "note"),
    [
        ("cp1252", "vérifié à l’hôtel de ville, très sûr"),
        ("cp1251", "Проверено по протоколу заседания"),
        ("mac_roman", "geprüft – „stimmt so“ für Köln"),
        ("mac_roman", "checked: “as the minutes have it”, the mayor’s office"),
    ],
)
def test_a_note_in_the_encoding_of_an_old_program_comes_back_as_it_was_written(
    ledger: Ledger, filled: Path, tmp_path: Path, encoding: str, note: str
) -> None:
    path = in_encoding(filled, tmp_path, encoding, note)
    found = desk.review(ledger, path, dry_run=True)
    assert next(g.verdict.note for g in found.new if g.verdict.claim_id == IDS[0]) == note


@pytest.mark.parametrize(
    ("encoding", "note"),
    [
        ("cp1250", "sprawdzone w urzędzie, źródło pewne, słusznie"),
        ("cp1254", "İstanbul'da söylendi, ağır sınır"),
        ("cp1253", "ελέγχθηκε"),
        ("koi8-r", "Проверено по протоколу"),
        ("cp932", "確認済み"),
    ],
)
def test_an_encoding_that_cannot_be_told_is_refused(
    ledger: Ledger, filled: Path, tmp_path: Path, encoding: str, note: str
) -> None:
    path = in_encoding(filled, tmp_path, encoding, note)
    with pytest.raises(
        ClaimsError, match=r"its encoding cannot be told: save it as CSV in UTF-8, or as \.xlsx"
    ):
        desk.review(ledger, path)


def in_encoding(filled: Path, folder: Path, encoding: str, note: str) -> Path:
    """The sheet as CSV in an encoding, with a note on the first claim, and "?" for what the encoding has not."""
    edited(filled, put("Note", note, row_of(filled, IDS[0])))
    path = folder / "sheet.csv"
    with path.open("w", encoding=encoding, errors="replace", newline="") as file:
        writer = csv.writer(file)
        for row in load_workbook(filled)["Claims"].iter_rows(values_only=True):
            writer.writerow(["" if value is None else value for value in row])
    return path
