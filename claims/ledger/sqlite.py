"""Everything that is SQLite's alone: opening, PRAGMAs, full-text search and what its errors mean.

The ledger keeps SQLite's default rollback journal and does without a write-ahead log: newsrooms keep files
on shared drives, where WAL does not work; a rollback-journal file can be read from read-only media, and
nothing lies beside it once a command has ended. A crash leaves a journal that the next opening rolls back.
"""

import json
import logging
import re
import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from sqlalchemy import (
    ColumnElement,
    Connection,
    Engine,
    QueuePool,
    Select,
    column,
    create_engine,
    event,
    func,
    literal_column,
    select,
    table,
    true,
)
from sqlalchemy.dialects import sqlite as dialect

from claims.errors import ClaimsError
from claims.ledger import waiting
from claims.ledger.migrations import migrate
from claims.ledger.processes import command_of
from claims.ledger.schema import SCHEMA_VERSION, claims, metadata, speakers
from claims.ledger.search_words import words_and_phrases
from claims.ledger.sql_views import create_views, drop_views
from claims.ledger.sqlite_search import FULL_TEXT_SEARCH, TRIGGERS

# "CLAM": marks a file as ours, see https://sqlite.org/pragma.html#pragma_application_id
APPLICATION_ID: Final = 0x434C414D
_BY_KEY: Final = (
    "speaker_words",
    "vocabulary",
    "component_keys",
    "co_speakers",
    "unit_keys",
    "ties",
)
"""Tables whose rows are kept in the order of their primary keys, and nowhere else."""
_RESERVED: Final = 0x40000001
"""Which byte of the file a writer locks, see https://sqlite.org/src/file/src/os.h"""
_LOG: Final = logging.getLogger(__name__)

insert: Final = dialect.insert
"""An insert that can say what is to happen where a row is there already."""

_FTS = table("claims_fts", column("rowid"))
_FTS_ITSELF: Any = literal_column("claims_fts")

_DAMAGED: Final = (
    "the ledger is damaged ({}): restore it from a copy, or move it away and add the articles again"
)
_REASONS: Final = {
    "SQLITE_NOTADB": "not a ledger (no SQLite file): name another file for the ledger",
    "SQLITE_BUSY": "the ledger is in use by another program: close it or wait, then try again",
    "SQLITE_LOCKED": "the ledger is in use by another program: close it or wait, then try again",
    "SQLITE_READONLY": "the ledger is read-only: make the file and its folder writable, or name another",
    "SQLITE_CANTOPEN": "the ledger, or the journal beside it, cannot be opened: make the file and its folder "
    "readable and writable, or name another",
    "SQLITE_PERM": "the ledger may not be opened: make the file readable and writable, or name another",
    "SQLITE_IOERR": "the disk failed to read or write the ledger: check the disk and its free space, then try again",
    "SQLITE_FULL": "the disk is full: free some space and try again",
    "SQLITE_TOOBIG": "a text is longer than SQLite can store (1 GB): split the article",
    "SQLITE_NOLFS": "the file is larger than this disk's format allows: move the ledger to another disk",
}


def named(where: str) -> str:
    """The file's path."""
    return str(Path(where))


def folder(where: str) -> Path:
    """The file's own folder, so that ledger and articles can move together."""
    return Path(where).resolve().parent


