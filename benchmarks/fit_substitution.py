"""Fit when one word stands for another where nothing else differs: ``fit_substitution.py [--write]``.

A logistic regression on what vectors and WordNet say of the pairs in ``substitutions.tsv``, words as outlets put them
for each other and words as they must not be taken for each other, written for this project. Prints how often the fit
is right on pairs left out of it (ten folds); ``--write`` puts it into the package.
"""

import csv
import sys

import numpy as np
from corpora import ROOT
from logistic_regression import fit, probabilities, write_coefficients

from claims.text.canonical import canonical
from claims.text.opposites import are_opposite
from claims.text.substitution import measures

PAIRS = ROOT / "benchmarks" / "substitutions.tsv"
TARGET = ROOT / "claims" / "text" / "substitution.json"
FOLDS = 10
_HALF = 0.5


def pairs() -> list[tuple[bool, dict[str, float]]]:
    """Of each pair, whether it means the same, and what the fit decides by; opposites are told apart before."""
    with PAIRS.open(encoding="utf-8", newline="") as lines:
        rows = [
            (row["same"] == "yes", "_".join(canonical(row["one"])), "_".join(canonical(row["other"])))
            for row in csv.DictReader(lines, delimiter="\t")
        ]
    return [(same, measures(one, other)) for same, one, other in rows if not are_opposite(one, other)]


def main() -> None:
    """Fit, measure, print; write where asked to."""
    rows = pairs()
    x = np.array([list(shown.values()) for _, shown in rows])
    same = np.array([float(is_same) for is_same, _ in rows])
    every, folds = np.ones(len(rows)), np.arange(len(rows)) % FOLDS
    right = 0
    for fold in range(FOLDS):
        out = folds == fold
        found = probabilities(fit(x[~out], same[~out], every[~out]).tolist(), x[out])
        right += int(((found > _HALF) == same[out]).sum())
    print(
        f"{len(rows)} pairs, {int(same.sum())} of them the same; right when left out {100 * right / len(rows):.1f} %"
    )
    if sys.argv[1:] == ["--write"]:
        write_coefficients(TARGET, ("intercept", *rows[0][1]), fit(x, same, every))


if __name__ == "__main__":
    main()
