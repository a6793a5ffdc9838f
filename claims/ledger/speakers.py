"""Who spoke, how often and under which words."""

import json
import re
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from functools import cache
from itertools import groupby, islice
from typing import Any, Final

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    Select,
    Subquery,
    bindparam,
    func,
    select,
    true,
    union_all,
)

from claims.ledger.counting import is_live
from claims.ledger.databases import Database, database_of
from claims.ledger.mapping import GIVEN, begins, chunks, read, select_ids, speaker_of
from claims.ledger.schema import appearances, articles, claims, co_speakers, is_removed, speakers
from claims.ledger.speaker_lookup import given_names
from claims.ledger.speaking import said
from claims.records import Speaker
from claims.text.normalisation import unaccented

_WORD: Final = re.compile(r"[^\W_]+")

_MOST_CLAIMS_FIRST: Final = (speakers.c.claims.desc(), speakers.c.name, speakers.c.id)
_WINDOW: Final = (
    select(speakers.c.id)
    .where(speakers.c.claims > 0)
    .order_by(*_MOST_CLAIMS_FIRST)
    .offset(bindparam("start"))
    .limit(bindparam("length"))
)


@dataclass(frozen=True, slots=True)
class Alias:
    """A name under which articles have a speaker.

    ``ids`` are those of its appearances, one an article, first met first. ``probability`` and ``reason`` are those
    of the least sure link.
    """

    name: str
    ids: tuple[str, ...]
    probability: float
    reason: str


