"""Claims to verify, in windows: how many a query leaves, some of them in an order, and which one comes next."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, Final, Literal

from sqlalchemy import ColumnElement, Connection, Join, Select, and_, exists, func, or_, select, tuple_
from sqlalchemy.ext.compiler import compiles

from claims.ledger import sqlite
from claims.ledger.mapping import chunks, claim_rows, load_rows
from claims.ledger.schema import articles, claims, is_latest, ties, verdicts
from claims.ledger.searching import Query, narrowed, storable
from claims.records import Claim

QueueOrder = Literal["place", "newest", "doubt", "conflicts"]
"""By article and place in it; the latest day first; the least sure speaker first; those that conflict first."""


@dataclass(frozen=True, slots=True)
class QueueQuery(Query):
    """A query of claims to verify; its ``limit`` is of no meaning.

    Fields, beside those of :class:`claims.ledger.Query`:
        unreviewed: only claims on which no verdict stands.
        among: only these claims, by their ids; None for any.
        carried: claims on which a verdict stands that was made on what they were in an earlier version.
        order: in which the claims come.
    """

    unreviewed: bool = False
    among: frozenset[str] | None = None
    carried: frozenset[str] = frozenset()
    order: QueueOrder = "place"


@dataclass(frozen=True, slots=True)
class QueueCount:
    """How many claims a query leaves, whether reviewed or not, and on how many of them a verdict stands."""

    claims: int
    reviewed: int


_later = verdicts.alias("later")
_JUDGED: Final = ("attribution", "truth", "evidence", "note", "corrected_speaker", "corrected_words")


def _says_nothing(table: Any) -> ColumnElement[bool]:
    return and_(*(table.c[name].is_(None) for name in _JUDGED))


stands: Final[ColumnElement[bool]] = and_(
    ~_says_nothing(verdicts),
    ~exists().where(
        _later.c.claim_id == verdicts.c.claim_id,
        _later.c.reviewer == verdicts.c.reviewer,
        _later.c.number > verdicts.c.number,
        _says_nothing(_later),
    ),
)
"""True of the rows of ``verdicts`` that their reviewer has not taken back."""

_in_conflict: Final = exists().where(
    ties.c.relation == "conflict", or_(ties.c.first == claims.c.unit, ties.c.second == claims.c.unit)
)
_ORDERS: Final[dict[QueueOrder, tuple[ColumnElement[Any], ...]]] = {
    "place": (),
    "newest": (-func.coalesce(func.julianday(articles.c.published), 0.0),),
    "doubt": (func.coalesce(claims.c.speaker_confidence, claims.c.confidence),),
    "conflicts": (~_in_conflict,),
}
_PLACE: Final = (articles.c.key, claims.c.starts, claims.c.ends, claims.c.number)


class _InOrder(Join):
    """A join whose left side is gone through in its order, and the right side looked up for each of its rows."""

    inherit_cache = True


@compiles(_InOrder, "sqlite")
def _cross(join: _InOrder, compiler: Any, **options: Any) -> str:
    """SQLite keeps the order of a CROSS JOIN (https://sqlite.org/optoverview.html#crossjoin): it need not sort all."""
    return str(compiler.visit_join(join, **options)).replace(" JOIN ", " CROSS JOIN ", 1)


def count(connection: Connection, query: QueueQuery) -> QueueCount:
    """How many claims the query leaves, those that are reviewed among them even where it asks for the others."""
    every = _meeting(connection, select(func.count()), query, in_order=True)
    few = _meeting(connection, select(func.count()), query, in_order=False)
    judged = claims.c.id.in_(select(verdicts.c.claim_id).where(stands))
    reviewed = or_(judged, claims.c.id.in_(sorted(query.carried))) if query.carried else judged
    return QueueCount(
        connection.execute(every).scalar_one(), connection.execute(few.where(reviewed)).scalar_one()
    )


def window(connection: Connection, query: QueueQuery, offset: int, limit: int) -> list[Claim]:
    """The claims that the query leaves from ``offset`` on, from 0, in its order, at most ``limit``."""
    wanted = _left(connection, select(claims.c.number), query).order_by(*_order(query))
    numbers = connection.execute(wanted.offset(offset).limit(limit)).scalars().all()
    found = {
        row.number: claim
        for some in chunks(numbers)
        for row, claim in load_rows(connection, claim_rows.where(claims.c.number.in_(some)))
    }
    return [found[number] for number in numbers]


def neighbour(
    connection: Connection, query: QueueQuery, claim_id: str | None, *, backwards: bool
) -> str | None:
    """The id of the claim that follows one in the query's order, or comes before it, whether that is left or not.

    None where none does. Where no claim is named, or one that the latest versions do not have, it is the first one.
    """
    order = _order(query)
    wanted = _left(connection, select(claims.c.id), query)
    here = None
    if claim_id is not None:
        its = select(*order).select_from(claims).join(articles, articles.c.id == claims.c.article_id)
        here = connection.execute(its.where(claims.c.id == claim_id, is_latest)).first()
    if here is not None:
        place, known = tuple_(*order), tuple_(*here)
        wanted = wanted.where(place < known if backwards else place > known)
    if here is not None and query.order == "place":  # so that an index finds where to begin
        wanted = wanted.where(articles.c.key <= here.key if backwards else articles.c.key >= here.key)
    ordered = wanted.order_by(*(column.desc() if backwards else column for column in order))
    return connection.execute(ordered.limit(1)).scalar()


def _order(query: QueueQuery) -> tuple[ColumnElement[Any], ...]:
    return (*_ORDERS[query.order], *_PLACE)


def _left(connection: Connection, statement: Select[Any], query: QueueQuery) -> Select[Any]:
    found = _meeting(connection, statement, query, in_order=query.order == "place")
    return found.where(~_reviewed(query)) if query.unreviewed else found


def _reviewed(query: QueueQuery) -> ColumnElement[bool]:
    judged = exists().where(verdicts.c.claim_id == claims.c.id, stands)
    return or_(judged, claims.c.id.in_(sorted(query.carried))) if query.carried else judged


def _meeting(
    connection: Connection, statement: Select[Any], query: QueueQuery, *, in_order: bool
) -> Select[Any]:
    """The statement on the claims that meet the query but for its verdicts; ``in_order``: article by article."""
    same = claims.c.article_id == articles.c.id
    joined = _InOrder(articles, claims, same) if in_order else claims.join(articles, same)
    found = narrowed(connection, statement.select_from(joined), query)
    if in_order:
        found = found.where(is_latest)
    else:  # once for all claims, not once for each
        found = found.where(claims.c.article_id.in_(select(articles.c.id).where(is_latest)))
    if query.words and query.words.strip():
        found = found.where(claims.c.number.in_(sqlite.numbers_matching(storable(query.words))))
    if query.among is not None:
        found = found.where(claims.c.id.in_(sorted(query.among)))
    return found


def contested(connection: Connection) -> Collection[str]:
    """The ids on which two reviewers or more have a verdict that stands."""
    found = select(verdicts.c.claim_id).where(stands).group_by(verdicts.c.claim_id)
    return connection.execute(found.having(func.count(verdicts.c.reviewer.distinct()) > 1)).scalars().all()


def departed(connection: Connection) -> Collection[str]:
    """The ids that have verdicts and are no claim's in the latest versions."""
    here = (
        exists()
        .where(claims.c.id == verdicts.c.claim_id, articles.c.id == claims.c.article_id, is_latest)
        .correlate(verdicts)
    )
    return connection.execute(select(verdicts.c.claim_id).where(~here).distinct()).scalars().all()
