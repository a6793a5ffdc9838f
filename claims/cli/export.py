"""``claims export``: the claim sheet, and every other way out."""

from pathlib import Path
from typing import Annotated

import typer

from claims import desk
from claims.cli.filtering import select, with_filter
from claims.cli.options import DEFAULT_LEDGER, LedgerPath
from claims.cli.output import say, warn

_ALTERATIONS = {
    "characters": "with characters that the format cannot hold, now \N{REPLACEMENT CHARACTER}",
    "line breaks": "whose line breaks are now LF",
    "escape": "with text that looks like an escape of the format, escaped itself",
    "length": "too long for a cell, continued elsewhere",
    "formula": "with an apostrophe before what a spreadsheet might run as a formula",
}


@with_filter
def export(
    file: Annotated[
        Path,
        typer.Argument(
            help="What to write: .xlsx for the claim sheet, .html for a page to look at, .csv, .jsonl, .parquet, "
            ".jsonld (schema.org) or .annotations.json (W3C Web Annotation)."
        ),
    ],
    wanted: "desk.Filter",
    truth: Annotated[
        str | None,
        typer.Option(
            help="The desk's own verdicts of the truth, separated by commas; the ledger keeps them for every later "
            "sheet.",
            metavar="WORDS",
        ),
    ] = None,
    ledger: LedgerPath = DEFAULT_LEDGER,
) -> None:
    """Write the claim sheet: a row a claim, with room for verdicts.

    Claims of the latest version of every article are written, or those that the filters of `claims search` leave.
    """
    with desk.open_ledger(ledger) as opened:
        if truth is not None:
            opened.choose_truths(desk.vocabulary(truth))
        report = desk.export(select(opened, wanted), file, ledger=opened)
    say(f"{report.path}: {report.claims} claims")
    if report.altered:
        what = ", ".join(f"{number} {_ALTERATIONS[kind]}" for kind, number in report.alterations)
        warn(f"{report.altered} cells altered: {what}")
