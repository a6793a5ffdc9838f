"""LibreOffice opens the sheet, shows the same values, and what it saves is understood."""

import csv
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook
from tarnholt import CLAIMS, FINDINGS

from claims import sheet
from claims.exporting import Findings
from claims.records import Speaker

SOFFICE = shutil.which("soffice")
pytestmark = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")

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


def convert(path: Path, kind: str, folder: Path) -> Path:
    assert SOFFICE
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [
        SOFFICE,
        profile,
        "--headless",
        "--convert-to",
        kind,
        "--outdir",
        str(folder / "out"),
        str(path),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    (made,) = (folder / "out").iterdir()
    return made


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


def test_what_it_saves_is_a_claim_sheet_still(tmp_path: Path) -> None:
    sheet.write(FINDINGS, tmp_path / "claims.xlsx")
    saved = convert(tmp_path / "claims.xlsx", "xlsx", tmp_path)
    before, after = (load_workbook(path)["Claims"] for path in (tmp_path / "claims.xlsx", saved))
    assert list(after.iter_rows(values_only=True, max_row=6)) == list(before.iter_rows(values_only=True))
    assert len(after.data_validations.dataValidation) == 3
    sheet.write(FINDINGS, saved)
    assert saved.read_bytes() == (tmp_path / "claims.xlsx").read_bytes()