@dataclass(frozen=True, slots=True)
class GivenRole:
    """A role as an article gives it; ``offsets`` are [start, end] of its parts in that version's text."""

    role: str
    article: str
    version: int
    offsets: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class SpeakerSummary:
    """A speaker of the ledger, by the latest versions of all articles.

    Fields:
        id: that of the speaker's first appearance.
        speaker: the name and role under which the ledger has the speaker.
        claims, articles: how many there are.
        mentions: the words that name the speaker and in how many claims, most frequent first.
        aliases, roles: the names and roles that articles give, first met first.
        doubts: in words, who else the speaker might be.
    """

    id: str
    speaker: Speaker
    claims: int
    articles: int
    mentions: tuple[tuple[str, int], ...]
    aliases: tuple[Alias, ...] = ()
    roles: tuple[GivenRole, ...] = ()
    doubts: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The names that articles give."""
        return tuple(alias.name for alias in self.aliases)


@dataclass(frozen=True, slots=True)
class SpeakerEntry:
    """A speaker in a list of very many: what is counted, and not where each of it stands.

    Fields, as those of :class:`SpeakerSummary`:
        id: that of the speaker's first appearance.
        speaker: the name and role under which the ledger has the speaker.
        claims, articles: how many there are.
        mentions: the words that name the speaker and in how many claims, most frequent first.
        names: those that articles give, by letter.
        doubts: in words, who else the speaker might be.
    """

    id: str
    speaker: Speaker
    claims: int
    articles: int
    mentions: tuple[tuple[str, int], ...]
    names: tuple[str, ...]
    doubts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DoubtfulLink:
    """Two speakers who may be one, for the desk to settle: the probability, from 0 to 1, and why, in words."""

    one: Speaker
    other: Speaker
    probability: float
    reason: str


def list_speakers(connection: Connection, ids: Collection[str] | None = None) -> list[SpeakerSummary]:
    """Everybody who has a claim in a latest version, or those with these ids, most claims first, then by name."""
    if ids is None:
        return _summaries(connection, None)
    found = [summary for some in chunks(ids) for summary in _summaries(connection, some)]
    return sorted(found, key=lambda one: (-one.claims, one.speaker.name, one.id))


def window(connection: Connection, start: int, length: int) -> list[str]:
    """The ids of some of those whom :func:`list_speakers` gives, from a place in that order on."""
    return list(connection.execute(_WINDOW, {"start": start, "length": length}).scalars())


def entries(connection: Connection, start: int, length: int) -> list[SpeakerEntry]:
    """The same speakers as :func:`window` gives, each as an entry of a list."""
    found = []
    for ids in chunks(window(connection, start, length)):
        mentions = _mentions(connection, ids)
        names = given_names(connection, ids)
        found += [
            SpeakerEntry(
                row.id,
                replace(read(speaker_of, row), id=row.id),
                row.claims,
                row.articles,
                tuple(mentions[row.id]),
                tuple(names[row.id]),
                _doubts(row.doubts),
            )
            for row in connection.execute(_speaking(ids is None), _of(ids))
        ]
    return found


def number_of_speakers(connection: Connection) -> int:
    """How many speakers have a claim in a latest version."""
    speaking = select(func.count()).select_from(speakers).where(speakers.c.claims > 0)
    return connection.execute(speaking).scalar_one()


def _spoken(every: bool, counted: ColumnElement[Any], parts: Iterable[ColumnElement[bool]]) -> Subquery:
    """What is counted of the claims of all speakers, or of given ones, from indexes alone: a row for each of each."""
    first = select(claims.c.speaker_id, counted)
    others = select(co_speakers.c.speaker_id, counted).join(
        claims, claims.c.number == co_speakers.c.claim_number
    )
    mine, theirs = (
        one.where(is_live(), whose.is_not(None) if every else whose.in_(GIVEN))
        for one, whose in ((first, claims.c.speaker_id), (others, co_speakers.c.speaker_id))
    )
    return union_all(*(mine.where(part) for part in parts), theirs).subquery("spoken")


@cache
def _speaking(every: bool) -> Select[Any]:
    spoken = _spoken(every, claims.c.article_id, (true(),))
    of_each = (
        select(spoken.c.speaker_id, func.count(spoken.c.article_id.distinct()).label("articles"))
        .group_by(spoken.c.speaker_id)
        .subquery()
    )
    return (
        select(speakers, of_each.c.articles)
        .join(of_each, of_each.c.speaker_id == speakers.c.id)
        .order_by(*_MOST_CLAIMS_FIRST)
    )


@cache
def _by_mention(every: bool, database: Database) -> Select[Any]:
    spoken = _spoken(every, claims.c.mention, database.parts_of(claims.c.mention))
    return (
        select(spoken.c.speaker_id, spoken.c.mention, func.count().label("times"))
        .where(spoken.c.mention != "")
        .group_by(spoken.c.speaker_id, spoken.c.mention)
        .order_by(func.count().desc(), spoken.c.mention)
    )


def _of(ids: Collection[str] | None) -> dict[str, list[str]]:
    """What these statements are executed with: the ids of the speakers, or nothing."""
    return {} if ids is None else {"given": list(ids)}


def _summaries(connection: Connection, ids: Collection[str] | None) -> list[SpeakerSummary]:
    """The speakers with these ids, or all."""
    mentions = _mentions(connection, ids)
    appearances_of = _appearances(connection, true() if ids is None else appearances.c.speaker_id.in_(ids))
    return [
        SpeakerSummary(
            row.id,
            replace(read(speaker_of, row), id=row.id),
            row.claims,
            row.articles,
            tuple(mentions[row.id]),
            read(_aliases, appearances_of.get(row.id, ())),
            read(_roles, appearances_of.get(row.id, ())),
            _doubts(row.doubts),
        )
        for row in connection.execute(_speaking(ids is None), _of(ids))
    ]


def _mentions(connection: Connection, ids: Collection[str] | None) -> dict[str, list[tuple[str, int]]]:
    """The words that name each speaker and in how many claims, most frequent first."""
    mentions: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
    for row in connection.execute(_by_mention(ids is None, database_of(connection)), _of(ids)):
        mentions[row.speaker_id].append((row.mention, row.times))
    return mentions


def _doubts(stored: str | None) -> tuple[str, ...]:
    return read(lambda doubts: tuple(map(str, json.loads(doubts or "[]"))), stored)


def list_doubtful(connection: Connection, of: str | None = None) -> list[DoubtfulLink]:
    """The links that are proposed between speakers who have a claim in a latest version, the likeliest first.

    All of them, or those of the speaker with an id.
    """
    asked = select(speakers).where(speakers.c.proposals.is_not(None))
    if of is not None:  # two for whom a link is proposed are in one component
        mine = select(speakers.c.component).where(speakers.c.id == of).scalar_subquery()
        asked = asked.where(speakers.c.component == mine)
    proposing = [row for row in connection.execute(asked) if row.claims]
    proposed = [(row, read(lambda stored: json.loads(stored or "[]"), row.proposals)) for row in proposing]
    others = {proposal["other"] for _, its in proposed for proposal in its}
    rows = {row.id: row for row in select_ids(connection, speakers, others) if row.claims}
    found = []
    for row, its in proposed:
        for proposal in its:
            other = rows.get(proposal["other"])
            if other is not None and of in (None, row.id, other.id):
                a, b = (replace(read(speaker_of, r), id=r.id) for r in (row, other))
                found.append(DoubtfulLink(a, b, float(proposal["probability"]), str(proposal["reason"])))
    return sorted(
        found, key=lambda link: (-link.probability, link.one.name, link.other.name, link.one.id or "")
    )


def doubts_of(connection: Connection, id_: str) -> tuple[str, ...]:
    """In words, who else the speaker with this id might be."""
    stored = connection.execute(select(speakers.c.doubts).where(speakers.c.id == id_)).scalar_one_or_none()
    return _doubts(stored)


def names_with(connection: Connection, words: str, limit: int) -> list[tuple[str, str | None, int]]:
    """Speakers whose name has words that begin so, with their roles and claims: those with most claims first."""
    claimed = select(said.c.speaker_id).where(
        is_live(said), said.c.number.in_(database_of(connection).numbers_of_speakers(words))
    )
    found = (
        select(speakers.c.name, speakers.c.role, speakers.c.claims)
        .where(speakers.c.id.in_(claimed))
        .order_by(*_MOST_CLAIMS_FIRST)
    )
    # Whoever says a claim together with somebody of that name is found with it.
    asked = _WORD.findall(_folded(words))
    called = (
        row
        for row in connection.execute(found)
        if all(any(own.startswith(word) for own in _WORD.findall(_folded(row.name))) for word in asked)
    )
    return [(row.name, row.role, row.claims) for row in islice(called, limit)]


def _folded(name: str) -> str:
    return unaccented(name).casefold()


def speaker_ids(connection: Connection, prefix: str) -> dict[str, str]:
    """The ids that are or begin with ``prefix``, of speakers and their appearances, each with its speaker's id."""
    like = begins(appearances.c.id, prefix)
    found = (
        select(appearances.c.id, appearances.c.speaker_id).where(like).distinct().order_by(appearances.c.id)
    )
    return {row.id: row.speaker_id for row in connection.execute(found)}


