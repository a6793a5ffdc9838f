"""What the desk decided about speakers, groups and claims: kept for ever, and undone by a mark only."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, Final

from sqlalchemy import Connection, Row, insert, select, update

from claims.errors import ClaimsError
from claims.ledger.mapping import read
from claims.ledger.schema import appearances, decisions
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


def standing(connection: Connection, decision: Decision) -> Decision | None:
    """The same decision of the same reviewer, where it holds and no later one on the same question says otherwise."""
    for held in reversed(load(connection, undone=False)):
        if _same_question(connection, held, decision):
            return held if _terms(held) == _terms(decision) else None
    return None


def _terms(decision: Decision) -> tuple[str, object, str | None, str | None]:
    in_any_order = decision.kind in ("same", "different", "join")
    about = frozenset(decision.about) if in_any_order else decision.about
    return decision.kind, about, decision.value, decision.reviewer


def _same_question(connection: Connection, one: Decision, other: Decision) -> bool:
    for pair in (("same", "different"), ("join", "split")):
        if one.kind in pair:
            return other.kind in pair and len(set(one.about) & set(other.about)) > 1
    if one.kind != other.kind:
        return False
    if one.kind in ("speaker", "words"):
        return one.about == other.about
    whose = select(appearances.c.speaker_id).where(appearances.c.id.in_((*one.about, *other.about)))
    return one.about == other.about or len(set(connection.execute(whose).scalars())) == 1


def removed(connection: Connection) -> dict[str, int]:
    """The keys of the articles that the desk has removed, each with the number of the decision."""
    rows = select(decisions.c.value, decisions.c.number).where(
        decisions.c.kind == "remove", decisions.c.undone.is_(None), decisions.c.value.is_not(None)
    )
    return {row.value: row.number for row in connection.execute(rows.order_by(decisions.c.number))}


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
