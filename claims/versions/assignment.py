"""The assignment problem: pairs of two sides with the greatest sum of gains, for large sparse problems, too."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from claims.text.graphs import components

LARGEST_COMPONENT: Final = 100
"""Most items a side that are assigned at once; larger components first lose the weaker half of their pairs."""

Pair = tuple[int, int]
"""The index of an old item and that of a new one."""


def assign(gain: NDArray[np.float64]) -> list[Pair]:
    """Pairs (row, column), ascending, with the greatest sum of gains; a gain of 0 or less makes no pair.

    The Hungarian method in its shortest-augmenting-path form (Jonker and Volgenant, Computing 38, 1987):
    O(rows squared times columns).
    """
    if gain.shape[0] > gain.shape[1]:
        return sorted((row, column) for column, row in assign(gain.T))
    rows, columns = gain.shape
    cost = np.zeros((rows, columns + 1))
    cost[:, 1:] = gain.max(initial=0.0) - np.maximum(gain, 0.0)
    row_price, column_price = np.zeros(rows), np.zeros(columns + 1)  # the dual variables
    row_of = np.full(columns + 1, -1)  # column 0 is the one of the row that is being placed
    for row in range(rows):
        row_of[0], column = row, 0
        nearest, came_from = np.full(columns + 1, np.inf), np.zeros(columns + 1, dtype=np.intp)
        visited = np.zeros(columns + 1, dtype=np.bool_)
        while row_of[column] >= 0:
            visited[column] = True
            at = row_of[column]
            reduced = cost[at] - row_price[at] - column_price
            closer = ~visited & (reduced < nearest)
            nearest[closer], came_from[closer] = reduced[closer], column
            following = int(np.argmin(np.where(visited, np.inf, nearest)))
            step = nearest[following]
            row_price[row_of[visited]] += step
            column_price[visited] -= step
            nearest[~visited] -= step
            column = following
        while column:
            row_of[column] = row_of[came_from[column]]
            column = int(came_from[column])
    placed = [(int(row_of[column]), column - 1) for column in range(1, columns + 1) if row_of[column] >= 0]
    return sorted((row, column) for row, column in placed if gain[row, column] > 0)


def best_pairs(gains: Mapping[Pair, float], old: Sequence[str], new: Sequence[str]) -> list[Pair]:
    """Pairs (old, new) with the greatest sum of gains, every index in one pair at most.

    ``gains`` has the pairs that are allowed, all positive; ``old`` and ``new`` are the items' words, by which equally
    good solutions are ranked. Each connected component is solved on its own, so that no more than the gains and
    one small matrix are held in memory. Swapping the sides swaps the pairs.
    """
    found: list[Pair] = []
    while gains:
        found += [pair for part in _components(gains) for pair in _best(part, old, new)]
        olds, news = {i for i, _ in found}, {j for _, j in found}
        # What is left here was in a component too large to be assigned at once.
        gains = {(i, j): gain for (i, j), gain in gains.items() if i not in olds and j not in news}
    return found


def _components(gains: Mapping[Pair, float]) -> Iterator[dict[Pair, float]]:
    """The gains by connected component of the bipartite graph, none of them large."""
    olds, news = ({pair[side] for pair in gains} for side in (0, 1))
    # In the graph the new items follow the old ones.
    first_new = max(olds) + 1
    nodes = [*olds, *(first_new + j for j in news)]
    of_old: dict[int, list[Pair]] = defaultdict(list)
    for i, j in gains:
        of_old[i].append((i, j))
    for component in components(nodes, ((i, first_new + j) for i, j in gains)):
        part = {pair: gains[pair] for i in component if i < first_new for pair in of_old[i]}
        sides = bisect_left(component, first_new)
        if max(sides, len(component) - sides) <= LARGEST_COMPONENT:
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
    # Where several solutions are equally good, the sides' words decide which one it is, not which side is older.
    if [old[i] for i in olds] > [new[j] for j in news]:
        return [(olds[row], news[column]) for column, row in assign(matrix.T)]
    return [(olds[row], news[column]) for row, column in assign(matrix)]
