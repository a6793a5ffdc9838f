"""``claims groups``: assertions that more than one article reports, their conflicts, and the desk's decisions."""

from collections.abc import Sequence
from typing import Annotated, Final

import typer
from rich.text import Text

from claims import desk
from claims.cli.options import DEFAULT_LEDGER, AsCsv, AsJson, LedgerPath, Limit, ListsByDefault, Reviewer
from claims.cli.output import (
    SHORT_ID,
    Columns,
    article_text,
    listing,
    note,
    say,
    shown,
    side_columns,
    speaker_text,
    words_text,
)
from claims.cli.printed_table import Column, Table
from claims.records import Claim, Conflict, DoubtfulMatch, Group, Member

app = typer.Typer(cls=ListsByDefault)

AClaim = Annotated[str, typer.Argument(metavar="CLAIM", help="A claim's id or the beginning of it.")]


@app.callback()
def groups() -> None:
    """List the assertions that more than one article reports, or those that disagree, and decide on them.

    `claims groups` lists the assertions, `claims groups --conflicts` the claims that disagree, `claims groups doubtful`
    those that may be one assertion.
    """


@app.command("list")
def list_(
    conflicts: Annotated[
        bool, typer.Option("--conflicts", help="Claims of the same thing that disagree, side by side.")
    ] = False,
    limit: Limit = None,
    ledger: LedgerPath = DEFAULT_LEDGER,
    as_csv: AsCsv = False,
    as_json: AsJson = False,
) -> None:
    """List the assertions that more than one article reports, and why their claims were joined."""
    with desk.open_ledger(ledger) as opened:
        if conflicts:
            disagreeing = desk.conflicts(opened)[:limit]
            if not disagreeing:
                note("no two articles' claims disagree")
            listing(disagreeing, _CONFLICT, _conflicts_table, as_csv=as_csv, as_json=as_json)
            return
        found = opened.groups() if limit is None else opened.groups_window(0, limit)
    if not found:
        note("no assertion is reported by more than one article")
    reports = [(group, member) for group in found for member in group.members]
    listing(reports, _COLUMNS, lambda _: groups_table(found), as_csv=as_csv, as_json=as_json)


@app.command()
def doubtful(
    limit: Limit = None,
    ledger: LedgerPath = DEFAULT_LEDGER,
    as_csv: AsCsv = False,
    as_json: AsJson = False,
) -> None:
    """List claims that may be one assertion and are not joined, to settle by `join` or `different`; likeliest first."""
    with desk.open_ledger(ledger) as opened:
        found = desk.doubtful_matches(opened)[:limit]
    if not found:
        note("no two articles' claims are doubtful")
    listing(found, _DOUBTFUL, _doubtful_table, as_csv=as_csv, as_json=as_json)


@app.command()
def join(
    one: AClaim,
    other: Annotated[str, typer.Argument(metavar="CLAIM", help="Likewise.")],
    reviewer: Reviewer = None,
    ledger: LedgerPath = DEFAULT_LEDGER,
) -> None:
    """Decide that two claims make the same assertion."""
    with desk.open_ledger(ledger) as opened:
        made = desk.join(opened, one, other, reviewer=reviewer)
    say(f"decision {made.number}: {' and '.join(made.about)} make the same assertion")


@app.command()
def different(
    one: AClaim,
    other: Annotated[str, typer.Argument(metavar="CLAIM", help="Likewise.")],
    reviewer: Reviewer = None,
    ledger: LedgerPath = DEFAULT_LEDGER,
) -> None:
    """Decide that two claims make two assertions, and are never in one group."""
    with desk.open_ledger(ledger) as opened:
        made = desk.keep_apart(opened, one, other, reviewer=reviewer)
    say(f"decision {made.number}: {' and '.join(made.about)} make two assertions")


@app.command()
def split(
    group: Annotated[str, typer.Argument(metavar="GROUP", help="A group's id or the beginning of it.")],
    claim: AClaim,
    reviewer: Reviewer = None,
    ledger: LedgerPath = DEFAULT_LEDGER,
) -> None:
    """Decide that a claim does not make the assertion of the group it is in."""
    with desk.open_ledger(ledger) as opened:
        made = desk.split(opened, group, claim, reviewer=reviewer)
    say(f"decision {made.number}: {made.about[0]} stands apart from {', '.join(made.about[1:])}")


_COLUMNS: Final[Columns[tuple[Group, Member]]] = {
    "group": lambda r: r[0].id,
    "independent_reports": lambda r: r[0].independent,
    "first_seen": lambda r: r[0].first_seen,
    "last_seen": lambda r: r[0].last_seen,
    "claim": lambda r: r[1].claim.id,
    "speaker": lambda r: r[1].claim.speaker_name,
    "outlet": lambda r: r[1].claim.article.outlet,
    "title": lambda r: r[1].claim.article.title,
    "published": lambda r: r[1].claim.article.published,
    "url_or_file": lambda r: r[1].claim.article.where,
    "cue": lambda r: r[1].claim.cue_text,
    "content": lambda r: r[1].claim.content_text,
    "reason": lambda r: r[1].reason,
    "report": lambda r: r[1].report + 1,
}


def groups_table(found: Sequence[Group]) -> Table:
    """Groups with their claims, and why each was joined."""
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


_SIDE: Final[Columns[Claim]] = {
    "claim": lambda c: c.id,
    "speaker": lambda c: c.speaker_name,
    "outlet": lambda c: c.article.outlet,
    "published": lambda c: c.article.published,
    "url_or_file": lambda c: c.article.where,
    "cue": lambda c: c.cue_text,
    "content": lambda c: c.content_text,
}
_CONFLICT: Final[Columns[Conflict]] = {
    "differs": lambda c: c.differs,
    **side_columns("first", lambda c: c.first, _SIDE),
    **side_columns("second", lambda c: c.second, _SIDE),
}


_DOUBTFUL: Final[Columns[DoubtfulMatch]] = {
    "probability": lambda d: round(d.probability, 3),
    "reason": lambda d: d.reason,
    **side_columns("first", lambda d: d.first, _SIDE),
    **side_columns("second", lambda d: d.second, _SIDE),
}


def _conflicts_table(found: Sequence[Conflict]) -> Table:
    table = _wide_table("Article, and what differs")
    for conflict in found:
        table.add_row(*_row(conflict.first, conflict.differs))
        table.add_row(*_row(conflict.second, ""))
        table.add_section()
    return table


def _doubtful_table(found: Sequence[DoubtfulMatch]) -> Table:
    table = _wide_table("Article, and what speaks for one assertion")
    for match in found:
        table.add_row(*_row(match.first, f"{match.probability:.2f}: {match.reason}"))
        table.add_row(*_row(match.second, ""))
        table.add_section()
    return table


def _wide_table(last: str) -> Table:
    return Table(Column("Claim", no_wrap=True), Column("Wording", ratio=3), Column(last, ratio=2))


def _row(claim: Claim, remark: str) -> tuple[Text, Text, Text]:
    words = speaker_text(claim).append(" ").append_text(words_text(claim))
    where = article_text(claim)
    if remark:
        where.append(f"\n{remark}", "italic")
    return shown(claim.id[:SHORT_ID], "dim"), words, where
