"""``claims articles``: what the ledger has, and what is said of an article where its page does not say it."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Final

import typer

from claims import desk
from claims.cli.filtering import note_undated
from claims.cli.options import DEFAULT_LEDGER, AnArticle, AsCsv, AsJson, LedgerPath, ListsByDefault, Published
from claims.cli.output import SHORT_ID, Columns, listing, note, say, shown
from claims.cli.printed_table import Column, Table

if TYPE_CHECKING:
    from claims.ledger import ArticleSummary

app = typer.Typer(cls=ListsByDefault)


@app.callback()
def articles() -> None:
    """List the articles of the ledger, and say what a page does not say of itself.

    `claims articles` lists them; `claims articles set ARTICLE --date 2026-03-14` dates one.
    """


@app.command("list")
def list_(
    outlet: Annotated[
        str | None, typer.Option(help="Who published it; a part of the name will do.", metavar="NAME")
    ] = None,
    since: Published = None,
    until: Annotated[
        datetime | None, typer.Option(help="Published on this day or earlier.", formats=["%Y-%m-%d"])
    ] = None,
    undated: Annotated[bool, typer.Option("--undated", help="Only those without a date.")] = False,
    ledger: LedgerPath = DEFAULT_LEDGER,
    as_csv: AsCsv = False,
    as_json: AsJson = False,
) -> None:
    """List articles with their outlet, date, versions and claims."""
    with desk.open_ledger(ledger) as opened:
        found = desk.list_articles(
            opened,
            outlet=outlet,
            since=since.date() if since else None,
            until=until.date() if until else None,
            undated=undated,
        )
        outside = desk.list_articles(opened, outlet=outlet, undated=True) if since or until else []
    if not found:
        note("no such article")
    note_undated(len(outside))
    listing(found, _COLUMNS, _table, as_csv=as_csv, as_json=as_json)


@app.command("set")
def set_(
    article: AnArticle,
    date: Annotated[
        datetime | None, typer.Option(help="The day of publication.", formats=["%Y-%m-%d"])
    ] = None,
    outlet: Annotated[str | None, typer.Option(help="Who published it.", metavar="NAME")] = None,
    title: Annotated[str | None, typer.Option(help="The headline.")] = None,
    author: Annotated[str | None, typer.Option(help="Who wrote it.", metavar="NAME")] = None,
    url: Annotated[str | None, typer.Option(help="The address of the page.")] = None,
    ledger: LedgerPath = DEFAULT_LEDGER,
) -> None:
    """Say when, where and by whom the latest version of an article was published."""
    with desk.open_ledger(ledger) as opened:
        told = desk.describe(
            opened,
            article,
            published=date.date() if date else None,
            outlet=outlet,
            title=title,
            author=author,
            url=url,
        )
    said = (told.outlet, str(told.published) if told.published else "undated", told.author, told.where)
    say(f"{told.name}: {', '.join(filter(None, said))}")


_COLUMNS: Final["Columns[ArticleSummary]"] = {
    "id": lambda a: a.id,
    "title": lambda a: a.title,
    "outlet": lambda a: a.outlet,
    "author": lambda a: a.author,
    "published": lambda a: a.published,
    "url_or_file": lambda a: a.where,
    "versions": lambda a: a.versions,
    "claims": lambda a: a.claims,
    "added": lambda a: a.added.isoformat(),
    "origins": lambda a: [f"{o.field}: {o.found_in} ({o.certainty})" for o in a.origins],
}


def _table(found: "Sequence[ArticleSummary]") -> Table:
    table = Table(
        Column("Id", no_wrap=True),
        Column("Article", ratio=1),
        Column("Published", max_width=20),
        Column("Versions", right=True),
        Column("Claims", right=True),
    )
    for one in found:
        day = shown(str(one.published or "undated"), "" if one.published else "yellow")
        table.add_row(
            shown(one.id[:SHORT_ID], "dim"),
            shown(one.title or "", "bold").append(f"\n{one.where}" if one.title else one.where, "dim"),
            (shown(one.outlet).append("\n") if one.outlet else shown("")).append_text(day),
            str(one.versions),
            str(one.claims),
        )
    return table
