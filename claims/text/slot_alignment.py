"""Two claims aligned word by word: the stretches of each between the words that both have in the same order.

The alignment is the longest common subsequence of the stems. A stretch of the one and a stretch of the other are one
place where the words around them are the same.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from rapidfuzz.distance import Indel

from claims.text.slots import SlotKind, Slots

ANCHOR: Final = 3.0
"""So many equal words on a side make a place wholly sure; a word that tells nothing counts half."""
EDGE: Final = 2.0
"""What the beginning or the end of both claims counts, beside the words before it."""
LONG: Final = 4
"""Stretches that are longer on average are less surely one place."""


@dataclass(frozen=True, slots=True)
class SlotBlock:
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
        (found.src_start, found.src_end, found.dest_start)
        for found in Indel.opcodes(a.stems, b.stems)
        if found.tag == "equal"
    ]
    places: list[tuple[range, range, float]] = []
    telling = sum(tells(a.kinds[k]) for start, stop, _ in equal for k in range(start, stop))
    left, a_end, b_end = EDGE, 0, 0
    for start, stop, there in (*equal, (a.size, a.size, b.size)):
        right = sum(1.0 if tells(a.kinds[k]) else 0.5 for k in range(start, stop))
        right += EDGE * (stop == a.size and there + stop - start == b.size)
        if start > a_end or there > b_end:
            sure = (min(left, ANCHOR) + min(right, ANCHOR)) / (2 * ANCHOR)
            length = (start - a_end + there - b_end) / 2
            places.append((range(a_end, start), range(b_end, there), sure * min(1.0, LONG / length)))
        left, a_end, b_end = right + EDGE * (start == there == 0), stop, there + stop - start
    sizes = [max(_telling(a, one), _telling(b, other)) for one, other, _ in places]
    total = telling + sum(sizes)
    blocks = [
        SlotBlock(one, other, sure, telling / max(1, total - size))
        for (one, other, sure), size in zip(places, sizes, strict=True)
    ]
    return SlotAlignment(blocks, _in_order(a, b, sum(stop - start for start, stop, _ in equal)))


def tells(kind: SlotKind) -> bool:
    """Whether a word of a kind tells anything by itself."""
    return kind != "function"


def _telling(slots: Slots, stretch: range) -> int:
    return sum(tells(slots.kinds[k]) for k in stretch)


def _in_order(a: Slots, b: Slots, aligned: int) -> bool:
    """Whether no word that both have is left out of the alignment."""
    left = list(b.stems)
    common = 0
    for root in a.stems:
        if root in left:
            left.remove(root)
            common += 1
    return common == aligned
