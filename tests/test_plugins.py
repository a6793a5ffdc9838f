"""Installed packages add readers, exporters and taggers by entry points, and one that fails is named."""

import importlib
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from claims.errors import ClaimsError
from claims.exporting import csv
from claims.plugins import Registry

ROOT = Path(__file__).parents[1]
READER, EXPORTER, TAGGER = re.findall(
    r"```python\n(.*?)```", (ROOT / "docs" / "extending.md").read_text("utf-8"), re.DOTALL
)


def install(folder: Path, package: str, code: str, **points: str) -> None:
    """Lay a distribution into a folder as an installer does: its module, its metadata and its entry points."""
    (folder / f"{package}.py").write_text(code)
    info = folder / f"{package}-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {package}\nVersion: 1.0\n")
    lines = (f"[claims.{group}]\n{point}\n" for group, point in points.items())
    (info / "entry_points.txt").write_text("".join(lines))


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run Python with the folder among its packages, and in it."""
    path = os.pathsep.join([str(folder), str(ROOT)])
    environment = {**os.environ, "PYTHONPATH": path}
    command = [sys.executable, *arguments]
    return subprocess.run(command, capture_output=True, text=True, cwd=folder, env=environment, check=False)


def test_packages_as_the_documentation_has_them_add_a_reader_and_an_exporter(tmp_path: Path) -> None:
    install(tmp_path, "claims_epub", READER, readers=".epub = claims_epub:read")
    install(tmp_path, "claims_bib", EXPORTER, exporters=".bib = claims_bib:write")
    articles = tmp_path / "articles"
    articles.mkdir()
    (articles / "bridge.epub").write_text("of which the example reads nothing")
    added = run(tmp_path, "-m", "claims", "add", "articles")
    assert added.returncode == 0, added.stderr
    exported = run(tmp_path, "-m", "claims", "export", "all.bib")
    assert exported.returncode == 0, exported.stderr
    assert (tmp_path / "all.bib").read_text() == "Ida Holm: The bridge is unsafe\n"


def test_a_package_as_the_documentation_has_it_adds_a_tagger(tmp_path: Path) -> None:
    install(tmp_path, "claims_said", TAGGER, taggers="said = claims_said:SaidTagger")
    (tmp_path / "bridge.txt").write_text("Ida Holm said that the bridge is unsafe. Nobody else spoke.")
    extracted = run(tmp_path, "-m", "claims", "extract", "bridge.txt", "--model", "said", "--json")
    assert extracted.returncode == 0, extracted.stderr
    (found,) = json.loads(extracted.stdout)
    assert (found["speaker"], found["content"]) == ("Ida Holm", "that the bridge is unsafe")
    assert found["words_confidence"] == 0.8
    added = run(tmp_path, "-m", "claims", "add", "bridge.txt", "--model", "said")
    assert added.returncode == 0, added.stderr
    unknown = run(tmp_path, "-m", "claims", "extract", "bridge.txt", "--model", "sad")
    assert (unknown.returncode, len(unknown.stderr.splitlines())) == (2, 1)
    assert "sad: no such folder, and no installed tagger" in unknown.stderr


def test_a_package_that_fails_is_named_in_one_line_and_only_where_it_is_used(tmp_path: Path) -> None:
    install(tmp_path, "broken", "import no_such_module", readers=".memo = broken:read")
    (tmp_path / "bridge.memo").write_text("The bridge is unsafe, mayor Ida Holm said.")
    failed = run(tmp_path, "-m", "claims", "extract", "bridge.memo")
    assert failed.returncode == 2
    assert failed.stderr == (
        "claims: the package broken, which adds .memo to claims.readers, cannot be used "
        "(ModuleNotFoundError: No module named 'no_such_module'): update or uninstall it\n"
    )
    assert run(tmp_path, "-m", "claims", "--help").returncode == 0
    (tmp_path / "bridge.txt").write_text("The bridge is unsafe, mayor Ida Holm said.")
    read = run(tmp_path, "-c", "import claims; print(claims.read('bridge.txt').text)")
    assert read.stdout == "The bridge is unsafe, mayor Ida Holm said.\n"


def test_what_comes_with_the_tool_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(tmp_path, "greedy", EXPORTER, exporters=".csv = greedy:write\n.my.csv = greedy:write")
    monkeypatch.syspath_prepend(tmp_path)
    importlib.invalidate_caches()
    found = Registry("claims.exporters", {".csv": csv.write})
    assert list(found) == [".csv", ".my.csv"]
    assert len(found) == 2
    assert found[".csv"] is csv.write
    assert ".my.csv" in found
    assert ".pdf" not in found
    with pytest.raises(KeyError):
        found[".pdf"]


def test_an_entry_point_that_is_no_function_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(tmp_path, "figures", "write = 3", exporters=".three = figures:write")
    monkeypatch.syspath_prepend(tmp_path)
    importlib.invalidate_caches()
    found = Registry("claims.exporters", {".csv": csv.write})
    with pytest.raises(
        ClaimsError, match=r"^the package figures, .* \(figures:write is no function\): update"
    ):
        found[".three"]
