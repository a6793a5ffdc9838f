"""What the desk decided about groups, in the form in which grouping obeys it."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from claims.records import Decision


@dataclass(frozen=True, slots=True)
class Rulings:
    """Pairs of claims, by their ids, that are joined or kept apart, each with the number of the decision.

    ``alone`` are the claims that were split from others: no unit may hide them among equal claims.
    """

    joined: dict[frozenset[str], int]
    apart: dict[frozenset[str], int]
    alone: frozenset[str]


def rulings(decisions: Iterable[Decision]) -> Rulings:
    """The rulings of the decisions that hold; where two contradict each other the later one counts."""
    joined: dict[frozenset[str], int] = {}
    apart: dict[frozenset[str], int] = {}
    alone: set[str] = set()
    for decision in sorted(decisions, key=lambda d: d.number):
        if decision.undone:
            continue
        if decision.kind == "join":
            for pair in map(frozenset, combinations(decision.about, 2)):
                joined[pair] = decision.number
                apart.pop(pair, None)
        elif decision.kind == "split":
            claim, *others = decision.about
            alone.add(claim)
            for pair in (frozenset((claim, other)) for other in others):
                apart[pair] = decision.number
                joined.pop(pair, None)
    return Rulings(joined, apart, frozenset(alone))


NO_RULINGS: Final = Rulings({}, {}, frozenset())
