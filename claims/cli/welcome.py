"""``claims`` alone: what there is, and what to do next."""

from pathlib import Path

import typer

import claims
from claims.cli.options import on_server
from claims.cli.output import console, say, shown

_FIRST = {
    "claims add PATH|URL...": "read articles: files, folders, pages on the web",
    "claims extract FILE": "or only look at what is in one, without keeping it",
}
_NEXT = {
    "claims add PATH|URL...": "read more articles",
    "claims search WORDS --speaker NAME": "find claims, by speakers in any spelling",
    "claims groups --conflicts": "see where articles disagree",
    "claims export sheet.xlsx": "write the claim sheet, to verify in Excel or LibreOffice",
    "claims review sheet.xlsx": "take the verdicts of the filled-in sheet back",
}


def welcome(ledger: str) -> None:
    """Print what the ledger has, and the commands that come next; opens nothing where there is no ledger."""
    if not on_server(ledger) and not Path(ledger).exists():
        say("claims reads news articles and records who said what, where exactly, and how sure that is.")
        _commands(f"There is no ledger {ledger} yet. Begin with", _FIRST)
    else:
        with claims.Ledger.open(ledger) as opened:
            counts = (
                (opened.number_of_articles(), "article"),
                (opened.number_of_claims(), "claim"),
                (opened.number_of_speakers(), "speaker"),
            )
            name = opened.name
        say(f"{name} has " + ", ".join(f"{n:,} {what}{'' if n == 1 else 's'}" for n, what in counts) + ".")
        _commands("What comes next", _NEXT)
    say("All commands: claims --help. One of them, with examples: claims COMMAND --help")


def _commands(heading: str, lines: dict[str, str]) -> None:
    from rich.table import Table

    table = Table.grid(padding=(0, 2))
    for command, what in lines.items():
        table.add_row("", shown(command, "bold"), shown(what))
    for part in ("", shown(f"{heading}:"), table, ""):
        console().print(part)


def print_version(asked: bool) -> None:
    """Print the version, and end."""
    if asked:
        say(f"claims {claims.__version__}")
        raise typer.Exit
