import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

CORPORA = Path("../shared/benchmarks")
ABSENT = not CORPORA.exists() and not os.environ.get("CI")


def gate(script: str | Path = "benchmarks/gate.py", ci: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, script],
        env=os.environ | {"CI": ci, "PYTHONPATH": str(Path.cwd())},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    """The gate in a project of its own, beside which no corpora lie."""
    shutil.copytree("benchmarks", tmp_path / "project" / "benchmarks")
    return tmp_path / "project" / "benchmarks" / "gate.py"


@pytest.mark.minutes
@pytest.mark.skipif(ABSENT, reason="the benchmark corpora are not on this machine")
def test_no_figure_is_below_its_floor() -> None:
    done = gate(ci=os.environ.get("CI", ""))
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_gate_says_where_the_corpora_are_absent(elsewhere: Path) -> None:
    done = gate(elsewhere)
    assert done.returncode == 0
    assert done.stderr.startswith("skipped: ")
    assert done.stderr.endswith(" is not here\n")


def test_the_gate_fails_in_ci_where_the_corpora_are_absent(elsewhere: Path) -> None:
    done = gate(elsewhere, ci="1")
    assert done.returncode == 1
    assert "CI is set" in done.stderr
    assert "is not here" in done.stderr


def test_the_gate_fails_on_a_corpus_that_changed(elsewhere: Path) -> None:
    corpora = elsewhere.parents[2] / "shared" / "benchmarks"
    corpora.mkdir(parents=True)
    (corpora / "news.jsonl").write_text("{}", "utf-8")
    elsewhere.with_name("floors.toml").write_text("digests = { 'news.jsonl' = '0123' }\n[news]\n", "utf-8")
    done = gate(elsewhere)
    assert done.returncode == 1
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1
    assert "news.jsonl is not what the floors were measured with: restore it, or put 44136fa3" in done.stderr


def test_every_corpus_with_floors_has_its_digest() -> None:
    floors = tomllib.loads(Path("benchmarks/floors.toml").read_text("utf-8"))
    digested = {name.removesuffix(".jsonl") for name in floors["digests"]}
    ours = {"collected"}  # labels of our own, in training/
    assert floors.keys() - {"digests"} - ours <= digested
