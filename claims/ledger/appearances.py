"""Who speaks in which version of an article, and which speaker of the ledger that is."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, fields
from functools import lru_cache
from sys import intern
from typing import Any, Final, NamedTuple

from sqlalchemy import ColumnElement, Connection, Row, delete, func, insert, select, update

from claims.ledger import decisions, speaker_words
from claims.ledger.mapping import chunks, read, select_ids, speaker_of
from claims.ledger.schema import appearances, articles, claims, is_removed, speakers
from claims.ledger.touching import touch_speakers
from claims.records import Appearance, Claim, Proposal, Speaker, Surroundings, short_hash

Found = Sequence[tuple[Claim, tuple[str, ...]]]
"""Claims, each with the ids of its speakers' appearances."""

FIRST: Final = "first appearance"
_IN_AN_ARTICLE: Final = 10**9
"""More than there are appearances."""


def appearance_id(article_key: str, speaker: Speaker) -> str:
    """The id of a speaker in an article: the same in all of its versions, as long as the name is."""
    return short_hash(article_key, speaker.name, speaker.type)


class StoredAppearance(NamedTuple):
    """The number of an appearance, and the id and name of the ledger's speaker that it is of."""

    number: int
    speaker_id: str
    speaker_name: str


def store_appearances(connection: Connection, found: Mapping[int, Found]) -> dict[str, StoredAppearance]:
    """Insert the appearances of versions of different articles, by the versions' numbers; gives them by id.

    One that an earlier version has stays with its speaker; every other one is a new speaker until it is linked.
    They take the place of those that an earlier extraction of a version gave, whose claims are gone.
    """
    named: dict[str, Speaker] = {}
    stands_in: dict[str, int] = {}
    for article_id, its in found.items():
        for claim, ids in its:
            for speaker, id_ in zip(claim.speakers, ids, strict=True):
                if id_ not in named or not named[id_].role:
                    named[id_], stands_in[id_] = speaker, article_id
    earlier = _earlier(connection, named)
    known = touch_speakers(connection, {*earlier.values(), *named})
    here = appearances.c.article_id.in_(found)
    connection.execute(delete(appearances).where(here))
    if not named:
        return {}
    new = [id_ for id_ in named if id_ not in earlier and id_ not in known]
    if new:
        connection.execute(insert(speakers), [speaker_row(id_, named[id_]) for id_ in new])
        speaker_words.note(connection, "role", (named[id_].role for id_ in new))
    rows = [
        {
            "id": id_,
            "article_id": stands_in[id_],
            "speaker_id": earlier.get(id_, id_),
            "name": speaker.name,
            "type": speaker.type,
            "role": speaker.role,
            "role_offsets": json.dumps([[s.start, s.end] for s in speaker.role_spans]),
            "probability": 1.0,
            "reason": FIRST,
            "beside": _written(speaker.beside),
        }
        for id_, speaker in named.items()
    ]
    connection.execute(insert(appearances), rows)
    speaker_words.note(connection, "name", (speaker.name for speaker in named.values()))
    stored = select(appearances.c.id, appearances.c.number).where(here)
    numbers = {row.id: row.number for row in connection.execute(stored)}
    others = speakers_of(connection, (numbers[id_] for id_ in named.keys() - new))
    return {
        id_: StoredAppearance(number, *others.get(number, (id_, named[id_].name)))
        for id_, number in numbers.items()
    }


def _earlier(connection: Connection, ids: Iterable[str]) -> dict[str, str]:
    """The speakers of the appearances that are known already, by the appearances' ids."""
    return {row.id: row.speaker_id for row in select_ids(connection, appearances, ids)}


def speakers_of(connection: Connection, numbers: Iterable[int]) -> dict[int, tuple[str, str]]:
    """The id and name of the speaker of each appearance, by the appearances' numbers."""
    rows = select(appearances.c.number, speakers.c.id, speakers.c.name).join(
        speakers, speakers.c.id == appearances.c.speaker_id
    )
    return {
        row.number: (row.id, row.name)
        for some in chunks(sorted(numbers))
        for row in connection.execute(rows.where(appearances.c.number.in_(some)))
    }


def load_appearances(connection: Connection, *of_speakers: ColumnElement[bool]) -> list[Appearance]:
    """Every appearance with the name and role of the latest version that has it, in the order first met.

    That is the order in which articles were added, and of one version, the order in which its claims were found: it
    stays when claims are extracted anew. Those of removed articles are left out, but for those that a decision is
    about, which holds for whomever they are. With conditions on ``speakers``, the appearances of those speakers only.
    """
    return appearances_of(connection, appearance_rows(connection, *of_speakers))


