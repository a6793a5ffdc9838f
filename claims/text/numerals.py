"""Numbers in words and with scales, written in digits: "twenty-one" and "1.2 million" as 21 and 1200000."""

import re
from decimal import Decimal
from typing import Final

from claims.lexicons import words

_ONES: Final = words("numbers.ones")
_TENS: Final = words("numbers.tens")
_SMALL: Final = {w: n for n, w in enumerate(_ONES)} | {w: 10 * n for n, w in enumerate(_TENS, 2)}
_SCALES: Final = {
    "hundred": 100,
    "dozen": 12,
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
}
_PLAIN: Final = re.compile(r"[1-9][0-9]{0,17}")
_SHORT: Final = {"k": 10**3, "m": 10**6, "mn": 10**6, "bn": 10**9, "tn": 10**12}
_PARTS: Final = {
    "half": 2,
    "third": 3,
    "quarter": 4,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "eighth": 8,
    "tenth": 10,
}
NUMBER_WORDS: Final = frozenset({*_SMALL, *_SCALES, *_PARTS, *(f"{part}s" for part in _PARTS)})
"""Words without which a text without digits has no number to rewrite."""

_DIGITS: Final = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_NAMED: Final = "|".join([*_SMALL, *_SCALES])
_RUN: Final = re.compile(
    rf"(?<![\w.,:/-])(?P<sign>[$£€]\s?)?"
    rf"(?P<run>(?:a(?=[ ](?:{'|'.join(_SCALES)})\b)|{_DIGITS}|{_NAMED})(?:(?:[ -]|[ ]and[ ])(?:{_NAMED})\b)*)"
    rf"(?P<short>[ ]?(?:k|mn?|bn|tn)\b)?(?!\w|[:/]\d| ?[ap]\.?m\b)"
)
_FRACTION: Final = re.compile(
    rf"\b(?P<top>{'|'.join(_ONES[1:10])}|a)[ -](?P<part>{'|'.join(_PARTS)})s?\b(?=[ ]of\b|[ ]the\b)"
)
_HALF_OF: Final = re.compile(
    r"(?<![\w-])(?<!first )(?<!second )(?<!other )(?<!latter )(?<!last )half(?=[ ](?:of|the|its|their|all)\b)"
)
_SHARE: Final = re.compile(
    rf"(?<!number )\b(?:(?P<top>{'|'.join(_ONES[1:10])}|[1-9]) out of|(?:one|1) in)(?: every)? "
    rf"(?P<all>{'|'.join(_ONES[2:])}|{'|'.join(_TENS)}|[1-9]\d{{0,2}})"
    r"(?= (?!percent|minutes|hours|days|weeks|months|years)[a-z])"
)
_AND_A_HALF: Final = re.compile(rf"\b(?P<whole>{'|'.join(_ONES[1:])}|\d+)(?:[ -]and[ -](?:a|one)[ -]half)\b")
_UNIT_AND_A_HALF: Final = re.compile(r"\ban? (hour|day|week|month|year|decade|mile) and a half\b")
_HALF: Final = re.compile(r"\bhalf a (million|billion|trillion|dozen)\b")
_COUNTED: Final = re.compile(
    r" (?:people|children|men|women|(?!hurdles|waves|sprints|walls|finals|heats|races)[a-z]{3,}s)\b"
)
"""What follows a short "million" rather than a length in metres: "5m people", but "100m hurdles"."""
_BY_LETTER: Final = "|".join(
    f"{first}(?:{'|'.join(word[1:] for word in sorted(NUMBER_WORDS, reverse=True) if word[0] == first)})"
    for first in sorted({word[0] for word in NUMBER_WORDS})
)
"""Any of ``NUMBER_WORDS``, found sooner than where all of them are tried in every place."""
_NUMERAL: Final = re.compile(rf"\b(?:{_BY_LETTER}|0|\d+(?:[.,]\d| ?[kmbt]| in | out of ))")
"""Found in all that is rewritten."""
_AROUND: Final = 64
"""So many characters beside a numeral may belong to it."""
# "one" is a number only where it counts: "one soldier", not "no one", "the one", "one of them", "one another".
_NO_COUNT_BEFORE: Final = re.compile(r"\b(?:no|any|every|each|some|this|that|which|the|another|only)[ ]$")
_NO_COUNT_AFTER: Final = re.compile(
    r"^(?:[ ](?:of|another|day|such|who|that|is|was|can|should|must|would)\b|'s\b|[^\w\s]|$)"
)


