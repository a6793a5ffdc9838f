"""Repeated wordings: the same words of the same speaker in many units, of which a few stand for all in comparisons.

A slogan, what an office says of each case, an "officials said" of nobody known: ten thousand units may differ in
nothing but their days and articles. Each two of them compared would be fifty million ties, and as many of them with
whatever is worded like them. So a few stand for each wording: they are compared with each other and with those that
stand for other wordings. All others are tied to the first of these only, and follow them (``following.py``). A wording
of so few units that all of them stand is compared as if it were none.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Self

import numpy as np

from claims.merging.blocking import (
    ENOUGH_KEYS,
    BlockingIndex,
    Indices,
    candidate_pairs,
    key_weight,
    sharing_stems,
)
from claims.merging.duplicates import WordingKey, wording_of
from claims.records import Claim

STANDING: Final = 30
"""So many units of one wording stand for it: more than the days on which all but slogans are reported."""
TIED: Final = 3
"""Each of the other units is tied to so many of these, so that they stay together when one of these goes."""


def by_wording(claims: Mapping[int, Claim]) -> list[list[int]]:
    """The units of each wording, given with a claim of each; those that stand for it first, in an order of their own.

    By the claims' ids, which hang neither on the order in which they came nor on anything else in a ledger: so the same
    ones stand, as far as they are there.
    """
    found: dict[WordingKey, list[int]] = defaultdict(list)
    for number in sorted(claims, key=lambda n: claims[n].id):
        found[wording_of(claims[number])].append(number)
    return list(found.values())


@dataclass(frozen=True, slots=True)
class Wordings:
    """Some claims by their wordings.

    ``places``: where the claims of each wording are, those that stand for it first.
    ``index``: what blocking needs of each wording; its owners are the wordings.
    """

    places: list[list[int]]
    index: BlockingIndex

    @classmethod
    def of(cls, claims: Sequence[Claim]) -> Self:
        """The wordings of some claims, each of another unit."""
        places = by_wording(dict(enumerate(claims)))
        places.sort()  # as the claims come, which is as they can be compared best
        return cls(places, BlockingIndex.of([claims[its[0]] for its in places]))

    def candidates(self) -> tuple[Indices, Indices]:
        """The pairs of claims to be compared, as their places, the lower one first; each once."""
        one, other = candidate_pairs(self.index)
        own = self._comparable_with_themselves()
        first, second = self._standing(np.concatenate([one, own]), np.concatenate([other, own]))
        others = [
            (one, other)
            for its in map(self.places.__getitem__, own.tolist())
            for other in its[STANDING:]
            for one in its[:TIED]
        ]
        following = np.array(others, dtype=np.int64).reshape(-1, 2)
        first, second = np.append(first, following[:, 0]), np.append(second, following[:, 1])
        return np.minimum(first, second), np.maximum(first, second)

    def _comparable_with_themselves(self) -> Indices:
        several = np.array([k for k, its in enumerate(self.places) if len(its) > 1], dtype=np.int64)
        weights = np.bincount(
            self.index.owners, weights=key_weight(self.index.keys), minlength=len(self.places)
        )
        several = several[weights[several] >= ENOUGH_KEYS]
        return sharing_stems(self.index, several, several)[0]

    def _standing(self, one: Indices, other: Indices) -> tuple[Indices, Indices]:
        """Each pair of claims that stand for the wordings of a pair; of a wording with itself, each once."""
        sizes = np.array([min(len(its), STANDING) for its in self.places], dtype=np.int64)
        places = np.array([place for its in self.places for place in its[:STANDING]], dtype=np.int64)
        begins = np.cumsum(sizes) - sizes
        counts = sizes[one] * sizes[other]
        nth = np.arange(int(counts.sum())) - np.repeat(np.cumsum(counts) - counts, counts)
        width = np.repeat(sizes[other], counts)
        first = np.repeat(begins[one], counts) + nth // width
        second = np.repeat(begins[other], counts) + nth % width
        kept = (first < second) | np.repeat(one != other, counts)
        return places[first[kept]], places[second[kept]]
