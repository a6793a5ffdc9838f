"""What reviewers decided: a history that only grows."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from sqlalchemy import Connection, Row, insert, select

from claims.ledger.mapping import read
from claims.ledger.schema import articles, claims, verdicts
from claims.records import ATTRIBUTION_VERDICTS, AttributionVerdict, Verdict

_ATTRIBUTION: Final[dict[str | None, AttributionVerdict | None]] = {None: None} | {
    verdict: verdict for verdict in ATTRIBUTION_VERDICTS
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
            "corrected_speaker": verdict.corrected_speaker,
            "corrected_words": verdict.corrected_words,
            "version": verdict.version,
        }
        for verdict in decided
    ]
    if rows:
        connection.execute(insert(verdicts), rows)


def load_verdicts(connection: Connection) -> list[Verdict]:
    """The whole history by day of decision, oldest first; of one day, in the order recorded."""
    history = select(verdicts).order_by(verdicts.c.decided, verdicts.c.number)
    return [read(_verdict, row) for row in connection.execute(history)]


def claim_places(connection: Connection) -> dict[str, tuple[str, tuple[int, ...]]]:
    """The key of its article and the versions that have it, oldest first, of every claim ever stored, by its id."""
    rows = (
        select(claims.c.id, articles.c.key, articles.c.version)
        .join(articles, articles.c.id == claims.c.article_id)
        .order_by(articles.c.version)
    )
    keys: dict[str, str] = {}
    versions: defaultdict[str, tuple[int, ...]] = defaultdict(tuple)
    for row in connection.execute(rows):
        keys[row.id] = row.key
        versions[row.id] += (row.version,)
    return {id_: (key, versions[id_]) for id_, key in keys.items()}


def _verdict(row: Row[Any]) -> Verdict:
    return Verdict(
        claim_id=row.claim_id,
        reviewer=row.reviewer,
        decided=date.fromisoformat(row.decided),
        attribution=_ATTRIBUTION[row.attribution],
        truth=row.truth,
        evidence=row.evidence,
        note=row.note,
        corrected_speaker=row.corrected_speaker,
        corrected_words=row.corrected_words,
        version=row.version,
    )
