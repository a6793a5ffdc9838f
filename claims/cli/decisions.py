"""``claims decisions`` and ``claims undo``: what the desk decided, and taking it back."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from claims.cli.options import DEFAULT_LEDGER, AsCsv, AsJson, LedgerPath
from claims.cli.output import Records, console, listing, new_table, note, shown
from claims.records import Decision

if TYPE_CHECKING:
    from rich.table import Table


def decisions(
    everything: Annotated[bool, typer.Option("--all", help="Those that were undone as well.")] = False,
    ledger: LedgerPath = DEFAULT_LEDGER,
    as_csv: AsCsv = False,
    as_json: AsJson = False,
) -> None:
    """List what the desk decided about speakers, groups and claims."""
    from claims.ledger import Ledger

    with Ledger.open(ledger) as opened:
        found = opened.decisions(undone=everything)
        names = {id_: alias.name for s in opened.speakers() for alias in s.aliases for id_ in alias.ids}
    if not found:
        note("no decision yet")
    listing(
        lambda: Records(_COLUMNS, [_record(decision) for decision in found]),
        lambda: _table(found, names),
        as_csv=as_csv,
        as_json=as_json,
    )


def undo(
    number: Annotated[int, typer.Argument(help="The decision's number, as `claims decisions` lists it.")],
    ledger: LedgerPath = DEFAULT_LEDGER,
) -> None:
    """Undo a decision; it stays on record."""
    from claims import desk
    from claims.ledger import Ledger

    with Ledger.open(ledger) as opened:
        undone = desk.undo(opened, number)
    console().print(shown(f"decision {undone.number} ({undone.kind}) is undone"))


_COLUMNS = ("number", "kind", "about", "value", "reviewer", "made", "undone")


def _record(decision: Decision) -> tuple[Any, ...]:
    made = decision.made.isoformat() if decision.made else None
    return (
        decision.number,
        decision.kind,
        list(decision.about),
        decision.value,
        decision.reviewer,
        made,
        decision.undone,
    )


def _table(found: list[Decision], names: dict[str, str]) -> "Table":
    table = new_table("Number", "Kind", "About", "Decided", "By", "Made")
    table.columns[0].justify = "right"
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
