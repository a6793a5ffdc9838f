"""Tutorial, guides and README do what they say: their commands run in an empty folder, and print what is shown."""

import re
import shutil
import sys
from pathlib import Path

import pytest
from openpyxl import load_workbook

sys.path.insert(0, str(Path(__file__).parents[1] / "docs"))
from tutorial import GUIDES, README, TUTORIAL, Command, run, steps

_NOW = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d")


def test_what_the_tutorial_shows_is_what_happens(tmp_path: Path) -> None:
    page = TUTORIAL.read_text("utf-8")
    shutil.copytree("seeds", tmp_path / "seeds")
    for command, printed in run(page, tmp_path):
        shown = _NOW.sub("now", command.shown)
        assert _NOW.sub("now", printed) == shown, f"{command.line}: run `python docs/tutorial.py`"
    states = {
        str(row[1]): row[14]
        for row in load_workbook(tmp_path / "after.xlsx")["Claims"].iter_rows(2, values_only=True)
    }
    assert load_workbook(tmp_path / "after.xlsx")["Claims"]["O1"].value == "To be settled"
    assert {text[:14]: state for text, state in states.items() if state} == {
        "that 17 people": "made on version 1"
    }


def test_what_the_readme_shows_is_what_happens(tmp_path: Path) -> None:
    shutil.copytree("seeds", tmp_path / "seeds")
    ran = list(run(README.read_text("utf-8"), tmp_path))
    for command, printed in ran:
        assert printed == command.shown, f"{command.line}: run `python docs/tutorial.py README.md`"
    assert {command.line.split()[1] for command, _ in ran} >= {"add", "search", "groups", "diff", "export"}
    assert load_workbook(tmp_path / "sheet.xlsx")["Claims"].max_row > 20


@pytest.mark.parametrize("guide", [guide for guide in GUIDES if guide.name != "index.md"], ids=str)
def test_what_a_guide_shows_is_what_happens(guide: Path, tmp_path: Path) -> None:
    shutil.copytree("seeds", tmp_path / "seeds")
    ran = list(run(guide.read_text("utf-8"), tmp_path))
    for command, printed in ran:
        shown = _NOW.sub("now", command.shown)
        assert _NOW.sub("now", printed) == shown, f"{command.line}: run `python docs/tutorial.py {guide}`"
    assert len(ran) >= 2
    assert not any("Traceback" in printed or "Usage:" in printed for _, printed in ran)


def test_it_goes_all_the_way() -> None:
    typed = [step.line for step in steps(TUTORIAL.read_text("utf-8")) if isinstance(step, Command)]
    for command in ("add", "search", "export", "review", "verdicts", "decisions", "history"):
        assert any(line.startswith(f"claims {command}") for line in typed)
    assert any(line.endswith("--dry-run") for line in typed)
    assert len([step for step in steps(TUTORIAL.read_text("utf-8")) if not isinstance(step, Command)]) >= 5
