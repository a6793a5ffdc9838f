"""The best pairing of many: each set of claims that have something to do with each other on its own."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import numpy as np

from claims.versions.assignment import assign

LARGEST: Final = 100
"""So many claims a side at most are assigned at once; larger sets first lose the weaker half of their pairs."""

Pair = tuple[int, int]


def best_pairs(gains: Mapping[Pair, float], old: Sequence[str], new: Sequence[str]) -> list[Pair]:
    """Pairs (old, new) with the greatest sum of gains, every index in one pair at most.

    ``old`` and ``new`` are the sides' words, which decide between pairings that are equally good. Swapping the
    sides swaps the pairs. No more than the gains and one small matrix are held in memory.
    """
    found: list[Pair] = []
    while gains:
        found += [pair for part in _components(gains) for pair in _best(part, old, new)]
        olds, news = {i for i, _ in found}, {j for _, j in found}
        # What is left here was in a set too large to be assigned at once.
        gains = {(i, j): gain for (i, j), gain in gains.items() if i not in olds and j not in news}
    return found


def _components(gains: Mapping[Pair, float]) -> Iterator[dict[Pair, float]]:
    """The gains in parts that share no index, none of them large."""
    of_old: dict[int, list[int]] = defaultdict(list)
    of_new: dict[int, list[int]] = defaultdict(list)
    for i, j in gains:
        of_old[i].append(j)
        of_new[j].append(i)
    free = set(of_old)
    for start in sorted(of_old):
        if start not in free:
            continue
        olds, news, waiting = {start}, set[int](), [start]
        while waiting:
            for j in set(of_old[waiting.pop()]) - news:
                news.add(j)
                fresh = set(of_new[j]) - olds
                olds |= fresh
                waiting += fresh
        free -= olds
        part = {(i, j): gains[i, j] for i in olds for j in of_old[i]}
        if max(len(olds), len(news)) <= LARGEST:
            yield part
        else:
            yield from _components(_strongest(part))


def _strongest(part: Mapping[Pair, float]) -> dict[Pair, float]:
    """The better half of the pairs; where half of them are equally good, each index keeps its first."""
    middle = sorted(part.values())[len(part) // 2]
    better = {pair: gain for pair, gain in part.items() if gain > middle}
    return better or _firsts(part)


def _firsts(part: Mapping[Pair, float]) -> dict[Pair, float]:
    kept: dict[Pair, float] = {}
    olds, news = set[int](), set[int]()
    for i, j in sorted(part, key=lambda pair: (sum(pair), abs(pair[0] - pair[1]), pair)):
        if i not in olds and j not in news:
            olds.add(i)
            news.add(j)
            kept[i, j] = part[i, j]
    return kept


def _best(part: Mapping[Pair, float], old: Sequence[str], new: Sequence[str]) -> list[Pair]:
    """The pairs of a component with the greatest sum of gains."""
    olds, news = sorted({i for i, _ in part}), sorted({j for _, j in part})
    matrix = np.array([[part.get((i, j), 0.0) for j in news] for i in olds])
    # Where several pairings are equally good, the sides' words decide which one it is, not which side is older.
    if [old[i] for i in olds] > [new[j] for j in news]:
        return [(olds[row], news[column]) for column, row in assign(matrix.T)]
    return [(olds[row], news[column]) for row, column in assign(matrix)]
