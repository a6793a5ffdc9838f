"""Opening a ledger, and its transactions."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Concatenate, Final, ParamSpec, Self, TypeVar

from sqlalchemy import Connection, Engine

from claims.errors import ClaimsError
from claims.ledger import (
    adding,
    appearances,
    article_list,
    counting,
    groups,
    progress,
    speaker_lists,
    speaker_words,
)
from claims.ledger.databases import Database, database_at
from claims.ledger.failures import PassingError, explained
from claims.ledger.schema import SCHEMA_VERSION
from claims.ledger.strange_objects import strange_objects

_P = ParamSpec("_P")
_T = TypeVar("_T")

_TRIES: Final = 5
"""So often a transaction is tried that a database refuses because of others' at the same time."""


class Transactions:
    """An open ledger, as far as it is a place: a context manager, made by :meth:`open`.

    Every transaction raises :class:`ClaimsError` with one line where the ledger is damaged, in use by another program
    for more than a minute, not writable, or its server is gone; what it was to write is then not written at all.
    """

    def __init__(self, where: str, database: Database, engine: Engine) -> None:
        self._where, self._name = where, database.named(where)
        self._database = database
        self._engine = engine
        self._own: Connection | None = None
        self._held: Connection | None = None

    @classmethod
    def open(cls, where: str | Path, *, create: bool = False) -> Self:
        """Open the ledger ``where``: a file, or an address such as "postgresql+psycopg://USER@HOST/DATABASE".

        With ``create``, it is made if it is missing or empty. Raises :class:`ClaimsError` where there is no ledger,
        where something else is there (it is then left untouched), where the ledger is damaged, cannot be reached, or
        comes from a later release.
        """
        database = database_at(str(where))
        ledger = cls(str(where), database, database.engine(str(where), create=create))
        try:
            ledger._prepare(create=create)
        except BaseException:
            ledger.close()
            raise
        return ledger

    @property
    def name(self) -> str:
        """What the ledger is called in messages: its file, or its address without the password."""
        return self._name

    @property
    def folder(self) -> Path:
        """The folder that articles' paths begin in: the file's own, or on a server, the current one."""
        return self._database.folder(self._where)

    def close(self) -> None:
        """Let go of the file or server; the ledger is not used any more."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Let all that is read and written inside be one transaction, stored wholly or not at all.

        No other process stores anything from its beginning to its end; one inside another is a part of it.
        """
        with self._writing():
            yield

    def in_one_transaction(self, work: Callable[[], _T]) -> _T:
        """Do what reads and writes as one :meth:`transaction`, anew where a database refuses it because of others'."""
        return self._write(lambda _: work())

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Let all that is read inside take one transaction, where each reading begins its own otherwise.

        For what is soon read, as writers may have to wait until its end; nothing can be written inside, unless it is a
        part of :meth:`transaction`.
        """
        if self._own is not None or self._held is not None:
            yield
            return
        with self._reading() as connection:
            self._held = connection
            try:
                yield
            finally:
                self._held = None

    @contextmanager
    def taken_back(self) -> Iterator[None]:
        """Let all that is written inside be undone at its end, to see what it would do: no other process sees it.

        No other process stores anything meanwhile; it may be a part of a transaction.
        """
        with self._writing() as connection:
            trial = connection.begin_nested()
            try:
                yield
            finally:
                trial.rollback()

    def tidy(self) -> None:
        """Let what was stored be found as soon as what was there before, after an addition that may be large."""
        with explained(self._database, self._name):
            self._database.tidy(self._engine)

    def _prepare(self, *, create: bool) -> None:
        database = self._database
        with self._reading() as connection:
            found = database.format_of(connection, self._where)
            current = found == SCHEMA_VERSION
            strange = [] if found is None else strange_objects(connection, current=current)
        if strange:
            raise ClaimsError(
                f"{self._name}: has what no ledger has ({', '.join(strange)}): it may do more than keep claims; "
                "take that out, or take another copy"
            )
        if current:
            return
        if found is None and not create:
            raise ClaimsError(f"no ledger in {self._name}, it is empty: run `claims add FILE` first")
        rebuilding = self._engine.execution_options(writes=True, rebuilds=True)
        with explained(database, self._name), rebuilding.begin() as connection:
            found = database.format_of(connection, self._where)  # another process may have been quicker
            if found is None:
                database.create_ledger(connection)
            elif found != SCHEMA_VERSION:
                database.upgrade_ledger(connection)
                appearances.take_over(connection)
                speaker_lists.take_apart(connection)
                groups.mark_superseded(connection)
                adding.note_places(connection)
                article_list.name_all(connection)
                speaker_words.note_all(connection)
                counting.recount_all(connection)
            progress.start(connection)

    def _read(
        self, work: Callable[Concatenate[Connection, _P], _T], *args: _P.args, **kwargs: _P.kwargs
    ) -> _T:
        with self._reading() as connection:
            return work(connection, *args, **kwargs)

    def _write(
        self, work: Callable[Concatenate[Connection, _P], _T], *args: _P.args, **kwargs: _P.kwargs
    ) -> _T:
        for _ in range(_TRIES - 1 if self._own is None else 0):
            try:
                with self._writing() as connection:
                    return work(connection, *args, **kwargs)
            except PassingError:
                continue
        with self._writing() as connection:
            return work(connection, *args, **kwargs)

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with explained(self._database, self._name):
            if self._own is not None:
                yield self._own
            elif self._held is not None:
                yield self._held
            else:
                with self._engine.connect() as connection:
                    yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        if self._own is not None:
            yield self._own
            return
        if self._held is not None:
            raise RuntimeError("what is read in one transaction cannot be written in")
        with (
            explained(self._database, self._name),
            self._engine.execution_options(writes=True).begin() as connection,
        ):
            self._own = connection
            try:
                yield connection
            finally:
                self._own = None
