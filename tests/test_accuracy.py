import subprocess
import sys
from pathlib import Path

import pytest

CORPORA = Path("../shared/benchmarks")


@pytest.mark.skipif(not CORPORA.exists(), reason="the benchmark corpora are not on this machine")
def test_no_figure_is_below_its_floor() -> None:
    done = subprocess.run([sys.executable, "benchmarks/gate.py"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
