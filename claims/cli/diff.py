"""``claims diff``: what became of each claim between two versions of an article."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from claims.cli.options import AsCsv, AsJson
from claims.cli.output import Records, listing, new_table, note, shown, words_text
from claims.records import Change, ChangeType, Claim

if TYPE_CHECKING:
    from rich.table import Table

_STYLES: dict[ChangeType, str] = {"added": "green", "removed": "red"}


def diff(
    old: Annotated[Path, typer.Argument(help="The earlier version, a file.")],
    new: Annotated[Path, typer.Argument(help="The later version, a file.")],
    as_csv: AsCsv = False,
    as_json: AsJson = False,
) -> None:
    """List the claims that were added, removed, reworded or given to another speaker.

    White space, line breaks and typographic marks are no change.
    """
    from claims import extraction, reading, versions

    before, after = reading.read(old), reading.read(new)
    changes = versions.diff(extraction.extract(before), extraction.extract(after))
    if not changes:
        note(f"no claim changed between {old} and {new}")
    listing(
        lambda: Records(_COLUMNS, [_record(change) for change in changes]),
        lambda: _table(changes),
        as_csv=as_csv,
        as_json=as_json,
    )


_SIDE = ("speaker", "cue", "content", "start", "end")
_COLUMNS = (
    "change",
    "speaker",
    "detail",
    *(f"old_{name}" for name in _SIDE),
    *(f"new_{name}" for name in _SIDE),
)


def _record(change: Change) -> tuple[Any, ...]:
    return (change.type, _speaker(change), change.detail, *_side(change.old), *_side(change.new))


def _side(claim: Claim | None) -> tuple[Any, ...]:
    if claim is None:
        return (None,) * len(_SIDE)
    return (claim.speaker_name, claim.cue_text, claim.content_text, claim.start, claim.end)


def _speaker(change: Change) -> str:
    claim = change.new or change.old
    return claim.speaker_name if claim else ""


def _table(changes: list[Change]) -> "Table":
    table = new_table("Change", "Speaker", "Before (-) and after (+)")
    table.columns[1].max_width = 20
    table.columns[2].ratio = 1
    table.expand = True
    for change in changes:
        sides = shown("")
        for sign, style, claim in (("-", "red", change.old), ("+", "green", change.new)):
            if claim:
                sides.append(f"{sign} ", style).append_text(words_text(claim)).append("\n")
        table.add_row(
            shown(change.type, _STYLES.get(change.type, "yellow")),
            shown(_speaker(change), "bold"),
            sides.append_text(shown(change.detail, "italic")),
        )
        table.add_section()
    return table
