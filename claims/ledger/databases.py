"""What a ledger needs of a database beyond SQL, and the two databases that have it."""

from collections.abc import Hashable, Sequence
from pathlib import Path
from typing import Any, Protocol

from sqlalchemy import ColumnElement, Connection, Engine, Select, Table

from claims.errors import ClaimsError


class Database(Hashable, Protocol):
    """All that differs between the databases; :mod:`claims.ledger.sqlite` says what each part is for.

    An engine's transactions begin as readers, which see the ledger as it was when they first asked, or, with the
    execution option ``writes``, as the one writer: others are waited for, with a line in the log, up to
    :data:`claims.ledger.waiting.BUSY_SECONDS`.
    """

    def named(self, where: str) -> str:
        """What the ledger is called in messages: without a password."""

    def folder(self, where: str) -> Path:
        """The folder that the paths of articles begin in, where nothing else is said."""

    def engine(self, where: str, *, create: bool) -> Engine:
        """An engine for the ledger.

        Raises :class:`ClaimsError` where there can be none or, unless ``create``, where there is none.
        """

    def format_of(self, connection: Connection, where: str) -> int | None:
        """The format of the ledger in the database, :data:`claims.ledger.schema.SCHEMA_VERSION` or an earlier one.

        None for an empty database. Raises :class:`ClaimsError` for another program's database and for a later release's
        ledger.
        """

    def create_ledger(self, connection: Connection) -> None:
        """Make tables, views and the full-text search in an empty database, and mark it; the caller commits."""

    def upgrade_ledger(self, connection: Connection) -> None:
        """Bring an earlier release's ledger to this release's format; its rows stay. The caller commits."""

    def matching(self, statement: Select[Any], text: str) -> Select[Any]:
        """The statement, on ``claims``, narrowed to claims with all words of ``text``."""

    def rank(self, text: str) -> ColumnElement[float]:
        """By what the rows of such a statement are ordered, best first."""

    def numbers_matching(self, text: str) -> Select[Any]:
        """The numbers of the claims with all words of ``text``."""

    def numbers_of_speakers(self, text: str) -> Select[Any]:
        """The numbers of the claims whose speaker's name has words that begin like each word of ``text``."""

    def numbers_of_mentions(self, words: Sequence[Sequence[str]]) -> Select[Any]:
        """The numbers of the claims whose mention has one of each of these lists of words, in any form of it."""

    def is_among(self, column: ColumnElement[int], numbers: Sequence[int]) -> ColumnElement[bool]:
        """Whether a column is one of very many whole numbers, which are handed over as one value."""

    def parts_of(self, column: ColumnElement[str]) -> tuple[ColumnElement[bool], ...]:
        """Conditions, one of which each row meets, by which a text that may be long is read from indexes alone."""

    def insert(self, table: Table) -> Any:
        """An insert that can say what is to happen where a row is there already."""

    def numbers_given(self, connection: Connection) -> None:
        """Let the numbers of new rows follow those of the rows that are there, which were stored with their numbers."""

    def tidy(self, engine: Engine) -> None:
        """Do what lets the database find things soon that were stored a moment ago, where they are very many."""

    def reason(self, error: BaseException | None) -> str:
        """What an error of the database means to the user, and the fix."""

    def passes(self, error: BaseException | None) -> bool:
        """Whether the same transaction may well succeed if it is tried again at once."""


def database_at(where: str) -> Database:
    """The database that a path or an address names.

    Raises :class:`ClaimsError` for the address of a database that cannot hold a ledger.
    """
    scheme, address, _ = where.partition("://")
    if not address:
        return _sqlite()
    if scheme.partition("+")[0] in ("postgresql", "postgres"):
        return _postgresql()
    raise ClaimsError(
        f"{scheme}://: a ledger is a file, or in PostgreSQL: --ledger postgresql+psycopg://USER@HOST/DATABASE"
    )


def ledger_name(where: str) -> str:
    """What the ledger at a path or an address is called in messages: without a password. It need not be there."""
    return database_at(where).named(where)


def database_of(connection: Connection) -> Database:
    """The database that a connection leads to."""
    return _sqlite() if connection.dialect.name == "sqlite" else _postgresql()


def _sqlite() -> Database:
    from claims.ledger import sqlite  # noqa: PLC0415 - as below

    return sqlite


def _postgresql() -> Database:
    from claims.ledger import postgresql  # noqa: PLC0415 - of two dialects, a command needs one: each makes its start slower

    return postgresql
