"""Fit the confidence of claims, and say how far it can be trusted: ``calibrate.py [--write] [--plot FILE]``.

A logistic regression on the tagger's evidence, on PolNeAR dev and world_dev together, whose articles the network has
not seen. A claim is right where the mention agrees and the contents share at least half of their words (claim@0.5 of
the scorer); what the annotation calls optional counts neither way. The figures printed are cross-fitted, of both
together and of each: ten folds by article, each predicted by a fit on the others. ``--write`` puts the
fit on all articles beside the weights, ``--plot`` draws the figures as an SVG, and ``--model FOLDER`` does it for
other weights than the package's.
"""

import argparse
import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from corpora import DEV, SCORER, WORLD_DEV, need, read, scorer
from numpy.typing import NDArray
from predict import offsets
from reliability import Bin, svg

from claims.extraction import Attribution, NetworkTagger, attributions
from claims.extraction.confidence import (
    BARE_WORDS,
    HIGH,
    LEAST,
    LEAST_BARE,
    MEASURES,
    MEDIUM,
    measures,
)
from claims.reading import from_text
from claims.text.quotations import kind_of

CORPORA_OF_FIT = (DEV, WORLD_DEV)
FOLDS = 10
BINS = 10
RIDGE = 1.0


@dataclass(frozen=True, slots=True)
class Examples:
    """What was found on dev: each attribution's measures, whether it is right, its article's fold and its corpus."""

    measures: NDArray[np.float64]
    right: NDArray[np.float64]
    fold: NDArray[np.int64]
    corpus: NDArray[np.int64]

    def cross_fitted(self) -> NDArray[np.float64]:
        """The probability of each, by a fit on the other folds."""
        p = np.zeros(len(self.right))
        for k in range(FOLDS):
            asked = self.fold == k
            p[asked] = logistic(self.measures[asked] @ fit(self.measures[~asked], self.right[~asked]))
        return p


def examples(folder: Path | None) -> Examples:
    """What the weights of a folder, or of the package, find on dev."""
    tagger = NetworkTagger(folder)
    x, y, fold, corpus = [], [], [], []
    for number, path in enumerate(CORPORA_OF_FIT):
        for k, doc in enumerate(read(path)):
            article = from_text(doc["text"], key=doc["doc"])
            reading, quoted = attributions(article, tagger)
            found = reading.attributions
            for a, is_right in zip(found, right(doc["text"], doc["attributions"], found), strict=True):
                if is_right is not None and a.cue:
                    x.append(measures(a, kind_of(a.content, quoted)))
                    y.append(is_right)
                    fold.append(k % FOLDS)
                    corpus.append(number)
    return Examples(np.array(x), np.array(y, dtype=np.float64), np.array(fold), np.array(corpus))


def right(text: str, gold: list[dict[str, Any]], predicted: list[Attribution]) -> list[bool | None]:
    """Which predictions are right, paired as the scorer pairs them; None where the gold attribution is optional."""
    found = matched(
        text, gold, [{"source": offsets(a.mention), "content": offsets(a.content)} for a in predicted]
    )
    verdicts: list[bool | None] = [False] * len(predicted)
    for j, match in found.items():
        agrees = match.overlap >= 0.5 and match.mention_agrees
        verdicts[j] = None if gold[match.gold].get("optional") else agrees
    return verdicts


@dataclass(frozen=True, slots=True)
class Match:
    """The annotated attribution that a prediction is paired with, by its number, and how well the two agree.

    ``overlap`` is the share of the words of both contents that both have, from 0 to 1.
    """

    gold: int
    overlap: float
    mention_agrees: bool


def matched(text: str, gold: list[dict[str, Any]], predicted: list[dict[str, Any]]) -> dict[int, Match]:
    """The predictions that share words of the content with an annotated attribution, by number, each with its own.

    They are paired as the scorer pairs them: those that share the most first.
    """
    words = [m.span() for m in scorer().WORD.finditer(text)]
    g, p = (
        [[scorer().token_ids(words, a[role]) for role in ("source", "content")] for a in side]
        for side in (gold, predicted)
    )
    pairs = sorted(
        (-len(a[1] & b[1]) / len(a[1] | b[1]), not (a[0] & b[0] or not (a[0] or b[0])), i, j)
        for i, a in enumerate(g)
        for j, b in enumerate(p)
        if a[1] & b[1]
    )
    used: set[int] = set()
    found: dict[int, Match] = {}
    for less, mention_differs, i, j in pairs:
        if i not in used and j not in found:
            used.add(i)
            found[j] = Match(i, -less, not mention_differs)
    return found


