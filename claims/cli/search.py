"""``claims search``: claims by speaker, words, kind, confidence, outlet and date."""

from typing import TYPE_CHECKING

from claims.cli.filtering import select, with_filter
from claims.cli.options import DEFAULT_LEDGER, AsCsv, AsJson, LedgerPath
from claims.cli.output import claim_records, claims_table, listing

if TYPE_CHECKING:
    from claims.desk import Filter


@with_filter
def search(
    wanted: "Filter", ledger: LedgerPath = DEFAULT_LEDGER, as_csv: AsCsv = False, as_json: AsJson = False
) -> None:
    """Find claims by speaker, words, kind, confidence, stance, act, outlet and date.

    The speaker may be spelled in any way: khafaji finds Tahsin al-Khafaji, and "the ambassador" whom an article
    calls so.
    """
    from claims.ledger import Ledger

    with Ledger.open(ledger) as opened:
        found = select(opened, wanted)
        groups = opened.group_ids(claim.id for claim in found)
    listing(
        lambda: claim_records(found, groups),
        lambda: claims_table(found, with_article=True),
        as_csv=as_csv,
        as_json=as_json,
    )
