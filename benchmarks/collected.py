"""What merging welds and misses in a ledger of real articles, and which conflicts it shows: ``collected.py``.

Pairs of claims as blocking brings them together among 2,000 articles of many outlets and years (``training/pairs.py``),
each counted for all those that it stands for. Verbatim repeats, which are easy, are not among them, nor what the match
model finds unlikely. Printed are, by fits on other speakers' pairs, how many of the merged pairs are one assertion, how
many of those that are one are merged, and how far the probability stated of the merged is off. Then, of 160 pairs of
1,624 other articles that a ledger finds possible, neither sure nor hopeless, and to which nothing is fitted: how many
are one assertion of those that are merged, and of those that a desk is shown as doubtful. Then the first figures of the
match model alone, as of two claims that a person lays side by side. Of the conflicts that were shown between the 2,000
articles ("right before"): how many of those that stay by a fit on other speakers' and events' pairs are conflicts or
developments, how many of these stay, and how many of those among the public pairs.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

import numpy as np
from conflicts import Sides, is_conflict, placed_public, with_sides
from corpora import UNLABELLED, need, read
from logistic_regression import Numbers, fit, probabilities
from numpy.typing import NDArray

from claims.merging.article_words import story_shared
from claims.merging.candidates import (
    LOOKED_AT,
    SAME,
    candidate_vector,
    conflict_vector,
    words_in_common,
)
from claims.merging.comparing import WEIGHTS, compare_profiles
from claims.merging.doubtful import DOUBTFUL
from claims.merging.events import rarest_shared_name
from claims.merging.features import opposition_of
from claims.merging.model import Weights
from claims.merging.profiles import Profile
from training.pairs import COLLECTED, POSSIBLE, SHOWN, annotated_pairs

FOLDS = 10
_HALF = 0.5
MOST = 6.0
"""What the conflicts of one speaker or event count together, at the most."""
COUNTED = 400.0
"""What all pairs count together in the fit."""


@dataclass(frozen=True)
class Collected:
    """Pairs that blocking brought together, a row each.

    ``x``: their features; ``y``: 1 for one assertion, else 0; ``stands_for``: how many pairs each is drawn for;
    ``folds``: by speaker; ``probability``: the match model's.
    """

    x: Numbers
    y: Numbers
    stands_for: Numbers
    folds: NDArray[np.int64]
    probability: Numbers

    @classmethod
    def of(cls, weights: Weights, path: Path = COLLECTED) -> Self:
        """The labelled pairs of a file, by these weights of the match model."""
        pairs, standing = annotated_pairs(read(UNLABELLED), path)
        one, other = zip(*(both for _, both in with_sides(pairs, standing)), strict=True)
        found = [c.probability for c in compare_profiles(one, other, weights)]
        speakers = sorted({pair["cluster"] for pair in pairs})
        return cls(
            np.array(
                [
                    candidate_vector(p, a, b, story_shared(a.claim.article.text, b.claim.article.text))
                    for p, a, b in zip(found, one, other, strict=True)
                ]
            ),
            np.array([float(pair["label"] == "same") for pair in pairs]),
            np.array([pair["stands_for"] for pair in pairs]),
            np.array([speakers.index(pair["cluster"]) % FOLDS for pair in pairs]),
            np.array(found),
        )

    def fitted(self, use: NDArray[np.bool_]) -> tuple[float, ...]:
        """The coefficients that fit some of the pairs."""
        counts = self.stands_for * COUNTED / self.stands_for.sum()
        return tuple(fit(self.x[use], self.y[use], counts[use]).tolist())

    def cross_validated(self) -> Numbers:
        """The probability of each pair by a fit on other speakers' pairs."""
        found = np.zeros(len(self.y))
        for fold in range(FOLDS):
            here = self.folds == fold
            found[here] = probabilities(self.fitted(~here), self.x[here])
        return found

    def figures(self, found: Numbers, least: float = SAME) -> dict[str, float]:
        """How the pairs fare that have these probabilities, of which those from ``least`` on are merged, in percent."""
        weight, merged = self.stands_for, found >= least
        said, right = float(weight[merged].sum()), float((weight * self.y)[merged].sum())
        return {
            "merged, right": 100 * right / said,
            "the same, merged": 100 * right / float((weight * self.y).sum()),
            "stated, off": 100 * abs(float((weight * found)[merged].sum()) - right) / said,
        }

    def possible(self, found: Numbers) -> dict[str, float]:
        """How many of the merged and the doubtful are one, and what share of all that are one, in percent."""
        weight, merged = self.stands_for, found >= SAME
        shown = (found >= DOUBTFUL) & ~merged
        right = [float((weight * self.y)[some].sum()) for some in (merged, shown)]
        every = float((weight * self.y).sum())
        return {
            "merged, right": 100 * right[0] / float(weight[merged].sum()),
            "doubtful, right": 100 * right[1] / float(weight[shown].sum()),
            "the same, merged": 100 * right[0] / every,
            "the same, doubtful": 100 * right[1] / every,
        }


