"""Merging claims that are all at hand: what may be connected is compared and grouped in one stretch.

Units that blocking connects, in however few steps, are a component: no two units of different ones are ever one
assertion. So each is compared and grouped by itself, with the same profiles, and of the pairs in it no more is asked
than whether they match. A component of very many pairs is worked on by all processes, one step after the other, as in
a ledger.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np

from claims.freed_memory import uncollected
from claims.merging.blocking import Indices, forget_words
from claims.merging.clustering import GroupedUnits, Units, grouped_units, groups_of, in_order, profiles_of
from claims.merging.comparing import compare_for_matches
from claims.merging.duplicates import units_of
from claims.merging.pairs import (
    COMPARED_AT_ONCE,
    WORDED_AT_ONCE,
    lowest_nearby,
    read_lexicons_for,
    ties_as_compared,
    ties_found,
)
from claims.merging.parallel import WORTH_A_PROCESS, in_stretches
from claims.merging.repeated import Wordings
from claims.merging.rulings import NO_RULINGS, Rulings
from claims.merging.unrelated import worth_comparing
from claims.records import Claim, Group
from claims.text.graphs import components


def merge(claims: Iterable[Claim], rulings: Rulings = NO_RULINGS) -> list[Group]:
    """The assertions that at least two different articles make, each with all claims that make it.

    A group's fullest wording comes first; every other member is the same assertion as that one, none is in
    conflict with another, and those that merely reword it are the same as each other: no chain of near-likes
    joins different assertions. The order of the claims makes no difference. Groups that most articles carry come
    first. ``rulings`` are the desk's constraints. Many claims are worked on by as many processes as this one has
    processors.

    A group's id comes from its earliest published member (undated ones after dated ones, then by claim id):
    it stays when later articles join.
    """
    with uncollected():
        units = units_of(claims, rulings)
        return in_order(_groups(units, _Components.of(units, rulings), rulings))


@dataclass(frozen=True, slots=True)
class _Components:
    """Units by components, and the pairs that are worth comparing, component by component.

    ``numbers`` and ``claims``: the units' numbers, and a claim of each. ``units``: the places of each component's in
    these. ``one`` and ``other``: both sides of the pairs, as places; ``begins``: where those of each component begin,
    and at last where all end.
    """

    numbers: Sequence[int]
    claims: Sequence[Claim]
    units: Sequence[Sequence[int]]
    one: Indices
    other: Indices
    begins: Indices

    @classmethod
    def of(cls, units: Units, rulings: Rulings) -> Self:
        """The components of some units, of which the desk's rulings join some more."""
        numbers, claims = list(units), [found[0] for found in units.values()]
        one, other = Wordings.of(claims).candidates()
        forget_words()
        kept = worth_comparing(claims, one, other)
        one, other = one[kept], other[kept]
        ruled = {claim for pair in rulings.must_link for claim in pair}
        place = {c.id: k for k, found in enumerate(units.values()) for c in found if c.id in ruled}
        joined = [[place[c] for c in pair if c in place] for pair in rulings.must_link]
        edges = [
            *zip(one.tolist(), other.tolist(), strict=True),
            *((its[0], its[-1]) for its in joined if its),
        ]
        connected = components(range(len(numbers)), edges)
        home = np.empty(len(numbers), dtype=np.int64)
        for component, its in enumerate(connected):
            home[its] = component
        order = np.argsort(home[one], kind="stable")
        begins = np.searchsorted(home[one][order], np.arange(len(connected) + 1))
        return cls(numbers, claims, connected, one[order], other[order], begins)

    def pairs(self, component: int) -> slice:
        """Where the pairs of a component are."""
        return slice(int(self.begins[component]), int(self.begins[component + 1]))

    def by_articles(self) -> Indices:
        """The components in an order in which those that share articles come together, so that each is read once."""
        articles: dict[str, int] = {}
        told = [
            articles.setdefault(self.claims[k].article.key, len(articles)) for its in self.units for k in its
        ]
        component = np.repeat(np.arange(len(self.units)), [len(its) for its in self.units])
        count = len(articles)
        near = lowest_nearby(np.array(told, dtype=np.int64), component + count, count + len(self.units))
        return np.argsort(near[count:], kind="stable")


def _groups(units: Units, found: _Components, rulings: Rulings) -> Iterator[Group]:
    """The groups of all components."""
    counts = np.diff(found.begins)
    several = np.array(
        [len(its) > 1 or len(units[found.numbers[its[0]]]) > 1 for its in found.units], dtype=np.bool_
    )
    in_turn = found.by_articles()
    small = in_turn[(several & (counts < WORTH_A_PROCESS))[in_turn]]
    work = counts[small] + 1
    begins = np.cumsum(work) - work
    read_lexicons_for(int(work.sum()))

    def grouped(start: int, stop: int) -> list[GroupedUnits]:
        some = small[slice(*np.searchsorted(begins, (start, stop)))]
        return [g for batch in _batches(some, counts) for g in _grouped(units, found, batch, rulings)]

    for stretch in in_stretches(grouped, int(work.sum()), at_once=COMPARED_AT_ONCE):
        yield from (g.group(units) for g in stretch)
    large = counts >= WORTH_A_PROCESS
    if not large.any():
        return
    in_large = np.repeat(large, counts)
    pairs = found.one[in_large], found.other[in_large]
    ties = ties_found(found.numbers, found.claims, *pairs, compare_for_matches)
    numbers = [
        found.numbers[k] for component in np.flatnonzero(large).tolist() for k in found.units[component]
    ]
    yield from groups_of({n: units[n] for n in numbers}, ties, rulings)


def _batches(some: Indices, counts: Indices) -> Iterator[list[int]]:
    """Components in batches of about so many pairs as are compared together."""
    if not len(some):  # a stretch inside of one component
        return
    of_batch = np.cumsum(counts[some] + 1) // WORDED_AT_ONCE
    yield from (batch.tolist() for batch in np.split(some, np.flatnonzero(np.diff(of_batch)) + 1))


def _grouped(units: Units, found: _Components, some: Sequence[int], rulings: Rulings) -> list[GroupedUnits]:
    """The groups of some components."""
    its = {found.numbers[k]: units[found.numbers[k]] for component in some for k in found.units[component]}
    profiles = profiles_of(its, units)
    one, other = (
        np.concatenate([side[found.pairs(component)] for component in some]).tolist()
        for side in (found.one, found.other)
    )
    compared = compare_for_matches(*([profiles[found.numbers[k]] for k in side] for side in (one, other)))
    ties = ties_as_compared(found.numbers, one, other, compared)
    return grouped_units(its, profiles, ties, rulings)