def appearances_of(connection: Connection, rows: Iterable[Row[Any]]) -> list[Appearance]:
    """The appearances of these rows of :func:`appearance_rows`, as :func:`load_appearances` gives them."""
    about = {id_ for decision in decisions.load(connection, undone=False) for id_ in decision.about}
    found: dict[str, Appearance] = {}
    for row in rows:
        if row.removed and row.id not in about:
            continue
        earlier = found.get(row.id)
        speaker = read(speaker_of, row)
        found[row.id] = Appearance(
            row.id,
            row.key,
            speaker.name,
            speaker.type,
            speaker.role or (earlier.role if earlier else None),
            earlier.number if earlier else row.article_id * _IN_AN_ARTICLE + row.number,
            () if row.removed else (*(earlier.versions if earlier else ()), row.version),
            _beside(row.beside) or (earlier.beside if earlier else None),
        )
    return list(found.values())


def appearance_rows(connection: Connection, *of_speakers: ColumnElement[bool]) -> list[Row[Any]]:
    """The rows of appearances, each with its article's key and version and whether that is removed, first met first."""
    rows = select(appearances, articles.c.key, articles.c.version, is_removed.label("removed")).join(
        articles, articles.c.id == appearances.c.article_id
    )
    if of_speakers:
        rows = rows.where(appearances.c.speaker_id.in_(select(speakers.c.id).where(*of_speakers)))
    return sorted(connection.execute(rows), key=lambda row: (row.article_id, row.number))


def _written(beside: Surroundings | None) -> str | None:
    """What stands beside a name as it is stored: what there is of it."""
    if beside is None:
        return None
    found = {field.name: getattr(beside, field.name) for field in fields(beside)}  # asdict copies every word
    return json.dumps({name: value for name, value in found.items() if value}, ensure_ascii=False)


def _beside(stored: str | None) -> Surroundings | None:
    """What stands beside a name, as it was stored; None where an earlier release stored the appearance.

    A word is there once, however many appearances have it, and so are those words that several in one article have:
    they are most of what linking holds in memory.
    """
    if stored is None:
        return None
    found: dict[str, Any] = json.loads(stored)
    given: dict[str, Any] = {
        k: _once(tuple(map(intern, v))) if isinstance(v, list) else v for k, v in found.items()
    }
    return Surroundings(**given)


@lru_cache(maxsize=1_024)
def _once(words: tuple[str, ...]) -> tuple[str, ...]:
    return words


def take_over(connection: Connection) -> None:
    """Make the appearances that a ledger of the first release lacks, from its speakers."""
    rows = connection.execute(
        select(claims.c.article_id, articles.c.key, speakers, func.min(claims.c.number).label("first"))
        .join(articles, articles.c.id == claims.c.article_id)
        .join(speakers, speakers.c.id == claims.c.speaker_id)
        .where(claims.c.appearance_number.is_(None))
        .group_by(claims.c.article_id, articles.c.key, speakers.c.id)
        .order_by(func.min(claims.c.number))
    ).all()
    keys: dict[str, str] = {}
    for row in rows:
        speaker = read(speaker_of, row)
        # The first article's appearance keeps the speaker's id, which people may have written down.
        first = keys.setdefault(row.id, row.key) == row.key
        added = {
            "id": row.id if first else appearance_id(row.key, speaker),
            "article_id": row.article_id,
            "speaker_id": row.id,
            "name": speaker.name,
            "type": speaker.type,
            "role": speaker.role,
            "role_offsets": "[]",
            "probability": 1.0,
            "reason": FIRST if first else "same name",
        }
        number = connection.execute(insert(appearances).returning(appearances.c.number), added).scalar_one()
        its = (claims.c.article_id == row.article_id, claims.c.speaker_id == row.id)
        connection.execute(update(claims).where(*its).values(appearance_number=number))


def speaker_row(
    id_: str,
    speaker: Speaker,
    doubts: Sequence[str] = (),
    proposals: Sequence[Proposal] = (),
    component: str | None = None,
) -> dict[str, Any]:
    """The row of ``speakers``; without a component, the speaker is still to be linked."""
    return {
        "id": id_,
        "name": speaker.name,
        "type": speaker.type,
        "role": speaker.role,
        "doubts": json.dumps(doubts, ensure_ascii=False),
        "proposals": json.dumps([asdict(p) for p in proposals], ensure_ascii=False) if proposals else None,
        "component": component,
    }
