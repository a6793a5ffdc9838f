"""What a server says of how long a page holds (RFC 9111), by which a second look asks only whether it has changed."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Final

from claims.records import PageState

_MAX_AGE = re.compile(r"(?:^|[\s,])max-age\s*=\s*\"?(\d{1,9})", re.IGNORECASE)
_ALWAYS_ASK = re.compile(r"\bno-(?:cache|store)\b", re.IGNORECASE)
_LONGEST_FRESH: Final = 3600
"""Seconds for which a server is believed at the most: pages are corrected that were said to hold for a year."""
_LONGEST_HEADER: Final = 1000  # characters


def state_of(
    address: str, reached: str, headers: Mapping[str, str], now: datetime | None = None
) -> PageState:
    """What the headers of an answer say of the page, which was asked for at ``address`` and found at ``reached``.

    ``now`` is when it came, in UTC; by default now.
    """
    now = now or datetime.now(UTC)
    control = headers.get("Cache-Control") or ""
    age = _MAX_AGE.search(control)
    fresh = min(int(age.group(1)) - _age(headers), _LONGEST_FRESH) if age else 0
    held = not _ALWAYS_ASK.search(control) and fresh > 0
    return PageState(
        address=address,
        reached=reached,
        etag=_short(headers.get("ETag")),
        last_modified=_short(headers.get("Last-Modified")),
        fresh_until=now + timedelta(seconds=fresh) if held else None,
    )


def condition(state: PageState | None, address: str) -> dict[str, str]:
    """The headers that ask for a page only if it is no longer as it was; none where nothing is known of it."""
    if state is None or state.reached != address:
        return {}
    asked = {"If-None-Match": state.etag, "If-Modified-Since": state.last_modified}
    return {name: value for name, value in asked.items() if value}


def _age(headers: Mapping[str, str]) -> int:
    """The seconds that a page lay with a cache on the way here."""
    given = (headers.get("Age") or "").strip()
    return int(given) if given.isdecimal() and given.isascii() and len(given) < 10 else 0


def _short(value: str | None) -> str | None:
    """A header's value as it may be sent again; None where it is none."""
    value = (value or "").strip()
    sound = value.isascii() and value.isprintable() and 0 < len(value) <= _LONGEST_HEADER
    return value if sound else None
