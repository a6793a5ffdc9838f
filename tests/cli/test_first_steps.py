"""What a newcomer meets first: the bare command, its version, its help, and a terminal that is not like ours."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import claims as package
from claims.cli.examples import EXAMPLES
from tests.cli.running import Run


@pytest.fixture
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("CLAIMS_LEDGER", raising=False)
    return tmp_path


def in_a_shell(*args: object, **environment: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "claims", *map(str, args)]
    return subprocess.run(command, capture_output=True, check=False, env={**os.environ, **environment})


@pytest.mark.usefixtures("empty")
def test_the_bare_command_says_how_to_begin(claims: Run) -> None:
    done = claims()
    assert (done.code, done.err) == (0, "")
    assert "There is no ledger claims.db yet" in done.out
    assert "claims add PATH|URL..." in done.out
    assert not Path("claims.db").exists()


def test_the_bare_command_says_what_the_ledger_has_and_what_comes_next(
    claims: Run, desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLAIMS_LEDGER", str(desk))
    done = claims()
    assert "3 articles, 24 claims, 11 speakers" in done.out
    assert "claims export sheet.xlsx" in done.out


@pytest.mark.parametrize("option", ["--version", "-V"])
def test_the_version_is_one_line(claims: Run, option: str) -> None:
    done = claims(option)
    assert (done.code, done.out) == (0, f"claims {package.__version__}\n")


def test_the_package_is_the_command_too() -> None:
    assert in_a_shell("--version").stdout.decode().split() == ["claims", package.__version__]


@pytest.mark.parametrize("words", EXAMPLES)
def test_every_help_ends_with_its_examples(claims: Run, words: str) -> None:
    shown = claims(*words.removeprefix("claims").split(), "--help").out
    below = shown.rpartition("Example")[2]
    assert [line for line in EXAMPLES[words] if line not in below] == []


def test_no_color_leaves_no_colour_and_the_parts_of_a_claim_are_told_apart_by_words(
    claims: Run, desk: Path
) -> None:
    (claim,) = json.loads(claims("search", "--speaker", "azzawi", "--json", "--ledger", desk).out)
    coloured = in_a_shell("show", claim["id"], "--ledger", desk, FORCE_COLOR="1", COLUMNS="100")
    plain = in_a_shell("show", claim["id"], "--ledger", desk, FORCE_COLOR="1", NO_COLOR="1", COLUMNS="100")
    assert b"\x1b[1;36m" in coloured.stdout
    assert b"[cue: " not in coloured.stdout
    assert b"\x1b[1;36m" not in plain.stdout
    assert b"[cue: " in plain.stdout
    assert b"[content: " in plain.stdout


@pytest.mark.parametrize("columns", [30, 44, 60])
def test_a_narrow_terminal_loses_no_word(claims: Run, desk: Path, columns: int) -> None:
    def shown(*args: str) -> str:
        done = in_a_shell(*args, "--ledger", desk, COLUMNS=str(columns))
        lines = done.stdout.decode().splitlines()
        assert max(map(len, lines)) <= columns
        return "".join(done.stdout.decode().split())

    (claim,) = json.loads(claims("search", "--speaker", "azzawi", "--json", "--ledger", desk).out)
    content = "".join(claim["content"].split())
    assert content in shown("search", "--speaker", "azzawi")
    assert f"content:{content}" in shown("show", claim["id"])


def test_what_a_program_reads_is_utf_8_whatever_the_system_speaks(desk: Path) -> None:
    old = {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
    done = in_a_shell("search", "roof", "--json", "--ledger", desk, **old)
    assert "“The roof came down" in json.loads(done.stdout)[0]["content"]
