"""``claims review``: the verdicts of a sheet that came back."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.text import Text

from claims import desk
from claims.cli import completion
from claims.cli.options import DEFAULT_LEDGER, AsJson, LedgerPath
from claims.cli.output import console, shown, warn
from claims.cli.verdicts import in_words

if TYPE_CHECKING:
    from claims.sheet import GivenVerdict, Review

_OUTDATED_NAMED = 10


def review(
    sheet: Annotated[
        Path,
        typer.Argument(metavar="SHEET", help="The sheet as the desk filled it in: .xlsx, .ods or .csv."),
    ],
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show what would change, and store nothing.")
    ] = False,
    reviewer: Annotated[
        str | None,
        typer.Option(
            "--reviewer",
            help="Who decided, where the sheet names nobody.",
            metavar="WHO",
            autocompletion=completion.reviewers,
        ),
    ] = None,
    ledger: LedgerPath = DEFAULT_LEDGER,
    as_json: AsJson = False,
) -> None:
    """Take the verdicts of a filled-in claim sheet into the ledger: all of them or, if one is refused, none.

    Rows may be sorted, filtered or deleted and columns moved; the sheet itself is not changed. Verdicts are added to
    the history, and none is taken back by an empty cell. Reviewers who differ both stay on record: the claim is
    disputed until the latest verdicts of all its reviewers agree.
    """
    with desk.open_ledger(ledger) as opened:
        found = desk.review(opened, sheet, reviewer=reviewer, dry_run=dry_run)
    stored = not (dry_run or found.refused)
    if as_json:
        print(json.dumps(_record(found, stored=stored), ensure_ascii=False, indent=2))
    else:
        for line in _lines(found, everything=dry_run, stored=stored):
            console().print(line, soft_wrap=True)
    for refusal in found.refused:
        warn(f"{sheet}: {refusal}")
    if found.refused:
        warn(f"{len(found.refused)} refused, so nothing was stored: mend the sheet and give it again")
        raise typer.Exit(2)


def _lines(found: "Review", *, everything: bool, stored: bool) -> Iterator[Text]:
    """The report; new verdicts, and decisions that are not stored, are told where ``everything`` is to be shown."""
    yield from (_line(given) for given in found.given if everything or given.before)
    for decision in found.corrections if stored or everything else ():
        yield shown(
            f"{'decided' if stored else 'would decide'}: {decision.kind} of {decision.about[0]} is {decision.value}",
            "cyan",
        )
    for id_ in found.disputed:
        yield shown(f"disputed: {id_}; `claims show {id_}` tells who says what", "yellow")
    if found.outdated:
        rows = ", ".join(map(str, found.outdated[:_OUTDATED_NAMED]))
        more = " and more" if len(found.outdated) > _OUTDATED_NAMED else ""
        since = "the reviewer has decided anew since; to go back to this, give a new date"
        yield shown(f"row {rows}{more}: {since}", "dim")
    if found.without_claim:
        yield shown(f"{found.without_claim} rows without a claim were passed over", "dim")
    if found.unread:
        named = ", ".join(f'"{heading}"' for heading in found.unread)
        yield shown(f"not read, since no column of a claim sheet is called so: {named}", "yellow")
    counts = f"{len(found.new)} new, {len(found.changed)} changed, {found.unchanged} unchanged"
    refused = f", {len(found.refused)} refused" if found.refused else ""
    yield shown(f"{found.path}: {counts}{refused}{'' if stored else '; nothing was stored'}")


def _line(given: "GivenVerdict") -> Text:
    verdict = given.verdict
    line = shown("").append_text(shown(f"row {given.row}", "dim")).append(f" {verdict.claim_id} ")
    line.append("changed" if given.before else "new", "yellow" if given.before else "green")
    changes = (f"{heading}: {old or 'none'} → {new or 'none'}" for heading, old, new in given.differences)
    said = "; ".join(changes) if given.before else in_words(replace(verdict, version=None))
    return line.append_text(shown(f" by {verdict.reviewer}, {verdict.decided}: {said}"))


def _record(found: "Review", *, stored: bool) -> dict[str, Any]:
    return {
        "sheet": str(found.path),
        "stored": stored,
        "new": [_given(given) for given in found.new],
        "changed": [_given(given) for given in found.changed],
        "unchanged": found.unchanged,
        "outdated": found.outdated,
        "refused": [{"row": r.row, "column": r.column, "why": r.why} for r in found.refused],
        "corrections": [{"kind": d.kind, "claim": d.about[0], "value": d.value} for d in found.corrections],
        "disputed": found.disputed,
        "without_claim": found.without_claim,
        "unread": found.unread,
    }


def _given(given: "GivenVerdict") -> dict[str, Any]:
    changes = {heading: {"old": old, "new": new} for heading, old, new in given.differences}
    return {"row": given.row, "claim": given.verdict.claim_id, "changes": changes}
