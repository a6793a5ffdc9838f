"""Fit the link model's weights, and say how good they are: ``fit_links.py [--write]``.

A logistic regression with a ridge for each kind of pair, on the public pairs of speakers, on ours
(``training/links.jsonl.xz``), and on invented ones (``invented_links.py``, ``invented_bodies.py``), which count less
each. A feature that can only speak for one speaker has no negative weight, and the other way round. The figures printed
are cross-validated by article: each pair is judged by a fit without all pairs that share one of its two articles. With
``--write`` the fit on all pairs replaces the coefficients of the package.
"""

import json
import random
import sys
import zlib
from collections.abc import Sequence
from itertools import combinations_with_replacement
from typing import Any, Final

import numpy as np
from corpora import ROOT, UNLABELLED, need, read
from invented_bodies import invented_bodies
from invented_links import invented
from links import PUBLIC, appearances, own_pairs
from numpy.typing import NDArray

from claims.linking.evidence import evidence_of
from claims.linking.features import FEATURES, LinkFeatures, PairKind
from claims.linking.judging import pair_features
from claims.linking.model import (
    BEND,
    EVEN,
    INTERCEPT,
    SCALE,
    LinkWeights,
    link_probability,
    stated_probability,
)

TARGET: Final = ROOT / "claims" / "linking" / "weights.json"
SEED: Final = 14
RIDGE: Final = 0.2
SCALE_RIDGE: Final = 1.0
INVENTED_COUNT: Final = 0.08
"""What an invented pair counts."""
FOLDS: Final = 6
"""Of articles; for each two of them there is a fit without both."""
SWEEPS: Final = 300
AGAINST: Final = frozenset(
    {
        "other spelling of a western name", "other spelling of a short name", "other spelling", "other form",
        "name left out", "initial left out", "turned", "common name", "common name, other form",
        "common name, nothing in common", "roles clash",
        "no office in common", "no affiliation in common", "other country", "set in another country", "first name",
        "an everyday word", "only one is Jr. or a number",
        "only one is Jr. or a number, nothing in common", "words added", "small words added",
        "other town or state", "only one has a town or state", "acronym of another", "acronym of few letters",
        "owner left out, set elsewhere", "owner left out, general", "general, set in another country",
        "general, other town", "unnamed", "both general",
    }
)  # fmt: skip
EITHER: Final = frozenset(
    {"only one has a role", "no role", "surroundings unknown", "addressed", "body's surroundings", "acronym"}
)

Numbers = NDArray[np.float64]


def fit(kind: PairKind, x: Numbers, y: Numbers, counts: Numbers) -> tuple[float, ...]:
    """Intercept and coefficients of one kind of pair, by coordinate-wise Newton steps within the signs allowed."""
    x = np.c_[np.ones(len(x)), x]
    low, high = np.full(x.shape[1], -np.inf), np.full(x.shape[1], np.inf)
    for at, name in enumerate(FEATURES[kind], start=1):
        if name in AGAINST or (kind, name) == ("surname", "body's surroundings"):
            high[at] = 0
        elif name not in EITHER:
            low[at] = 0
    weights, odds = np.zeros(x.shape[1]), np.zeros(len(x))
    for _ in range(SWEEPS):
        for at in range(x.shape[1]):
            ridge = RIDGE if at else 0.0
            p = 1 / (1 + np.exp(-odds))
            slope = float(x[:, at] @ (counts * (p - y))) + ridge * weights[at]
            bend = float((x[:, at] ** 2) @ (counts * p * (1 - p))) + ridge + 1e-6
            new = float(np.clip(weights[at] - slope / bend, low[at], high[at]))
            odds += (new - weights[at]) * x[:, at]
            weights[at] = new
    return tuple(weights.tolist())


def fitted(found: Sequence[LinkFeatures], y: Numbers, counts: Numbers) -> LinkWeights:
    """The weights that fit some pairs."""
    weights = {}
    for kind in FEATURES:
        here = [i for i, f in enumerate(found) if f.kind == kind and not f.never]
        x = np.array([found[i].vector for i in here], dtype=float).reshape(len(here), len(FEATURES[kind]))
        weights[kind] = fit(kind, x, y[here], counts[here])
    return weights


def labelled() -> tuple[list[dict[str, Any]], list[LinkFeatures]]:
    """The public pairs, then ours, and their features."""
    pairs = [*read(PUBLIC), *own_pairs()]
    never = LinkFeatures("bodies", {}, "", "another number of speakers")
    return pairs, [
        pair_features(evidence_of(sides[0]), evidence_of(sides[1])) if sides else never
        for sides in appearances(pairs)
    ]


def cross_validated(
    pairs: Sequence[dict[str, Any]],
    found: Sequence[LinkFeatures],
    y: Numbers,
    made: Sequence[LinkFeatures],
    made_y: Numbers,
) -> Numbers:
    """The probability of each labelled pair by a fit without both of its articles."""
    probabilities = np.zeros(len(found))
    folds = np.array([[zlib.crc32(p[side]["doc"].encode()) % FOLDS for side in "ab"] for p in pairs])
    for left_out in combinations_with_replacement(range(FOLDS), 2):
        asked = np.flatnonzero((folds.min(1) == left_out[0]) & (folds.max(1) == left_out[1])).tolist()
        rest = np.flatnonzero(~np.isin(folds, left_out).any(1)).tolist()
        weights = fitted(
            [*(found[i] for i in rest), *made],
            np.r_[y[rest], made_y],
            np.r_[np.ones(len(rest)), np.full(len(made), INVENTED_COUNT)],
        )
        for i in asked:
            probabilities[i] = link_probability(found[i], weights)
    return probabilities


