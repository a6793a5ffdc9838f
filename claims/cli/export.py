"""``claims export``: the claim sheet."""

from pathlib import Path
from typing import Annotated

import typer

from claims.cli.options import DEFAULT_LEDGER, LedgerPath
from claims.cli.output import console, shown, warn


def export(
    file: Annotated[Path, typer.Argument(help="What to write: .xlsx for the claim sheet, .csv or .jsonl.")],
    ledger: LedgerPath = DEFAULT_LEDGER,
) -> None:
    """Write the claim sheet: a row a claim, with room for verdicts.

    Claims of the latest version of every article are written.
    """
    from claims import desk
    from claims.ledger import Ledger

    with Ledger.open(ledger) as opened:
        report = desk.export(opened.claims(), file, groups=opened.groups(), verdicts=opened.verdicts())
    console().print(shown(f"{report.path}: {report.claims} claims"))
    if report.altered:
        warn(f"{report.altered} cells of {report.path} hold text that the format cannot; it was made safe")
