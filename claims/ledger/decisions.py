"""What the desk decided about speakers, groups and claims: kept for ever, and undone by a mark only."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, Final

from sqlalchemy import Connection, Row, insert, select, update

from claims.errors import ClaimsError
from claims.ledger.mapping import read
from claims.ledger.schema import decisions
from claims.records import DECISION_KINDS, Decision, DecisionKind

_KIND: Final[dict[str, DecisionKind]] = {kind: kind for kind in DECISION_KINDS}


def store(connection: Connection, decision: Decision) -> Decision:
    """Add a decision; returns it with its number and time."""
    made = decision.made or datetime.now(UTC).replace(microsecond=0)
    row = {
        "kind": decision.kind,
        "about": json.dumps(decision.about, ensure_ascii=False),
        "value": decision.value,
        "reviewer": decision.reviewer,
        "made": made.isoformat(),
    }
    number = connection.execute(insert(decisions).returning(decisions.c.number), row).scalar_one()
    return replace(decision, made=made, number=number)


def undo(connection: Connection, number: int) -> Decision:
    """Mark a decision as undone, and return it.

    Raises :class:`ClaimsError` where there is none of this number, or it is undone already.
    """
    row = connection.execute(select(decisions).where(decisions.c.number == number)).first()
    if row is None:
        raise ClaimsError(f"no decision {number}: `claims decisions` lists them")
    decision = read(_decision, row)
    if decision.undone:
        raise ClaimsError(f"decision {number} is undone already: `claims decisions` lists those that hold")
    now = datetime.now(UTC).isoformat(timespec="seconds")
    connection.execute(update(decisions).where(decisions.c.number == number).values(undone=now))
    return replace(decision, undone=True)


def load(connection: Connection, *, undone: bool) -> list[Decision]:
    """The decisions that hold, in the order made; with ``undone``, those that were undone as well."""
    found = select(decisions).order_by(decisions.c.number)
    if not undone:
        found = found.where(decisions.c.undone.is_(None))
    return [read(_decision, row) for row in connection.execute(found)]


def _decision(row: Row[Any]) -> Decision:
    return Decision(
        kind=_KIND[row.kind],
        about=tuple(map(str, json.loads(row.about))),
        value=row.value,
        reviewer=row.reviewer,
        made=datetime.fromisoformat(row.made),
        number=row.number,
        undone=row.undone is not None,
    )