def scale_of(p: Numbers, y: Numbers, counts: Numbers) -> tuple[float, float]:
    """The slopes of :func:`stated_probability` that fit the links made, held near 1, by Newton's method."""
    made = (p >= EVEN) & (p < 1)
    odds = np.log(p[made] / (1 - p[made]))
    x, y, counts = np.c_[np.minimum(odds, BEND), np.maximum(odds - BEND, 0)], y[made], counts[made]
    slopes = np.ones(2)
    for _ in range(SWEEPS):
        right = 1 / (1 + np.exp(-x @ slopes))
        slope = x.T @ (counts * (right - y)) + SCALE_RIDGE * (slopes - 1)
        bend = (x.T * (counts * right * (1 - right))) @ x + SCALE_RIDGE * np.eye(2)
        slopes = np.maximum(slopes - np.linalg.solve(bend, slope), 0)
    near, far = np.round(slopes, 3).tolist()
    return near, far


def stated(pairs: Sequence[dict[str, Any]], p: Numbers, y: Numbers, counts: Numbers) -> Numbers:
    """What is stated of each pair by a scale that is fitted without those of its first article."""
    folds = np.array([zlib.crc32(pair["a"]["doc"].encode()) % FOLDS for pair in pairs])
    found = p.copy()
    for fold in range(FOLDS):
        scale = scale_of(p[folds != fold], y[folds != fold], counts[folds != fold])
        found[folds == fold] = [stated_probability(one, scale) for one in p[folds == fold].tolist()]
    return found


def calibration_error(p: Numbers, y: Numbers) -> float:
    """The expected calibration error over ten bins of width 0.1, as the scorer of the pairs has it."""
    bins = np.minimum((p * 10).astype(int), 9)
    return float(sum(abs(p[bins == b].sum() - y[bins == b].sum()) for b in range(10)) / max(1, len(p)))


def rates(here: NDArray[np.bool_], p: Numbers, y: Numbers) -> tuple[float, float, float]:
    """Precision, recall and F1 of the links made between some of the pairs, in percent."""
    said = here & (p >= 0.5)
    right = float(y[said].sum())
    precision, recall = right / max(1, int(said.sum())), right / max(1.0, float(y[here].sum()))
    return 100 * precision, 100 * recall, 200 * precision * recall / max(1e-9, precision + recall)


def of_own(pairs: list[dict[str, Any]], p: Numbers, y: Numbers) -> dict[str, float]:
    """What is said of our pairs, in percent."""
    kinds = np.array([pair["kind"] for pair in pairs])
    found = {"ours, calibration error": 100 * calibration_error(p, y)}
    for kind in ("all", "equal names", "other forms"):
        measured = rates((kinds == kind) | (kind == "all"), p, y)
        for name, value in zip(("precision", "recall", "F1"), measured, strict=True):
            found[f"ours, {kind}, {name}"] = value
    return found


def figures(pairs: list[dict[str, Any]], p: Numbers, y: Numbers) -> dict[str, float]:
    """What is said of the public pairs, in percent."""
    sample = np.array([pair["sample"] for pair in pairs])
    every = rates(np.ones(len(p), bool), p, y)
    forms, same, unlinked, written = (
        rates(sample == s, p, y) for s in ("linked_other_form", "linked_same_name", "not_linked", "written")
    )
    made = p >= 0.5
    right = 100 * float(((p >= 0.5) == (y > 0))[sample == "written"].mean())
    return {
        "F1": every[2],
        "precision": every[0],
        "recall": every[1],
        "other forms, right": forms[0],
        "other forms, found": forms[1],
        "equal names, right": same[0],
        "equal names, found": same[1],
        "not linked before, right": unlinked[0],
        "not linked before, found": unlinked[1],
        "written, judged right": right,
        "written, F1": written[2],
        "calibration error of links": 100 * calibration_error(p[made], y[made]),
        "calibration error": 100 * calibration_error(p, y),
    }


def main() -> None:
    """Fit, cross-validate, print, and write where asked to."""
    need(PUBLIC, UNLABELLED)
    pairs, found = labelled()
    y = np.array([float(pair["label"] == "same") for pair in pairs])
    publicly = [pair for pair in pairs if "sample" in pair]
    without = {side["doc"] for pair in publicly for side in (pair["a"], pair["b"])}
    chance = random.Random(SEED)  # noqa: S311
    examples = [*invented(read(UNLABELLED), without, chance), *invented_bodies(chance)]
    made = [pair_features(evidence_of(e.one), evidence_of(e.other)) for e in examples]
    made_y = np.array([float(e.same) for e in examples])
    p, public = cross_validated(pairs, found, y, made, made_y), len(publicly)
    # For the scale the public pairs count as much as ours, which are six times as many.
    counts = np.where(np.arange(len(p)) < public, (len(p) - public) / public, 1.0)
    scale, p = scale_of(p, y, counts), stated(pairs, p, y, counts)
    measured = figures(publicly, p[:public], y[:public]) | of_own(pairs[public:], p[public:], y[public:])
    for name, value in measured.items():
        print(f"{name}: {value:.1f} %")
    whole = fitted(
        [*found, *made], np.r_[y, made_y], np.r_[np.ones(len(found)), np.full(len(made), INVENTED_COUNT)]
    )
    weights: dict[str, Any] = {
        kind: {n: round(w, 3) for n, w in zip((INTERCEPT, *FEATURES[kind]), whole[kind], strict=True)}
        for kind in FEATURES
    }
    weights[SCALE] = scale
    if "--write" in sys.argv[1:]:
        TARGET.write_text(json.dumps(weights, indent=1) + "\n", "utf-8")
    else:
        print(json.dumps(weights, indent=1))


if __name__ == "__main__":
    main()
