"""Linking partial names (a surname, with or without initials): where only one speaker fits, and the role agrees."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from claims import names
from claims.linking.clustering import Clusters
from claims.linking.role_comparison import RoleAgreement, agreement, clash

_SAME_SURNAME: Final = 0.8
"""Least match probability of two surnames that are one."""
_PROBABILITY: Final[dict[RoleAgreement, float]] = {"same office and place": 0.95, "same office": 0.8}
_SAME_ARTICLE: Final = 0.95


def link_partial_names(clusters: Clusters, surname_keys: Sequence[tuple[str, ...]]) -> None:
    """Join each partial name to the only speaker whom it fits, else leave it a speaker of its own.

    It fits a speaker of another version of its own article, one whose role has the same office and place, and one
    of the same office if nobody else in the ledger has that surname. What does not suffice is noted as a doubt.
    ``surname_keys``: for each node the blocking keys of its surname.
    """
    partial = [n for n, node in enumerate(clusters.nodes) if node.partial]
    by_surname: defaultdict[str, list[int]] = defaultdict(list)
    wanted = {key for n in partial for key in surname_keys[n]}
    for number, node in enumerate(clusters.nodes):
        if node.type == "person":
            for key in wanted.intersection(surname_keys[number]):
                by_surname[key].append(number)
    namesakes = {n: {other for key in surname_keys[n] for other in by_surname[key]} for n in partial}
    for number in partial:
        full = {clusters.root(n) for n in namesakes[number] if not clusters.nodes[n].partial}
        _link(clusters, number, sorted(r for r in full if _same_surname(clusters, number, r)))
    for number in partial:
        others = {clusters.root(n) for n in namesakes[number]} - {clusters.root(number)}
        if clusters.cluster(number) == [number]:
            _link(clusters, number, sorted(r for r in others if _same_surname(clusters, number, r)))


def _link(clusters: Clusters, number: int, candidates: list[int]) -> None:
    node = clusters.nodes[number]
    places = node.places
    candidates = [c for c in candidates if clusters.may_join(number, c) and not places & _places(clusters, c)]
    if not candidates or clusters.cluster(number) != [number]:
        return
    articles = {article for article, _ in places}
    same_article = [c for c in candidates if articles.intersection(a for a, _ in _places(clusters, c))]
    if len(same_article) == 1:
        clusters.join(number, same_article[0], _SAME_ARTICLE, "surname, in another version of the article")
        return
    best: dict[str, list[int]] = defaultdict(list)
    for candidate in candidates:
        best[_agreement(clusters, number, candidate)].append(candidate)
    if len(best["same office and place"]) == 1:
        chosen, why = best["same office and place"][0], "surname, with the same office and place"
        clusters.join(number, chosen, _PROBABILITY["same office and place"], why)
    elif len(best["same office"]) == 1 and len(candidates) == 1:
        why = "the only one with that surname, in the same office"
        clusters.join(number, candidates[0], _PROBABILITY["same office"], why)
    else:
        listed = sorted({clusters.nodes[c].name for c in candidates})
        shown = ", ".join(listed[:3]) + (", ..." if len(listed) > 3 else "")
        node.doubts.append(f"may be {shown}: the surname alone does not tell")


def _agreement(clusters: Clusters, number: int, candidate: int) -> RoleAgreement:
    """The closest agreement between a node's roles and a speaker's; any clash outweighs it."""
    theirs = {r for n in clusters.cluster(candidate) for r in clusters.nodes[n].roles}
    mine = clusters.nodes[number].roles
    if any(clash(a, b) for a in mine for b in theirs):
        return "another field"
    found = {agreement(a, b) for a in mine for b in theirs}
    return next((a for a in _PROBABILITY if a in found), "unknown")


def _places(clusters: Clusters, candidate: int) -> set[tuple[str, int]]:
    return {place for n in clusters.cluster(candidate) for place in clusters.nodes[n].places}


def _same_surname(clusters: Clusters, number: int, candidate: int) -> bool:
    mine = clusters.nodes[number].name
    return any(
        names.compare(names.parse(mine).family, names.parse(clusters.nodes[n].name).family).probability
        >= _SAME_SURNAME
        and (not names.parse(mine).given or names.compare(mine, clusters.nodes[n].name).probability >= 0.3)
        for n in clusters.cluster(candidate)
    )
