"""Two claims aligned word by word: the stretches of each between the words that both have in the same order.

The alignment is the longest common subsequence of the stems. A stretch of the one and a stretch of the other are one
place where the words around them are the same.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from rapidfuzz.distance import Indel

from claims.text.slots import Slots

ANCHOR: Final = 3.0
"""So many equal words on a side make a place wholly sure; a word that tells nothing counts half."""
EDGE: Final = 2.0
"""What the beginning or the end of both claims counts, beside the words before it."""
LONG: Final = 4
"""Stretches that are longer on average are less surely one place."""


class SlotBlock(NamedTuple):
    """A stretch of each claim, as places of its words, between words that are equal; either may be empty.

    ``sure`` (0 to 1): how surely both are one place. ``covered`` (0 to 1): how much of all other words is aligned.
    """

    a: range
    b: range
    sure: float
    covered: float


@dataclass(frozen=True, slots=True)
class SlotAlignment:
    """The blocks in order, and whether all words that both have stand in the same order."""

    blocks: Sequence[SlotBlock]
    in_order: bool


def align(a: Slots, b: Slots) -> SlotAlignment:
    """Align two claims."""
    equal = [
        (found.a, found.b, found.size) for found in Indel.opcodes(a.stems, b.stems).as_matching_blocks()
    ]  # the last one is empty, behind the end of both
    places: list[tuple[range, range, float]] = []
    telling = aligned = a_end = b_end = 0
    left = EDGE
    for start, there, size in equal:
        told = a.telling(range(start, start + size))
        right = (size + told) / 2
        right += EDGE * (start + size == a.size and there + size == b.size)
        if start > a_end or there > b_end:
            sure = (min(left, ANCHOR) + min(right, ANCHOR)) / (2 * ANCHOR)
            length = (start - a_end + there - b_end) / 2
            places.append((range(a_end, start), range(b_end, there), sure * min(1.0, LONG / length)))
        left, a_end, b_end = right + EDGE * (start == there == 0), start + size, there + size
        telling, aligned = telling + told, aligned + size
    sizes = [max(a.telling(one), b.telling(other)) for one, other, _ in places]
    total = telling + sum(sizes)
    blocks = [
        SlotBlock(one, other, sure, telling / max(1, total - size))
        for (one, other, sure), size in zip(places, sizes, strict=True)
    ]
    return SlotAlignment(blocks, in_order=_in_common(a, b) == aligned)


def _in_common(a: Slots, b: Slots) -> int:
    """How many words both have, in whatever order."""
    there = b.occurrences
    return sum(min(count, there[root]) for root, count in a.occurrences.items() if root in there)
