"""``claims verdicts``: what reviewers decided."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from claims.cli.options import DEFAULT_LEDGER, AsCsv, AsJson, LedgerPath
from claims.cli.output import SHORT_ID, Records, listing, new_table, note, shown
from claims.records import Claim, Verdict

if TYPE_CHECKING:
    from rich.table import Table


def verdicts(
    disputed: Annotated[
        bool, typer.Option("--disputed", help="Only of claims on which reviewers differ.")
    ] = False,
    gone: Annotated[
        bool, typer.Option("--gone", help="Only of claims that the latest version of their article has not.")
    ] = False,
    ledger: LedgerPath = DEFAULT_LEDGER,
    as_csv: AsCsv = False,
    as_json: AsJson = False,
) -> None:
    """List what reviewers decided, oldest first: the whole history, also of claims that are gone.

    A verdict on words that have changed since says on which version of the article it was made.
    """
    from claims import desk
    from claims.exporting import disputes
    from claims.ledger import Ledger

    with Ledger.open(ledger) as opened:
        listed = desk.lost_verdicts(opened) if gone else desk.verdicts(opened)
        differing = disputes(listed)
        if disputed:
            listed = [v for v in listed if v.claim_id in differing]
        known = opened.claims_by_id({v.claim_id for v in listed})
    if not listed:
        note("no such verdict")
    listing(
        lambda: Records(COLUMNS, [record(v, known.get(v.claim_id)) for v in listed]),
        lambda: _table(listed, known, differing),
        as_csv=as_csv,
        as_json=as_json,
    )


COLUMNS = (
    "claim",
    "speaker",
    "content",
    "reviewer",
    "reviewed_on",
    "verdict_attribution",
    "verdict_truth",
    "evidence",
    "note",
    "corrected_speaker",
    "corrected_words",
    "version",
    "made_on",
)


def record(verdict: Verdict, claim: Claim | None) -> tuple[Any, ...]:
    """A verdict for a program, in the columns of :data:`COLUMNS`."""
    return (
        verdict.claim_id,
        claim.speaker_name if claim else None,
        claim.content_text if claim else None,
        verdict.reviewer,
        verdict.decided,
        verdict.attribution,
        verdict.truth,
        verdict.evidence,
        verdict.note,
        verdict.corrected_speaker,
        verdict.corrected_words,
        verdict.version,
        verdict.made_on,
    )


def in_words(verdict: Verdict) -> str:
    """What a verdict says, in one line."""
    return "; ".join(
        filter(
            None,
            (
                verdict.attribution,
                verdict.truth,
                f"right speaker: {verdict.corrected_speaker}" if verdict.corrected_speaker else None,
                f"right words: {verdict.corrected_words}" if verdict.corrected_words else None,
                verdict.evidence,
                verdict.note,
                f"made on version {verdict.version}" if verdict.version else None,
                f"made on other words: {verdict.made_on}" if verdict.made_on else None,
            ),
        )
    )


def _table(listed: list[Verdict], known: dict[str, Claim], differing: dict[str, str]) -> "Table":
    table = new_table("Claim", "Speaker and words", "Verdict", "By", "On")
    table.columns[0].no_wrap = table.columns[4].no_wrap = True
    table.columns[1].ratio = table.columns[2].ratio = 1
    table.expand = True
    for verdict in listed:
        claim = known.get(verdict.claim_id)
        table.add_row(
            shown(verdict.claim_id[:SHORT_ID], "dim"),
            shown(
                f"{claim.speaker_name}: {claim.content_text}"
                if claim
                else verdict.made_on or "not in this ledger"
            ),
            shown(in_words(verdict), "yellow" if verdict.claim_id in differing else ""),
            shown(verdict.reviewer),
            shown(str(verdict.decided), "dim"),
        )
    return table
