"""What a site asks of programs in its robots.txt (RFC 9309)."""

import time
from collections import defaultdict
from collections.abc import Callable
from threading import Lock
from typing import Final
from urllib.parse import urlsplit

from protego import Protego

from claims.errors import ClaimsError
from claims.reading.fetch_problems import BY_HAND, LATER, is_passing, named_status

AGENT: Final = "claims"
"""The name by which a robots.txt speaks to this program."""
LARGEST: Final = 512_000
"""Bytes of a robots.txt that are looked at; the RFC asks for 500 KiB at the least."""
_HOLDS: Final = 3600.0  # seconds
_LONGEST_DELAY: Final = 60.0
"""Seconds; a site that asks for longer pauses between two requests gets these."""

Rules = Protego | str
"""What a robots.txt says, or, where it cannot be had now, the reason."""


class Robots:
    """The rules of the sites that are asked, each looked up once an hour."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[Rules, float]] = {}
        self._asking: defaultdict[str, Lock] = defaultdict(Lock)

    def check(self, url: str, get: Callable[[str], tuple[int, bytes]], *, name: str) -> None:
        """Raise ClaimsError, which begins with ``name``, where the site asks programs not to fetch this page.

        ``get`` gives the status and content at an address. Where there is no robots.txt, all is allowed; where the
        server cannot say whether there is one, nothing is.
        """
        try:
            parts = urlsplit(url)
        except ValueError:
            return  # no address: the request for the page will say so
        origin = f"{parts.scheme}://{parts.netloc}"
        with self._asking[origin]:
            rules, until = self._known.get(origin, ("", 0.0))
            if time.monotonic() >= until:
                rules = _rules(*get(f"{origin}/robots.txt"))
                if not isinstance(rules, str):
                    self._known[origin] = rules, time.monotonic() + _HOLDS
        if isinstance(rules, str):
            problem = f"the site's robots.txt cannot be had now ({rules}); {LATER}, or {BY_HAND}"
            raise ClaimsError(f"{name}: {problem}")
        if not rules.can_fetch(url, AGENT):
            raise ClaimsError(
                f"{name}: the site's robots.txt asks programs not to fetch this page; {BY_HAND}"
            )

    def delay(self, url: str) -> float:
        """The seconds that the site wants between two requests; 0 where it is not known to want any."""
        parts = urlsplit(url)
        rules, _ = self._known.get(f"{parts.scheme}://{parts.netloc}", ("", 0.0))
        asked = None if isinstance(rules, str) else rules.crawl_delay(AGENT)
        return min(max(asked or 0.0, 0.0), _LONGEST_DELAY)


def _rules(status: int, data: bytes) -> Rules:
    if is_passing(status):
        return named_status(status)
    return Protego.parse(data[:LARGEST].decode("utf-8", "replace") if status == 200 else "")
