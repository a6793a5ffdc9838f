"""A folder of everything: each of its files is in the account of `claims add`, as what it is."""

import os
import subprocess
import sys


def test_every_file_of_a_mixed_folder_is_accounted_for() -> None:
    done = subprocess.run(
        [sys.executable, "benchmarks/inbox.py", "60"],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "COLUMNS": "300"},
    )
    assert done.returncode == 0, done.stdout + done.stderr
    first, again = done.stdout.splitlines()[1:3]
    assert "from 60 files" in first or "60 in all" in first
    assert "new" not in again
