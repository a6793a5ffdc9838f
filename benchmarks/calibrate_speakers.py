"""Fit how sure it is who speaks, and the confidence of the whole claim: ``calibrate_speakers.py [--write]``.

The speaker's: a logistic regression on how each speaker was found (``measures``), over the attributions of the
articles that we annotated ourselves and that the ranker is not fitted on, with their spans given. The network has seen
these, and the rules were tuned to world_dev, so that each alone says too much of other news: the scale is set (Platt
1999) by world_dev and by the articles of our own annotation that are held out of all but confidences. The whole claim's
is the product of this and of the probability that the mention and four fifths of the content's words are right, a
logistic function of the words' confidence and of how many they are, fitted so that the product is calibrated on what is
found in the same articles. PolNeAR dev's articles with annotated speakers are held against it, but not fitted:
annotators agree on 71 % of its claims only, by a looser guide. The figures printed are cross-fitted by article.
``--write`` puts the fits into the package.
"""

import json
import math
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from antecedent_examples import SPEAKERS, annotated_public, kept_back, own_annotation
from calibrate import FOLDS, Examples, fit, logistic, matched
from corpora import CORPORA, DEV, ROOT, UNLABELLED, WORLD_DEV, need, read, who_scorer
from network_outputs import references_in
from numpy.typing import NDArray
from predict import asked_of, attribution
from reliability import calibration_error, error_by_chance

import claims
from claims.extraction.confidence import HIGH, MEDIUM, STRICT_MEASURES, strict_measures
from claims.extraction.coref import resolve
from claims.extraction.coref.speaker_confidence import measures
from claims.reading import from_text
from claims.text.fitted import load_coefficients

OWN_ARTICLES = 900
"""Articles of our own annotation at most that the fit reads."""
STRICT = 0.8
"""Share of the content's words that are right in a claim that is."""
SPEAKER_TARGET = ROOT / "claims" / "extraction" / "coref" / "speaker_confidence.json"
STRICT_TARGET = ROOT / "claims" / "extraction" / "strict_words.json"

Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class ClaimExamples:
    """What is looked at of each claim's words, the speaker's confidence, whether all is right, fold and corpus."""

    x: Numbers
    speaker: Numbers
    right: Numbers
    fold: NDArray[np.int64]
    corpus: NDArray[np.int64]

    def part(self, chosen: NDArray[np.bool_]) -> "ClaimExamples":
        """Some of the examples."""
        return ClaimExamples(*(getattr(self, name)[chosen] for name in self.__slots__))

    def product(self, weights: Numbers) -> Numbers:
        """The probability of each whole claim, by coefficients of the words' factor."""
        return self.speaker * logistic(self.x @ weights)

    def cross_fitted(self) -> Numbers:
        """The probability of each whole claim, by a fit on the other folds."""
        p = np.zeros(len(self.right))
        for k in range(FOLDS):
            asked = self.fold == k
            p[asked] = self.part(asked).product(fit_product(self.part(~asked)))
        return p


def fit_product(found: ClaimExamples) -> Numbers:
    """Coefficients of the words' factor that fit the product with the speaker's best, by Fisher scoring."""
    weights = np.array([0.0, 1.0, 0.0])
    for _ in range(50):
        p = np.clip(found.product(weights), 1e-6, 1 - 1e-6)
        factor = p / found.speaker
        slope = (found.speaker * factor * (1 - factor))[:, None] * found.x
        scale = (1 / (p * (1 - p)))[:, None]
        gradient = (slope * scale).T @ (found.right - p)
        weights = weights + np.linalg.solve((slope * scale).T @ slope, gradient)
    return weights


def speaker_examples(
    corpora: Sequence[list[dict[str, Any]]], names: Sequence[str] = ()
) -> tuple[Examples, tuple[str, ...]]:
    """The attributions whose speaker is annotated, or who have none, with their spans given; and the measures' names.

    The measures are those named, all that are seen where none are.
    """
    found_measures, y, fold, corpus = [], [], [], []
    for which, number, doc in _numbered(corpora):
        article = from_text(doc["text"], key=doc["doc"])
        found = resolve(article, asked_of(article, doc["attributions"]), references_in(article))
        for a, resolution in zip(doc["attributions"], found, strict=True):
            known = a.get("speaker") or not a.get("source")
            if known and not a.get("optional"):
                found_measures.append(measures(resolution))
                name = resolution.speaker.name if resolution.speaker else ""
                y.append(bool(who_scorer().right(a, name)))
                fold.append(number % FOLDS)
                corpus.append(which)
    names = tuple(names or sorted(set[str]().union(*found_measures)))
    x = np.array([[values.get(name, 0.0) for name in names] for values in found_measures])
    return Examples(x, np.array(y, dtype=np.float64), np.array(fold), np.array(corpus)), names


def claim_examples(corpora: Sequence[list[dict[str, Any]]]) -> ClaimExamples:
    """What is found in articles with annotated speakers, without what is optional or has no speaker annotated."""
    x, speaker, y, fold, corpus = [], [], [], [], []
    for which, number, doc in _numbered(corpora):
        found = claims.extract(from_text(doc["text"], key=doc["doc"]))
        for claim, is_right in zip(found, right(doc, [attribution(c) for c in found]), strict=True):
            if is_right is not None:
                x.append(strict_measures(claim.words_confidence or 0.0, claim.content))
                speaker.append(claim.speaker_confidence)
                y.append(is_right)
                fold.append(number % FOLDS)
                corpus.append(which)
    return ClaimExamples(
        np.array(x),
        np.array(speaker, dtype=np.float64),
        np.array(y, dtype=np.float64),
        np.array(fold),
        np.array(corpus),
    )


