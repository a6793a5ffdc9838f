"""How likely each entity is the antecedent of a pronoun or description: a fitted model with readable features.

For each mention a choice among the candidates and "nobody of these": the score of each is a sum over boosted
regression trees (Friedman 2001) that look at features of the mention and the candidate by their names, and the scores'
softmax is a probability (the conditional logit of McFadden 1974 with trees in place of weights; for coreference Denis
and Baldridge 2008). The trees lie in ``ranking.json``, fitted by ``benchmarks/fit_antecedents.py``.
"""

import json
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from claims.extraction.coref.entities import Entity
from claims.extraction.coref.features import Candidate

LEAVES: Final = 16
"""Leaves of a tree."""
_ALL_LEAVES: Final = np.uint16((1 << LEAVES) - 1)
NOBODY: Final = "nobody of these"
"""The feature of the row that stands for nobody of the candidates."""
UNDER_OWN_WORDS: Final = "under its own words"
"""The feature of the candidate that stands for somebody new, whom no name but the mention's words names."""

NOUN: Final = "noun: "
"""Begins the feature that says which noun a description has."""
WITH_NAME: Final = " with a name"
"""Ends that feature where the mention has names in it."""
OWN_NOUN: Final = "mention: how often its noun means nobody named"
"""The feature that stands for the noun: the share of its descriptions that mean somebody under their own words, or of
its mentions with names that mean nobody of these."""

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
    """Boosted regression trees, whose leaves are found by the tests that fail (QuickScorer: Lucchese et al. 2015).

    The tests of one feature fail in the order of their thresholds, so that for each number of them that fail the leaves
    that are left of all trees are known beforehand.
    """

    def __init__(self, table: Mapping[str, Any]):
        """Take the trees' tests, tree by tree and in the same number for each, and the values of their leaves.

        A test fails where ``feature``, by its number in ``features``, is more than ``threshold``, which is not below 0;
        then the leaves whose bits ``kept`` lacks are out of reach, and the first that is left has the tree's ``value``.
        A tree has :data:`LEAVES` of them.
        ``nouns`` has :data:`OWN_NOUN` of the nouns that it is known of, and of others under "" and :data:`WITH_NAME`.
        """
        trees = len(table["value"])
        tests = np.array([table["feature"], table["threshold"]])
        # Many trees ask the same. They come out in the order of their features, those of one by their thresholds.
        different, place = np.unique(tests, axis=1, return_inverse=True)
        self._left = np.full((1 + len(different[0]), trees), _ALL_LEAVES)
        tree = np.arange(trees).repeat(LEAVES - 1)
        np.bitwise_and.at(self._left, (1 + place.ravel(), tree), np.array(table["kept"], np.uint16))
        self._tests: dict[str, tuple[int, list[float]]] = {}
        for feature in np.unique(different[0]).astype(int).tolist():
            first, behind = np.searchsorted(different[0], (feature, feature + 1)).tolist()
            own = self._left[1 + first : 1 + behind]
            np.bitwise_and.accumulate(own, axis=0, out=own)
            self._tests[table["features"][feature]] = first, different[1, first:behind].tolist()
        self._value = np.array(table["value"], dtype=np.float64).ravel()
        self._first_value = np.arange(0, trees * LEAVES, LEAVES)
        self._nouns: dict[str, float] = table["nouns"]

    def scores(self, candidates: Sequence[Candidate], mention: Mapping[str, float]) -> Rows:
        """The score of each candidate, and the last for nobody of them.

        No feature of the mention has the name of one of a candidate.
        """
        noun = next((name for name in mention if name.startswith(NOUN)), None)
        if noun is not None:
            mention = {**mention, OWN_NOUN: share_of(self._nouns, noun)}
        of_all = self._left_by(mention)
        left = (
            np.array([self._left_by(f) for f in (*(c.features for c in candidates), {NOBODY: 1.0})]) & of_all
        )
        found: Rows = self._value.take(_first_leaves().take(left) + self._first_value).sum(axis=1)
        return found

    def _left_by(self, features: Mapping[str, float]) -> NDArray[np.uint16]:
        """The leaves of each tree that some features leave within reach."""
        rows = [0]
        for name, value in features.items():
            if value and (tests := self._tests.get(name)):
                first, thresholds = tests
                if failed := bisect_left(thresholds, value):
                    rows.append(first + failed)
        left: NDArray[np.uint16] = np.bitwise_and.reduce(self._left.take(rows, axis=0), axis=0)
        return left


class Ranker:
    """Ranks candidates by fitted trees."""

    def __init__(self, trees: Trees | None = None):
        """Take trees; those of the package where none are given."""
        self._trees = trees

    def rank(self, at: int, candidates: Sequence[Candidate], mention: Mapping[str, float]) -> Ranking:
        """Rank the candidates for the mention that begins at token ``at``; ``mention`` are its own features.

        Those of one name are one answer.
        """
        trees = self._trees or load_trees()
        scores = trees.scores(candidates, mention)
        parts = np.exp(scores - scores.max())
        *chances, nobody = (parts / parts.sum()).tolist()
        by_name: dict[str, tuple[Entity, float]] = {}
        for candidate, chance in zip(candidates, chances, strict=True):
            entity, so_far = by_name.get(candidate.entity.name, (candidate.entity, 0.0))
            by_name[entity.name] = entity, so_far + chance
        return Ranking(tuple(sorted(by_name.values(), key=lambda pair: -pair[1])), nobody)


def share_of(nouns: Mapping[str, float], feature: str) -> float:
    """What a table of nouns says for the feature that names one."""
    noun = feature.removeprefix(NOUN)
    return nouns.get(noun, nouns[WITH_NAME if noun.endswith(WITH_NAME) else ""])


@cache
def _first_leaves() -> NDArray[np.uint8]:
    """The number of the lowest bit of each set of leaves."""
    sets = np.arange(1 << LEAVES)
    found: NDArray[np.uint8] = np.log2(np.maximum(sets & -sets, 1)).astype(np.uint8)
    return found


@cache
def load_trees() -> Trees:
    """The trees of the package."""
    return Trees(json.loads((files("claims.extraction.coref") / "ranking.json").read_text("utf-8")))
