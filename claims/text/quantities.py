"""The quantities of a text: value, unit, how exact they are, and what they count."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from claims.lexicons import rows, words
from claims.text.canonical import canonical, content_stems, readable_and_canonical
from claims.text.normalisation import plain

Sense = Literal["exact", "about", "over", "under"]

_MONTHS: Final = tuple(month[:3] for month in words("calendar.month"))
_MONTH: Final = rf"(?:{'|'.join(words('calendar.month'))}|(?:{'|'.join(words('calendar.short_month'))})\b\.?)"
_N: Final = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_QUANTITY: Final = re.compile(
    rf"(?<![\w.,])(?<![a-z]-)(?:"
    rf"(?P<iso>\d{{4}}-\d\d-\d\d)\b"
    rf"|(?P<month>{_MONTH}) (?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?![:,]\d)"
    rf"|(?P<day_first>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<month_last>{_MONTH})(?!\w)"
    rf"|(?P<hour>\d{{1,2}})(?:[:.](?P<minute>\d\d))? ?(?P<half>[ap])\.?m\b\.?"
    rf"|(?P<hour_24>\d{{1,2}}):(?P<minute_24>\d\d)\b"
    rf"|(?P<rank>\d+)(?:st|nd|rd|th)\b"
    rf"|(?P<decade>\d{{4}}|(?<=')\d0)s\b"
    rf"|(?P<sign>[$£€]) ?(?P<money>{_N})"
    rf"|(?P<age>\d+)[ -]years?[ -]olds?\b|(?<=[a-z], )(?P<aged>\d{{1,2}})(?=,(?: [a-z]|$))"
    rf"|(?P<number>{_N})(?!\d)(?!\.[a-z]{{1,2}}\))"  # "(6740.T)" is the code of a share
    rf"(?:[ -]?(?P<unit>%|(?:per ?cent|pct|percentage points?|points?|dollars?|euros?)\b))?"
    rf")"
)
_BEGIN: Final = re.compile(rf"[\d$£€]|\b(?:{'|'.join(_MONTHS)})")
_FIGURE: Final = re.compile(r"[\d$£€]")
_UNITS: Final = dict.fromkeys(("%", "pe", "pc", "po"), "percent") | {"do": "dollars", "eu": "euros"}
_SIGNS: Final = {"$": "dollars", "£": "pounds", "€": "euros"}
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_YEAR_BEFORE: Final = re.compile(
    rf"(?:\b(?:in|since|of|by|from|until|till|to|during|before|after|the|year|early|late|mid|between|and|{_MONTH}),?"
    rf"|{_MONTH} \d{{1,2}},?|^)[ ]$"
)
_BETWEEN: Final = (
    r"(?:an?[ ]|some[ ]|the[ ](?:(?:\w+[ ])?(?:goal|level|limit|mark|number|target|threshold|total) of[ ])?"
    r"|[$£€] ?)?"
)
_SENSES: Final[tuple[tuple[Sense, re.Pattern[str]], ...]] = tuple(
    (sense, re.compile(rf"\b(?:{phrases})[ ]{_BETWEEN}$"))  # type: ignore[misc]
    for sense, phrases in (
        ("over", "no fewer than|no less than|more than|greater than|over|at least|above|upwards? of|in excess of"
                 "|exceed(?:s|ed|ing)?|a minimum of|reach(?:es|ed|ing)?|surpass(?:es|ed|ing)?"),
        ("under", "no more than|less than|fewer than|under|up to|at most|below|a maximum of|not quite|short of|shy of"),
        ("about", "about|around|approximately|roughly|some|nearly|almost|close to|an? estimated|estimated|circa"),
    )
)  # fmt: skip
_GREATEST: Final = 1e18  # so that a page of digits is no infinity
_RANGE: Final = re.compile(r"-| to | and ")
_JOINING: Final = frozenset({" and ", " or "})
_WORD: Final = re.compile(r"[a-z]+")
_CLAUSE_END: Final = re.compile(r"[.;:!?](?:\s|$)|,| and | but | while | with | who ")
_SIDE: Final = 48  # characters to either side in which the words that a quantity belongs to are looked for
_PHRASE: Final = 64  # characters in which "more than the threshold of" and the like have room
_FRAME_WORDS: Final = 4
_TWO_DIGITS: Final = 99
_LAST_DECADE: Final = 20
"""The 20s are of this century, the 30s of the last one."""
_MEASURES: Final = {
    name: (measured, float(factor))
    for measured, factor, *names in rows("slots.units")
    if measured not in ("percent", "points", "dollars", "pounds", "euros")
    for name in names
}
_MISSING: Final = re.compile(r"(?: [\w-]+){0,3} (?:(?:short|shy|away) (?:of|from)\b|short(?! \w))")
"""Behind a figure it says that so many are missing: "12 seats short of a majority"."""
_UNIT_WITHIN: Final = 2
"""So many words after a figure its unit stands at most."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """One quantity: ``low`` and ``high`` differ for a range only; ``sense`` says whether it is exact.

    ``frame`` has the stems of the words around it.

    ``unit`` is "" for a count, else percent, a currency, year, date (month times 100 plus day), time (minutes),
    age, rank or decade. ``measured`` is what a count measures ("months", or "missing"; "" where it counts things),
    ``factor`` how many of the smallest unit of that its unit has.
    """

    low: float
    high: float
    unit: str
    sense: Sense
    frame: frozenset[str]
    measured: str = ""
    factor: float = 1.0

    def __str__(self) -> str:
        """The quantity in words, for reasons shown to people: "about 20", "$1.1 million", "12 percent"."""
        sense = {"exact": "", "about": "about ", "over": "over ", "under": "up to "}[self.sense]
        low, high = (_shown(v, self.unit) for v in (self.low, self.high))
        return sense + (low if self.low == self.high else f"{low} to {high}")


def quantities(text: str) -> tuple[Quantity, ...]:
    """The quantities of a text, in order; numbers in words count too, vague ones ("dozens") do not."""
    return quantities_of_readable(readable_and_canonical(plain(text))[0])


def quantities_of_readable(text: str) -> tuple[Quantity, ...]:
    """As :func:`quantities`, of a readable text (:func:`claims.text.canonical.readable_and_canonical`)."""
    matches = list(_matches(text))
    found: list[Quantity] = []
    k = 0
    while k < len(matches):
        match, last = matches[k], k
        low, unit = _value(match)
        high = low
        if k + 1 < len(matches):  # a range: "10 to 15", "between 10 and 15", "10-15 percent"
            top, top_unit = _value(matches[k + 1])
            link = text[match.end() : matches[k + 1].start()]
            between = link != " and " or text[: match.start()].endswith("between ")
            if _RANGE.fullmatch(link) and between and top > low and unit in ("", top_unit):
                high, unit, last = top, top_unit, k + 1
        before = text[matches[k - 1].end() if k else 0 : match.start()]
        after = _after(text, matches, last)
        joined = after in _JOINING and last + 1 < len(matches)  # "four and three years"
        unit_in = _after(text, matches, last + joined)
        measured, factor = _measured(unit_in) if unit == "" else ("", 1.0)
        if not unit and not measured and _MISSING.match(after):
            measured = "missing"
        found.append(Quantity(low, high, unit, _sense(before), _frame(before, after), measured, factor))
        k = last + 1
    return tuple(found)


def _after(text: str, matches: Sequence[re.Match[str]], which: int) -> str:
    """What stands between a match and the next one."""
    return text[matches[which].end() : matches[which + 1].start() if which + 1 < len(matches) else len(text)]


def _matches(text: str) -> Iterator[re.Match[str]]:
    """As ``_QUANTITY.finditer``, but looked for only where a quantity can begin."""
    done = 0
    begins = _BEGIN if any(map(text.__contains__, _MONTHS)) else _FIGURE
    for begin in begins.finditer(text):
        if begin.start() >= done and (match := _QUANTITY.match(text, begin.start())):
            yield match
            done = match.end()


def _value(match: re.Match[str]) -> tuple[float, str]:
    """A match's value and unit."""
    value, unit = _READERS[str(match.lastgroup)](match)
    if unit == "" and _YEAR.fullmatch(match["number"]) and _YEAR_BEFORE.search(match.string[: match.start()]):
        unit = "year"
    return value, unit


