"""How probable it is that two words are spellings of one name."""

import math
import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import Any, Final

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA, Levenshtein

from claims.names.phonetics import VOWELS, units

_DATA: Final[dict[str, Any]] = tomllib.loads(
    files("claims.names").joinpath("spelling_costs.toml").read_text(encoding="utf-8")
)
_NAMED: Final = ("vowels", "consonants")
_SWAPPED: Final[dict[tuple[str, str], float]] = {
    order: float(cost)
    for cost, listed in _DATA["swapped"].items()
    if cost not in _NAMED
    for one, other in (pair.split() for pair in listed.split(","))
    for order in ((one, other), (other, one))
}
_OTHER_VOWEL: Final[float] = _DATA["swapped"]["vowels"]
_OTHER_CONSONANT: Final[float] = _DATA["swapped"]["consonants"]
_MISSING: Final[dict[str, dict[str, float]]] = {
    place: {
        unit: float(cost) for cost, listed in costs.items() if cost not in _NAMED for unit in listed.split()
    }
    for place, costs in _DATA["missing"].items()
}

STEEPNESS: Final = 16.0
"""How many points of log odds a cost of the whole word makes."""
EVEN: Final = 0.28
"""The cost, as a share of the word, at which two words are as probably one name as two, where other words agree."""
_LEAST_ODDS: Final = -6.0  # log odds under which the probability is 0
_FARTHEST: Final = 0.65  # cost, as a share of the word, from which no way is looked for
_LEAST_RATIO: Final = 45.0  # percent of letters in common, under which longer words' sounds are not compared
_SHORT: Final = 4  # most letters of a word whose sounds are compared however few letters it shares
_LETTERS_TURNED: Final = 0.85  # probability of one name for long words with two neighbouring letters turned
_LONG: Final = 5  # least letters of a long word
_USUAL_SIZE: Final = 4.0  # sounds of a word whose length speaks neither for nor against one name
_LONGER: Final = -0.2  # log odds for each sound beyond the usual size


@lru_cache(maxsize=524_288)
def spelt_alike(one: str, other: str) -> float:
    """The probability that two different words, lower-case Latin letters, are spellings of one name.

    The log odds fall with the cost of the cheapest way from one word to the other, a weighted edit distance
    over sounds (``spelling_costs.toml``) as a share of the words' size.
    """
    if one == other:
        return 1.0
    if not one or not other:
        return 0.0
    size = (_measured(one)[2] + _measured(other)[2]) / 2
    long = len(one) > _SHORT < len(other)
    if not size or (long and fuzz.ratio(one, other, score_cutoff=_LEAST_RATIO) == 0):
        return 0.0
    if len(one) == len(other) >= _LONG and OSA.distance(one, other) == 1 < Levenshtein.distance(one, other):
        return _LETTERS_TURNED
    odds = STEEPNESS * (EVEN - _cost(one, other, _FARTHEST * size) / size) + _LONGER * (size - _USUAL_SIZE)
    return 1 / (1 + math.exp(-odds)) if odds > _LEAST_ODDS else 0.0


@lru_cache(maxsize=131_072)
def _measured(word: str) -> tuple[tuple[str, ...], tuple[float, ...], float]:
    """The sounds of a word, what each costs to leave out, and the word's size."""
    sounds = units(word)
    last = len(sounds) - 1
    places = ["first" if at == 0 else "last" if at == last else "inner" for at in range(len(sounds))]
    dropped = tuple(
        _MISSING[place].get(x, _DATA["missing"][place]["vowels" if x in VOWELS else "consonants"])
        for place, x in zip(places, sounds, strict=True)
    )
    return sounds, dropped, sum(0.6 if x in VOWELS else 1.0 for x in sounds)


@lru_cache(maxsize=16_384)
def _swapped(one: str, other: str) -> float:
    usual = _OTHER_VOWEL if one in VOWELS and other in VOWELS else _OTHER_CONSONANT
    return _SWAPPED.get((one, other), usual)


def _cost(one: str, other: str, most: float) -> float:
    """The weighted edit distance of two words' sounds; infinite where it is surely above ``most``."""
    a, gone_a, _ = _measured(one)
    b, gone_b, _ = _measured(other)
    above = [0.0]
    for cost in gone_b:
        above.append(above[-1] + cost)
    # Comparisons in place of min(): nearly all the time that linking takes to compare names goes by here.
    for x, gone in zip(a, gone_a, strict=True):
        corner = above[0]
        left = least = corner + gone
        row = [left]
        for y, missing, over in zip(b, gone_b, above[1:], strict=True):
            left += missing
            swapped = corner if x == y else corner + _swapped(x, y)
            if swapped < left:  # noqa: PLR1730
                left = swapped
            if over + gone < left:  # noqa: PLR1730
                left = over + gone
            if left < least:  # noqa: PLR1730
                least = left
            corner = over
            row.append(left)
        if least > most:
            return math.inf
        above = row
    return above[-1]
