"""Whether two words of claims are one name: spelled otherwise, in initials, or a country and a place in it."""

from itertools import product
from typing import Final

from rapidfuzz import fuzz

from claims.lexicons import rows
from claims.text.canonical import stem
from claims.text.countries import places_in
from claims.text.slots import Slots

NAME_LIKE: Final = 84.0
"""How alike, in percent, two spellings of one name are."""
NAME_STEM: Final = 4
"""So many letters in common at the beginning make two words one name: "Ukraine", "Ukrainian"."""
_KNOWN_AS: Final = {
    short: [frozenset(map(stem, words)) for name, *words in rows("slots.known_as") if name == short]
    for short, *_ in rows("slots.known_as")
}


def are_spellings(one: str, other: str) -> bool:
    """Whether two canonical words are spellings of one name."""
    shorter = min(len(one), len(other))
    if one[0].isdigit() or shorter < NAME_STEM:
        return False
    return one[:NAME_STEM] == other[:NAME_STEM] or (
        shorter > NAME_STEM and fuzz.ratio(one, other) >= NAME_LIKE
    )


def is_short_name(own: Slots, place: int, other: Slots) -> bool:
    """Whether a word is the short name of words that only the other claim has: their initials, or "Obamacare"."""
    short = own.words[place]
    if short in _KNOWN_AS and any(
        _has_all(other, full) and not _has_all(own, full) for full in _KNOWN_AS[short]
    ):
        return True
    return own.shown.get(short, "").isupper() and short in _initials(other) and short not in _initials(own)


def is_place_in_the_other(one: str, other: str) -> bool:
    """Whether one names a country and the other its seat or a place in it: "Moscow's invasion", "Russia's war"."""
    return any(
        x.country == y.country and not (x.narrow and y.narrow)
        for x, y in product(places_in(one), places_in(other))
    )


def _has_all(slots: Slots, full: frozenset[str]) -> bool:
    return full <= {stem(word) for word in slots.words}


def _initials(slots: Slots) -> str:
    telling = zip(slots.words, slots.kinds, strict=True)
    return "".join(word[0] for word, kind in telling if kind != "function")
