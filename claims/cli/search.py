"""``claims search``: claims by speaker, words, kind, confidence, outlet and date."""

from claims.cli.finding import find
from claims.cli.options import (
    DEFAULT_LEDGER,
    ActOption,
    AsCsv,
    AsJson,
    ConfidenceOption,
    ExactOption,
    KindOption,
    LedgerPath,
    LimitOption,
    OutletOption,
    SinceOption,
    SpeakerOption,
    StanceOption,
    Words,
)
from claims.cli.output import claim_records, claims_table, listing


def search(
    text: Words = None,
    speaker: SpeakerOption = None,
    exact: ExactOption = False,
    kind: KindOption = None,
    confidence: ConfidenceOption = None,
    stance: StanceOption = None,
    act: ActOption = None,
    outlet: OutletOption = None,
    since: SinceOption = None,
    limit: LimitOption = None,
    ledger: LedgerPath = DEFAULT_LEDGER,
    as_csv: AsCsv = False,
    as_json: AsJson = False,
) -> None:
    """Find claims by speaker, words, kind, confidence, stance, act, outlet and date.

    The speaker may be spelled in any way: khafaji finds Tahsin al-Khafaji, and "the ambassador" whom an article
    calls so.
    """
    from claims.ledger import Ledger

    with Ledger.open(ledger) as opened:
        found = find(
            opened,
            text=text,
            speaker=speaker,
            exact=exact,
            kind=kind,
            confidence=confidence,
            stance=stance,
            act=act,
            outlet=outlet,
            since=since,
            limit=limit,
        )
        groups = opened.group_ids(claim.id for claim in found)
    listing(
        lambda: claim_records(found, groups),
        lambda: claims_table(found, with_article=True),
        as_csv=as_csv,
        as_json=as_json,
    )
