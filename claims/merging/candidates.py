"""Which pairs of claims are worth comparing, found without looking at all pairs."""

from collections.abc import Iterator
from typing import Final

import numpy as np

from claims.merging.keys import ENOUGH, Indices, Looks, Numbers, Owners, weight

LEAST_SHARED: Final = 0.22
"""Share of the stems of the claim with fewer that the other must have, too (one more counts as not shared) ..."""
WITH_FIGURES: Final = 0.15
"""... or this share where both have figures, which may agree or clash."""
AT_ONCE: Final = 2_000_000
"""So many pairs are looked at together, to bound the memory."""


def candidate_pairs(looks: Looks) -> tuple[Indices, Indices]:
    """Pairs of claims, as indices, that can be the same or in conflict: they share keys and stems enough.

    Two arrays, the lower index of each pair first; each pair once, in order.
    """
    none = np.zeros(0, dtype=np.int64)
    pairs = _having_enough_keys_in_common(looks.owners, looks.keys)
    found = [(none, none), *(sharing(looks, *some) for some in pairs)]
    return np.concatenate([f[0] for f in found]), np.concatenate([f[1] for f in found])


def sharing(looks: Looks, one: Indices, other: Indices) -> tuple[Indices, Indices]:
    """Those of the pairs, given as indices, that share enough stems."""
    if not len(one):
        return one, other
    begins = np.cumsum(looks.sizes) - looks.sizes
    shared = np.zeros(len(one), dtype=np.int64)
    for start in range(0, len(one), 200_000):
        chunk = slice(start, start + 200_000)
        needed, places = np.unique(np.concatenate([one[chunk], other[chunk]]), return_inverse=True)
        sizes = looks.sizes[needed]
        numbers = np.unique(looks.stems[_places(begins[needed], sizes)], return_inverse=True)[1]
        own = np.cumsum(sizes) - sizes
        both = np.concatenate([_marked(at, numbers, own, sizes) for at in np.split(places, 2)])
        both.sort()
        twice = both[1:][both[1:] == both[:-1]] >> 32
        shared[chunk] = np.bincount(twice, minlength=len(one[chunk]))
    least = np.where(looks.figures[one] & looks.figures[other], WITH_FIGURES, LEAST_SHARED)
    enough = shared >= least * (np.minimum(looks.sizes[one], looks.sizes[other]) + 1)
    return one[enough], other[enough]


def _places(begins: Indices, sizes: Indices) -> Indices:
    """The places of several stretches, one after the other."""
    before = np.cumsum(sizes) - sizes
    places: Indices = np.arange(int(sizes.sum())) + np.repeat(begins - before, sizes)
    return places


def _marked(rows: Indices, numbers: Indices, begins: Indices, sizes: Indices) -> Indices:
    """The stems of each row, one after the other, each marked with the place of its row in ``rows``."""
    marks = np.repeat(np.arange(len(rows)), sizes[rows])
    marked: Indices = (marks << 32) | numbers[_places(begins[rows], sizes[rows])]
    return marked


def _having_enough_keys_in_common(owners: Owners, found: Numbers) -> Iterator[tuple[Indices, Indices]]:
    """Pairs of owners: those of one stretch of owners with all later ones at a time, so that all keys count."""
    order = np.argsort(found, kind="stable")
    found = found[order]
    shared = np.zeros(len(found), dtype=np.bool_)
    shared[1:] = found[1:] == found[:-1]
    shared[:-1] |= shared[1:]
    owners, found = owners[order[shared]].astype(np.int64), found[shared]
    del order
    ends = np.searchsorted(found, found, side="right")
    after = ends - np.arange(len(found)) - 1
    several = np.flatnonzero(after)
    several = several[np.argsort(owners[several], kind="stable")]
    total = np.cumsum(after[several])
    start = 0
    while start < len(several):
        done = total[start - 1] if start else 0
        last = min(int(np.searchsorted(total, done + AT_ONCE, side="right")), len(several) - 1)
        stop = int(np.searchsorted(owners[several], owners[several[max(start, last)]], side="right"))
        places = several[start:stop]
        counts = after[places]
        first = np.repeat(places, counts)
        second = first + 1 + np.arange(len(first)) - np.repeat(np.cumsum(counts) - counts, counts)
        both, at = np.unique((owners[first] << 32) | owners[second], return_inverse=True)
        both = both[np.bincount(at, weights=weight(found[first])) >= ENOUGH]
        yield both >> 32, both & 0xFFFFFFFF
        start = stop
