"""Linking appearances in articles to speakers (entity resolution): by name, role and the desk's decisions.

The order: exact matches, candidate pairs by blocking, clustering under constraints, partial names. Nodes of which no
pair may be one speaker have nothing to do with each other: each connected component of the rest is as if it were all.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from claims.linking.blocking import Blocks, JudgedPair, blocks_of, judged_pairs, same_names, surname_pairs
from claims.linking.clustering import Clusters, join_matches
from claims.linking.constraints import Constraints, constraints
from claims.linking.evidence import Evidence, evidence_by_id
from claims.linking.exact_match import Node, exact_matches
from claims.linking.judging import DOUBTFUL, LINK, Judgement, judge
from claims.linking.model import stated_probability
from claims.linking.partial_names import link_partial_names
from claims.records import Appearance, Decision, Link, LinkedSpeaker, Proposal, Speaker
from claims.text.graphs import components

_MOST_PROPOSED: Final = 5
"""So many links at the most are proposed with a speaker."""


def link(
    appearances: Iterable[Appearance],
    decisions: Iterable[Decision] = (),
    known: Mapping[str, Evidence] | None = None,
) -> list[LinkedSpeaker]:
    """The speakers of some articles' appearances, in the order in which the ledger first met them.

    The desk's decisions are constraints; the rest is judged pair by pair (:func:`claims.linking.judging.judge`) by
    names, roles and what the articles show beside the names. Pairs are joined likeliest first (agglomerative, with
    must-link and cannot-link pairs as in Wagstaff et al. 2001); where two candidates are nearly as good, and where the
    same name stands in a clashing role, none is taken, and the speaker's doubts say so. Speakers whom no article names
    are never linked across articles. The partition depends on the set of appearances only; a speaker's id is that of
    its first one. ``known`` is the evidence of each appearance, by its id, where it is worked out already.
    """
    made = list(decisions)
    met = sorted(appearances, key=lambda a: a.number)
    if known is None:
        known = evidence_by_id(met)
    decided = constraints(made, (a.id for a in met))
    nodes = exact_matches(met, decided, known)
    node_of = {a.id: number for number, node in enumerate(nodes) for a in node.appearances}
    clusters = Clusters(nodes, [(node_of[a], node_of[b]) for a, b in decided.cannot_link])
    _join_decided(clusters, decided, node_of)
    blocks = blocks_of(nodes)
    pairs, partial = judged_pairs(nodes, blocks), surname_pairs(nodes, blocks)
    must_link = [(node_of[one], node_of[other]) for one, other in decided.must_link]
    together = components(range(len(nodes)), _edges(pairs, partial, must_link, same_names(blocks)))
    join_matches(clusters, pairs)
    link_partial_names(clusters, partial)
    _doubt_namesakes(clusters, together)
    component = _named(clusters, together)
    proposals = _proposals(clusters)
    speakers = (
        replace(
            _speaker(clusters, root, made, known),
            proposals=tuple(proposals.get(root, ())),
            component=component[root],
        )
        for root in clusters.members
    )
    return sorted(speakers, key=lambda s: min(nodes[node_of[link.appearance]].first for link in s.links))


def edges_of(nodes: Sequence[Node], blocks: Blocks) -> Iterator[tuple[int, int]]:
    """The pairs of nodes, without decisions, of which one makes a difference to what becomes of the other.

    Those of several blocks are those of each block together, whichever the blocks are taken with.
    """
    return _edges(judged_pairs(nodes, blocks), surname_pairs(nodes, blocks), (), same_names(blocks))


def _edges(
    pairs: Iterable[JudgedPair],
    partial: Iterable[JudgedPair],
    must_link: Iterable[tuple[int, int]],
    of_one_name: Iterable[Sequence[int]],
) -> Iterator[tuple[int, int]]:
    """The pairs of nodes of which one makes a difference to what becomes of the other."""
    yield from ((p.one, p.other) for p in pairs if p.probability >= DOUBTFUL)
    yield from ((p.one, p.other) for p in partial)
    yield from must_link
    for numbers in of_one_name:
        yield from pairwise(numbers)


def _named(clusters: Clusters, together: Iterable[Sequence[int]]) -> dict[int, str]:
    """The name of each cluster's component, by its root: the id of the first of the speakers in it."""
    found = {}
    for component in together:
        name = _id_of(clusters, component)
        found.update(dict.fromkeys(component, name))
    return found


def _join_decided(clusters: Clusters, decided: Constraints, node_of: dict[str, int]) -> None:
    for (one, other), number in sorted(decided.must_link.items(), key=lambda item: item[1]):
        if clusters.may_join(node_of[one], node_of[other]):
            clusters.join(node_of[one], node_of[other], 1.0, f"decided by the desk (decision {number})")
            clusters.decided.add(node_of[one])


