"""Deterministic linkage: appearances with the same normalised name, and nothing to tell them apart, become one node."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from claims import names
from claims.linking.constraints import NO_CONSTRAINTS, Constraints, partners
from claims.linking.evidence import Evidence, combined, evidence_by_id, evidence_of
from claims.linking.judging import LINK, judge
from claims.linking.person_features import commonness
from claims.linking.role_comparison import clash
from claims.records import Appearance


@dataclass(slots=True, eq=False)
class Node:
    """A node of the linkage graph: appearances that are one speaker by name alone.

    ``name``: their most frequent spelling.
    ``key``: the name, without what was read into it, normalised by :func:`claims.names.key`.
    ``appearances``: at least one.
    ``evidence``: what its articles show of it.
    ``doubts``: in words, who else the speaker may be; grows while names are linked.
    ``alike``: the probability that an appearance is the speaker of the first (the least id), of those judged so far.
    ``roles``: every role that its articles give.
    ``places``: the article versions, as key and version number, in which it appears.
    """

    name: str
    key: str
    appearances: list[Appearance]
    evidence: Evidence
    doubts: list[str] = field(default_factory=list)
    alike: Mapping[str, float] = field(default_factory=dict)
    roles: frozenset[str] = field(init=False)
    places: frozenset[tuple[str, int]] = field(init=False)

    def __post_init__(self) -> None:
        self.roles = frozenset(a.role for a in self.appearances if a.role)
        self.places = frozenset((a.article, version) for a in self.appearances for version in a.versions)

    @property
    def unnamed(self) -> bool:
        """Whether no article names the speaker, who is therefore never linked across articles."""
        return self.evidence.form in ("description", "document")

    @property
    def partial(self) -> bool:
        """Whether the name is a surname, with or without initials, or a body's name of one word."""
        return self.evidence.form == "one word"

    @property
    def type(self) -> str:
        """The type of all of its appearances."""
        return self.appearances[0].type

    @property
    def first(self) -> int:
        """The number of its first appearance."""
        return min(a.number for a in self.appearances)


def exact_matches(
    appearances: Sequence[Appearance],
    constraints: Constraints = NO_CONSTRAINTS,
    known: Mapping[str, Evidence] | None = None,
) -> list[Node]:
    """The nodes of all appearances, sorted by name, whatever the order in which articles were added.

    ``known``: the evidence of each appearance, by its id, where it is worked out already.
    """
    by_name: defaultdict[tuple[object, ...], list[Appearance]] = defaultdict(list)
    if known is None:
        known = evidence_by_id(appearances)
    for appearance in appearances:
        by_name[identity(appearance, known[appearance.id])].append(appearance)
    apart = partners(constraints.cannot_link)
    alike: dict[str, float] = {}
    parts = [
        part
        for group in by_name.values()
        for some in _split(group, apart)
        for part in _judged_alike(some, known, alike)
    ]
    nodes = [_node(part, known, alike) for part in parts]
    return sorted(nodes, key=lambda n: (n.name, n.type, min(a.id for a in n.appearances)))


def identity(appearance: Appearance, evidence: Evidence | None = None) -> tuple[object, ...]:
    """What appearances of one node have in common; it depends on each of them, and so on its evidence, alone."""
    evidence = evidence or evidence_of(appearance)
    kind = appearance.type, evidence.form
    where = f"in {appearance.article}"
    if evidence.form == "body" and evidence.shown.known:
        if evidence.general and not evidence.places.countries:
            return (
                *kind,
                evidence.core,
                (evidence.shown.country, evidence.shown.town) if evidence.shown.country else where,
            )
        return *kind, evidence.core, evidence.places
    key = names.key(evidence.name)
    if evidence.form == "one word":
        # A surname is somebody's within one article only, or under one and the same title.
        return *kind, key, appearance.role or where
    if evidence.form == "name":
        told = (appearance.role, where if commonness(evidence) == 1 else "") if evidence.shown.known else None
        return *kind, key, evidence.middles, told
    return *kind, key, "" if evidence.form == "body" else where


def _node(appearances: list[Appearance], known: Mapping[str, Evidence], alike: Mapping[str, float]) -> Node:
    spellings = Counter(a.name for a in appearances)
    name = min(spellings, key=lambda n: (-spellings[n], -len(n), n))
    evidence = combined([known[a.id] for a in sorted(appearances, key=lambda a: a.id)])
    return Node(name, names.key(evidence.name), appearances, evidence, alike=alike)


def _judged_alike(
    group: list[Appearance], known: Mapping[str, Evidence], alike: dict[str, float]
) -> Iterable[list[Appearance]]:
    """Appearances of one name in parts of which each is judged one speaker with its first appearance.

    The probabilities are noted in ``alike``, by appearance.
    """
    if len(group) == 1 or not any(a.beside for a in group):
        return [group]
    parts: list[list[Appearance]] = []
    for appearance in sorted(group, key=lambda a: a.id):
        mine = known[appearance.id]
        if mine.form in ("description", "document"):
            return [group]
        for part in parts:
            probability = judge(known[part[0].id], mine).probability
            if probability >= LINK:
                part.append(appearance)
                alike[appearance.id] = probability
                break
        else:
            parts.append([appearance])
    return parts


def _split(group: list[Appearance], apart: Mapping[str, set[str]]) -> Iterable[list[Appearance]]:
    """Appearances of one name in parts that can be one speaker by their roles and the constraints."""
    if len(group) == 1:
        return [group]
    ordered = sorted(group, key=lambda a: a.id)
    roles = sorted({a.role for a in group if a.role})
    clashing = any(clash(a, b) for i, a in enumerate(roles) for b in roles[:i])
    decided = any(apart.get(a.id, set()) & {b.id for b in group} for a in group) if apart else False
    if not clashing and not decided:
        return [group]
    parts: list[list[Appearance]] = []
    # Those that have a role or were decided upon make the parts; the rest goes to the only part, if it is one.
    distinctive = [a for a in ordered if a.role or a.id in apart]
    for appearance in sorted(distinctive, key=lambda a: (a.id not in apart, a.id)):
        fitting = [p for p in parts if not any(_are_two(appearance, b, apart) for b in p)]
        if fitting:
            fitting[0].append(appearance)
        else:
            parts.append([appearance])
    rest = [a for a in ordered if a not in distinctive]
    if rest and decided and not clashing:
        parts[0].extend(rest)
    elif rest:
        parts.append(rest)
    return parts


def _are_two(one: Appearance, other: Appearance, apart: Mapping[str, set[str]]) -> bool:
    return other.id in apart.get(one.id, ()) or clash(one.role, other.role)
