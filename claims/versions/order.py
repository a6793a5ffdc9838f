"""Which claims changed their place among those that stayed."""

from bisect import bisect_left
from collections.abc import Sequence


def out_of_order(places: Sequence[int]) -> set[int]:
    """The fewest indices that must be taken out so that the places ascend (longest increasing subsequence)."""
    smallest: list[int] = []  # the smallest place that ends an ascent of each length, and its index
    tails: list[int] = []
    before: list[int | None] = []
    for index, place in enumerate(places):
        length = bisect_left(smallest, place)
        before.append(tails[length - 1] if length else None)
        smallest[length : length + 1] = [place]
        tails[length : length + 1] = [index]
    kept: set[int] = set()
    at = tails[-1] if tails else None
    while at is not None:
        kept.add(at)
        at = before[at]
    return set(range(len(places))) - kept
