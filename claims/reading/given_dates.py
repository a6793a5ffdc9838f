"""Dates as files' metadata and tables give them: ISO 8601, RFC 822, or a spreadsheet's own."""

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime

_ISO = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})(?:$|[T\s])")


def day_of(given: object) -> date | None:
    """The day that a value gives; None where it surely gives none."""
    if isinstance(given, datetime):
        return given.date()
    if isinstance(given, date):
        return given
    words = str(given or "").strip()
    try:
        if found := _ISO.match(words):
            return date(*(int(part) for part in found.groups()))
        return parsedate_to_datetime(words).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
