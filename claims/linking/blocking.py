"""Blocking: pairs that may be one speaker, found without comparing all pairs, each with its judgement.

Persons whose names share a blocking key (:func:`claims.names.blocking_keys`) are candidates; a quick look at letters
and keys thins out large sets of them before the full comparison. Bodies are candidates where they share all their
words, a word that few have, or an acronym; so are names that an article has for one speaker, and equal names always.
"""

from array import array
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final, Self

import numpy as np
import numpy.typing as npt
from rapidfuzz import fuzz
from rapidfuzz.process import cpdist

from claims import names
from claims.linking.evidence import BODY_NOUNS, Evidence
from claims.linking.exact_match import Node
from claims.linking.judging import Judgement, judge
from claims.linking.person_features import LEAST_MATCH
from claims.text.normalisation import unaccented

_WHOLE: Final = "whole "
"""The prefix of the keys of all words of a body's name."""
_ONE_WORD: Final = "one "
"""The prefix of the blocking keys of a surname alone."""
_MOST_IN_A_BLOCK: Final = 100
"""Larger blocks are left out: spellings of one name share a smaller one, too."""
_FEW: Final = 5_000
"""So many candidates are all compared; of more, only those that pass a quick look at letters and keys."""
_BATCH: Final = 2_000_000

_MOST_OF_A_NAME: Final = 150
"""Of so many nodes of one name all pairs are judged; of more, those with the nodes that have most appearances."""
_GREATEST: Final = 20

_Numbers = npt.NDArray[np.int64]


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


@dataclass(frozen=True, slots=True)
class NameIndex:
    """The blocking keys of some nodes' names; unnamed speakers have none.

    ``owners`` and ``keys``: side by side, each key, as a number, of a full name with the index of its node.
    ``words``: for each key the number of the word that it begins with.
    ``surname_keys``: for each node the keys of its surname alone.
    """

    owners: _Numbers
    keys: _Numbers
    words: _Numbers
    surname_keys: Sequence[tuple[str, ...]]

    @classmethod
    def of(cls, nodes: Sequence[Node]) -> Self:
        """The index of all nodes."""
        numbers: dict[tuple[str, str], int] = {}
        words: dict[str, int] = {}
        owners, keys, first_words = array("q"), array("q"), array("q")
        surname_keys: list[tuple[str, ...]] = []
        for number, node in enumerate(nodes):
            named = node.evidence.form in ("name", "one word") and node.type == "person"
            blocks = names.blocking_keys(node.evidence.name) if named else frozenset()
            surname_keys.append(tuple(sorted(b for b in blocks if b.startswith(_ONE_WORD))))
            for block in () if node.partial else blocks.difference(surname_keys[-1]):
                key = numbers.setdefault((node.type, block), len(numbers))
                if key == len(first_words):
                    first_words.append(words.setdefault(block.rpartition(" ")[0], len(words)))
                owners.append(number)
                keys.append(key)
        return cls(np.array(owners), np.array(keys), np.array(first_words), surname_keys)


def judged_pairs(nodes: Sequence[Node], index: NameIndex) -> list[JudgedPair]:
    """All pairs of nodes that may be one speaker, judged, but for unnamed speakers, and surnames beside full names."""
    pairs: dict[tuple[int, int], names.Match | None] = {}
    for one, other in _candidate_pairs(nodes, index):
        match = names.compare(nodes[one].evidence.name, nodes[other].evidence.name)
        if match.probability >= LEAST_MATCH:
            pairs[one, other] = match
    for pair in (*_of_one_name(nodes), *_bodies(nodes), *_said_in_an_article(nodes)):
        pairs.setdefault(pair, None)
    return [
        JudgedPair(one, other, judge(nodes[one].evidence, nodes[other].evidence, match))
        for (one, other), match in pairs.items()
    ]


def _of_one_name(nodes: Sequence[Node]) -> Iterator[tuple[int, int]]:
    """The pairs of nodes with equal names."""
    named: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for number, node in enumerate(nodes):
        if node.evidence.form == "name":
            named[node.type, node.key].append(number)
    for numbers in named.values():
        yield from _pairs_of(nodes, numbers)


