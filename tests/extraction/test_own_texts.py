"""Who speaks in our own short texts of the kinds that users name, where the corpora's scorer is at hand."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SCORER = ROOT.parent / "shared" / "benchmarks" / "score_who.py"
LEAST = 92.0
"""Of 100 mentions so many were right when the texts were last added to, less a half."""


@pytest.mark.skipif(not SCORER.exists(), reason="the benchmarks are not beside the repository")
def test_who_speaks_in_our_own_texts() -> None:
    told = subprocess.run(
        [sys.executable, ROOT / "benchmarks" / "own_texts.py"], capture_output=True, text=True, check=True
    ).stdout
    right = re.search(r"^all .* ([\d.]+) %$", told, re.MULTILINE)
    assert right is not None
    assert float(right[1]) >= LEAST, told
