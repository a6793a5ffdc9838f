"""What two claims say otherwise in one place: another name, time, figure, amount, an opposite, who does it to whom.

What one claim merely leaves out is no difference.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import product, takewhile
from typing import Final

from claims.lexicons import word_set
from claims.once import once
from claims.text.opposites import opposite_pairs
from claims.text.quantity_matching import TOLERANCE
from claims.text.role_swaps import find_swap
from claims.text.slot_alignment import SlotBlock, align
from claims.text.slot_difference import DifferenceKind, SlotDifference
from claims.text.slot_names import are_spellings, is_place_in_the_other, is_short_name
from claims.text.slots import UNIT_WITHIN, SlotKind, Slots, is_meant, is_possible
from claims.text.unordered_differences import unordered_differences
from claims.text.word_matching import ALIKE, UNLIKE, unlikeness
from claims.text.word_vectors import is_known, likenesses

KNOWN: Final = 0.5
"""What weighs so much (0 to 1) in its place is not looked for again wherever it stands."""
APART: Final = 0.45
"""What is found wherever it stands must weigh so much (0 to 1): of two long wordings much that is left is no slot."""
ROUNDED: Final = 0.02
"""So much of a figure rounding may take away, as a share."""
ELSEWHERE: Final = 0.3
"""What a negation counts of a word in whose place the other claim has another one."""
SYNONYMS: Final = 0.5
"""Two words whose meanings differ no more surely (0 to 1) are no difference."""
FEW: Final = 2
"""So many words at most stand in a place that is all that differs."""
_PREPOSITIONS: Final = word_set("function_words.prepositions")
_BEFORE_UNIT: Final = word_set("function_words.before_unit")
_ABOUT: Final = word_set("function_words.approximating")
_WHOLE: Final = frozenset({"all", "any", "both", "each", "every"})
_EVERY: Final = _WHOLE - {"any"}
_NOT_EVERY: Final = frozenset({"neither", "none", "only"})
_RANKS: Final = word_set("slots.ordinal")
_ONE: Final = "1"
"""The one figure that is not "both", whatever it counts."""
_AMOUNTS: Final = (("number",), ("quantifier",), ("unit",))
"""What "only" says is little, rather than that nothing else is meant."""
_OTHER_ONLY: Final = frozenset({"not", "the", "if"})
"""Before "only" it makes it another word."""
_BOUNDS: Final = frozenset({"more", "over", "least", "above"})
_PARTS: Final = frozenset({"word", "name", "date", "unit"})
"""Kinds of words that make a stretch a part of its own, which the other claim leaves out."""
_PRECISE: Final = frozenset({"date apart", "unit apart", "opposite apart", "swap"})
"""What is looked for wherever it stands, and is seldom found where it is none."""
_BEFORE: Final = 2
"""So many words before a figure may tell how exact it is."""
_KEPT: Final = 2_048
"""What so many pairs of wordings say otherwise is kept: outlets print the same words with another cue."""


def differences(a: Slots, b: Slots) -> tuple[SlotDifference, ...]:
    """What two claims say otherwise, what weighs most first.

    The order of the two makes no difference but for what is the one and what the other.
    """
    return _whichever_first(_differences, a, b)


def aligned_differences(a: Slots, b: Slots) -> tuple[SlotDifference, ...]:
    """Those of :func:`differences` that are found place by place, which takes half the time."""
    return _whichever_first(_aligned_differences, a, b)


def _whichever_first(
    find: Callable[[Slots, Slots], tuple[SlotDifference, ...]], a: Slots, b: Slots
) -> tuple[SlotDifference, ...]:
    """What is found of two claims, looked for in one order of the two."""
    if a.stems == b.stems:
        return ()
    if (b.stems, b.words) < (a.stems, a.words):
        return tuple(replace(d, one=d.other, other=d.one) for d in find(b, a))
    return find(a, b)


@lru_cache(maxsize=_KEPT)
def _aligned_differences(a: Slots, b: Slots) -> tuple[SlotDifference, ...]:
    aligned = align(a, b)
    places = [_Place(block, a, b) for block in aligned.blocks]
    found = [
        d
        for place in places
        if not place.is_left_out
        for look, kinds in _LOOKS
        if not kinds.isdisjoint(place.kinds)
        for d in look(place)
    ]
    if _cancel(found):
        found = [d for d in found if d.kind not in ("negation", "opposite")]
    if apart := _quantifiers_apart(found, a, b):
        found = [*apart, *(d for d in found if d.kind != "quantifier added")]
    swap = None if aligned.in_order else find_swap(aligned.blocks, a, b)
    if swap:
        found.append(SlotDifference("swap", a.show(swap.one), b.show(swap.other), swap.sure, 1.0))
    found += _only_words(places)
    return tuple(found)


@lru_cache(maxsize=_KEPT)
def _differences(a: Slots, b: Slots) -> tuple[SlotDifference, ...]:
    found = _aligned_differences(a, b)
    is_swapped = any(d.kind == "swap" for d in found)
    known = {f"{d.kind} apart" for d in found if d.weight >= KNOWN}
    more = [
        d
        for d in unordered_differences(a, b)
        if (d.weight >= APART or d.kind in _PRECISE)
        and d.kind not in known
        and not (d.kind == "swap" and is_swapped)
    ]
    return tuple(sorted((*found, *more), key=lambda d: (-d.weight, d.kind, d.one, d.other)))


def _cancel(found: Sequence[SlotDifference]) -> bool:
    """Whether a negation turns an opposite: "is not qualified", "is unqualified", but not "is unqualified" alone."""
    opposites = [d for d in found if d.kind == "opposite"]
    negations = [d for d in found if d.kind == "negation"]
    return any({d.one, d.other}.isdisjoint({n.one, n.other} - {""}) for d in opposites for n in negations)


class _Place:
    """A stretch of each claim that is one place; ``one`` and ``other`` are the words that only one of both has."""

    def __init__(self, block: SlotBlock, a: Slots, b: Slots):
        self.block, self.a, self.b = block, a, b
        self.one, self.other = _left_over(a, block.a, b), _left_over(b, block.b, a)

    @once
    def kinds(self) -> frozenset[str]:
        """What the words here do; "modality" if any tells whether it happened, "both" if each claim has other ones."""
        found: set[str] = {slots.kinds[k] for slots, stretch in self.stretches for k in stretch}
        if any(slots.modality[k] for slots, stretch in self.stretches for k in stretch):
            found.add("modality")
        if self.one and self.other:
            found.add("both")
        return frozenset(found)

    @property
    def is_left_out(self) -> bool:
        """Whether one claim has a whole part here that the other leaves out."""
        return not (self.block.a and self.block.b) and not _PARTS.isdisjoint(self.kinds)

    @property
    def is_at_start(self) -> bool:
        """Whether both claims begin here, where the border of cue and content may be drawn elsewhere."""
        return self.block.a.start == self.block.b.start == 0

    @property
    def stretches(self) -> tuple[tuple[Slots, range], tuple[Slots, range]]:
        """Both claims, each with its stretch."""
        return (self.a, self.block.a), (self.b, self.block.b)

    def only(self, kind: SlotKind) -> tuple[list[int], list[int]]:
        """The places of the words of a kind that only one of both claims has."""
        return _of_kind(kind, self.one, self.a), _of_kind(kind, self.other, self.b)

    def all(self, kind: SlotKind) -> tuple[list[int], list[int]]:
        """The places of all words of a kind here."""
        return _of_kind(kind, self.block.a, self.a), _of_kind(kind, self.block.b, self.b)

    def says(
        self, kind: DifferenceKind, one: Sequence[int], other: Sequence[int], part: float = 1.0
    ) -> SlotDifference:
        """A difference here, ``part`` as sure as the place."""
        sure = self.block.sure * part
        return SlotDifference(kind, self.a.show(one), self.b.show(other), sure, self.block.covered)


def _left_over(own: Slots, stretch: range, other: Slots) -> list[int]:
    """The places of a stretch whose words the other claim has nowhere, or not so often."""
    ours, theirs, stems = own.occurrences, other.occurrences, own.stems
    return [k for k in stretch if ours[stems[k]] > theirs.get(stems[k], 0)]


def _of_kind(kind: SlotKind, places: Sequence[int], slots: Slots) -> list[int]:
    return [k for k in places if slots.kinds[k] == kind]


def _names(place: _Place) -> Iterator[SlotDifference]:
    for kind in ("name", "date"):
        one, other = place.only(kind)
        if one and other and not _are_one_name(place.a, one, place.b, other):
            yield place.says(kind, one, other)


def _are_one_name(a: Slots, one: Sequence[int], b: Slots, other: Sequence[int]) -> bool:
    """Whether any word of the one is a spelling of one of the other, made of its initials, or a place in it."""
    if any(are_spellings(a.words[k], b.words[m]) for k, m in product(one, other)):
        return True
    if any(is_short_name(a, k, b) for k in one) or any(is_short_name(b, k, a) for k in other):
        return True
    return is_place_in_the_other(a.show(one), b.show(other))


def _figures(place: _Place) -> Iterator[SlotDifference]:
    one, other = place.only("number")
    if one and other:
        if not any(_may_be_equal(place.a, k, place.b, m) for k, m in product(one, other)):
            yield place.says("number", one, other)
        return
    for number, own, stretch, others, there in (
        (one, place.a, place.block.a, place.b, place.block.b),
        (other, place.b, place.block.b, place.a, place.block.a),
    ):
        if len(number) == 1 and _are_several(own, number[0], stretch.stop) and _has_one(others, there):
            yield place.says("number", one, other)


def _may_be_equal(a: Slots, k: int, b: Slots, m: int) -> bool:
    """Whether two figures can be one, the coarser being a rounding of the other, or a bound that it passes."""
    one, other = a.measure(k), b.measure(m)
    if one is None or other is None:
        return True
    if one[0] != other[0] and one[0] and other[0]:
        return False
    about = any(_has_before(_ABOUT, *at) for at in ((a, k), (b, m)))
    if abs(one[1] - other[1]) <= (TOLERANCE if about else ROUNDED) * max(one[1], other[1]):
        return True
    low, high, at = (one[1], other[1], (a, k)) if one[1] < other[1] else (other[1], one[1], (b, m))
    zeros = len(f"{low:.0f}") - len(f"{low:.0f}".rstrip("0"))
    return _has_before(_BOUNDS, *at) and high - low < 10**zeros


def _has_before(words: frozenset[str], slots: Slots, place: int) -> bool:
    return not words.isdisjoint(slots.words[max(0, place - _BEFORE) : place])


def _are_several(slots: Slots, place: int, after: int) -> bool:
    """Whether a figure of more than one stands before a unit that both claims have."""
    return after < slots.size and slots.kinds[after] == "unit" and slots.words[place] != "1"


def _has_one(slots: Slots, stretch: range) -> bool:
    """Whether it is "a decade" there."""
    return "a" in slots.words[max(0, stretch.start - 1) : stretch.stop]


def _units(place: _Place) -> Iterator[SlotDifference]:
    one, other = place.all("unit")
    if not (one and other) or all(place.all("number")):
        return
    if _has_measure(place.a, one[0]) and _has_measure(place.b, other[0]):
        yield place.says("unit", one, other)
    elif not any(slots.kinds[k] in _PARTS - {"unit"} for slots, stretch in place.stretches for k in stretch):
        yield place.says("word", one, other)  # "for weeks", "for months"


def _has_measure(slots: Slots, place: int) -> bool:
    """Whether a unit stands after a figure, or after "next" and the like."""
    before = range(max(0, place - UNIT_WITHIN), place)
    if any(slots.kinds[k] == "number" or slots.words[k] in _BEFORE_UNIT for k in before):
        return True
    led = slots.words[place - 1 : place] in (("a",), ("per",))
    return led and slots.kinds[place - 2 : place - 1] == ("unit",)  # "20 dollars a barrel"


def _quantifiers(place: _Place) -> Iterator[SlotDifference]:
    one, other = place.only("quantifier")
    for number, whole, own in zip(place.only("number")[::-1], (one, other), (place.a, place.b), strict=True):
        others = place.b if own is place.a else place.a
        if not (number and whole and own.words[whole[0]] in _EVERY):
            continue
        if own.words[whole[0]] != "both" or others.words[number[0]] == _ONE:
            yield place.says("quantifier", *((whole, number) if own is place.a else (number, whole)))
            return
    at = [*((place.a, k) for k in one), *((place.b, k) for k in other)]
    if at and not (one and other) and all(_leaves_out_others(*each) for each in at):
        yield place.says("only", one, other)
    elif at:
        some_of = any(_is_part(*each) for each in at)
        yield place.says("quantifier" if some_of or (one and other) else "quantifier added", one, other)


def _is_part(slots: Slots, place: int) -> bool:
    """Whether a quantifier takes some of a whole: "only one of the two", but not "both of the two"."""
    return slots.words[place] not in _WHOLE and slots.words[place + 1 : place + 2] == ("of",)


def _leaves_out_others(slots: Slots, place: int) -> bool:
    """Whether a word says that nothing else is meant: "only in June", but not "only two", "only if"."""
    return (
        slots.words[place] == "only"
        and slots.kinds[place + 1 : place + 2] not in _AMOUNTS
        and slots.words[place + 1 : place + 2] != ("if",)
        and _OTHER_ONLY.isdisjoint(slots.words[max(0, place - 1) : place])
    )


def _quantifiers_apart(found: Sequence[SlotDifference], a: Slots, b: Slots) -> list[SlotDifference]:
    """Whether each claim has a quantifier that the other has not, at places of their own: "only one", "both".

    Where they exclude each other, the places need not be sure.
    """
    ones = [d for d in found if d.kind == "quantifier added" and d.one]
    others = [d for d in found if d.kind == "quantifier added" and d.other]
    apart = []
    if ones and others:
        sure, covered = min(ones[0].sure, others[0].sure), min(ones[0].covered, others[0].covered)
        apart = [SlotDifference("quantifier", ones[0].one, others[0].other, sure, covered)]
    for whole in (*ones, *others):
        own, other = (a, b) if whole.one else (b, a)
        none = [k for k, word in enumerate(other.words) if word in _NOT_EVERY and word not in own.words]
        if none and not _EVERY.isdisjoint((whole.one or whole.other).lower().split()):
            fillings = whole.one or other.show(none[:1]), whole.other or other.show(none[:1])
            apart.append(SlotDifference("quantifier", *fillings, 1.0, whole.covered**0.5))
    return apart


def _negation(place: _Place) -> Iterator[SlotDifference]:
    """Whether only one is negated here, and by the number of all its negations, too."""
    one, other = place.all("negator")
    if len(one) % 2 == len(other) % 2:
        return
    if place.a.negations(place.b) % 2 != place.b.negations(place.a) % 2:
        own, negators = (place.a, one) if len(one) % 2 else (place.b, other)
        only = place.only("word")
        elsewhere = all(only) and _negates_any(own, negators[-1], only[own is place.b])
        yield place.says("negation", one, other, ELSEWHERE if elsewhere else 1.0)


def _negates_any(slots: Slots, negator: int, places: Sequence[int]) -> bool:
    """Whether the next word that tells anything is among those at some places."""
    after = (k for k in range(negator + 1, slots.size) if slots.kinds[k] not in ("function", "modal"))
    return next(after, None) in places


def _post(place: _Place) -> Iterator[SlotDifference]:
    """Whether only one has a post here, or each another rank: "the second phase", "the third"."""
    one, other = place.all("post")
    ranks = [{slots.words[k] for k in at} & _RANKS for slots, at in ((place.a, one), (place.b, other))]
    if bool(one) != bool(other) or (all(ranks) and ranks[0].isdisjoint(ranks[1])):
        yield place.says("post", one, other)


def _modality(place: _Place) -> Iterator[SlotDifference]:
    """Whether one says that it happened, and the other that it will or may."""
    one = [k for k in place.block.a if _tells(place.a, k, place.b)]
    other = [k for k in place.block.b if _tells(place.b, k, place.a)]
    x, y = {place.a.modality[k] for k in one}, {place.b.modality[k] for k in other}
    if (x == {"will"} and place.b.is_planned) or (y == {"will"} and place.a.is_planned):
        return  # "vowed to sell", "said that he would sell"
    if ((not x and not place.a.has_tense) or (not y and not place.b.has_tense)) and "may" not in x | y:
        return  # "announced the sale", "said that it would be sold"
    if any(is_possible(place.a.words[k]) for k in one) != any(is_possible(place.b.words[k]) for k in other):
        x, y = x - {"done"} or x, y - {"done"} or y  # "may have" is "may"
    if not x & y and (x | y) - {"done"}:
        yield place.says("modality" if place.block.a and place.block.b else "modality added", one, other)


def _tells(own: Slots, place: int, other: Slots) -> bool:
    """Whether a word says whether something happened; what is only tried or called for, the other claim must have."""
    meant = own.stems[place + 2 : place + 3] if is_meant(own.words[place]) else ()
    return own.modality[place] is not None and all(stem in other.occurrences for stem in meant)


def _meaning(place: _Place) -> Iterator[SlotDifference]:
    """Whether the words are opposites, or have other meanings; words that are in no list say nothing.

    Words that another preposition leads to are of another part, which the other claim leaves out.
    """
    a, b = place.a, place.b
    opposed = next(opposite_pairs([a.words[k] for k in place.one], [b.words[m] for m in place.other]), None)
    if opposed:
        yield place.says("opposite", [place.one[opposed[0]]], [place.other[opposed[1]]])
        return
    one, other = place.only("word")
    one, other = [k for k in one if is_known(a.words[k])], [k for k in other if is_known(b.words[k])]
    if not one or not other or _led_otherwise(place):
        return
    alike = likenesses([a.words[k] for k in one], [b.words[m] for m in other])
    best = (
        list(map(max, alike))
        if len(one) <= len(other)
        else [max(column) for column in zip(*alike, strict=True)]
    )
    unlike = (ALIKE - sum(best) / len(best)) / (ALIKE - UNLIKE)
    if unlike > 0:
        yield place.says("word at start" if place.is_at_start else "word", one, other, min(1.0, unlike))


def _only_words(places: Sequence[_Place]) -> Iterator[SlotDifference]:
    """Whether two claims are the same words but for one or two in one place that do not mean the same."""
    differing = [
        p
        for p in places
        if any(slots.telling(stretch) for slots, stretch in p.stretches) and not _has_synonyms(p)
    ]
    if len(differing) != 1:
        return
    place, a, b = differing[0], differing[0].a, differing[0].b
    most = FEW if place.is_at_start else 2 * FEW
    if any(len(stretch) > most for _, stretch in place.stretches) or _led_otherwise(place):
        return
    if any(place.all("negator")):
        return
    one, other = (
        [k for k in lone if s.kinds[k] in ("word", "name")] for s, lone in ((a, place.one), (b, place.other))
    )
    if not (1 <= len(one) <= FEW and 1 <= len(other) <= FEW):
        return
    if not _are_one_name(a, one, b, other):
        unlike = min(unlikeness(a, k, b, m) for k, m in product(one, other))
        if unlike > 0:
            yield place.says("only word", one, other, unlike)


def _has_synonyms(place: _Place) -> bool:
    """Whether each stretch is one word, and the two mean the same."""
    a, b, one, other = place.a, place.b, place.one, place.other
    if not (len(one) == len(other) == 1 and a.kinds[one[0]] == b.kinds[other[0]] == "word"):
        return False
    if any(slots.telling(stretch) > 1 for slots, stretch in place.stretches):
        return False
    return unlikeness(a, one[0], b, other[0]) <= SYNONYMS


def _led_otherwise(place: _Place) -> bool:
    """Whether each stretch begins with a preposition that the other does not begin with: "in haste", "on foot"."""
    one, other = (_leading(*stretch) for stretch in place.stretches)
    return bool(one and other and not one & other)


def _leading(slots: Slots, stretch: range) -> frozenset[str]:
    """The prepositions before the first word of a stretch that tells anything."""
    before = takewhile(lambda k: slots.kinds[k] == "function", stretch)
    return frozenset(slots.words[k] for k in before) & _PREPOSITIONS


_LOOKS: Final[tuple[tuple[Callable[[_Place], Iterator[SlotDifference]], frozenset[str]], ...]] = (
    (_names, frozenset({"name", "date"})),
    (_figures, frozenset({"number"})),
    (_units, frozenset({"unit"})),
    (_quantifiers, frozenset({"quantifier"})),
    (_negation, frozenset({"negator"})),
    (_post, frozenset({"post"})),
    (_modality, frozenset({"modality"})),
    (_meaning, frozenset({"both"})),
)
"""What is looked for in a place, and one of which kinds it must have to be there."""
