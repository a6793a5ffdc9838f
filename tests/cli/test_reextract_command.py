"""``claims reextract``: the same weights find the same claims, and nothing of the desk's work is lost."""

import json
import shutil
from pathlib import Path

from tests.cli.running import Run


def test_what_is_found_again_stays_as_it_was(claims: Run, desk: Path, tmp_path: Path) -> None:
    own = shutil.copy(desk, tmp_path / "own.db")
    before = {}
    for name in ("sheet.xlsx", "claims.jsonl"):
        claims("export", tmp_path / name, "--ledger", own)
        before[name] = (tmp_path / name).read_bytes()
    groups = claims("groups", "--json", "--ledger", own).out
    done = claims("reextract", "--ledger", own)
    assert done.code == 0
    assert "Quay fire: warehouse lost, many hurt  5 claims, 5 as before" in done.out
    assert "(version 2)  8 claims, 8 as before" in done.out
    assert json.loads(claims("groups", "--json", "--ledger", own).out) == json.loads(groups)
    for name, bytes_ in before.items():
        claims("export", tmp_path / f"again-{name}", "--ledger", own)
        assert (tmp_path / f"again-{name}").read_bytes() == bytes_


def test_without_a_ledger_it_says_so(claims: Run, tmp_path: Path) -> None:
    done = claims("reextract", "--ledger", tmp_path / "none.db")
    assert done.code == 2
    assert "no ledger" in done.err
