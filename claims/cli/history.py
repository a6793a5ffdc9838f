"""``claims history``: all versions of an article in the ledger, and what changed from one to the next."""

from collections import Counter
from collections.abc import Sequence
from typing import Final

from claims import desk
from claims.cli.options import DEFAULT_LEDGER, AnArticle, AsCsv, AsJson, LedgerPath
from claims.cli.output import Columns, listing, note, shown
from claims.cli.printed_table import Column, Table
from claims.records import Change


def history(
    article: AnArticle,
    ledger: LedgerPath = DEFAULT_LEDGER,
    as_csv: AsCsv = False,
    as_json: AsJson = False,
) -> None:
    """List an article's versions: when each was added, how many claims it has, what changed since the one before.

    `claims diff ARTICLE --since VERSION` shows the changes themselves.
    """
    with desk.open_ledger(ledger) as opened:
        meant = desk.find_article(opened, article)
        revisions = desk.history(opened, meant)
    note(f"{meant.name} ({meant.where})")
    listing(revisions, _COLUMNS, _table, as_csv=as_csv, as_json=as_json)


_COLUMNS: Final[Columns["desk.Revision"]] = {
    "version": lambda r: r.article.version,
    "added": lambda r: r.added.isoformat(),
    "published": lambda r: r.article.published,
    "claims": lambda r: len(r.claims),
    "changes": lambda r: len(_changes(r)),
    "substantial": lambda r: _substantial(_changes(r)),
    "types": lambda r: list(Counter(change.type for change in _changes(r)).items()),
    "not_found_again": lambda r: [claim.id for claim in r.since.unfound] if r.since else [],
    "lines": lambda r: r.since.lines if r.since else (),
}


def _changes(revision: "desk.Revision") -> Sequence[Change]:
    return revision.since.changes if revision.since else ()


def _substantial(changes: Sequence[Change]) -> int:
    return sum(change.severity == "substantial" for change in changes)


def _table(revisions: "Sequence[desk.Revision]") -> Table:
    table = Table(
        *(Column(heading, no_wrap=True) for heading in ("Version", "Added", "Published")),
        Column("Claims", no_wrap=True, right=True),
        Column("Changes since the version before", ratio=1),
    )
    for revision in revisions:
        published = revision.article.published
        table.add_row(
            str(revision.article.version),
            f"{revision.added.astimezone():%Y-%m-%d %H:%M}",
            published.isoformat() if published else "",
            str(len(revision.claims)),
            shown(_changed(revision)),
        )
    return table


def _changed(revision: "desk.Revision") -> str:
    if revision.since is None:
        return "first version"
    counts = Counter(change.type for change in revision.since.changes)
    line = ", ".join(f"{count} {kind}" for kind, count in counts.items())
    if grave := _substantial(revision.since.changes):
        line += f" ({grave} substantial)"
    if unfound := len(revision.since.unfound):
        line += f"{', ' if line else ''}{unfound} not found again"
    return "; ".join([line or "no claim changed", *revision.since.lines])
