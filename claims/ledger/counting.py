"""How many claims of the latest versions each speaker has, so that the first are found at once."""

from collections.abc import Iterable

from sqlalchemy import ColumnElement, Connection, func, or_, select, true, update

from claims.ledger.groups import SUPERSEDED
from claims.ledger.mapping import chunks
from claims.ledger.schema import claims, speakers

is_live: ColumnElement[bool] = or_(claims.c.unit.is_(None), claims.c.unit != SUPERSEDED)
"""True of the rows of ``claims`` that are in the latest version of an article that is not removed."""


def speakers_of_claims(connection: Connection, condition: ColumnElement[bool]) -> set[str]:
    """The ids of the speakers of the claims that meet a condition."""
    asked = select(claims.c.speaker_id).where(claims.c.speaker_id.is_not(None), condition).distinct()
    return set(connection.execute(asked).scalars())


def recount(connection: Connection, ids: Iterable[str]) -> None:
    """Count anew the claims of speakers whose claims have changed; the caller's transaction writes."""
    for some in chunks(sorted(set(ids))):
        _recount(connection, speakers.c.id.in_(some))


def recount_all(connection: Connection) -> None:
    """Count the claims of all speakers."""
    _recount(connection, true())


def _recount(connection: Connection, condition: ColumnElement[bool]) -> None:
    counted = (
        select(func.count())
        .select_from(claims)
        .where(claims.c.speaker_id == speakers.c.id, is_live)
        .scalar_subquery()
    )
    connection.execute(update(speakers).where(condition).values(claims=counted))
