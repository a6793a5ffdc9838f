"""A line that gives a day and nothing else: "Published on Monday, March 3, 2025"."""

import re
from datetime import date
from typing import Final

from claims.lexicons import words

_MONTHS: Final = tuple(month[:3] for month in words("calendar.month"))
_DAY = (
    r"(?:(?P<month>[A-Za-z]{3,9})\.? (?P<day>\d{1,2})(?:st|nd|rd|th)?,? (?P<year>\d{4})|"
    r"(?P<day2>\d{1,2})(?:st|nd|rd|th)? (?P<month2>[A-Za-z]{3,9})\.?,? (?P<year2>\d{4})|(?P<iso>\d{4}-\d{2}-\d{2}))"
)
_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?"
_PUBLISHED = re.compile(
    r"^(?:(?:First |Originally )?(?:published|posted|released|issued|date)(?: on| at|:)? )?"
    rf"{_WEEKDAY}{_DAY}"
    r"(?:,? (?:at )?\d{1,2}[:.]\d{2}\s*(?:[ap]\.?m\.?|[A-Z]{2,4})*)?\.?$",
    re.IGNORECASE,
)


def day_of_line(line: str) -> date | None:
    """The day that a line gives, if it gives nothing else; None for any other line."""
    found = _PUBLISHED.match(line)
    if found is None:
        return None
    try:
        if found.group("iso"):
            return date.fromisoformat(found.group("iso"))
        named = (found.group("month") or found.group("month2"))[:3].lower()
        day, year = found.group("day") or found.group("day2"), found.group("year") or found.group("year2")
        return date(int(year), _MONTHS.index(named) + 1, int(day))
    except ValueError:
        return None
