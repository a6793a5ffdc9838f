"""Linking partial names (a surname, with or without initials): where the evidence is for one full name only."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from claims import names
from claims.linking.clustering import Clusters
from claims.linking.judging import DOUBTFUL, LINK, Judgement, judge
from claims.linking.role_comparison import agreement, clash

_SAME_SURNAME: Final = 0.8
"""Least match probability of two surnames that are one."""
_BESIDE_OTHERS: Final = 0.9
"""Least probability to link a surname that others have, too."""
_SAME_ARTICLE: Final = 0.95
"""The probability that a surname is the full name of another version of its article."""


def link_partial_names(clusters: Clusters, surname_keys: Sequence[tuple[str, ...]]) -> None:
    """Join each partial name to the only speaker whom it fits, else leave it a speaker of its own.

    It fits a speaker of another version of its own article, one who holds the same office in the same place, and one
    with whom it is judged one if nobody else of that surname comes near. What does not suffice is noted as a doubt.
    ``surname_keys``: for each node the blocking keys of its surname.
    """
    partial = [n for n, node in enumerate(clusters.nodes) if node.partial]
    by_surname: defaultdict[str, list[int]] = defaultdict(list)
    wanted = {key for n in partial for key in surname_keys[n]}
    for number, node in enumerate(clusters.nodes):
        if node.type == "person" and not node.partial:
            for key in wanted.intersection(surname_keys[number]):
                by_surname[key].append(number)
    for number in partial:
        namesakes = {clusters.root(n) for key in surname_keys[number] for n in by_surname[key]}
        _link(clusters, number, sorted(r for r in namesakes if _same_surname(clusters, number, r)))


def _link(clusters: Clusters, number: int, candidates: list[int]) -> None:
    node = clusters.nodes[number]
    places = {place for n in clusters.cluster(number) for place in clusters.nodes[n].places}
    candidates = [c for c in candidates if clusters.may_join(number, c) and not places & _places(clusters, c)]
    candidates = [c for c in candidates if c != clusters.root(number)]
    if not candidates or not all(clusters.nodes[n].partial for n in clusters.cluster(number)):
        return
    articles = {article for article, _ in places}
    same_article = [c for c in candidates if articles.intersection(a for a, _ in _places(clusters, c))]
    if len(same_article) == 1:
        clusters.join(number, same_article[0], _SAME_ARTICLE, "surname, in another version of the article")
        return
    judged = sorted(
        ((_judged(clusters, number, c), c) for c in candidates), key=lambda j: (-j[0].probability, j[1])
    )
    (best, chosen), *rest = judged
    in_office = [c for c in candidates if _holds(clusters, number, c)]
    if len(in_office) == 1 and not any(
        clash(a, b) for a in node.roles for b in _roles(clusters, in_office[0])
    ):
        best = next(j for j, c in judged if c == in_office[0])
        reason = "surname, with the same office and place"
        clusters.join(number, in_office[0], max(best.probability, LINK), reason)
    elif best.probability >= (_BESIDE_OTHERS if rest else LINK) and all(
        j.probability < DOUBTFUL for j, _ in rest
    ):
        clusters.join(
            number,
            chosen,
            best.probability,
            best.reason if rest else f"the only one with that surname; {best.reason}",
        )
    else:
        listed = sorted({clusters.nodes[c].name for c in candidates})
        shown = ", ".join(listed[:3]) + (", ..." if len(listed) > 3 else "")
        node.doubts.append(f"may be {shown}: the surname alone does not tell")
        for judgement, candidate in judged:
            clusters.propose(number, candidate, judgement)


def _judged(clusters: Clusters, number: int, candidate: int) -> Judgement:
    """The best judgement of a partial name beside any full name of a speaker."""
    mine = clusters.nodes[number].evidence
    found = [judge(mine, clusters.nodes[n].evidence) for n in clusters.cluster(candidate)]
    return max(found, key=lambda judgement: judgement.probability)


def _roles(clusters: Clusters, candidate: int) -> set[str]:
    return {r for n in clusters.cluster(candidate) for r in clusters.nodes[n].roles}


def _holds(clusters: Clusters, number: int, candidate: int) -> bool:
    """Whether a speaker has the office of a partial name, in the same place."""
    theirs = _roles(clusters, candidate)
    return any(
        agreement(a, b) == "same office and place" for a in clusters.nodes[number].roles for b in theirs
    )


def _places(clusters: Clusters, candidate: int) -> set[tuple[str, int]]:
    return {place for n in clusters.cluster(candidate) for place in clusters.nodes[n].places}


def _same_surname(clusters: Clusters, number: int, candidate: int) -> bool:
    mine = clusters.nodes[number].evidence.name
    return any(
        names.compare(names.parse(mine).family, names.parse(clusters.nodes[n].name).family).probability
        >= _SAME_SURNAME
        and (not names.parse(mine).given or names.compare(mine, clusters.nodes[n].name).probability >= 0.3)
        for n in clusters.cluster(candidate)
    )
