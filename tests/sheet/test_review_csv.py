"""Verdicts go out as CSV and come back: the apostrophes that keep a spreadsheet from running them come off again."""

import csv
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from claims import desk
from claims.exporting.safe_text import for_csv, without_marks
from claims.ledger import Ledger
from claims.records import Verdict
from tests.properties import examples
from tests.sheet.review_desk import ANA, BO, CYR, FILLED, export, tarnholt_ledger

FORMULAS = (
    "=1+1", "+1", "-2+3 is no sum", "@SUM(A1)", "'=1", "''=1", "'-", "a;=1", "a\n=1", "a\n\n=1", "a;'=1", "\t=1",
    "＝1", " =1", " '=1", "- first\n- second", "'tis so", "a; -1", "a;\n +1", "'\n=1", "'\t'='",
)  # fmt: skip
TEXT = st.one_of(
    st.text("'=+-@;\t\n a＝", max_size=12), st.text(max_size=30), st.sampled_from(FORMULAS)
).filter(lambda text: bool(comes_back(text)))


def comes_back(text: str) -> str:
    """What a CSV file can hold of a text, without blanks at its ends, as a reviewer's cell is read."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    kept = (c if c in "\t\n" or (c >= " " and c not in "\ufffe\uffff") else "�" for c in lines)
    return "".join("�" if "\ud800" <= c <= "\udfff" else c for c in kept).strip()


@given(st.text("'=+-@;\t\n a＝", max_size=12))
@example(" '\n'=")
@example("'\n")
@examples(2000)
def test_what_is_put_there_comes_off_and_nothing_else(text: str) -> None:
    assert without_marks(for_csv(text).text) == text.strip()


def with_texts(note: str, evidence: str, speaker: str) -> tuple[Verdict, ...]:
    return (
        replace(ANA, note=note),
        replace(BO, evidence=evidence),
        replace(CYR, corrected_speaker=speaker, attribution="wrong speaker"),
    )


@examples(40)
@given(TEXT, TEXT, TEXT)
def test_any_text_of_a_verdict_survives_csv(note: str, evidence: str, speaker: str) -> None:
    given_ = with_texts(*map(comes_back, (note, evidence, speaker)))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "sheet.csv"
        with tarnholt_ledger(Path(folder) / "one.db") as ledger:
            ledger.record(*given_)
            export(ledger, path)
            again = desk.review(ledger, path)
            assert (again.given, again.refused, again.unchanged) == ((), (), len(given_))
        assert_safe(path)
        with tarnholt_ledger(Path(folder) / "two.db") as other:
            assert brought(other, path) == {v.claim_id: v for v in given_}


@pytest.mark.parametrize("text", FORMULAS)
def test_a_formula_in_a_note_is_shown_and_comes_back_as_it_was(text: str, tmp_path: Path) -> None:
    verdicts = with_texts(text.strip(), text.strip(), text.strip())
    with tarnholt_ledger(tmp_path / "one.db") as ledger:
        ledger.record(*verdicts)
        export(ledger, tmp_path / "sheet.csv")
    assert_safe(tmp_path / "sheet.csv")
    with tarnholt_ledger(tmp_path / "two.db") as other:
        assert brought(other, tmp_path / "sheet.csv") == {v.claim_id: v for v in verdicts}


def assert_safe(path: Path) -> None:
    """No field can be run by a program that opens the file."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        assert not [c for row in csv.reader(file) for c in row if c.strip()[:1] in tuple("=+-@＝")]


def brought(ledger: Ledger, path: Path) -> dict[str, Verdict]:
    found = desk.review(ledger, path)
    assert (found.changed, found.refused, len(found.new)) == ((), (), len(FILLED))
    return {given.verdict.claim_id: given.verdict for given in found.new}
