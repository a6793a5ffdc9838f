"""``claims search``: claims by speaker, words, kind, confidence, outlet and date."""

from claims import desk
from claims.cli.filtering import select, with_filter
from claims.cli.options import DEFAULT_LEDGER, AsCsv, AsJson, LedgerPath
from claims.cli.output import list_claims


@with_filter
def search(
    wanted: "desk.Filter",
    ledger: LedgerPath = DEFAULT_LEDGER,
    as_csv: AsCsv = False,
    as_json: AsJson = False,
) -> None:
    """Find claims by speaker, words, kind, confidence, stance, act, outlet and date.

    The speaker may be spelled in any way: khafaji finds Tahsin al-Khafaji, and "the ambassador" whom an article
    calls so.
    """
    with desk.open_ledger(ledger) as opened:
        found = select(opened, wanted)
        groups = opened.group_ids(claim.id for claim in found) if as_csv or as_json else None
    list_claims(found, groups, with_article=True, as_csv=as_csv, as_json=as_json)
