"""``claims verdicts``: what reviewers decided."""

from collections.abc import Collection, Sequence
from functools import partial
from typing import Annotated, Final, NamedTuple

import typer

from claims import desk
from claims.cli.options import DEFAULT_LEDGER, AsCsv, AsJson, LedgerPath
from claims.cli.output import SHORT_ID, Columns, listing, note, shown
from claims.cli.printed_table import Column, Table
from claims.records import Claim, Verdict


class Judged(NamedTuple):
    """A verdict, the claim it is on where the ledger still has that, and the decision that removed its article."""

    verdict: Verdict
    claim: Claim | None
    removed: int | None = None


def verdicts(
    disputed: Annotated[
        bool, typer.Option("--disputed", help="Only of claims on which reviewers differ.")
    ] = False,
    gone: Annotated[
        bool,
        typer.Option(
            "--gone",
            help="Only of claims that the latest version of their article has not, or of removed articles.",
        ),
    ] = False,
    ledger: LedgerPath = DEFAULT_LEDGER,
    as_csv: AsCsv = False,
    as_json: AsJson = False,
) -> None:
    """List what reviewers decided, oldest first: the whole history, also of claims that are gone.

    A verdict on words that have changed since says on which version of the article it was made.
    """
    from claims.exporting import disputes

    with desk.open_ledger(ledger) as opened:
        listed = desk.lost_verdicts(opened) if gone else desk.verdicts(opened)
        differing = disputes(listed)
        if disputed:
            listed = [v for v in listed if v.claim_id in differing]
        known, removed = opened.claims_by_id({v.claim_id for v in listed}), opened.removed()
    if not listed:
        note("no such verdict")
    judged = [
        Judged(v, claim := known.get(v.claim_id), removed.get(claim.article.key) if claim else None)
        for v in listed
    ]
    listing(judged, COLUMNS, partial(_table, differing), as_csv=as_csv, as_json=as_json)


COLUMNS: Final[Columns[Judged]] = {
    "claim": lambda j: j.verdict.claim_id,
    "speaker": lambda j: j.claim.speaker_name if j.claim else None,
    "content": lambda j: j.claim.content_text if j.claim else None,
    "reviewer": lambda j: j.verdict.reviewer,
    "reviewed_on": lambda j: j.verdict.decided,
    "verdict_attribution": lambda j: j.verdict.attribution,
    "verdict_truth": lambda j: j.verdict.truth,
    "evidence": lambda j: j.verdict.evidence,
    "note": lambda j: j.verdict.note,
    "corrected_speaker": lambda j: j.verdict.corrected_speaker,
    "corrected_words": lambda j: j.verdict.corrected_words,
    "version": lambda j: j.verdict.version,
    "made_on": lambda j: j.verdict.made_on,
    "settles": lambda j: j.verdict.settles,
    "removed": lambda j: j.removed is not None,
}


def in_words(verdict: Verdict) -> str:
    """What a verdict says, in one line."""
    said = (
        verdict.attribution,
        verdict.truth,
        f"right speaker: {verdict.corrected_speaker}" if verdict.corrected_speaker else None,
        f"right words: {verdict.corrected_words}" if verdict.corrected_words else None,
        verdict.evidence,
        verdict.note,
        "settles the dispute" if verdict.settles else None,
        f"made on version {verdict.version}" if verdict.version else None,
        f"made on other words: {verdict.made_on}" if verdict.made_on else None,
    )
    return "; ".join(filter(None, said)) if not verdict.is_withdrawal else "taken back"


def _table(differing: Collection[str], judged: Sequence[Judged]) -> Table:
    table = Table(
        Column("Claim", no_wrap=True),
        Column("Speaker and words", ratio=1),
        Column("Verdict", ratio=1),
        "By",
        Column("On", no_wrap=True),
    )
    for verdict, claim, removed in judged:
        gone = verdict.made_on or "not in this ledger"
        table.add_row(
            shown(verdict.claim_id[:SHORT_ID], "dim"),
            shown(f"{claim.speaker_name}: {claim.content_text}" if claim else gone).append(
                f"\nof an article that decision {removed} removed" if removed else "", "dim"
            ),
            shown(in_words(verdict), "yellow" if verdict.claim_id in differing else ""),
            shown(verdict.reviewer),
            shown(str(verdict.decided), "dim"),
        )
    return table
