"""``claims speakers``: who spoke, under which names; and the desk's decisions about them."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Final, Literal

import typer

from claims import desk
from claims.cli import completion
from claims.cli.options import DEFAULT_LEDGER, AsCsv, AsJson, LedgerPath, Limit, ListsByDefault, Reviewer
from claims.cli.output import Columns, listing, note, record, say, shown
from claims.cli.printed_table import Column, Table

if TYPE_CHECKING:
    from claims.ledger import Alias, DoubtfulLink, SpeakerEntry, SpeakerSummary


app = typer.Typer(cls=ListsByDefault)

_MEANT: Final = "A name in any spelling, an id or its beginning."
SpeakerName = Annotated[str, typer.Argument(help=_MEANT, autocompletion=completion.speakers)]
One = Annotated[str, typer.Argument(metavar="A", help=_MEANT, autocompletion=completion.speakers)]
Other = Annotated[str, typer.Argument(metavar="B", help="Likewise.", autocompletion=completion.speakers)]


@app.callback()
def speakers() -> None:
    """List who spoke, and decide who is who.

    `claims speakers NAME` lists the speakers whom a name may mean, in any spelling.
    """


@app.command("list")
def list_(
    name: Annotated[
        str | None,
        typer.Argument(
            help="Only speakers of this name, in any spelling.", autocompletion=completion.speakers
        ),
    ] = None,
    exact: Annotated[bool, typer.Option("--exact", help="Only this very name, alias or id.")] = False,
    limit: Limit = None,
    ledger: LedgerPath = DEFAULT_LEDGER,
    as_csv: AsCsv = False,
    as_json: AsJson = False,
) -> None:
    """List who spoke, how often, and under which mentions."""
    with desk.open_ledger(ledger) as opened:
        if name is None and limit and not as_csv and not as_json:
            _say_none(entries := opened.speaker_entries(0, limit), name)
            listing(entries, {}, _table, as_csv=False, as_json=False)
            return
        if name is not None:
            found = desk.find_speakers(opened, name, exact=exact, limit=limit)
        else:
            found = opened.speakers() if limit is None else opened.speakers_window(0, limit)
    _say_none(found, name)
    listing(found, _COLUMNS, _table, as_csv=as_csv, as_json=as_json)


def _say_none(found: Sequence[object], name: str | None) -> None:
    if not found:
        note("no speaker yet" if name is None else f"no speaker matches '{name}'")


@app.command()
def aliases(
    name: SpeakerName, ledger: LedgerPath = DEFAULT_LEDGER, as_csv: AsCsv = False, as_json: AsJson = False
) -> None:
    """List the names under which articles have a speaker, and why each was taken for the speaker."""
    with desk.open_ledger(ledger) as opened:
        _, found = desk.identify_speaker(opened, name)
    note(f"{found.speaker.name} ({found.id})" + "".join(f"; {doubt}" for doubt in found.doubts))
    listing(found.aliases, _ALIAS, _aliases_table, as_csv=as_csv, as_json=as_json)


@app.command()
def doubtful(ledger: LedgerPath = DEFAULT_LEDGER, as_csv: AsCsv = False, as_json: AsJson = False) -> None:
    """List speakers who may be one, with what speaks for it, to settle by `same` or `different`."""
    with desk.open_ledger(ledger) as opened:
        found = opened.doubtful_links()
    if not found:
        note("no doubtful link")
    listing(found, _DOUBTFUL, _doubtful_table, as_csv=as_csv, as_json=as_json)


@app.command()
def same(one: One, other: Other, reviewer: Reviewer = None, ledger: LedgerPath = DEFAULT_LEDGER) -> None:
    """Decide that two speakers are one."""
    _decide_two("same", one, other, reviewer, ledger)


@app.command()
def different(one: One, other: Other, reviewer: Reviewer = None, ledger: LedgerPath = DEFAULT_LEDGER) -> None:
    """Decide that two speakers, or two appearances of one, are two."""
    _decide_two("different", one, other, reviewer, ledger)


@app.command()
def rename(
    one: One,
    name: Annotated[str, typer.Argument(help="The name under which the speaker is to go.")],
    reviewer: Reviewer = None,
    ledger: LedgerPath = DEFAULT_LEDGER,
) -> None:
    """Decide under which name a speaker goes; the id stays."""
    _decide_one("rename", one, name, reviewer, ledger)


@app.command()
def role(
    one: One,
    text: Annotated[str, typer.Argument(help="The role or affiliation.")],
    reviewer: Reviewer = None,
    ledger: LedgerPath = DEFAULT_LEDGER,
) -> None:
    """Decide which role a speaker has."""
    _decide_one("role", one, text, reviewer, ledger)


def _decide_two(
    kind: Literal["same", "different"], one: str, other: str, reviewer: str | None, ledger: "LedgerPath"
) -> None:
    with desk.open_ledger(ledger) as opened:
        made, first, second = desk.same_or_different(opened, kind, one, other, reviewer=reviewer)
    verb = "are one speaker" if kind == "same" else "are two speakers"
    (a, b), (one_name, other_name) = made.about, (first.speaker.name, second.speaker.name)
    say(f"decision {made.number}: {one_name} ({a}) and {other_name} ({b}) {verb}")


def _decide_one(
    kind: Literal["rename", "role"], one: str, value: str, reviewer: str | None, ledger: "LedgerPath"
) -> None:
    with desk.open_ledger(ledger) as opened:
        made, found = desk.name_or_role(opened, kind, one, value, reviewer=reviewer)
    verb = "goes by the name" if kind == "rename" else "has the role"
    say(f"decision {made.number}: {found.speaker.name} ({found.id}) {verb} {made.value}")


_ALIAS: Final[Columns["Alias"]] = {
    "alias": lambda a: a.name,
    "ids": lambda a: a.ids,
    "probability": lambda a: round(a.probability, 3),
    "reason": lambda a: a.reason,
}
_DOUBTFUL: Final[Columns["DoubtfulLink"]] = {
    "id": lambda d: d.one.id,
    "speaker": lambda d: d.one.name,
    "role": lambda d: d.one.role,
    "other_id": lambda d: d.other.id,
    "other_speaker": lambda d: d.other.name,
    "other_role": lambda d: d.other.role,
    "probability": lambda d: round(d.probability, 3),
    "reason": lambda d: d.reason,
}
_COLUMNS: Final[Columns["SpeakerSummary"]] = {
    "id": lambda s: s.id,
    "speaker": lambda s: s.speaker.name,
    "type": lambda s: s.speaker.type,
    "role": lambda s: s.speaker.role,
    "claims": lambda s: s.claims,
    "articles": lambda s: s.articles,
    "mentions": lambda s: [{"mention": words, "claims": times} for words, times in s.mentions],
    "aliases": lambda s: [record(alias, _ALIAS) for alias in s.aliases],
    "roles": lambda s: [asdict(role) for role in s.roles],
    "doubts": lambda s: s.doubts,
}


def _table(rows: "Sequence[SpeakerSummary] | Sequence[SpeakerEntry]") -> Table:
    counts = (Column(heading, right=True) for heading in ("Claims", "Articles"))
    table = Table(Column("Id", no_wrap=True), "Speaker", "Role", *counts, "Mentions")
    for row in rows:
        mentions = ", ".join(words if times == 1 else f"{words} ({times})" for words, times in row.mentions)
        name = shown(row.speaker.name, "bold" if row.speaker.type != "unnamed" else "italic")
        for doubt in row.doubts:
            name.append_text(shown(f"\n{doubt}", "yellow"))
        table.add_row(
            shown(row.id[:8], "dim"),
            name,
            shown(row.speaker.role or ""),
            str(row.claims),
            str(row.articles),
            shown(mentions, "dim"),
        )
    return table


def _aliases_table(aliases: "Sequence[Alias]") -> Table:
    counts = (Column(heading, right=True) for heading in ("Articles", "Sure"))
    table = Table("Alias", *counts, "Why", "Ids")
    for alias in aliases:
        table.add_row(
            shown(alias.name, "bold"),
            str(len(alias.ids)),
            f"{alias.probability:.2f}",
            shown(alias.reason),
            shown(" ".join(alias.ids), "dim"),
        )
    return table


def _doubtful_table(rows: "Sequence[DoubtfulLink]") -> Table:
    table = Table("Speaker", "May be", Column("Sure", right=True), "Why")
    for row in rows:
        one, other = (
            shown(s.name, "bold").append_text(shown(f"\n{(s.id or '')[:8]} {s.role or ''}".rstrip(), "dim"))
            for s in (row.one, row.other)
        )
        table.add_row(one, other, f"{row.probability:.2f}", shown(row.reason))
    return table
