"""From ties between units to clusters, each one assertion, such that no chain of near-likes welds its ends."""

from collections.abc import Container, Iterable, Mapping, Sequence
from itertools import combinations, product

from claims.merging.comparing import Comparison, compare_profiles
from claims.merging.profiles import Profile
from claims.names.speaker_match import same_speaker
from claims.text.graphs import components

Block = tuple[int, ...]
"""Units that the desk joined, or one unit alone."""


def clusters(
    units: Mapping[int, Profile],
    articles: Mapping[int, set[str]],
    same: Mapping[tuple[int, int], float],
    joined: Iterable[tuple[int, int]] = (),
    apart: Iterable[tuple[int, int]] = (),
) -> list[list[int]]:
    """Units that make one assertion, a list each; ``articles`` has the keys of the articles that each is in.

    ``units`` come with the fullest wording first.

    ``same`` has the probability of the pairs of units (the lower first) that are the same by themselves; pairs that
    the desk ``joined`` are in one cluster whatever they say, those it put ``apart`` never are. The other pairs are
    joined in turn, those of different articles first, the likest first, where all that is then in the cluster is
    the same assertion as its fullest wording, and no two are in conflict (constrained agglomeration: a complete
    linkage that lets two pieces of one quotation be unlike).
    """
    blocks = [tuple(c) for c in components(units, joined)]
    home = {unit: block for block in blocks for unit in block}
    parts: dict[Block, list[Block]] = {block: [block] for block in blocks}
    place = {block: block for block in blocks}
    forbidden = {frozenset((home[a], home[b])) for a, b in apart}
    wording = _Wordings(units, same)
    for a, b in sorted(same, key=lambda pair: _rank(units, articles, pair, same[pair])):
        one, other = place[home[a]], place[home[b]]
        if one == other or (
            forbidden and any(frozenset(pair) in forbidden for pair in product(parts[one], parts[other]))
        ):
            continue
        if wording.one_assertion(parts[one], parts[other]):
            parts[one] += parts.pop(other)
            place.update(dict.fromkeys(parts[one], one))
    return [[unit for block in together for unit in block] for together in parts.values()]


def _rank(
    units: Mapping[int, Profile], articles: Mapping[int, set[str]], pair: tuple[int, int], probability: float
) -> tuple[bool, float, list[str]]:
    # Not by the units' numbers: those depend on the speakers' ids, which differ between ledgers.
    claims = sorted(units[unit].claim.id for unit in pair)
    return len(articles[pair[0]] | articles[pair[1]]) == 1, -probability, claims


class _Wordings:
    """The comparisons inside one component, each worked out when it is first asked for."""

    def __init__(self, profiles: Mapping[int, Profile], same: Container[tuple[int, int]]):
        self._profiles = profiles
        self._place = {unit: place for place, unit in enumerate(profiles)}
        self._same = same
        self._known: dict[tuple[int, int], Comparison] = {}

    def one_assertion(self, one: Sequence[Block], other: Sequence[Block]) -> bool:
        """Whether two clusters of blocks may be joined."""
        fullest = min((*one, *other), key=self._precedence)
        pairs = list(product(one, other))
        for cluster in (one, other):
            if fullest not in cluster:  # it was made for another fullest wording
                pairs += combinations(cluster, 2)
        return all(self._fit(a, b, fullest) for a, b in pairs)

    def _fit(self, a: Block, b: Block, fullest: Block) -> bool:
        if any((min(pair), max(pair)) in self._same for pair in product(a, b)):
            return True
        compared = self._between(a, b)
        if any(c.relation == "same" for c in compared):
            return True
        if fullest in (a, b) or any(c.relation == "conflict" for c in compared):
            return False
        # Two pieces of the fullest wording need not be alike.
        if not (self._is_piece(a, fullest) or self._is_piece(b, fullest)):
            return False
        return all(
            same_speaker(self._profiles[i].claim, self._profiles[j].claim) != "other"
            for i, j in product(a, b)
        )

    def _is_piece(self, block: Block, fullest: Block) -> bool:
        return any(c.wording != "reworded" for c in self._between(block, fullest))

    def _between(self, a: Block, b: Block) -> list[Comparison]:
        pairs = sorted((min(pair), max(pair)) for pair in product(a, b))
        asked = [pair for pair in pairs if pair not in self._known]
        compared = compare_profiles(
            [self._profiles[i] for i, _ in asked], [self._profiles[j] for _, j in asked]
        )
        self._known.update(zip(asked, compared, strict=True))
        return [self._known[pair] for pair in pairs]

    def _precedence(self, block: Block) -> int:
        return min(self._place[unit] for unit in block)
