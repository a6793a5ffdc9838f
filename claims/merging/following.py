"""Units that follow in clustering: where a wording has very many, those that stand for it are clustered.

Each of the others goes to the cluster of that one whose articles tell most of its own story.
"""

from collections import Counter
from collections.abc import Collection, Container, Iterable, Mapping, Sequence
from itertools import combinations
from operator import itemgetter

from claims.merging.candidates import SAME, Candidates
from claims.merging.pairs import ties_among
from claims.merging.repeated import STANDING, by_wording
from claims.records import Claim, Tie

Following = Mapping[int, Sequence[int]]
"""The units that follow, each with those that stand for its wording."""


def standing_and_following(
    units: Mapping[int, Sequence[Claim]], ruled: Container[int], same: Iterable[Tie]
) -> tuple[list[Tie], Following]:
    """Which of the units follow which, and the ties between these that are not among the ``same``.

    Units lack ties where others stood for their wording when they came. What the desk ``ruled`` on never follows.
    """
    known = {(tie.first, tie.second) for tie in same}
    found: list[Tie] = []
    following: dict[int, Sequence[int]] = {}
    for its in by_wording(_of_much_quoted({number: claims[0] for number, claims in units.items()})):
        if len(its) <= STANDING:
            continue
        standing = its[:STANDING] + [n for n in its[STANDING:] if n in ruled]
        theirs = [n for n in its[STANDING:] if n not in ruled]
        following |= dict.fromkeys(theirs, standing)
        missing: list[Iterable[int]] = []
        if any(_pair(*pair) not in known for pair in combinations(standing, 2)):
            missing.append(standing)
        if untied := [n for n in theirs if all(_pair(n, one) not in known for one in standing)]:
            missing.append((standing[0], *untied))
        for some in missing:
            found += (tie for tie in ties_among({n: units[n] for n in some}) if tie.relation == "same")
    return found, following


def _of_much_quoted(claims: Mapping[int, Claim]) -> dict[int, Claim]:
    """Those of some claims, by their units, whose speakers have so many that a wording may need followers."""
    speakers = {number: frozenset(claim.speaker_names) for number, claim in claims.items()}
    many = Counter(speakers.values())
    return {number: claim for number, claim in claims.items() if many[speakers[number]] > STANDING}


def with_followers(
    clusters: Iterable[Collection[int]],
    following: Following,
    same: Mapping[tuple[int, int], float],
    candidates: Candidates,
) -> list[list[int]]:
    """The clusters with the units that follow, and the units that are like none of those that stand for them.

    ``same``: the probability that two units are one assertion if laid side by side, of the pairs that match.
    """
    found = [list(cluster) for cluster in clusters]
    home = {number: place for place, cluster in enumerate(found) for number in cluster}
    for number, standing in following.items():
        near = [one for one in standing if one in home]
        pairs = [_pair(number, one) for one in near]
        side_by_side = next((same[pair] for pair in pairs if pair in same), None)
        if side_by_side is None:
            found.append([number])
            continue
        likely = ((candidates.probability(number, one, side_by_side), home[one]) for one in near)
        if len({home[one] for one in near}) == 1:
            best = next((one for one in likely if one[0] >= SAME), None)
        else:
            best = max(likely, key=itemgetter(0))
        if best and best[0] >= SAME:
            found[best[1]].append(number)
        else:
            found.append([number])
    return found


def _pair(one: int, other: int) -> tuple[int, int]:
    return (one, other) if one < other else (other, one)
