"""Who speaks in which version of an article, and which speaker of the ledger that is."""

import json
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import asdict, dataclass
from typing import Any, Final

from sqlalchemy import Connection, bindparam, delete, exists, func, insert, select, update

from claims.ledger import decisions, progress
from claims.ledger.groups import release
from claims.ledger.mapping import chunks, read, select_ids, speaker_of
from claims.ledger.schema import appearances, articles, claims, is_removed, mentions, speakers
from claims.records import Appearance, Claim, Link, LinkedSpeaker, Proposal, Speaker, Surroundings, short_hash

Found = Sequence[tuple[Claim, str | None]]
"""Claims, each with the id of its speaker's appearance."""

_FIRST: Final = "first appearance"


def appearance_id(article_key: str, speaker: Speaker) -> str:
    """The id of a speaker in an article: the same in all of its versions, as long as the name is."""
    return short_hash(article_key, speaker.name, speaker.type)


def store_appearances(connection: Connection, article_id: int, found: Found) -> dict[str, int]:
    """Insert an article version's appearances; gives their numbers by id.

    One that an earlier version has stays with its speaker; every other one is a new speaker until it is linked.
    They take the place of those that an earlier extraction of the version gave, whose claims are gone.
    """
    named: dict[str, Speaker] = {}
    for claim, id_ in found:
        if claim.speaker and id_ and (id_ not in named or not named[id_].role):
            named[id_] = claim.speaker
    earlier = _earlier(connection, named)
    connection.execute(delete(appearances).where(appearances.c.article_id == article_id))
    if not named:
        return {}
    known = {row.id for row in select_ids(connection, speakers, named)}
    new = [id_ for id_ in named if id_ not in earlier and id_ not in known]
    if new:
        connection.execute(insert(speakers), [_speaker_row(id_, named[id_]) for id_ in new])
    rows = [
        {
            "id": id_,
            "article_id": article_id,
            "speaker_id": earlier.get(id_, id_),
            "name": speaker.name,
            "type": speaker.type,
            "role": speaker.role,
            "role_offsets": json.dumps([[s.start, s.end] for s in speaker.role_spans]),
            "probability": 1.0,
            "reason": _FIRST,
            "beside": _written(speaker.beside),
        }
        for id_, speaker in named.items()
    ]
    connection.execute(insert(appearances), rows)
    stored = select(appearances.c.id, appearances.c.number).where(appearances.c.article_id == article_id)
    return {row.id: row.number for row in connection.execute(stored)}


def _earlier(connection: Connection, ids: Iterable[str]) -> dict[str, str]:
    """The speakers of the appearances that are known already, by the appearances' ids."""
    return {row.id: row.speaker_id for row in select_ids(connection, appearances, ids)}


def speakers_of(connection: Connection, numbers: Iterable[int]) -> dict[int, tuple[str, str]]:
    """The id and name of the speaker of each appearance, by the appearances' numbers."""
    wanted = sorted(numbers)
    rows = (
        select(appearances.c.number, speakers.c.id, speakers.c.name)
        .join(speakers, speakers.c.id == appearances.c.speaker_id)
        .where(appearances.c.number.between(wanted[0], wanted[-1]))
        if wanted
        else None
    )
    return {} if rows is None else {r.number: (r.id, r.name) for r in connection.execute(rows)}


def load_appearances(connection: Connection) -> list[Appearance]:
    """Every appearance with the name and role of the latest version that has it, in the order first met.

    That is the order in which articles were added, and of one version, the order in which its claims were found: it
    stays when claims are extracted anew. Those of removed articles are left out, but for those that a decision is
    about, which holds for whomever they are.
    """
    decided = {id_ for decision in decisions.load(connection, undone=False) for id_ in decision.about}
    rows = (
        select(appearances, articles.c.key, articles.c.version, is_removed.label("removed"))
        .join(articles, articles.c.id == appearances.c.article_id)
        .order_by(appearances.c.article_id, appearances.c.number)
    )
    found: dict[str, Appearance] = {}
    for number, row in enumerate(connection.execute(rows), start=1):
        if row.removed and row.id not in decided:
            continue
        earlier = found.get(row.id)
        speaker = read(speaker_of, row)
        found[row.id] = Appearance(
            row.id,
            row.key,
            speaker.name,
            speaker.type,
            speaker.role or (earlier.role if earlier else None),
            earlier.number if earlier else number,
            () if row.removed else (*(earlier.versions if earlier else ()), row.version),
            _beside(row.beside) or (earlier.beside if earlier else None),
        )
    return list(found.values())


def _written(beside: Surroundings | None) -> str | None:
    """What stands beside a name as it is stored: what there is of it."""
    if beside is None:
        return None
    return json.dumps({name: value for name, value in asdict(beside).items() if value}, ensure_ascii=False)


def _beside(stored: str | None) -> Surroundings | None:
    """What stands beside a name, as it was stored; None where an earlier release stored the appearance."""
    if stored is None:
        return None
    found: dict[str, Any] = json.loads(stored)
    given: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in found.items()}
    return Surroundings(**given)


@dataclass(frozen=True, slots=True)
class Relinking:
    """What linking changes: the rows to insert, to update (each with ``at``, its place) and to delete."""

    new_speakers: list[dict[str, Any]]
    speakers: list[dict[str, Any]]
    appearances: list[dict[str, Any]]
    claims: list[dict[str, Any]]
    gone: set[str]


