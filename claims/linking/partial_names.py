"""Linking partial names (a surname, with or without initials): where the evidence is for one full name only."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

from claims.linking.blocking import JudgedPair, hold_one_office
from claims.linking.clustering import Clusters
from claims.linking.judging import DOUBTFUL, LINK, Judgement, judge
from claims.linking.person_features import commonness
from claims.linking.role_comparison import clash

_COMMON: Final = 0.9
"""Least probability to link a surname that many have."""
_SPEAKS_FOR: Final = (
    "same office and place", "same office", "affiliation in common", "affiliation in the other's article",
    "town or state in common", "country in common", "words in common", "names in common", "topic in common",
)  # fmt: skip
"""Of these a surname has one in common with the full name that it is joined to: alone it says too little."""
_SAME_ARTICLE: Final = 0.95
"""The probability that a surname is the full name of another version of its article."""


def link_partial_names(clusters: Clusters, pairs: Sequence[JudgedPair]) -> None:
    """Join each partial name to the only speaker whom it fits, else leave it a speaker of its own.

    It fits a speaker of another version of its own article, one who holds the same office in the same place, and one
    with whom it is judged one if nobody else of that surname comes near. What does not suffice is noted as a doubt.
    ``pairs``: each partial name with the full names that it may be.
    """
    near: defaultdict[int, dict[int, Judgement]] = defaultdict(dict)
    for pair in pairs:
        near[pair.one][pair.other] = pair.judgement
    for number in sorted(near):
        _link(clusters, number, near[number])


def _link(clusters: Clusters, number: int, near: Mapping[int, Judgement]) -> None:
    node = clusters.nodes[number]
    candidates = sorted({clusters.root(n) for n in near})
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
        ((_judged(clusters, number, c, near), c) for c in candidates), key=lambda j: (-j[0].probability, j[1])
    )
    in_office = [c for c in candidates if hold_one_office(node.roles, _roles(clusters, c))]
    likely = [(judgement, c) for judgement, c in judged if judgement.probability >= DOUBTFUL]
    if len(in_office) == 1 and not any(
        clash(a, b) for a in node.roles for b in _roles(clusters, in_office[0])
    ):
        probability = next(j.probability for j, c in judged if c == in_office[0])
        clusters.join(number, in_office[0], max(probability, LINK), "surname, with the same office and place")
    elif (
        len(likely) == 1
        and likely[0][0].probability >= (_COMMON if commonness(node.evidence) else LINK)
        and any(likely[0][0].found.values.get(name) for name in _SPEAKS_FOR)
    ):
        judgement, chosen = likely[0]
        reason = f"nobody else of that surname comes near; {judgement.reason}"
        clusters.join(number, chosen, judgement.probability, reason)
    else:
        listed = sorted({clusters.nodes[c].name for c in candidates})
        shown = ", ".join(listed[:3]) + (", ..." if len(listed) > 3 else "")
        node.doubts.append(f"may be {shown}: the surname alone does not tell")
        for judgement, candidate in judged:
            clusters.propose(number, candidate, judgement)


def _judged(clusters: Clusters, number: int, candidate: int, near: Mapping[int, Judgement]) -> Judgement:
    """The best judgement of a partial name beside any full name of a speaker; those ``near`` are known."""
    mine = clusters.nodes[number].evidence
    found = [near.get(n) or judge(mine, clusters.nodes[n].evidence) for n in clusters.cluster(candidate)]
    return max(found, key=lambda judgement: judgement.probability)


def _roles(clusters: Clusters, candidate: int) -> set[str]:
    return {r for n in clusters.cluster(candidate) for r in clusters.nodes[n].roles}


def _places(clusters: Clusters, candidate: int) -> set[tuple[str, int]]:
    return {place for n in clusters.cluster(candidate) for place in clusters.nodes[n].places}
