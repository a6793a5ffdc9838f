"""The desk's decisions about groups in clustering's terms: must-link and cannot-link pairs of claims."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from claims.records import Decision


@dataclass(frozen=True, slots=True)
class Rulings:
    """Pairs of claims, by their ids, that must or cannot be in one group, each with the number of the decision.

    ``alone`` are the claims that were split from others: each is a unit of its own, also among exact duplicates.
    """

    must_link: dict[frozenset[str], int]
    cannot_link: dict[frozenset[str], int]
    alone: frozenset[str]


def rulings(decisions: Iterable[Decision]) -> Rulings:
    """The rulings of the decisions that hold; where two contradict each other the later one counts."""
    must_link: dict[frozenset[str], int] = {}
    cannot_link: dict[frozenset[str], int] = {}
    alone: set[str] = set()
    for decision in sorted(decisions, key=lambda d: d.number):
        if decision.undone:
            continue
        if decision.kind == "join":
            for pair in map(frozenset, combinations(decision.about, 2)):
                must_link[pair] = decision.number
                cannot_link.pop(pair, None)
        elif decision.kind == "split":
            claim, *others = decision.about
            alone.add(claim)
            for pair in (frozenset((claim, other)) for other in others):
                cannot_link[pair] = decision.number
                must_link.pop(pair, None)
    return Rulings(must_link, cannot_link, frozenset(alone))


NO_RULINGS: Final = Rulings({}, {}, frozenset())
