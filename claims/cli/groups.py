"""``claims groups``: assertions that more than one article reports, their conflicts, and the desk's decisions."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from claims.cli.options import DEFAULT_LEDGER, AsCsv, AsJson, LedgerPath, ListsByDefault, Reviewer
from claims.cli.output import (
    SHORT_ID,
    Records,
    article_text,
    console,
    listing,
    new_table,
    note,
    shown,
    speaker_text,
    words_text,
)
from claims.records import Claim, Conflict, Group

if TYPE_CHECKING:
    from rich.table import Table
    from rich.text import Text

app = typer.Typer(cls=ListsByDefault)

AClaim = Annotated[str, typer.Argument(metavar="CLAIM", help="A claim's id or the beginning of it.")]


@app.callback()
def groups() -> None:
    """List the assertions that more than one article reports, or those that disagree, and decide on them.

    `claims groups` lists the assertions, `claims groups --conflicts` the claims that disagree.
    """


@app.command("list")
def list_(
    conflicts: Annotated[
        bool, typer.Option("--conflicts", help="Claims of the same thing that disagree, side by side.")
    ] = False,
    ledger: LedgerPath = DEFAULT_LEDGER,
    as_csv: AsCsv = False,
    as_json: AsJson = False,
) -> None:
    """List the assertions that more than one article reports, and why their claims were joined."""
    from claims import desk
    from claims.ledger import Ledger

    with Ledger.open(ledger) as opened:
        if conflicts:
            _list_conflicts(desk.conflicts(opened), as_csv=as_csv, as_json=as_json)
        else:
            _list_groups(opened.groups(), as_csv=as_csv, as_json=as_json)


@app.command()
def join(
    one: AClaim,
    other: Annotated[str, typer.Argument(metavar="CLAIM", help="Likewise.")],
    reviewer: Reviewer = None,
    ledger: LedgerPath = DEFAULT_LEDGER,
) -> None:
    """Decide that two claims make the same assertion."""
    from claims import desk
    from claims.ledger import Ledger

    with Ledger.open(ledger) as opened:
        made = desk.join(opened, one, other, reviewer=reviewer)
    console().print(shown(f"decision {made.number}: {' and '.join(made.about)} make the same assertion"))


@app.command()
def split(
    group: Annotated[str, typer.Argument(metavar="GROUP", help="A group's id or the beginning of it.")],
    claim: AClaim,
    reviewer: Reviewer = None,
    ledger: LedgerPath = DEFAULT_LEDGER,
) -> None:
    """Decide that a claim does not make the assertion of the group it is in."""
    from claims import desk
    from claims.ledger import Ledger

    with Ledger.open(ledger) as opened:
        made = desk.split(opened, group, claim, reviewer=reviewer)
    console().print(
        shown(f"decision {made.number}: {made.about[0]} stands apart from {', '.join(made.about[1:])}")
    )


def _list_groups(found: list[Group], *, as_csv: bool, as_json: bool) -> None:
    if not found:
        note("no assertion is reported by more than one article")
    listing(
        lambda: Records(_COLUMNS, [record for group in found for record in _records(group)]),
        lambda: _table(found),
        as_csv=as_csv,
        as_json=as_json,
    )


_COLUMNS = (
    *("group", "independent_reports", "first_seen", "last_seen"),
    *(
        "claim",
        "speaker",
        "outlet",
        "title",
        "published",
        "url_or_file",
        "cue",
        "content",
        "reason",
        "report",
    ),
)


def _records(group: Group) -> Iterator[tuple[Any, ...]]:
    for member in group.members:
        claim, article = member.claim, member.claim.article
        yield (
            *(group.id, group.independent, group.first_seen, group.last_seen),
            *(claim.id, claim.speaker_name, article.outlet, article.title, article.published, article.where),
            *(claim.cue_text, claim.content_text, member.reason, member.report + 1),
        )


def _table(found: list[Group]) -> "Table":
    table = _wide_table("Article, and why it was joined")
    for group in found:
        table.add_row(shown(group.id[:SHORT_ID], "bold"), shown(_counted(group), "bold"), "")
        seen: set[int] = set()
        for member in group.members:
            reason = "copy of one text" if member.report in seen else member.reason
            seen.add(member.report)
            table.add_row(*_row(member.claim, reason))
        table.add_section()
    return table


def _counted(group: Group) -> str:
    articles = len({claim.article.key for claim in group.claims})
    of_them = "" if group.independent == articles else f", {group.independent} of them independent"
    days = sorted({str(day) for day in (group.first_seen, group.last_seen) if day})
    return f"Group: {articles} articles{of_them}" + (f", {' to '.join(days)}" if days else "")


def _list_conflicts(found: list[Conflict], *, as_csv: bool, as_json: bool) -> None:
    if not found:
        note("no two articles' claims disagree")
    listing(
        lambda: Records(_CONFLICT, [_conflict(one) for one in found]),
        lambda: _conflicts_table(found),
        as_csv=as_csv,
        as_json=as_json,
    )


_SIDE = ("claim", "speaker", "outlet", "published", "url_or_file", "cue", "content")
_CONFLICT = ("differs", *(f"first_{name}" for name in _SIDE), *(f"second_{name}" for name in _SIDE))


def _conflict(conflict: Conflict) -> tuple[Any, ...]:
    return (conflict.differs, *_side(conflict.first), *_side(conflict.second))


def _side(claim: Claim) -> tuple[Any, ...]:
    article = claim.article
    return (
        *(claim.id, claim.speaker_name, article.outlet, article.published, article.where),
        *(claim.cue_text, claim.content_text),
    )


def _conflicts_table(found: list[Conflict]) -> "Table":
    table = _wide_table("Article, and what differs")
    for conflict in found:
        table.add_row(*_row(conflict.first, conflict.differs))
        table.add_row(*_row(conflict.second, ""))
        table.add_section()
    return table


def _wide_table(last: str) -> "Table":
    table = new_table("Claim", "Wording", last)
    table.columns[0].no_wrap = True
    table.columns[1].ratio, table.columns[2].ratio = 3, 2
    table.expand = True
    return table


def _row(claim: Claim, remark: str) -> "tuple[Text, Text, Text]":
    words = speaker_text(claim).append(" ").append_text(words_text(claim))
    where = article_text(claim)
    return (
        shown(claim.id[:SHORT_ID], "dim"),
        words,
        where.append(f"\n{remark}", "italic") if remark else where,
    )
