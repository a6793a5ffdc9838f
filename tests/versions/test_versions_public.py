"""The real pairs of revisions stay above what was reached, a little less."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

PUBLIC = Path("../shared/benchmarks/revisions_public")
SCORER = Path("../shared/benchmarks/score_changes.py")
FLOORS = {"recall": 0.92, "full_recall": 0.77, "precision_exhaustive": 0.85}


@pytest.mark.skipif(not PUBLIC.exists(), reason=f"{PUBLIC} is not here")
def test_the_changes_of_real_articles_are_found(tmp_path: Path) -> None:
    out = tmp_path / "changes.jsonl"
    subprocess.run([sys.executable, "benchmarks/changes.py", PUBLIC, out], check=True)
    printed = subprocess.run(
        [sys.executable, SCORER, PUBLIC, out, "--json"], check=True, capture_output=True, text=True
    ).stdout
    reached = json.loads(printed)["sentence"]
    assert sum(reached["controls"].values()) == 0
    assert {name: reached[name] for name, floor in FLOORS.items() if reached[name] < floor} == {}
