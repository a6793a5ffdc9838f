"""Blocking: pairs that may be one speaker, found without comparing all pairs, each with its judgement.

Two nodes are a candidate pair where they have keys that fit (:mod:`claims.linking.name_keys`), and of two full names
also most letters; whatever else there is makes no difference.
"""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from rapidfuzz import fuzz
from rapidfuzz.process import cpdist

from claims import names
from claims.linking.common_surnames import is_common
from claims.linking.evidence import Evidence
from claims.linking.exact_match import Node
from claims.linking.judging import DOUBTFUL, LINK, Judgement, judge
from claims.linking.name_keys import INITIALS, NAME, SURNAME, TITLED, WHOLE, WORDS, keys_of_name
from claims.linking.person_features import LEAST_MATCH
from claims.linking.role_comparison import agreement

_MOST_OF_A_NAME: Final = 150
"""Of so many nodes of one name all pairs are judged; of more, those with the nodes that have most appearances."""
_GREATEST: Final = 20
_LEAST_LETTERS: Final = 60.0
"""Percent of letters in common under which two full names with words that sound alike are not compared."""
_MOST_LETTERS: Final = 85.0
"""The same of two bodies whose words only have the same initials: "Communication Commission", "Communications"."""
_BATCH: Final = 1_000_000
_SAME_SURNAME: Final = 0.8
"""Least match probability of two surnames that are one."""

Blocks = Mapping[str, Sequence[int]]
"""The nodes that have each key, by their indices, in order."""
_Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class JudgedPair:
    """Two nodes, by their indices, the lower first, with the judgement of their evidence."""

    one: int
    other: int
    judgement: Judgement

    @property
    def probability(self) -> float:
        """The probability that they are one speaker."""
        return self.judgement.probability


def blocks_of(nodes: Iterable[Node]) -> Blocks:
    """The keys of all nodes' names."""
    found: defaultdict[str, array[int]] = defaultdict(lambda: array("l"))
    for number, node in enumerate(nodes):
        for key in keys_of_name(node.evidence, node.appearances):
            found[key].append(number)
    return found


def same_names(blocks: Blocks) -> Iterator[Sequence[int]]:
    """The nodes of each name, of all words of a body's, and of a common surname with its role, that several have."""
    for key, numbers in blocks.items():
        if len(numbers) > 1 and key.startswith((NAME, WHOLE, TITLED)):
            yield numbers


def judged_pairs(nodes: Sequence[Node], blocks: Blocks) -> list[JudgedPair]:
    """All pairs of nodes that may be one speaker, judged, but for unnamed speakers, and surnames beside full names."""
    full = [node.evidence.form == "name" for node in nodes]
    alike: set[_Pair] = set()
    spelt: set[_Pair] = set()
    others: set[_Pair] = set()
    for key, numbers in blocks.items():
        if key.startswith((NAME, WHOLE)):
            others.update(pair for pair in _pairs_of(nodes, numbers) if full[pair[0]] == full[pair[1]])
        elif key.startswith(INITIALS):
            spelt.update(combinations(numbers, 2))
        elif key[0] == "=" and len(numbers) > 1:
            (alike if full[numbers[0]] else others).update(combinations(numbers, 2))
        elif key[0] == "<" and not key.startswith(f"<{SURNAME}"):
            met = blocks.get(f">{key[1:]}", ())
            of_person = key.startswith("<person ")
            (alike if key.startswith(f"<{WORDS}") else others).update(
                (min(one, other), max(one, other))
                for one in numbers
                for other in met
                if one != other and (of_person or full[one] == full[other])
            )
    others.update(_look_alike(nodes, sorted(spelt - others), _MOST_LETTERS))
    found = [JudgedPair(*pair, judge(*_evidence(nodes, pair))) for pair in sorted(others)]
    for pair in _look_alike(nodes, sorted(alike - others), _LEAST_LETTERS):
        one, other = _evidence(nodes, pair)
        if names.compare(one.name, other.name).probability >= LEAST_MATCH:
            found.append(JudgedPair(*pair, judge(one, other)))
    return found


def surname_pairs(nodes: Sequence[Node], blocks: Blocks) -> list[JudgedPair]:
    """The pairs of a surname and a full name that may be one speaker: the surname's node first, whatever the indices.

    They may be where they are judged so, in two versions of one article, and where both have the same office. Of a
    surname that many bear, what is not likelier than not says nothing: all who bear it would come to hang together.
    """
    pairs: set[_Pair] = set()
    for key, numbers in blocks.items():
        if key.startswith(f"<{SURNAME}"):
            met = blocks.get(f">{key[1:]}", ())
            pairs.update((one, other) for one in numbers for other in met)
    found = []
    for one, other in sorted(pairs):
        a, b = nodes[one], nodes[other]
        if not _same_surname(a.evidence.name, b.evidence.name):
            continue
        pair = JudgedPair(one, other, judge(a.evidence, b.evidence))
        least = LINK if is_common(a.evidence) else DOUBTFUL
        if pair.probability >= least or _in_one_article(a, b) or hold_one_office(a.roles, b.roles):
            found.append(pair)
    return found


def hold_one_office(ones: Iterable[str], others: Iterable[str]) -> bool:
    """Whether any of some roles is the same office in the same place as any of others."""
    return any(agreement(one, other) == "same office and place" for one in ones for other in others)


def _in_one_article(one: Node, other: Node) -> bool:
    articles = {appearance.article for appearance in one.appearances}
    return any(appearance.article in articles for appearance in other.appearances)


def _same_surname(partial: str, full: str) -> bool:
    mine = names.parse(partial)
    if names.compare(mine.family, names.parse(full).family).probability < _SAME_SURNAME:
        return False
    return not mine.given or names.compare(partial, full).probability >= LEAST_MATCH


def _evidence(nodes: Sequence[Node], pair: _Pair) -> tuple[Evidence, Evidence]:
    return nodes[pair[0]].evidence, nodes[pair[1]].evidence


def _pairs_of(nodes: Sequence[Node], numbers: Sequence[int]) -> Iterator[_Pair]:
    if len(numbers) <= _MOST_OF_A_NAME:
        yield from combinations(numbers, 2)
        return
    greatest = sorted(numbers, key=lambda n: (-len(nodes[n].appearances), n))[:_GREATEST]
    for one in greatest:
        for other in numbers:
            if one != other and not (other in greatest and other < one):
                yield min(one, other), max(one, other)


def _look_alike(nodes: Sequence[Node], pairs: Sequence[_Pair], least: float) -> Iterator[_Pair]:
    """The pairs that are worth a comparison: those with enough letters in common, in whatever order, in percent."""
    written = {
        n: names.romanised(nodes[n].evidence.name).replace("-", " ").replace(".", "")
        for pair in pairs
        for n in pair
    }
    for start in range(0, len(pairs), _BATCH):
        left = pairs[start : start + _BATCH]
        for scorer in (fuzz.ratio, fuzz.token_sort_ratio):
            ones, others = [written[one] for one, _ in left], [written[other] for _, other in left]
            letters = cpdist(ones, others, scorer=scorer, score_cutoff=least).tolist()
            yield from (pair for pair, percent in zip(left, letters, strict=True) if percent)
            left = [pair for pair, percent in zip(left, letters, strict=True) if not percent]
