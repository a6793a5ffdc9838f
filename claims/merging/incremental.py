"""Incremental grouping: new claims are compared with those that share keys, and only what changed is clustered."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from itertools import chain
from typing import Final, Protocol

import numpy as np

from claims.merging.blocking import BlockingIndex, pairs_meeting, places_in_turn, sharing_stems
from claims.merging.clustering import groups_of
from claims.merging.duplicates import in_identity, unit_of
from claims.merging.pairs import ties_of
from claims.merging.repeated import STANDING, Wordings, by_wording
from claims.merging.rulings import Rulings
from claims.records import Claim, Group, Tie
from claims.text.graphs import components

AT_ONCE: Final = 5_000
"""So many new claims are taken up together, to bound the memory."""
_READ_AT_ONCE: Final = 5_000
"""So many units that share keys with new ones are read together, likewise."""
_PAIRS_AT_ONCE: Final = 50_000
"""So many keys with their units are taken out of arrays together, where each takes a tenth of the memory."""


class GroupingStore(Protocol):
    """Where units, their blocking keys and their ties are kept; claims go by the numbers of their rows."""

    def ungrouped(self, limit: int) -> Mapping[int, Claim]:
        """Claims of latest versions that are in no unit yet, at most so many."""

    def touched(self) -> set[int]:
        """Units that have lost claims since the last grouping, or were in a group with one that has."""

    def claims_of(self, units: Iterable[int]) -> Mapping[int, Mapping[int, Claim]]:
        """The claims, by number, of those of the units that have any."""

    def units_of(self, claim_ids: Iterable[str]) -> Mapping[str, int]:
        """The unit of each of these claims that is in one."""

    def units_with(self, keys: Iterable[int]) -> Iterable[tuple[int, int]]:
        """Each of the keys, which ascend, with each unit that has it."""

    def ties_of(self, units: Iterable[int]) -> Iterable[Tie]:
        """All ties that these units have."""

    def keep(
        self,
        of_claims: Mapping[int, int],
        compared: Collection[int],
        keys: Iterable[tuple[int, int]],
        found: Iterable[Tie],
    ) -> None:
        """Store the unit of each claim, and keys (key, unit) and ties of the units compared, in the place of theirs."""

    def leave_alone(self, units: Iterable[int]) -> Set[int]:
        """Drop the groups of those of the units, which are tied to none, that have but one claim; gives these units."""

    def regroup(self, regrouped: Mapping[int, Claim], groups: Sequence[Group]) -> None:
        """Drop the groups of these claims, store the new ones, and forget which units lost claims."""


def update(store: GroupingStore, rulings: Rulings) -> None:
    """Bring the groups up to date: the same groups as if all claims had been grouped at once.

    Only claims that share blocking keys with a new one are compared with it, and only the connected components with
    a new or changed claim are clustered anew. Of the rest of more than :data:`AT_ONCE` new claims, another call takes
    care.
    """
    touched = store.touched()
    fresh = store.ungrouped(AT_ONCE)
    if not (fresh or touched):
        return
    unit = {number: unit_of(c, alone=c.id in rulings.alone) for number, c in fresh.items()}
    compared = _to_compare(store, touched, unit, fresh)
    keys, ties = _compared(store, compared)
    store.keep(unit, compared.keys(), keys, ties)
    _regroup(store, rulings, touched | {*unit.values()})


def _to_compare(
    store: GroupingStore, touched: Set[int], unit: Mapping[int, int], fresh: Mapping[int, Claim]
) -> dict[int, Claim]:
    """The units whose ties are to be found, each with the first of its claims, which is compared for all of them.

    They are new, or another claim comes first now: what is beside it in its article is not what was beside the other.
    """
    known = store.claims_of(touched | {*unit.values()})
    its: dict[int, list[Claim]] = defaultdict(
        list, {number: [*found.values()] for number, found in known.items()}
    )
    for number, claim in fresh.items():
        its[unit[number]].append(claim)
    firsts = {number: in_identity(claims)[0] for number, claims in its.items()}
    return {
        number: first
        for number, first in firsts.items()
        if number in touched or number not in known or first not in known[number].values()
    }


def _compared(store: GroupingStore, new: Mapping[int, Claim]) -> tuple[Iterable[tuple[int, int]], list[Tie]]:
    """The blocking keys (key, unit), ascending, and the ties of units, each given with the claim to compare."""
    numbers, claims = list(new), list(new.values())
    wordings = Wordings.of(claims)
    keys = np.unique(wordings.index.keys.view(np.int64))
    with_them = np.fromiter(chain.from_iterable(store.units_with(map(int, keys))), np.int64).reshape(-1, 2)
    mine, theirs = pairs_meeting(wordings.index, with_them[:, 0], with_them[:, 1])
    met = list(zip(mine.tolist(), theirs.tolist(), strict=True))
    del keys, with_them, mine, theirs
    ties = ties_of(numbers, claims, *wordings.candidates())
    others = _standing(store, {other for _, other in met} - new.keys())
    asked = sorted(
        (mine, other)
        for wording, other in met
        if other in others
        for mine in wordings.places[wording][:STANDING]
    )
    meeting = {numbers[mine]: claims[mine] for mine, _ in asked} | others
    both = list(meeting)
    places = {number: place for place, number in enumerate(both)}
    sides = np.array([(places[numbers[mine]], places[other]) for mine, other in asked], dtype=np.int64)
    one, two = sides.reshape(-1, 2).T
    known = list(meeting.values())
    ties += ties_of(both, known, *sharing_stems(BlockingIndex.of(known), one, two))
    return _keys(wordings, numbers), ties


def _keys(wordings: Wordings, numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The blocking keys of all units of some wordings, each with its unit, ascending."""
    sizes = np.array([len(its) for its in wordings.places], dtype=np.int64)
    theirs = np.array([numbers[place] for its in wordings.places for place in its], dtype=np.int64)
    owners = wordings.index.owners
    counts = sizes[owners]
    begins = (np.cumsum(sizes) - sizes)[owners]
    keys = np.repeat(wordings.index.keys.view(np.int64), counts)
    units = theirs[places_in_turn(begins, counts)]
    order = np.lexsort((units, keys))
    for start in range(0, len(order), _PAIRS_AT_ONCE):
        some = order[start : start + _PAIRS_AT_ONCE]
        yield from zip(keys[some].tolist(), units[some].tolist(), strict=True)


