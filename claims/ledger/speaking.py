"""Who says which claim: its first speaker, and whoever says it together with that one."""

from collections.abc import Sequence
from typing import Any, Final

from sqlalchemy import BindParameter, ColumnElement, Subquery, literal_column, select, union_all

from claims.ledger.schema import claims, co_speakers

_OF_THE_CLAIM: Final = (claims.c.number, claims.c.id, claims.c.article_id, claims.c.mention, claims.c.unit)

said: Final[Subquery] = union_all(
    select(
        *_OF_THE_CLAIM,
        claims.c.speaker_id,
        claims.c.appearance_number,
        literal_column("0").label("place"),
    ),
    select(
        *_OF_THE_CLAIM,
        co_speakers.c.speaker_id,
        co_speakers.c.appearance_number,
        co_speakers.c.place,
    ).join(claims, claims.c.number == co_speakers.c.claim_number),
).subquery("said")
"""Every claim with each of its speakers, one a row, the first speaker at place 0; with none, it has a row, too."""


def said_by(ids: Sequence[str] | BindParameter[Any]) -> ColumnElement[bool]:
    """Whether a claim is said by any of the speakers with these ids, alone or with others."""
    own = claims.alias("own")
    alone = select(own.c.number).where(own.c.speaker_id.in_(ids))
    together = select(co_speakers.c.claim_number).where(co_speakers.c.speaker_id.in_(ids))
    return claims.c.number.in_(union_all(alone, together))