def engine(where: str, *, create: bool) -> Engine:
    """An engine for the file, which is made if it is missing and may be made.

    Raises :class:`ClaimsError` where there is none, or it cannot be one. A transaction begins as a reader, or as the
    one writer where the execution option ``writes`` is set: waiting for the lock before the first read keeps two
    writers from refusing each other halfway. With ``rebuilds``, foreign keys are not looked after in it, so that a
    table can be made anew.
    """
    path = Path(where)
    _check(path, create=create)
    filename = path.absolute()  # so that no name means something else to SQLite, as ":memory:" does

    def connect() -> sqlite3.Connection:
        # isolation_level=None: the driver must not begin transactions by itself, see `begin`.
        return sqlite3.connect(filename, isolation_level=None, check_same_thread=False)

    made = create_engine("sqlite://", creator=connect, poolclass=QueuePool)

    @event.listens_for(made, "begin")
    def begin(connection: Connection) -> None:
        options = connection.get_execution_options()
        writes, rebuilds = options.get("writes", False), options.get("rebuilds", False)
        raw: Any = connection.connection.dbapi_connection
        # Neither has any effect inside a transaction. The triggers of a ledger, which its opening has looked at, write
        # to the full-text search, which SQLite allows a trusted schema only.
        raw.execute(f"PRAGMA foreign_keys = {'OFF' if rebuilds else 'ON'}")
        raw.execute(f"PRAGMA trusted_schema = {'ON' if writes else 'OFF'}")
        _begin(connection, path, ["BEGIN IMMEDIATE"] if writes else ["BEGIN", "PRAGMA user_version"])

    return made


def _check(path: Path, *, create: bool) -> None:
    try:
        if path.exists() and not path.is_file():
            raise ClaimsError(f"{path}: not a file: name a file for the ledger, such as {path / 'claims.db'}")
        if not path.exists():
            if not create:
                raise ClaimsError(f"no ledger {path}: run `claims add FILE` first")
            if not path.parent.is_dir():
                raise ClaimsError(
                    f"{path}: there is no folder {path.parent}: create it, or name another file"
                )
    except OSError as error:
        raise ClaimsError(f"{path}: {error.strerror}: name another file for the ledger") from error


def _begin(connection: Connection, path: Path, statements: Sequence[str]) -> None:
    """Begin a transaction with its lock, and say so where another program keeps it waiting."""
    raw: Any = connection.connection.dbapi_connection
    for seconds in (waiting.SILENT_SECONDS, waiting.BUSY_SECONDS - waiting.SILENT_SECONDS):
        raw.execute(f"PRAGMA busy_timeout = {int(1000 * max(0, seconds))}")
        try:
            for statement in statements:
                raw.execute(statement)
        except sqlite3.OperationalError as error:
            if raw.in_transaction:
                raw.execute("ROLLBACK")
            busy = getattr(error, "sqlite_errorname", "").startswith("SQLITE_BUSY")
            if not busy or seconds != waiting.SILENT_SECONDS:
                raise
            _LOG.warning("%s: waiting for %s, which is using the ledger", path, _user_of(path))
        else:
            raw.execute(f"PRAGMA busy_timeout = {int(1000 * waiting.BUSY_SECONDS)}")
            return


def _user_of(path: Path) -> str:
    """Which process has locked the file for writing, as far as Linux tells."""
    try:
        inode = path.stat().st_ino
        locks = [line.split() for line in Path("/proc/locks").read_text("ascii").splitlines()]
    except OSError:
        return "another program"
    for kind, pid, file, first, last in (fields[-5:] for fields in locks):
        if kind == "WRITE" and file.rpartition(":")[2] == str(inode) and int(first) <= _RESERVED:
            reaches = last == "EOF" or int(last) >= _RESERVED - 1
            if reaches and int(pid) > 0:
                return f"process {pid} ({command_of(int(pid))})"
    return "another program"


def format_of(connection: Connection, where: str) -> int | None:
    """The format of the ledger in the file, this release's or an earlier one; None for an empty file.

    Raises :class:`ClaimsError` for another program's database and for a later release's ledger.
    """
    application = _pragma(connection, "application_id")
    if application == APPLICATION_ID:
        version = _pragma(connection, "user_version")
        if version > SCHEMA_VERSION:
            raise ClaimsError(
                f"{where}: written by a later release of claims (ledger format {version}, this release reads "
                f"{SCHEMA_VERSION}): update claims"
            )
        return version
    tables = connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one()
    if application or tables:
        raise ClaimsError(
            f"{where}: a database of another program, left untouched: name another file for the ledger"
        )
    return None


def create_ledger(connection: Connection) -> None:
    """Make tables, views and the full-text search in an empty database, and mark it; the caller commits."""
    _set_options()
    metadata.create_all(connection)
    create_views(connection)
    for statement in (FULL_TEXT_SEARCH, *TRIGGERS):
        connection.exec_driver_sql(statement)
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA_VERSION}")


