"""Files and web pages to articles with their claims, in this process or in several; nothing is stored here."""

import os
import re
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from concurrent.futures import Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing
from dataclasses import dataclass, field, replace
from multiprocessing import get_context
from operator import attrgetter
from pathlib import Path
from typing import Final, Literal, TypeVar

from claims import children, reading, sheet
from claims.errors import ClaimsError
from claims.extraction import extract, load_tagger
from claims.reading import FetchedPage, Remark
from claims.records import Article, Claim, PageState

T = TypeVar("T")

Status = Literal["read", "new", "new version", "unchanged", "failed", "foreign", "skipped"]

_ARTICLES_A_PROCESS: Final = 20
"""A process takes about as long to start as these articles take to be read."""
_BYTES_AN_ARTICLE: Final = 8_000
"""Of a file that holds many, with what stands around them."""
_MEMORY: Final = 300_000_000
"""Bytes that a process takes at most while it reads usual articles."""
_MOST_PROCESSES: Final = 8
"""More are not kept busy by the one that stores what they find."""
_PAGES_AHEAD: Final = 16
"""How many pages are fetched, or wait to be read, while one is read."""
_LONG: Final = 20_000
"""Code points of a text whose claims take about half a second to find."""
_PATIENCE: Final = 0.5
"""Seconds after which the next article takes long."""
_SECONDS_TO_EXTRACT: Final = 60.0
"""Of a processor's time, for one article; most take less than one."""
_A_CLAIM_SHEET: Final = "{path}: a claim sheet, not an article; `claims review {path}` takes its verdicts"
_AHEAD: Final = 3
"""How many files are under way for each process, so that none waits for the one that stores."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one article: a file, a part of one that holds several, or the page at an address.

    Fields:
        path: the file or address as it was given.
        status: an article that could not be read is "failed"; one in another language than English is "foreign"; what
            holds no article, or one that the desk has removed, is "skipped"; of what was stored already
            ("unchanged"), no claims are extracted; of what was "read" now, the claims are not stored yet.
        article: None where it is failed, foreign or skipped.
        claims: those of an article that is new.
        problem: why there is none, in one line that names it.
        member: the article's name in a file that holds several; empty where the file is the article.
        remarks: what was guessed, mended or is missing, of an article that is read now; that it has no date is only
            known when the desk's is.
        page: what the server said of the page that the article is from, where it is a page's.
    """

    path: Path | str
    status: Status
    article: Article | None
    claims: tuple[Claim, ...] = ()
    problem: str = ""
    member: str = ""
    remarks: tuple[Remark, ...] = ()
    page: PageState | None = None

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


@dataclass(frozen=True, slots=True)
class FetchingOptions:
    """How pages are fetched.

    ``known`` gives what a ledger knows of the page at an address, so that it comes only if it has changed; ``fetched``
    is called with each page that comes, from a thread of its own.
    """

    known: Callable[[str], tuple[PageState, Article] | None] = lambda _: None
    fetched: Callable[[FetchedPage], None] = lambda _: None


