"""How many claims of the latest versions each speaker has, so that the first are found at once."""

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import ColumnElement, Connection, bindparam, func, or_, select, true, update

from claims.ledger.groups import SUPERSEDED
from claims.ledger.mapping import chunks
from claims.ledger.schema import claims, co_speakers, speakers


def is_live(table: Any = claims) -> ColumnElement[bool]:
    """Whether a claim is in the latest version of an article that is not removed; ``table`` has its unit."""
    return or_(table.c.unit.is_(None), table.c.unit != SUPERSEDED)


def number_of_claims(connection: Connection) -> int:
    """How many claims the latest versions have."""
    return connection.execute(select(func.count()).select_from(claims).where(is_live())).scalar_one()


def speakers_of_claims(connection: Connection, condition: ColumnElement[bool]) -> set[str]:
    """The ids of the speakers of the claims that meet a condition."""
    first = select(claims.c.speaker_id).where(claims.c.speaker_id.is_not(None), condition)
    others = (
        select(co_speakers.c.speaker_id)
        .join(claims, claims.c.number == co_speakers.c.claim_number)
        .where(co_speakers.c.speaker_id.is_not(None), condition)
    )
    return {id_ for asked in (first, others) for id_ in connection.execute(asked.distinct()).scalars()}


def add(connection: Connection, counts: Mapping[str, int]) -> None:
    """Count so many new claims of each speaker, by id."""
    if counts:
        more = update(speakers).where(speakers.c.id == bindparam("at"))
        rows = [{"at": id_, "more": counts[id_]} for id_ in sorted(counts)]
        connection.execute(more.values(claims=speakers.c.claims + bindparam("more")), rows)


def recount(connection: Connection, ids: Iterable[str]) -> None:
    """Count anew the claims of speakers whose claims have changed; the caller's transaction writes."""
    for some in chunks(sorted(set(ids))):
        _recount(connection, speakers.c.id.in_(some))


def recount_all(connection: Connection) -> None:
    """Count the claims of all speakers."""
    _recount(connection, true())


def _recount(connection: Connection, condition: ColumnElement[bool]) -> None:
    own = select(func.count()).select_from(claims).where(claims.c.speaker_id == speakers.c.id, is_live())
    together = (
        select(func.count())
        .select_from(co_speakers.join(claims, claims.c.number == co_speakers.c.claim_number))
        .where(co_speakers.c.speaker_id == speakers.c.id, is_live())
    )
    counted = own.scalar_subquery() + together.scalar_subquery()
    connection.execute(update(speakers).where(condition).values(claims=counted))
