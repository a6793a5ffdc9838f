import json
import os
import signal
import subprocess
import sys
from pathlib import Path

from tests.cli.running import Run

ARTICLES = 40


def test_add_killed_in_the_middle_is_completed_by_a_second_add(claims: Run, tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    for number in range(ARTICLES):
        text = f"Mayor Idra Vellmoor said that bridge {number} would open in May.\n" * 3
        (folder / f"{number:03}.txt").write_text(text, "utf-8")
    ledger = tmp_path / "claims.db"
    command = [sys.executable, "-m", "claims", "add", str(folder), "--ledger", str(ledger)]
    unbuffered = {**os.environ, "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=unbuffered
    ) as adding:
        assert adding.stdout is not None
        for _ in range(3):
            assert adding.stdout.readline()
        os.kill(adding.pid, signal.SIGKILL)
    assert adding.returncode == -signal.SIGKILL

    half = json.loads(claims("search", "--json", "--ledger", ledger).out)
    assert 0 < len(half) < ARTICLES * 3

    again = claims("add", folder, "--ledger", ledger)
    assert again.code == 0
    assert "already in the ledger" in again.out
    whole = json.loads(claims("search", "--json", "--ledger", ledger).out)
    assert len({claim["url_or_file"] for claim in whole}) == ARTICLES
    assert len(whole) == ARTICLES * 3
    assert {claim["id"] for claim in half} <= {claim["id"] for claim in whole}