def _set_options() -> None:
    """Say of the schema's tables and indexes what SQLite is told of them.

    It is not said where they are defined, since that would load this dialect with every ledger on a server.
    """
    for name in _BY_KEY:
        metadata.tables[name].dialect_options["sqlite"]["with_rowid"] = False
    for index in speakers.indexes:
        if index.name == "ix_speakers_proposals":
            index.dialect_options["sqlite"]["where"] = speakers.c.proposals.is_not(None)


def upgrade_ledger(connection: Connection) -> None:
    """Bring an earlier release's ledger to this release's format; its rows stay. The caller commits."""
    drop_views(connection)  # which would stand in the way of a table that is made anew
    migrate(connection, _pragma(connection, "user_version"))
    create_views(connection)
    connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA_VERSION}")


def matching(statement: Select[Any], text: str) -> Select[Any]:
    """The statement, on ``claims``, narrowed to claims with all words of ``text``."""
    return statement.join(_FTS, _FTS.c.rowid == claims.c.number).where(
        _FTS_ITSELF.op("MATCH")(match_expression(text))
    )


def rank(text: str) -> ColumnElement[float]:
    """BM25, the lower the better."""
    return func.bm25(_FTS_ITSELF)


def numbers_matching(text: str) -> Select[Any]:
    """The numbers of the claims with all words of ``text``."""
    return select(_FTS.c.rowid).where(_FTS_ITSELF.op("MATCH")(match_expression(text)))


def numbers_of_speakers(text: str) -> Select[Any]:
    """The numbers of the claims whose speaker's name has words that begin like each word of ``text``."""
    words = re.findall(r"\w+", text)
    expression = " ".join(f'speaker_name : "{word}" *' for word in words) or '""'
    return select(_FTS.c.rowid).where(_FTS_ITSELF.op("MATCH")(expression))


def numbers_of_mentions(words: Sequence[Sequence[str]]) -> Select[Any]:
    """The numbers of the claims whose mention has one of each of these lists of words."""
    each = (" OR ".join(f'"{word}"' for word in some) for some in words)
    expression = f"mention : ({' AND '.join(f'({any_})' for any_ in each)})"
    return select(_FTS.c.rowid).where(_FTS_ITSELF.op("MATCH")(expression))


def match_expression(text: str) -> str:
    """What a person typed as an FTS5 expression: every word or quoted phrase as a string, all required.

    Nothing the person typed stands outside a string, so that no character has a meaning of its own
    (https://sqlite.org/fts5.html#fts5_strings). Strings without a letter or figure are ignored by FTS5
    as long as others remain.
    """
    return " ".join(f'"{word}"' for word in words_and_phrases(text)) or '""'


def is_among(column: ColumnElement[int], numbers: Sequence[int]) -> ColumnElement[bool]:
    """Whether a column is one of very many whole numbers.

    They are one parameter: written out, each list would be a statement of its own, and of the last hundred statements
    the driver keeps what SQLite has compiled.
    """
    return column.in_(select(func.json_each(json.dumps(numbers)).table_valued("value").c.value))


def parts_of(column: ColumnElement[str]) -> tuple[ColumnElement[bool], ...]:
    """All rows together: an index takes a text of any length."""
    return (true(),)


def numbers_given(connection: Connection) -> None:
    """SQLite itself numbers new rows after the highest number that is there."""


def tidy(engine: Engine) -> None:
    """Do nothing: a file is as soon read after many rows were stored as before."""


def reason(error: BaseException | None) -> str:
    """What an error of SQLite means to the user, and the fix."""
    name = getattr(error, "sqlite_errorname", "")
    for start, words in _REASONS.items():
        if name.startswith(start):
            return words
    return _DAMAGED.format(" ".join(str(error).split()))


def passes(error: BaseException | None) -> bool:
    """A lock is waited for before anything is done, so that no transaction is refused halfway."""
    return False


def _pragma(connection: Connection, name: str) -> int:
    return int(connection.exec_driver_sql(f"PRAGMA {name}").scalar_one())
