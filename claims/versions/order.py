"""Which claims changed their place among those that stayed."""

from bisect import bisect_left
from collections.abc import Sequence


def out_of_order(places: Sequence[int]) -> set[int]:
    """The fewest indices that must be taken out so that the places ascend (longest increasing subsequence)."""
    tails: list[int] = []  # index of the smallest place that ends an ascent of each length
    before: list[int | None] = []
    for index, place in enumerate(places):
        length = bisect_left([places[t] for t in tails], place)
        before.append(tails[length - 1] if length else None)
        tails[length : length + 1] = [index]
    kept: set[int] = set()
    at = tails[-1] if tails else None
    while at is not None:
        kept.add(at)
        at = before[at]
    return set(range(len(places))) - kept
