"""Logistic regressions with a ridge, as the match model's, fitted and asked."""

import json
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

RIDGE = 1.0
CONVERGED = 1e-6
"""A fit ends where no coefficient changes by more."""
Numbers = NDArray[np.float64]


def fit(x: Numbers, y: Numbers, counts: Numbers, ridge: float = RIDGE) -> Numbers:
    """Intercept and coefficients, by Newton's method; the ridge is on features of unit variance."""
    spread = x.std(axis=0)
    spread[spread == 0] = 1
    x = np.c_[np.ones(len(x)), x / spread]
    weights = np.zeros(x.shape[1])
    penalty = ridge * np.eye(x.shape[1])
    penalty[0, 0] = 0
    for _ in range(50):
        p = 1 / (1 + np.exp(-x @ weights))
        gradient = x.T @ (counts * (p - y)) + penalty @ weights
        hessian = (x * (counts * p * (1 - p))[:, None]).T @ x + penalty
        step = np.linalg.solve(hessian, gradient)
        weights -= step
        if np.abs(step).max() < CONVERGED:
            break
    weights[1:] /= spread
    return weights


def probabilities(coefficients: Sequence[float], x: Numbers) -> Numbers:
    """What a regression, its intercept first, gives to some rows."""
    found: Numbers = 1 / (1 + np.exp(-(coefficients[0] + x @ np.array(coefficients[1:]))))
    return found


def write_coefficients(target: Path, names: Iterable[str], coefficients: Numbers) -> None:
    """Put coefficients into a file of the package, by the names of what they are for."""
    table = dict(zip(names, coefficients.round(3).tolist(), strict=True))
    target.write_text(json.dumps(table, indent=1) + "\n", "utf-8")
