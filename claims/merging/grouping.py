"""From claims of many articles to groups, each one assertion, and to the conflicts between them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Final

from claims.merging.candidates import candidate_pairs
from claims.merging.clusters import clusters
from claims.merging.comparing import wordings_of_same
from claims.merging.pairs import looks_of, ties_of
from claims.merging.parallel import in_stretches
from claims.merging.profiles import Profile
from claims.merging.reports import reports
from claims.merging.rulings import NO_RULINGS, Rulings
from claims.merging.units import unit_of
from claims.records import Claim, Conflict, Group, Member, Tie, short_hash
from claims.text.graphs import components

Units = Mapping[int, Sequence[Claim]]
"""The claims of each unit, by its number, in the order of their identities."""

COMPONENTS_AT_ONCE: Final = 2_000
"""So many are worked on together: few enough for the memory, enough to be worth a process."""


def merge(claims: Iterable[Claim], rulings: Rulings = NO_RULINGS) -> list[Group]:
    """The assertions that at least two different articles make, each with all claims that make it.

    A group's fullest wording comes first; every other member is the same assertion as that one, none is in
    conflict with another, and those that merely reword it are the same as each other. So a chain of near-likes
    does not weld different claims. The order of the claims makes no difference. Groups come with those that
    most articles carry first. What the desk decided, ``rulings`` say. Many claims are worked on by as many
    processes as this one has processors.

    A group's id comes from its earliest published member (undated ones after dated ones, then by claim id):
    it stays when later articles join.
    """
    units = units_of(claims, rulings)
    return in_order(groups_of(units, ties_among(units), rulings))


def find_conflicts(claims: Iterable[Claim], rulings: Rulings = NO_RULINGS) -> list[Conflict]:
    """The claims of different articles that tell of the same thing and disagree: a pair for each two assertions."""
    units = units_of(claims, rulings)
    ties = ties_among(units)
    in_groups = {c.id: group.id for group in groups_of(units, ties, rulings) for c in group.claims}
    return conflicts_of(units, ties, in_groups)


def units_of(claims: Iterable[Claim], rulings: Rulings) -> dict[int, list[Claim]]:
    """The units of some claims by number; the claims of a unit are in an order of their own."""
    units: dict[int, list[Claim]] = defaultdict(list)
    for claim in in_identity(claims):
        units[unit_of(claim, alone=claim.id in rulings.alone)].append(claim)
    return units


def ties_among(units: Units) -> list[Tie]:
    """The ties between some units."""
    numbers, claims = list(units), [found[0] for found in units.values()]
    return ties_of(numbers, claims, *candidate_pairs(looks_of(claims)))


def groups_of(units: Units, ties: Iterable[Tie], rulings: Rulings) -> list[Group]:
    """The groups among units whose ties are all known, in no order."""
    same = [tie for tie in ties if tie.relation == "same"]
    ruled = {claim for pair in (*rulings.joined, *rulings.apart) for claim in pair}
    of_claim = {c.id: number for number, found in units.items() for c in found if c.id in ruled}
    joined, apart = _between_units(rulings.joined, of_claim), _between_units(rulings.apart, of_claim)
    pairs = [*((tie.first, tie.second) for tie in same), *joined]
    parts = _parts(
        [c for c in components(units, pairs) if len(c) > 1 or len(units[c[0]]) > 1], same, joined, apart
    )
    del same, pairs, ties  # a million claims' worth of them are not needed any more

    def grouped(start: int, stop: int) -> list[_Grouped]:
        return [g for part in parts[start:stop] for g in _groups(part, units, rulings)]

    return [
        Group(g.id, tuple(Member(units[n][k], reason, report) for n, k, reason, report in g.members))
        for found in in_stretches(grouped, len(parts), at_once=COMPONENTS_AT_ONCE)
        for g in found
    ]


@dataclass(frozen=True, slots=True)
class _Part:
    """Units that are connected, however remotely, with what is known between them."""

    numbers: Sequence[int]
    same: dict[tuple[int, int], float]
    joined: list[tuple[int, int]]
    apart: list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class _Grouped:
    """A group as another process can hand it over: the units' numbers and the places of the claims in them."""

    id: str
    members: list[tuple[int, int, str, int]]


def _parts(
    found: Sequence[list[int]],
    same: Iterable[Tie],
    joined: Iterable[tuple[int, int]],
    apart: Iterable[tuple[int, int]],
) -> list[_Part]:
    parts = [_Part(numbers, {}, [], []) for numbers in found]
    place = {number: part for part in parts for number in part.numbers}
    for tie in same:
        place[tie.first].same[tie.first, tie.second] = tie.probability
    for a, b in joined:
        place[a].joined.append((a, b))
    for a, b in apart:
        if a in place and place[a] is place.get(b):
            place[a].apart.append((a, b))
    return parts


