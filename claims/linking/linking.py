"""Appearances in articles to speakers: by name, role and the desk's decisions."""

import gc
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from claims.linking.canonical import canonical
from claims.linking.clusters import Clusters, apart
from claims.linking.constraints import Constraints, constraints
from claims.linking.joining import join_alike
from claims.linking.nodes import gather
from claims.linking.pairs import pairs
from claims.linking.partial import attach
from claims.records import Appearance, Decision, Link, LinkedSpeaker


def link(appearances: Iterable[Appearance], decisions: Iterable[Decision] = ()) -> list[LinkedSpeaker]:
    """The speakers of some articles' appearances, in the order in which the ledger first met them.

    What the desk decided holds; the rest is linked by names (:func:`claims.names.compare`) and roles. Names are
    joined best first (agglomerative, with must-link and cannot-link pairs as in Wagstaff et al. 2001); where two
    candidates are nearly as good, and where the same name stands in a clashing role, none is taken, and the speaker's
    doubts say so. Speakers whom no article names are never linked across articles; surnames need an agreeing role.
    The partition depends on the set of appearances only; a speaker's id is that of its first one.
    """
    with _uncollected():
        return _linked(appearances, list(decisions))


def _linked(appearances: Iterable[Appearance], made: list[Decision]) -> list[LinkedSpeaker]:
    met = sorted(appearances, key=lambda a: a.number)
    decided = constraints(made, (a.id for a in met))
    nodes = gather(met, decided)
    node_of = {a.id: number for number, node in enumerate(nodes) for a in node.appearances}
    clusters = apart(nodes, [(node_of[a], node_of[b]) for a, b in decided.different])
    _join_decided(clusters, decided, node_of)
    join_alike(clusters, pairs(nodes))
    attach(clusters)
    _doubt_namesakes(clusters)
    return sorted(
        (_speaker(clusters, members, made) for members in clusters.members.values()),
        key=lambda s: min(nodes[node_of[link.appearance]].first for link in s.links),
    )


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without Python's cycle collector, which takes a third of the time where so many objects stay alive."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _join_decided(clusters: Clusters, decided: Constraints, node_of: dict[str, int]) -> None:
    for (one, other), number in sorted(decided.same.items(), key=lambda item: item[1]):
        if clusters.may_join(node_of[one], node_of[other]):
            clusters.join(node_of[one], node_of[other], 1.0, f"decided by the desk (decision {number})")
            clusters.decided.add(node_of[one])


def _doubt_namesakes(clusters: Clusters) -> None:
    """Say of speakers with the same name, kept apart, that they are."""
    by_name: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for number, node in enumerate(clusters.nodes):
        if not node.alone and not node.partial:
            by_name[node.type, node.key].append(number)
    for namesakes in by_name.values():
        roots = {clusters.root(n) for n in namesakes}
        if len(roots) > 1:
            for number in namesakes:
                others = sorted(
                    {
                        r
                        for o in namesakes
                        if clusters.root(o) != clusters.root(number)
                        for r in clusters.nodes[o].roles
                    }
                )
                role = f" ({'; '.join(others)})" if others else ""
                clusters.nodes[number].doubts.append(f"another speaker{role} has the same name")


def _speaker(clusters: Clusters, members: Sequence[int], decisions: Sequence[Decision]) -> LinkedSpeaker:
    nodes = [clusters.nodes[n] for n in members]
    links = []
    for number, node in zip(members, nodes, strict=True):
        probability, reason = clusters.why.get(number, (1.0, "same name"))
        links += [(a, probability, reason) for a in node.appearances]
    links.sort(key=lambda found: (found[0].number, found[0].id))
    first = links[0][0]
    return LinkedSpeaker(
        first.id,
        canonical([a for a, _, _ in links], decisions),
        tuple(
            Link(
                a.id,
                a.name,
                probability,
                "first appearance" if a is first else reason,
            )
            for a, probability, reason in links
        ),
        tuple(sorted({d for node in nodes for d in node.doubts})),
    )
