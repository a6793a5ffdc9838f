"""``claims watch``: look at pages again, and say what changed."""

import json
import re
import time
from collections import Counter
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated, Any, Final

import typer

from claims import desk
from claims.cli.configuration import configuration
from claims.cli.diff import CHANGE_COLUMNS, changes_table
from claims.cli.interrupts import STOPPED, Interrupt
from claims.cli.options import (
    DEFAULT_LEDGER,
    AllowPrivate,
    Force,
    LedgerPath,
    Model,
    Save,
    allow_private,
    capture_file,
    listed,
)
from claims.cli.output import console, note, record, say, shown, warn
from claims.errors import ClaimsError

_EVERY = re.compile(r"(\d{1,4})\s*([smhd])")
_SECONDS: Final = {"s": 1, "m": 60, "h": 3600, "d": 86_400}
_SHORTEST: Final = 10
"""Seconds between two looks at the least: no page changes sooner, and no site likes it."""


def watch(
    file: Annotated[
        Path,
        typer.Argument(help="A file that lists the addresses of pages, one a line.", metavar="FILE_OF_URLS"),
    ],
    every: Annotated[
        str | None,
        typer.Option(
            "--every", help="Look again after this time, until Ctrl-C: 30m, 2h, 1d.", metavar="TIME"
        ),
    ] = None,
    ledger: LedgerPath = DEFAULT_LEDGER,
    model: Model = None,
    private: AllowPrivate = False,
    force: Force = False,
    save: Save = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print a line of JSON for each look, for a program.")
    ] = False,
) -> None:
    """Look at pages again, store new versions where their text changed, and print what changed.

    Each page is asked for only if it has changed, with one request a host at a
    time. Without --every, it is one look. The file is read anew each time. Exits
    with 1 where some pages could not be had, with 2 where none could; with
    --every, Ctrl-C ends it with 0.
    """
    pause = _seconds(every)
    addresses = _addresses(file)
    allow_private(private)
    keep = capture_file(save)
    with Interrupt() as interrupt:
        while True:
            looks = _look(
                addresses, interrupt, ledger, model, keep, force, as_json, goes_on=pause is not None
            )
            if pause is None or interrupt.came():
                break
            _wait(pause, interrupt)
            if interrupt.came():
                break
            try:
                addresses = _addresses(file)
            except ClaimsError as error:
                warn(f"{error}: the addresses of the last look are used")
    if pause is None:
        _exit(looks, stopped=interrupt.came())


def _look(
    addresses: list[str],
    interrupt: Interrupt,
    ledger: str,
    model: str | None,
    keep: Any,
    force: bool,
    as_json: bool,
    *,
    goes_on: bool,
) -> "list[desk.PageLook]":
    """One look at all pages; what keeps the ledger from being written is told, where another look follows."""
    try:
        with desk.open_ledger(ledger, create=True) as opened:
            looks = desk.watch(
                opened,
                addresses,
                each=_print_json if as_json else _print,
                model=model,
                any_language=force,
                outlets=configuration().outlets,
                fetched=keep,
                stop=interrupt.came,
            )
    except ClaimsError as error:
        if not goes_on:
            raise
        warn(str(error))
        return []
    found = Counter(look.status for look in looks)
    told = ", ".join(f"{found[status]} {words}" for status, words in _STATUSES.items() if found[status])
    note(f"{datetime.now():%Y-%m-%d %H:%M}  {told}")
    return looks


_STATUSES: Final[dict[Any, str]] = {
    "new": "new",
    "changed": "changed",
    "unchanged": "as before",
    "fresh": "not asked, as they still hold",
    "skipped": "left out",
    "failed": "could not be had",
}


def _print(look: "desk.PageLook") -> None:
    if look.article is None:
        warn(look.problem)
    elif look.status == "new":
        say(f"new: {look.article.name} ({look.article.where})  {look.claims} claims")
    elif look.status == "changed" and look.since is not None:
        console().print(shown(f"version {look.article.version}: ", "cyan").append(look.article.name, "bold"))
        say(f"  {look.article.where}")
        if look.since.changes:
            console().print(changes_table(look.since.changes))
        for line in look.since.lines:
            say(f"  {line}")


def _print_json(look: "desk.PageLook") -> None:
    article, since = look.article, look.since
    told = {
        "time": datetime.now(UTC).isoformat(timespec="seconds"),
        "address": look.address,
        "status": look.status,
        "problem": look.problem or None,
        "article_id": article.id if article else None,
        "url": article.url if article else None,
        "title": article.title if article else None,
        "version": article.version if article else None,
        "claims": look.claims if look.status in ("new", "changed") else None,
        "changes": [record(change, CHANGE_COLUMNS) for change in since.changes] if since else [],
        "lines": list(since.lines) if since else [],
    }
    print(json.dumps(told, ensure_ascii=False, default=date.isoformat), flush=True)


def _exit(looks: "list[desk.PageLook]", *, stopped: bool) -> None:
    failed = sum(look.status == "failed" for look in looks)
    if stopped:
        raise typer.Exit(STOPPED)
    if failed:
        raise typer.Exit(2 if failed == len(looks) else 1)


def _addresses(file: Path) -> list[str]:
    from claims.reading import is_url

    found = listed(file)
    if not found:
        raise ClaimsError(f"{file}: no address in this file; write one a line")
    for line in found:
        if not is_url(line):
            raise ClaimsError(
                f"{file}: {line} is no address; write one a line, such as https://news.example/a"
            )
    return found


def _seconds(every: str | None) -> float | None:
    if every is None:
        return None
    given = _EVERY.fullmatch(every.strip())
    seconds = int(given.group(1)) * _SECONDS[given.group(2)] if given else 0
    if seconds < _SHORTEST:
        raise ClaimsError(
            f"--every {every}: a number with s, m, h or d, {_SHORTEST}s at the least, such as 30m"
        )
    return float(seconds)


def _wait(seconds: float, interrupt: Interrupt) -> None:
    until = time.monotonic() + seconds
    while not interrupt.came() and (left := until - time.monotonic()) > 0:
        time.sleep(min(left, 0.25))
