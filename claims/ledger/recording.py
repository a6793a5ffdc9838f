"""What the desk decides, stored together with the mark of what it leaves to link and to group."""

from collections.abc import Sequence

from sqlalchemy import Connection

from claims.ledger import adding, decisions, groups, progress, searching, touching, verdicts
from claims.records import Decision, Verdict


def release(connection: Connection, claim_ids: Sequence[str]) -> None:
    """Take claims out of their groups."""
    progress.changed(connection)
    groups.release(connection, searching.claim_numbers(connection, claim_ids))


def record(connection: Connection, decided: Sequence[Verdict], corrections: Sequence[Decision]) -> None:
    """Add verdicts, and the decisions that follow from them."""
    verdicts.record(connection, decided)
    for decision in corrections:
        decide(connection, decision)


def decide(connection: Connection, decision: Decision) -> Decision:
    """Store a decision unless it holds already; returns it as stored."""
    held = decisions.standing(connection, decision)
    if held:
        return held
    stored = decisions.store(connection, decision)
    _due(connection, stored)
    return stored


def undo(connection: Connection, number: int) -> Decision:
    """Mark a decision as undone; returns it."""
    undone = decisions.undo(connection, number)
    _due(connection, undone)
    return undone


def _due(connection: Connection, decision: Decision) -> None:
    """Mark what a decision changes as left to do, in the transaction that stores it."""
    progress.changed(connection)
    touching.touch_decided(connection, decision)
    if decision.kind in ("join", "split"):
        groups.release(connection, searching.claim_numbers(connection, decision.about))
    if decision.kind == "remove" and decision.value and decision.undone:
        groups.bring_back(connection, decision.value)
        adding.recount_of(connection, decision.value)
    elif decision.kind == "remove" and decision.value:
        numbers = searching.numbers_of_article(connection, decision.value)
        groups.release(connection, numbers, superseded=True)
        adding.recount_of(connection, decision.value)