def _appearances(connection: Connection, condition: ColumnElement[bool]) -> dict[str, tuple[Row[Any], ...]]:
    """Every appearance's latest row in articles that are not removed, with its article's name, by speaker."""
    rows = connection.execute(
        select(
            appearances,
            articles.c.version,
            func.coalesce(articles.c.title, articles.c.path, articles.c.key).label("article"),
        )
        .join(articles, articles.c.id == appearances.c.article_id)
        .where(~is_removed, condition)
        .order_by(appearances.c.speaker_id, appearances.c.article_id, appearances.c.number)
    )
    found = {}
    for id_, group in groupby(rows, key=lambda row: row.speaker_id):
        latest: dict[str, Row[Any]] = {}
        for row in group:
            latest[row.id] = row
        found[id_] = tuple(latest.values())
    return found


def _aliases(rows: Iterable[Row[Any]]) -> tuple[Alias, ...]:
    by_name: defaultdict[str, list[Row[Any]]] = defaultdict(list)
    for row in rows:
        by_name[row.name].append(row)
    found = []
    for name, same in by_name.items():
        least = min(same, key=lambda row: row.probability)
        found.append(Alias(name, tuple(row.id for row in same), least.probability, least.reason))
    return tuple(found)


def _roles(rows: Iterable[Row[Any]]) -> tuple[GivenRole, ...]:
    return tuple(
        GivenRole(
            row.role,
            row.article,
            row.version,
            tuple((int(start), int(end)) for start, end in json.loads(row.role_offsets)),
        )
        for row in rows
        if row.role
    )
