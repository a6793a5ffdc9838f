"""Nodes joined step by step, never two that are known to be two speakers."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from claims.linking.nodes import Node


@dataclass(slots=True)
class Clusters:
    """Which nodes are joined, by number, with what joined each to the others.

    ``forbidden``: for each root, the nodes that it must not be joined with; ``roles``: what its articles call it.
    ``first``: each node's first appearance. ``why``: the probability and reason by which a node was joined.
    ``decided``: nodes that the desk has joined to others.
    """

    nodes: Sequence[Node]
    parent: list[int]
    members: dict[int, list[int]]
    forbidden: dict[int, set[int]]
    first: Sequence[int]
    roles: dict[int, set[str]]
    why: dict[int, tuple[float, str]] = field(default_factory=dict)
    decided: set[int] = field(default_factory=set)

    def root(self, node: int) -> int:
        """The number that stands for the node's cluster."""
        while self.parent[node] != node:
            self.parent[node] = self.parent[self.parent[node]]
            node = self.parent[node]
        return node

    def together(self, node: int) -> list[int]:
        """All nodes of the node's cluster."""
        return self.members[self.root(node)]

    def is_decided(self, node: int) -> bool:
        """Whether the desk had a part in the node's cluster."""
        return bool(self.decided) and not self.decided.isdisjoint(self.together(node))

    def may_join(self, one: int, other: int) -> bool:
        """Whether nothing forbids that two nodes' clusters are one."""
        a, b = self.root(one), self.root(other)
        return a == b or self.forbidden.get(a, set()).isdisjoint(self.members[b])

    def join(self, one: int, other: int, probability: float, reason: str) -> None:
        """Make one cluster of two nodes' clusters; the reason is kept with the nodes of the later one."""
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
        if b in self.forbidden:
            self.forbidden.setdefault(a, set()).update(self.forbidden.pop(b))


def apart(nodes: Sequence[Node], different: Iterable[tuple[int, int]]) -> Clusters:
    """Every node for itself, with the pairs that must never be joined."""
    numbers = range(len(nodes))
    first = [node.first for node in nodes]
    clusters = Clusters(
        nodes, list(numbers), {n: [n] for n in numbers}, {}, first, {n: nodes[n].roles for n in numbers}
    )
    for one, other in different:
        clusters.forbidden.setdefault(one, set()).add(other)
        clusters.forbidden.setdefault(other, set()).add(one)
    return clusters
