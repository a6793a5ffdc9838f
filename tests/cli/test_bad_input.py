"""Bad input: one clear line that names the file, exit code 2, nothing lost or half-written."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from claims.ledger import waiting as ledger_waiting
from tests.cli.running import Done, Run

ARTICLE = "Mayor Idra Vellmoor said that the bridge would open in May.\n"


def assert_one_line(done: Done, *named: object) -> None:
    assert done.code == 2
    assert done.out == ""
    assert len(done.err.strip().splitlines()) == 1, done.err
    for name in named:
        assert str(name) in done.err
    assert "Traceback" not in done.err


def _missing(folder: Path) -> Path:
    return folder / "missing.txt"


def _empty(folder: Path) -> Path:
    (folder / "empty.txt").write_bytes(b"")
    return folder / "empty.txt"


def _blank(folder: Path) -> Path:
    (folder / "blank.txt").write_bytes(b" \n\n ")
    return folder / "blank.txt"


def _binary(folder: Path) -> Path:
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 40)
    return folder / "binary.txt"


def _huge(folder: Path) -> Path:
    with (folder / "huge.txt").open("wb") as file:
        file.truncate(50 * 2**20)
    return folder / "huge.txt"


def _folder_without_articles(folder: Path) -> Path:
    (folder / "none").mkdir()
    (folder / "none" / "photo.jpg").write_bytes(b"\xff\xd8")
    return folder / "none"


def _unknown_format(folder: Path) -> Path:
    (folder / "report.docx").write_bytes(b"PK\x03\x04")
    return folder / "report.docx"


@pytest.mark.parametrize(
    "make", [_missing, _empty, _blank, _binary, _huge, _folder_without_articles, _unknown_format]
)
@pytest.mark.parametrize("command", ["extract", "add"])
def test_articles_that_cannot_be_read(
    claims: Run, tmp_path: Path, make: Callable[[Path], Path], command: str
) -> None:
    path = make(tmp_path)
    ledger = tmp_path / "claims.db"
    done = claims(command, path, *(["--ledger", ledger] if command == "add" else []))
    if command == "extract":
        assert_one_line(done, path)
    else:
        assert done.code == 2
        assert str(path) in done.err
        assert "Traceback" not in done.err


def test_one_bad_file_does_not_keep_the_others_out(claims: Run, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(ARTICLE, "utf-8")
    _binary(tmp_path)
    done = claims("add", tmp_path / "good.txt", tmp_path / "binary.txt", "--ledger", tmp_path / "claims.db")
    assert done.code == 1
    assert "good.txt  1 claim" in done.out
    assert "binary.txt" in done.err


def test_other_encodings_are_read_and_said(claims: Run, tmp_path: Path) -> None:
    text = "Bürgermeisterin Idra Vellmoor said the “Brücke” would open in May – or in June, as the café owners hope.\n"
    (tmp_path / "western.txt").write_bytes(text.encode("cp1252"))
    done = claims("extract", tmp_path / "western.txt", "--json")
    assert done.code == 0
    assert "western.txt" in done.err
    assert "“Brücke”" in done.out


@pytest.mark.parametrize(
    "command", [["search"], ["speakers"], ["groups"], ["show", "abcd1234"], ["export", "x.csv"]]
)
def test_no_ledger_yet(claims: Run, tmp_path: Path, command: list[str]) -> None:
    assert_one_line(claims(*command, "--ledger", tmp_path / "claims.db"), "claims.db", "claims add")
    assert list(tmp_path.iterdir()) == []


def test_a_foreign_database_is_left_alone(claims: Run, tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE claims (id INTEGER)")
    other.close()
    before = path.read_bytes()
    assert_one_line(claims("search", "--ledger", path), path)
    assert_one_line(claims("add", "seeds", "--ledger", path), path)
    assert path.read_bytes() == before


@pytest.mark.parametrize("damage", ["text", "truncated", "scrambled"])
def test_a_damaged_ledger(claims: Run, tmp_path: Path, desk: Path, damage: str) -> None:
    path = tmp_path / "claims.db"
    whole = desk.read_bytes()
    path.write_bytes(
        {
            "text": b"This is no database, but a letter to the editor. " * 100,
            "truncated": whole[: len(whole) // 3],
            "scrambled": whole[:100] + bytes(len(whole) - 100),
        }[damage]
    )
    for command in (["search"], ["add", "seeds"]):
        done = claims(*command, "--ledger", path)
        assert done.code == 2
        assert str(path) in done.err
        assert "Traceback" not in done.err


def test_a_locked_ledger(claims: Run, tmp_path: Path, desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ledger_waiting, "SILENT_SECONDS", 0.1)
    monkeypatch.setattr(ledger_waiting, "BUSY_SECONDS", 0.3)
    path = tmp_path / "claims.db"
    path.write_bytes(desk.read_bytes())
    (tmp_path / "new.txt").write_text(ARTICLE, "utf-8")
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    done = claims("add", tmp_path / "new.txt", "--ledger", path)
    other.close()
    assert (done.code, done.out) == (2, "")
    waiting, refused = done.err.splitlines()
    assert f"{path}: waiting for " in waiting
    assert f"{path}: the ledger is in use" in refused
    assert claims("add", tmp_path / "new.txt", "--ledger", path).code == 0


@pytest.mark.parametrize("name", ["", " "])
@pytest.mark.parametrize("command", ["add", "extract", "remove", "history", "show", "review"])
def test_an_empty_name_is_an_error(claims: Run, desk: Path, command: str, name: str) -> None:
    ledger = [] if command == "extract" else ["--ledger", desk]
    before = desk.read_bytes()
    assert_one_line(claims(command, name, *ledger), "name the articles" if command == "add" else "")
    assert desk.read_bytes() == before


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with a name")
@pytest.mark.parametrize("command", ["add", "extract", "review"])
def test_a_pipe_is_refused_at_once(claims: Run, tmp_path: Path, desk: Path, command: str) -> None:
    os.mkfifo(tmp_path / "pipe.csv")
    os.mkfifo(tmp_path / "pipe.txt")
    named = tmp_path / ("pipe.csv" if command == "review" else "pipe.txt")
    ledger = tmp_path / "claims.db"
    ledger.write_bytes(desk.read_bytes())
    options = () if command == "extract" else ("--ledger", ledger)
    assert_one_line(claims(command, named, *options), named, "not a file")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is full")
@pytest.mark.parametrize("options", [(), ("--json",), ("--csv",)])
def test_an_output_that_ends_is_no_traceback(desk: Path, options: tuple[str, ...]) -> None:
    command = [sys.executable, "-m", "claims", "search", "--ledger", str(desk), *options]
    with open("/dev/full", "w") as full:  # noqa: PTH123
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr.splitlines() == [
        "claims: the output could not be written (No space left on device): free some space and try again"
    ]
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, text=True, check=False)
    os.close(writing)
    assert (done.returncode, done.stderr) == (1, "")


def test_a_ledger_that_is_a_folder_or_in_none(claims: Run, tmp_path: Path) -> None:
    assert_one_line(claims("add", "seeds", "--ledger", tmp_path), tmp_path)
    assert_one_line(claims("add", "seeds", "--ledger", tmp_path / "no" / "claims.db"), tmp_path / "no")


@pytest.mark.parametrize("target", ["no/sheet.xlsx", "sheet.docx", "sheet", "."])
def test_an_export_that_cannot_be_written(claims: Run, tmp_path: Path, desk: Path, target: str) -> None:
    assert_one_line(claims("export", tmp_path / target, "--ledger", desk), tmp_path / target)
    assert list(tmp_path.iterdir()) == []


def test_an_unknown_or_short_id(claims: Run, desk: Path) -> None:
    assert_one_line(claims("show", "ffff00001111", "--ledger", desk), "ffff00001111")
    assert_one_line(claims("show", "%", "--ledger", desk), "%")


def test_terminal_codes_in_an_article_are_not_run(claims: Run, tmp_path: Path) -> None:
    (tmp_path / "evil.txt").write_text(
        "Mayor Idra Vellmoor said that the \x1b]0;owned\x07bridge [red]would[/red] open.\n"
    )
    done = claims("extract", tmp_path / "evil.txt")
    assert "\x1b]" not in done.out
    assert "[red]would[/red]" in done.out or done.code == 2


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_write_protected_folder(claims: Run, tmp_path: Path, desk: Path) -> None:
    (tmp_path / "closed").mkdir(mode=0o500)
    assert_one_line(claims("export", tmp_path / "closed" / "x.xlsx", "--ledger", desk), "x.xlsx")
