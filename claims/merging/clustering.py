"""Clustering: from pairs of claims that match to groups, each one assertion.

Constrained agglomerative clustering: the transitive closure of the matches alone would join different assertions by a
chain of near-likes.
"""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, product
from typing import Final

from claims.merging.candidates import SAME, Candidates
from claims.merging.comparing import WEIGHTS, ClaimComparison, compare_wordings, wordings_of_same
from claims.merging.duplicates import earliest, independent_reports
from claims.merging.following import Following, standing_and_following, with_followers
from claims.merging.parallel import in_stretches
from claims.merging.profiles import Profile
from claims.merging.rulings import Rulings
from claims.names import same_speaker
from claims.records import Claim, Group, Member, Tie, short_hash
from claims.text.graphs import components

Units = Mapping[int, Sequence[Claim]]
"""The claims of each unit (class of exact duplicates), by its number, in the order of their identities."""
LinkedUnits = tuple[int, ...]
"""Units that must-link rulings join, or one unit alone."""

COMPONENTS_AT_ONCE: Final = 2_000
"""So many are worked on together: few enough for the memory, enough to be worth a process."""


def groups_of(units: Units, ties: Iterable[Tie], rulings: Rulings) -> list[Group]:
    """The groups among units, from all ties between these, in no order."""
    parts, following = _connected(units, ties, rulings)
    del ties  # of a million claims they take much memory

    def grouped(start: int, stop: int) -> list[GroupedUnits]:
        return [
            g
            for part in parts[start:stop]
            for g in _groups(part, profiles_of(part.numbers, units), units, following, rulings)
        ]

    return [
        g.group(units)
        for found in in_stretches(grouped, len(parts), at_once=COMPONENTS_AT_ONCE)
        for g in found
    ]


def grouped_units(
    units: Units, profiles: Mapping[int, Profile], ties: Iterable[Tie], rulings: Rulings
) -> list["GroupedUnits"]:
    """As :func:`groups_of`, by this process alone, given the :func:`profiles_of` all units."""
    parts, following = _connected(units, ties, rulings)
    return [g for part in parts for g in _groups(part, profiles, units, following, rulings)]


def profiles_of(numbers: Iterable[int], units: Units) -> dict[int, Profile]:
    """The profiles by which some units are compared."""
    return {n: Profile.of(units[n][0]) for n in numbers}


def _connected(units: Units, ties: Iterable[Tie], rulings: Rulings) -> tuple[list["_Part"], Following]:
    """The connected components that there may be groups in, and which units follow which."""
    same = [tie for tie in ties if tie.relation == "same"]
    ruled = {claim for pair in (*rulings.must_link, *rulings.cannot_link) for claim in pair}
    of_claim = {c.id: number for number, found in units.items() for c in found if c.id in ruled}
    must_link = _between_units(rulings.must_link, of_claim)
    cannot_link = _between_units(rulings.cannot_link, of_claim)
    more, following = standing_and_following(units, set(of_claim.values()), same)
    same += more
    pairs = [*((tie.first, tie.second) for tie in same), *must_link]
    found = _parts(
        [c for c in components(units, pairs) if len(c) > 1 or len(units[c[0]]) > 1],
        same,
        must_link,
        cannot_link,
    )
    return found, following


@dataclass(frozen=True, slots=True)
class _Part:
    """A connected component of units, with the match probabilities and rulings between them."""

    numbers: Sequence[int]
    same: dict[tuple[int, int], float]
    must_link: list[tuple[int, int]]
    cannot_link: list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class GroupedUnits:
    """A group as another process can hand it over: the units' numbers and the places of the claims in them."""

    id: str
    members: list[tuple[int, int, str, int]]

    def group(self, units: Units) -> Group:
        """The group with its claims, from the units that it is of."""
        return Group(self.id, tuple(Member(units[n][k], reason, r) for n, k, reason, r in self.members))


def _parts(
    found: Sequence[list[int]],
    same: Iterable[Tie],
    must_link: Iterable[tuple[int, int]],
    cannot_link: Iterable[tuple[int, int]],
) -> list[_Part]:
    parts = [_Part(numbers, {}, [], []) for numbers in found]
    place = {number: part for part in parts for number in part.numbers}
    for tie in same:
        place[tie.first].same[tie.first, tie.second] = tie.probability
    for a, b in must_link:
        place[a].must_link.append((a, b))
    for a, b in cannot_link:
        if a in place and place[a] is place.get(b):
            place[a].cannot_link.append((a, b))
    return parts


