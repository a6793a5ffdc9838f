"""Files and web pages to articles with their claims, in this process or in several; nothing is stored here."""

import os
import signal
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from multiprocessing import connection, get_context, parent_process
from pathlib import Path
from threading import Thread
from typing import Final, Literal, TypeVar

from claims import reading
from claims.errors import ClaimsError
from claims.extraction import extract, load_tagger
from claims.records import Article, Claim

T = TypeVar("T")

_FILES_A_PROCESS: Final = 20
"""A process takes about as long to start as these files take to be read."""
_MOST_PROCESSES: Final = 8
"""More are not kept busy by the one that stores what they find; each takes 200 MB."""
_AHEAD: Final = 3
"""How many files are under way for each process, so that none waits for the one that stores."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file, or of the page at an address.

    ``article`` is None where it could not be read ("failed"), and ``problem`` says why in one line. Of an article
    that was stored already ("unchanged"), no claims are extracted. Of one that was "read" now, the claims
    are not stored yet.
    """

    path: Path | str
    status: Literal["read", "new", "new version", "unchanged", "failed"]
    article: Article | None
    claims: tuple[Claim, ...] = ()
    problem: str = ""


def processes_for(files: int) -> int:
    """How many processes pay for so many files on the processors that this one may use."""
    processors = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min(processors, files // _FILES_A_PROCESS, _MOST_PROCESSES))


def extract_files(
    paths: Iterable[Path | str],
    *,
    root: Path,
    held: Callable[[Article], bool],
    model: str | Path | None = None,
    processes: int = 1,
) -> Generator[Outcome, None, None]:
    """Read files and pages and extract their claims, in the order given; the result is the same for any ``processes``.

    An article that is ``held`` already is "unchanged" and not extracted. ``root`` is the folder that articles' paths
    are relative to, ``model`` is as for :func:`claims.extract`. More than one process must be asked for
    by a script that multiprocessing can import (``if __name__ == "__main__"``). Raises :class:`ClaimsError` where the
    folder holds no model, and where a process is ended from outside.
    """
    load_tagger(model)
    if processes > 1:
        yield from _in_processes(paths, root, held, model, processes)
        return
    for path in paths:
        outcome = _sorted_out(_read(path, root), held)
        yield _extracted(outcome, model) if outcome.status == "read" else outcome


def _read(path: Path | str, root: Path) -> Outcome:
    try:
        return Outcome(path, "read", reading.read(path, root=root))
    except ClaimsError as problem:
        return Outcome(path, "failed", None, problem=str(problem))


def _sorted_out(outcome: Outcome, held: Callable[[Article], bool]) -> Outcome:
    known = outcome.article is not None and held(outcome.article)
    return replace(outcome, status="unchanged") if known else outcome


def _extracted(outcome: Outcome, model: str | Path | None) -> Outcome:
    return replace(outcome, claims=tuple(extract(outcome.article, model))) if outcome.article else outcome


def _in_processes(
    paths: Iterable[Path | str],
    root: Path,
    held: Callable[[Article], bool],
    model: str | Path | None,
    processes: int,
) -> Iterator[Outcome]:
    # A new interpreter for each: a forked one may inherit a lock that a thread of this one holds.
    pool = ProcessPoolExecutor(processes, get_context("spawn"), _begin)

    def to_extract(read: Outcome) -> Future[Outcome] | Outcome:
        outcome = _sorted_out(read, held)
        return pool.submit(_extracted, outcome, model) if outcome.status == "read" else outcome

    try:
        read = _ahead((pool.submit(_read, path, root) for path in paths), _AHEAD * processes)
        found = _ahead((to_extract(future.result()) for future in read), _AHEAD * processes)
        for outcome in found:
            yield outcome.result() if isinstance(outcome, Future) else outcome
    except BrokenProcessPool as error:
        raise ClaimsError(
            "a process that reads articles was ended from outside, perhaps for want of memory; "
            "what was stored before stays: run the command again for the rest"
        ) from error
    finally:
        pool.shutdown(cancel_futures=True)


def _ahead(items: Iterable[T], count: int) -> Iterator[T]:
    """The items, each taken when ``count`` more are still to be given."""
    waiting: deque[T] = deque()
    for item in items:
        waiting.append(item)
        if len(waiting) > count:
            yield waiting.popleft()
    yield from waiting


def _begin() -> None:
    """What a process does first: leave Ctrl-C to the one that started it, and end when that one does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)