@dataclass(frozen=True)
class Disputed:
    """Pairs that the match model takes for conflicts, a row each.

    ``x``: their features; ``y``: 1 for a conflict or development, else 0; ``counts``: what each counts in the fit;
    ``clusters``: speakers and events, by number; ``shown``: whether it is one that a ledger of real articles showed.
    """

    x: Numbers
    y: Numbers
    counts: Numbers
    clusters: NDArray[np.int64]
    shown: NDArray[np.bool_]

    @classmethod
    def of(cls, public: Sequence[dict[str, Any]], sides: Sequence[Sides], weights: Weights) -> Self:
        """The labelled pairs and the public ones, by these weights of the match model."""
        articles = {article["doc"]: article for article in read(UNLABELLED)}
        every = [
            *with_sides(*annotated_pairs(articles.values(), SHOWN)),
            *placed_public(public, sides, articles),
        ]
        one, other = zip(*(both for _, both in every), strict=True)
        found = compare_profiles(one, other, weights)
        kept = [
            (pair, _vector_of_conflict(c.one_event, *both, weights))
            for (pair, both), c in zip(every, found, strict=True)
            if c.relation == "conflict"
        ]
        sizes = Counter(pair["cluster"] for pair, _ in kept)
        names = sorted(sizes)
        return cls(
            np.array([vector for _, vector in kept]),
            np.array([float(is_conflict(pair)) for pair, _ in kept]),
            np.array([min(1.0, MOST / sizes[pair["cluster"]]) for pair, _ in kept]),
            np.array([names.index(pair["cluster"]) for pair, _ in kept]),
            np.array([pair["id"].startswith("s") for pair, _ in kept]),
        )

    def fitted(self, use: NDArray[np.bool_]) -> tuple[float, ...]:
        """The coefficients that fit some of the pairs."""
        return tuple(fit(self.x[use], self.y[use], self.counts[use]).tolist())

    def figures(self) -> dict[str, float]:
        """How many of the pairs are shown by fits on other clusters, and how many of these are right, in percent."""
        stays = np.zeros(len(self.y), dtype=np.bool_)
        for cluster in set(self.clusters.tolist()):
            here = self.clusters == cluster
            stays[here] = probabilities(self.fitted(~here), self.x[here]) >= LOOKED_AT
        shown = self.shown & stays
        return {
            "conflicts, right": 100 * float(self.y[shown].mean()),
            "conflicts, shown": 100 * float(self.y[shown].sum() / self.y[self.shown].sum()),
            "public conflicts, shown": 100
            * float(self.y[~self.shown & stays].sum() / self.y[~self.shown].sum()),
            "conflicts, right before": 100 * float(self.y[self.shown].mean()),
        }


def _vector_of_conflict(by_words: float, a: Profile, b: Profile, weights: Weights) -> tuple[float, ...]:
    opposed = opposition_of(a, b) is not None
    return conflict_vector(by_words, rarest_shared_name(a, b), words_in_common(a, b), opposed, weights)


def main() -> None:
    """Measure and print."""
    from fit_pairs import examples  # noqa: PLC0415

    need(UNLABELLED)
    found, given = Collected.of(WEIGHTS), examples()
    side_by_side = found.figures(np.where(found.probability >= _HALF, found.probability, 0.0), _HALF)
    judged, unseen = found.cross_validated(), Collected.of(WEIGHTS, POSSIBLE)
    for title, figures in (
        ("merged in a ledger", found.figures(judged)),
        ("possible in a ledger", unseen.possible(probabilities(WEIGHTS.candidates, unseen.x))),
        ("taken for the same side by side", side_by_side),
        ("conflicts", Disputed.of(given.pairs, given.sides, WEIGHTS).figures()),
    ):
        print(title)
        for name, value in figures.items():
            print(f"  {name}: {value:.1f} %")


if __name__ == "__main__":
    main()
