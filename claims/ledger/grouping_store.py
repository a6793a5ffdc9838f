"""The state of incremental grouping in the ledger: units, blocking keys and ties of the claims grouped so far."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any, Final, get_args

from sqlalchemy import (
    ColumnElement,
    Connection,
    Executable,
    Row,
    delete,
    insert,
    select,
    update,
)
from sqlalchemy import bindparam as given

from claims.ledger.groups import SUPERSEDED, regroup
from claims.ledger.mapping import by_place, chunks, claim_rows, load_rows, read
from claims.ledger.schema import claims, ties, touched_units, unit_keys, units
from claims.records import Claim, Group, Tie, TieRelation

_RELATION: Final[dict[str, TieRelation]] = {relation: relation for relation in get_args(TieRelation)}
_ROWS_AT_ONCE: Final = 100_000


class SqlGroupingStore:
    """A :class:`claims.merging.incremental.GroupingStore` over the latest versions, inside one writing transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def ungrouped(self, limit: int) -> dict[int, Claim]:
        """At most so many claims that are in no unit yet, by the numbers of their rows."""
        first = select(claims.c.number).where(claims.c.unit.is_(None)).order_by(claims.c.number).limit(limit)
        return {row.number: claim for row, claim in self._claims(claims.c.number.in_(first))}

    def touched(self) -> set[int]:
        """The units that have lost claims since the last grouping."""
        return set(self._connection.execute(select(touched_units.c.unit)).scalars())

    def claims_of(self, asked: Iterable[int]) -> dict[int, dict[int, Claim]]:
        """The claims, by number, of those of the units that have any."""
        found: dict[int, dict[int, Claim]] = defaultdict(dict)
        for some in chunks(sorted(asked)):
            for row, claim in self._claims(claims.c.unit.in_(some)):
                found[row.unit][row.number] = claim
        return dict(found)

    def units_of(self, claim_ids: Iterable[str]) -> dict[str, int]:
        """The unit of each of these claims that is in one."""
        found = {}
        for some in chunks(sorted(claim_ids)):
            its = claims.c.id.in_(some), claims.c.unit != SUPERSEDED
            found.update({row.id: row.unit for row in self._connection.execute(select(claims).where(*its))})
        return found

    def units_with(self, keys: Iterable[int]) -> Iterator[tuple[int, int]]:
        """Each key with each unit that has it."""
        for some in chunks(sorted(keys)):
            met = select(unit_keys).where(unit_keys.c.key.in_(some))
            yield from ((row.key, row.unit) for row in self._connection.execute(met).all())

    def ties_of(self, asked: Iterable[int]) -> Iterator[Tie]:
        """All ties of these units; those between two of them come twice."""
        for some in chunks(sorted(asked)):
            for side in (ties.c.first, ties.c.second):
                for row in self._connection.execute(select(ties).where(side.in_(some))).all():
                    yield read(_tie, row)

    def keep(
        self, of_claims: Mapping[int, int], keys: Iterable[tuple[int, int]], found: Iterable[Tie]
    ) -> None:
        """Store the unit of each claim, and keys (key, unit) and ties of units that had no claims before."""
        self._many(
            update(claims).where(claims.c.number == given("at")).values(unit=given("its")),
            ({"at": number, "its": unit} for number, unit in of_claims.items()),
        )
        asked = set(of_claims.values())
        known: set[int] = set()
        for some in chunks(asked):
            known.update(self._connection.execute(select(units).where(units.c.unit.in_(some))).scalars())
        self._many(insert(units), ({"unit": unit} for unit in sorted(asked - known)))
        self._many(insert(unit_keys), ({"key": key, "unit": unit} for key, unit in keys if unit not in known))
        new = {(tie.first, tie.second): tie for tie in found}
        back = known & {unit for pair in new for unit in pair}
        for tie in self.ties_of(back):
            new.pop((tie.first, tie.second), None)
        self._many(insert(ties), map(asdict, new.values()))

    def regroup(self, regrouped: Mapping[int, Claim], groups: Sequence[Group]) -> None:
        """Drop the groups of these claims, store the new ones, and forget what was touched."""
        regroup(self._connection, regrouped, groups)
        self._connection.execute(delete(touched_units))

    def conflicts(self) -> list[tuple[Tie, list[Claim], list[Claim]]]:
        """The ties that are conflicts, each with the claims of both of its units."""
        found = self._connection.execute(select(ties).where(ties.c.relation == "conflict")).all()
        known = [read(_tie, row) for row in found]
        of = self.claims_of({unit for tie in known for unit in (tie.first, tie.second)})
        return [
            (tie, list(of[tie.first].values()), list(of[tie.second].values()))
            for tie in sorted(known)
            if tie.first in of and tie.second in of
        ]

    def _claims(self, *conditions: ColumnElement[bool]) -> list[tuple[Row[Any], Claim]]:
        asked = claim_rows.add_columns(claims.c.unit).where(*conditions).order_by(*by_place)
        return load_rows(self._connection, asked)

    def _many(self, statement: Executable, rows: Iterable[Mapping[str, object]]) -> None:
        for some in chunks(rows, _ROWS_AT_ONCE):
            self._connection.execute(statement, some)


def _tie(row: Row[Any]) -> Tie:
    return Tie(row.first, row.second, _RELATION[row.relation], float(row.probability), row.reason)
