"""Fit the match model's weights, and say how good they are: ``fit_pairs.py [--write]``.

Two logistic regressions with a ridge on the public pairs of claims: one on all of them, and one on those with
quotations on both sides. The figures printed are cross-validated: each cluster of pairs (one event, as the pairs were
drawn) is judged by a fit on all the others, and the rules above the regressions are applied as in use. With ``--write``
the fit on all pairs replaces the coefficients of the package.
"""

import json
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from corpora import CORPORA, ROOT, need, read
from numpy.typing import NDArray
from pairs import claims_of

from claims.merging.comparing import ClaimComparison, compare_profiles
from claims.merging.features import FEATURES, QUOTED_FEATURES, pair_features
from claims.merging.model import INTERCEPT, Weights
from claims.merging.profiles import Profile

PAIRS = CORPORA / "dup_pairs_public.jsonl"
TARGET = ROOT / "claims" / "merging" / "weights.json"
RIDGE = 1.0
BINS = 10

Numbers = NDArray[np.float64]


@dataclass(frozen=True)
class Examples:
    """The labelled pairs, a row each.

    ``sides``: both claims; ``labels``: as annotated; ``clusters``: the event that each was drawn from; ``x``: the
    comparison vectors; ``y``: 1 for duplicates, else 0; ``quoted``: whether both sides quote; ``quoted_x``: the vectors
    of those that do, a row for each of them.
    """

    sides: list[tuple[Profile, Profile]]
    labels: list[str]
    clusters: list[str]
    x: Numbers
    y: Numbers
    quoted: NDArray[np.bool_]
    quoted_x: Numbers


def fit(x: Numbers, y: Numbers) -> Numbers:
    """Intercept and coefficients, by Newton's method; the ridge is on features of unit variance."""
    spread = x.std(axis=0)
    spread[spread == 0] = 1
    x = np.c_[np.ones(len(x)), x / spread]
    weights = np.zeros(x.shape[1])
    penalty = RIDGE * np.eye(x.shape[1])
    penalty[0, 0] = 0
    for _ in range(50):
        p = 1 / (1 + np.exp(-x @ weights))
        gradient = x.T @ (p - y) + penalty @ weights
        hessian = (x * (p * (1 - p))[:, None]).T @ x + penalty
        weights -= np.linalg.solve(hessian, gradient)
    weights[1:] /= spread
    return weights


def fitted(given: Examples, use: NDArray[np.bool_]) -> Weights:
    """The weights that fit some of the pairs."""
    rows = use[given.quoted]
    return Weights(
        any=tuple(fit(given.x[use], given.y[use]).tolist()),
        both_quoted=tuple(fit(given.quoted_x[rows], given.y[given.quoted & use]).tolist()),
    )


def cross_validated(given: Examples) -> list[ClaimComparison]:
    """Each pair's comparison by a fit on the pairs of all other clusters."""
    found: dict[int, ClaimComparison] = {}
    for held_out in dict.fromkeys(given.clusters):
        here = np.array([c == held_out for c in given.clusters])
        chosen = np.flatnonzero(here).tolist()
        one, other = zip(*(given.sides[k] for k in chosen), strict=True)
        found.update(zip(chosen, compare_profiles(one, other, fitted(given, ~here)), strict=True))
    return [found[k] for k in range(len(given.y))]


def f1(said: NDArray[np.bool_], y: Numbers) -> tuple[float, float, float]:
    """F1, precision and recall."""
    right = float(y[said].sum())
    precision, recall = right / max(1, said.sum()), right / max(1.0, y.sum())
    return 2 * precision * recall / max(1e-9, precision + recall), precision, recall


def calibration_error(p: Numbers, y: Numbers) -> float:
    """The expected calibration error, over bins of equal size."""
    bins = np.array_split(np.argsort(p, kind="stable"), BINS)
    return float(sum(len(b) * abs(p[b].mean() - y[b].mean()) for b in bins) / len(y))


def figures(given: Examples, found: Sequence[ClaimComparison]) -> dict[str, float]:
    """What is said of the comparisons in ``floors.toml``, in percent."""
    p = np.array([c.probability for c in found])
    flagged = [label for label, c in zip(given.labels, found, strict=True) if c.relation == "conflict"]
    right = flagged.count("different-figure")
    return {
        "duplicates": 100 * f1(p >= 0.5, given.y)[0],
        "duplicates, both quoted": 100 * f1(p[given.quoted] >= 0.5, given.y[given.quoted])[0],
        "calibration error": 100 * calibration_error(p, given.y),
        "conflicts found": 100 * right / given.labels.count("different-figure"),
        "conflicts right": 100 * right / max(1, len(flagged)),
    }


def examples() -> Examples:
    """The public pairs."""
    pairs = read(PAIRS)
    sides = [(Profile.of(a), Profile.of(b)) for a, b in claims_of(pairs, PAIRS.parent)]
    found = [pair_features(a, b) for a, b in sides]
    return Examples(
        sides=sides,
        labels=[pair["label"] for pair in pairs],
        clusters=[pair["cluster"] for pair in pairs],
        x=np.array([f.vector for f in found]),
        y=np.array([float(pair["label"].startswith("same")) for pair in pairs]),
        quoted=np.array([f.quoted_vector is not None for f in found]),
        quoted_x=np.array([f.quoted_vector for f in found if f.quoted_vector is not None]),
    )


def regression_alone(given: Examples, without: int) -> Numbers:
    """Cross-validated probabilities of the regression without one feature, and without the rules."""
    x, p = given.x.copy(), np.zeros(len(given.y))
    x[:, without] = 0
    for held_out in dict.fromkeys(given.clusters):
        here = np.array([c == held_out for c in given.clusters])
        weights = fit(x[~here], given.y[~here])
        p[here] = 1 / (1 + np.exp(-(weights[0] + x[here] @ weights[1:])))
    return p


def named(features: tuple[str, ...], weights: tuple[float, ...]) -> dict[str, float]:
    """The coefficients with their names, as they are kept."""
    return {name: round(weight, 3) for name, weight in zip((INTERCEPT, *features), weights, strict=True)}


def main() -> None:
    """Fit, cross-validate, print, and write where asked to."""
    need(PAIRS)
    given = examples()
    found = cross_validated(given)
    p = np.array([c.probability for c in found])
    slices = {"all": given.quoted >= 0, "both sides quoted": given.quoted, "not both quoted": ~given.quoted}
    for name, chosen in slices.items():
        duplicates = given.y[chosen].sum()
        print(f"{name}: {chosen.sum()} pairs, {duplicates:.0f} duplicates, ", end="")
        print("F1 {:.3f} (P {:.3f} R {:.3f})".format(*f1(p[chosen] >= 0.5, given.y[chosen])))
    for name, value in figures(given, found).items():
        print(f"{name}: {value:.1f} %")
    flagged = Counter(label for label, c in zip(given.labels, found, strict=True) if c.relation == "conflict")
    print(f"flagged as conflicts: {dict(flagged)}")
    for k, name in enumerate(FEATURES):
        print(
            f"regression alone without {name!r}: F1 {f1(regression_alone(given, k) >= 0.5, given.y)[0]:.3f}"
        )
    whole = fitted(given, given.quoted >= 0)
    weights = {
        "any": named(FEATURES, whole.any),
        "both quoted": named(QUOTED_FEATURES, whole.both_quoted),
    }
    if "--write" in sys.argv[1:]:
        TARGET.write_text(json.dumps(weights, indent=1) + "\n", "utf-8")
    else:
        print(json.dumps(weights, indent=1))


if __name__ == "__main__":
    main()
