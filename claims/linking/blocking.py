"""Blocking of names: pairs that may be one speaker's, found without comparing all pairs, with match probabilities.

Names that share a blocking key (:func:`claims.names.blocking_keys`) are candidates; a quick look at letters and keys
thins out large sets of them before the full comparison.
"""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Self

import numpy as np
import numpy.typing as npt
from rapidfuzz import fuzz
from rapidfuzz.process import cpdist

from claims import names
from claims.linking.exact_match import Node
from claims.text.normalisation import unaccented

MAY_MATCH: Final = 0.3
"""Below this match probability two names are a non-match."""

_ONE_WORD: Final = "one "
"""The prefix of the blocking keys of a surname alone."""
_MOST_IN_A_BLOCK: Final = 100
"""Larger blocks are left out: spellings of one name share a smaller one, too."""
_FEW: Final = 5_000
"""So many candidates are all compared; of more, only those that pass a quick look at letters and keys."""
_BATCH: Final = 2_000_000

_Numbers = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class NamePair:
    """Two nodes, by their indices, the lower first, with the match probability by the names alone, and why."""

    one: int
    other: int
    probability: float
    reason: str


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
            blocks = frozenset() if node.unnamed else names.blocking_keys(node.name)
            surname_keys.append(tuple(sorted(b for b in blocks if b.startswith(_ONE_WORD))))
            for block in () if node.partial else blocks.difference(surname_keys[-1]):
                key = numbers.setdefault((node.type, block), len(numbers))
                if key == len(first_words):
                    first_words.append(words.setdefault(block.rpartition(" ")[0], len(words)))
                owners.append(number)
                keys.append(key)
        return cls(np.array(owners), np.array(keys), np.array(first_words), surname_keys)


def matching_pairs(nodes: Sequence[Node], index: NameIndex) -> list[NamePair]:
    """All pairs of nodes that may match by their names; partial names and unnamed speakers are left out."""
    found = []
    for one, other in _candidate_pairs(nodes, index):
        match = names.compare(nodes[one].name, nodes[other].name)
        if match.probability >= MAY_MATCH:
            found.append(NamePair(one, other, match.probability, match.reason))
    return found


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
    written = [unaccented(node.name).casefold().replace("-", " ").replace(".", "") for node in nodes]
    letters = np.empty(len(one), dtype=np.float32)
    for start in range(0, len(one), _BATCH):
        part = slice(start, start + _BATCH)
        a, b = [written[i] for i in one[part]], [written[i] for i in other[part]]
        in_order = cpdist(a, b, scorer=fuzz.ratio, workers=-1)
        letters[part] = np.maximum(in_order, cpdist(a, b, scorer=fuzz.token_sort_ratio, workers=-1))
    return ((share >= 0.9) & (letters >= 60)) | (letters >= 80)
