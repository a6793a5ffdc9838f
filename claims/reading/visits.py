"""What is kept between requests: each host's turn, each site's robots.txt, and the requests under way."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

from claims.errors import ClaimsError
from claims.reading.connections import Deadline
from claims.reading.robots import Robots


class Visits:
    """Requests of several threads to several hosts, one at a time to each host, with the pauses that sites want."""

    def __init__(self) -> None:
        self.robots = Robots()
        self._turns: dict[str, Lock] = {}
        self._last: dict[str, float] = {}
        self._under_way: set[Deadline] = set()
        self._lock = Lock()
        self._ended = False

    @contextmanager
    def turn(self, host: str, url: str, seconds: float) -> Iterator[Deadline]:
        """Wait until no other request to the host is under way; then there are so many seconds for this one.

        Raises ClaimsError once :meth:`end` was called.
        """
        with self._lock:
            turn = self._turns.setdefault(host, Lock())
        with turn:
            wait = self._last.get(host, 0.0) + self.robots.delay(url) - time.monotonic()
            if host in self._last and wait > 0:
                self._pause(wait)
            with Deadline(seconds) as deadline:
                with self._lock:
                    if self._ended:
                        raise ClaimsError(f"{url}: not fetched any more: run the command again")
                    self._under_way.add(deadline)
                try:
                    yield deadline
                finally:
                    self._last[host] = time.monotonic()
                    with self._lock:
                        self._under_way.discard(deadline)

    def end(self) -> None:
        """Break off all requests under way, and begin no other."""
        with self._lock:
            self._ended = True
            for deadline in self._under_way:
                deadline.end()

    def _pause(self, seconds: float) -> None:
        until = time.monotonic() + seconds
        while not self._ended and (left := until - time.monotonic()) > 0:
            time.sleep(min(left, 0.2))
