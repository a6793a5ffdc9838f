"""On what condition two claims say that something is so ("if it rains"), and what they except ("all but two")."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from claims.lexicons import word_set
from claims.text.near_negation import EXCEPT, UNIVERSAL
from claims.text.slot_difference import DifferenceKind
from claims.text.slots import Slots
from claims.text.word_matching import WordMatching

IF: Final = frozenset({"if", "unless"})
_CONDITIONS: Final = word_set("slots.condition", "slots.lifting") | {"or"}
"""Words that may say a condition, too: "once it rains", "it must rain, or"."""
_ASKING: Final = word_set("slots.asking")

_NAMED_BY: Final = 3
"""So many words behind "if" name the condition."""

Apart = tuple[DifferenceKind, Sequence[int], Sequence[int]]
"""What differs, and the places of the words that tell it in each claim."""


def other_conditions(matched: WordMatching) -> Iterator[Apart]:
    """Whether only one says on what condition it is so, or the one "if" where the other says "unless"."""
    a, b = matched.a, matched.b
    one, other = _conditions(a), _conditions(b)
    if one and other:
        if a.words[one[0]] != b.words[other[0]] and _negated(a) == _negated(b):
            yield "opposite apart", one[:1], other[:1]
    elif (one and _hangs_on(a, one[0], matched.to_b) and _CONDITIONS.isdisjoint(b.words)) or (
        other and _hangs_on(b, other[0], matched.to_a) and _CONDITIONS.isdisjoint(a.words)
    ):
        yield "condition apart", one[:1], other[:1]


def other_exceptions(matched: WordMatching) -> Iterator[Apart]:
    """Whether only one takes something from the whole of which both speak: "all but Bergen", "all"."""
    a, b = matched.a, matched.b
    one, other = _exceptions(a), _exceptions(b)
    if bool(one) != bool(other) and any(word in UNIVERSAL and word in b.words for word in a.words):
        yield "quantifier", one[:1], other[:1]


def _conditions(slots: Slots) -> list[int]:
    """The places of each "if" and "unless", but for "asked if"."""
    if IF.isdisjoint(slots.words):
        return []
    return [
        k
        for k, word in enumerate(slots.words)
        if word in IF and _ASKING.isdisjoint(slots.words[max(0, k - 1) : k])
    ]


def _hangs_on(slots: Slots, place: int, to: Mapping[int, int]) -> bool:
    """Whether a condition belongs to what both claims say, as the word before it tells, and only one names it.

    "Would return if the ban was lifted" and "the lifting of the ban would bring them back" both do.
    """
    before = next((k for k in range(place - 1, -1, -1) if _tells(slots, k)), None)
    named = [k for k in range(place + 1, slots.size) if _tells(slots, k)][:_NAMED_BY]
    return (before is None or before in to) and 2 * sum(k in to for k in named) < len(named)


def _tells(slots: Slots, place: int) -> bool:
    return slots.kinds[place] not in ("function", "modal")


def _negated(slots: Slots) -> bool:
    return slots.kinds.count("negator") % 2 == 1


def _exceptions(slots: Slots) -> list[int]:
    if EXCEPT.isdisjoint(slots.words):
        return []
    return [k for k, word in enumerate(slots.words) if word in EXCEPT and slots.kinds[k] == "negator"]
