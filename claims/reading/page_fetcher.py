"""Pages from many addresses: several hosts at once, one request a host at a time."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from types import TracebackType
from typing import Final, Self

from claims.reading.fetched_page import FetchedPage
from claims.reading.fetching import fetch
from claims.reading.sizes import LARGEST, LARGEST_DOCUMENT
from claims.reading.visits import Visits
from claims.records import PageState

_HOSTS: Final = 8
"""Requests under way at once; more would wait for this machine to read what they bring."""


class PageFetcher:
    """Gets pages in the background: a context manager, at whose end all that is still under way is broken off.

    ``fetched`` is called with every page that comes, from the thread that got it.
    """

    def __init__(self, fetched: Callable[[FetchedPage], None] = lambda _: None) -> None:
        self._fetched = fetched
        self._visits = Visits()
        self._pool = ThreadPoolExecutor(_HOSTS, "fetch")

    def begin(self, url: str, known: PageState | None = None) -> Future[FetchedPage | None]:
        """Begin to get a page; the result is as that of :func:`claims.reading.fetching.fetch`."""
        return self._pool.submit(self._fetch, url, known)

    def _fetch(self, url: str, known: PageState | None) -> FetchedPage | None:
        page = fetch(
            url, largest=LARGEST, largest_document=LARGEST_DOCUMENT, known=known, visits=self._visits
        )
        if page is not None:
            self._fetched(page)
        return page

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._visits.end()
        self._pool.shutdown(cancel_futures=True)
