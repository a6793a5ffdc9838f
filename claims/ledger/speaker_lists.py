"""Lists of speakers in ledgers of formats before 13, where "Anna Keller; Berta Lang" was a speaker of its own."""

import json
from collections.abc import Sequence
from itertools import product
from typing import Any, Final

from sqlalchemy import Connection, Row, delete, exists, insert, or_, select, update

from claims.ledger.appearances import FIRST, appearance_id, appearance_rows, speaker_row, speakers_of
from claims.ledger.groups import release
from claims.ledger.linking_changes import RULES
from claims.ledger.mapping import chunks, co_speaker_rows, read, select_ids, speaker_of, spoken_by
from claims.ledger.schema import (
    appearances,
    articles,
    claims,
    co_speakers,
    mentions,
    progress,
    settings,
    speakers,
)
from claims.records import AMONG_SPEAKERS, Speaker, SpeakerType, listed_names

_ANYWHERE: Final = ""
"""Stands for the key of any article."""
_OF_THE_ARTICLE: Final = ("country", "town", "names", "topic")
"""What was kept beside a list that holds of each whom it names."""


def take_apart(connection: Connection) -> None:
    """Give the claims of each list to those whom it names; the next linking finds out who they are."""
    listing = select(appearances.c.speaker_id).where(appearances.c.name.contains(AMONG_SPEAKERS))
    rows = appearance_rows(connection, speakers.c.id.in_(listing))
    lists = [row for row in rows if len(listed_names(row.name)) > 1]
    if not lists:
        return
    types = _types(connection, lists)
    for row in lists:
        members = [
            Speaker(name, types.get((row.key, name)) or types[_ANYWHERE, name])
            for name in listed_names(row.name)
        ]
        _give(connection, row, [_appearance(connection, row, member) for member in members])
    for some in chunks([row.number for row in lists]):
        connection.execute(delete(appearances).where(appearances.c.number.in_(some)))
    used = [
        exists().where(table.c.speaker_id == speakers.c.id) for table in (appearances, claims, co_speakers)
    ]
    for ids in chunks({row.speaker_id for row in lists}):
        connection.execute(delete(speakers).where(speakers.c.id.in_(ids), ~or_(*used)))
    connection.execute(delete(settings).where(settings.c.name == RULES))  # all are linked anew
    connection.execute(update(progress).values(linked=0, grouped=0))


def _types(connection: Connection, lists: Sequence[Row[Any]]) -> dict[tuple[str, str], SpeakerType]:
    """The types of those whom lists name, by the key of an article, or "" for any, and the name.

    A list whose members are of several types was of the type "unnamed".
    """
    wanted = select(appearances.c.name, appearances.c.type, appearances.c.role, articles.c.key).join(
        articles, articles.c.id == appearances.c.article_id
    )
    found: dict[tuple[str, str], SpeakerType] = {}
    for some in chunks(sorted({name for row in lists for name in listed_names(row.name)})):
        rows: Any = connection.execute(
            wanted.where(appearances.c.name.in_(some)).order_by(appearances.c.number)
        )
        for row in rows:
            for key in (row.key, _ANYWHERE):
                found.setdefault((key, row.name), read(speaker_of, row).type)
    for row in sorted(lists, key=lambda row: row.type == "unnamed"):
        for key, name in product((row.key, _ANYWHERE), listed_names(row.name)):
            if key == _ANYWHERE or row.type != "unnamed":
                found.setdefault((key, name), read(speaker_of, row).type)
    return found


def _appearance(connection: Connection, of_list: Row[Any], member: Speaker) -> int:
    """The number of the appearance of somebody in the article version of a list, which is made if it has none."""
    id_ = appearance_id(of_list.key, member)
    known = list(select_ids(connection, appearances, [id_]))
    for row in known:
        if row.article_id == of_list.article_id:
            return int(row.number)
    whose = known[0].speaker_id if known else id_
    if not list(select_ids(connection, speakers, [whose])):
        connection.execute(insert(speakers), speaker_row(whose, member))
    beside = json.loads(of_list.beside or "{}")
    new = {
        "id": id_,
        "article_id": of_list.article_id,
        "speaker_id": whose,
        "name": member.name,
        "type": member.type,
        "role_offsets": "[]",
        "probability": 1.0,
        "reason": FIRST,
        "beside": of_list.beside
        and json.dumps({k: beside[k] for k in _OF_THE_ARTICLE if k in beside}, ensure_ascii=False),
    }
    return int(connection.execute(insert(appearances).returning(appearances.c.number), new).scalar_one())


def _give(connection: Connection, of_list: Row[Any], numbers: list[int]) -> None:
    """Let the claims of a list be those of these appearances, unless the desk has given them to somebody else."""
    known = speakers_of(connection, numbers)
    whose = tuple(dict.fromkeys(known[number] for number in numbers))
    theirs = select(claims.c.number, claims.c.speaker_id).where(claims.c.appearance_number == of_list.number)
    for claim in connection.execute(theirs).all():
        given = claim.speaker_id == of_list.speaker_id
        columns = {"appearance_number": numbers[0], **(spoken_by(whose) if given else {})}
        rows = co_speaker_rows(claim.number, numbers, whose if given else ())
        connection.execute(update(claims).where(claims.c.number == claim.number).values(columns))
        if rows:
            connection.execute(insert(co_speakers), rows)
        if given:
            its = update(mentions).where(mentions.c.claim_number == claim.number)
            connection.execute(its.values(speaker_id=whose[0][0]))
            release(connection, [claim.number])
