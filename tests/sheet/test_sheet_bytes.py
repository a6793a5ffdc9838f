"""The same findings give the same bytes; a failure leaves what was there."""

import os
import subprocess
import sys
import time
import zipfile
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook

from claims import sheet
from claims.errors import ClaimsError
from claims.exporting import Findings
from tests.sheet.tarnholt import FINDINGS, many

WRITE = "import sys, pathlib, tarnholt, claims.sheet; claims.sheet.write(tarnholt.FINDINGS, pathlib.Path(sys.argv[1]))"
LIMITED = """
import pathlib, resource, sys, tarnholt, claims.sheet
from claims.errors import ClaimsError
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), int(sys.argv[2])))
try:
    claims.sheet.write(tarnholt.many(2_000), pathlib.Path(sys.argv[1]))
except ClaimsError as error:
    print(error)
"""


def in_another_process(script: str, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    paths = os.pathsep.join([str(Path(__file__).parent), str(Path(__file__).parents[2])])
    return subprocess.run(
        [sys.executable, "-c", script, *arguments],
        env=os.environ | {"PYTHONPATH": paths} | environment,
        capture_output=True,
        text=True,
        check=True,
    )


def test_the_same_findings_give_the_same_bytes(tmp_path: Path) -> None:
    sheet.write(FINDINGS, tmp_path / "first.xlsx")
    time.sleep(2.1)  # a zip file counts every other second
    sheet.write(FINDINGS, tmp_path / "second.xlsx")
    in_another_process(WRITE, str(tmp_path / "third.xlsx"), PYTHONHASHSEED="7", TZ="Pacific/Kiritimati")
    first = (tmp_path / "first.xlsx").read_bytes()
    assert first == (tmp_path / "second.xlsx").read_bytes() == (tmp_path / "third.xlsx").read_bytes()


def test_times_come_from_the_articles(tmp_path: Path) -> None:
    sheet.write(FINDINGS, tmp_path / "dated.xlsx")
    properties = load_workbook(tmp_path / "dated.xlsx").properties
    assert properties.created == properties.modified == datetime(2026, 3, 4)
    with zipfile.ZipFile(tmp_path / "dated.xlsx") as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_undated_and_very_old_articles_have_a_date_too(tmp_path: Path) -> None:
    for published in (None, date(1605, 1, 1)):
        claim = replace(FINDINGS.claims[0], article=replace(FINDINGS.claims[0].article, published=published))
        sheet.write(Findings((claim,)), tmp_path / "undated.xlsx")
        assert load_workbook(tmp_path / "undated.xlsx")["Claims"]["A2"].value == "Ilse Marwick"


@pytest.mark.skipif(sys.platform == "win32", reason="limits of file size are POSIX")
@pytest.mark.parametrize("limit", [20_000, 1_000_000])
def test_a_full_disk_leaves_the_old_sheet(limit: int, tmp_path: Path) -> None:
    target = tmp_path / "out" / "claims.xlsx"
    temporary = tmp_path / "tmp"
    target.parent.mkdir()
    temporary.mkdir()
    sheet.write(many(5), target)
    before = target.read_bytes()
    done = in_another_process(LIMITED, str(target), str(limit), TMPDIR=str(temporary))
    assert done.stdout.startswith(f"cannot write {target}: ")
    assert done.stdout.count("\n") == 1
    assert done.stderr == ""
    assert target.read_bytes() == before
    assert [path.name for path in target.parent.iterdir()] == ["claims.xlsx"]
    assert list(temporary.iterdir()) == []


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(ClaimsError, match="does not exist; make it first"):
        sheet.write(many(1), tmp_path / "exports" / "claims.xlsx")


def test_a_folder_is_not_a_file(tmp_path: Path) -> None:
    with pytest.raises(ClaimsError, match="it is a folder"):
        sheet.write(many(1), tmp_path)
