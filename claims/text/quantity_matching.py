"""Quantities of two texts matched: those that agree, and those that clash."""

from itertools import product
from typing import Final, NamedTuple

from claims.text.quantities import Quantity

TOLERANCE: Final = 0.10
"""How far from "about 20" a quantity may be, as a share of the greater of the two."""
OPEN_ENDED: Final = 0.4
"""How far beyond "more than 100", or below "up to 100", an exact quantity may be, as a share of the bound."""
ROUNDING: Final = 0.02
"""How much rounding may take away: $1.12 trillion is $1.1 trillion, but 104,000 is not 100,000."""
SAME_FRAME: Final = 0.34
"""Share of the words around two quantities that must agree for them to count the same thing."""

_EXACT_UNITS: Final = frozenset({"year", "date", "time", "age", "rank", "decade"})


class QuantityMatch(NamedTuple):
    """How the quantities of two texts compare: those that agree, those that clash, and whether others are left.

    ``unmatched`` means that each side has a quantity of one unit that the other does not match.
    """

    agreeing: tuple[tuple[Quantity, Quantity], ...]
    clashing: tuple[tuple[Quantity, Quantity], ...]
    unmatched: bool

    @property
    def are_comparable(self) -> bool:
        """Whether both have a quantity of one unit."""
        return bool(self.agreeing or self.clashing or self.unmatched)


def may_be_equal(a: Quantity, b: Quantity) -> bool:
    """Whether two quantities can be one: equal, rounded, or as near as "about" and "more than" allow."""
    if not _measure_one_thing(a, b):
        return False
    if a.factor != b.factor:
        return abs(a.low * a.factor - b.low * b.factor) <= TOLERANCE * max(a.low * a.factor, b.low * b.factor)
    if a.low != a.high or b.low != b.high:
        return a.low <= b.high and b.low <= a.high
    if {a.sense, b.sense} == {"over", "under"}:  # "reached 60", "short of 60"
        over, under = (a.low, b.low) if a.sense == "over" else (b.low, a.low)
        return over < under <= over * (1 + TOLERANCE)
    return a.low == b.low or _can_differ(a, b)


def _can_differ(a: Quantity, b: Quantity) -> bool:
    """Whether two different values, no ranges, can stand for one."""
    x, y = a.low, b.low
    senses = {a.sense, b.sense}
    if a.unit in _EXACT_UNITS and "about" not in senses:
        return False
    if senses == {"exact"}:
        return _rounded(x, y) or _rounded(y, x)
    if senses == {"over"}:
        return abs(x - y) <= _step(min(x, y))
    if "about" in senses or "exact" not in senses:
        return abs(x - y) <= TOLERANCE * max(x, y)
    bound, exact, sense = (x, y, a.sense) if b.sense == "exact" else (y, x, b.sense)
    if sense == "over":
        return bound <= exact <= min(bound * (1 + OPEN_ENDED), bound + _step(bound))
    return bound * (1 - OPEN_ENDED) <= exact <= bound


def _rounded(coarse: float, fine: float) -> bool:
    """Whether ``coarse`` is ``fine`` rounded to fewer digits, within reason."""
    if abs(coarse - fine) > ROUNDING * max(coarse, fine):
        return False
    step = _step(coarse)
    if coarse < 10_000 and coarse == int(coarse):
        step = 1.0  # 1,200 is exact as a rule, 1.2 million is not
    elif coarse != int(coarse):
        step = 0.1
    return abs(coarse - fine) <= step / 2


def _step(value: float) -> float:
    """What a value is rounded to, by its last digit that is no zero: 10 of 48,210, 1,000 of 48,000."""
    step = 1.0 if value == int(value) else 0.1
    while value and step >= 1 and value % (step * 10) == 0:
        step *= 10
    return step


def match_quantities(a: tuple[Quantity, ...], b: tuple[Quantity, ...]) -> QuantityMatch:
    """Pair the quantities of two texts by what they count, then by value: those that agree and those that clash."""
    if not (a and b):
        return QuantityMatch((), (), unmatched=False)
    if len(a) == len(b) == 1:
        return _match_two(a[0], b[0])
    pairs = []
    for i, j in product(range(len(a)), range(len(b))):
        if _kind(a[i]) == _kind(b[j]):
            agree, frame = may_be_equal(a[i], b[j]), _frame_overlap(a[i], b[j])
            if agree or frame >= SAME_FRAME:
                pairs.append((-frame - 0.5 * agree, not agree, min(i, j), max(i, j), i, j))
    left_a, left_b = set(range(len(a))), set(range(len(b)))
    agreeing: list[tuple[Quantity, Quantity]] = []
    clashing: list[tuple[Quantity, Quantity]] = []
    for _, clash, _, _, i, j in sorted(pairs):
        if i in left_a and j in left_b:
            left_a.remove(i)
            left_b.remove(j)
            (clashing if clash else agreeing).append((a[i], b[j]))
    unmatched = {_kind(a[i]) for i in left_a} & {_kind(b[j]) for j in left_b}
    return QuantityMatch(tuple(agreeing), tuple(clashing), bool(unmatched))


def _match_two(a: Quantity, b: Quantity) -> QuantityMatch:
    """As :func:`match_quantities`, where each text has one."""
    if _kind(a) != _kind(b):
        return QuantityMatch((), (), unmatched=False)
    if may_be_equal(a, b):
        return QuantityMatch(((a, b),), (), unmatched=False)
    if _frame_overlap(a, b) >= SAME_FRAME:
        return QuantityMatch((), ((a, b),), unmatched=False)
    return QuantityMatch((), (), unmatched=True)


def _kind(quantity: Quantity) -> str:
    """What can be compared: money of all currencies, else quantities of one unit, or that measure one thing."""
    return "money" if quantity.unit in ("dollars", "pounds", "euros") else quantity.unit or quantity.measured


def _measure_one_thing(a: Quantity, b: Quantity) -> bool:
    return a.unit == b.unit and a.measured == b.measured


def _frame_overlap(a: Quantity, b: Quantity) -> float:
    """Share of the words around two quantities that agree, of the side with fewer words."""
    least = min(len(a.frame), len(b.frame))
    return len(a.frame & b.frame) / least if least else 0.0
