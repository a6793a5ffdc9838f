"""Files that are no ledger, damaged, locked, read-only or newer: one line each, and nothing is harmed."""

import os
import random
import sqlite3
import stat
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from claims.errors import ClaimsError
from claims.ledger import Ledger, Query, waiting
from claims.records import Group, Member, Tie, Verdict
from tests.ledger.ledger_samples import long_article, refused


def test_a_missing_ledger_is_not_made_unasked(path: Path) -> None:
    with refused("no ledger", str(path), "claims add FILE"):
        Ledger.open(path)
    assert not path.exists()


def test_an_empty_file_counts_as_missing_and_can_become_a_ledger(path: Path) -> None:
    path.touch()
    with refused("no ledger", str(path), "claims add FILE"):
        Ledger.open(path)
    with Ledger.open(path, create=True) as ledger:
        assert ledger.articles() == []


@pytest.mark.skipif(sys.platform == "win32", reason="names that Windows does not allow")
@pytest.mark.parametrize("name", ["día 1?#%41 & “x”.db", ":memory:", "file:x?mode=memory"])
def test_a_path_may_be_a_string_and_have_any_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    where = Path(name)
    with Ledger.open(str(where), create=True) as ledger:
        ledger.add(*long_article(1))
    assert [entry.name for entry in tmp_path.iterdir()] == [where.name]
    with Ledger.open(where) as ledger:
        assert len(ledger.claims()) == 20


@pytest.mark.parametrize("create", [False, True])
def test_what_cannot_be_a_ledger_is_refused(tmp_path: Path, create: bool) -> None:
    with refused(str(tmp_path), "not a file"):
        Ledger.open(tmp_path, create=create)
    with refused("no folder" if create else "no ledger"):
        Ledger.open(tmp_path / "missing" / "claims.db", create=create)
    with refused("name another file"):
        Ledger.open(tmp_path / ("x" * 5000), create=create)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("create", [False, True])
@pytest.mark.parametrize("content", [b"xy", b"To whom it may concern,\n" * 400, bytes(8192)])
def test_a_file_of_another_kind_is_refused_and_left_alone(path: Path, content: bytes, create: bool) -> None:
    path.write_bytes(content)
    with refused(str(path), "not a ledger", "name another file"):
        Ledger.open(path, create=create)
    assert path.read_bytes() == content


@pytest.mark.parametrize("create", [False, True])
@pytest.mark.parametrize("journal", ["delete", "wal"])
def test_another_programs_database_is_refused_and_left_alone(path: Path, create: bool, journal: str) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute(f"PRAGMA journal_mode = {journal}")
        other.execute("CREATE TABLE articles (id INTEGER PRIMARY KEY, key TEXT)")
        other.commit()
    before = path.read_bytes()
    with refused(str(path), "another program", "name another file"):
        Ledger.open(path, create=create)
    assert path.read_bytes() == before
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]


