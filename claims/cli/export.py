"""``claims export``: the claim sheet, and every other way out."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated, Final

import typer

from claims import desk
from claims.cli.filtering import select, with_filter
from claims.cli.options import DEFAULT_LEDGER, LedgerPath
from claims.cli.output import note, say, warn
from claims.errors import ClaimsError

if TYPE_CHECKING:
    from claims.exporting import Report
    from claims.ledger import Ledger

_ALTERATIONS = {
    "characters": "with characters that the format cannot hold, now \N{REPLACEMENT CHARACTER}",
    "line breaks": "whose line breaks are now LF",
    "escape": "with text that looks like an escape of the format, escaped itself",
    "length": "too long for a cell, continued elsewhere",
    "formula": "with an apostrophe before what a spreadsheet might run as a formula",
}
_NO_TEXT: Final = (".xlsx", ".parquet")


@with_filter
def export(
    file: Annotated[
        Path,
        typer.Argument(
            help="What to write: .xlsx for the claim sheet, .html for a page to look at, .csv, .jsonl, .parquet, "
            '.jsonld (schema.org) or .annotations.json (W3C Web Annotation); or "-" for the standard output.'
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
    form: Annotated[
        str | None,
        typer.Option(
            "--format",
            help='Of the standard output, "-": one of these endings, without its dot; jsonl by default.',
            metavar="ENDING",
        ),
    ] = None,
    ledger: LedgerPath = DEFAULT_LEDGER,
) -> None:
    """Write the claim sheet: a row a claim, with room for verdicts.

    Claims of the latest version of every article are written, or those that the filters of `claims search` leave.
    """
    to_stdout = str(file) == "-"
    if form and not to_stdout:
        raise ClaimsError(f'--format is for the standard output, "-": what {file} becomes, its ending says')
    ending = _ending(form) if to_stdout else ""
    with desk.open_ledger(ledger) as opened:
        if truth is not None:
            opened.choose_truths(desk.vocabulary(truth))
        if to_stdout:
            report = _to_stdout(opened, wanted, ending)
            note(f"{report.claims} claims")
        else:
            report = desk.export(select(opened, wanted), file, ledger=opened)
            say(f"{report.path}: {report.claims} claims")
    if report.altered:
        what = ", ".join(f"{number} {_ALTERATIONS[kind]}" for kind, number in report.alterations)
        warn(f"{report.altered} cells altered: {what}")


def _ending(form: str | None) -> str:
    """The ending that a format's name means. Raises ClaimsError where there is none, or it is not for a terminal."""
    from claims.exporters import EXPORTERS

    ending = f".{(form or 'jsonl').lower().removeprefix('.')}"
    if ending not in EXPORTERS:
        endings = ", ".join(each.removeprefix(".") for each in EXPORTERS)
        raise ClaimsError(f"--format {form}: there is no such format: take one of {endings}")
    if ending in _NO_TEXT and sys.stdout.isatty():
        raise ClaimsError(f"{ending} is no text for a terminal: name a file, or send it on with > or |")
    return ending


def _to_stdout(ledger: "Ledger", wanted: "desk.Filter", ending: str) -> "Report":
    """Write to the standard output what a file would hold, once it is whole."""
    with TemporaryDirectory() as folder:
        file = Path(folder, f"claims{ending}")
        report = desk.export(select(ledger, wanted), file, ledger=ledger)
        sys.stdout.flush()
        sys.stdout.buffer.write(file.read_bytes())
    return report
