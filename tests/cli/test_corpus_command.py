"""What `claims corpus` needs beside the package is said in a line."""

import sys
from pathlib import Path

import pytest

from tests.cli.running import Run


@pytest.mark.parametrize("step", ["link", "merge", "sample", "load"])
def test_without_pyspark_a_line_says_what_to_install(
    claims: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    for name in ("pyspark", "pyspark.sql"):
        monkeypatch.setitem(sys.modules, name, None)
    done = claims("corpus", step, tmp_path)
    assert (done.code, done.out) == (2, "")
    assert done.err.splitlines() == [done.err.strip()]
    assert 'pip install "claimsheet[spark]"' in done.err


def test_without_java_a_line_says_so(claims: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pyspark")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("JAVA_HOME", raising=False)
    done = claims("corpus", "link", tmp_path)
    assert done.code == 2
    assert "install a Java runtime" in done.err