def fit(x: NDArray[np.float64], y: NDArray[np.float64]) -> NDArray[np.float64]:
    """Coefficients of a logistic regression with a light ridge, by Newton's method."""
    weights = np.zeros(x.shape[1])
    penalty = RIDGE * np.eye(x.shape[1])
    penalty[0, 0] = 0
    for _ in range(50):
        p = logistic(x @ weights)
        gradient = x.T @ (p - y) + penalty @ weights
        hessian = (x * (p * (1 - p))[:, None]).T @ x + penalty
        weights -= np.linalg.solve(hessian, gradient)
    return weights


def logistic(score: NDArray[np.float64]) -> NDArray[np.float64]:
    """The probability of log odds."""
    p: NDArray[np.float64] = 1 / (1 + np.exp(-score))
    return p


@dataclass(frozen=True, slots=True)
class TagFigures:
    """A tag, the probability that it begins at, its share of the claims and how many of them are right, in percent."""

    tag: str
    start: float
    share: float
    precision: float


@dataclass(frozen=True, slots=True)
class Calibration:
    """How the probabilities of the listed claims compare with how many of them are right."""

    found: int
    unlisted: int
    unlisted_right: float
    """In percent."""
    tags: tuple[TagFigures, ...]
    bins: tuple[Bin, ...]

    @property
    def error(self) -> float:
        """The expected calibration error, over bins of equal size (Naeini et al. 2015), from 0 to 1."""
        claims = sum(b.claims for b in self.bins)
        return sum(b.claims * abs(b.predicted - b.right) for b in self.bins) / claims

    def text(self) -> str:
        """The figures as a Markdown table and a line below."""
        rows = [
            f"| {t.tag} | {f'from {t.start:.2f}' if t.start else 'below'} | {t.share:.1f} % | {t.precision:.1f} % |"
            for t in self.tags
        ]
        return "\n".join(
            [
                "| tag | probability | share of the claims | right |",
                "|---|---|---|---|",
                *rows,
                "",
                f"The expected calibration error (ten bins of equal size) is {self.error:.3f}. Of {self.found:,} "
                f"attributions found, {self.unlisted:,} are too unlikely to be listed; "
                f"{self.unlisted_right:.1f} % of those are right.",
            ]
        )


def calibration(found: Examples, corpus: int | None = None) -> Calibration:
    """The cross-fitted figures, of all examples or of one corpus."""
    of_it = np.ones(len(found.right), dtype=np.bool_) if corpus is None else found.corpus == corpus
    everything = found.cross_fitted()[of_it]
    found = replace(found, measures=found.measures[of_it], right=found.right[of_it])
    mentioned, indirect, words = (
        found.measures[:, MEASURES.index(name)]
        for name in ("has a mention", "is indirect", "words in the content, log")
    )
    bare = (mentioned == 0) & (indirect == 1) & (np.expm1(words).round() <= BARE_WORDS)
    kept = everything >= np.where(bare, LEAST_BARE, LEAST)
    p, y = everything[kept], found.right[kept]
    tags = []
    for tag, low, high in (("high", HIGH, 2.0), ("medium", MEDIUM, HIGH), ("low", 0.0, MEDIUM)):
        chosen = (p >= low) & (p < high)
        tags.append(TagFigures(tag, low, 100 * float(chosen.mean()), 100 * float(y[chosen].mean())))
    parts = np.array_split(np.argsort(p, kind="stable"), BINS)
    return Calibration(
        found=len(kept),
        unlisted=int(np.sum(~kept)),
        unlisted_right=100 * float(found.right[~kept].mean()),
        tags=tuple(tags),
        bins=tuple(Bin(float(p[b].mean()), float(y[b].mean()), len(b)) for b in parts),
    )


def main() -> None:
    """Fit, cross-fit, print; write and draw where asked to."""
    parser = argparse.ArgumentParser(description="Fit the confidence on the development articles.")
    parser.add_argument("--write", action="store_true", help="put the coefficients beside the weights")
    parser.add_argument("--plot", type=Path, metavar="FILE", help="draw the calibration as an SVG")
    parser.add_argument("--model", type=Path, metavar="FOLDER", help="other weights than the package's")
    options = parser.parse_args()
    need(*CORPORA_OF_FIT, SCORER)
    found = examples(options.model)
    figures = calibration(found)
    print(figures.text())
    for number, path in enumerate(CORPORA_OF_FIT):
        print(f"\n{path.stem}\n\n{calibration(found, number).text()}")
    if options.plot:
        borders = [(t.tag, t.start) for t in figures.tags]
        options.plot.write_text(svg(figures.bins, borders), "utf-8")
    weights = dict(zip(MEASURES, fit(found.measures, found.right).round(4).tolist(), strict=True))
    if options.write:
        target = NetworkTagger(options.model).folder / "confidence.json"
        target.write_text(json.dumps(weights, indent=1) + "\n", "utf-8")
    else:
        print("\n" + json.dumps(weights, indent=1))


if __name__ == "__main__":
    main()
