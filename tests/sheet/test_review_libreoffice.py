"""Verdicts come back from LibreOffice: typed in there, sorted, partly hidden, and saved in each of its formats."""

import json
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from claims import desk
from claims.errors import ClaimsError
from claims.ledger import Ledger
from claims.records import Verdict
from tests.sheet.libreoffice import SOFFICE, convert
from tests.sheet.review_desk import ANA, BO, CYR, FILLED, HEADINGS, IDS, edited, export, fill, tarnholt_ledger

pytestmark = pytest.mark.skipif(not SOFFICE, reason="LibreOffice is not installed")

EDITOR = Path(__file__).parent / "libreoffice_editor.py"
TYPED = (ANA, replace(BO, note="-2+3 is no sum"), replace(CYR, truth="false"))


def python_with_uno() -> str | None:
    found = ["/usr/bin/python3", *Path(SOFFICE).resolve().parent.glob("python")]
    for python in map(str, found):
        if (
            shutil.which(python)
            and not subprocess.run([python, "-c", "import uno"], check=False, capture_output=True).returncode
        ):
            return python
    return None


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    with tarnholt_ledger(tmp_path_factory.mktemp("ledger") / "tarnholt.db") as opened:
        yield opened


@pytest.fixture(scope="module")
def typed(ledger: Ledger, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sheet as LibreOffice saved it after somebody typed verdicts there."""
    python = python_with_uno()
    if python is None:
        pytest.skip("no Python has LibreOffice's UNO")
    folder = tmp_path_factory.mktemp("typed")
    export(ledger, folder / "sheet.xlsx")
    edits = {v.claim_id: {h: str(get(v)) for h, get in HEADINGS.items() if get(v)} for v in TYPED}
    command = [python, str(EDITOR), SOFFICE, str(folder)]
    done = subprocess.run(
        command, check=False, input=json.dumps(edits), capture_output=True, text=True, timeout=180
    )
    assert done.returncode == 0, done.stderr
    return folder


def brought(ledger: Ledger, path: Path) -> dict[str, Verdict]:
    before = path.read_bytes()
    found = desk.review(ledger, path, dry_run=True)
    assert (found.changed, found.unchanged, found.refused, found.without_claim) == ((), 0, (), 0)
    assert path.read_bytes() == before
    return {given.verdict.claim_id: given.verdict for given in found.new}


@pytest.mark.parametrize("name", ["filled.xlsx", "filled.ods", "filled.csv"])
def test_what_is_typed_into_it_arrives(ledger: Ledger, typed: Path, name: str) -> None:
    assert brought(ledger, typed / name) == {v.claim_id: v for v in TYPED}


def test_a_sheet_with_a_password_is_refused(ledger: Ledger, typed: Path) -> None:
    with pytest.raises(ClaimsError, match="is protected by a password: save it without one"):
        desk.review(ledger, typed / "locked.ods")


@pytest.mark.parametrize("kind", ["xlsx", "ods", "csv"])
def test_what_it_converts_brings_the_same(ledger: Ledger, tmp_path: Path, kind: str) -> None:
    sheet = edited(export(ledger, tmp_path / "sheet.xlsx"), lambda page: fill(page, FILLED))
    assert brought(ledger, convert(sheet, kind, tmp_path)) == {v.claim_id: v for v in FILLED}


def test_what_it_saves_of_a_sheet_with_verdicts_brings_nothing_new(tmp_path: Path) -> None:
    with tarnholt_ledger(tmp_path / "tarnholt.db") as ledger:
        ledger.record(*FILLED)
        sheet = export(ledger, tmp_path / "sheet.xlsx")
        for kind in ("ods", "xlsx"):
            found = desk.review(ledger, convert(sheet, kind, tmp_path))
            assert (found.new, found.changed, found.refused, found.unchanged) == ((), (), (), len(FILLED))
        assert sorted(IDS) == sorted({claim.id for claim in ledger.claims()})
