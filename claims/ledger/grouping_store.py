"""The state of incremental grouping in the ledger: units, blocking keys and ties of the claims grouped so far."""

from array import array
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence, Set
from contextlib import AbstractContextManager, contextmanager
from dataclasses import asdict
from typing import Any, Final, get_args

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    delete,
    func,
    insert,
    select,
    update,
)
from sqlalchemy import bindparam as given

from claims.ledger import progress
from claims.ledger.databases import database_of
from claims.ledger.groups import SUPERSEDED, Regrouping, regroup
from claims.ledger.mapping import by_place, chunks, claim_rows, execute_many, insert_rows, load_rows, read
from claims.ledger.schema import claims, group_members, ties, touched_units, unit_keys, units
from claims.records import Claim, Group, Tie, TieRelation

_KEYS_A_QUERY: Final = 10_000
_RELATION: Final[dict[str, TieRelation]] = {relation: relation for relation in get_args(TieRelation)}


class SqlGroupingStore:
    """A :class:`claims.merging.incremental.GroupingStore` over the latest versions.

    It reads in short transactions, keeps what is found in memory, and stores all of it in the end (:meth:`store`). Each
    of them raises :class:`claims.ledger.progress.ChangedMeanwhileError` where the ledger is no longer at the
    ``revision``. New claims are given once, however many are left: the rest is for another store.
    """

    def __init__(self, reading: Callable[[], AbstractContextManager[Connection]], revision: int) -> None:
        self._open, self._revision = reading, revision
        self._ids: dict[int, str] = {}
        self._unit: dict[int, int] = {}
        self._new_units: list[int] = []
        self._keys, self._their_units = array("q"), array("q")
        self._ties: list[Tie] = []
        self._compared: set[int] = set()
        self._regrouping: Regrouping | None = None

    def ungrouped(self, limit: int) -> dict[int, Claim]:
        """At most so many claims that are in no unit yet, by the numbers of their rows.

        Speaker after speaker: claims that match are one speaker's as a rule, so that those of one call seldom meet
        those of the next, which would be read and compared with them all over again.
        """
        # An expression, so that the few new ones are sorted and no index of all speakers is gone through.
        order = func.coalesce(claims.c.speaker_id, ""), claims.c.number
        first = select(claims.c.number).where(claims.c.unit.is_(None)).order_by(*order).limit(limit)
        with self._reading() as connection:
            found = {row.number: claim for row, claim in _claims(connection, claims.c.number.in_(first))}
        self._ids = {number: claim.id for number, claim in found.items()}
        return found

    def touched(self) -> set[int]:
        """The units that have lost claims since the last grouping, or were in a group with one that has."""
        with self._reading() as connection:
            return set(connection.execute(select(touched_units.c.unit)).scalars())

    def claims_of(self, asked: Iterable[int]) -> dict[int, dict[int, Claim]]:
        """The claims, by number, of those of the units that have any."""
        wanted = set(asked)
        new = [number for number, unit in self._unit.items() if unit in wanted]
        with self._reading() as connection:
            rows = claims_of_units(connection, wanted)
            for some in chunks(new):
                rows += _claims(connection, claims.c.number.in_(some))
        if new:
            rows.sort(key=lambda found: _place(*found))
        found: dict[int, dict[int, Claim]] = defaultdict(dict)
        for row, claim in rows:
            found[self._unit.get(row.number, row.unit)][row.number] = claim
        return dict(found)

    def units_of(self, claim_ids: Iterable[str]) -> dict[str, int]:
        """The unit of each of these claims that is in one."""
        found: dict[str, int] = {}
        with self._reading() as connection:
            for some in chunks(sorted(claim_ids)):
                asked = select(claims.c.number, claims.c.id, claims.c.unit).where(claims.c.id.in_(some))
                for row in connection.execute(asked):
                    if unit := self._unit.get(row.number, row.unit):
                        found[row.id] = unit
        return found

    def units_with(self, keys: Iterable[int]) -> Iterator[tuple[int, int]]:
        """Each of the keys, quickest found where they ascend, with each unit that has it."""
        for some in chunks(keys, _KEYS_A_QUERY):
            with self._reading() as connection:
                having = database_of(connection).is_among(unit_keys.c.key, [int(key) for key in some])
                rows = connection.execute(select(unit_keys.c.key, unit_keys.c.unit).where(having)).all()
            yield from ((key, unit) for key, unit in rows)

    def ties_of(self, asked: Iterable[int]) -> Iterator[Tie]:
        """All ties of these units; those between two of them may come twice."""
        wanted = set(asked)
        for some in chunks(sorted(wanted - self._compared)):
            with self._reading() as connection:
                rows = [
                    row
                    for side in (ties.c.first, ties.c.second)
                    for row in connection.execute(select(ties).where(side.in_(some))).all()
                ]
            found = (read(_tie, row) for row in rows)
            yield from (tie for tie in found if self._compared.isdisjoint((tie.first, tie.second)))
        yield from (tie for tie in self._ties if tie.first in wanted or tie.second in wanted)

    def keep(
        self,
        of_claims: Mapping[int, int],
        compared: Collection[int],
        keys: Iterable[tuple[int, int]],
        found: Iterable[Tie],
    ) -> None:
        """Keep the unit of each claim, and keys (key, unit) and ties of the units compared, in the place of theirs."""
        known: set[int] = set()
        with self._reading() as connection:
            for some in chunks(compared):
                known.update(connection.execute(select(units).where(units.c.unit.in_(some))).scalars())
        self._unit.update(of_claims)
        self._compared = set(compared)
        self._new_units = sorted(self._compared - known)
        for key, unit in keys:
            if unit not in known:
                self._keys.append(key)
                self._their_units.append(unit)
        self._ties = list(found)

    def leave_alone(self, asked: Iterable[int]) -> Set[int]:
        """Drop the groups of those of the units, which are tied to none, that have but one claim; gives these units."""
        wanted = set(asked)
        found: dict[int, list[tuple[int, str]]] = defaultdict(list)
        for number, unit in self._unit.items():
            if unit in wanted:
                found[unit].append((number, self._ids[number]))
        with self._reading() as connection:
            for some in chunks(sorted(wanted)):
                theirs = select(claims.c.unit, claims.c.number, claims.c.id).where(claims.c.unit.in_(some))
                for unit, number, id_ in connection.execute(theirs):
                    found[unit].append((number, id_))
        alone = {unit: its[0] for unit, its in found.items() if len(its) == 1}
        self._regrouping = self._regrouping or Regrouping()
        self._regrouping.numbers += (number for number, _ in alone.values())
        self._regrouping.claims += (id_ for _, id_ in alone.values())
        return alone.keys()

    def regroup(self, regrouped: Mapping[int, Claim], groups: Sequence[Group]) -> None:
        """Let the new groups take the place of those of these claims."""
        self._regrouping = self._regrouping or Regrouping()
        self._regrouping.add(regrouped, groups)

    def regrouped_claims(self) -> set[str]:
        """The ids of the claims whose groups are made anew."""
        return set(self._regrouping.claims) if self._regrouping else set()

    def store(self, connection: Connection) -> bool:
        """Store what was found, in a writing transaction; whether claims are left that are in no unit yet."""
        progress.check(connection, self._revision)
        execute_many(
            connection,
            update(claims).where(claims.c.number == given("at")).values(unit=given("its")),
            ({"at": number, "its": unit} for number, unit in self._unit.items()),
        )
        execute_many(connection, insert(units), ({"unit": unit} for unit in self._new_units))
        insert_rows(connection, unit_keys, zip(self._keys, self._their_units, strict=True))
        for some in chunks(sorted(self._compared.difference(self._new_units))):
            for side in (ties.c.first, ties.c.second):
                connection.execute(delete(ties).where(side.in_(some)))
        execute_many(connection, insert(ties), map(asdict, self._ties))
        if self._regrouping:
            regroup(connection, self._regrouping)
        left = connection.execute(select(claims.c.number).where(claims.c.unit.is_(None)).limit(1)).first()
        progress.grouped(connection, wholly=left is None)
        return left is not None

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with self._open() as connection:
            progress.check(connection, self._revision)
            yield connection


