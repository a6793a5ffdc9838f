"""Dates as files' metadata and tables give them: ISO 8601, RFC 822, with a month by name, seconds since 1970."""

import re
from contextlib import suppress
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from typing import Final

from claims.reading.layout.day_line import day_of_line

_ISO = re.compile(r"(\d{4})(?:([-/.])(\d{1,2})\2(\d{1,2})|(\d{2})(\d{2}))(?:$|[T\s])")
_DAY_FIRST = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?:$|[\s,])")
_SLASHED = re.compile(r"(\d{1,2})([/-])(\d{1,2})\2(\d{4})(?:$|[\s,])")
_MOST_MONTHS: Final = 12
_SECONDS = re.compile(r"\d{9,10}(?:\.\d+)?$|\d{12,13}$")
_MILLISECONDS: Final = 100_000_000_000
"""From here on a count is one of milliseconds; as seconds it would be in the year 5138."""


def day_of(given: object) -> date | None:
    """The day that a value gives; None where it surely gives none, or may give two, as 3/4/2025 does.

    A day with slashes is read where only one order of day and month is possible, one with full stops as day, month,
    year. Of a time, the day is that in the zone in which it is written; of a count of seconds, that in UTC.
    """
    if isinstance(given, date):
        return given.date() if isinstance(given, datetime) else given
    words = str(given or "").strip()
    with suppress(ValueError, TypeError, IndexError, OverflowError, OSError):
        return _in_figures(words) or day_of_line(words) or parsedate_to_datetime(words).date()
    return None


def _in_figures(words: str) -> date | None:
    if found := _ISO.match(words):
        return date(int(found[1]), int(found[3] or found[5]), int(found[4] or found[6]))
    if found := _DAY_FIRST.match(words):
        return date(int(found[3]), int(found[2]), int(found[1]))
    if found := _SLASHED.match(words):
        return slashed_day(int(found[1]), int(found[3]), int(found[4]))
    if _SECONDS.match(words):
        count = float(words)
        return datetime.fromtimestamp(count / (1000 if count >= _MILLISECONDS else 1), UTC).date()
    return None


def slashed_day(first: int, second: int, year: int, *, day_first: bool | None = None) -> date | None:
    """The day that 3/4/2025 means; None where that may be two.

    ``day_first``: in which order it stands there, where that is known; the only one that is possible counts anyhow.
    Raises ValueError where there is no such day.
    """
    if first > _MOST_MONTHS or first == second or (day_first and second <= _MOST_MONTHS):
        return date(year, second, first)
    return date(year, first, second) if second > _MOST_MONTHS or day_first is False else None
