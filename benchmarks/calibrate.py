"""Fit the confidence of claims, and say how far it can be trusted: ``calibrate.py [--write]``.

A logistic regression on the tagger's evidence, on PolNeAR dev, whose articles the network has not seen. A claim is
right where the mention agrees and the contents share at least half of their words (claim@0.5 of the scorer). The
figures printed are cross-fitted: ten folds by article, each predicted by a fit on the others. With ``--write`` the
fit on all articles replaces the coefficients of the package.
"""

import importlib.util
import json
import sys
from functools import cache
from types import ModuleType
from typing import Any

import numpy as np
from corpora import CORPORA, ROOT, need, read
from numpy.typing import NDArray
from predict import offsets

from claims.extraction import Attribution, Tagger, attributions
from claims.extraction.confidence import (
    HIGH,
    LEAST,
    LEAST_WITHOUT_MENTION,
    MEASURES,
    MEDIUM,
    measures,
)
from claims.extraction.kind import kind_of
from claims.reading import from_text

GOLD = CORPORA / "polnear_dev.jsonl"
SCORER = CORPORA / "score_attributions.py"
FOLDS = 10
RIDGE = 1.0


def fit(x: NDArray[np.float64], y: NDArray[np.float64]) -> NDArray[np.float64]:
    """Coefficients of a logistic regression with a light ridge, by Newton's method."""
    weights = np.zeros(x.shape[1])
    penalty = RIDGE * np.eye(x.shape[1])
    penalty[0, 0] = 0
    for _ in range(50):
        p = 1 / (1 + np.exp(-x @ weights))
        gradient = x.T @ (p - y) + penalty @ weights
        hessian = (x * (p * (1 - p))[:, None]).T @ x + penalty
        weights -= np.linalg.solve(hessian, gradient)
    return weights


@cache
def scorer_module() -> ModuleType:
    """The corpora's own scorer."""
    spec = importlib.util.spec_from_file_location("score_attributions", SCORER)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def right(text: str, gold: list[dict[str, Any]], predicted: list[Attribution]) -> list[bool]:
    """Which predictions are right, paired as the scorer pairs them."""
    scorer = scorer_module()
    words = [m.span() for m in scorer.WORD.finditer(text)]
    g = [[scorer.token_ids(words, a[role]) for role in ("source", "content")] for a in gold]
    p = [[scorer.token_ids(words, offsets(spans)) for spans in (a.mention, a.content)] for a in predicted]
    pairs = sorted(
        (
            (-len(a[1] & b[1]) / len(a[1] | b[1]), not (a[0] & b[0] or not (a[0] or b[0])), i, j)
            for i, a in enumerate(g)
            for j, b in enumerate(p)
            if a[1] & b[1]
        ),
    )
    used: set[int] = set()
    out = [False] * len(predicted)
    taken = [False] * len(predicted)
    for overlap, mention_differs, i, j in pairs:
        if i not in used and not taken[j]:
            used.add(i)
            taken[j] = True
            out[j] = -overlap >= 0.5 and not mention_differs
    return out


def examples() -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.int64]]:
    """Measures, whether right, and the fold, of each claim found on dev."""
    tagger = Tagger()
    x, y, fold = [], [], []
    for k, doc in enumerate(read(GOLD)):
        article = from_text(doc["text"], key=doc["doc"])
        found, quoted = attributions(article, tagger)
        x += [measures(a, kind_of(a.content, quoted)) for a in found]
        y += right(doc["text"], doc["attributions"], found)
        fold += [k % FOLDS] * len(found)
    return np.array(x), np.array(y, dtype=np.float64), np.array(fold)


def report(p: NDArray[np.float64], y: NDArray[np.float64], has_mention: NDArray[np.bool_]) -> None:
    """Print how the probabilities of the claims that are listed compare with how many of them are right."""
    listed = p >= np.where(has_mention, LEAST, LEAST_WITHOUT_MENTION)
    print(
        f"{len(y)} attributions found; {np.sum(~listed)} too unlikely to be listed, "
        f"{100 * y[~listed].mean():.1f} % of them right"
    )
    p, y = p[listed], y[listed]
    bins = np.array_split(np.argsort(p, kind="stable"), 10)
    error = sum(len(b) * abs(p[b].mean() - y[b].mean()) for b in bins) / len(y)
    print(
        f"{len(y)} claims listed, {100 * y.mean():.1f} % right; "
        f"expected calibration error {error:.3f} (ten bins of equal size)"
    )
    for tag, low, high in (("high", HIGH, 2.0), ("medium", MEDIUM, HIGH), ("low", 0.0, MEDIUM)):
        chosen = (p >= low) & (p < high)
        share, precision = 100 * chosen.mean(), 100 * y[chosen].mean()
        print(f"{tag:8} from {low:.2f}: {share:5.1f} % of the claims, {precision:5.1f} % right")


def main() -> None:
    """Fit, cross-fit, print, and write where asked to."""
    need(GOLD, SCORER)
    x, y, fold = examples()
    p = np.zeros(len(y))
    for k in range(FOLDS):
        p[fold == k] = 1 / (1 + np.exp(-x[fold == k] @ fit(x[fold != k], y[fold != k])))
    report(p, y, x[:, MEASURES.index("has a mention")] == 1)
    weights = dict(zip(MEASURES, fit(x, y).round(4).tolist(), strict=True))
    if "--write" in sys.argv[1:]:
        target = ROOT / "claims" / "extraction" / "weights" / "confidence.json"
        target.write_text(json.dumps(weights, indent=1) + "\n", "utf-8")
    else:
        print(json.dumps(weights, indent=1))


if __name__ == "__main__":
    main()
