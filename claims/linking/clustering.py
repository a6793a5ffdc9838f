"""Constrained agglomerative clustering: likeliest pairs first, those that cannot be one never in one cluster."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

from claims.linking.blocking import JudgedPair
from claims.linking.constraints import partners
from claims.linking.exact_match import Node
from claims.linking.judging import DOUBTFUL, LINK, Judgement, judge
from claims.linking.role_comparison import clash

_LINK_IN_ONE_ARTICLE: Final = 0.95
"""Least probability to link two names that one article version has, and so may mean two speakers."""
_MARGIN: Final = 0.3
"""By how much a match must be likelier than that with a rival, a name of another speaker."""


class Clusters:
    """A partition of the nodes, kept as a union-find forest with cannot-link constraints; nodes go by their index.

    ``nodes``: all nodes.
    ``parent``: each node's parent in the forest; a root is its own.
    ``members``: the nodes of each cluster, by root.
    ``first``: the number of each node's first appearance.
    ``roles``: the roles of each cluster, by root.
    ``cannot_link``: by root, the nodes that must never come into its cluster.
    ``why``: the least sure probability and reason by which a node was joined to others.
    ``decided``: nodes that a must-link decision of the desk joined to others.
    ``proposed``: pairs of nodes that may be one speaker, each with the judgement.
    """

    def __init__(self, nodes: Sequence[Node], cannot_link: Iterable[tuple[int, int]]) -> None:
        """Every node in a cluster of its own."""
        numbers = range(len(nodes))
        self.nodes = nodes
        self.parent = list(numbers)
        self.members = {n: [n] for n in numbers}
        self.first = [node.first for node in nodes]
        self.roles = {n: nodes[n].roles for n in numbers}
        self.cannot_link = partners(cannot_link)
        self.why: dict[int, tuple[float, str]] = {}
        self.decided: set[int] = set()
        self.proposed: dict[tuple[int, int], Judgement] = {}

    def root(self, node: int) -> int:
        """The node that stands for the node's cluster (union-find with path halving)."""
        while self.parent[node] != node:
            self.parent[node] = self.parent[self.parent[node]]
            node = self.parent[node]
        return node

    def cluster(self, node: int) -> list[int]:
        """All nodes of the node's cluster."""
        return self.members[self.root(node)]

    def is_decided(self, node: int) -> bool:
        """Whether a must-link decision had a part in the node's cluster."""
        return bool(self.decided) and not self.decided.isdisjoint(self.cluster(node))

    def may_join(self, one: int, other: int) -> bool:
        """Whether no cannot-link constraint keeps two nodes' clusters apart."""
        a, b = self.root(one), self.root(other)
        return a == b or self.cannot_link.get(a, set()).isdisjoint(self.members[b])

    def propose(self, one: int, other: int, judgement: Judgement) -> None:
        """Keep a pair for the desk, if it is likely enough."""
        if judgement.probability >= DOUBTFUL:
            self.proposed[one, other] = judgement

    def join(self, one: int, other: int, probability: float, reason: str) -> None:
        """Union of two nodes' clusters; probability and reason are kept with the nodes of the later one."""
        a, b = self.root(one), self.root(other)
        if a == b:
            return
        if self.first[b] < self.first[a]:
            a, b = b, a
        for node in self.members[b]:
            known, said = self.why.get(node, (1.0, ""))
            self.why[node] = (probability, reason) if probability <= known else (known, said)
        self.parent[b] = a
        self.roles[a] |= self.roles.pop(b)
        self.members[a] += self.members.pop(b)
        if b in self.cannot_link:
            self.cannot_link.setdefault(a, set()).update(self.cannot_link.pop(b))


def join_matches(clusters: Clusters, found: Sequence[JudgedPair]) -> None:
    """Join pairs, likeliest first, where no rival is as good and no pair across both clusters is a non-match.

    Names that a must-link decision joined are compared each by itself: they need not be alike.
    """
    known = {(p.one, p.other): p for p in found}
    near: defaultdict[int, list[JudgedPair]] = defaultdict(list)
    likely = [p for p in found if p.probability >= LINK]
    for pair in found:
        clusters.propose(pair.one, pair.other, pair.judgement)
        if pair.probability >= DOUBTFUL:
            near[pair.one].append(pair)
            near[pair.other].append(pair)
    for pair in sorted(likely, key=lambda p: (-p.probability, p.one, p.other)):
        one, other = clusters.nodes[pair.one], clusters.nodes[pair.other]
        if clusters.root(pair.one) == clusters.root(pair.other):
            continue
        if pair.probability < _LINK_IN_ONE_ARTICLE and one.places & other.places:
            _doubt(one, other, "one article has both names")
        elif any(clash(a, b) for a in _roles(clusters, pair.one) for b in _roles(clusters, pair.other)):
            _doubt(one, other, "another role")
            _doubt(other, one, "another role")
        elif (rival := _rival(clusters, pair, near, known)) is not None:
            _doubt(one, other, f"so may {clusters.nodes[rival].name}")
        elif clusters.may_join(pair.one, pair.other) and _all_may_match(clusters, pair, known):
            clusters.join(pair.one, pair.other, pair.probability, pair.judgement.reason)


def _roles(clusters: Clusters, node: int) -> frozenset[str]:
    """The roles of the node's cluster, or of the node alone where a decision joined others to it."""
    return clusters.nodes[node].roles if clusters.is_decided(node) else clusters.roles[clusters.root(node)]


def _rival(
    clusters: Clusters,
    pair: JudgedPair,
    near: dict[int, list[JudgedPair]],
    known: dict[tuple[int, int], JudgedPair],
) -> int | None:
    """A node that fits one side of a pair nearly as well, and cannot be the other side."""
    for here, there in ((pair.one, pair.other), (pair.other, pair.one)):
        for rivalling in near[here]:
            rival = rivalling.other if rivalling.one == here else rivalling.one
            if rival == there or rivalling.probability < pair.probability - _MARGIN:
                continue
            if _cannot_be_one(clusters, rival, there, known):
                return rival
    return None


def _cannot_be_one(
    clusters: Clusters, one: int, other: int, known: dict[tuple[int, int], JudgedPair]
) -> bool:
    """Whether two nodes' names, or their roles, are those of two speakers."""
    ordered = (min(one, other), max(one, other))
    a, b = (clusters.nodes[n] for n in ordered)
    if ordered not in known:
        known[ordered] = JudgedPair(*ordered, judge(a.evidence, b.evidence))
    return known[ordered].judgement.never or any(clash(x, y) for x in a.roles for y in b.roles)


def _all_may_match(clusters: Clusters, pair: JudgedPair, known: dict[tuple[int, int], JudgedPair]) -> bool:
    """Whether no two names across both clusters cannot be one (complete linkage)."""
    if clusters.is_decided(pair.one) or clusters.is_decided(pair.other):
        return True
    return not any(
        _cannot_be_one(clusters, a, b, known)
        for a in clusters.cluster(pair.one)
        for b in clusters.cluster(pair.other)
        if not clusters.nodes[a].partial and not clusters.nodes[b].partial
    )


def _doubt(node: Node, other: Node, why: str) -> None:
    doubt = f"may be {other.name}: {why}"
    if doubt not in node.doubts:
        node.doubts.append(doubt)