def _pairs_of(nodes: Sequence[Node], numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    if len(numbers) <= _MOST_OF_A_NAME:
        yield from combinations(numbers, 2)
        return
    greatest = sorted(numbers, key=lambda n: (-len(nodes[n].appearances), n))[:_GREATEST]
    for one in greatest:
        for other in numbers:
            if one != other and not (other in greatest and other < one):
                yield min(one, other), max(one, other)


def _bodies(nodes: Sequence[Node]) -> Iterator[tuple[int, int]]:
    """The pairs of bodies, and of names of one word, that share a key."""
    blocks: defaultdict[str, list[int]] = defaultdict(list)
    for number, node in enumerate(nodes):
        if node.evidence.form in ("body", "one word"):
            for key in _body_keys(node.evidence):
                blocks[key].append(number)
    for number, node in enumerate(nodes):  # "Starboard Value", taken for a person
        whole = _whole(node.evidence)
        if node.evidence.form == "name" and whole in blocks:
            blocks[whole].append(number)
    seen: set[tuple[int, int]] = set()
    for key, numbers in sorted(blocks.items()):
        if not key.startswith(_WHOLE) and len(numbers) > _MOST_IN_A_BLOCK:
            continue
        for pair in _pairs_of(nodes, numbers):
            if pair not in seen:
                seen.add(pair)
                yield pair


def _body_keys(body: Evidence) -> set[str]:
    """All words together, with the country where they are those of many; each word that is none of those; acronyms."""
    whole = _whole(body)
    places = body.places.countries or ({body.shown.country} if body.shown.country else {""})
    keys = {f"{whole} of {place}" for place in places} if body.general else {whole}
    keys |= {f"word {word}" for word in body.core if not body.general or word not in BODY_NOUNS}
    keys |= {key for key in names.blocking_keys(body.name) if key.startswith("body ")}
    keys |= {f"body {names.key(name)}" for name in body.shown.also}
    return keys


def _whole(body: Evidence) -> str:
    return f"{_WHOLE}{' '.join(sorted(body.core))}"


def _said_in_an_article(nodes: Sequence[Node]) -> Iterator[tuple[int, int]]:
    """The pairs of full names of which an article of one has the other as another name of the speaker."""
    named: defaultdict[str, list[int]] = defaultdict(list)
    for number, node in enumerate(nodes):
        named[node.key].append(number)
    for number, node in enumerate(nodes):
        for name in node.evidence.shown.also if node.evidence.form == "name" else ():
            for other in named.get(names.key(name), ()):
                if other != number and nodes[other].evidence.form == "name":
                    yield min(number, other), max(number, other)


def _candidate_pairs(nodes: Sequence[Node], index: NameIndex) -> list[tuple[int, int]]:
    """The pairs that share a block, each once, in order."""
    owners, keys, words = index.owners, index.keys, index.words
    sizes = np.bincount(keys, minlength=len(words))
    usable = (sizes[keys] > 1) & (sizes[keys] <= _MOST_IN_A_BLOCK)
    order = np.argsort(keys[usable], kind="stable")
    owners, keys = owners[usable][order], keys[usable][order]
    count, kinds = max(len(nodes), 1), len(words) + 1
    found = [np.empty(0, np.int64)]
    for step in range(1, int(sizes[keys].max(initial=1))):
        same = keys[step:] == keys[:-step]
        pair = owners[:-step][same] * count + owners[step:][same]
        found.append(pair * kinds + words[keys[step:][same]])
    # One sort brings the words together that a pair shares; three numbers fit into 64 bits up to a million names.
    together, shared = np.unique(_sorted_once(np.concatenate(found)) // kinds, return_counts=True)
    one, other = np.divmod(together, count)
    if len(together) > _FEW:
        several = shared > 1
        one, other, shared = one[several], other[several], shared[several]
        their_words = _distinct(owners, words[keys], len(nodes))
        likely = _look_alike(nodes, one, other, shared / np.minimum(their_words[one], their_words[other]))
        one, other = one[likely], other[likely]
    return list(zip(one.tolist(), other.tolist(), strict=True))


def _sorted_once(values: _Numbers) -> _Numbers:
    """The different values, in order."""
    values.sort()
    first = np.ones(len(values), np.bool_)
    np.not_equal(values[1:], values[:-1], out=first[1:])
    return np.compress(first, values)


def _distinct(owners: _Numbers, values: _Numbers, count: int) -> _Numbers:
    """How many different values stand beside each owner, of those numbered from 0."""
    most = int(values.max(initial=0)) + 1
    return np.bincount(_sorted_once(owners * most + values) // most, minlength=count)


def _look_alike(
    nodes: Sequence[Node], one: _Numbers, other: _Numbers, share: npt.NDArray[np.float64]
) -> npt.NDArray[np.bool_]:
    """Which pairs are worth the full comparison: nearly all words sound alike, or nearly all letters are the same.

    ``share`` is the part (0 to 1) of the words' keys that both names have. The limits keep 99 % of the true pairs of
    ``benchmarks/link_scale.py`` and drop nine in ten of the others.
    """
    written = [unaccented(node.evidence.name).casefold().replace("-", " ").replace(".", "") for node in nodes]
    letters = np.empty(len(one), dtype=np.float32)
    for start in range(0, len(one), _BATCH):
        part = slice(start, start + _BATCH)
        a, b = [written[i] for i in one[part]], [written[i] for i in other[part]]
        in_order = cpdist(a, b, scorer=fuzz.ratio, workers=-1)
        letters[part] = np.maximum(in_order, cpdist(a, b, scorer=fuzz.token_sort_ratio, workers=-1))
    return ((share >= 0.9) & (letters >= 60)) | (letters >= 80)