def _number(text: str) -> float:
    return min(float(text.replace(",", "")), _GREATEST)


def _decade(text: str) -> float:
    """A decade by its first year, "60s" as the last ones that have gone by."""
    year = int(text)
    return year if year > _TWO_DIGITS else year + (1900 if year > _LAST_DECADE else 2000)


def _month(name: str) -> int:
    return _MONTHS.index(name[:3]) + 1


_READERS: Final[dict[str, Callable[[re.Match[str]], tuple[float, str]]]] = {
    "iso": lambda got: (_number(got["iso"][5:7]) * 100 + _number(got["iso"][8:]), "date"),
    "day": lambda got: (_month(got["month"]) * 100 + _number(got["day"]), "date"),
    "month_last": lambda got: (_month(got["month_last"]) * 100 + _number(got["day_first"]), "date"),
    "half": lambda got: (
        (int(got["hour"]) % 12 + 12 * (got["half"] == "p")) * 60.0 + int(got["minute"] or 0),
        "time",
    ),
    "minute_24": lambda got: (int(got["hour_24"]) * 60.0 + int(got["minute_24"]), "time"),
    "rank": lambda got: (_number(got["rank"]), "rank"),
    "decade": lambda got: (_decade(got["decade"]), "decade"),
    "age": lambda got: (_number(got["age"]), "age"),
    "aged": lambda got: (_number(got["aged"]), "age"),
    "money": lambda got: (_number(got["money"]), _SIGNS[got["sign"]]),
    "unit": lambda got: (_number(got["number"]), _UNITS[got["unit"][:2]]),
    "number": lambda got: (_number(got["number"]), ""),
}
"""How to read a match, by the last group that it has."""


