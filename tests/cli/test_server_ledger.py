"""Every command works on a ledger that is on a server as on one in a file."""

import json
import sys
from pathlib import Path

import pytest

from claims.ledger import Ledger
from tests.cli.running import Run, loaded_by
from tests.postgresql_server import server


@pytest.fixture(scope="module")
def copied(desk: Path) -> str:
    """The samples' ledger, on a server; read it only."""
    place = server().place()
    with Ledger.open(desk) as of_file, Ledger.open(place, create=True) as on_server:
        of_file.copy_to(on_server)
    return place


LOOKING = [
    "search",
    "search --speaker khafaji --json",
    "search --kind indirect --outlet gazette --csv",
    'search hospital "border security" --json',
    "search --since 2026-01-01 --sort date",
    "speakers",
    "speakers aliases khafaji",
    "speakers doubtful",
    "groups",
    "groups --conflicts",
    "groups doubtful",
    "articles --json",
    "history warehouse",
    "diff warehouse",
    "verdicts",
    "decisions",
    "export - --format csv",
]


@pytest.mark.parametrize("command", LOOKING)
def test_what_is_asked_is_answered_alike(claims: Run, desk: Path, copied: str, command: str) -> None:
    of_file, on_server = (claims(*command.split(), "--ledger", place) for place in (desk, copied))
    assert (on_server.code, on_server.out) == (of_file.code, of_file.out)
    assert on_server.err.replace(copied, "") == of_file.err.replace(str(desk), "")


def test_a_search_on_a_server_starts_without_what_a_file_needs(copied: str) -> None:
    printed, modules = loaded_by("search", "hospital", "--ledger", copied)
    assert "hospital" in printed
    assert "sqlalchemy.dialects.sqlite" not in modules


def test_a_desk_s_day(claims: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = server().place()
    (tmp_path / "claims.toml").write_text(f'ledger = "{place}"\n', "utf-8")
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "a.txt").write_text("Mayor Ada Vale said that the bridge was closed.", "utf-8")
    monkeypatch.chdir(tmp_path / "news")
    assert claims().code == 2  # there is none yet
    assert claims("add", "a.txt").code == 0
    assert "news/a.txt" in claims("articles", "--json").out  # seen from the settings' folder
    assert claims("add", "a.txt").code == 0
    assert "1 article," in claims().out
    assert claims("export", "sheet.xlsx").code == 0
    (found,) = json.loads(claims("search", "--json").out)
    assert claims("verdict", found["id"], "correct", "--reviewer", "Ana").code == 0
    assert claims("remove", "a.txt", "--reviewer", "Ana").code == 0
    assert claims("undo", "1").code == 0
    assert claims("reextract").code == 0
    assert "correct" in claims("verdicts", "--json").out
    assert claims("ledger", "copy", place, "back.db").code == 0
    assert claims("verdicts", "--ledger", "back.db", "--json").out == claims("verdicts", "--json").out
    monkeypatch.setenv("_CLAIMS_COMPLETE", "complete_zsh")
    monkeypatch.setenv("_TYPER_COMPLETE_ARGS", "claims search --speaker va")
    monkeypatch.setattr(sys, "argv", ["claims"])
    assert "vale" in claims().out.casefold()


def test_without_psycopg_a_line_says_what_to_install(claims: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    done = claims("search", "--ledger", "postgresql+psycopg://ana:secret@db.example/desk")
    assert (done.code, done.out) == (2, "")
    assert done.err.splitlines() == [done.err.strip()]
    assert "pip install 'claimsheet[postgresql]'" in done.err
    assert "secret" not in done.err