def _numbered(corpora: Sequence[list[dict[str, Any]]]) -> Iterator[tuple[int, int, dict[str, Any]]]:
    """Each article with the number of its corpus, and its own there."""
    return ((which, number, doc) for which, docs in enumerate(corpora) for number, doc in enumerate(docs))


def right(doc: dict[str, Any], predicted: list[dict[str, Any]]) -> list[bool | None]:
    """Which claims are right in words and speaker; None where the annotation is optional or leaves the speaker open."""
    verdicts: list[bool | None] = [False] * len(predicted)
    for j, match in matched(doc["text"], doc["attributions"], predicted).items():
        gold = doc["attributions"][match.gold]
        if gold.get("optional") or "speaker" not in gold:
            verdicts[j] = None
            continue
        who = who_scorer().right(gold, predicted[j]["speaker"] or "")
        verdicts[j] = match.overlap >= STRICT and match.mention_agrees and bool(who)
    return verdicts


@dataclass(frozen=True, slots=True)
class Trust:
    """What probabilities are worth: of some claims, how many, how many right, and by tag."""

    claims: int
    right: float
    error: float
    """The expected calibration error over ten bins of equal size (Naeini et al. 2015), from 0 to 1."""
    by_chance: float
    """The error that exact probabilities would show of so few claims."""
    tags: tuple[tuple[str, float, float, float], ...]
    """Each tag with the probability that it begins at, its share of the claims and the share of these that is right."""

    def table(self) -> str:
        """As a Markdown table and a line below."""
        rows = [
            f"| {tag} | {f'from {least:.2f}' if least else 'below'} | {100 * share:.1f} % | {100 * right:.1f} % |"
            for tag, least, share, right in self.tags
        ]
        return "\n".join(
            [
                "| tag | probability | share of the claims | right in words and speaker |",
                "|---|---|---|---|",
                *rows,
                "",
                f"Of all {self.claims:,} claims {100 * self.right:.1f} % are; the expected calibration error is "
                f"{self.error:.3f}; exact probabilities would show {self.by_chance:.3f} of so few.",
            ]
        )


def trust(p: Numbers, y: Numbers) -> Trust:
    """What probabilities are worth, by what turned out to be right."""
    tags = []
    for tag, least, under in (("high", HIGH, 2.0), ("medium", MEDIUM, HIGH), ("low", 0.0, MEDIUM)):
        chosen = (p >= least) & (p < under)
        tags.append((tag, least, float(chosen.mean()), float(y[chosen].mean()) if chosen.any() else math.nan))
    return Trust(len(y), float(y.mean()), calibration_error(p, y), error_by_chance(p), tuple(tags))


def whole_of_the_world() -> Trust:
    """What the confidence of whole claims is worth on world_dev, cross-fitted."""
    found = claim_examples(of_confidences())
    world = found.corpus == 0
    return trust(found.cross_fitted()[world], found.right[world])


def of_confidences() -> list[list[dict[str, Any]]]:
    """The articles that set the scale of confidences: world_dev, and those held out of every other fit."""
    return [read(WORLD_DEV), own_annotation(held=True)]


def main() -> None:
    """Fit, cross-fit, print; write where asked to."""
    need(CORPORA, UNLABELLED, SPEAKERS, DEV, WORLD_DEV)
    write = sys.argv[1:] == ["--write"]
    if sys.argv[1:] and not write:
        sys.exit(__doc__)
    own = [doc for doc in own_annotation() if kept_back(doc)][:OWN_ARTICLES]
    given, names = speaker_examples([own])
    _show(
        "the speaker, spans given, our own annotation that the ranker is not fitted on",
        trust(given.cross_fitted(), given.right),
    )
    weights = fit(given.measures, given.right)
    scale = _scores(speaker_examples(of_confidences(), names)[0], weights)
    _show_each("the speaker, spans given", scale)
    shift, slope = fit(scale.measures, scale.right)
    weights = slope * weights
    weights[names.index("constant")] += shift
    if write:
        _write(SPEAKER_TARGET, names, weights)
        load_coefficients.cache_clear()
    found = claim_examples(of_confidences())
    _show_each("the whole", found)
    weights = fit_product(found)
    public = claim_examples([annotated_public()])
    _show(
        "the whole, PolNeAR dev with speakers, not fitted on",
        trust(public.product(weights), public.right),
    )
    print(dict(zip(STRICT_MEASURES, weights.round(3).tolist(), strict=True)))
    if write:
        _write(STRICT_TARGET, STRICT_MEASURES, weights)


def _scores(found: Examples, weights: Numbers) -> Examples:
    """The examples with their log odds by coefficients as their only measure beside the constant."""
    return replace(found, measures=np.column_stack([np.ones(len(found.right)), found.measures @ weights]))


def _show_each(name: str, found: Examples | ClaimExamples) -> None:
    p = found.cross_fitted()
    for number, corpus in enumerate(("world_dev", "articles held out of every other fit")):
        of_it = found.corpus == number
        _show(f"{name}, {corpus}", trust(p[of_it], found.right[of_it]))


def _show(name: str, found: Trust) -> None:
    print(f"{name}\n\n{found.table()}\n")


def _write(target: Path, names: tuple[str, ...], weights: Numbers) -> None:
    if not all(map(math.isfinite, weights)):
        sys.exit(f"{target}: the fit has no end")
    target.write_text(
        json.dumps(dict(zip(names, weights.round(4).tolist(), strict=True)), indent=1) + "\n", "utf-8"
    )


if __name__ == "__main__":
    main()
