"""Claims to verify, in windows: how many a query leaves, some of them in an order, and which one comes next."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, Final, Literal, cast

from sqlalchemy import (
    ColumnElement,
    Connection,
    Join,
    Row,
    Select,
    Table,
    and_,
    case,
    exists,
    func,
    or_,
    select,
    tuple_,
)
from sqlalchemy.ext.compiler import compiles

from claims.ledger.databases import database_of
from claims.ledger.mapping import load_numbered
from claims.ledger.schema import articles, claims, day_of, doubt_of, is_latest, successors, ties, verdicts
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

_taking = verdicts.alias("taking")
_taken_back: Final = select(_taking.c.claim_id).where(
    _says_nothing(_taking), ~exists().where(verdicts.c.claim_id == _taking.c.claim_id, stands)
)
"""The ids of claims on which verdicts were given, and all of them taken back."""

_PLACE: Final = (articles.c.key, claims.c.starts, claims.c.ends, claims.c.number)
_in_conflict: Final = exists().where(
    ties.c.relation == "conflict", or_(ties.c.first == claims.c.unit, ties.c.second == claims.c.unit)
)
_conflicting: Final = claims.c.unit.in_(
    select(ties.c.first)
    .where(ties.c.relation == "conflict")
    .union(select(ties.c.second).where(ties.c.relation == "conflict"))
)
"""The same, for all claims at once: it looks the claims of the ties up, not the ties of each claim."""


@dataclass(frozen=True, slots=True)
class _Part:
    """Claims that come one after the other in an order; a database goes through them by an index, and sorts few.

    Fields:
        first: by what they are ordered before all else, the highest first if ``downwards``; None where ``rest`` does.
        rest: what tells those apart that are alike in it.
        members: which claims they are; None for all.
        outer: the table by which they are gone through or, where members are few, looked up.
    """

    first: ColumnElement[Any] | None = None
    downwards: bool = False
    rest: tuple[ColumnElement[Any], ...] = _PLACE
    members: ColumnElement[bool] | None = None
    outer: Table = articles

    @property
    def columns(self) -> tuple[ColumnElement[Any], ...]:
        """By what they are ordered."""
        return self.rest if self.first is None else (self.first, *self.rest)

    def ordered(self, *, backwards: bool) -> list[ColumnElement[Any]]:
        """For ORDER BY."""
        first = (
            () if self.first is None else (self.first.desc() if self.downwards != backwards else self.first,)
        )
        return [*first, *(column.desc() if backwards else column for column in self.rest)]

    def beyond(self, here: Row[Any], *, backwards: bool) -> ColumnElement[bool]:
        """True of the claims that come after one, or before it, whose :attr:`columns` are these."""
        rest, its = tuple_(*self.rest), tuple_(*here[-len(self.rest) :])
        later = rest < its if backwards else rest > its
        lead = self.first if self.first is not None else self.rest[0]
        falls = backwards != (self.downwards and self.first is not None)
        begins = lead <= here[0] if falls else lead >= here[0]  # so that an index finds where to begin
        if self.first is None:
            return and_(begins, later)
        return and_(begins, or_(lead != here[0], later))


_ORDERS: Final[dict[QueueOrder, tuple[_Part, ...]]] = {
    "place": (_Part(),),
    "newest": (_Part(day_of, downwards=True),),
    "doubt": (
        _Part(
            doubt_of,
            rest=(claims.c.article_id, claims.c.starts, claims.c.ends, claims.c.number),
            outer=claims,
        ),
    ),
    "conflicts": (_Part(members=_conflicting, outer=claims), _Part(members=~_in_conflict)),
}


_gone = claims.alias("gone")


class _InOrder(Join):
    """A join whose left side is gone through in its order, and the right side looked up for each of its rows."""

    inherit_cache = True


@compiles(_InOrder, "sqlite")
def _cross(join: _InOrder, compiler: Any, **options: Any) -> str:
    """SQLite keeps the order of a CROSS JOIN (https://sqlite.org/optoverview.html#crossjoin): it need not sort all."""
    asked = {**options, "asfrom": True}
    left, right = (compiler.process(side, **asked) for side in (join.left, join.right))
    return f"{left} CROSS JOIN {right} ON {compiler.process(join.onclause, **options)}"


def count(connection: Connection, query: QueueQuery) -> QueueCount:
    """How many claims the query leaves, those that are reviewed among them even where it asks for the others."""
    # Most verdicts stand: where all claims are asked about, those on which none does are found once, from their end.
    judged = and_(exists().where(verdicts.c.claim_id == claims.c.id), claims.c.id.not_in(_taken_back))
    reviewed = func.count(case((_or_carried(judged, query), 1)))
    wanted = cast("Select[Any]", select(func.count().label("claims"), reviewed.label("reviewed")))
    found = connection.execute(_meeting(connection, wanted, query, articles)).one()
    return QueueCount(found.claims, found.reviewed)


def window(connection: Connection, query: QueueQuery, offset: int, limit: int) -> list[Claim]:
    """The claims that the query leaves from ``offset`` on, from 0, in its order, at most ``limit``."""
    numbers: list[int] = []
    parts = _ORDERS[query.order]
    for part in parts:
        wanted = _left(connection, select(claims.c.number), query, part).order_by(
            *part.ordered(backwards=False)
        )
        numbers += connection.execute(wanted.offset(offset).limit(limit - len(numbers))).scalars()
        if len(numbers) == limit:
            break
        if part is not parts[-1]:
            here = connection.execute(_left(connection, select(func.count()), query, part)).scalar_one()
            offset = max(0, offset - here)
    found = {row.number: claim for row, claim in load_numbered(connection, numbers)}
    return [found[number] for number in numbers]


def neighbour(
    connection: Connection, query: QueueQuery, claim_id: str | None, *, backwards: bool
) -> str | None:
    """The id of the claim that follows one in the query's order, or comes before it, whether that is left or not.

    None where none does. Where no claim is named, or one that the latest versions do not have, it is the first one.
    """
    parts = _ORDERS[query.order][:: -1 if backwards else 1]
    at = [_place(connection, claim_id, part) for part in parts] if claim_id is not None else []
    begin = next((number for number, here in enumerate(at) if here is not None), None)
    for number, part in enumerate(parts):
        if begin is not None and number < begin:
            continue
        wanted = _left(connection, select(claims.c.id), query, part)
        if number == begin and (here := at[number]) is not None:
            wanted = wanted.where(part.beyond(here, backwards=backwards))
        ordered = wanted.order_by(*part.ordered(backwards=backwards))
        found: str | None = connection.execute(ordered.limit(1)).scalar()
        if found is not None:
            return found
    return None


_SAME: Final = claims.c.article_id == articles.c.id


def _place(connection: Connection, claim_id: str, part: _Part) -> Row[Any] | None:
    """By what a claim is ordered, if it is one of the part's."""
    its = select(*part.columns).select_from(claims.join(articles, _SAME))
    its = its.where(claims.c.id == claim_id, is_latest)
    return connection.execute(its if part.members is None else its.where(part.members)).first()


def _left(connection: Connection, statement: Select[Any], query: QueueQuery, part: _Part) -> Select[Any]:
    found = _meeting(connection, statement, query, part.outer)
    if part.members is not None:
        found = found.where(part.members)
    return found.where(~_reviewed(query)) if query.unreviewed else found


def _reviewed(query: QueueQuery) -> ColumnElement[bool]:
    return _or_carried(exists().where(verdicts.c.claim_id == claims.c.id, stands), query)


def _or_carried(judged: ColumnElement[bool], query: QueueQuery) -> ColumnElement[bool]:
    return or_(judged, claims.c.id.in_(sorted(query.carried))) if query.carried else judged


def _meeting(connection: Connection, statement: Select[Any], query: QueueQuery, outer: Table) -> Select[Any]:
    """The statement on the claims that meet the query but for its verdicts, gone through from one of the tables.

    Where the query names a few claims, they are looked up: to ask of every article which of them it has would take as
    long as there are articles times claims.
    """
    words = (query.words or "").strip()
    if words or query.among is not None or query.speaker_ids is not None:
        outer = claims
    joined = _InOrder(outer, articles if outer is claims else claims, _SAME)
    found = narrowed(connection, statement.select_from(joined).where(is_latest), query)
    if words:
        matching = database_of(connection).numbers_matching(storable(words))
        found = found.where(claims.c.number.in_(matching))
    if query.among is not None:
        found = found.where(claims.c.id.in_(sorted(query.among)))
    return found


def contested(connection: Connection) -> Collection[str]:
    """The ids on which two reviewers or more have a verdict that stands."""
    by_several = select(verdicts.c.claim_id).group_by(verdicts.c.claim_id)
    by_several = by_several.having(func.min(verdicts.c.reviewer) != func.max(verdicts.c.reviewer))
    found = select(verdicts.c.claim_id).where(verdicts.c.claim_id.in_(by_several), stands)
    found = found.group_by(verdicts.c.claim_id).having(func.count(verdicts.c.reviewer.distinct()) > 1)
    return connection.execute(found).scalars().all()


def departed(connection: Connection) -> Collection[str]:
    """The ids that have verdicts, are no claim's in the latest versions, and may have become another one's.

    They are those of versions that were replaced, of removed articles, and of articles that were extracted anew.
    """
    here = exists().where(claims.c.id == _gone.c.id, articles.c.id == claims.c.article_id, is_latest)
    judged = exists().where(verdicts.c.claim_id == _gone.c.id)
    stale = select(articles.c.id).where(~is_latest)
    of_versions = select(_gone.c.id).where(_gone.c.article_id.in_(stale), judged, ~here.correlate(_gone))
    extracted = select(successors.c.id).where(exists().where(verdicts.c.claim_id == successors.c.id))
    return connection.execute(of_versions.union(extracted)).scalars().all()