def processes_for(sources: Iterable[Path | str]) -> int:
    """How many processes pay for what is to be read, on the processors and in the memory that this one may use."""
    articles = sum(_articles_in(source) for source in sources)
    processors = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(
        1, min(processors, articles // _ARTICLES_A_PROCESS, _free_memory() // _MEMORY, _MOST_PROCESSES)
    )


def _articles_in(source: Path | str) -> int:
    """About how many articles a file holds, by its size where there may be several."""
    if source == "-" or not reading.may_hold_several(source):
        return 1
    try:
        return max(1, Path(source).stat().st_size // _BYTES_AN_ARTICLE)
    except OSError:  # what is wrong with it is said when it is read
        return 1


def _free_memory() -> int:
    """How many bytes of memory programs may still take, as far as the system tells."""
    try:
        found = re.search(r"MemAvailable: *(\d+) kB", Path("/proc/meminfo").read_text("ascii"))
    except OSError:
        found = None
    return 1024 * int(found[1]) if found else _MOST_PROCESSES * _MEMORY


def extract_files(
    paths: Iterable[Path | str],
    *,
    options: ReadingOptions,
    held: Callable[[Article], bool],
    key_of: Callable[[Article], str] = attrgetter("key"),
    fetching: FetchingOptions | None = None,
    model: str | Path | None = None,
    processes: int = 1,
) -> Generator[Outcome | None, None, None]:
    """Read files and pages and extract their claims, in the order given; the result is the same for any ``processes``.

    None comes where the next one may take long, so that those before need not wait for it.
    An article that is ``held`` already is "unchanged" and not extracted; ``key_of`` tells of which article a text is a
    version, by default the one that its own key names. Pages are fetched ahead, from several hosts at once, with one
    request a host at a time. ``model`` is as for :func:`claims.extract`.
    More than one process must be asked for by a script that multiprocessing can import (``if __name__ ==
    "__main__"``). Raises :class:`ClaimsError` where the folder holds no model, and where a process is ended from
    outside.
    """
    if processes == 1 or model is not None:  # the package's own needs no look, and takes 35 MB
        load_tagger(model)

    def sorted_out(read: Outcome) -> Outcome:
        if read.article is None or read.status == "unchanged":
            return read
        article = replace(read.article, key=key_of(read.article))
        return replace(read, article=article, status="unchanged" if held(article) else read.status)

    with closing(_begun(paths, fetching or FetchingOptions())) as begun:
        if processes > 1:
            yield from _in_processes(begun, options, sorted_out, model, processes)
            return
        for found in begun:
            for read in _read_begun(found, options):
                outcome = sorted_out(read)
                if outcome.article is not None and len(outcome.article.text) > _LONG:
                    yield None
                yield _extracted(outcome, model) if outcome.status == "read" else outcome


@dataclass(frozen=True, slots=True)
class _Page:
    """A page that is being fetched, or is asked about, with what the ledger has of it."""

    address: str
    coming: Future[FetchedPage | None]
    stored: Article | None

    def arrived(self) -> FetchedPage | Outcome:
        """The page, or why there is none to read."""
        try:
            page = self.coming.result()
        except ClaimsError as error:
            return Outcome(self.address, "failed", None, problem=str(error))
        return page or Outcome(self.address, "unchanged", self.stored)


def _begun(
    paths: Iterable[Path | str], fetching: FetchingOptions
) -> Generator[Path | str | _Page, None, None]:
    """The sources; of those that are addresses, the next ones are fetched while one is read."""
    paths = list(paths)
    if not any(isinstance(path, str) and reading.is_url(path) for path in paths):
        yield from paths
        return
    with reading.background_fetcher(fetching.fetched) as fetcher:

        def begin(path: Path | str) -> Path | str | _Page:
            if not (isinstance(path, str) and reading.is_url(path)):
                return path
            state, stored = fetching.known(path) or (None, None)
            return _Page(path, fetcher.begin(path, state), stored)

        yield from _ahead(map(begin, paths), _PAGES_AHEAD)


def _read_begun(found: Path | str | _Page, options: ReadingOptions) -> Iterator[Outcome]:
    source = found.arrived() if isinstance(found, _Page) else found
    return iter([source]) if isinstance(source, Outcome) else _read(source, options)


def _read(source: Path | str | FetchedPage, options: ReadingOptions) -> Iterator[Outcome]:
    """What becomes of a file's articles, one by one."""
    path = source if isinstance(source, Path | str) else source.address
    state = None if isinstance(source, Path | str) else source.state
    if isinstance(path, Path) and not options.columns and sheet.is_claim_sheet(path):
        yield Outcome(path, "skipped", None, problem=_A_CLAIM_SHEET.format(path=path))
        return
    articles = reading.read_all(source, root=options.root, columns=options.columns)
    while True:
        noted: list[Remark] = []
        with reading.noting(noted.append):
            found = next(articles, None)
        if found is None:
            return
        yield replace(_outcome(path, found, options), remarks=tuple(noted), page=state)


def _outcome(path: Path | str, found: Article | reading.Unread, options: ReadingOptions) -> Outcome:
    if isinstance(found, reading.Unread):
        return Outcome(
            path, found.status, None, problem=found.problem, member=found.name[len(str(path)) + 1 :]
        )
    member = (found.path or "").partition("#")[2]
    language = None if options.any_language else reading.foreign_language(found.text)
    if not language:
        return Outcome(path, "read", found, member=member)
    outcome = Outcome(path, "foreign", None, member=member)
    problem = (
        f"{outcome.name}: in {language}; claims are found in English only (--force reads it all the same)"
    )
    return replace(outcome, problem=problem)


def _read_whole(source: Path | str | FetchedPage, options: ReadingOptions) -> list[Outcome]:
    return list(_read(source, options))


def _extracted(outcome: Outcome, model: str | Path | None) -> Outcome:
    if outcome.article is None:
        return outcome
    try:
        with reading.time_limit(outcome.name, _SECONDS_TO_EXTRACT, "finding its claims"):
            found = tuple(extract(outcome.article, model))
    except ClaimsError as error:
        return replace(outcome, status="failed", article=None, problem=str(error))
    return with_claims(outcome, outcome.article, found)


def with_claims(outcome: Outcome, article: Article, found: tuple[Claim, ...]) -> Outcome:
    """The outcome of an article in which these claims were found, with what is likely to be lost of it."""
    return replace(outcome, claims=found, remarks=outcome.remarks + reading.losses(article, len(found)))


def _in_processes(
    begun: Iterable[Path | str | _Page],
    options: ReadingOptions,
    sorted_out: Callable[[Outcome], Outcome],
    model: str | Path | None,
    processes: int,
) -> Iterator[Outcome | None]:
    # A new interpreter for each: a forked one may inherit a lock that a thread of this one holds.
    pool = ProcessPoolExecutor(processes, get_context("spawn"), children.begin)

    def to_extract(read: Outcome) -> Future[Outcome] | Outcome:
        outcome = sorted_out(read)
        return pool.submit(_extracted, outcome, model) if outcome.status == "read" else outcome

    def read() -> Iterator[Outcome]:
        # A file that holds several is read here, one after the other: all of them at once may be too much to hold.
        def begin(found: Path | str | _Page) -> Iterable[Outcome] | Future[list[Outcome]]:
            source = found.arrived() if isinstance(found, _Page) else found
            if isinstance(source, Outcome):
                return [source]
            if reading.may_hold_several(source):
                return _read(source, options)
            return pool.submit(_read_whole, source, options)

        for outcomes in _ahead(map(begin, begun), _AHEAD * processes):
            yield from outcomes.result() if isinstance(outcomes, Future) else outcomes

    try:
        found = _ahead((to_extract(outcome) for outcome in read()), _AHEAD * processes)
        for outcome in found:
            if isinstance(outcome, Future) and wait([outcome], _PATIENCE).not_done:
                yield None
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