def _groups(
    part: _Part, known: Mapping[int, Profile], units: Units, following: Following, rulings: Rulings
) -> Iterator[GroupedUnits]:
    profiles = _fullest_first({n: known[n] for n in part.numbers}, units)
    articles = {n: {c.article.key for c in units[n]} for n in part.numbers}
    candidates = Candidates(profiles, units, WEIGHTS)
    theirs = {n: following[n] for n in part.numbers if n in following}
    same = candidates.likely({pair: p for pair, p in part.same.items() if theirs.keys().isdisjoint(pair)})
    found = clusters(
        {n: profile for n, profile in profiles.items() if n not in theirs},
        articles,
        candidates,
        same,
        must_link=part.must_link,
        cannot_link=part.cannot_link,
    )
    for cluster in with_followers(found, theirs, part.same, candidates):
        if len({key for n in cluster for key in articles[n]}) > 1:
            yield _group(cluster, units, profiles, same, rulings)


def _fullest_first(profiles: Mapping[int, Profile], units: Units) -> dict[int, Profile]:
    """The profiles of some units: the fullest wording first, of equal ones that with the earliest claim."""
    by_day = sorted(profiles, key=lambda n: min(map(earliest, units[n])))
    fullest = sorted(by_day, key=lambda n: _fullness(profiles[n]), reverse=True)
    return {n: profiles[n] for n in fullest}


def _fullness(profile: Profile) -> tuple[int, int, str]:
    """A sort key that has the wording with most content last."""
    return len(profile.stems), len(profile.words), profile.words


def in_order(groups: Iterable[Group]) -> list[Group]:
    """Those that most articles carry first, then by speaker."""
    return sorted(groups, key=lambda g: (-len({c.article.key for c in g.claims}), g.speaker_name, g.id))


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
) -> GroupedUnits:
    places = sorted(
        ((n, k) for n in cluster for k in range(len(units[n]))), key=lambda at: earliest(units[at[0]][at[1]])
    )
    founding = units[places[0][0]][places[0][1]]
    places.sort(key=lambda at: _fullness(profiles[at[0]]), reverse=True)
    first, *others = dict.fromkeys(n for n, _ in places)
    worded = wordings_of_same([profiles[first]] * len(others), [profiles[n] for n in others])
    reasons = {first: "the same words"}
    for other, (said, _) in zip(others, worded, strict=True):
        ruling = next(
            (r for pair, r in rulings.must_link.items() for c in units[other] if c.id in pair), None
        )
        by_desk = ruling is not None and (min(first, other), max(first, other)) not in same
        reasons[other] = f"joined by the desk (decision {ruling})" if by_desk else said
    members = [
        (n, k, reasons[n] if place else "the fullest wording", report)
        for place, ((n, k), report) in enumerate(
            zip(places, independent_reports([units[n][k] for n, k in places]), strict=True)
        )
    ]
    return GroupedUnits(short_hash("group", founding.id), members)


