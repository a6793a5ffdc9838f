"""Files and web pages to articles with their claims, in this process or in several; nothing is stored here."""

import os
import signal
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field, replace
from multiprocessing import connection, get_context, parent_process
from operator import attrgetter
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
    """What became of one article: a file, a part of one that holds several, or the page at an address.

    Fields:
        path: the file or address as it was given.
        status: an article that could not be read is "failed"; what holds no article, or one in another language than
            English, is "skipped"; of what was stored already ("unchanged"), no claims are extracted; of what was
            "read" now, the claims are not stored yet.
        article: None where it is failed or skipped.
        claims: those of an article that is new.
        problem: why it is failed or skipped, in one line that names it.
        member: the article's name in a file that holds several; empty where the file is the article.
    """

    path: Path | str
    status: Literal["read", "new", "new version", "unchanged", "failed", "skipped"]
    article: Article | None
    claims: tuple[Claim, ...] = ()
    problem: str = ""
    member: str = ""

    @property
    def name(self) -> str:
        """The file or address, with the article's name in it behind "#"."""
        return f"{self.path}#{self.member}" if self.member else str(self.path)


@dataclass(frozen=True, slots=True)
class ReadingOptions:
    """How files are read: ``root`` and ``columns`` as for :func:`claims.reading.read_all`.

    With ``any_language``, claims are looked for in texts that are not English, too.
    """

    root: Path
    columns: Mapping[str, str] = field(default_factory=dict)
    any_language: bool = False


def processes_for(files: int) -> int:
    """How many processes pay for so many files on the processors that this one may use."""
    processors = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min(processors, files // _FILES_A_PROCESS, _MOST_PROCESSES))


def extract_files(
    paths: Iterable[Path | str],
    *,
    options: ReadingOptions,
    held: Callable[[Article], bool],
    key_of: Callable[[Article], str] = attrgetter("key"),
    model: str | Path | None = None,
    processes: int = 1,
) -> Generator[Outcome, None, None]:
    """Read files and pages and extract their claims, in the order given; the result is the same for any ``processes``.

    An article that is ``held`` already is "unchanged" and not extracted; ``key_of`` tells of which article a text is a
    version, by default the one that its own key names. ``model`` is as for :func:`claims.extract`.
    More than one process must be asked for by a script that multiprocessing can import (``if __name__ ==
    "__main__"``). Raises :class:`ClaimsError` where the folder holds no model, and where a process is ended from
    outside.
    """
    load_tagger(model)

    def sorted_out(read: Outcome) -> Outcome:
        if read.article is None:
            return read
        article = replace(read.article, key=key_of(read.article))
        return replace(read, article=article, status="unchanged" if held(article) else read.status)

    if processes > 1:
        yield from _in_processes(paths, options, sorted_out, model, processes)
        return
    for path in paths:
        for read in _read(path, options):
            outcome = sorted_out(read)
            yield _extracted(outcome, model) if outcome.status == "read" else outcome


def _read(path: Path | str, options: ReadingOptions) -> Iterator[Outcome]:
    """What becomes of a file's articles, one by one."""
    for found in reading.read_all(path, root=options.root, columns=options.columns):
        if isinstance(found, reading.Unread):
            yield Outcome(
                path, found.status, None, problem=found.problem, member=found.name[len(str(path)) + 1 :]
            )
            continue
        member = (found.path or "").partition("#")[2]
        language = None if options.any_language else reading.foreign_language(found.text)
        if language:
            outcome = Outcome(path, "skipped", None, member=member)
            problem = f"{outcome.name}: in {language}; claims are found in English only (--force reads it all the same)"
            yield replace(outcome, problem=problem)
        else:
            yield Outcome(path, "read", found, member=member)


def _read_whole(path: Path | str, options: ReadingOptions) -> list[Outcome]:
    return list(_read(path, options))


def _extracted(outcome: Outcome, model: str | Path | None) -> Outcome:
    return replace(outcome, claims=tuple(extract(outcome.article, model))) if outcome.article else outcome


def _in_processes(
    paths: Iterable[Path | str],
    options: ReadingOptions,
    sorted_out: Callable[[Outcome], Outcome],
    model: str | Path | None,
    processes: int,
) -> Iterator[Outcome]:
    # A new interpreter for each: a forked one may inherit a lock that a thread of this one holds.
    pool = ProcessPoolExecutor(processes, get_context("spawn"), _begin)

    def to_extract(read: Outcome) -> Future[Outcome] | Outcome:
        outcome = sorted_out(read)
        return pool.submit(_extracted, outcome, model) if outcome.status == "read" else outcome

    def read() -> Iterator[Outcome]:
        # A file that holds several is read here, one after the other: all of them at once may be too much to hold.
        reads = (
            _read(path, options)
            if reading.may_hold_several(path)
            else pool.submit(_read_whole, path, options)
            for path in paths
        )
        for outcomes in _ahead(reads, _AHEAD * processes):
            yield from outcomes.result() if isinstance(outcomes, Future) else outcomes

    try:
        found = _ahead((to_extract(outcome) for outcome in read()), _AHEAD * processes)
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