def _groups(part: _Part, units: Units, rulings: Rulings) -> Iterator[_Grouped]:
    profiles = _fullest_first({n: Profile.of(units[n][0]) for n in part.numbers}, units)
    articles = {n: {c.article.key for c in units[n]} for n in part.numbers}
    for cluster in clusters(profiles, articles, part.same, part.joined, part.apart):
        if len({key for n in cluster for key in articles[n]}) > 1:
            yield _group(cluster, units, profiles, part.same, rulings)


def _fullest_first(profiles: Mapping[int, Profile], units: Units) -> dict[int, Profile]:
    """The profiles of some units, those with the fullest wording first, of equal ones that with the earliest claim."""
    earliest = sorted(profiles, key=lambda n: min(map(_earliest, units[n])))
    fullest = sorted(earliest, key=lambda n: _fullness(profiles[n]), reverse=True)
    return {n: profiles[n] for n in fullest}


def _fullness(profile: Profile) -> tuple[int, int, str]:
    """Sorts the wording that says most last."""
    return len(profile.stems), len(profile.words), profile.words


def conflicts_of(
    units: Mapping[int, Sequence[Claim]], ties: Iterable[Tie], groups: Mapping[str, str]
) -> list[Conflict]:
    """The conflicts between units of different articles, the earliest claims standing for each group.

    ``groups`` has the group's id of every claim that is in one, by the claim's id.
    """
    found: dict[frozenset[str], Conflict] = {}
    for tie in sorted(t for t in ties if t.relation == "conflict"):
        pairs = [
            (a, b)
            for a in sorted(units[tie.first], key=_earliest)
            for b in sorted(units[tie.second], key=_earliest)
            if a.article.key != b.article.key
        ]
        if pairs:
            first, second = sorted(pairs[0], key=_earliest)
            sides = frozenset(groups.get(claim.id, claim.id) for claim in (first, second))
            conflict = Conflict(first, second, tie.reason)
            known = found.get(sides)
            if known is None or _place(conflict) < _place(known):
                found[sides] = conflict
    return sorted(found.values(), key=_place)


def in_order(groups: Iterable[Group]) -> list[Group]:
    """Those that most articles carry first, then by speaker."""
    return sorted(groups, key=lambda g: (-len({c.article.key for c in g.claims}), g.speaker_name, g.id))


def identity(claim: Claim) -> tuple[str, str, int, str, str]:
    """What tells claims apart, the same in any order of the input."""
    return claim.id, claim.article.key, claim.start, claim.speaker_name, claim.content_text


def in_identity(claims: Iterable[Claim]) -> list[Claim]:
    """The different ones among the claims, in the order of their identities."""
    ordered: list[Claim] = []
    for _, found in groupby(
        sorted(claims, key=lambda c: (c.id, c.article.key)), lambda c: (c.id, c.article.key)
    ):
        alike = list(found)
        ordered += alike if len(alike) == 1 else sorted(set(alike), key=identity)
    return ordered


def _between_units(pairs: Iterable[frozenset[str]], of_claim: Mapping[str, int]) -> list[tuple[int, int]]:
    """Pairs of claims as pairs of their units, where both are here."""
    found = {tuple(sorted(of_claim[c] for c in pair)) for pair in pairs if pair <= of_claim.keys()}
    return sorted((a, b) for a, b in found if a != b)


def _group(
    cluster: Sequence[int],
    units: Units,
    profiles: Mapping[int, Profile],
    same: Mapping[tuple[int, int], float],
    rulings: Rulings,
) -> _Grouped:
    places = sorted(
        ((n, k) for n in cluster for k in range(len(units[n]))), key=lambda at: _earliest(units[at[0]][at[1]])
    )
    founding = units[places[0][0]][places[0][1]]
    places.sort(key=lambda at: _fullness(profiles[at[0]]), reverse=True)
    first, *others = dict.fromkeys(n for n, _ in places)
    worded = wordings_of_same([profiles[first]] * len(others), [profiles[n] for n in others])
    reasons = {first: "the same words"}
    for other, (said, _) in zip(others, worded, strict=True):
        ruling = next((r for pair, r in rulings.joined.items() for c in units[other] if c.id in pair), None)
        by_desk = ruling is not None and (min(first, other), max(first, other)) not in same
        reasons[other] = f"joined by the desk (decision {ruling})" if by_desk else said
    members = [
        (n, k, reasons[n] if place else "the fullest wording", report)
        for place, ((n, k), report) in enumerate(
            zip(places, reports([units[n][k] for n, k in places]), strict=True)
        )
    ]
    return _Grouped(short_hash("group", founding.id), members)


def _earliest(claim: Claim) -> tuple[date, tuple[str, str, int, str, str]]:
    return claim.article.published or date.max, identity(claim)


def _place(conflict: Conflict) -> tuple[object, ...]:
    return _earliest(conflict.first), _earliest(conflict.second)
