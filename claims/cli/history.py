"""``claims history``: all versions of an article in the ledger, and what changed from one to the next."""

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from claims.cli.options import DEFAULT_LEDGER, AsCsv, AsJson, LedgerPath
from claims.cli.output import Records, listing, new_table, note, shown

if TYPE_CHECKING:
    from rich.table import Table

    from claims.desk import Revision


def history(
    article: Annotated[str, typer.Argument(help="Its path, its address or a part of its title.")],
    ledger: LedgerPath = DEFAULT_LEDGER,
    as_csv: AsCsv = False,
    as_json: AsJson = False,
) -> None:
    """List an article's versions: when each was added, how many claims it has, what changed since the one before.

    `claims diff ARTICLE --since VERSION` shows the changes themselves.
    """
    from claims import desk
    from claims.ledger import Ledger

    with Ledger.open(ledger) as opened:
        meant = desk.find_article(opened, article)
        revisions = desk.history(opened, meant)
    note(f"{meant.name} ({meant.where})")
    listing(
        lambda: Records(_COLUMNS, [_record(revision) for revision in revisions]),
        lambda: _table(revisions),
        as_csv=as_csv,
        as_json=as_json,
    )


_COLUMNS = ("version", "added", "published", "claims", "changes", "substantial", "types", "lines")


def _record(revision: "Revision") -> tuple[Any, ...]:
    changes = revision.since.changes if revision.since else ()
    return (
        revision.article.version,
        revision.added.isoformat(),
        revision.article.published,
        len(revision.claims),
        len(changes),
        sum(change.severity == "substantial" for change in changes),
        [[kind, count] for kind, count in Counter(change.type for change in changes).items()],
        list(revision.since.lines) if revision.since else [],
    )


def _table(revisions: "Sequence[Revision]") -> "Table":
    table = new_table("Version", "Added", "Published", "Claims", "Changes since the version before")
    for column in table.columns[:4]:
        column.no_wrap = True
    table.columns[3].justify = "right"
    table.columns[4].ratio = 1
    table.expand = True
    for revision in revisions:
        published = revision.article.published
        table.add_row(
            str(revision.article.version),
            f"{revision.added.astimezone():%Y-%m-%d %H:%M}",
            published.isoformat() if published else "",
            str(len(revision.claims)),
            shown(_changes(revision)),
        )
    return table


def _changes(revision: "Revision") -> str:
    if revision.since is None:
        return "first version"
    counts = Counter(change.type for change in revision.since.changes)
    grave = sum(change.severity == "substantial" for change in revision.since.changes)
    line = ", ".join(f"{count} {kind}" for kind, count in counts.items())
    if grave:
        line += f" ({grave} substantial)"
    return "; ".join([line or "no claim changed", *revision.since.lines])
