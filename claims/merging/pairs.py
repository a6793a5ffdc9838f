"""Candidate pairs compared: ties between units that match (the same assertion) or are in conflict."""

from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from sys import intern
from typing import Final

import numpy as np

from claims.merging.blocking import Indices
from claims.merging.comparing import ClaimComparison, compare_for_ties
from claims.merging.parallel import in_stretches, is_shared_out
from claims.merging.profiles import Profile
from claims.merging.repeated import Wordings
from claims.merging.unrelated import worth_comparing
from claims.records import Claim, Tie
from claims.text.word_rarity import rarity
from claims.text.word_senses import has_senses
from claims.text.word_vectors import is_known

Compare = Callable[[Sequence[Profile], Sequence[Profile]], list[ClaimComparison]]
"""How each claim is compared with the one at the same place."""

COMPARED_AT_ONCE: Final = 20_000
"""So many pairs are compared together: few enough for the memory, enough to be worth a process."""
_TILE: Final = 250
"""Claims whose pairs with as many others come one after the other, so that a profile serves all of them."""
_PROFILES: Final = 3 * _TILE
"""So many profiles are kept at a time, to bound the memory."""
WORDED_AT_ONCE: Final = 500
"""So many pairs are compared in one call."""


def ties_among(units: Mapping[int, Sequence[Claim]]) -> list[Tie]:
    """The ties between some units, given with their claims."""
    numbers, claims = list(units), [found[0] for found in units.values()]
    return ties_of(numbers, claims, *Wordings.of(claims).candidates())


def ties_of(numbers: Sequence[int], claims: Sequence[Claim], one: Indices, other: Indices) -> list[Tie]:
    """The ties of candidate pairs; pairs that are different have none.

    ``numbers`` and ``claims``: the units' numbers, and a claim of each; ``one`` and ``other``: both sides of the
    pairs, as indices into these.
    """
    kept = worth_comparing(claims, one, other)
    return ties_found(numbers, claims, one[kept], other[kept], compare_for_ties)


def ties_found(
    numbers: Sequence[int], claims: Sequence[Claim], one: Indices, other: Indices, compare: Compare
) -> list[Tie]:
    """As :func:`ties_of`, but of all pairs, which ``compare`` compares."""
    one, other = _in_tiles(one, other)
    read_lexicons_for(len(one))
    profiles: dict[int, Profile] = {}

    def compared(start: int, stop: int) -> list[Tie]:
        found: list[Tie] = []
        for at in range(start, stop, WORDED_AT_ONCE):
            firsts, seconds = (side[at : min(at + WORDED_AT_ONCE, stop)].tolist() for side in (one, other))
            _renew(profiles, claims, {*firsts, *seconds})
            both = compare([profiles[k] for k in firsts], [profiles[k] for k in seconds])
            found += ties_as_compared(numbers, firsts, seconds, both)
        return found

    return [tie for found in in_stretches(compared, len(one), at_once=COMPARED_AT_ONCE) for tie in found]


def read_lexicons_for(pairs: int) -> None:
    """Read what is known of words, once for all processes that so many pairs are shared out among."""
    if is_shared_out(pairs):
        for asked in (rarity, is_known, has_senses):
            asked("word")


def _in_tiles(one: Indices, other: Indices) -> tuple[Indices, Indices]:
    """The pairs in an order in which those of the same claims, and of connected ones, come together."""
    needed, places = np.unique(np.concatenate([one, other]), return_inverse=True)
    first, second = np.split(places, 2)
    near = lowest_nearby(first, second, len(needed))
    rank = np.empty(len(needed), dtype=np.int64)
    rank[np.argsort(near, kind="stable")] = np.arange(len(needed))
    first, second = np.split(rank[places], 2)
    order = np.lexsort((second, first, second // _TILE, first // _TILE))
    return one[order], other[order]


def lowest_nearby(one: Indices, other: Indices, count: int) -> Indices:
    """The lowest number that each of so many is connected with in a few steps: sorted by it, what is near is together.

    ``one`` and ``other``: both ends of the connections.
    """
    home = np.arange(count)
    for _ in range(4):
        lowest = np.minimum(home[one], home[other])
        np.minimum.at(home, one, lowest)
        np.minimum.at(home, other, lowest)
    return home


def _renew(known: dict[int, Profile], claims: Sequence[Claim], needed: Set[int]) -> None:
    """Add the profiles that are needed to those of the pairs before, of which only so many are kept."""
    if len(known.keys() | needed) > _PROFILES:
        for k in known.keys() - needed:
            del known[k]
    known.update((k, Profile.of(claims[k])) for k in needed - known.keys())


def ties_as_compared(
    numbers: Sequence[int], one: Iterable[int], other: Iterable[int], compared: Iterable[ClaimComparison]
) -> list[Tie]:
    """The ties of pairs, given as indices of the units' ``numbers``, that were so ``compared``."""
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
