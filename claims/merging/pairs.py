"""Candidate pairs compared: ties between units that match (the same assertion) or are in conflict."""

from collections.abc import Mapping, Sequence
from sys import intern
from typing import Final

import numpy as np

from claims.merging.blocking import BlockingIndex, Indices, candidate_pairs
from claims.merging.comparing import compare_wordings
from claims.merging.parallel import in_stretches
from claims.merging.profiles import Profile
from claims.records import Claim, Tie

COMPARED_AT_ONCE: Final = 20_000
"""So many pairs are compared together: few enough for the memory, enough to be worth a process."""
PROFILED_AT_ONCE: Final = 2_000
"""The profiles of so many pairs are kept at a time."""


def ties_among(units: Mapping[int, Sequence[Claim]]) -> list[Tie]:
    """The ties between some units, given with their claims."""
    numbers, claims = list(units), [found[0] for found in units.values()]
    return ties_of(numbers, claims, *candidate_pairs(BlockingIndex.of(claims)))


def ties_of(numbers: Sequence[int], claims: Sequence[Claim], one: Indices, other: Indices) -> list[Tie]:
    """The ties of candidate pairs; pairs that are different have none.

    ``numbers`` and ``claims``: the units' numbers, and a claim of each; ``one`` and ``other``: both sides of the
    pairs, as indices into these.
    """
    order = np.lexsort((other, one, _component(one, other, len(claims))))
    one, other = one[order], other[order]

    def compared(start: int, stop: int) -> list[Tie]:
        return [
            tie
            for at in range(start, stop, PROFILED_AT_ONCE)
            for tie in _ties(
                numbers,
                claims,
                one[at : min(at + PROFILED_AT_ONCE, stop)].tolist(),
                other[at : min(at + PROFILED_AT_ONCE, stop)].tolist(),
            )
        ]

    return [tie for found in in_stretches(compared, len(one), at_once=COMPARED_AT_ONCE) for tie in found]


def _component(one: Indices, other: Indices, count: int) -> Indices:
    """A sort key of the pairs, by which connected ones come together as a rule: a profile then serves several."""
    home = np.arange(count)
    for _ in range(4):
        lowest = np.minimum(home[one], home[other])
        np.minimum.at(home, one, lowest)
        np.minimum.at(home, other, lowest)
    component: Indices = home[one]
    return component


def _ties(numbers: Sequence[int], claims: Sequence[Claim], one: list[int], other: list[int]) -> list[Tie]:
    known: dict[int, Profile] = {k: Profile.of(claims[k]) for k in {*one, *other}}
    compared = compare_wordings([known[k] for k in one], [known[k] for k in other])
    return [
        Tie(
            min(numbers[a], numbers[b]),
            max(numbers[a], numbers[b]),
            c.relation,
            c.one_event if c.relation == "conflict" else c.probability,
            intern("; ".join(c.reasons[1:] or c.reasons)),  # a million ties have a few hundred reasons
        )
        for a, b, c in zip(one, other, compared, strict=True)
        if c.relation != "different"
    ]
