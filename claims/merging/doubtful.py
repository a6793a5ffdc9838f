"""What may be one assertion and was not joined: pairs of claims that a desk can settle.

Merging prefers to miss a pair, so that a group holds one assertion. What it finds possible, but not likely enough, a
desk looks at: one in four of these is one assertion, and of those that merging misses more than half are among them
(``benchmarks/collected.py``).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from claims.merging.candidates import Candidates
from claims.merging.comparing import WEIGHTS, wordings_of_same
from claims.merging.duplicates import earliest, in_identity, pairs_in_order
from claims.merging.profiles import Profile
from claims.merging.rulings import Rulings
from claims.records import Claim, DoubtfulMatch, Tie

DOUBTFUL: Final = 0.1
"""The probability from which on two claims that were not joined are shown as perhaps the same."""


def doubtful_matches(
    units: Mapping[int, Sequence[Claim]], ties: Iterable[Tie], groups: Mapping[str, str], rulings: Rulings
) -> list[DoubtfulMatch]:
    """The pairs of assertions that may be one and are not joined, the likeliest first.

    ``groups`` has the group's id of every claim that is in one, by the claim's id. Of two groups the likeliest pair of
    claims is given, in the earliest articles that have it. What the desk has decided on is not among them.
    """
    ordered = {number: in_identity(claims) for number, claims in units.items()}
    decided = {_sides(pair, groups) for pair in rulings.cannot_link}
    best: dict[frozenset[str], DoubtfulMatch] = {}
    for match in _possible(ordered, ties, groups, decided):
        sides = _sides((match.first.id, match.second.id), groups)
        if sides not in best or _place(match) < _place(best[sides]):
            best[sides] = match
    return sorted(best.values(), key=_place)


def _possible(
    units: Mapping[int, Sequence[Claim]],
    ties: Iterable[Tie],
    groups: Mapping[str, str],
    decided: set[frozenset[str]],
) -> Iterator[DoubtfulMatch]:
    profiles = {number: Profile.of(claims[0]) for number, claims in units.items()}
    candidates = Candidates(profiles, units, WEIGHTS)
    for tie in ties:
        both = next(pairs_in_order(units[tie.first], units[tie.second]), None)
        if tie.relation != "same" or both is None:
            continue
        sides = _sides((claim.id for claim in both), groups)
        if len(sides) == 1 or sides in decided:
            continue
        probability = candidates.probability(tie.first, tie.second, tie.probability)
        if probability >= DOUBTFUL:
            ((said, _),) = wordings_of_same([profiles[tie.first]], [profiles[tie.second]])
            alike = f"their articles {candidates.story(tie.first, tie.second):.0%} alike".replace("%", " %")
            reasons = dict.fromkeys((said, alike, tie.reason))
            yield DoubtfulMatch(*both, round(probability, 4), "; ".join(reasons))


def _sides(claims: Iterable[str], groups: Mapping[str, str]) -> frozenset[str]:
    """What two claims stand for: the group that each is in, else itself."""
    return frozenset(groups.get(claim, claim) for claim in claims)


def _place(match: DoubtfulMatch) -> tuple[object, ...]:
    return -match.probability, earliest(match.first), earliest(match.second)
