"""``claims add``: read articles into the ledger."""

from typing import Annotated

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.text import Text

import claims
from claims import desk
from claims.cli.options import DEFAULT_LEDGER, LedgerPath, Model
from claims.cli.output import console, messages, say, shown, warn


def add(
    paths: Annotated[
        list[str],
        typer.Argument(metavar="PATH|URL", help="Articles, folders of them, or addresses of pages."),
    ],
    ledger: LedgerPath = DEFAULT_LEDGER,
    model: Model = None,
) -> None:
    """Read articles, extract their claims, store and merge them.

    Text, Markdown and HTML are read, from files or, at an http(s) address, from
    the web. What is already stored adds nothing; an article that has changed,
    under the same URL or path, becomes a new version.
    """
    from claims import extraction, reading

    files = reading.find(paths)
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
    with claims.Ledger.open(ledger, create=True) as opened, bar:
        task = bar.add_task("Reading articles", total=len(files))

        def each(outcome: "desk.Outcome") -> None:
            if outcome.article is None:
                warn(outcome.problem)
            else:
                results.print(_summary(outcome))
            bar.advance(task)

        processes = desk.processes_for(len(files))
        outcomes = desk.add(opened, *files, each=each, model=model, processes=processes)
        groups = opened.number_of_groups()
    failed = sum(o.status == "failed" for o in outcomes)
    if failed == len(outcomes):
        raise typer.Exit(2)
    new = [o for o in outcomes if o.status in ("new", "new version")]
    found = sum(len(o.claims) for o in new)
    say(
        f"{_count(len(new), 'article')} added with {_count(found, 'claim')}; "
        f"{ledger} now has {_count(groups, 'assertion')} reported by more than one article."
    )
    if failed:
        warn(f"{failed} of {len(files)} could not be read; the others were added")
        raise typer.Exit(2)


def _summary(outcome: "desk.Outcome") -> Text:
    line = shown("").append_text(shown(str(outcome.path), "bold"))
    if outcome.status == "unchanged":
        return line.append("  already in the ledger", "dim")
    speakers = len({c.speaker for c in outcome.claims if c.speaker})
    line.append(f"  {_count(len(outcome.claims), 'claim')}, {_count(speakers, 'speaker')}")
    if outcome.status == "new version" and outcome.article:
        line.append(f"  (version {outcome.article.version})", "cyan")
    return line


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
