"""``claims ledger``: the ledger as a whole."""

from typing import Annotated

import typer

import claims
from claims.cli.output import say

app = typer.Typer(help="The ledger as a whole.", no_args_is_help=True)


@app.command()
def copy(
    source: Annotated[str, typer.Argument(metavar="FROM", help="The ledger to copy: a file or an address.")],
    target: Annotated[str, typer.Argument(metavar="TO", help="A new one: a file or an address.")],
) -> None:
    """Copy a ledger with all that it holds: from a file to PostgreSQL, as where a desk becomes a team, or back.

    Articles, claims, speakers, groups, verdicts and decisions have the same ids there. The ledger that is copied stays
    as it is; the new one must be empty, and is filled wholly or not at all.
    """
    with claims.Ledger.open(source) as old, claims.Ledger.open(target, create=True) as new:
        stored = old.copy_to(new)
        told = ", ".join(
            f"{stored[what]:,} {what}" for what in ("articles", "claims", "verdicts", "decisions")
        )
        say(f"{new.name}: {told}, as in {old.name}")
