"""What merging welds and misses in a ledger of real articles: ``collected.py``.

Pairs of claims as blocking brings them together among 2,000 articles of many outlets and years (``training/pairs.py``),
each counted for all those that it stands for. Verbatim repeats, which are easy, are not among them, nor what the match
model finds unlikely. Printed are, by fits on other speakers' pairs, the share of the merged pairs that are one
assertion (precision), the share of those that are one which are merged (recall), and the calibration error of the
merged; then the same of the match model alone, as of two claims that a person lays side by side.
"""

from dataclasses import dataclass
from typing import Self

import numpy as np
from corpora import UNLABELLED, need, read
from numpy.typing import NDArray
from pairs import claim_of, document

from claims.merging.candidates import candidate_vector, story_shared
from claims.merging.comparing import WEIGHTS, compare_profiles
from claims.merging.model import Weights
from claims.merging.profiles import Profile
from training.pairs import COLLECTED, annotated_pairs

FOLDS = 10
COUNTED = 400.0
"""What all pairs count together in the fit."""

Numbers = NDArray[np.float64]


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
    def of(cls, weights: Weights) -> Self:
        """The labelled pairs, by these weights of the match model."""
        pairs, standing = annotated_pairs(read(UNLABELLED), COLLECTED)
        documents = {a["doc"]: document(a["doc"], a["text"], a["attributions"]) for a in standing}
        one, other = (
            [Profile.of(claim_of(documents[p[side]["doc"]], p[side]["attribution"])) for p in pairs]
            for side in "ab"
        )
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
        from fit_pairs import fit  # noqa: PLC0415 - which asks this module for the last of its regressions

        counts = self.stands_for * COUNTED / self.stands_for.sum()
        return tuple(fit(self.x[use], self.y[use], counts[use]).tolist())

    def cross_validated(self) -> Numbers:
        """The probability of each pair by a fit on other speakers' pairs."""
        found = np.zeros(len(self.y))
        for fold in range(FOLDS):
            here = self.folds == fold
            coefficients = np.array(self.fitted(~here))
            found[here] = 1 / (1 + np.exp(-(coefficients[0] + self.x[here] @ coefficients[1:])))
        return found

    def figures(self, found: Numbers) -> str:
        """How the pairs fare that have these probabilities, in words."""
        weight, merged = self.stands_for, found >= 0.5
        said, right = weight[merged].sum(), (weight * self.y)[merged].sum()
        precision, recall = 100 * right / said, 100 * right / (weight * self.y).sum()
        off = 100 * abs((weight * found)[merged].sum() - right) / said
        return f"precision {precision:.1f} %, recall {recall:.1f} %, stated too high or low by {off:.1f} %"


def main() -> None:
    """Measure and print."""
    need(UNLABELLED)
    found = Collected.of(WEIGHTS)
    print("merged in a ledger:", found.figures(found.cross_validated()))
    print("side by side:      ", found.figures(np.where(found.probability >= 0.5, found.probability, 0.0)))
    everything = np.ones(len(found.y), dtype=np.bool_)
    print("coefficients", found.fitted(everything))


if __name__ == "__main__":
    main()
