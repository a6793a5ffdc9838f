"""How likely each entity is the antecedent of a pronoun or description: a fitted model with readable features.

For each mention a choice among the candidates and "nobody of these": the score of each is a sum over boosted
regression trees (Friedman 2001) that look at what :data:`FEATURES` names, and the scores' softmax is a probability (the
conditional logit of McFadden 1974 with trees in place of weights; for coreference Denis and Baldridge 2008). The trees
lie in ``ranking.json``, fitted by ``benchmarks/fit_antecedents.py``.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from claims.extraction.coref.entities import Entity
from claims.extraction.coref.features import FEATURES, Candidate

LEAVES: Final = 16
"""Leaves of a tree."""
_ALL_LEAVES: Final = np.uint16((1 << LEAVES) - 1)
_INDEX: Final = {name: at for at, name in enumerate(FEATURES)}

Rows = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Ranking:
    """The candidates with their probabilities, the likeliest first, and the probability that it is none of them."""

    entities: tuple[tuple[Entity, float], ...]
    none: float

    @property
    def best(self) -> Entity | None:
        """The likeliest entity; None where "nobody of these" is likelier."""
        return self.likeliest if self.entities and self.entities[0][1] >= self.none else None

    @property
    def likeliest(self) -> Entity | None:
        """The likeliest entity, however unlikely; None where there was none to choose from."""
        return self.entities[0][0] if self.entities else None


class Trees:
    """Boosted regression trees, whose leaves are found by the tests that fail (QuickScorer: Lucchese et al. 2015)."""

    def __init__(self, table: Mapping[str, Any]):
        """Take the trees' tests, tree by tree and in the same number for each, and the values of their leaves.

        A test fails where ``feature``, by its name, is more than ``threshold``; then the leaves whose bits ``kept``
        lacks are out of reach, and the first that is left has the tree's ``value``. A tree has :data:`LEAVES` of them.
        """
        trees = len(table["value"])

        def by_test(name: str, kind: type) -> NDArray[Any]:
            return np.ascontiguousarray(np.array(table[name], dtype=kind).reshape(trees, LEAVES - 1).T)

        self._feature = np.vectorize(_INDEX.__getitem__, otypes=[np.int64])(by_test("feature", object))
        self._threshold = by_test("threshold", float)
        self._kept = by_test("kept", np.uint16)
        self._value = np.array(table["value"], dtype=np.float64)

    def scores(self, rows: Rows) -> Rows:
        """The score of each row."""
        fails = rows[:, self._feature] > self._threshold
        left = np.bitwise_and.reduce(np.where(fails, self._kept, _ALL_LEAVES), axis=1)
        found: Rows = self._value[np.arange(len(self._value)), _first_leaves()[left]].sum(axis=1)
        return found


class Ranker:
    """Ranks candidates by fitted trees."""

    def __init__(self, trees: Trees | None = None):
        """Take trees; those of the package where none are given."""
        self._trees = trees

    def rank(self, at: int, candidates: Sequence[Candidate], mention: Mapping[str, float]) -> Ranking:
        """Rank the candidates for the mention whose head is token ``at``; ``mention`` are its own features."""
        trees = self._trees or load_trees()
        scores = trees.scores(rows_of(candidates, mention))
        parts = np.exp(scores - scores.max())
        *chances, nobody = (parts / parts.sum()).tolist()
        found = sorted(
            ((c.entity, p) for c, p in zip(candidates, chances, strict=True)), key=lambda pair: -pair[1]
        )
        return Ranking(tuple(found), nobody)


def rows_of(candidates: Sequence[Candidate], mention: Mapping[str, float]) -> Rows:
    """A row of :data:`FEATURES` for each candidate, and the last for "nobody of these"."""
    common = [0.0] * len(FEATURES)
    for name, value in mention.items():
        common[_INDEX[name]] = value
    rows = np.tile(common, (len(candidates) + 1, 1))
    for row, candidate in zip(rows, candidates, strict=False):
        for name, value in candidate.features.items():
            if value:
                row[_INDEX[name]] = value
    rows[-1, _INDEX["nobody of these"]] = 1.0
    return rows


@cache
def _first_leaves() -> NDArray[np.int64]:
    """The number of the lowest bit of each set of leaves."""
    sets = np.arange(1 << LEAVES)
    found: NDArray[np.int64] = np.log2(np.maximum(sets & -sets, 1)).astype(np.int64)
    return found


@cache
def load_trees() -> Trees:
    """The trees of the package."""
    return Trees(json.loads((files("claims.extraction.coref") / "ranking.json").read_text("utf-8")))
