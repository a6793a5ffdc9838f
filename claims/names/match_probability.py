"""The match probability of two names, of persons or bodies, and why."""

import math
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any, Final

from claims.names.bodies import compare_bodies, is_either_body
from claims.names.name_tokens import Person, person
from claims.names.token_alignment import Alignment, Paired, align

_WEIGHTS: Final[dict[str, Any]] = tomllib.loads(
    files("claims.names").joinpath("weights.toml").read_text(encoding="utf-8")
)
_AGREEMENTS: Final = {"spelling": "other spelling", "form": "other form", "initial": "initial agrees"}
_IDENTICAL: Final = 0.99
"""The probability of two names with equal words."""
_SUREST: Final = 0.98
"""The greatest probability that a pair of words counts with."""
_LEAST: Final = 0.02
"""The least probability that a pair of words counts with."""
_SUREST_ODDS: Final = math.log(_SUREST / (1 - _SUREST))
_DISAGREES_AT_LEAST: Final = 0.85
"""The least weight of a pair of words that disagree, also where both are common."""
_COUNTS: Final = 0.3
"""The weight above which a word, unlike an initial, makes a name of several words."""


@dataclass(frozen=True, slots=True)
class Match:
    """Whether two names mean one person or body: the probability, from 0 to 1, and why, in words."""

    probability: float
    reason: str


def compare(a: str, b: str) -> Match:
    """The probability that two names mean one person or body, from their letters alone, and why.

    Spelling and romanisation, scripts, the order of the parts, titles, initials, middle names, short forms and
    typing errors are allowed for; a first name, an initial, a Jr. or a form of address that disagrees speaks
    against it. The order of the two makes no difference. Names without a word in them have probability 0.
    """
    return _compared(a, b) if a <= b else _compared(b, a)


@lru_cache(maxsize=262_144)
def _compared(a: str, b: str) -> Match:
    if is_either_body(a, b):
        return Match(*compare_bodies(a, b))
    one, other = person(a), person(b)
    if not one.tokens or not other.tokens:
        return Match(0.0, "no name")
    if one == other:
        return Match(_IDENTICAL, "same name")
    found = align(one.tokens, other.tokens)
    odds = sum(_WEIGHTS[finding] * size for finding, size in _findings(one, other, found))
    return Match(round(1 / (1 + math.exp(-odds)), 4), _reason(one, other, found))


def _findings(one: Person, other: Person, found: Alignment) -> Iterator[tuple[str, float]]:
    """What two names laid side by side say, each finding with its size."""
    yield "start", 1.0
    agreeing = 0.0
    for pair in found.pairs:
        weight = min(pair.one.weight, pair.other.weight)
        sure = _sureness(pair.probability)
        if pair.kind == "initial":
            yield "initial", 1.0
        elif sure > 0:
            agreeing += weight * sure
        else:
            yield "disagreeing", max(weight, _DISAGREES_AT_LEAST) * -sure
    yield "agreeing", min(agreeing, _WEIGHTS["most_agreeing"])
    yield "left_out", sum(t.weight for t in (*found.left_one, *found.left_other))
    yield "both_leave_out", bool(found.left_one and found.left_other)
    yield "turned", found.turned
    fewest = min(sum(t.weight > _COUNTS for t in x.tokens) for x in (one, other))
    left = bool(found.left_one or found.left_other)
    yield "single" if fewest <= 1 else "first_left_out", left if fewest <= 1 else found.first_left
    yield "other_sex", len(one.sex | other.sex) > 1
    yield "other_number", bool(one.numbers and other.numbers and one.numbers != other.numbers)
    yield "number_left_out", bool(one.numbers) != bool(other.numbers)


def _sureness(probability: float) -> float:
    """Log odds from -1, surely two names, to 1, surely one."""
    inside = min(max(probability, _LEAST), _SUREST)
    return math.log(inside / (1 - inside)) / _SUREST_ODDS


def _reason(one: Person, other: Person, found: Alignment) -> str:
    """The findings in words: what speaks against one person, else what the match rests on."""
    if len(one.sex | other.sex) > 1:
        return "one is addressed as a man, the other as a woman"
    if one.numbers and other.numbers and one.numbers != other.numbers:
        return f"same name, but {_listed(one.numbers)} / {_listed(other.numbers)}"
    against = [_side_by_side(p) for p in found.pairs if p.kind == "other"]
    if against:
        return f"other name: {', '.join(against)}"
    if not any(p.kind != "other" for p in found.pairs):
        return "no word in common"
    said = []
    for kind, words in _AGREEMENTS.items():
        pairs = [p for p in found.pairs if p.kind == kind]
        if any(p.one.word != p.other.word for p in pairs):
            said.append(f"{words}: {', '.join(map(_side_by_side, pairs))}")
    left = [t.word for t in (*found.left_one, *found.left_other)]
    if left:
        said.append(f"only in one: {', '.join(left)}")
    if found.turned:
        said.append("other order")
    if bool(one.numbers) != bool(other.numbers):
        said.append(f"only one is {_listed(one.numbers | other.numbers)}")
    return "same name, " + "; ".join(said) if said else "same name"


def _side_by_side(pair: Paired) -> str:
    return f"{pair.one.word.capitalize()} / {pair.other.word.capitalize()}"


def _listed(numbers: frozenset[str]) -> str:
    return ", ".join(sorted(numbers))