def load_conflicts(
    connection: Connection, about: Iterable[str] | None = None
) -> list[tuple[Tie, list[Claim], list[Claim]]]:
    """The ties that are conflicts, each with the claims of both of its units; all, or those of some claims."""
    conflicting = select(ties).where(ties.c.relation == "conflict")
    if about is None:
        found = set(connection.execute(conflicting))
    else:
        grouped = select(claims.c.unit).where(claims.c.unit != SUPERSEDED)
        asked = {
            unit
            for some in chunks(about)
            for unit in connection.execute(grouped.where(claims.c.id.in_(some))).scalars()
        }
        found = {
            row
            for some in chunks(sorted(asked))
            for side in (ties.c.first, ties.c.second)
            for row in connection.execute(conflicting.where(side.in_(some)))
        }
    return _with_claims(connection, [read(_tie, row) for row in found])


def load_unjoined(connection: Connection) -> list[tuple[Tie, list[Claim], list[Claim]]]:
    """The ties of units that match and are not in one group, each with the claims of both of its units."""
    grouped = (
        select(claims.c.unit, group_members.c.group_id)
        .join(group_members, group_members.c.claim_number == claims.c.number)
        .distinct()
    )
    group = {row.unit: row.group_id for row in connection.execute(grouped)}
    matching = connection.execute(select(ties).where(ties.c.relation == "same"))
    apart = [row for row in matching if group.get(row.first, row.first) != group.get(row.second, row.second)]
    return _with_claims(connection, [read(_tie, row) for row in apart])


def _with_claims(connection: Connection, known: Sequence[Tie]) -> list[tuple[Tie, list[Claim], list[Claim]]]:
    """Ties with the claims of their units, of those that have any."""
    of: dict[int, list[Claim]] = defaultdict(list)
    for row, claim in claims_of_units(connection, {u for tie in known for u in (tie.first, tie.second)}):
        of[row.unit].append(claim)
    return [
        (tie, of[tie.first], of[tie.second]) for tie in sorted(known) if tie.first in of and tie.second in of
    ]


def claims_of_units(connection: Connection, asked: Iterable[int]) -> list[tuple[Row[Any], Claim]]:
    """The claims of these units, each with its row."""
    return [found for some in chunks(sorted(asked)) for found in _claims(connection, claims.c.unit.in_(some))]


def _claims(connection: Connection, *conditions: ColumnElement[bool]) -> list[tuple[Row[Any], Claim]]:
    return load_rows(connection, claim_rows.add_columns(claims.c.unit).where(*conditions).order_by(*by_place))


def _place(row: Row[Any], claim: Claim) -> tuple[str, int, int, int, int]:
    """As :data:`claims.ledger.mapping.by_place`."""
    return claim.article.key, claim.article.version, claim.start, claim.end, row.number


def _tie(row: Row[Any]) -> Tie:
    return Tie(row.first, row.second, _RELATION[row.relation], float(row.probability), row.reason)
