"""Periods told by their distance from the day of an article: "last year", "this year", "next week"."""

from datetime import date
from typing import Final, Literal, NamedTuple, get_args

from claims.lexicons import rows

PeriodLength = Literal["week", "month", "quarter", "year"]

_SPANS: Final[dict[str, PeriodLength]] = {span: span for span in get_args(PeriodLength)}
_STEPS: Final = {word: int(step) for step, *words in rows("slots.relative_periods") for word in words}


class RelativePeriod(NamedTuple):
    """A period: what it spans, and how many of them it lies ahead of the one that an article is from."""

    span: PeriodLength
    ahead: int

    def number(self, day: date) -> int:
        """A number of the period for an article of a day: one more is the next of its span."""
        year, quarter, month = day.year, (day.month - 1) // 3, day.month
        now: dict[PeriodLength, int] = {
            "week": (day.toordinal() - 1) // 7,  # from Monday to Sunday
            "month": 12 * year + month,
            "quarter": 4 * year + quarter,
            "year": year,
        }
        return now[self.span] + self.ahead


def relative_period(told: str) -> RelativePeriod | None:
    """The period that two words tell, as "last year"; None where they tell none."""
    before, _, span = told.casefold().partition(" ")
    if before not in _STEPS or span not in _SPANS:
        return None
    return RelativePeriod(_SPANS[span], _STEPS[before])


def are_one_period(one: str, day: date | None, other: str, other_day: date | None) -> bool:
    """Whether the periods told by two articles are known to be one: "next week" on a Friday, "this week" on Monday."""
    first, second = relative_period(one), relative_period(other)
    if not (first and second and day and other_day):
        return False
    return first.span == second.span and first.number(day) == second.number(other_day)
