"""Days in few enough periods for a chart: days, weeks, months or years."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final

MOST: Final = 14
"""How many periods find room side by side."""

_MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def periods(days: Iterable[date]) -> list[tuple[date, str]]:
    """The first day and the name of each period from the earliest to the latest day, at most 14.

    Periods are as short as that allows; those without any day in them are there, too.
    """
    known = sorted(set(days))
    if not known:
        return []
    first, last = known[0], known[-1]
    if (last - first).days < MOST:
        return [(day, _day(day)) for day in _steps(first, last, 1)]
    monday = first - timedelta(first.weekday())
    if (last - monday).days < 7 * MOST:
        return [(day, f"from {_day(day)}") for day in _steps(monday, last, 7)]
    months = 12 * (last.year - first.year) + last.month - first.month + 1
    if months <= MOST:
        return [_month(first.year, first.month - 1 + n) for n in range(months)]
    years = next(n for n in (1, 2, 5, 10, 50, 100, 1000) if last.year // n - first.year // n < MOST)
    starts = range(first.year // years, last.year // years + 1)
    return [(date(max(1, n * years), 1, 1), _years(n * years, years)) for n in starts]


def _steps(first: date, last: date, days: int) -> list[date]:
    return [first + timedelta(n) for n in range(0, (last - first).days + 1, days)]


def _day(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1][:3]}"


def _month(year: int, month: int) -> tuple[date, str]:
    start = date(year + month // 12, month % 12 + 1, 1)
    return start, f"{_MONTHS[start.month - 1][:3]} {start.year}"


def _years(first: int, years: int) -> str:
    return str(first) if years == 1 else f"{first}–{first + years - 1}"


def long_day(day: date) -> str:
    """The day in words that read the same everywhere: 14 March 2026."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
