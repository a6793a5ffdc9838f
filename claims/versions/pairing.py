"""Which claims of two versions belong together, those included that were found in one of them only."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from claims.records import Claim
from claims.versions.alignment import align
from claims.versions.likeness import Pair
from claims.versions.projection import found_again
from claims.versions.rolling import Rolled
from claims.versions.sides import Sides
from claims.versions.version import Version

SAME_PLACE: Final = 0.5
"""Share of the words of two contents that must be the same words of the text for the claims to be one."""


@dataclass(frozen=True, slots=True)
class Pairing:
    """The pairs (old, new), ascending, and the claims without a partner that were found again by their words.

    ``old_again`` has by its index in the old version such a claim as it stands in the new one; ``new_again`` the
    other way round.
    """

    pairs: tuple[Pair, ...]
    old_again: Mapping[int, Claim]
    new_again: Mapping[int, Claim]


def pairing(sides: Sides, rolled: tuple[Rolled, Rolled]) -> Pairing:
    """Pair the claims of two versions; ``rolled`` are the entries of each that the other lacks."""
    old, new = sides.old.claims, sides.new.claims
    pairs = align(
        old,
        new,
        lambda i, j: sides.kept(old[i].claim, new[j].claim),
        rolled=(_inside(sides.old, rolled[0]), _inside(sides.new, rolled[1])),
    )
    alone = _alone(len(old), [i for i, _ in pairs]), _alone(len(new), [j for _, j in pairs])
    there, back = _again(sides, alone[0]), _again(sides.swapped, alone[1])
    shared = {(i, j): s for i, claim in there.items() for j, s in _overlapping(sides, claim, alone[1])}
    for j, claim in back.items():
        for i, share in _overlapping(sides.swapped, claim, alone[0]):
            shared[i, j] = max(share, shared.get((i, j), 0.0))
    more: list[Pair] = []
    for i, j in sorted(shared, key=lambda pair: (-shared[pair], sum(pair), pair)):
        if all(i != a and j != b for a, b in more):
            more.append((i, j))
    for i, j in more:
        there.pop(i, None)
        back.pop(j, None)
    return Pairing(tuple(sorted([*pairs, *more])), there, back)


def _inside(version: Version, rolled: Rolled) -> set[int]:
    return {k for k, p in enumerate(version.claims) if rolled.holds(p.claim.content[0].start)}


def _alone(count: int, paired: list[int]) -> list[int]:
    return sorted(set(range(count)) - set(paired))


def _again(sides: Sides, alone: list[int]) -> dict[int, Claim]:
    found = {i: found_again(sides.old.claims[i].claim, sides) for i in alone}
    return {i: claim for i, claim in found.items() if claim}


def _overlapping(sides: Sides, claim: Claim, alone: list[int]) -> list[tuple[int, float]]:
    """The claims of the new version without a partner whose content is in the place of this one's."""
    words = set(sides.new.indices(claim.content))
    found = []
    for j in alone:
        other = set(sides.new.indices(sides.new.claims[j].claim.content))
        share = len(words & other) / len(words | other)
        if share >= SAME_PLACE:
            found.append((j, share))
    return found
