"""What is known of two units of claims: that they are the same assertion, or that they are in conflict."""

from collections.abc import Sequence
from sys import intern
from typing import Final

import numpy as np

from claims.merging.comparing import compare_profiles
from claims.merging.keys import Indices, Looks, look
from claims.merging.parallel import in_stretches
from claims.merging.profiles import Profile
from claims.records import Claim, Tie

LOOKED_AT_ONCE: Final = 20_000
COMPARED_AT_ONCE: Final = 20_000
"""So many claims, or pairs, are worked on together: few enough for the memory, enough to be worth a process."""
PROFILED_AT_ONCE: Final = 2_000
"""The profiles of so many pairs are kept at a time."""


def looks_of(claims: Sequence[Claim]) -> Looks:
    """The looks of all the claims."""
    return Looks.joined(
        [
            look([]),
            *in_stretches(lambda start, stop: look(claims[start:stop]), len(claims), at_once=LOOKED_AT_ONCE),
        ]
    )


def ties_of(numbers: Sequence[int], claims: Sequence[Claim], one: Indices, other: Indices) -> list[Tie]:
    """The ties between units, given by their numbers and a claim each, of the pairs at these indices."""
    order = np.lexsort((other, one, _nearness(one, other, len(claims))))
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


def _nearness(one: Indices, other: Indices, count: int) -> Indices:
    """A number for each pair, as a rule the same for pairs that are connected: one profile then serves them all."""
    home = np.arange(count)
    for _ in range(4):
        lowest = np.minimum(home[one], home[other])
        np.minimum.at(home, one, lowest)
        np.minimum.at(home, other, lowest)
    nearness: Indices = home[one]
    return nearness


def _ties(numbers: Sequence[int], claims: Sequence[Claim], one: list[int], other: list[int]) -> list[Tie]:
    known: dict[int, Profile] = {k: Profile.of(claims[k]) for k in {*one, *other}}
    compared = compare_profiles([known[k] for k in one], [known[k] for k in other])
    return [
        Tie(
            min(numbers[a], numbers[b]),
            max(numbers[a], numbers[b]),
            c.relation,
            c.probability,
            intern("; ".join(c.reasons[1:] or c.reasons)),  # a million ties have a few hundred reasons
        )
        for a, b, c in zip(one, other, compared, strict=True)
        if c.relation != "different"
    ]
