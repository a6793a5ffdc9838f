"""``claims add``: read articles into the ledger."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final, NamedTuple

import typer
from rich.text import Text

import claims
from claims import desk
from claims.cli import completion
from claims.cli.configuration import configuration
from claims.cli.interrupts import STOPPED, Interrupt
from claims.cli.options import (
    DEFAULT_LEDGER,
    AllowPrivate,
    Force,
    LedgerPath,
    Model,
    Save,
    TableColumns,
    allow_private,
    capture_file,
    column_names,
    listed,
    on_server,
)
from claims.cli.output import console, messages, note, say, shown, warn
from claims.cli.progress_bar import files_bar
from claims.errors import ClaimsError

if TYPE_CHECKING:
    from claims.reading import FileSelection, RemarkKind, Unread

_LISTED = 5  # files that have one thing in common and are named
_KINDS: Final[dict["RemarkKind", str]] = {
    "encoding": "encoding guessed, or damaged",
    "characters": "characters mended, or lost",
    "address": "another site's address",
    "attachments": "came with files that were not read",
    "comments": "comments in documents, which were not read",
    "beginning": "only the beginning, as the page asks for a subscription",
    "quotation marks": "quotation marks without a partner, so that words may be somebody else's",
    "date": "no date, which --date or `claims articles set` gives",
    "claims": "a long text, and nobody says anything in it",
}
_STATUSES: Final[dict[Any, str]] = {
    "new": "new",
    "new version": "new version",
    "unchanged": "in the ledger already",
    "foreign": "in another language",
    "skipped": "left out",
    "failed": "could not be read",
}


class _Told(NamedTuple):
    """What is kept of an article to the end, when it is stored: the article itself may be one of very many."""

    path: str
    name: str
    status: str
    is_article: bool
    claims: int
    remarks: "tuple[RemarkKind, ...]"

    @classmethod
    def of(cls, outcome: "desk.Outcome") -> "_Told":
        kinds = tuple(dict.fromkeys(remark.kind for remark in outcome.remarks))
        found = outcome.article is not None
        return cls(str(outcome.path), outcome.name, outcome.status, found, len(outcome.claims), kinds)


_Sources = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="PATH|URL",
        help='Articles, folders of them, addresses of pages, or "-" for the standard input.',
    ),
]
_Day = Annotated[
    datetime | None,
    typer.Option(help="The day of publication, whatever the page says.", formats=["%Y-%m-%d"]),
]
_Outlet = Annotated[
    str | None,
    typer.Option(help="Likewise, who published it.", metavar="NAME", autocompletion=completion.outlets),
]
_Title = Annotated[str | None, typer.Option(help="Likewise, the headline of one article.")]
_SameAs = Annotated[
    str | None,
    typer.Option(
        "--same-as",
        help="It is a version of this article of the ledger, whatever address it has.",
        metavar="ARTICLE",
        autocompletion=completion.articles,
    ),
]
_Urls = Annotated[
    Path | None,
    typer.Option("--urls", help="A file that lists more addresses or paths, one a line.", metavar="FILE"),
]
_Strict = Annotated[
    bool,
    typer.Option(
        "--strict",
        help="Exit with 1 where anything was left out, or guessed, mended or missing, whatever the reason.",
    ),
]


def add(
    paths: _Sources = None,
    date: _Day = None,
    outlet: _Outlet = None,
    title: _Title = None,
    same_as: _SameAs = None,
    ledger: LedgerPath = DEFAULT_LEDGER,
    model: Model = None,
    columns: TableColumns = None,
    urls: _Urls = None,
    private: AllowPrivate = False,
    force: Force = False,
    strict: _Strict = False,
    save: Save = None,
) -> None:
    """Read articles, extract their claims, store and merge them.

    Text, Markdown, HTML, PDF, Word, OpenDocument, rich text, e-mail, feeds,
    tables, agency formats, subtitles, web archives and zip archives of these are
    read, from files or, at an http(s) address, from the web. What is already
    stored adds nothing; an article that has changed, under the same URL or path,
    becomes a new version. What is left out is named with the reason, and what of
    an article was guessed, mended or is missing beside it. Exits with 1 where some
    articles could not be read, with 2 where none could. Ctrl-C stops after the
    current article, a second one at once; the same command goes on from there.
    """
    from claims import extraction, reading

    found = reading.find(_sources(paths, urls))
    allow_private(private)
    _only_one(found, title=title, same_as=same_as)
    named, keep = column_names(columns), capture_file(save)
    if model is not None:
        extraction.load_tagger(model)  # what is wrong with it is said before a ledger is made
    with claims.Ledger.open(ledger, create=same_as is None) as opened, Interrupt() as interrupt:
        outcomes = desk.add_each(
            opened,
            *found.files,
            model=model,
            root=configuration().folder if on_server(ledger) else None,
            processes=desk.processes_for(found.files),
            columns=named,
            any_language=force,
            published=date.date() if date else None,
            outlet=outlet,
            title=title,
            same_as=same_as,
            outlets=configuration().outlets,
            fetched=keep,
            stop=interrupt.came,
        )
        told = _told_of_each(outcomes, len(found.files))
        groups = opened.number_of_groups()
    passed_over = [each for each in found.skipped if strict or not each.expected]
    _tell(found, passed_over, told, stopped=interrupt.came())
    _sum_up(told, f"{opened.name} now has {_count(groups, 'assertion')} reported by more than one article.")
    if strict and (passed_over or any(each.remarks or not each.is_article for each in told)):
        raise typer.Exit(1)


def _sources(paths: Sequence[str] | None, urls: Path | None) -> list[str]:
    """What is named, and what is listed; raises :class:`ClaimsError` where that is nothing."""
    from claims import reading

    lines = listed(urls)
    for line in lines:
        if not (reading.is_url(line) or Path(line).exists()):
            raise ClaimsError(
                f"{urls}: {line}: neither an address nor a file or folder; mend the line, or take it out"
            )
    named = [*(paths or []), *lines]
    if not named:
        raise ClaimsError(
            "nothing to add: name files, folders or addresses, or a file that lists them with --urls"
        )
    return named


def _told_of_each(outcomes: "Iterable[desk.Outcome]", files: int) -> list[_Told]:
    """Say what became of each article as soon as it is stored; gives what is kept of them."""
    bar = files_bar("Reading articles", files)
    # On one terminal, a line printed past the bar would run into it; the bar's own console prints above it.
    results = messages() if console().is_terminal and messages().is_terminal else console()
    told: list[_Told] = []
    seen: set[str] = set()
    with bar:
        task = bar.add_task("", total=files)
        for outcome in outcomes:
            if outcome.article is None:
                warn(outcome.problem)
            else:
                results.print(_summary(outcome), soft_wrap=True)
            seen.add(str(outcome.path))
            bar.update(task, completed=len(seen))
            told.append(_Told.of(outcome))
    return told


def _sum_up(told: Sequence[_Told], groups: str) -> None:
    """How much was added; exits where some articles, or all, could not be read."""
    if not any(each.is_article for each in told):
        raise typer.Exit(2)
    new = [each for each in told if each.status in ("new", "new version")]
    count = sum(each.claims for each in new)
    say(f"{_count(len(new), 'article')} added with {_count(count, 'claim')}; {groups}")
    failed = sum(each.status == "failed" for each in told)
    if failed:
        warn(f"{failed} of {len(told)} could not be read, for the reasons above")
        raise typer.Exit(1)


def _only_one(found: "FileSelection", *, title: str | None, same_as: str | None) -> None:
    """Raise :class:`ClaimsError` where what is for one article is said of several."""
    from claims import reading

    for option, given in (("--title", title), ("--same-as", same_as)):
        if given is not None and len(found.files) > 1:
            files = len(found.files)
            raise ClaimsError(f"{option} is for one article, and here are {files} files: add them one by one")
    if same_as is not None and any(f != "-" and reading.may_hold_several(f) for f in found.files):
        raise ClaimsError("--same-as is for one article, and this file may hold several: add them one by one")


def _tell(
    found: "FileSelection",
    passed_over: Sequence["Unread"],
    outcomes: Sequence[_Told],
    *,
    stopped: bool,
) -> None:
    """What was passed over, guessed or missing, and what became of all; exits where it was stopped."""
    _say_passed_over(passed_over)
    _say_remarks(outcomes)
    if len(outcomes) > 1 or found.skipped:
        note(_account(outcomes, len(found.skipped)))
    read = len({each.path for each in outcomes})
    if stopped and read < len(found.files):
        warn(f"stopped after {read} of {len(found.files)} files; the same command goes on from there")
        raise typer.Exit(STOPPED)


def _say_passed_over(skipped: Iterable["Unread"]) -> None:
    """Name the files of folders that hold no article, by the reason: a few to a person, all to a log."""
    reasons = defaultdict[str, list[str]](list)
    for each in skipped:
        reasons[each.problem.removeprefix(f"{each.name}: ")].append(each.name)
    for reason, names in reasons.items():
        note(f"not read ({reason}): {_named(names) if messages().is_terminal else ', '.join(names)}")


def _say_remarks(outcomes: Iterable[_Told]) -> None:
    """How many articles have what kind of remark, with the names of the first ones."""
    kinds = defaultdict["RemarkKind", list[str]](list)
    for outcome in outcomes:
        for kind in outcome.remarks:
            kinds[kind].append(outcome.name)
    for kind, names in kinds.items():
        note(f"{_KINDS[kind]}: {_named(names)}")


def _named(names: list[str]) -> str:
    more = len(names) - _LISTED
    return ", ".join(names[:_LISTED]) + (f" and {more} more" if more > 0 else "")


def _account(outcomes: Sequence[_Told], passed_over: int) -> str:
    """How many articles and files there were, by what became of them: nothing is missing in it.

    Where files hold several articles, it is said from how many files they are.
    """
    found = Counter(o.status for o in outcomes)
    files = len({o.path for o in outcomes}) + passed_over
    parts = [
        _count(found[status], words) if status == "new version" else f"{found[status]} {words}"
        for status, words in _STATUSES.items()
        if found[status]
    ]
    if passed_over:
        parts.append(f"{passed_over} not read")
    total = found.total() + passed_over
    source = f", from {_count(files, 'file')}" if files != total else ""
    return f"{total} in all{source}: {', '.join(parts)}"


def _summary(outcome: "desk.Outcome") -> Text:
    line = shown("").append_text(shown(outcome.name, "bold"))
    if outcome.status == "unchanged":
        return line.append("  already in the ledger", "dim")
    speakers = len({one for claim in outcome.claims for one in claim.speakers})
    line.append(f"  {_count(len(outcome.claims), 'claim')}, {_count(speakers, 'speaker')}")
    if outcome.status == "new version" and outcome.article:
        line.append(f"  (version {outcome.article.version})", "cyan")
    if outcome.remarks:
        line.append_text(shown(f"  {'; '.join(remark.words for remark in outcome.remarks)}", "yellow"))
    return line


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
