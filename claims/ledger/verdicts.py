"""What reviewers decided: a history that only grows."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, Final

from sqlalchemy import Connection, Row, func, insert, select

from claims.ledger.mapping import read, rows_of
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
            "settles": 1 if verdict.settles else None,
        }
        for verdict in decided
    ]
    if rows:
        connection.execute(insert(verdicts), rows)


def load_verdicts(connection: Connection, of: Iterable[str] | None = None) -> list[Verdict]:
    """The history by day of decision, oldest first; of one day, in the order recorded. Of all claims or of some."""
    rows = rows_of(connection, select(verdicts), verdicts.c.claim_id, of)
    return [read(_verdict, row) for row in sorted(rows, key=lambda row: (row.decided, row.number))]


def reviewers(connection: Connection) -> list[str]:
    """Everybody who gave a verdict, in the order of the first ones."""
    names = select(verdicts.c.reviewer).group_by(verdicts.c.reviewer).order_by(func.min(verdicts.c.number))
    return list(connection.execute(names).scalars())


def claim_places(
    connection: Connection, of: Iterable[str] | None = None
) -> dict[str, tuple[str, tuple[int, ...]]]:
    """The key of its article and the versions that have it, oldest first, of every claim ever stored, by its id.

    Or only of the claims with some ids.
    """
    places = select(claims.c.id, articles.c.key, articles.c.version)
    places = places.join(articles, articles.c.id == claims.c.article_id).order_by(articles.c.version)
    keys: dict[str, str] = {}
    versions: defaultdict[str, tuple[int, ...]] = defaultdict(tuple)
    for row in rows_of(connection, places, claims.c.id, of):
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
        settles=bool(row.settles),
    )
