"""The ledger as its callers see it. Each method is one transaction, unless one is begun for several."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from sqlalchemy import Table, select

from claims.ledger import (
    adding,
    appearances,
    article_list,
    copying,
    decisions,
    groups,
    page_states,
    progress,
    recording,
    reextraction,
    review_queue,
    reviewers,
    searching,
    settings,
    speakers,
    verdicts,
)
from claims.ledger.adding import Added
from claims.ledger.article_list import ArticleSummary
from claims.ledger.failures import explained
from claims.ledger.grouping_store import SqlGroupingStore, load_conflicts, load_unjoined
from claims.ledger.linking_store import LINKED_AT_ONCE, SqlLinkingStore
from claims.ledger.lookups import Lookups
from claims.ledger.mapping import ArticleNames, by_place, claim_rows, load_articles, load_claims, rows_of
from claims.ledger.progress import Progress
from claims.ledger.review_queue import QueueCount, QueueQuery
from claims.ledger.reviewers import ReviewerSummary
from claims.ledger.schema import articles, is_latest
from claims.ledger.schema import speakers as speakers_table
from claims.ledger.searching import IdKind, Query
from claims.ledger.speakers import DoubtfulLink, SpeakerSummary
from claims.records import Appearance, Article, Claim, Decision, Group, PageState, Tie, Verdict


class Ledger(Lookups):
    """An open ledger: a context manager, made by :meth:`open`.

    Every method raises :class:`ClaimsError` with one line where the ledger is damaged, in use by another
    program for more than a minute, not writable, or its server is gone; what it was to write is then not written at
    all.
    """

    def add(self, article: Article, claims: Sequence[Claim]) -> Added:
        """Store an article with its claims, wholly or, in a crash, not at all.

        The text that the article's latest version has, or that came last from the same place, adds nothing; another
        one, also one that returns to an earlier wording, becomes the next version, whatever ``article.version`` says.
        Its speakers are the article's own until linking (:meth:`linking_store`) finds out who they are. Raises
        :class:`ClaimsError` for text with lone surrogates.
        """
        (added,) = self.add_several([(article, claims)])
        return added

    def add_several(self, found: Sequence[tuple[Article, Sequence[Claim]]]) -> list[Added]:
        """:meth:`add` for articles of different keys, all of them or none; what became of each, in their order."""
        # Before the lock is taken, which others wait for.
        checked = [(article, adding.checked(article, claims)) for article, claims in found]
        return self._write(adding.store, checked)

    def reextract(self, article: Article, claims: Sequence[Claim], became: Mapping[str, str]) -> None:
        """Put these claims in the place of those that a stored version has, wholly or, in a crash, not at all.

        ``became``: what claims are called otherwise now, by their former ids, so that verdicts, decisions and sheets
        find them. Raises :class:`ClaimsError` for text with lone surrogates.
        """
        found = adding.checked(article, claims)
        self._write(reextraction.reextract, article, found, became)

    def successors(self) -> dict[str, tuple[str, str]]:
        """What a claim is called now, and the words that it had, by the former ids of claims extracted anew."""
        return self._read(reextraction.load_successors)

    def holds(self, article: Article) -> bool:
        """Whether :meth:`add` would add nothing, because this very text is stored already."""
        return self._read(adding.stored_as, article) is not None

    def key_of(self, article: Article) -> str:
        """The key of the stored article that this text is a version of, its own where there is none.

        That is another one where its own is new, and its address is that of a version of the other one, because the
        desk said so.
        """
        return self._read(adding.key_of, article) if article.url else article.key

    def see(self, article: Article) -> bool:
        """Note that a text that is stored already was found again, and where; False if :meth:`add` would store it."""
        with self._reading() as connection:
            found = adding.stored_as(connection, article)
            if found is None or adding.seen_at(connection, article) == found:
                return found is not None
        return self._write(adding.see, article)

    def page_state(self, address: str) -> tuple[PageState, Article] | None:
        """What the server said of the page at an address, with its article; None where the ledger does not have it."""
        return self._read(page_states.load_state, address)

    def note_page(self, state: PageState, key: str) -> None:
        """Keep what a server said of the page that the article with this key came from."""
        self._write(page_states.note, state, key)

    def articles(self, *, latest: bool = True) -> list[Article]:
        """The latest version of every article, or all versions; by key, then version."""
        statement = select(articles).order_by(articles.c.key, articles.c.version)
        return self._read(load_articles, statement.where(is_latest) if latest else statement)

    def removed(self) -> dict[str, int]:
        """The articles that the desk has removed, by key, each with the number of the decision."""
        return self._read(decisions.removed)

    def versions(self, key: str) -> list[Article]:
        """All versions of the article with this key, oldest first; none if it is unknown."""
        with self._reading() as connection:
            return load_articles(
                connection, select(articles).where(articles.c.key == key).order_by(articles.c.version)
            )

    def article(self, key: str) -> Article:
        """The latest version of the article with this key, which the ledger must have."""
        return self.versions(key)[-1]

    def article_names(self) -> list[ArticleNames]:
        """What the latest version of every article is called, by key; no text is read."""
        return self._read(article_list.names)

    def list_articles(self) -> list[ArticleSummary]:
        """Every article by its latest version, in the order of their keys; no text is read."""
        return self._read(article_list.list_articles)

    def describe(self, article: Article) -> None:
        """Put the title, author, outlet, address and day of a stored version in the place of those that it had."""
        self._write(article_list.describe, article)

    def newest_versions(self, of: Iterable[str] | None = None) -> dict[str, int]:
        """The number of the latest version of every article, or of some, by the article's key."""
        latest = select(articles.c.key, articles.c.version).where(is_latest)
        with self._reading() as connection:
            rows = rows_of(connection, latest, articles.c.key, of)
            return {row.key: row.version for row in rows}

    def added(self, key: str) -> list[datetime]:
        """When each version of the article with this key was added, oldest first, as :meth:`versions`; in UTC."""
        with self._reading() as connection:
            rows = connection.execute(
                select(articles.c.added).where(articles.c.key == key).order_by(articles.c.version)
            )
            return [datetime.fromisoformat(row.added) for row in rows]

    def claims(self, article: Article | None = None) -> list[Claim]:
        """The claims of the latest versions by article and place, or those of one stored version."""
        if article is None:
            statement = claim_rows.where(is_latest)
        else:
            statement = claim_rows.where(articles.c.key == article.key, articles.c.version == article.version)
        return self._read(load_claims, statement.order_by(*by_place))

    def article_keys(self, claim_ids: Iterable[str]) -> dict[str, str]:
        """The key of the article of each of these claims, by the claim's id, of those that the ledger has."""
        return self._read(searching.article_keys, claim_ids)

    def claim(self, id_prefix: str) -> Claim:
        """The claim with this id or unique beginning of an id (4 characters or more).

        It is taken from the latest version that has it. Raises :class:`ClaimsError` where none or several
        match.
        """
        return self._read(searching.by_id, id_prefix)

    def ids(self, prefix: str) -> list[tuple[IdKind, str]]:
        """The claims, groups, speakers and articles of the latest versions whose id is or begins with ``prefix``.

        A speaker is also found by the id of one of the speaker's appearances.
        """
        return self._read(searching.ids, prefix)

    def undated(self, query: Query) -> int:
        """How many articles without a date have claims that meet the query but for its days."""
        return self._read(searching.undated, query)

    def claims_by_id(self, ids: Iterable[str]) -> dict[str, Claim]:
        """The claims with these ids that were ever stored, by id, each of the latest version that has it."""
        return self._read(searching.by_ids, ids)

    def search(self, query: Query) -> list[Claim]:
        """The claims of the latest versions that meet the query: best first if it has words, else by place.

        The rank is BM25 (Robertson and Zaragoza 2009) as SQLite computes it, or ts_rank as PostgreSQL does.
        """
        return self._read(searching.search, query)

    def speakers(self, ids: Collection[str] | None = None) -> list[SpeakerSummary]:
        """Everybody who has a claim in a latest version, or those with these ids, most claims first, then by name."""
        return self._read(speakers.list_speakers, ids)

    def speakers_window(self, start: int, length: int) -> list[SpeakerSummary]:
        """So many of the speakers, from a place in the order of :meth:`speakers` on; no other one is read."""
        with self._reading() as connection:
            return speakers.list_speakers(connection, speakers.window(connection, start, length))

    def number_of_speakers(self) -> int:
        """How many :meth:`speakers` there are."""
        return self._read(speakers.number_of_speakers)

    def speaker_doubts(self, id_: str) -> tuple[str, ...]:
        """In words, who else the speaker with this id might be."""
        return self._read(speakers.doubts_of, id_)

    def speaker_names(self, words: str, limit: int) -> list[tuple[str, str | None, int]]:
        """Speakers whose name has words that begin so, each with role and number of claims, most claims first."""
        return self._read(speakers.names_with, words, limit)

    def doubtful_links(self, of: str | None = None) -> list[DoubtfulLink]:
        """The links that linking proposes and does not make, the likeliest first: all, or those of one speaker's id."""
        return self._read(speakers.list_doubtful, of)

    def speaker_ids(self, prefix: str) -> dict[str, str]:
        """The ids that are or begin with ``prefix``, of speakers' appearances, each with its speaker's id.

        A speaker's own id is that of the first appearance.
        """
        return self._read(speakers.speaker_ids, prefix)

    def appearances(self, speaker: str | None = None) -> list[Appearance]:
        """Every speaker of every article, with the name and role of its latest version, in the order first met.

        With the id of a speaker, those of this speaker only.
        """
        condition = () if speaker is None else (speakers_table.c.id == speaker,)
        return self._read(appearances.load_appearances, *condition)

    def progress(self) -> Progress:
        """What linking and grouping have left to do."""
        return self._read(progress.load_progress)

    @contextmanager
    def linking_store(self, at_once: int = LINKED_AT_ONCE) -> Iterator[SqlLinkingStore]:
        """What linking reads and changes: all of it is stored at the end in one transaction, or none.

        It gives about ``at_once`` appearances that are due; while more are left, :meth:`progress` says so.
        Raises :class:`claims.ledger.ChangedMeanwhileError` where something else was stored meanwhile.
        """
        store = SqlLinkingStore(self._reading, self.progress().revision, at_once)
        yield store
        self._write(store.store)

    @contextmanager
    def grouping_store(self) -> Iterator[SqlGroupingStore]:
        """What grouping reads and keeps: all of it is stored at the end in one transaction, or none.

        Raises :class:`claims.ledger.ChangedMeanwhileError` where something else was stored meanwhile.
        """
        store = SqlGroupingStore(self._reading, self.progress().revision)
        yield store
        self._write(store.store)

    def release(self, claim_ids: Iterable[str]) -> None:
        """Take claims out of their groups, so that the next grouping decides on them anew."""
        self._write(recording.release, list(claim_ids))

    def groups(self, ids: Iterable[str] | None = None) -> list[Group]:
        """The groups of the last grouping, or those with these ids: those that most articles carry first."""
        return self._read(groups.load_groups, ids)

    def conflicts(self, of: Iterable[str] | None = None) -> list[tuple[Tie, list[Claim], list[Claim]]]:
        """The ties that are conflicts, each with the claims of both of its units; all, or those of some claims."""
        return self._read(load_conflicts, of)

    def unjoined(self) -> list[tuple[Tie, list[Claim], list[Claim]]]:
        """The ties of claims that match and are not in one group, each with the claims of both of its units."""
        return self._read(load_unjoined)

    def group_ids(self, claim_ids: Iterable[str]) -> dict[str, str]:
        """The id of the group of each of these claims that is in one, by the claim's id."""
        return self._read(groups.group_ids, claim_ids)

    def groups_window(self, start: int, length: int) -> list[Group]:
        """So many of the groups, from a place in the order of :meth:`groups` on; no other one is read."""
        with self._reading() as connection:
            return groups.load_groups(connection, groups.window(connection, start, length))

    def number_of_groups(self) -> int:
        """How many groups there are."""
        return self._read(groups.number_of_groups)

    def record(self, *decided: Verdict, corrections: Iterable[Decision] = ()) -> None:
        """Add verdicts to the history, all or none, also for claims unknown here. Nothing removes them.

        ``corrections`` are decisions that follow from them and are stored with them; the next linking heeds them.
        """
        self._write(recording.record, decided, list(corrections))

    def claim_places(self, of: Iterable[str] | None = None) -> dict[str, tuple[str, tuple[int, ...]]]:
        """The key of its article and the versions that have it, oldest first, of every claim ever stored, by its id.

        Or only of the claims with some ids.
        """
        return self._read(verdicts.claim_places, of)

    def verdicts(self, of: Iterable[str] | None = None) -> list[Verdict]:
        """The history by day of decision, oldest first; of one day, in the order recorded. Of all claims or of some."""
        return self._read(verdicts.load_verdicts, of)

    def queue(self, query: QueueQuery, offset: int, limit: int) -> list[Claim]:
        """The claims to verify that a query leaves, in its order, at most ``limit`` from ``offset`` (from 0) on."""
        return self._read(review_queue.window, query, offset, limit)

    def queue_count(self, query: QueueQuery) -> QueueCount:
        """How many claims a query of claims to verify is about, and how many of them are reviewed."""
        return self._read(review_queue.count, query)

    def queue_neighbour(
        self, query: QueueQuery, claim_id: str | None, *, backwards: bool = False
    ) -> str | None:
        """The id of the claim that comes after one in a query's order, or before it; None where none does.

        The first one where no claim is named. The claim itself need not be left by the query.
        """
        return self._read(review_queue.neighbour, query, claim_id, backwards=backwards)

    def contested(self) -> Collection[str]:
        """The ids of claims on which several reviewers have a verdict, whether they agree or not."""
        return self._read(review_queue.contested)

    def departed(self) -> Collection[str]:
        """The ids that have verdicts and are no claim's in the latest versions."""
        return self._read(review_queue.departed)

    def reviewers(self) -> list[str]:
        """Everybody who gave a verdict, in the order of the first ones."""
        return self._read(verdicts.reviewers)

    def decide(self, decision: Decision) -> Decision:
        """Store a decision of the desk; returns it with its number and time.

        One that the same reviewer made already, and that holds, is not stored again. It takes effect on speakers and
        groups with the next linking and grouping, which the ledger remembers to be due (:meth:`progress`).
        """
        return self._write(recording.decide, decision)

    def undo(self, number: int) -> Decision:
        """Mark a decision as undone; it stays on record. Returns it. It takes effect as in :meth:`decide`.

        Raises :class:`ClaimsError` where there is none of this number, or it is undone already.
        """
        return self._write(recording.undo, number)

    def decisions(self, *, undone: bool = False) -> list[Decision]:
        """The decisions that hold, in the order made; with ``undone``, those that were undone as well."""
        return self._read(decisions.load, undone=undone)

    def list_reviewers(self) -> list[ReviewerSummary]:
        """Everybody who has a token or has given a verdict, by name."""
        return self._read(reviewers.list_reviewers)

    def add_reviewer(self, name: str, token_hash: str) -> None:
        """Keep a reviewer who has no token yet, with the hash of a new one."""
        self._write(reviewers.add, name, token_hash)

    def remove_reviewer(self, name: str) -> bool:
        """Forget a reviewer's token; whether there was one. Verdicts stay."""
        return self._write(reviewers.remove, name)

    def reviewer_with_hash(self, token_hash: str) -> str | None:
        """The name of the reviewer whose token has this hash; None where nobody's has."""
        return self._read(reviewers.with_hash, token_hash)

    def truths(self) -> tuple[str, ...]:
        """The verdicts of the truth that reviewers may choose: the desk's own, else :data:`TRUTH_VERDICTS`."""
        return self._read(settings.truths)

    def choose_truths(self, chosen: tuple[str, ...]) -> None:
        """Let reviewers choose among these from now on; verdicts given before stay as they are."""
        self._write(settings.choose_truths, chosen)

    def copy_to(self, other: "Ledger") -> dict[str, int]:
        """Store all that this ledger holds in another one, wholly or not at all; gives how many rows each table has.

        Ids, numbers, verdicts, decisions and groups are the same there, in whatever database it is. Raises
        :class:`ClaimsError` where it holds something already.
        """
        with self._reading() as connection:

            def rows(table: Table) -> Iterator[list[dict[str, Any]]]:
                with explained(self._database, self._name):
                    yield from copying.rows_of_table(connection, table)

            counted = other._write(copying.fill, other.name, rows)
        other.tidy()
        return counted

    def fingerprint(self) -> str:
        """What tells this ledger from all others, 12 hexadecimal digits; a copy of it has the same."""
        return self._read(settings.fingerprint)
