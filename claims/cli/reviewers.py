"""``claims reviewers``: who may come to the desk in the browser under a name of their own."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Final

import typer

from claims import desk
from claims.cli import completion
from claims.cli.options import DEFAULT_LEDGER, AsCsv, AsJson, LedgerPath, ListsByDefault
from claims.cli.output import Columns, listing, note, say, shown
from claims.cli.printed_table import Column, Table

if TYPE_CHECKING:
    from claims.ledger import ReviewerSummary

app = typer.Typer(cls=ListsByDefault)


@app.callback()
def reviewers() -> None:
    """List who reviews, and give each a token for the desk in the browser (`claims serve`).

    Whoever comes with a token of their own decides under their own name, and
    under no other.
    """


@app.command("list")
def list_(ledger: LedgerPath = DEFAULT_LEDGER, as_csv: AsCsv = False, as_json: AsJson = False) -> None:
    """List who has given verdicts, how many, and who has a token."""
    with desk.open_ledger(ledger) as opened:
        found = opened.list_reviewers()
    if not found:
        note("no reviewer yet: `claims reviewers add NAME` makes a token for one")
    listing(found, _COLUMNS, _table, as_csv=as_csv, as_json=as_json)


@app.command()
def add(
    name: Annotated[
        str,
        typer.Argument(help="The name that stands beside the verdicts.", autocompletion=completion.reviewers),
    ],
    ledger: LedgerPath = DEFAULT_LEDGER,
) -> None:
    """Make a token for a reviewer. It is shown once: the ledger keeps only its hash."""
    with desk.open_ledger(ledger, create=True) as opened:
        made = desk.add_reviewer(opened, name)
    note(f"the token of {made.name}, which is not shown again; put it after the desk's address, /?token=...")
    say(made.token)


@app.command()
def remove(
    name: Annotated[str, typer.Argument(help="Whose token.", autocompletion=completion.reviewers)],
    ledger: LedgerPath = DEFAULT_LEDGER,
) -> None:
    """Take a reviewer's token back; all verdicts and decisions stay."""
    with desk.open_ledger(ledger) as opened:
        removed = desk.remove_reviewer(opened, name)
    say(f"{removed} has no token any more")


_COLUMNS: Final[Columns["ReviewerSummary"]] = {
    "reviewer": lambda r: r.name,
    "token": lambda r: r.made is not None,
    "made": lambda r: r.made.isoformat() if r.made else None,
    "verdicts": lambda r: r.verdicts,
    "last": lambda r: r.last,
}


def _table(rows: "Sequence[ReviewerSummary]") -> Table:
    table = Table("Reviewer", Column("Verdicts", right=True), "Last", "Token made")
    for row in rows:
        made = f"{row.made.astimezone():%Y-%m-%d %H:%M}" if row.made else "none"
        table.add_row(
            shown(row.name, "bold"), str(row.verdicts), shown(str(row.last or ""), "dim"), shown(made, "dim")
        )
    return table
