"""Whether two parts of a claim have changed places: who did it to whom.

There is no parse. Two parts are swapped where each stands in the place of the other, or where what stands before a verb
or a preposition in the one claim stands after it in the other, but not where only one of the two is in the passive.
"""

from collections.abc import Sequence
from itertools import combinations
from typing import Final, NamedTuple

from claims.text.slot_alignment import SlotBlock
from claims.text.slots import Slots
from claims.text.voices import is_passive
from claims.text.word_senses import MOSTLY_VERB, is_noun, is_verb_form, verb_share

WIDTHS: Final = (1, 2, 4, 10)
"""So many words beside a verb or a preposition stand for what it joins: the nearest first, then whole phrases."""
LEAST_ALIKE: Final = 0.25
"""How alike (0 to 1) the words of two claims must be for a swap to be looked for."""
_JOINING: Final = frozenset(
    {"and", "or", "with", "as", "be", "is", "the", "a", "an", "that", "have", "not", "will", "also", "both"}
)
"""Words on whose two sides the same may stand in any order."""
_LISTING: Final = frozenset({"and", "or"})
_PERSONS: Final = frozenset({"he", "she", "they"})
_PREPOSITIONS_TOO: Final = frozenset({"despite"})
"""Prepositions that WordNet has as nouns."""
_NO_PIVOT: Final = frozenset({"name", "number", "date"})


class Swap(NamedTuple):
    """What has changed places, as stretches of words, and how sure (0 to 1) it is."""

    one: range
    other: range
    sure: float


def find_swap(blocks: Sequence[SlotBlock], a: Slots, b: Slots) -> Swap | None:
    """The swap between two claims, given with the stretches that differ; None where there is none."""
    ones, others = _parts(a, range(a.size)), _parts(b, range(b.size))
    alike = (len(ones & others) / max(1, len(ones), len(others))) ** 2
    if ("by" in a.words) != ("by" in b.words):  # only one is in the passive
        return None
    for first, second in combinations(blocks, 2):
        between = range(first.a.stop, second.a.start)
        if not _parts(a, between) and not _LISTING.isdisjoint(a.stems[k] for k in between):
            continue
        one, other = _parts(a, first.a), _parts(b, first.b)
        if not one & other and _agree(one, _parts(b, second.b)) and _agree(other, _parts(a, second.a)):
            return Swap(first.a, first.b, (first.sure + second.sure) / 2 * alike)
    if alike < LEAST_ALIKE:
        return None
    pivot = next((place for place in range(a.size) if _turns(a, place, b)), None)
    if pivot is None:
        return None
    there = b.stems.index(a.stems[pivot])
    return Swap(range(pivot, pivot + 1), range(there, there + 1), alike)


def _agree(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two parts have half of the words of the shorter one in common."""
    return bool(one & other) and 2 * len(one & other) >= min(len(one), len(other))


def _parts(slots: Slots, stretch: range) -> frozenset[str]:
    """The stems of those words of a stretch that name what takes part."""
    return frozenset(
        slots.stems[k]
        for k in stretch
        if slots.kinds[k] not in ("function", "modal") or slots.stems[k] in _PERSONS
    )


def _turns(a: Slots, place: int, b: Slots) -> bool:
    """Whether around the word at a place what stands before and what stands after it have changed places."""
    root = a.stems[place]
    if (
        root in _JOINING
        or a.kinds[place] in _NO_PIVOT
        or a.stems.count(root) != 1
        or b.stems.count(root) != 1
    ):
        return False
    there = b.stems.index(root)
    if not (_joins(a, place) and _joins(b, there)) or is_passive(a, place) != is_passive(b, there):
        return False
    for width in WIDTHS:
        left_a, right_a = _beside(a, place, width)
        left_b, right_b = _beside(b, there, width)
        if left_a & right_b and right_a & left_b and not (left_a & left_b or right_a & right_b):
            return True
    return False


def _joins(slots: Slots, place: int) -> bool:
    """Whether a word is none that is mostly a noun, and not the "to" of a verb: "has to follow"."""
    word = slots.words[place]
    if slots.kinds[place] == "word" and word not in _PREPOSITIONS_TOO:
        return is_verb_form(word) or not is_noun(word)
    return word != "to" or not any(
        verb_share(after) >= MOSTLY_VERB for after in slots.words[place + 1 : place + 2]
    )


def _beside(slots: Slots, place: int, width: int) -> tuple[frozenset[str], frozenset[str]]:
    before = range(max(0, place - width), place)
    return _parts(slots, before), _parts(slots, range(place + 1, min(slots.size, place + 1 + width)))
