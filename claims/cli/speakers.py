"""``claims speakers``: who spoke, how often, under which mentions."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from claims.cli.options import DEFAULT_LEDGER, AsCsv, AsJson, LedgerPath
from claims.cli.output import Records, listing, new_table, note, shown

if TYPE_CHECKING:
    from rich.table import Table

    from claims.ledger import SpeakerRow


def speakers(
    name: Annotated[str | None, typer.Argument(help="Only speakers of this name, in any spelling.")] = None,
    ledger: LedgerPath = DEFAULT_LEDGER,
    as_csv: AsCsv = False,
    as_json: AsJson = False,
) -> None:
    """List who spoke, how often, and under which mentions."""
    from claims import desk
    from claims.ledger import Ledger

    with Ledger.open(ledger) as opened:
        found = opened.speakers() if name is None else desk.find_speakers(opened, name)
    if not found:
        note("no speaker yet" if name is None else f"no speaker matches '{name}'")
    listing(
        lambda: Records(_COLUMNS, [_record(row) for row in found]),
        lambda: _table(found),
        as_csv=as_csv,
        as_json=as_json,
    )


_COLUMNS = ("id", "speaker", "type", "role", "claims", "articles", "mentions")


def _record(row: "SpeakerRow") -> tuple[Any, ...]:
    mentions = [{"mention": words, "claims": times} for words, times in row.mentions]
    who = row.speaker
    return (row.id, who.name, who.type, who.role, row.claims, row.articles, mentions)


def _table(rows: "list[SpeakerRow]") -> "Table":
    table = new_table("Speaker", "Role", "Claims", "Articles", "Mentions")
    for column in table.columns[2:4]:
        column.justify = "right"
    for row in rows:
        table.add_row(
            shown(row.speaker.name, "bold" if row.speaker.type != "unnamed" else "italic"),
            shown(row.speaker.role or ""),
            str(row.claims),
            str(row.articles),
            shown(
                ", ".join(words if times == 1 else f"{words} ({times})" for words, times in row.mentions),
                "dim",
            ),
        )
    return table
