"""The ledger as its callers see it. Each method is one transaction."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine, select

from claims.errors import ClaimsError
from claims.ledger import adding, decisions, groups, searching, sqlite, verdicts
from claims.ledger.adding import Added
from claims.ledger.errors import explained
from claims.ledger.rows import by_place, claim_rows, load_articles, load_claims
from claims.ledger.schema import articles, is_latest
from claims.ledger.searching import Query
from claims.ledger.speakers import SpeakerRow, list_speakers
from claims.records import Article, Claim, Decision, Group, Speaker, Verdict


class Ledger:
    """An open ledger: a context manager, made by :meth:`open`.

    Every method raises :class:`ClaimsError` with one line where the file is damaged, in use by another
    program for more than two seconds, or not writable; what it was to write is then not written at all.
    """

    def __init__(self, path: Path, engine: Engine) -> None:
        self._path = path
        self._engine = engine

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

    def close(self) -> None:
        """Let go of the file; the ledger is not used any more."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def add(
        self, article: Article, claims: Sequence[Claim], *, speaker_key: Callable[[Speaker], str]
    ) -> Added:
        """Store an article with its claims, wholly or, in a crash, not at all.

        A text that is already stored under the article's key, in any version, adds nothing; another text
        becomes the next version, whatever ``article.version`` says. Speakers with the same ``speaker_key``
        are one speaker, under the fullest name met so far (most words, then longest; the first of equals)
        and the first role told. Raises :class:`ClaimsError` for text with lone surrogates.
        """
        linked = adding.linked(
            article, claims, speaker_key
        )  # before the lock is taken, which others wait for
        with self._writing() as connection:
            return adding.store(connection, article, linked)

    def holds(self, article: Article) -> bool:
        """Whether this very text is stored under the article's key, in any version."""
        with self._reading() as connection:
            return adding.holds(connection, article)

    def articles(self, *, latest: bool = True) -> list[Article]:
        """The latest version of every article, or all versions; by key, then version."""
        statement = select(articles).order_by(articles.c.key, articles.c.version)
        with self._reading() as connection:
            return load_articles(connection, statement.where(is_latest) if latest else statement)

    def versions(self, key: str) -> list[Article]:
        """All versions of the article with this key, oldest first; none if it is unknown."""
        with self._reading() as connection:
            return load_articles(
                connection, select(articles).where(articles.c.key == key).order_by(articles.c.version)
            )

    def claims(self, article: Article | None = None) -> list[Claim]:
        """The claims of the latest versions by article and place, or those of one stored version."""
        if article is None:
            statement = claim_rows.where(is_latest)
        else:
            statement = claim_rows.where(articles.c.key == article.key, articles.c.version == article.version)
        with self._reading() as connection:
            return load_claims(connection, statement.order_by(*by_place))

    def claim(self, id_prefix: str) -> Claim:
        """The claim with this id or unique beginning of an id (4 characters or more).

        It is taken from the latest version that has it. Raises :class:`ClaimsError` where none or several
        match.
        """
        with self._reading() as connection:
            return searching.by_id(connection, id_prefix)

    def search(self, query: Query) -> list[Claim]:
        """The claims of the latest versions that meet the query: best first if it has words, else by place.

        The rank is BM25 (Robertson and Zaragoza 2009) as SQLite computes it.
        """
        with self._reading() as connection:
            return searching.search(connection, query)

    def speakers(self) -> list[SpeakerRow]:
        """Everybody who has a claim in a latest version, most claims first, then by name."""
        with self._reading() as connection:
            return list_speakers(connection)

    def replace_groups(self, merged: Sequence[Group]) -> None:
        """Put these groups in the place of all that were stored; their claims must be stored."""
        with self._writing() as connection:
            groups.replace_groups(connection, merged)

    def groups(self) -> list[Group]:
        """The groups as last given to :meth:`replace_groups`, in that order."""
        with self._reading() as connection:
            return groups.load_groups(connection)

    def group_ids(self) -> dict[str, str]:
        """The id of the group of every claim that is in one, by the claim's id."""
        with self._reading() as connection:
            return groups.group_ids(connection)

    def record(self, *decided: Verdict) -> None:
        """Add verdicts to the history, all or none, also for claims unknown here. Nothing removes them."""
        with self._writing() as connection:
            verdicts.record(connection, decided)

    def verdicts(self) -> list[Verdict]:
        """The whole history by day of decision, oldest first; of one day, in the order recorded."""
        with self._reading() as connection:
            return verdicts.load_verdicts(connection)

    def latest_verdicts(self) -> dict[str, Verdict]:
        """The last verdict on every claim that has one, by the claim's id."""
        return {verdict.claim_id: verdict for verdict in self.verdicts()}

    def decide(self, decision: Decision) -> Decision:
        """Store a decision of the desk; returns it with its number and time."""
        with self._writing() as connection:
            return decisions.store(connection, decision)

    def undo(self, number: int) -> Decision:
        """Mark a decision as undone; it stays on record. Returns it.

        Raises :class:`ClaimsError` where there is none of this number, or it is undone already.
        """
        with self._writing() as connection:
            return decisions.undo(connection, number)

    def decisions(self, *, undone: bool = False) -> list[Decision]:
        """The decisions that hold, in the order made; with ``undone``, those that were undone as well."""
        with self._reading() as connection:
            return decisions.load(connection, undone=undone)

    def _prepare(self, *, create: bool) -> None:
        with self._reading() as connection:
            known = sqlite.is_ledger(connection, self._path)
            if known and sqlite.is_current(connection):
                return
        if not known and not create:
            raise ClaimsError(f"no ledger in {self._path}, it is empty: run `claims add FILE` first")
        with self._writing() as connection:
            if not sqlite.is_ledger(connection, self._path):  # another process may have been quicker
                sqlite.create_ledger(connection)
            elif not sqlite.is_current(connection):
                sqlite.upgrade_ledger(connection)

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with explained(self._path), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with explained(self._path), self._engine.execution_options(writes=True).begin() as connection:
            yield connection
