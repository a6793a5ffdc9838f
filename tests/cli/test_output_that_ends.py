"""What reads the output stops, or the disk is full: no traceback; and names that are empty."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import Run

pytestmark = pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a pipe that ends and /dev/full")


@pytest.mark.parametrize("form", ["--json", "--csv", None])
def test_a_program_that_has_read_enough_is_no_error(desk: Path, form: str | None) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "claims", "search", "--ledger", str(desk), *([form] if form else [])]
    done = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, text=True, check=False)
    os.close(writing)
    assert done.stderr == ""
    assert done.returncode in (0, 1)


def test_a_full_disk_is_one_line(desk: Path) -> None:
    command = [sys.executable, "-m", "claims", "search", "--json", "--ledger", str(desk)]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "the output could not be written" in done.stderr


@pytest.mark.parametrize("name", ["", " "])
@pytest.mark.parametrize("command", ["add", "extract", "remove", "history", "show", "review"])
def test_an_empty_name_is_an_error(claims: Run, desk: Path, command: str, name: str) -> None:
    ledger = [] if command == "extract" else ["--ledger", desk]
    before = desk.read_bytes()
    done = claims(command, name, *ledger)
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
    assert desk.read_bytes() == before
