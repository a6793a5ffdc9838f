"""Conflicts: claims of different articles that disagree about one event, a pair for each two assertions.

Whether two wordings disagree hangs on the wordings alone, and is known of their units (a tie). Whether they are told of
one event hangs on the articles, of which a unit has many, and more with time: that is decided when conflicts are asked
for, of the claims that are there, so that it is the same in whatever order they came.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from claims.freed_memory import uncollected
from claims.merging.candidates import are_in_conflict
from claims.merging.clustering import groups_of
from claims.merging.comparing import WEIGHTS
from claims.merging.duplicates import earliest, pairs_in_order, units_of
from claims.merging.pairs import ties_among
from claims.merging.profiles import Profile
from claims.merging.rulings import NO_RULINGS, Rulings
from claims.names import same_speaker, share_speaker
from claims.records import Claim, Conflict, Tie

_FIGURE: Final = "figure: "
"""What the reason of a conflict begins with where a figure differs."""


def find_conflicts(claims: Iterable[Claim], rulings: Rulings = NO_RULINGS) -> list[Conflict]:
    """Claims of different articles about one event that disagree: a pair for each two assertions."""
    with uncollected():
        units = units_of(claims, rulings)
        ties = ties_among(units)
        in_groups = {c.id: group.id for group in groups_of(units, ties, rulings) for c in group.claims}
        return conflicts_of(units, ties, in_groups)


def conflicts_of(
    units: Mapping[int, Sequence[Claim]], ties: Iterable[Tie], groups: Mapping[str, str]
) -> list[Conflict]:
    """The conflicts between units of different articles, the earliest claims standing for each group.

    ``groups`` has the group's id of every claim that is in one, by the claim's id.
    """
    found: dict[frozenset[str], Conflict] = {}
    likely = _Likely()
    for tie in ties:
        if tie.relation != "conflict":
            continue
        pairs = pairs_in_order(units[tie.first], units[tie.second])
        both = next((pair for pair in pairs if likely.are(tie.probability, *pair)), None)
        if both is None:
            continue
        sides = frozenset(groups.get(claim.id, claim.id) for claim in both)
        first, second = map(likely.profile, both)
        conflict = Conflict(*both, _development(first, second, tie.reason))
        known = found.get(sides)
        if known is None or _place(conflict) < _place(known):
            found[sides] = conflict
    return sorted(found.values(), key=_place)


class _Likely:
    """Which claims that disagree are likely in conflict; what that takes of a claim is worked out once."""

    def __init__(self) -> None:
        self._profiles: dict[tuple[str, str], Profile] = {}

    def are(self, by_words: float, *both: Claim) -> bool:
        """Whether two claims are, in a ledger; ``by_words`` as of :func:`claims.merging.events.are_of_one_event`."""
        one, other = map(self.profile, both)
        return are_in_conflict(by_words, one, other, WEIGHTS)

    def profile(self, claim: Claim) -> Profile:
        """The claim prepared for comparison."""
        key = claim.article.key, claim.id
        if key not in self._profiles:
            self._profiles[key] = Profile.of(claim)
        return self._profiles[key]


def _development(first: Profile, second: Profile, differs: str) -> str:
    """How two claims differ; a figure that one speaker gives anew on a later day is a development, and no mistake."""
    days = first.claim.article.published, second.claim.article.published
    if days[0] is None or days[1] is None or days[0] >= days[1] or not differs.startswith(_FIGURE):
        return differs
    both = first.claim, second.claim
    if same_speaker(*both) != "same" and not share_speaker(*both):
        return differs
    return f"development from {days[0]} to {days[1]}, {_in_their_order(first, differs)}"


def _in_their_order(first: Profile, differs: str) -> str:
    """The figures in the order of the claims, the first of which is given; a comparison has the lesser one first."""
    figures, *others = differs.split("; ")
    less, _, more = figures.removeprefix(_FIGURE).partition(" / ")
    earlier = {str(figure) for figure in first.figures}
    if more in earlier and less not in earlier:
        figures = f"{_FIGURE}{more} / {less}"
    return "; ".join((figures, *others))


def _place(conflict: Conflict) -> tuple[object, ...]:
    return earliest(conflict.first), earliest(conflict.second)
