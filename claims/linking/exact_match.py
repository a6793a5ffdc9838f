"""Deterministic linkage: appearances with the same normalised name, and roles that do not clash, become one node."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from claims import names
from claims.linking.constraints import Constraints, partners
from claims.linking.role_comparison import clash
from claims.records import Appearance, SpeakerType


@dataclass(slots=True, eq=False)
class Node:
    """A node of the linkage graph: appearances that are one speaker by name alone.

    ``name``: their most frequent spelling.
    ``key``: the name normalised by :func:`claims.names.key`.
    ``appearances``: at least one.
    ``unnamed``: no article names the speaker, who is therefore never linked across articles.
    ``partial``: the name is a surname, with or without initials, which does not suffice for a match.
    ``doubts``: in words, who else the speaker may be; grows while names are linked.
    """

    name: str
    key: str
    appearances: list[Appearance]
    unnamed: bool = False
    partial: bool = False
    doubts: list[str] = field(default_factory=list)

    @property
    def type(self) -> str:
        """The type of all of its appearances."""
        return self.appearances[0].type

    @property
    def roles(self) -> set[str]:
        """Every role that its articles give."""
        return {a.role for a in self.appearances if a.role}

    @property
    def places(self) -> set[tuple[str, int]]:
        """The article versions, as key and version number, in which it appears."""
        return {(a.article, version) for a in self.appearances for version in a.versions}

    @property
    def first(self) -> int:
        """The number of its first appearance."""
        return min(a.number for a in self.appearances)


def exact_matches(appearances: Sequence[Appearance], constraints: Constraints) -> list[Node]:
    """The nodes of all appearances, sorted by name, whatever the order in which articles were added."""
    read = {named: _normalised(*named) for named in dict.fromkeys((a.name, a.type) for a in appearances)}
    by_name: defaultdict[tuple[str, ...], list[Appearance]] = defaultdict(list)
    for appearance in appearances:
        by_name[_identity(appearance, read[appearance.name, appearance.type])].append(appearance)
    apart = partners(constraints.cannot_link)
    parts = [part for group in by_name.values() for part in _split(group, apart)]
    nodes = [_node(part, read[part[0].name, part[0].type]) for part in parts]
    return sorted(nodes, key=lambda n: (n.name, n.type, min(a.id for a in n.appearances)))


class _NormalisedName(NamedTuple):
    key: str
    unnamed: bool
    partial: bool


def _normalised(name: str, type_: SpeakerType) -> _NormalisedName:
    if type_ == "person":
        given = () if ";" in name else names.parse(name).given
        partial = ";" not in name and all(len(word.strip(".")) <= 1 for word in given)
        return _NormalisedName(names.key(name), unnamed=False, partial=partial)
    # Whom or what no article names: "a police spokeswoman", "the company", "report".
    named = type_ != "unnamed" and any(c.isalpha() and not c.islower() for c in name)
    return _NormalisedName(names.key(name), unnamed=not named, partial=False)


def _identity(appearance: Appearance, read: _NormalisedName) -> tuple[str, ...]:
    """What appearances of one node have in common."""
    if read.unnamed:
        return appearance.type, read.key, appearance.article
    if read.partial:
        # A surname is somebody's within one article only, or under one and the same title.
        return appearance.type, read.key, appearance.role or f"in {appearance.article}"
    return appearance.type, read.key


def _node(appearances: list[Appearance], read: _NormalisedName) -> Node:
    spellings = Counter(a.name for a in appearances)
    name = min(spellings, key=lambda n: (-spellings[n], -len(n), n))
    return Node(name, read.key, appearances, unnamed=read.unnamed, partial=read.partial)


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
