"""Claims counted by speaker and by time of publication, in as many steps as a chart can show."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from typing import Final

from claims.records import Claim

_SPEAKERS: Final = 10
_STEPS: Final = 26
"""A chart shows at most so many bars side by side."""

Counted = list[tuple[str, int]]


def by_speaker(claims: Iterable[Claim]) -> Counted:
    """The speakers with most claims, then all the others together."""
    counts = Counter(claim.speaker_name for claim in claims)
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0].casefold(), item[0]))
    if len(ranked) <= _SPEAKERS + 1:  # one more takes no more room than a line for the others
        return ranked
    others = ranked[_SPEAKERS:]
    return [*ranked[:_SPEAKERS], (f"{len(others):,} others", sum(number for _, number in others))]


def by_time(claims: Sequence[Claim]) -> tuple[Counted, str]:
    """Claims by week (ISO 8601), or where these are too many by month or year; and which it is.

    Steps without claims between others are there, too; undated claims come last.
    """
    dates = Counter(claim.article.published for claim in claims)
    undated = dates.pop(None, 0)
    days = sorted(day for day in dates if day)
    unit, name = next(((u, n) for u, n in _UNITS if len(_steps(days, n)) <= _STEPS), _UNITS[-1])
    counts: Counter[str] = Counter()
    for day in days:
        counts[name(day)] += dates[day]
    listed = [(step, counts[step]) for step in _steps(days, name)[-_STEPS:]]
    return [*listed, *([("undated", undated)] if undated or not listed else [])], unit


def _week(day: date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02}"


_UNITS: Final[tuple[tuple[str, Callable[[date], str]], ...]] = (
    ("week", _week),
    ("month", lambda day: f"{day:%Y-%m}"),
    ("year", lambda day: f"{day.year}"),
)


def _steps(days: Sequence[date], name: Callable[[date], str]) -> list[str]:
    """The names of all steps from the first day to the last."""
    if not days:
        return []
    between = (days[0] + timedelta(n) for n in range((days[-1] - days[0]).days + 1))
    return list(dict.fromkeys(map(name, between)))
