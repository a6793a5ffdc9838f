"""Whatever stands in an article, the workbook is sound and holds it as text."""

import itertools
import re
import zipfile
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pandas as pd
import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st
from openpyxl import load_workbook

from claims import sheet
from claims.exporting import Findings, Report
from claims.records import Speaker, Verdict
from tests.properties import examples
from tests.sheet.tarnholt import CLAIMS, FINDINGS

OUR_FORMULA = re.compile(
    r'COUNTA\(Claims![$A-Z0-9:]+\)|COUNTIF\(Claims![$A-Z0-9:]+,"[a-z ]+"\)|IF\([$B0-9]+=0,0,[$B0-9/]+\)'
)
"""Those of the page Summary, which count verdicts; nothing in them comes from an article."""
ANY_TEXT = st.text(st.characters(exclude_categories=()), min_size=1)
NASTY = [
    "=1+1", "=cmd|' /C calc'!A0", "+1", "-2+3", "@SUM(A1)", "\t=1+1", "\r=1+1", "\n=1+1", "＝1", "＋1", "－1", "＠x",
    '=HYPERLINK("http://evil.example","x")', "#N/A", "#REF!", "001", "3-12", "1e5", "TRUE", "nan", "NULL", "'quoted",
    "12345678901234567890", " both sides ", "two  spaces", "\ttab", "a\nb", "<b>&amp;</b>", "]]>", "_x0041_", "a\0b",
    "\ud800", "\uffff", "\x1b[31m", "🌊", "e\u0301", "\u2028", "\u202e", "\u0600", "\u064b", "نادية",
]  # fmt: skip


def write_text(text: str, folder: Path) -> tuple[Report, Path]:
    """A sheet whose speaker, role, outlet, title and note are the text."""
    article = replace(CLAIMS[0].article, outlet=text, title=text)
    claim = replace(CLAIMS[0], article=article, speaker=Speaker(text, "person", text))
    note = Verdict(claim.id, "Ana", FINDINGS.verdicts[0].decided, note=text)
    path = folder / "text.xlsx"
    path.unlink(missing_ok=True)
    return sheet.write(Findings((claim,), (), (note,)), path), path


def check(text: str, folder: Path) -> None:
    report, path = write_text(text, folder)
    page = load_workbook(path)["Claims"]
    by_heading = {heading.value: cell for heading, cell in zip(page[1], page[2], strict=True)}
    frame = pd.read_excel(path, sheet_name="Claims", engine="openpyxl", dtype=str, keep_default_na=False)
    for heading in ("Speaker", "Role", "Outlet", "Article", "Note"):
        assert by_heading[heading].data_type == "s"
        assert (by_heading[heading].value == text) == (report.altered == 0)
        assert frame[heading][0] == by_heading[heading].value
    check_parts(path)


def check_parts(path: Path) -> None:
    """Every part is well-formed XML, and no cell holds a formula or an error."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: ET.fromstring(archive.read(name)) for name in archive.namelist()}
    for name, part in parts.items():
        if name.startswith("xl/worksheets/sheet"):
            formulas = {element.text for element in part.iter("*") if element.tag.endswith("}f")}
            assert all(OUR_FORMULA.fullmatch(formula or "") for formula in formulas)
            assert "e" not in {element.get("t") for element in part.iter("*")}


@pytest.mark.parametrize("text", NASTY)
def test_nasty_text_stays_text(text: str, tmp_path: Path) -> None:
    check(text, tmp_path)


@given(ANY_TEXT)
@examples(40, suppress=[HealthCheck.function_scoped_fixture])
def test_any_text_comes_back_or_is_reported(tmp_path: Path, text: str) -> None:
    check(text, tmp_path)


def test_what_looks_like_a_formula_stays_text_when_it_is_edited(tmp_path: Path) -> None:
    page = load_workbook(write_text("=1+1", tmp_path)[1])["Claims"]
    assert page["A2"].quotePrefix
    assert not page["B2"].quotePrefix


@pytest.mark.parametrize("length", [40_000, 100_000])
def test_a_very_long_quotation_is_cut_and_goes_on(length: int, tmp_path: Path) -> None:
    text = ("and then it rained " * (length // 19)).strip()
    report, path = write_text(text, tmp_path)
    book = load_workbook(path)
    cell = book["Claims"]["A2"].value
    assert cell.endswith("…")
    assert 32_700 < len(cell) <= 32_767
    headings, *rows = book["Continued"].iter_rows(values_only=True)
    pieces = [dict(zip(headings, row, strict=True)) for row in rows]
    speaker = [p for p in pieces if (p["Page"], p["Column"]) == ("Claims", "Speaker")]
    assert [p["Part"] for p in speaker] == list(range(2, 2 + len(speaker)))
    assert {p["Claim id"] for p in pieces if p["Page"] == "Claims"} == {CLAIMS[0].id}
    assert " ".join(p.removesuffix("…") for p in (cell, *(p["Text"] for p in speaker))) == text
    assert {p["Column"] for p in pieces if p["Page"] == "Claims"} == {
        "Speaker",
        "Role",
        "Outlet",
        "Article",
        "Note",
    }
    assert dict(report.alterations) == {"length": report.altered}


def test_nothing_needs_altering_in_ordinary_text(tmp_path: Path) -> None:
    assert write_text("“Peña’s café — 5 %”", tmp_path)[0].altered == 0


def test_a_link_cannot_break_the_package(tmp_path: Path) -> None:
    marks = ['"', "<", ">", "&", "'", " ", "\\", "^", "`", "{", "|", "}", "%", "%4", "#", "##", "é", "\n"]
    urls = [f"https://a.example/{a}x{b}" for a, b in itertools.product(marks, marks)]
    claims = tuple(replace(CLAIMS[0], article=replace(CLAIMS[0].article, url=url)) for url in urls)
    sheet.write(Findings(claims), tmp_path / "links.xlsx")
    check_parts(tmp_path / "links.xlsx")
