"""``claims diff``: what became of each claim between two versions of an article."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Annotated, Final

import typer

import claims
from claims import desk
from claims.cli import completion
from claims.cli.changed_words import changed_words
from claims.cli.options import (
    DEFAULT_LEDGER,
    AllowPrivate,
    AsCsv,
    AsJson,
    LedgerPath,
    allow_private,
    on_server,
)
from claims.cli.output import Columns, listing, note, shown, side_columns
from claims.cli.printed_table import Column, Table
from claims.errors import ClaimsError
from claims.records import SEVERITIES, Change, ChangeType, Claim, Severity, Span

_STYLES: Final[dict[ChangeType, str]] = {"added": "green", "removed": "red", "moved": "dim"}
_SEVERITY_STYLES: Final[dict[Severity, str]] = {
    "minor": "dim",
    "moderate": "yellow",
    "substantial": "bold red",
}


_Old = Annotated[
    str,
    typer.Argument(
        metavar="OLD|ARTICLE",
        help="The earlier version, a file or URL; or, alone, an article of the ledger.",
        autocompletion=completion.articles,
    ),
]
_New = Annotated[str | None, typer.Argument(metavar="NEW", help="The later version, a file or URL.")]
_Since = Annotated[
    str | None,
    typer.Option(
        help="Of an article of the ledger: compare with this version, or with the one that stood on this day.",
        metavar="DATE|VERSION",
    ),
]
_MinSeverity = Annotated[Severity, typer.Option(help="Leave out changes that are less severe.")]
_ExitCode = Annotated[bool, typer.Option("--exit-code", help="Exit with 1 where a change is substantial.")]
_Page = Annotated[
    Path | None,
    typer.Option("--html", help="Write both versions side by side to this page, too.", metavar="FILE"),
]


def diff(
    old: _Old,
    new: _New = None,
    since: _Since = None,
    min_severity: _MinSeverity = SEVERITIES[0],
    exit_code: _ExitCode = False,
    html: _Page = None,
    private: AllowPrivate = False,
    ledger: LedgerPath = DEFAULT_LEDGER,
    as_csv: AsCsv = False,
    as_json: AsJson = False,
) -> None:
    """List the claims that were added, removed, reworded, given to another speaker or moved.

    Two files or URLs are both read now, a URL from the web, whatever the ledger
    holds. One argument alone is an article of the ledger: its path, its URL or
    a part of its title. Its last two versions are compared; nothing is fetched.
    To compare with what the page says now, `claims add URL` first.

    White space, line breaks, typographic marks, a comma for a dash and an article
    more or less are no change. A change is minor (spelling, punctuation),
    moderate or substantial. A claim that came or went and is hardly likely to be
    one is left out.
    """
    from claims import versions

    allow_private(private)
    before, after = _sides(old, new, since, ledger)
    found = versions.compare(*before, *after)
    shown_ = [change for change in found.changes if versions.at_least(change.severity, min_severity)]
    if not shown_:
        note(f"no claim changed between {_name(before, old)} and {_name(after, new or old)}")
    listing(shown_, CHANGE_COLUMNS, changes_table, as_csv=as_csv, as_json=as_json)
    hidden = len(found.changes) - len(shown_)
    if hidden:
        note(f"{hidden} less severe not shown")
    for line in found.lines:
        note(line)
    if html:
        from claims.exporting.page import write_diff

        write_diff(html, *before, *after, found.changes, lines=found.lines)
        note(f"{html}: both versions side by side")
    if exit_code and any(change.severity == "substantial" for change in found.changes):
        raise typer.Exit(1)


def _sides(old: str, new: str | None, since: str | None, ledger: str) -> "tuple[desk.Side, desk.Side]":
    """The two versions that are meant, with their claims."""
    if new is None:
        return _of_ledger(old, since, ledger)
    if since is not None:
        raise ClaimsError("--since is for an article of the ledger: name one article, not two files")
    return _read(old), _read(new)


def _is_place(name: str) -> bool:
    from claims.reading import is_url

    return is_url(name) or Path(name).is_file()


def _read(name: str) -> "desk.Side":
    article = claims.read(name)
    return article, claims.extract(article)


def _of_ledger(asked: str, since: str | None, ledger: str) -> "tuple[desk.Side, desk.Side]":
    alone = f"{asked}: one version only: name the later one, too; or `claims add` first one, then the other"
    if not on_server(ledger) and not Path(ledger).exists() and _is_place(asked):
        raise ClaimsError(alone)
    with desk.open_ledger(ledger) as opened:
        try:
            article = desk.find_article(opened, asked)
        except ClaimsError:
            if _is_place(asked):
                raise ClaimsError(alone) from None
            raise
        return desk.two_versions(opened, article, _version_or_day(since))


def _version_or_day(since: str | None) -> int | date | None:
    if since is None:
        return None
    try:
        return int(since) if since.isdecimal() else date.fromisoformat(since)
    except ValueError:
        raise ClaimsError(
            f"--since {since}: neither a version's number nor a day such as 2026-03-14"
        ) from None


def _name(side: "desk.Side", asked: str) -> str:
    return f"version {side[0].version}" if side[0].version > 1 else asked


def _speaker(change: Change) -> str:
    claim = change.main_claim
    return claim.speaker_name if claim else ""


_SIDE: Final[Columns[tuple[Claim | None, Sequence[Span]]]] = {
    "speaker": lambda s: s[0].speaker_name if s[0] else None,
    "cue": lambda s: s[0].cue_text if s[0] else None,
    "content": lambda s: s[0].content_text if s[0] else None,
    "start": lambda s: s[0].start if s[0] else None,
    "end": lambda s: s[0].end if s[0] else None,
    "words": lambda s: [(w.start, w.end, w.text) for w in s[1]] if s[0] else None,
}
CHANGE_COLUMNS: Final[Columns[Change]] = {
    "change": lambda c: c.type,
    "severity": lambda c: c.severity,
    "speaker": _speaker,
    "detail": lambda c: c.detail,
    **side_columns("old", lambda c: (c.old, c.old_words), _SIDE),
    **side_columns("new", lambda c: (c.new, c.new_words), _SIDE),
}
"""The columns of a change for a program."""


def changes_table(changes: Sequence[Change]) -> Table:
    """Changes for a person, a row each, with the words in place."""
    table = Table(
        Column("Change", no_wrap=True),
        Column("Speaker", max_width=20),
        Column("Words [-taken out-] and {+put in+}", ratio=1),
    )
    for change in changes:
        kind = shown(change.type, _STYLES.get(change.type, "yellow"))
        kind.append("\n").append_text(shown(change.severity, _SEVERITY_STYLES[change.severity]))
        words = shown("").append_text(changed_words(change)).append("\n")
        table.add_row(
            kind, shown(_speaker(change), "bold"), words.append_text(shown(change.detail, "italic"))
        )
        table.add_section()
    return table
