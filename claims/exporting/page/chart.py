"""Who said how much, and when: the numbers and places of the page's chart."""

import unicodedata
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from math import inf, sqrt
from typing import Final

from claims.exporting.page.speaker_looks import PageSpeaker
from claims.exporting.page.template_filters import MONTHS
from claims.records import TAGS, Claim, Tag

_ROWS: Final = 12
_WIDTH: Final = 720
_ROW: Final = 30
_HEAD: Final = 26
_NAMES: Final = 222
_BARS: Final = 150
_GAP: Final = 20
"""Between the last period and the bars, so that their headings stay apart."""
_RADIUS: Final = 12.0
_NAME_LENGTH: Final = 24
_CHARACTER: Final = 6.2
"""How wide a character of a period's name is, about."""
_UNDATED: Final = "no date"

MOST_PERIODS: Final = 14
"""How many periods find room side by side."""


@dataclass(frozen=True, slots=True)
class Dot:
    """The claims of one speaker in one period; the dot's area is in proportion to their number."""

    x: float
    radius: float
    claims: int


@dataclass(frozen=True, slots=True)
class ChartBar:
    """The claims of one speaker that are of one confidence, as a part of the speaker's bar."""

    x: float
    width: float
    tag: Tag
    claims: int


@dataclass(frozen=True, slots=True)
class ChartRow:
    """A speaker, or what the speakers after the twelfth add up to.

    ``speaker``: the speaker; for those after the twelfth one who stands for all, without letters and colour.
    ``short``: as much of the name as fits beside the chart.
    ``y``: the middle of the row, in units of the view box from above.
    ``claims``, ``counts``, ``by_tag``: how many claims, by period, and by tag.
    ``dots``, ``bars``: what is drawn for them.
    """

    speaker: PageSpeaker
    short: str
    y: float
    claims: int
    counts: tuple[int, ...]
    by_tag: Mapping[Tag, int]
    dots: tuple[Dot, ...]
    bars: tuple[ChartBar, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """The chart in the units of its view box.

    ``width``, ``height``: its size.
    ``periods``, ``columns``: the names of the periods, and where from the left their dots have their middle.
    ``labels``: those of the names that find room, by their places among the periods.
    ``rows``: the speakers.
    ``bars_from``: where the bars begin.
    ``description``: what it shows, in words for whoever does not see it.
    """

    width: int
    height: int
    periods: tuple[str, ...]
    columns: tuple[float, ...]
    labels: Mapping[int, str]
    rows: tuple[ChartRow, ...]
    bars_from: float
    description: str


def chart(claims: Sequence[tuple[Claim, PageSpeaker]]) -> Chart:
    """The chart of some claims: a row a speaker, with a dot for each period and a bar for all of them.

    A claim of several speakers is there with each.
    """
    spans = periods(c.article.published for c, _ in claims if c.article.published)
    undated = any(c.article.published is None for c, _ in claims)
    names = [name for _, name in spans] + ([_UNDATED] if undated else [])
    bars_from = _WIDTH - _BARS
    step = (bars_from - _GAP - _NAMES) / max(1, len(names))
    columns = [_NAMES + step * (n + 0.5) for n in range(len(names))]

    tallies = _tallies(claims, [start for start, _ in spans])
    most = max((max(t.by_period.values()) for t in tallies), default=1)
    longest = max((t.by_tag.total() for t in tallies), default=1)
    radius = min(_RADIUS, step / 2 - 1)
    rows = []
    for number, tally in enumerate(tallies):
        counts = tuple(tally.by_period[n] for n in range(len(names)))
        dots = tuple(
            Dot(round(x, 1), round(max(2.5, radius * sqrt(count / most)), 1), count)
            for x, count in zip(columns, counts, strict=True)
            if count
        )
        bars = _bars(tally.by_tag, bars_from, (_BARS - 40) / longest)
        y = _HEAD + _ROW * (number + 0.5)
        short, its = _shortened(tally.speaker.name), tally.by_tag.total()
        rows.append(ChartRow(tally.speaker, short, y, its, counts, tally.by_tag, dots, bars))
    height = _HEAD + _ROW * len(rows) + 4
    about = _description(rows, names, len({(c.article.key, c.article.version, c.id) for c, _ in claims}))
    columns = [round(x, 1) for x in columns]
    labels = _labels(names, columns)
    return Chart(_WIDTH, height, tuple(names), tuple(columns), labels, tuple(rows), bars_from, about)


def _labels(names: Sequence[str], columns: Sequence[float]) -> dict[int, str]:
    """The names that can stand above their columns without touching each other: the last one, and what fits before."""
    found: dict[int, str] = {}
    room_to = inf
    for place in reversed(range(len(names))):
        half = _CHARACTER * (len(names[place]) + 2) / 2
        if columns[place] + half <= room_to:
            found[place] = names[place]
            room_to = columns[place] - half
    return found


@dataclass(slots=True)
class _Tally:
    """What is counted for a row while the claims are gone through."""

    speaker: PageSpeaker
    by_period: Counter[int] = field(default_factory=Counter)
    by_tag: Counter[Tag] = field(default_factory=Counter)


def _tallies(claims: Iterable[tuple[Claim, PageSpeaker]], starts: Sequence[date]) -> list[_Tally]:
    """The twelve speakers with most claims, and all others together."""
    tallies: dict[int, _Tally] = {}
    others: set[int] = set()
    for claim, speaker in claims:
        row = min(speaker.number, _ROWS)
        if row == _ROWS:
            others.add(speaker.number)
        day = claim.article.published
        tally = tallies.setdefault(row, _Tally(speaker))
        tally.by_period[bisect_right(starts, day) - 1 if day else len(starts)] += 1
        tally.by_tag[claim.tag] += 1
    if len(others) > 1:
        rest = tallies[_ROWS]
        rest.speaker = replace(rest.speaker, name=f"{len(others)} more speakers", code="", colour=0)
    return [tallies[row] for row in sorted(tallies)]


def _bars(by_tag: Mapping[Tag, int], x: float, unit: float) -> tuple[ChartBar, ...]:
    bars = []
    for tag in filter(by_tag.get, TAGS):
        width = by_tag[tag] * unit
        bars.append(ChartBar(round(x, 1), round(width, 1), tag, by_tag[tag]))
        x += width
    return tuple(bars)


def _shortened(name: str) -> str:
    """The name in as much as fits beside the chart; wide characters count twice."""
    room = _NAME_LENGTH
    for place, character in enumerate(name):
        room -= 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1
        if room < 0:
            return name[: max(1, place - 1)].rstrip() + "…"
    return name


def _description(rows: Sequence[ChartRow], names: Sequence[str], claims: int) -> str:
    if not rows:
        return "There are no claims."
    when = f" between {names[0]} and {names[-1]}" if len(names) > 1 and names[-1] != _UNDATED else ""
    first = f"{rows[0].speaker.name} has most, {rows[0].claims} of {claims} claims{when}."
    return f"A row for each speaker; dots count claims by date of the article, bars by confidence. {first}"


def periods(days: Iterable[date]) -> list[tuple[date, str]]:
    """The first day and the name of each period from the earliest to the latest day, at most 14.

    Periods are as short as that allows; those without any day in them are there, too.
    """
    known = sorted(set(days))
    if not known:
        return []
    first, last = known[0], known[-1]
    if (last - first).days < MOST_PERIODS:
        return [(day, _day(day)) for day in _steps(first, last, 1)]
    monday = first - timedelta(first.weekday())
    if (last - monday).days < 7 * MOST_PERIODS:
        return [(day, f"from {_day(day)}") for day in _steps(monday, last, 7)]
    months = 12 * (last.year - first.year) + last.month - first.month + 1
    if months <= MOST_PERIODS:
        return [_month(first.year, first.month - 1 + n) for n in range(months)]
    years = next(n for n in (1, 2, 5, 10, 50, 100, 1000) if last.year // n - first.year // n < MOST_PERIODS)
    starts = range(first.year // years, last.year // years + 1)
    return [(date(max(1, n * years), 1, 1), _years(n * years, years)) for n in starts]


def _steps(first: date, last: date, days: int) -> list[date]:
    return [first + timedelta(n) for n in range(0, (last - first).days + 1, days)]


def _day(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1][:3]}"


def _month(year: int, month: int) -> tuple[date, str]:
    start = date(year + month // 12, month % 12 + 1, 1)
    return start, f"{MONTHS[start.month - 1][:3]} {start.year}"


def _years(first: int, years: int) -> str:
    return str(first) if years == 1 else f"{first}–{first + years - 1}"
