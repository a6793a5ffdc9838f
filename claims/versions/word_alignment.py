"""The word alignment of two versions: which token of the new text is which token of the old one, also where moved.

Anchored as in patience diff: runs of words that occur once in both texts, the heaviest increasing chain of them, and
longest common subsequences in the gaps between.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple, Self

from rapidfuzz.distance import LCSseq

from claims.records import Claim
from claims.versions.article_version import ArticleVersion

ANCHOR_LENGTHS: Final = (4, 2, 1)
"""Lengths in words of the runs that anchor two texts where each occurs once in both, tried in this order."""
MOVED_FROM: Final = 8
"""Least number of words in a row for a passage that was found again out of order."""
LARGEST_LCS: Final = 250_000
"""Gaps between anchors are compared word by word up to this product of their lengths."""

Region = tuple[int, int, int, int]
"""Token indices from and to, end exclusive: in the old text, then in the new one."""


@dataclass(frozen=True, slots=True)
class AlignedVersions:
    """Two versions of an article with the alignment of their word tokens.

    ``to_new`` has for each token of the old version the index of the same token in the new one, -1 where it was
    deleted; ``to_old`` leads from the new tokens to the old ones.
    """

    old: ArticleVersion
    new: ArticleVersion
    to_new: Sequence[int]
    to_old: Sequence[int]

    @classmethod
    def of(cls, old: ArticleVersion, new: ArticleVersion) -> Self:
        """Align the words of two versions."""
        return cls(old, new, *align_words(old.tokens.keys, new.tokens.keys))

    @property
    def swapped(self) -> Self:
        """The same with the old and the new version exchanged."""
        return type(self)(self.new, self.old, self.to_old, self.to_new)

    def overlap(self, old: Claim, new: Claim) -> float:
        """Share, from 0 to 1, of the tokens of the longer of two contents that are aligned with the other content."""
        one, other = self.old.tokens_of(old.content), set(self.new.tokens_of(new.content))
        return sum(self.to_new[k] in other for k in one) / max(len(one), len(other), 1)

    def share_kept(self, start: int, end: int) -> float:
        """Share, from 0 to 1, of the tokens between two offsets of the old text that the new text still has.

        Only tokens that are kept together with a neighbour count: single ones are aligned by chance.
        """
        to_new, last = self.to_new, len(self.to_new) - 1
        inside = self.old.tokens.within(start, end)
        kept = sum(
            to_new[k] >= 0
            and (
                (k < last and to_new[k + 1] == to_new[k] + 1)
                or (k > 0 and to_new[k - 1] == to_new[k] - 1 >= 0)
            )
            for k in inside
        )
        return kept / len(inside) if inside else 0.0


class _Block(NamedTuple):
    """``length`` tokens that are equal, from index ``old`` in the old text and ``new`` in the new one."""

    old: int
    new: int
    length: int


def align_words(old: Sequence[str], new: Sequence[str]) -> tuple[list[int], list[int]]:
    """For each token of the old text the index of the same token in the new one, and back; -1 where there is none.

    Runs of words that occur once in both texts are the anchors; the heaviest chain of them in ascending order is
    kept (patience diff, Bram Cohen), passages out of that order have moved, and the gaps are filled by longest
    common subsequences. Memory grows with the length of the texts, not with its square. Swapping the texts swaps
    the result.
    """
    if tuple(old) > tuple(new):
        to_old, to_new = align_words(new, old)
        return to_new, to_old
    to_new, to_old = [-1] * len(old), [-1] * len(new)
    for i, j in _pairs(old, new):
        if to_new[i] < 0 and to_old[j] < 0:
            to_new[i], to_old[j] = j, i
    return to_new, to_old


def heaviest_increasing_subsequence(values: Sequence[int], weights: Sequence[int]) -> list[int]:
    """The indices, ascending, of the strictly increasing subsequence with the greatest sum of positive weights.

    With equal weights that is a longest increasing subsequence, found as by patience sorting (Fredman, Discrete
    Mathematics 11, 1975).
    """
    # The best chains by their last value: these ascend, and so do the weights of the chains.
    lasts: list[int] = []
    totals: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for index, (value, weight) in enumerate(zip(values, weights, strict=True)):
        at = bisect_left(lasts, value)
        before.append(ends[at - 1] if at else -1)
        total = weight + (totals[at - 1] if at else 0)
        worse = at
        while worse < len(lasts) and totals[worse] <= total:
            worse += 1
        lasts[at:worse], totals[at:worse], ends[at:worse] = [value], [total], [index]
    chain: list[int] = []
    index = ends[-1] if ends else -1
    while index >= 0:
        chain.append(index)
        index = before[index]
    return chain[::-1]


def _pairs(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int]]:
    whole = (0, len(old), 0, len(new))
    blocks = _blocks(old, new, whole, ANCHOR_LENGTHS[0])
    chain = _chain(blocks)
    yield from _pairs_in(chain)
    for block in sorted(set(blocks) - set(chain), key=lambda b: (-b.length, b)):
        if block.length >= MOVED_FROM:
            yield from _pairs_in([block])
    for gap in _gaps(chain, whole):
        yield from _fill(old, new, gap)


def _pairs_in(blocks: Sequence[_Block]) -> Iterator[tuple[int, int]]:
    for block in blocks:
        yield from ((block.old + k, block.new + k) for k in range(block.length))


def _blocks(old: Sequence[str], new: Sequence[str], region: Region, run: int) -> list[_Block]:
    """The anchors of a region, those that follow each other word by word joined, in the order of the old text."""
    of_old, of_new = (
        _unique_runs(old, region[0], region[1], run),
        _unique_runs(new, region[2], region[3], run),
    )
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


def _unique_runs(words: Sequence[str], start: int, end: int, run: int) -> dict[tuple[str, ...], int]:
    """The runs of words that occur once from ``start`` to ``end``, with their indices, in order."""
    if end - start < run:
        return {}
    grams = list(zip(*(words[start + k : end - run + 1 + k] for k in range(run)), strict=True))
    times = Counter(grams)
    return {gram: start + k for k, gram in enumerate(grams) if times[gram] == 1}


def _chain(blocks: Sequence[_Block]) -> list[_Block]:
    """The blocks that ascend in both texts with the most words."""
    kept = heaviest_increasing_subsequence([b.new for b in blocks], [b.length for b in blocks])
    return [blocks[k] for k in kept]


def _gaps(chain: Sequence[_Block], region: Region) -> Iterator[Region]:
    """The regions between the blocks of a chain."""
    i, j = region[0], region[2]
    for block in chain:
        yield i, block.old, j, block.new
        i, j = block.old + block.length, block.new + block.length
    yield i, region[1], j, region[3]


def _fill(
    old: Sequence[str], new: Sequence[str], gap: Region, runs: Sequence[int] = ANCHOR_LENGTHS[1:]
) -> Iterator[tuple[int, int]]:
    low, high, left, right = gap
    if low >= high or left >= right:
        return
    if (high - low) * (right - left) <= LARGEST_LCS:
        for step in LCSseq.opcodes(old[low:high], new[left:right]):
            if step.tag == "equal":
                length = step.src_end - step.src_start
                yield from _pairs_in([_Block(low + step.src_start, left + step.dest_start, length)])
    elif runs:
        chain = _chain(_blocks(old, new, gap, runs[0]))
        yield from _pairs_in(chain)
        for smaller in _gaps(chain, gap):
            yield from _fill(old, new, smaller, runs if chain else runs[1:])
