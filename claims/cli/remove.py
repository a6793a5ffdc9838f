"""``claims remove``: an article that does not count."""

from claims import desk
from claims.cli.options import DEFAULT_LEDGER, AnArticle, LedgerPath, Reviewer
from claims.cli.output import say


def remove(
    article: AnArticle,
    reviewer: Reviewer = None,
    ledger: LedgerPath = DEFAULT_LEDGER,
) -> None:
    """Remove an article with all its versions: its claims leave searches, groups and sheets.

    It stays on record with its verdicts, `claims add` leaves it out from then on, and `claims undo` brings it back.
    """
    with desk.open_ledger(ledger) as opened:
        made = desk.remove(opened, article, reviewer=reviewer)
    say(f"decision {made.number}: {made.value} is removed; `claims undo {made.number}` brings it back")
