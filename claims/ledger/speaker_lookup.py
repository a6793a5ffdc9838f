"""Whom a name, a role or a mention may mean, found by indexes; how like a name is, others judge."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Final

from sqlalchemy import CompoundSelect, Connection, select, union, union_all

from claims.ledger.counting import is_live
from claims.ledger.databases import Database, database_of
from claims.ledger.mapping import GIVEN, chunks, read, speaker_of
from claims.ledger.schema import appearances, articles, is_removed, speakers
from claims.ledger.speaking import said
from claims.records import Speaker


@dataclass(frozen=True, slots=True)
class NamedSpeaker:
    """A speaker of the ledger who has ``claims`` in the latest versions, with all names that articles give.

    The first of the ``names`` is that under which the ledger has the speaker.
    """

    speaker: Speaker
    claims: int
    names: tuple[str, ...]


_NOT_REMOVED: Final = appearances.c.article_id.not_in(select(articles.c.id).where(is_removed))
_NAMED: Final = union(
    select(speakers.c.id).where(speakers.c.name.in_(GIVEN)),
    select(appearances.c.speaker_id).where(appearances.c.name.in_(GIVEN)),
)
_SPEAKING: Final = (
    select(speakers).where(speakers.c.id.in_(GIVEN), speakers.c.claims > 0).order_by(speakers.c.id)
)


def named(connection: Connection, names: Iterable[str]) -> set[str]:
    """The ids of the speakers who have one of these very names in the ledger or in an article."""
    found: set[str] = set()
    for some in chunks(sorted(set(names))):
        found.update(connection.execute(_NAMED, {"given": some}).scalars())
    return found


def in_roles(connection: Connection, roles: Iterable[str]) -> list[tuple[str, str]]:
    """The ids of the speakers who have one of these very roles in the ledger, each with the role."""
    return [
        (row.id, row.role)
        for some in chunks(sorted(set(roles)))
        for row in connection.execute(select(speakers.c.id, speakers.c.role).where(speakers.c.role.in_(some)))
    ]


def mentioned(connection: Connection, words: Iterable[Collection[str]]) -> list[tuple[str, str]]:
    """The ids of the speakers whom a mention names that has one of each of these collections of words, with it."""
    wanted = [sorted(some) for some in words if some]
    if not wanted:
        return []
    asked = (
        select(said.c.speaker_id, said.c.mention)
        .where(
            said.c.number.in_(database_of(connection).numbers_of_mentions(wanted)),
            said.c.speaker_id.is_not(None),
            is_live(said),
        )
        .distinct()
    )
    return [(row.speaker_id, row.mention) for row in connection.execute(asked)]


def appearance_names(connection: Connection, ids: Iterable[str]) -> dict[str, str]:
    """The name under which the latest version that has it knows each of these appearances, by id."""
    removed = select(articles.c.id).where(is_removed)
    asked = select(appearances.c.id, appearances.c.name).order_by(appearances.c.article_id)
    asked = asked.where(appearances.c.article_id.not_in(removed))
    return {
        row.id: row.name
        for some in chunks(sorted(set(ids)))
        for row in connection.execute(asked.where(appearances.c.id.in_(some)))
    }


def given_names(connection: Connection, ids: Iterable[str]) -> defaultdict[str, list[str]]:
    """The names that articles give to each of these speakers, by id and letter; removed articles give none."""
    given: defaultdict[str, list[str]] = defaultdict(list)
    for some in chunks(ids):
        for row in connection.execute(_given_names(database_of(connection)), {"given": some}):
            given[row.speaker_id].append(row.name)
    for names in given.values():
        names.sort()
    return given


@cache
def _given_names(database: Database) -> CompoundSelect[Any]:
    given = (
        select(appearances.c.speaker_id, appearances.c.name)
        .where(_NOT_REMOVED, appearances.c.speaker_id.in_(GIVEN))
        .distinct()
    )
    return union_all(*(given.where(part) for part in database.parts_of(appearances.c.name)))


def with_names(connection: Connection, ids: Iterable[str]) -> list[NamedSpeaker]:
    """Those of these speakers who have claims in the latest versions, with the names that articles give."""
    found = []
    for some in chunks(sorted(set(ids))):
        given = given_names(connection, some)
        for row in connection.execute(_SPEAKING, {"given": some}):
            speaker = replace(read(speaker_of, row), id=row.id)
            found.append(NamedSpeaker(speaker, row.claims, tuple(dict.fromkeys([row.name, *given[row.id]]))))
    return found