def clusters(
    units: Mapping[int, Profile],
    articles: Mapping[int, set[str]],
    candidates: Candidates,
    same: Mapping[tuple[int, int], float],
    *,
    must_link: Iterable[tuple[int, int]],
    cannot_link: Iterable[tuple[int, int]],
) -> list[list[int]]:
    """Units that make one assertion, a list each.

    ``units``: the profile of each unit, those with the fullest wording first.
    ``articles``: the keys of the articles that each unit is in.
    ``candidates``: tells how probable it is that two of the units are one assertion.
    ``same``: this probability of the pairs of units (the lower first) that match.
    ``must_link``, ``cannot_link``: pairs that are in one cluster whatever they say, and pairs that never are.

    Matching pairs are joined in turn, those of different articles first, the likeliest first, where all units of the
    new cluster are the same assertion as its fullest wording, and no two are in conflict (constrained agglomeration: a
    complete linkage that lets two pieces of one quotation be unlike).
    """
    linked = [tuple(c) for c in components(units, must_link)]
    home = {unit: together for together in linked for unit in together}
    parts: dict[LinkedUnits, list[LinkedUnits]] = {together: [together] for together in linked}
    place = {together: together for together in linked}
    forbidden = {frozenset((home[a], home[b])) for a, b in cannot_link}
    comparisons = _Comparisons(units, candidates, same)
    refused: set[frozenset[tuple[LinkedUnits, int]]] = set()
    for a, b in sorted(same, key=lambda pair: _rank(units, articles, pair, same[pair])):
        one, other = place[home[a]], place[home[b]]
        if one == other or (
            forbidden and any(frozenset(pair) in forbidden for pair in product(parts[one], parts[other]))
        ):
            continue
        # Clusters only grow: of the same size they are the same, and refuse each other again.
        asked = frozenset(((one, len(parts[one])), (other, len(parts[other]))))
        if asked in refused:
            continue
        if comparisons.are_one_assertion(parts[one], parts[other]):
            parts[one] += parts.pop(other)
            place.update(dict.fromkeys(parts[one], one))
        else:
            refused.add(asked)
    return [[unit for together in cluster for unit in together] for cluster in parts.values()]


def _rank(
    units: Mapping[int, Profile], articles: Mapping[int, set[str]], pair: tuple[int, int], probability: float
) -> tuple[bool, float, list[str]]:
    # Not by the units' numbers: those depend on the speakers' ids, which differ between ledgers.
    claims = sorted(units[unit].claim.id for unit in pair)
    return len(articles[pair[0]] | articles[pair[1]]) == 1, -probability, claims


class _Comparisons:
    """The comparisons inside one component, each worked out when it is first asked for."""

    def __init__(
        self, profiles: Mapping[int, Profile], candidates: Candidates, same: Container[tuple[int, int]]
    ):
        self._profiles, self._candidates = profiles, candidates
        self._place = {unit: place for place, unit in enumerate(profiles)}
        self._same = same
        self._known: dict[tuple[int, int], ClaimComparison] = {}

    def are_one_assertion(self, one: Sequence[LinkedUnits], other: Sequence[LinkedUnits]) -> bool:
        """Whether the union of two clusters is one assertion."""
        fullest = min((*one, *other), key=self._precedence)
        pairs = list(product(one, other))
        for cluster in (one, other):
            if fullest not in cluster:  # it was made for another fullest wording
                pairs += combinations(cluster, 2)
        return all(self._fit(a, b, fullest) for a, b in pairs)

    def _fit(self, a: LinkedUnits, b: LinkedUnits, fullest: LinkedUnits) -> bool:
        if any((min(pair), max(pair)) in self._same for pair in product(a, b)):
            return True
        compared = self._between(a, b)
        if any(c.relation == "same" for c in compared):
            return True
        if fullest in (a, b) or any(c.relation == "conflict" for c in compared):
            return False
        # Two pieces of the fullest wording need not be alike.
        if not (self._is_piece(a, fullest) or self._is_piece(b, fullest)):
            return False
        return all(
            same_speaker(self._profiles[i].claim, self._profiles[j].claim) != "other"
            for i, j in product(a, b)
        )

    def _is_piece(self, units: LinkedUnits, fullest: LinkedUnits) -> bool:
        return any(c.wording != "reworded" for c in self._between(units, fullest))

    def _between(self, a: LinkedUnits, b: LinkedUnits) -> list[ClaimComparison]:
        pairs = sorted((min(pair), max(pair)) for pair in product(a, b))
        asked = [pair for pair in pairs if pair not in self._known]
        compared = compare_wordings(
            [self._profiles[i] for i, _ in asked], [self._profiles[j] for _, j in asked]
        )
        self._known.update(
            (pair, self._among_candidates(*pair, found)) for pair, found in zip(asked, compared, strict=True)
        )
        return [self._known[pair] for pair in pairs]

    def _among_candidates(self, one: int, other: int, found: ClaimComparison) -> ClaimComparison:
        if found.relation != "same" or self._candidates.probability(one, other, found.probability) >= SAME:
            return found
        return replace(found, relation="different")

    def _precedence(self, units: LinkedUnits) -> int:
        return min(self._place[unit] for unit in units)
