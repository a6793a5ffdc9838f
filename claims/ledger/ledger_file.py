"""The ledger's file: opened, brought up to this release's format, read and written in transactions."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Concatenate, ParamSpec, Self, TypeVar

from sqlalchemy import Connection, Engine

from claims.errors import ClaimsError
from claims.ledger import adding, appearances, groups, progress, sqlite
from claims.ledger.failures import explained
from claims.ledger.strange_objects import strange_objects

_P = ParamSpec("_P")
_T = TypeVar("_T")


class LedgerFile:
    """An open file with a ledger's tables: a context manager, made by :meth:`open`."""

    def __init__(self, path: Path, engine: Engine) -> None:
        self._path = path
        self._engine = engine
        self._own: Connection | None = None

    @classmethod
    def open(cls, where: str | Path, *, create: bool = False) -> Self:
        """Open the ledger in the file ``where``; with ``create``, make it if it is missing or empty.

        Raises :class:`ClaimsError` where there is no ledger, the file is no ledger (it is then left
        untouched), is damaged, or comes from a later release.
        """
        path = Path(where)
        try:
            if path.exists() and not path.is_file():
                raise ClaimsError(
                    f"{path}: not a file: name a file for the ledger, such as {path / 'claims.db'}"
                )
            if not path.exists():
                if not create:
                    raise ClaimsError(f"no ledger {path}: run `claims add FILE` first")
                if not path.parent.is_dir():
                    raise ClaimsError(
                        f"{path}: there is no folder {path.parent}: create it, or name another file"
                    )
        except OSError as error:
            raise ClaimsError(f"{path}: {error.strerror}: name another file for the ledger") from error
        ledger = cls(path, sqlite.engine(path))
        try:
            ledger._prepare(create=create)
        except BaseException:
            ledger.close()
            raise
        return ledger

    @property
    def path(self) -> Path:
        """The ledger's file."""
        return self._path

    def close(self) -> None:
        """Let go of the file; the ledger is not used any more."""
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

    def _prepare(self, *, create: bool) -> None:
        with self._reading() as connection:
            known = sqlite.is_ledger(connection, self._path)
            current = known and sqlite.is_current(connection)
            strange = strange_objects(connection, current=current) if known else []
        if strange:
            raise ClaimsError(
                f"{self._path}: has what no ledger has ({', '.join(strange)}): it may do more than keep claims; "
                "take that out, or take another copy"
            )
        if current:
            return
        if not known and not create:
            raise ClaimsError(f"no ledger in {self._path}, it is empty: run `claims add FILE` first")
        rebuilding = self._engine.execution_options(writes=True, rebuilds=True)
        with explained(self._path), rebuilding.begin() as connection:
            if not sqlite.is_ledger(connection, self._path):  # another process may have been quicker
                sqlite.create_ledger(connection)
            elif not sqlite.is_current(connection):
                sqlite.upgrade_ledger(connection)
                appearances.take_over(connection)
                groups.mark_superseded(connection)
                adding.note_places(connection)
            progress.start(connection)

    def _read(
        self, work: Callable[Concatenate[Connection, _P], _T], *args: _P.args, **kwargs: _P.kwargs
    ) -> _T:
        with self._reading() as connection:
            return work(connection, *args, **kwargs)

    def _write(
        self, work: Callable[Concatenate[Connection, _P], _T], *args: _P.args, **kwargs: _P.kwargs
    ) -> _T:
        with self._writing() as connection:
            return work(connection, *args, **kwargs)

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with explained(self._path):
            if self._own is not None:
                yield self._own
            else:
                with self._engine.connect() as connection:
                    yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        if self._own is not None:
            yield self._own
            return
        with explained(self._path), self._engine.execution_options(writes=True).begin() as connection:
            self._own = connection
            try:
                yield connection
            finally:
                self._own = None
