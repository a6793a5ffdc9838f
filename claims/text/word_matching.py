"""The words of two claims matched whatever their order: "bought by Acme in May", "in May Acme bought".

The alignment of :mod:`claims.text.slot_alignment` keeps the order, and so finds no place that an active and a passive,
or a verb and its noun, have in common. Here each word has the likest one of the other claim: the same root first, then
another spelling of a name, then a synonym.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product
from typing import Final

from claims.lexicons import word_set
from claims.text.countries import places_in
from claims.text.opposites import are_opposite
from claims.text.slot_names import are_spellings, is_place_in_the_other, is_short_name
from claims.text.slots import SlotKind, Slots
from claims.text.substitution import substitution
from claims.text.word_senses import PARTICLES, has_senses, kinship, meanings
from claims.text.word_vectors import is_known, likeness, likenesses

ALIKE: Final = 0.6
"""Words whose vectors are so alike may stand for each other."""
UNLIKE: Final = 0.25
"""Words whose vectors are no more alike have nothing to do with each other: of any two words 19 in 20."""
_MATCHED: Final[frozenset[SlotKind]] = frozenset({"name", "date", "number", "unit", "post", "word"})
_PREPOSITIONS: Final = word_set("function_words.prepositions")
_NEAR: Final = ALIKE - 0.001
"""Vectors that are less alike are so by any rounding."""
_BY_KINSHIP: Final = {"synonyms": 0.8, "one is broader": 0.65}


@dataclass(frozen=True)
class WordMatching:
    """Which word of one claim stands for which one of the other; what is left of each is ``lone_a`` and ``lone_b``."""

    a: Slots
    b: Slots
    to_b: dict[int, int]
    lone_a: tuple[int, ...]
    lone_b: tuple[int, ...]

    @property
    def to_a(self) -> dict[int, int]:
        """Which word of the first claim stands for which one of the second."""
        return {there: here for here, there in self.to_b.items()}

    def covered(self, differing: int = 1) -> float:
        """How much (0 to 1) of what the claim with fewer words has is matched, but for so many that differ."""
        least = min(len(self.lone_a), len(self.lone_b)) - differing
        return len(self.to_b) / max(1, len(self.to_b) + max(0, least))

    def side_by_side(self, here: range, there: range) -> float:
        """How surely (0 to 1) a stretch of each claim is in one place: by what leads to it, and what follows."""
        a, b = self.a, self.b
        before = _telling(a, range(here.start - 1, -1, -1)), _telling(b, range(there.start - 1, -1, -1))
        after = _telling(a, range(here.stop, a.size)), _telling(b, range(there.stop, b.size))
        led = led_by(a, here.start), led_by(b, there.start)
        found = (before[0] is not None and self.to_b.get(before[0]) == before[1]) / 2
        found += (after[0] is not None and self.to_b.get(after[0]) == after[1]) / 2
        across = (after[0], before[1]), (before[0], after[1])  # "the plant in Bergen", "the Drammen plant"
        if not found and any(x is not None and self.to_b.get(x) == y for x, y in across):
            found += 0.35
        if led[0] and led[1]:
            found += 0.35 if led[0] == led[1] else -0.25
        return min(1.0, max(0.0, found))


def match_words(a: Slots, b: Slots) -> WordMatching:
    """Match the words that tell anything by themselves."""
    open_a, open_b = ([k for k, kind in enumerate(s.kinds) if kind in _MATCHED] for s in (a, b))
    to_b: dict[int, int] = {}

    def take(pairs: Iterable[tuple[int, int]]) -> None:
        for here, there in pairs:
            if here in open_a and there in open_b:
                to_b[here] = there
                open_a.remove(here)
                open_b.remove(there)

    for ones, others in ((a.stems, b.stems), (a.roots, b.roots)):
        if open_a and open_b:
            equal = _equal(ones, others, open_a, open_b)
            to_b |= equal
            taken = set(equal.values())
            open_a, open_b = [k for k in open_a if k not in equal], [m for m in open_b if m not in taken]
    if open_a and open_b:
        take(_with_one_name(a, open_a, b, open_b))
    if open_a and open_b:
        take((k, m) for _, k, m in sorted(_alike(a, open_a, b, open_b)))
    return WordMatching(a, b, to_b, tuple(open_a), tuple(open_b))


def _equal(
    ones: tuple[str, ...], others: tuple[str, ...], open_a: list[int], open_b: list[int]
) -> dict[int, int]:
    """Places with the same root, the first with the first."""
    left: dict[str, list[int]] = {}
    for m in reversed(open_b):
        left.setdefault(others[m], []).append(m)
    return {k: left[ones[k]].pop() for k in open_a if left.get(ones[k])}


def _with_one_name(a: Slots, open_a: list[int], b: Slots, open_b: list[int]) -> Iterator[tuple[int, int]]:
    """The pairs of open places that may be one name."""
    named_b = [m for m in open_b if b.kinds[m] == "name"]
    short_b = {m for m in open_b if is_short_name(b, m, a)}
    for k in tuple(k for k in open_a if named_b or a.kinds[k] == "name"):
        is_short, is_place = is_short_name(a, k, b), bool(places_in(a.show([k])))
        for m in tuple(open_b if a.kinds[k] == "name" else named_b):
            if (
                is_short
                or m in short_b
                or are_spellings(a.words[k], b.words[m])
                or (is_place and is_place_in_the_other(a.show([k]), b.show([m])))
            ):
                yield k, m
                if k not in open_a:
                    break


def _alike(a: Slots, open_a: list[int], b: Slots, open_b: list[int]) -> Iterator[tuple[float, int, int]]:
    """Words that may stand for each other, the likest first."""
    ones, others = (
        [k for k in at if s.kinds[k] == "word" and _is_listed(s.words[k])]
        for s, at in ((a, open_a), (b, open_b))
    )
    if not (ones and others):
        return
    vectors = likenesses([a.words[k] for k in ones], [b.words[m] for m in others])
    meant = frozenset().union(*(meanings(b.words[m]) for m in others))
    for k, row in zip(ones, vectors, strict=True):
        # Most words have nothing to do with any of the others, and are asked for only once.
        related = not meant.isdisjoint(meanings(a.words[k]))
        for m, near in zip(others, row, strict=True):
            if near >= _NEAR or (related and kinship(a.words[k], b.words[m]) in _BY_KINSHIP):
                alike = meaning_likeness(a.words[k], b.words[m])
                if alike >= ALIKE:
                    yield -alike, k, m


def meaning_likeness(one: str, other: str) -> float:
    """How surely (0 to 1) two canonical words may stand for each other: by their vectors, and by WordNet."""
    if are_opposite(one, other):
        return 0.0
    kin = kinship(one, other)
    if kin in _BY_KINSHIP:
        return max(_BY_KINSHIP[kin], likeness(one, other))
    return likeness(one, other) * (0.7 if kin == "of one kind" else 1.0)


def unlikeness(a: Slots, k: int, b: Slots, m: int) -> float:
    """How surely (0 to 1) two words mean something else where nothing else differs."""
    return 1 - max(substitution(x, y) for x, y in product(_readings(a, k), _readings(b, m)))


def _is_listed(word: str) -> bool:
    return is_known(word) or has_senses(word)


def _readings(slots: Slots, place: int) -> list[str]:
    """The word at a place, and what it makes with the word beside it: a verb of two words, a compound ("half-mast")."""
    before, word, after = slots.words[:place][-1:], slots.words[place], slots.words[place + 1 : place + 2]
    readings = [word]
    if after and after[0] in PARTICLES:
        readings.append(f"{word}_{after[0]}")
    if before and has_senses(f"{before[0]}-{word}"):
        readings.append(f"{before[0]}-{word}")
    return readings


def _telling(slots: Slots, places: range) -> int | None:
    """The first of some places whose word tells anything by itself."""
    return next((k for k in places if slots.kinds[k] in _MATCHED), None)


def led_by(slots: Slots, place: int) -> str:
    """The preposition that leads to a place, "" where none does."""
    for k in range(place - 1, max(-1, place - 3), -1):
        if slots.words[k] in _PREPOSITIONS:
            return slots.words[k]
        if slots.kinds[k] != "function":
            break
    return ""
