"""``claims reextract``: the claims of stored articles, found anew."""

import claims
from claims import desk
from claims.cli.options import DEFAULT_LEDGER, LedgerPath, Model
from claims.cli.output import console, shown
from claims.records import Article


def reextract(ledger: LedgerPath = DEFAULT_LEDGER, model: Model = None) -> None:
    """Find the claims of every article in the ledger anew, as after an update of claims.

    Verdicts and decisions stay. Where a claim has other words than before, its verdict goes along, marked with the
    words on which it was made; sheets that were exported before still come back.
    """

    def each(article: Article, stayed: int, found: int) -> None:
        version = f" (version {article.version})" if article.version > 1 else ""
        line = shown(f"{article.name}{version}", "bold")
        console().print(line.append(f"  {found} claims, {stayed} as before", ""))

    with claims.Ledger.open(ledger) as opened:
        desk.reextract(opened, model=model, each=each)