def test_a_database_marked_by_another_program_is_refused_even_without_tables(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute("PRAGMA application_id = 7")
    with refused("another program"):
        Ledger.open(path, create=True)


def test_a_later_format_is_refused(ledger: Ledger, path: Path) -> None:
    with closing(sqlite3.connect(path)) as later:
        later.execute("PRAGMA user_version = 99")
    with refused(str(path), "later release", "update claims"):
        Ledger.open(path)


@pytest.mark.parametrize(
    ("statement", "named"),
    [
        ("CREATE TRIGGER t AFTER INSERT ON verdicts BEGIN DELETE FROM verdicts; END", "trigger t"),
        ("CREATE VIEW v AS SELECT * FROM claims", "view v"),
        ("CREATE TABLE extra (x)", "table extra"),
        ("CREATE TABLE claims_fts_extra (x)", "table claims_fts_extra"),
        ("CREATE VIRTUAL TABLE claims_fts_more USING fts5(content)", "table claims_fts_more"),
        ("DROP TABLE sightings; CREATE VIRTUAL TABLE sightings USING fts5(content)", "table sightings"),
        (
            "DROP TRIGGER claims_updated; "
            "CREATE TRIGGER claims_updated AFTER UPDATE ON claims BEGIN DELETE FROM verdicts; END",
            "trigger claims_updated",
        ),
        ("DROP VIEW latest_claims; CREATE VIEW latest_claims AS SELECT 1", "view latest_claims"),
    ],
)
def test_a_ledger_with_what_no_ledger_has_is_refused_by_its_name(
    ledger: Ledger, path: Path, statement: str, named: str
) -> None:
    with closing(sqlite3.connect(path)) as by_hand:
        by_hand.execute("CREATE INDEX by_hand ON claims (kind)")
        Ledger.open(path).close()
        by_hand.executescript(statement)
    before = path.read_bytes()
    with refused(str(path), "what no ledger has", named):
        Ledger.open(path)
    assert path.read_bytes() == before


def test_a_view_that_comes_into_a_file_later_runs_nothing_but_queries(ledger: Ledger, path: Path) -> None:
    with closing(sqlite3.connect(path)) as by_hand:
        by_hand.execute("CREATE VIEW v AS SELECT * FROM pragma_table_info('claims')")
    with refused("unsafe use of virtual table"), ledger._reading() as connection:
        connection.exec_driver_sql("SELECT * FROM v")
    ledger.add(*long_article(1))  # into the full-text search, too
    assert len(ledger.search(Query("centimetres street 1"))) == 20


def test_a_ledger_in_use_is_waited_for_with_a_word_and_then_refused(
    ledger: Ledger, path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    assert (waiting.SILENT_SECONDS, waiting.BUSY_SECONDS) == (2, 60)
    monkeypatch.setattr(waiting, "SILENT_SECONDS", 0.1)
    monkeypatch.setattr(waiting, "BUSY_SECONDS", 0.3)
    whole, found = long_article(1)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with refused(str(path), "in use", "try again"):
            ledger.add(whole, found)
        with refused(str(path), "in use", "try again"):
            Ledger.open(path)
        other.execute("ROLLBACK")
    said = [record.getMessage() for record in caplog.records]
    assert len(said) == 2
    assert all(line.startswith(f"{path}: waiting for ") for line in said)
    if Path("/proc/locks").exists():
        assert all(f"process {os.getpid()} (" in line for line in said)
    assert ledger.add(whole, found).status == "new"


def test_reading_goes_on_while_another_program_writes(ledger: Ledger, path: Path) -> None:
    ledger.add(*long_article(1))
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        other.execute("DELETE FROM mentions")
        assert len(ledger.claims()) == 20
        other.execute("ROLLBACK")


@pytest.fixture
def stocked(ledger: Ledger, path: Path) -> bytes:
    """The bytes of a ledger with something in every table."""
    for number in range(8):
        ledger.add(*long_article(number))
    found = ledger.claims()
    with ledger.grouping_store() as store:
        numbers = store.ungrouped(1_000)
        store.keep(
            {n: n for n in numbers},
            numbers,
            [(3, n) for n in numbers],
            [Tie(1, 31, "same", 0.9, "same words")],
        )
        store.regroup(numbers, [Group("g", (Member(found[0], "fullest"), Member(found[30], "same words")))])
    ledger.record(Verdict(found[0].id, "iv", date(2031, 5, 2), "correct"))
    ledger.close()
    return path.read_bytes()


def use_grouping_store(ledger: Ledger) -> None:
    with ledger.grouping_store() as store:
        store.regroup(store.ungrouped(100), [])
        list(store.ties_of(range(50)))
        list(store.units_with(range(50)))


def use_everything(path: Path) -> None:
    calls: list[Callable[[Ledger], object]] = [
        Ledger.articles,
        Ledger.claims,
        Ledger.groups,
        Ledger.number_of_groups,
        lambda ledger: ledger.group_ids(["0123"]),
        Ledger.verdicts,
        Ledger.speakers,
        lambda ledger: ledger.versions("flood/0001.txt"),
        lambda ledger: ledger.claim("abcd"),
        lambda ledger: ledger.search(Query(words="river street", outlet="courier", since=date(2030, 1, 1))),
        lambda ledger: ledger.search(Query(words="river")),
        lambda ledger: ledger.add(*long_article(3)),
        lambda ledger: ledger.add(*long_article(99)),
        lambda ledger: ledger.record(Verdict("0123", "ph", date(2031, 5, 2))),
        lambda ledger: ledger.release(["0123"]),
        Ledger.conflicts,
        use_grouping_store,
    ]
    for call in calls:
        try:
            with Ledger.open(path, create=True) as ledger:
                call(ledger)
        except ClaimsError as problem:
            assert "\n" not in str(problem)  # noqa: PT017


@pytest.mark.parametrize("seed", range(12))
def test_no_damage_to_the_file_shows_a_traceback(stocked: bytes, path: Path, seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(4):
        damaged = bytearray(stocked)
        at = chance.randrange(len(damaged))
        match chance.randrange(3):
            case 0:
                del damaged[at:]
            case 1:
                damaged[at : at + 4096] = chance.randbytes(min(4096, len(damaged) - at))
            case _:
                for _ in range(40):
                    damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        path.write_bytes(damaged)
        use_everything(path)


@pytest.mark.parametrize("part", [0.3, 0.6, 0.95])
def test_a_truncated_ledger_is_called_damaged(stocked: bytes, path: Path, part: float) -> None:
    path.write_bytes(stocked[: int(len(stocked) * part)])
    with refused(str(path), "damaged", "restore it from a copy"), Ledger.open(path) as ledger:
        ledger.claims()


@pytest.mark.parametrize(
    "edit",
    [
        "UPDATE articles SET text = text || ' No.' WHERE id = 1",
        "UPDATE articles SET published = 'yesterday' WHERE id = 1",
        "UPDATE articles SET blocks = '[{}]' WHERE id = 1",
        "UPDATE claims SET offsets = '{}' WHERE number = 1",
        """UPDATE claims SET offsets = '{"mention": [], "cue": [], "content": [[0, 999999]]}' WHERE number = 1""",
        "UPDATE claims SET kind = 'shouted' WHERE number = 1",
        "UPDATE speakers SET type = 'ghost'",
        "DROP TABLE mentions; DROP TABLE claims",
    ],
)
def test_an_edit_by_hand_that_falsifies_a_claim_is_noticed(stocked: bytes, path: Path, edit: str) -> None:
    with closing(sqlite3.connect(path)) as by_hand:
        by_hand.executescript(edit)
    with refused(str(path), "damaged"), Ledger.open(path) as ledger:
        ledger.claims()


READ_ONLY = """
import os, sys
sys.path[:0] = sys.argv[2:]
from tests.ledger.ledger_samples import by_name, long_article
from claims.errors import ClaimsError
from claims.ledger import Ledger, Query
if os.geteuid() == 0:
    os.setuid(65534)  # root may write everywhere
try:
    with Ledger.open(sys.argv[1], create=True) as ledger:
        print(len(ledger.claims()), len(ledger.search(Query(words="river"))))
        ledger.add(*long_article(9))
except ClaimsError as problem:
    print(problem)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX permissions")
@pytest.mark.parametrize("read_only", ["file", "folder", "both"])
def test_a_read_only_ledger_can_be_read_and_is_not_written(stocked: bytes, read_only: str) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "claims.db"
        path.write_bytes(stocked)
        path.chmod(0o444 if read_only != "folder" else 0o666)
        folder.chmod(0o555 if read_only != "file" else 0o777)
        counts, problem = _as_nobody(path)
        folder.chmod(stat.S_IRWXU)
        assert counts == "160 160"
        assert problem.startswith(f"{path}: ")
        assert "writable" in problem
        assert path.read_bytes() == stocked


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX permissions")
def test_a_ledger_cannot_be_made_in_a_read_only_folder() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o555)
        (problem,) = _as_nobody(folder / "claims.db")
        folder.chmod(stat.S_IRWXU)
        assert problem.startswith(f"{folder / 'claims.db'}: ")
        assert "writable" in problem
        assert list(folder.iterdir()) == []


def _as_nobody(path: Path) -> list[str]:
    here = Path(__file__).parent
    command = [sys.executable, "-c", READ_ONLY, str(path), str(here), str(here.parents[1])]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return done.stdout.splitlines()