def _sense(before: str) -> Sense:
    before = before[-_PHRASE:]
    return next((sense for sense, phrase in _SENSES if phrase.search(before)), "exact")


def _frame(before: str, after: str) -> frozenset[str]:
    """The stems of the words that a quantity belongs to, in its own clause."""
    starts = [m.end() for m in _CLAUSE_END.finditer(before)]
    before = before[max([0, len(before) - _SIDE, *starts]) :]
    end = _CLAUSE_END.search(after)
    after = after[: min(_SIDE, end.start() if end else len(after))]
    words = content_stems(canonical(before))[-_FRAME_WORDS:] + content_stems(canonical(after))[:_FRAME_WORDS]
    return frozenset(w for w in words if not w[0].isdigit())


def _measured(after: str) -> tuple[str, float]:
    """What the unit after a figure measures, and how many of the smallest unit of that it has; "" where none is."""
    words = _WORD.findall(after[:_SIDE])[:_UNIT_WITHIN]
    return next((_MEASURES[word] for word in words if word in _MEASURES), ("", 1.0))


def _shown(value: float, unit: str) -> str:
    if unit == "date":
        month, day = divmod(int(value), 100)
        return f"{_MONTHS[month - 1].title()} {day}" if month <= 12 else f"{value:.0f}"
    if unit == "time":
        return f"{int(value) // 60}:{int(value) % 60:02}"
    if unit in ("year", "decade"):
        return f"{value:.0f}" + "s" * (unit == "decade")
    for scale, name in ((1e12, "trillion"), (1e9, "billion"), (1e6, "million")):
        if value >= scale:
            number = f"{value / scale:g} {name}"
            break
    else:
        number = f"{value:,.0f}" if value == int(value) else f"{value:g}"
    sign = {name: sign for sign, name in _SIGNS.items()}.get(unit)
    if sign:
        return sign + number
    return number + {"percent": " percent", "age": " years old", "rank": "th"}.get(unit, "")
