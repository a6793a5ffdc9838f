"""What reviewers decided: a history that only grows."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from sqlalchemy import Connection, Row, insert, select

from claims.ledger.rows import read
from claims.ledger.schema import verdicts
from claims.records import ATTRIBUTION_VERDICTS, TRUTH_VERDICTS, AttributionVerdict, TruthVerdict, Verdict

_ATTRIBUTION: Final[dict[str | None, AttributionVerdict | None]] = {None: None} | {
    verdict: verdict for verdict in ATTRIBUTION_VERDICTS
}
_TRUTH: Final[dict[str | None, TruthVerdict | None]] = {None: None} | {
    verdict: verdict for verdict in TRUTH_VERDICTS
}


def record(connection: Connection, decided: Sequence[Verdict]) -> None:
    """Add verdicts to the history."""
    rows = [
        {
            "claim_id": verdict.claim_id,
            "reviewer": verdict.reviewer,
            "decided": verdict.decided.isoformat(),
            "attribution": verdict.attribution,
            "truth": verdict.truth,
            "evidence": verdict.evidence,
            "note": verdict.note,
        }
        for verdict in decided
    ]
    if rows:
        connection.execute(insert(verdicts), rows)


def load_verdicts(connection: Connection) -> list[Verdict]:
    """The whole history by day of decision, oldest first; of one day, in the order recorded."""
    history = select(verdicts).order_by(verdicts.c.decided, verdicts.c.number)
    return [read(_verdict, row) for row in connection.execute(history)]


def _verdict(row: Row[Any]) -> Verdict:
    return Verdict(
        claim_id=row.claim_id,
        reviewer=row.reviewer,
        decided=date.fromisoformat(row.decided),
        attribution=_ATTRIBUTION[row.attribution],
        truth=_TRUTH[row.truth],
        evidence=row.evidence,
        note=row.note,
    )