def _standing(store: GroupingStore, units: Iterable[int]) -> dict[int, Claim]:
    """Those of the units, each with a claim, that stand for their wordings; of very many, a few are held at a time."""
    standing: dict[int, Claim] = {}
    ordered = sorted(units)
    for start in range(0, len(ordered), _READ_AT_ONCE):
        found = store.claims_of(ordered[start : start + _READ_AT_ONCE])
        standing |= {number: in_identity(its.values())[0] for number, its in found.items()}
        standing = {n: standing[n] for its in by_wording(standing) for n in its[:STANDING]}
    return standing


def _regroup(store: GroupingStore, rulings: Rulings, changed: set[int]) -> None:
    ruled = store.units_of({claim for pair in (*rulings.must_link, *rulings.cannot_link) for claim in pair})
    joined: dict[int, set[int]] = defaultdict(set)
    for pair in rulings.must_link:
        together = {ruled[claim] for claim in pair if claim in ruled}
        for number in together:
            joined[number] |= together
    reached, ties = set(changed), set[Tie]()
    frontier = changed
    while frontier:
        found = {tie for tie in store.ties_of(frontier) if tie.relation == "same"}
        ties |= found
        near = {n for tie in found for n in (tie.first, tie.second)}
        near |= {n for one in frontier for n in joined.get(one, ())}
        frontier = near - reached
        reached |= frontier
    pairs = [(tie.first, tie.second) for tie in ties]
    pairs += [(one, other) for one in reached & joined.keys() for other in joined[one]]
    ties_at: dict[int, list[Tie]] = defaultdict(list)
    for tie in ties:
        ties_at[tie.first].append(tie)
    connected = components(reached, pairs)
    alone = store.leave_alone(component[0] for component in connected if len(component) == 1)
    for units in _batches(component for component in connected if component[0] not in alone):
        _group(store, units, [tie for unit in units for tie in ties_at.get(unit, ())], rulings)


def _batches(connected: Iterable[Sequence[int]]) -> Iterator[set[int]]:
    """Whole components in batches, to bound the memory."""
    batch: set[int] = set()
    for component in connected:
        batch.update(component)
        if len(batch) >= AT_ONCE:
            yield batch
            batch = set()
    if batch:
        yield batch


def _group(store: GroupingStore, numbers: set[int], ties: Sequence[Tie], rulings: Rulings) -> None:
    claims = store.claims_of(numbers)
    units = {n: in_identity(found.values()) for n, found in claims.items()}
    groups = groups_of(units, [t for t in ties if t.first in units and t.second in units], rulings)
    store.regroup({n: claim for found in claims.values() for n, claim in found.items()}, groups)
