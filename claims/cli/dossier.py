"""``claims dossier`` and ``claims timeline``: one speaker, followed through the ledger."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from claims import desk
from claims.cli import completion
from claims.cli.diff import CHANGE_COLUMNS, changes_table
from claims.cli.options import DEFAULT_LEDGER, AsCsv, AsJson, LedgerPath
from claims.cli.output import SHORT_ID, Columns, listing, note, record, shown, words_text
from claims.cli.printed_table import Column, Table

if TYPE_CHECKING:
    from claims.exporting import Contrast, Dossier, Naming, PossibleLink, Quoting, Statement
    from claims.records import Claim

ASpeaker = Annotated[
    str,
    typer.Argument(
        metavar="NAME",
        help="A speaker's name in any spelling, an id or its beginning.",
        autocompletion=completion.speakers,
    ),
]
_STYLES: Final[Mapping[str, str]] = {
    "development": "cyan",
    "contradiction": "bold red",
    "disagreement": "yellow",
}


def dossier(
    name: ASpeaker,
    html: Annotated[
        Path | None, typer.Option("--html", help="Write it as a page to look at, too.", metavar="FILE")
    ] = None,
    xlsx: Annotated[
        Path | None, typer.Option("--xlsx", help="Write it as a workbook, too.", metavar="FILE")
    ] = None,
    md: Annotated[
        Path | None, typer.Option("--md", help="Write it as Markdown, too.", metavar="FILE")
    ] = None,
    ledger: LedgerPath = DEFAULT_LEDGER,
    as_json: AsJson = False,
) -> None:
    """Show what the ledger has on one speaker: roles, names, who quotes, statements, changes, contradictions.

    A topic is a word that several statements, or the titles of their articles,
    have in common. A development is a figure that the speaker gives anew on a
    later day; a contradiction is the speaker against himself or herself, a
    disagreement another speaker. What changed between two versions of an
    article, the article changed, which need not mean that the speaker did.
    """
    with desk.open_ledger(ledger) as opened:
        found = desk.dossier(opened, name)
    listing([found], _DOSSIER, lambda _: _shown(found), as_csv=False, as_json=as_json)
    _write(found, html, xlsx, md)


def timeline(
    name: ASpeaker, ledger: LedgerPath = DEFAULT_LEDGER, as_csv: AsCsv = False, as_json: AsJson = False
) -> None:
    """List what a speaker said, by date, with developments and contradictions; what several articles carry is one."""
    with desk.open_ledger(ledger) as opened:
        found = desk.dossier(opened, name)
    note(_headline(found))
    listing(found.statements, STATEMENT, _statements_table, as_csv=as_csv, as_json=as_json)


def _write(found: "Dossier", html: Path | None, xlsx: Path | None, md: Path | None) -> None:
    if xlsx:
        from claims.sheet import write_dossier as write_workbook

        write_workbook(found, xlsx)
        note(f"{xlsx}: the dossier as a workbook")
    if html:
        from claims.exporting.page import write_dossier as write_page

        write_page(found, html)
        note(f"{html}: the dossier as a page")
    if md:
        from claims.exporting import write_markdown

        write_markdown(found, md)
        note(f"{md}: the dossier as Markdown")


_NAMING: Final[Columns["Naming"]] = {
    "words": lambda n: n.words,
    "times": lambda n: n.times,
    "first": lambda n: n.first,
    "last": lambda n: n.last,
    "outlets": lambda n: n.outlets,
    "probability": lambda n: round(n.probability, 3),
    "reason": lambda n: n.reason,
}
_QUOTING: Final[Columns["Quoting"]] = {
    "outlet": lambda q: q.outlet,
    "claims": lambda q: q.claims,
    "direct": lambda q: q.direct,
    "articles": lambda q: q.articles,
    "first": lambda q: q.first,
    "last": lambda q: q.last,
}
_SIDE: Final[Columns["Claim"]] = {
    "claim": lambda c: c.id,
    "speaker": lambda c: c.speaker_name,
    "outlet": lambda c: c.article.outlet,
    "published": lambda c: c.article.published,
    "content": lambda c: c.content_text,
}
_CONTRAST: Final[Columns["Contrast"]] = {
    "kind": lambda c: c.kind,
    "differs": lambda c: c.conflict.differs,
    "first": lambda c: record(c.conflict.first, _SIDE),
    "second": lambda c: record(c.conflict.second, _SIDE),
}
STATEMENT: Final[Columns["Statement"]] = {
    "date": lambda s: s.day,
    "topic": lambda s: s.topic,
    "claim": lambda s: s.main.id,
    "cue": lambda s: s.main.cue_text,
    "content": lambda s: s.main.content_text,
    "outlets": lambda s: s.outlets,
    "independent_reports": lambda s: s.independent,
    "group": lambda s: s.group.id if s.group else None,
    "claims": lambda s: [claim.id for claim in s.claims],
    "contrasts": lambda s: [c.remark for c in s.contrasts],
    "verdict_attribution": lambda s: s.verdict.attribution if s.verdict else None,
    "verdict_truth": lambda s: s.verdict.truth if s.verdict else None,
    "dispute": lambda s: s.dispute,
}
"""The columns of a statement for a program."""
_LINK: Final[Columns["PossibleLink"]] = {
    "id": lambda link: link.other.id,
    "speaker": lambda link: link.other.name,
    "role": lambda link: link.other.role,
    "probability": lambda link: round(link.probability, 3),
    "reason": lambda link: link.reason,
}
_DOSSIER: Final[Columns["Dossier"]] = {
    "id": lambda d: d.speaker.id,
    "speaker": lambda d: d.speaker.name,
    "type": lambda d: d.speaker.type,
    "role": lambda d: d.speaker.role,
    "first": lambda d: d.first,
    "last": lambda d: d.last,
    "roles": lambda d: [record(n, _NAMING) for n in d.roles],
    "names": lambda d: [record(n, _NAMING) for n in d.names],
    "mentions": lambda d: [record(n, _NAMING) for n in d.mentions],
    "outlets": lambda d: [record(q, _QUOTING) for q in d.outlets],
    "statements": lambda d: [record(s, STATEMENT) for s in d.statements],
    "contrasts": lambda d: [record(c, _CONTRAST) for c in d.contrasts],
    "changes": lambda d: [record(c, CHANGE_COLUMNS) for c in d.changes],
    "doubts": lambda d: d.doubts,
    "possible": lambda d: [record(link, _LINK) for link in d.possible],
}


def _headline(found: "Dossier") -> str:
    from claims.exporting import days

    statements, when = len(found.statements), days(found.first, found.last)
    parts = (found.speaker.role, f"{statements} statement{'' if statements == 1 else 's'}", when)
    return f"{found.speaker.name} ({found.speaker.id}): {'; '.join(filter(None, parts))}"


def _shown(found: "Dossier") -> RenderableType:
    parts: list[RenderableType] = [shown(_headline(found), "bold")]
    parts += (shown(doubt, "yellow") for doubt in found.doubts)
    for heading, made in (
        ("Links to settle", _links_table(found.possible)),
        ("Roles over time", _namings_table("Role", found.roles, "Articles")),
        ("Forms of the name", _namings_table("Name", found.names, "Articles")),
        ("Mentions", _namings_table("Mention", found.mentions, "Claims")),
        ("Who quotes", _outlets_table(found.outlets)),
        ("Developments and contradictions", _contrasts_table(found.contrasts)),
        ("Changed between versions of an article", changes_table(found.changes)),
        *((f"About: {topic or 'nothing in common'}", _statements_table(its)) for topic, its in found.topics),
    ):
        if made.row_count:
            parts += (Padding(shown(heading, "bold underline"), (1, 0, 0, 0)), made)
    return Group(*parts)


def _namings_table(heading: str, found: "Sequence[Naming]", counted: str) -> Table:
    from claims.exporting import days

    why = any(naming.reason for naming in found)
    table = Table(heading, Column(counted, right=True), "When", "Where", *(["Why"] if why else []))
    for naming in found:
        cells = [
            shown(naming.words),
            shown(str(naming.times)),
            shown(days(naming.first, naming.last), "dim"),
            shown(", ".join(naming.outlets)),
        ]
        table.add_row(*cells, *([shown(naming.reason, "dim")] if why else []))
    return table


def _outlets_table(found: "Sequence[Quoting]") -> Table:
    from claims.exporting import days

    counts = (Column(heading, right=True) for heading in ("Claims", "Quoted", "Articles"))
    table = Table("Outlet", *counts, "When")
    for q in found:
        row = (q.outlet, str(q.claims), str(q.direct), str(q.articles), days(q.first, q.last))
        table.add_row(*map(shown, row))
    return table


def _links_table(found: "Sequence[PossibleLink]") -> Table:
    table = Table("May be", "Id", Column("Sure", right=True), "Why")
    for link in found:
        name = shown(link.other.name, "bold")
        if link.other.role:
            name.append("\n").append_text(shown(link.other.role, "dim"))
        table.add_row(name, shown(link.other.id or "", "dim"), f"{link.probability:.2f}", shown(link.reason))
    return table


def _contrasts_table(found: "Sequence[Contrast]") -> Table:
    table = Table(Column("What", no_wrap=True), Column("First", ratio=1), Column("Then", ratio=1))
    for contrast in found:
        first, second = _side(contrast.conflict.first), _side(contrast.conflict.second)
        second.append("\n").append_text(shown(contrast.remark, "italic"))
        table.add_row(shown(contrast.kind, _STYLES[contrast.kind]), first, second)
    return table


def _side(claim: "Claim") -> Text:
    article = claim.article
    day = f", {article.published}" if article.published else ""
    said = shown(claim.speaker_name, "bold").append(" ").append_text(words_text(claim))
    return said.append("\n").append_text(shown(f"{article.outlet or article.where}{day}", "dim"))


def _statements_table(found: "Sequence[Statement]") -> Table:
    table = Table(
        Column("Id", no_wrap=True),
        Column("Date", no_wrap=True),
        Column("Statement", ratio=1),
        Column("Carried by", max_width=20),
    )
    for statement in found:
        words = words_text(statement.main)
        for contrast in statement.contrasts:
            words.append("\n").append_text(shown(contrast.remark, _STYLES[contrast.kind]))
        if statement.verdict:
            judged = ", ".join(filter(None, (statement.verdict.attribution, statement.verdict.truth)))
            words.append("\n").append_text(shown(f"verdict: {judged}", "green"))
        if statement.dispute:
            words.append("\n").append_text(shown(statement.dispute, "yellow"))
        table.add_row(
            shown(statement.main.id[:SHORT_ID], "dim"),
            shown(str(statement.day or "no date"), "dim"),
            words,
            shown(", ".join(statement.outlets), "dim"),
        )
    return table
