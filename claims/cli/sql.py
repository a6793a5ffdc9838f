"""``claims sql``: questions to the ledger in SQL, for sqlite3 and Datasette."""

import json
from pathlib import Path
from textwrap import indent
from typing import Annotated

import typer

from claims import desk
from claims.cli.options import DEFAULT_LEDGER, LedgerPath, on_server
from claims.cli.output import console, shown
from claims.errors import ClaimsError


def sql(
    name: Annotated[
        str | None, typer.Argument(help="Print this one only, without a word about it, for another program.")
    ] = None,
    datasette: Annotated[
        bool,
        typer.Option(
            "--datasette", help="Print all of them as Datasette's metadata, with what each table holds."
        ),
    ] = False,
    ledger: LedgerPath = DEFAULT_LEDGER,
) -> None:
    """Print queries that answer common questions, to be asked of the ledger in any program that opens SQLite.

    A ledger on a server has the same tables and views, but for the search; `claims ledger copy` makes a file of it.

    The ledger is not opened. A word after a colon, such as :speaker, is asked for by Datasette, and set in sqlite3 by
    `.parameter set :speaker '%vellmoor%'`. To browse a ledger, `claims sql --datasette > metadata.json` and then
    `datasette claims.db --metadata metadata.json`.
    """
    queries = desk.example_queries()
    if datasette and on_server(ledger):
        raise ClaimsError("--datasette: Datasette opens files: `claims ledger copy` makes one of this ledger")
    if datasette:
        print(json.dumps(desk.datasette_metadata(Path(ledger).stem), ensure_ascii=False, indent=2))
    elif name:
        if name not in queries:
            raise ClaimsError(f"no query is called {name}: there are {', '.join(queries)}")
        print(queries[name].sql)
    else:
        for one in queries.values():
            console().print(shown(one.name, "bold").append(f"  {one.question}", "not bold"))
            console().print(shown("").append(indent(one.sql, "    ")), "", sep="\n", soft_wrap=True)
