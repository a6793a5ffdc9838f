"""``claims decisions`` and ``claims undo``: what the desk decided, and taking it back."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Annotated, Final

import typer

from claims import desk
from claims.cli.options import DEFAULT_LEDGER, AsCsv, AsJson, LedgerPath
from claims.cli.output import Columns, listing, note, say, shown
from claims.cli.printed_table import Column, Table
from claims.records import Decision


def decisions(
    everything: Annotated[bool, typer.Option("--all", help="Those that were undone as well.")] = False,
    ledger: LedgerPath = DEFAULT_LEDGER,
    as_csv: AsCsv = False,
    as_json: AsJson = False,
) -> None:
    """List what the desk decided about speakers, groups and claims."""
    with desk.open_ledger(ledger) as opened:
        found = opened.decisions(undone=everything)
        names = opened.appearance_names({id_ for decision in found for id_ in decision.about})
    if not found:
        note(
            "no decision yet"
            if everything
            else "no decision that holds: --all lists those that were undone, too"
        )
    listing(found, _COLUMNS, partial(_table, names), as_csv=as_csv, as_json=as_json)


def undo(
    number: Annotated[int, typer.Argument(help="The decision's number, as `claims decisions` lists it.")],
    ledger: LedgerPath = DEFAULT_LEDGER,
) -> None:
    """Undo a decision; it stays on record."""
    with desk.open_ledger(ledger) as opened:
        undone = desk.undo(opened, number)
    say(f"decision {undone.number} ({undone.kind}) is undone")


_COLUMNS: Final[Columns[Decision]] = {
    "number": lambda d: d.number,
    "kind": lambda d: d.kind,
    "about": lambda d: d.about,
    "value": lambda d: d.value,
    "reviewer": lambda d: d.reviewer,
    "made": lambda d: d.made.isoformat() if d.made else None,
    "undone": lambda d: d.undone,
}


def _table(names: Mapping[str, str], found: Sequence[Decision]) -> Table:
    table = Table(Column("Number", right=True), "Kind", "About", "Decided", "By", "Made")
    for decision in found:
        about = ", ".join(f"{names[id_]} ({id_})" if id_ in names else id_ for id_ in decision.about)
        kind = f"{decision.kind} (undone)" if decision.undone else decision.kind
        table.add_row(
            str(decision.number),
            shown(kind, "dim" if decision.undone else "bold"),
            shown(about),
            shown(decision.value or ""),
            shown(decision.reviewer or ""),
            shown(f"{decision.made:%Y-%m-%d %H:%M}" if decision.made else "", "dim"),
        )
    return table
