import json
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from tests.cli.running import Run


def test_a_dossier_shows_all_its_parts_in_the_terminal(claims: Run, desk: Path) -> None:
    done = claims("dossier", "vellmor", "--ledger", desk)
    assert done.code == 0
    assert done.out.startswith(
        "Idra Vellmoor (a2c16637af66): Fire Chief; 4 statements; 2026-03-14 to 2026-03-15"
    )
    for heading in (
        "Roles over time",
        "Mentions",
        "Who quotes",
        "Developments",
        "Changed between versions",
        "About:",
    ):
        assert heading in done.out, heading


def test_a_program_gets_the_same_as_json(claims: Run, desk: Path) -> None:
    (found,) = json.loads(claims("dossier", "vellmoor", "--json", "--ledger", desk).out)
    assert [quoting["claims"] for quoting in found["outlets"]] == [3, 2]
    statements: list[dict[str, Any]] = json.loads(
        claims("timeline", "vellmoor", "--json", "--ledger", desk).out
    )
    assert found["statements"] == statements
    assert [statement["date"] for statement in statements] == sorted(s["date"] for s in statements)


def test_a_timeline_marks_developments(claims: Run, desk: Path) -> None:
    done = claims("timeline", "vellmoor", "--ledger", desk)
    assert done.out.count("development from 2026-03-14 to 2026-03-15, figure: 41 / 17") == 2
    assert "4 statements" in done.err


def test_every_file_has_what_the_terminal_shows(claims: Run, desk: Path, tmp_path: Path) -> None:
    page, book, note = (tmp_path / f"v.{ending}" for ending in ("html", "xlsx", "md"))
    done = claims("dossier", "vellmoor", "--ledger", desk, "--html", page, "--xlsx", book, "--md", note)
    assert done.code == 0, done.err
    words = "that 17 people had been taken to hospital"
    assert words in page.read_text("utf-8")
    assert words in note.read_text("utf-8")
    opened = load_workbook(book)
    assert opened.sheetnames == ["Statements", "Names", "Outlets", "Conflicts", "Changes"]
    assert any(words in str(cell.value) for row in opened["Statements"] for cell in row)
    before = book.read_bytes()
    assert claims("dossier", "vellmoor", "--ledger", desk, "--xlsx", book).code == 0
    assert book.read_bytes() == before


def test_a_claim_sheet_is_not_written_over(claims: Run, desk: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "sheet.xlsx"
    assert claims("export", sheet, "--ledger", desk).code == 0
    before = sheet.read_bytes()
    done = claims("dossier", "vellmoor", "--ledger", desk, "--xlsx", sheet)
    assert (done.code, sheet.read_bytes()) == (2, before)
    assert 'holds a worksheet "Claims" that would be lost; export to another name' in done.err


@pytest.mark.parametrize("command", ["dossier", "timeline"])
def test_who_is_nobody_or_several_is_told_in_one_line(claims: Run, desk: Path, command: str) -> None:
    done = claims(command, "Xylander", "--ledger", desk)
    assert (done.code, done.out) == (2, "")
    assert done.err == "claims: no speaker matches 'Xylander': `claims speakers` lists them all\n"
