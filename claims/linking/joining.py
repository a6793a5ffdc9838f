"""Names that are alike joined to speakers, best first."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from claims import names
from claims.linking.clusters import Clusters
from claims.linking.nodes import Node
from claims.linking.pairs import MAY_BE, Pair
from claims.linking.roles import agree, clash

_LINK: Final = 0.9
_LINK_WITH_ROLE: Final = 0.6
_LINK_WITH_OTHER_ROLE: Final = 0.95
"""From these probabilities on names are one speaker's: where roles say nothing, agree, and are two."""

_LINK_IN_ONE_ARTICLE: Final = 0.95
"""What it takes where one article has both names, and might have taken them for one itself."""

_MARGIN: Final = 0.1
"""How much likelier a name must be than another one that is somebody else's."""


def join_alike(clusters: Clusters, found: Sequence[Pair]) -> None:
    """Join names best first, where no rival is as good and nothing in both clusters speaks against it.

    What the desk has joined counts for each of its names by itself: they need not be alike.
    """
    known = {(p.one, p.other): p.probability for p in found}
    near: defaultdict[int, list[Pair]] = defaultdict(list)
    for pair in found:
        near[pair.one].append(pair)
        near[pair.other].append(pair)
    for pair in sorted(found, key=lambda p: (-p.probability, p.one, p.other)):
        one, other = clusters.nodes[pair.one], clusters.nodes[pair.other]
        agreed = any(agree(a, b) for a in one.roles for b in other.roles)
        if clusters.root(pair.one) == clusters.root(pair.other) or not _is_alike(
            pair, one, other, agreed=agreed
        ):
            continue
        if any(clash(a, b) for a in _roles(clusters, pair.one) for b in _roles(clusters, pair.other)):
            _doubt(one, other, "another role")
            _doubt(other, one, "another role")
        elif rival := _rival(pair, near, known):
            _doubt(one, other, f"so may {clusters.nodes[rival].name}")
        elif clusters.may_join(pair.one, pair.other) and _all_may_be_one(clusters, pair, known):
            reason = pair.reason + ("; roles agree" if agreed else "")
            clusters.join(pair.one, pair.other, pair.probability, reason)


def _is_alike(pair: Pair, one: Node, other: Node, *, agreed: bool) -> bool:
    """Whether a pair's names are likely enough one speaker's; ``agreed`` says that their roles agree."""
    if one.key == other.key:
        return False  # taken apart by their roles or by the desk
    least = _LINK_WITH_ROLE if agreed else _LINK_WITH_OTHER_ROLE if one.roles and other.roles else _LINK
    if pair.probability < least:
        return False
    if pair.probability < _LINK_IN_ONE_ARTICLE and one.places & other.places:
        _doubt(one, other, "one article has both names")
        return False
    return True


def _roles(clusters: Clusters, node: int) -> set[str]:
    """What articles call the node's speaker, or only the node where the desk joined others to it."""
    return clusters.nodes[node].roles if clusters.is_decided(node) else clusters.roles[clusters.root(node)]


def _rival(pair: Pair, near: dict[int, list[Pair]], known: dict[tuple[int, int], float]) -> int | None:
    """A node that is nearly as good a partner for one of a pair, and cannot be the other's."""
    for here, there in ((pair.one, pair.other), (pair.other, pair.one)):
        for rivalling in near[here]:
            rival = rivalling.other if rivalling.one == here else rivalling.one
            if rival == there or rivalling.probability < pair.probability - _MARGIN:
                continue
            if known.get((min(rival, there), max(rival, there)), 0.0) < MAY_BE:
                return rival
    return None


def _all_may_be_one(clusters: Clusters, pair: Pair, known: dict[tuple[int, int], float]) -> bool:
    """Whether no two names of both clusters are known to be two speakers'."""
    if clusters.is_decided(pair.one) or clusters.is_decided(pair.other):
        return True
    for a in clusters.together(pair.one):
        for b in clusters.together(pair.other):
            if clusters.nodes[a].partial or clusters.nodes[b].partial:
                continue
            ordered = (min(a, b), max(a, b))
            if ordered not in known:
                known[ordered] = names.compare(clusters.nodes[a].name, clusters.nodes[b].name).probability
            if known[ordered] < MAY_BE:
                return False
    return True


def _doubt(node: Node, other: Node, why: str) -> None:
    doubt = f"may be {other.name}: {why}"
    if doubt not in node.doubts:
        node.doubts.append(doubt)
