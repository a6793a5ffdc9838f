"""Which word of the new text continues which word of the old one, also where a passage moved."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from rapidfuzz.distance import LCSseq

RUNS: Final = (4, 2, 1)
"""Lengths in words of the runs that anchor two texts where each stands once in both, tried in this order."""
MOVED_FROM: Final = 8
"""Least number of words in a row for a passage that was found again out of order."""
SMALL: Final = 250_000
"""Gaps between anchors are compared word by word up to this product of their lengths."""

Stretch = tuple[int, int, int, int]
"""From where to where, end exclusive: in the old text, then in the new one."""


class _Block(NamedTuple):
    old: int
    new: int
    length: int


def correspondence(old: Sequence[str], new: Sequence[str]) -> tuple[list[int], list[int]]:
    """For each word of the old text the index of the same word in the new one, and back; -1 where there is none.

    Runs of words that stand once in both texts are the anchors; the heaviest chain of them in ascending order is
    kept (patience diff, Cohen), passages out of that order have moved, and the gaps are filled by longest common
    subsequences. Memory grows with the length of the texts, not with its square. Swapping the texts swaps the
    result.
    """
    if tuple(old) > tuple(new):
        back, there = correspondence(new, old)
        return there, back
    there, back = [-1] * len(old), [-1] * len(new)
    for i, j in _pairs(old, new):
        if there[i] < 0 and back[j] < 0:
            there[i], back[j] = j, i
    return there, back


def _pairs(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int]]:
    whole = (0, len(old), 0, len(new))
    blocks = _blocks(old, new, whole, RUNS[0])
    chain = _chain(blocks)
    yield from _of_chain(chain)
    for block in sorted(set(blocks) - set(chain), key=lambda b: (-b.length, b)):
        if block.length >= MOVED_FROM:
            yield from _of_chain([block])
    for gap in _gaps(chain, whole):
        yield from _fill(old, new, gap)


def _of_chain(chain: Sequence[_Block]) -> Iterator[tuple[int, int]]:
    for block in chain:
        yield from zip(
            range(block.old, block.old + block.length),
            range(block.new, block.new + block.length),
            strict=True,
        )


def _blocks(old: Sequence[str], new: Sequence[str], within: Stretch, run: int) -> list[_Block]:
    """Stretches of anchors that follow each other word by word, in the order of the old text."""
    of_old, of_new = _once(old, within[0], within[1], run), _once(new, within[2], within[3], run)
    blocks: list[_Block] = []
    for gram, i in of_old.items():
        j = of_new.get(gram)
        if j is None:
            continue
        last = blocks[-1] if blocks else None
        if last and i - last.old == j - last.new == last.length - run + 1:
            blocks[-1] = last._replace(length=last.length + 1)
        else:
            blocks.append(_Block(i, j, run))
    return blocks


def _once(words: Sequence[str], start: int, end: int, run: int) -> dict[tuple[str, ...], int]:
    """The runs of words that stand once in a stretch, with their places, in order."""
    if end - start < run:
        return {}
    grams = list(zip(*(words[start + k : end - run + 1 + k] for k in range(run)), strict=True))
    times = Counter(grams)
    return {gram: start + k for k, gram in enumerate(grams) if times[gram] == 1}


def _chain(blocks: Sequence[_Block]) -> list[_Block]:
    """The blocks that ascend in both texts with the most words."""
    # Best chains by where they end in the new text: places ascend, and so do the weights.
    places: list[int] = []
    weights: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for index, block in enumerate(blocks):
        at = bisect_left(places, block.new)
        before.append(ends[at - 1] if at else -1)
        weight = block.length + (weights[at - 1] if at else 0)
        worse = at
        while worse < len(places) and weights[worse] <= weight:
            worse += 1
        places[at:worse], weights[at:worse], ends[at:worse] = [block.new], [weight], [index]
    chain: list[_Block] = []
    index = ends[-1] if ends else -1
    while index >= 0:
        chain.append(blocks[index])
        index = before[index]
    return chain[::-1]


def _gaps(chain: Sequence[_Block], within: Stretch) -> Iterator[Stretch]:
    """What lies between the blocks of a chain."""
    i, j = within[0], within[2]
    for block in chain:
        yield i, block.old, j, block.new
        i, j = block.old + block.length, block.new + block.length
    yield i, within[1], j, within[3]


def _fill(
    old: Sequence[str], new: Sequence[str], gap: Stretch, runs: Sequence[int] = RUNS[1:]
) -> Iterator[tuple[int, int]]:
    low, high, left, right = gap
    if low >= high or left >= right:
        return
    if (high - low) * (right - left) <= SMALL:
        for step in LCSseq.opcodes(old[low:high], new[left:right]):
            if step.tag == "equal":
                yield from _of_chain(
                    [_Block(low + step.src_start, left + step.dest_start, step.src_end - step.src_start)]
                )
    elif runs:
        chain = _chain(_blocks(old, new, gap, runs[0]))
        yield from _of_chain(chain)
        for smaller in _gaps(chain, gap):
            yield from _fill(old, new, smaller, runs if chain else runs[1:])
