"""A ledger of an earlier release becomes one of this release, table by table, and a current one is left alone."""

import gzip
import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine

from claims.ledger import Ledger, migrations
from claims.ledger.schema import NAME_INDEXES, SCHEMA_VERSION, SPEAKER_INDEXES, metadata
from tests.ledger.trials import Points, ended, forked

HERE = Path(__file__).parent


def of_format(path: Path, format_: str) -> Path:
    if format_ == "first":
        with closing(sqlite3.connect(path)) as connection:
            connection.executescript((HERE / "first_release.sql").read_text("utf-8"))
    elif format_ == "6":
        path.write_bytes(gzip.decompress((HERE / "format_6.db.gz").read_bytes()))
    else:
        Ledger.open(path, create=True).close()
    return path


def objects(path: Path) -> dict[str, list[tuple[str, ...]]]:
    """Columns, triggers, views and indexes of a ledger, in no order."""
    with closing(sqlite3.connect(path)) as connection:
        tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        found = {
            name: sorted((c[1], c[2], str(c[5])) for c in connection.execute(f"PRAGMA table_info ({name})"))
            for (name,) in tables
        }
        rest = connection.execute(
            "SELECT type, name, sql FROM sqlite_master WHERE type <> 'table' AND sql IS NOT NULL"
        )
        return found | {"rest": sorted((type_, name, " ".join(sql.split())) for type_, name, sql in rest)}


def test_every_format_since_the_first_with_migrations_has_its_step() -> None:
    steps = ScriptDirectory(str(Path(migrations.__file__).parent)).walk_revisions()
    formats = [int(step.revision) for step in steps]
    assert formats == sorted(formats, reverse=True)
    assert (formats[0], formats[-1]) == (SCHEMA_VERSION, 6)


@pytest.mark.filterwarnings("ignore:.*expression-based index")
@pytest.mark.parametrize("format_", ["first", "6"])
def test_an_upgraded_ledger_has_the_tables_of_a_new_one(tmp_path: Path, format_: str) -> None:
    old, new = of_format(tmp_path / "old.db", format_), of_format(tmp_path / "new.db", "new")
    Ledger.open(old).close()
    assert objects(old) == objects(new)
    engine = create_engine(f"sqlite:///{old}")
    with engine.connect() as connection:
        # Indexes that differ by the database are none of Alembic's; those of this one are among the objects above.
        options = {
            "include_name": lambda name, kind, _: kind != "table" or name in metadata.tables,
            "include_object": lambda _, name, kind, *__: (
                kind != "index" or name not in SPEAKER_INDEXES | NAME_INDEXES
            ),
        }
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, metadata) == []
    engine.dispose()
    with closing(sqlite3.connect(old)) as plain:
        assert plain.execute("PRAGMA foreign_key_check").fetchall() == []
        assert plain.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)


@pytest.mark.parametrize(("format_", "imported"), [("6", True), ("new", False)])
def test_alembic_is_imported_only_where_a_step_is_due(tmp_path: Path, format_: str, imported: bool) -> None:
    path = of_format(tmp_path / "claims.db", format_)
    command = "import sys; from claims.ledger import Ledger; Ledger.open(sys.argv[1]); print('alembic' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", command, path], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == str(imported)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork and SIGKILL")
@pytest.mark.parametrize("format_", ["first", "6"])
def test_an_upgrade_that_is_killed_leaves_the_old_ledger_or_the_new_one(tmp_path: Path, format_: str) -> None:
    path = of_format(tmp_path / "claims.db", format_)
    old, new = path.read_bytes(), of_format(tmp_path / "new.db", "new")
    before, after = objects(path), objects(new)
    killed = 0
    for fatal in range(1, 100):

        def fatally(fatal: int = fatal) -> None:
            Points(None, every=True).arm(fatal)
            Ledger.open(path).close()

        path.write_bytes(old)
        if ended(forked(fatally)) != -signal.SIGKILL:
            break
        killed += 1
        assert objects(path) in (before, after)
        Ledger.open(path).close()
        assert objects(path) == after
    assert killed > 3
