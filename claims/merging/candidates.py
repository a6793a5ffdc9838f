"""Which pairs of claims are worth comparing, found without looking at all pairs."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import Final

import numpy as np
from numpy.typing import NDArray

from claims.merging.profiles import Profile

LEAST_SHARED: Final = 0.4
"""Share of the stems of the claim with fewer that the other must have, too."""
WHOLE_SHARED: Final = 0.35
"""Share of both claims' stems that they must have in common (Dice) ..."""
PIECE_SHARED: Final = 0.75
"""... unless the one with fewer has this share of its own in common: it may be a piece of the other."""
MOST_LOOKED_UP: Final = 8
"""How many stems are looked up for a claim, at most: the rarest ones."""

Indices = NDArray[np.int64]


def candidate_pairs(profiles: Sequence[Profile]) -> list[tuple[int, int]]:
    """Pairs of indices, each once, the lower first, sorted, of claims that can be the same or in conflict.

    Those are claims that share enough stems or a run of eight words. The claim with fewer stems looks its
    rarest ones up among all stems of the others, so that a short trimmed quotation finds the long one; a claim
    that shares enough with it must have one of them (prefix filtering: Chaudhuri, Ganti and Kaushik, ICDE 2006),
    but for long claims, where all but the eight rarest stems are left out.
    """
    pairs: set[tuple[int, int]] = set()
    for index, near in enumerate(_neighbours([p.stems for p in profiles])):
        pairs.update((min(index, other), max(index, other)) for other in near)
    for together in _index(p.runs for p in profiles).values():
        pairs.update(combinations(together, 2))
    return sorted(pairs)


def _neighbours(stems: Sequence[frozenset[str]]) -> Iterator[list[int]]:
    """For each claim the indices of those that have no fewer stems, and enough of its own."""
    having = _index(stems)
    # Numbered from the rarest to the most frequent, so that a claim's first numbers are its rarest stems.
    numbers = {stem: k for k, stem in enumerate(sorted(having, key=lambda s: (len(having[s]), s)))}
    claims_with = [np.array(having[stem], dtype=np.int64) for stem in numbers]
    rows = [np.array(sorted(numbers[s] for s in own), dtype=np.int64) for own in stems]
    sizes = np.array([row.size for row in rows], dtype=np.int64)
    starts = np.concatenate([[0], np.cumsum(sizes)])
    flat = np.concatenate([np.zeros(0, dtype=np.int64), *rows])
    own = np.zeros(len(numbers), dtype=np.int64)
    for index, row in enumerate(rows):
        looked_up = row[: min(MOST_LOOKED_UP, row.size - int(np.ceil(LEAST_SHARED * row.size)) + 1)]
        if not row.size:
            yield []
            continue
        found = np.unique(np.concatenate([claims_with[number] for number in looked_up]))
        found = found[(sizes[found] >= row.size) & (found != index)]
        own[row] = 1
        shared = _sums(own, flat, starts[found], sizes[found])
        own[row] = 0
        enough = (shared >= LEAST_SHARED * row.size) & (
            (2 * shared >= WHOLE_SHARED * (row.size + sizes[found])) | (shared >= PIECE_SHARED * row.size)
        )
        yield found[enough].tolist()


def _sums(values: Indices, flat: Indices, starts: Indices, sizes: Indices) -> Indices:
    """For each stretch of ``flat`` the sum of the values that its numbers stand for; no stretch is empty."""
    if not starts.size:
        return starts
    ends = np.cumsum(sizes)
    places = np.arange(ends[-1]) + np.repeat(starts - (ends - sizes), sizes)
    return np.add.reduceat(values[flat[places]], ends - sizes)


def _index(keys: Iterable[frozenset[str]]) -> dict[str, list[int]]:
    """For each key the indices, ascending, of those that have it."""
    having: dict[str, list[int]] = defaultdict(list)
    for index, own in enumerate(keys):
        for key in own:
            having[key].append(index)
    return having