def in_digits(text: str) -> str:
    """The text with its numbers in plain digits; it must be lower case with straight punctuation.

    Fractions such as "two-thirds of" and "one in five" become percentages. Vague numbers ("dozens", "thousands
    of") and ordinals in words stay as they are.
    """
    if "half" in text:
        text = _AND_A_HALF.sub(lambda m: f"{_SMALL.get(m['whole'], m['whole'])}.5", text)
        text = _HALF.sub(r"0.5 \1", _UNIT_AND_A_HALF.sub(r"1.5 \1s", text))
        text = _HALF_OF.sub("50 percent", text)
    if any(map(text.__contains__, _PARTS)):
        text = _FRACTION.sub(_percentage, text)
    if "one in " in text or "1 in " in text or " out of " in text:
        text = _SHARE.sub(_share, text)
    return _RUN.sub(_digits, text)


def around_numerals(text: str) -> list[str]:
    """The stretches of a text, as of :func:`in_digits`, around all that this may rewrite."""
    stretches: list[tuple[int, int]] = []
    for found in _NUMERAL.finditer(text):
        start = text.rfind(" ", 0, max(0, found.start() - _AROUND)) + 1
        end = text.find(" ", found.end() + _AROUND)
        if stretches and start <= stretches[-1][1]:
            start, _ = stretches.pop()
        stretches.append((start, end if end >= 0 else len(text)))
    return [text[start:end] for start, end in stretches]


def _percentage(match: re.Match[str]) -> str:
    top = 1 if match["top"] == "a" else _SMALL[match["top"]]
    return f"{_written(Decimal(100 * top) / _PARTS[match['part']], places=1)} percent"


def _share(match: re.Match[str]) -> str:
    top, whole = (int(_SMALL.get(word, word)) for word in (match["top"] or "one", match["all"]))
    return f"{_written(Decimal(100 * top) / whole, places=1)} percent of" if top <= whole else match[0]


def _digits(match: re.Match[str]) -> str:
    sign, run, short = match["sign"] or "", match["run"], (match["short"] or "").strip()
    if not short and _PLAIN.fullmatch(run):
        return match[0]
    if run == "one" and (
        _NO_COUNT_BEFORE.search(match.string[: match.start()])
        or _NO_COUNT_AFTER.match(match.string[match.end() :])
    ):
        return match[0]
    written = _values(re.split(r"([ -](?:and )?)", run))
    counted = short in ("m", "mn") and _COUNTED.match(match.string[match.end() :])
    if short in ("bn", "tn") or (short and sign) or counted:  # "5m" without a currency may be metres
        *others, last = written
        written = [*others, last * _SHORT[short]] if isinstance(last, Decimal) else written
        short = ""
    number = "".join(p if isinstance(p, str) else _written(p) for p in written)
    return f"{sign}{number} {short}".rstrip()


def _values(pieces: list[str]) -> list[Decimal | str]:
    """The numbers that a run names, one as a rule; where there are several, with what stands between them.

    ``pieces`` are the run's words at even places and the separators between them at odd ones.
    """
    done: list[Decimal | str] = []
    total = current = Decimal(0)
    room = Decimal("Infinity")  # the next small number must be below this to belong to the same number
    for k in range(0, len(pieces), 2):
        word = pieces[k]
        if word in _SCALES:
            scale = Decimal(_SCALES[word])
            current = (current or Decimal(1)) * scale
            if scale >= 1000:
                total, current = total + current, Decimal(0)
            room = scale
            continue
        value = (
            Decimal(1) if word == "a" else Decimal(_SMALL[word] if word in _SMALL else word.replace(",", ""))
        )
        if value >= room:
            done += [total + current, pieces[k - 1]]
            total = current = Decimal(0)
        current += value
        room = Decimal(10) if word in _TENS else Decimal(0)
    return [*done, total + current]


def _written(value: Decimal, places: int = 6) -> str:
    text = f"{value:.{places}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