def _doubt_namesakes(clusters: Clusters, together: Iterable[Sequence[int]]) -> None:
    """Note with speakers of one name, kept apart, that there are others, of those that may have to do with them."""
    by_name: defaultdict[tuple[int, str, str], list[int]] = defaultdict(list)
    for component, numbers in enumerate(together):
        for number in numbers if len(numbers) > 1 else ():
            node = clusters.nodes[number]
            if not node.unnamed and node.evidence.form != "one word":
                by_name[component, node.type, node.key].append(number)
    for namesakes in by_name.values():
        roots = {clusters.root(n) for n in namesakes}
        if len(roots) > 1:
            for number in namesakes:
                others = [clusters.nodes[o] for o in namesakes if clusters.root(o) != clusters.root(number)]
                roles = sorted({role for other in others for role in other.roles})
                role = f" ({'; '.join(roles)})" if roles else ""
                clusters.nodes[number].doubts.append(f"another speaker{role} has the same name")


def _proposals(clusters: Clusters) -> dict[int, list[Proposal]]:
    """The likeliest pairs that no link joined and no decision keeps apart, by the root of the speaker first met."""
    best: dict[tuple[int, int], Judgement] = {}
    for (one, other), judgement in clusters.proposed.items():
        a, b = sorted((clusters.root(one), clusters.root(other)), key=lambda root: clusters.first[root])
        in_one_article = clusters.nodes[one].places & clusters.nodes[other].places
        if a == b or in_one_article or not clusters.may_join(a, b):
            continue
        if (a, b) not in best or judgement.probability > best[a, b].probability:
            best[a, b] = judgement
    found: defaultdict[int, list[Proposal]] = defaultdict(list)
    for (a, b), judgement in sorted(best.items(), key=lambda item: (-item[1].probability, item[0])):
        if len(found[a]) < _MOST_PROPOSED:
            met = _id_of(clusters, clusters.members[b])
            found[a].append(Proposal(met, judgement.probability, judgement.reason))
    return dict(found)


def _id_of(clusters: Clusters, numbers: Iterable[int]) -> str:
    """The id of the speaker first met of some nodes: that of its first appearance."""
    appearances = (a for n in numbers for a in clusters.nodes[n].appearances)
    return min(appearances, key=lambda a: (a.number, a.id)).id


def _speaker(
    clusters: Clusters,
    root: int,
    decisions: Sequence[Decision],
    known: Mapping[str, Evidence],
) -> LinkedSpeaker:
    members = clusters.members[root]
    nodes = [clusters.nodes[n] for n in members]
    links = []
    for number, node in zip(members, nodes, strict=True):
        probability, reason = clusters.why.get(number, (1.0, "same name"))
        links += [
            (a, stated_probability(min(probability, sure)), reason) for a, sure in _of_one_name(node, known)
        ]
    links.sort(key=lambda found: (found[0].number, found[0].id))
    first = links[0][0]
    links[0] = (first, links[0][1], "first appearance")
    speaker = _canonical_speaker([a for a, _, _ in links], decisions)
    made = tuple(Link(a.id, a.name, probability, reason) for a, probability, reason in links)
    doubts = tuple(sorted({d for node in nodes for d in node.doubts}))
    return LinkedSpeaker(first.id, speaker, made, doubts)


def _of_one_name(node: Node, known: Mapping[str, Evidence]) -> Iterator[tuple[Appearance, float]]:
    """A node's appearances, each with the probability that it is the speaker of the first."""
    first, *others = sorted(node.appearances, key=lambda a: a.id)
    yield first, 1.0
    mine, judged = known[first.id], {}
    for other in others:
        if node.unnamed:
            yield other, 1.0
            continue
        if other.id in node.alike:
            yield other, node.alike[other.id]
            continue
        theirs = known[other.id]
        if id(theirs) not in judged:
            judged[id(theirs)] = max(judge(mine, theirs).probability, LINK)
        yield other, judged[id(theirs)]


def _canonical_speaker(appearances: Sequence[Appearance], decisions: Sequence[Decision]) -> Speaker:
    """The fullest name and the most frequent role of the appearances, unless the desk decided on others.

    Of names with equally many words the most frequent counts, then the longest.
    """
    ids = {a.id for a in appearances}
    appearances = [a for a in appearances if a.versions] or appearances  # as articles have it, where one does
    decided = {
        d.kind: d.value for d in decisions if d.kind in ("rename", "role") and ids.intersection(d.about)
    }
    names = Counter(a.name for a in appearances)
    name = min(names, key=lambda n: (-len(n.split()), -names[n], -len(n), n))
    types = Counter(a.type for a in appearances)
    roles = Counter(a.role for a in appearances if a.role)
    role = min(roles, key=lambda r: (-roles[r], -len(r), r), default=None)
    return Speaker(
        decided.get("rename") or name,
        min(types, key=lambda t: (t == "unnamed", -types[t], t)),
        decided.get("role") or role,
    )
