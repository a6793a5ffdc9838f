"""Claims that stand elsewhere in the new version."""

from collections.abc import Sequence

from claims.versions.likeness import Pair
from claims.versions.order import out_of_order
from claims.versions.version import Version


def moved(before: Version, after: Version, pairs: Sequence[Pair]) -> dict[Pair, str]:
    """In words how the claims moved whose order has changed among those that stand once in each version.

    Where several sets of claims could be the ones that moved, the versions' words decide, not which one is older.
    """
    if not out_of_order([j for _, j in pairs]):
        return {}
    unique = [(i, j) for i, j in pairs if _stands_once(before, i) and _stands_once(after, j)]
    if before.words.keys > after.words.keys:
        turned = sorted((j, i) for i, j in unique)
        moves = {turned[index] for index in out_of_order([i for _, i in turned])}
        gone = [pair for pair in unique if (pair[1], pair[0]) in moves]
    else:
        gone = [unique[index] for index in sorted(out_of_order([j for _, j in unique]))]
    rank = {pair: index for index, pair in enumerate(sorted(unique, key=lambda p: p[1]))}
    return {pair: "moved up" if rank[pair] < unique.index(pair) else "moved down" for pair in gone}


def _stands_once(version: Version, index: int) -> bool:
    return all(version.text.times(s.text) == 1 for s in version.claims[index].claim.content)