def compare_speakers(
    connection: Connection, linked: Sequence[LinkedSpeaker], corrected: Mapping[str, str]
) -> Relinking:
    """What changes where these speakers take the place of all that are stored; reads only.

    ``corrected``: claims whose speaker the desk decided, by id, each with the id of the appearance among the links.
    Whoever speaks in a removed article only is as that article has it.
    """
    known_links = {link.appearance for speaker in linked for link in speaker.links}
    linked = [*linked, *_of_removed_articles(connection, known_links)]
    links = {link.appearance: (speaker.id, link) for speaker in linked for link in speaker.links}
    targets = {id_: links[appearance][0] for id_, appearance in corrected.items() if appearance in links}
    names = {speaker.id: speaker.speaker.name for speaker in linked}
    known = {row.id: row for row in connection.execute(select(speakers))}
    new, changed = [], []
    for one in linked:
        row = _speaker_row(one.id, one.speaker, one.doubts, one.proposals)
        old = known.get(one.id)
        if old is None:
            new.append(row)
        elif any(getattr(old, name) != value for name, value in row.items()):
            changed.append({"at": one.id} | {k: v for k, v in row.items() if k != "id"})
    return Relinking(
        new,
        changed,
        _changed_links(connection, links),
        _changed_claims(connection, links, targets, names),
        known.keys() - names.keys(),
    )


def _of_removed_articles(connection: Connection, linked: Set[str]) -> list[LinkedSpeaker]:
    """The appearances in removed articles that are not linked, each as a speaker of its own."""
    rows = (
        select(appearances)
        .join(articles, articles.c.id == appearances.c.article_id)
        .where(is_removed)
        .order_by(appearances.c.number)
    )
    latest = {row.id: row for row in connection.execute(rows) if row.id not in linked}
    return [
        LinkedSpeaker(id_, read(speaker_of, row), (Link(id_, row.name, 1.0, _FIRST),))
        for id_, row in latest.items()
    ]


def replace_speakers(connection: Connection, found: Relinking) -> None:
    """Store what linking changes; claims and mentions go with their appearances."""
    if found.new_speakers:
        connection.execute(insert(speakers), found.new_speakers)
    for table, key, rows in (
        (speakers, speakers.c.id, found.speakers),
        (appearances, appearances.c.number, found.appearances),
        (claims, claims.c.number, found.claims),
    ):
        if rows:
            connection.execute(update(table).where(key == bindparam("at")), rows)
    if found.claims:
        release(connection, [row["at"] for row in found.claims])
        theirs = update(mentions).where(mentions.c.claim_number == bindparam("at"))
        connection.execute(
            theirs.values(speaker_id=bindparam("whose")),
            [{"at": c["at"], "whose": c["speaker_id"]} for c in found.claims],
        )
    used = exists().where(appearances.c.speaker_id == speakers.c.id)
    spoken = exists().where(claims.c.speaker_id == speakers.c.id)
    for some in chunks(sorted(found.gone)):
        connection.execute(delete(speakers).where(speakers.c.id.in_(some), ~used, ~spoken))
    progress.linked(connection)


def _changed_links(connection: Connection, links: Mapping[str, tuple[str, Link]]) -> list[dict[str, Any]]:
    changed = []
    for row in connection.execute(select(appearances)):
        if row.id not in links:
            continue  # added by another process just now; the next linking knows it
        id_, link = links[row.id]
        if (row.speaker_id, row.probability, row.reason) != (id_, link.probability, link.reason):
            changed.append(
                {"at": row.number, "speaker_id": id_, "probability": link.probability, "reason": link.reason}
            )
    return changed


def _changed_claims(
    connection: Connection,
    links: Mapping[str, tuple[str, Link]],
    corrected: Mapping[str, str],
    names: Mapping[str, str],
) -> list[dict[str, Any]]:
    """The claims that get another speaker: that of their appearance, or the one that the desk decided."""
    rows = select(
        claims.c.number,
        claims.c.id,
        claims.c.speaker_id,
        claims.c.speaker_name,
        appearances.c.id.label("appearance"),
    ).outerjoin(appearances, appearances.c.number == claims.c.appearance_number)
    changed = []
    for row in connection.execute(rows):
        if row.appearance is not None and row.appearance not in links:
            continue
        own = links[row.appearance][0] if row.appearance is not None else None
        id_ = corrected.get(row.id, own)
        name = names[id_] if id_ is not None else None
        if (row.speaker_id, row.speaker_name) != (id_, name):
            changed.append({"at": row.number, "speaker_id": id_, "speaker_name": name})
    return changed


def take_over(connection: Connection) -> None:
    """Make the appearances that a ledger of the first release lacks, from its speakers."""
    rows = connection.execute(
        select(claims.c.article_id, articles.c.key, speakers, func.min(claims.c.number).label("first"))
        .join(articles, articles.c.id == claims.c.article_id)
        .join(speakers, speakers.c.id == claims.c.speaker_id)
        .where(claims.c.appearance_number.is_(None))
        .group_by(claims.c.article_id, speakers.c.id)
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
            "reason": _FIRST if first else "same name",
        }
        number = connection.execute(insert(appearances).returning(appearances.c.number), added).scalar_one()
        its = (claims.c.article_id == row.article_id, claims.c.speaker_id == row.id)
        connection.execute(update(claims).where(*its).values(appearance_number=number))


def _speaker_row(
    id_: str, speaker: Speaker, doubts: Sequence[str] = (), proposals: Sequence[Proposal] = ()
) -> dict[str, Any]:
    return {
        "id": id_,
        "name": speaker.name,
        "type": speaker.type,
        "role": speaker.role,
        "doubts": json.dumps(doubts, ensure_ascii=False),
        "proposals": json.dumps([asdict(p) for p in proposals], ensure_ascii=False) if proposals else None,
    }
