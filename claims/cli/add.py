"""``claims add``: read articles into the ledger."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.text import Text

import claims
from claims import desk
from claims.cli.configuration import configuration
from claims.cli.options import (
    DEFAULT_LEDGER,
    AllowPrivate,
    LedgerPath,
    Model,
    TableColumns,
    allow_private,
    column_names,
    listed,
)
from claims.cli.output import console, messages, note, say, shown, warn
from claims.errors import ClaimsError

if TYPE_CHECKING:
    from claims.reading import Unread

_LISTED = 5  # files that are passed over for one reason and named


def add(
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="PATH|URL",
            help='Articles, folders of them, addresses of pages, or "-" for the standard input.',
        ),
    ] = None,
    date: Annotated[
        datetime | None,
        typer.Option(help="The day of publication, whatever the page says.", formats=["%Y-%m-%d"]),
    ] = None,
    outlet: Annotated[str | None, typer.Option(help="Likewise, who published it.", metavar="NAME")] = None,
    title: Annotated[str | None, typer.Option(help="Likewise, the headline of one article.")] = None,
    same_as: Annotated[
        str | None,
        typer.Option(
            "--same-as",
            help="It is a version of this article of the ledger, whatever address it has.",
            metavar="ARTICLE",
        ),
    ] = None,
    ledger: LedgerPath = DEFAULT_LEDGER,
    model: Model = None,
    columns: TableColumns = None,
    urls: Annotated[
        Path | None,
        typer.Option("--urls", help="A file that lists more addresses or paths, one a line.", metavar="FILE"),
    ] = None,
    private: AllowPrivate = False,
    force: Annotated[
        bool, typer.Option("--force", help="Add texts in other languages than English, too.")
    ] = False,
    strict: Annotated[
        bool, typer.Option("--strict", help="Exit with 1 where anything was left out, whatever the reason.")
    ] = False,
) -> None:
    """Read articles, extract their claims, store and merge them.

    Text, Markdown, HTML, PDF, Word, OpenDocument, rich text, e-mail, feeds,
    tables, agency formats, subtitles, web archives and zip archives of these are
    read, from files or, at an http(s) address, from the web. What is already
    stored adds nothing; an article that has changed, under the same URL or path,
    becomes a new version. What is left out is named with the reason. Exits with
    1 where some articles could not be read, with 2 where none could.
    """
    from claims import extraction, reading

    paths = [*(paths or []), *listed(urls)]
    if not paths:
        raise ClaimsError(
            "nothing to add: name files, folders or addresses, or a file that lists them with --urls"
        )
    allow_private(private)
    found = reading.find(paths)
    for option, given in (("--title", title), ("--same-as", same_as)):
        if given is not None and len(found.files) > 1:
            files = len(found.files)
            raise ClaimsError(f"{option} is for one article, and here are {files} files: add them one by one")
    if same_as is not None and any(f != "-" and reading.may_hold_several(f) for f in found.files):
        raise ClaimsError("--same-as is for one article, and this file may hold several: add them one by one")
    named = column_names(columns)
    extraction.load_tagger(model)  # what is wrong with it is said before a ledger is made
    bar = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=messages(),
        transient=True,
        disable=not messages().is_terminal,
    )
    # On one terminal, a line printed past the bar would run into it; the bar's own console prints above it.
    results = messages() if console().is_terminal and messages().is_terminal else console()
    with claims.Ledger.open(ledger, create=same_as is None) as opened, bar:
        task = bar.add_task("Reading articles", total=len(found.files))
        seen: set[str] = set()

        def each(outcome: "desk.Outcome") -> None:
            if outcome.article is None:
                warn(outcome.problem)
            else:
                results.print(_summary(outcome))
            seen.add(str(outcome.path))
            bar.update(task, completed=len(seen))

        outcomes = desk.add(
            opened,
            *found.files,
            each=each,
            model=model,
            processes=desk.processes_for(len(found.files)),
            columns=named,
            any_language=force,
            published=date.date() if date else None,
            outlet=outlet,
            title=title,
            same_as=same_as,
            outlets=configuration().outlets,
        )
        groups = opened.number_of_groups()
    _say_passed_over(each for each in found.skipped if strict or not each.expected)
    failed = sum(o.status == "failed" for o in outcomes)
    skipped = sum(o.status == "skipped" for o in outcomes)
    if failed + skipped == len(outcomes):
        raise typer.Exit(2)
    new = [o for o in outcomes if o.status in ("new", "new version")]
    count = sum(len(o.claims) for o in new)
    say(
        f"{_count(len(new), 'article')} added with {_count(count, 'claim')}; "
        f"{ledger} now has {_count(groups, 'assertion')} reported by more than one article."
    )
    if failed:
        warn(f"{failed} of {len(outcomes)} could not be read; the others were added")
    if failed or (strict and (skipped or any(not each.expected for each in found.skipped))):
        raise typer.Exit(1)


def _say_passed_over(skipped: Iterable["Unread"]) -> None:
    """Name the files of folders that hold no article, by the reason."""
    reasons = defaultdict[str, list[str]](list)
    for each in skipped:
        reasons[each.problem.removeprefix(f"{each.name}: ")].append(each.name)
    for reason, names in reasons.items():
        more = len(names) - _LISTED
        listed = ", ".join(names[:_LISTED]) + (f" and {more} more" if more > 0 else "")
        note(f"not read ({reason}): {listed}")


def _summary(outcome: "desk.Outcome") -> Text:
    line = shown("").append_text(shown(outcome.name, "bold"))
    if outcome.status == "unchanged":
        return line.append("  already in the ledger", "dim")
    speakers = len({c.speaker for c in outcome.claims if c.speaker})
    line.append(f"  {_count(len(outcome.claims), 'claim')}, {_count(speakers, 'speaker')}")
    if outcome.status == "new version" and outcome.article:
        line.append(f"  (version {outcome.article.version})", "cyan")
    return line


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
