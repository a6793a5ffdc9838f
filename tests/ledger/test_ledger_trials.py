"""Commands killed at the points at which they change the ledger, and commands at once; see trials.py."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

TRIALS = Path(__file__).with_name("trials.py")
POINTS = Path(__file__).with_name("kill_points.c")

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork and SIGKILL")


def trials(folder: Path, *arguments: object, preload: Path | None = None) -> list[str]:
    env = os.environ | ({"LD_PRELOAD": str(preload)} if preload else {})
    command = [sys.executable, str(TRIALS), str(folder), *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, env=env, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout.splitlines()


def test_a_killed_command_leaves_what_was_or_what_will_be_and_is_completed_by_the_same_again(
    tmp_path: Path,
) -> None:
    assert len(trials(tmp_path, "kills", 101)) == 11


def test_commands_at_once_leave_what_one_after_the_other_would(tmp_path: Path) -> None:
    assert len(trials(tmp_path, "races", 0, 4)) == 4


@pytest.mark.trials
@pytest.mark.skipif(not sys.platform.startswith("linux") or not shutil.which("cc"), reason="needs a compiler")
def test_a_command_killed_at_any_call_that_changes_a_file_is_completed_by_the_same_again(
    tmp_path: Path,
) -> None:
    library = tmp_path / "points.so"
    subprocess.run(["cc", "-shared", "-fPIC", "-o", library, POINTS, "-ldl"], check=True)
    print(*trials(tmp_path, "kills", 13, library, preload=library), sep="\n")


@pytest.mark.trials
def test_many_commands_at_once_leave_what_one_after_the_other_would(tmp_path: Path) -> None:
    print(*trials(tmp_path, "races", 0, 60), sep="\n")
