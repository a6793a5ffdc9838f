"""Fit the weights of the antecedent ranker, and say how good they are: ``fit_antecedents.py [--write]``.

A conditional logit for each kind of mention, on the pronouns and descriptions of the world articles for training, of
those that we annotated (``training/annotations.py``) and of the public ones with annotated speakers, and on GAP for
pronouns that are no speaker's: for each the candidates that the rules give, and which of them is the annotated speaker,
or that it is nobody of them. The articles are read with the right antecedents first and then with the ranker's own, as
in use; the fit is on what both readings meet (dataset aggregation, Ross et al. 2011), that of speakers' pronouns on the
first alone: after a wrong speaker they would learn to distrust the speaker before. The figures printed are
cross-validated by article. With ``--write`` the fit on all replaces the weights of the package.
"""

import csv
import json
import sys
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache, partial
from multiprocessing import get_context
from typing import Any, get_args

import numpy as np
from corpora import CORPORA, DEV, ROOT, UNLABELLED, need, read, who_scorer
from numpy.typing import NDArray
from predict import asked_of
from reliability import calibration_error

from claims.extraction.coref import resolve
from claims.extraction.coref.entities import Entity
from claims.extraction.coref.ranking import FEATURES, NONE_FEATURES, Candidate, RankedKind, Ranker, Ranking
from claims.extraction.coref.tokens import tokenise
from claims.reading import from_text
from training.annotations import annotated_records

TRAIN = CORPORA / "world_train.jsonl"
GAP = tuple(CORPORA / "gap" / f"gap-{part}.tsv" for part in ("development", "validation", "test"))
SPEAKERS = CORPORA / "speakers_public.jsonl"
TARGET = ROOT / "claims" / "extraction" / "coref" / "ranking.json"
NAMES = (*FEATURES, *NONE_FEATURES)
NARRATED = ("narrated pronoun", "possessive pronoun")
FOLDS = 5
RIDGE = 2.0
CONVERGED = 1e-6
"""A change of the weights so small ends the fit."""
FIRST_STEP = 5
"""Of so many articles one is read to begin with."""
FIRST = {"references, decaying with sentences": 1.0, "most recent": 1.0, "none: always": 0.5}
"""Weights to begin with, before any fit."""
PRIOR = {
    "speaker of the claim before, another the subject since": -1.5,
    "subject of the sentence before, newly named": 1.5,
    "sentences since the last reference, log": -1.0,
    "most recent": 0.5,
    "several, joined by and": 1.0,
    "lacks the role that is needed": -2.0,
    "lacks what names are needed": -2.0,
}
"""What a weight is held near by the ridge, where that is not 0: what few articles show, but grammar says."""

Numbers = NDArray[np.float64]
Weights = dict[str, dict[str, float]]


@dataclass(frozen=True, slots=True)
class Example:
    """One mention: a row of features for each candidate, the last for "none of these", and which rows are right."""

    kind: RankedKind
    rows: Numbers
    right: NDArray[np.bool_]
    fold: int


class Recorder(Ranker):
    """Notes the candidates of each annotated mention of an article, and which are right."""

    def __init__(self, weights: Weights, fold: int, asked: Mapping[int, dict[str, Any]], *, right: bool):
        """Take weights, the article's fold, the annotation by token, and whether to take the right antecedents."""
        super().__init__(weights)
        self._takes_right = right
        self.examples: list[Example] = []
        self._fold, self._asked = fold, asked

    def rank(
        self, kind: RankedKind, at: int, candidates: Sequence[Candidate], none: Sequence[float]
    ) -> Ranking:
        """Rank by the weights, and note the candidates of an annotated mention."""
        ranking = super().rank(kind, at, candidates, none)
        gold = self._asked.get(at)
        if gold is None:
            return ranking
        right = [is_right(gold, c.entity) for c in candidates]
        rows = np.zeros((len(candidates) + 1, len(NAMES)))
        for row, candidate in zip(rows, candidates, strict=False):
            row[: len(FEATURES)] = candidate.features
        rows[-1, len(FEATURES) :] = none
        self.examples.append(Example(kind, rows, np.array([*right, not any(right)]), self._fold))
        if not self._takes_right:
            return ranking
        chosen = next((e for e, _ in ranking.entities if is_right(gold, e)), None)
        return Ranking(((chosen, 1.0),), 0.0) if chosen else Ranking((), 1.0)


def is_right(gold: dict[str, Any], entity: Entity) -> bool:
    """Whether an entity is who is annotated: by the corpora's own rule, or a person's name has all words of the other.

    A candidate may be known by less than the full name; of other names that holds where none is listed as right, too.
    """
    one, other = set(gold["speaker"].split()), set(entity.name.split())
    within = (not gold.get("also") or entity.type == "person") and (one <= other or other <= one)
    return within or bool(who_scorer().right(gold, entity.name))


def examples(weights: Weights, *, right: bool, step: int = 1) -> list[Example]:
    """The annotated mentions of all articles, or every ``step``-th, read by the weights or with right antecedents."""
    numbers = range(0, len(annotated()), step)
    with ProcessPoolExecutor(mp_context=get_context("fork")) as pool:
        found = pool.map(partial(_examples_of, weights=weights, right=right), numbers, chunksize=20)
        return [example for some in found for example in some]


def _examples_of(number: int, weights: Weights, *, right: bool) -> list[Example]:
    """The annotated mentions of one article."""
    doc = annotated()[number]
    article = from_text(doc["text"], key=doc["doc"])
    tokens = tokenise(article)
    asked = {
        tokens.within(*min(a["source"])).start: a
        for a in doc["attributions"]
        if a.get("source") and a.get("speaker") and not a.get("optional")
    }
    recorder = Recorder(weights, number % FOLDS, asked, right=right)
    resolve(article, asked_of(article, doc["attributions"]), recorder)
    return recorder.examples


def ambiguous_pronouns(weights: Weights) -> list[Example]:
    """The pronouns of GAP (Webster et al. 2018) that refer to one of the two names given; no speakers' mentions."""
    found = []
    for path in GAP:
        with path.open(encoding="utf-8") as lines:
            rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
        for number, row in enumerate(rows):
            names = [row[name] for name in "AB" if row[f"{name}-coref"] == "TRUE"]
            if not names:
                continue
            article = from_text(row["Text"], key=row["ID"])
            start = int(row["Pronoun-offset"])
            at = tokenise(article).within(start, start + len(row["Pronoun"])).start
            recorder = Recorder(weights, number % FOLDS, {at: {"speaker": names[0]}}, right=False)
            resolve(article, [], recorder)
            found += [e for e in recorder.examples if e.kind in NARRATED and not e.right[-1]]
    return found


@cache
def annotated() -> list[dict[str, Any]]:
    """All articles whose speakers are annotated, world_dev aside."""
    return [*read(TRAIN), *annotated_public(), *own_annotation()]


def own_annotation() -> list[dict[str, Any]]:
    """The articles that we annotated ourselves, in the corpora's form."""
    return [doc for doc, _ in annotated_records((doc, None) for doc in read(UNLABELLED))]


def annotated_public() -> list[dict[str, Any]]:
    """The articles of PolNeAR dev whose speakers are annotated, with these, ambiguous ones aside."""
    articles = {doc["doc"]: doc for doc in read(DEV)}
    found = []
    for annotated in read(SPEAKERS):
        doc = articles[annotated["doc"]]
        attributions = [dict(a) for a in doc["attributions"]]
        for known in annotated["attributions"]:
            if not known.get("ambiguous"):
                attributions[known["index"]] |= {"speaker": known["speaker"], "also": known.get("also") or []}
        found.append(doc | {"attributions": attributions})
    return found


def fit(given: Sequence[Example]) -> Numbers:
    """The weights of one kind, by Newton's method; where several rows are right, they share the example."""
    prior = np.array([PRIOR.get(name, 0.0) for name in NAMES])
    weights = prior.copy()
    for _ in range(25):
        gradient, hessian = -RIDGE * (weights - prior), RIDGE * np.eye(len(NAMES))
        for example in given:
            p = probabilities(example.rows, weights)
            q = np.where(example.right, p, 0)
            q /= q.sum()
            mean = p @ example.rows
            gradient += (q - p) @ example.rows
            hessian += (example.rows * p[:, None]).T @ example.rows - np.outer(mean, mean)
        step = np.linalg.solve(hessian, gradient)
        longest = max(np.abs(step).max(), 1e-9)
        weights += step * min(1.0, 2.0 / longest)
        if longest < CONVERGED:
            break
    return weights


def probabilities(rows: Numbers, weights: Numbers) -> Numbers:
    """The probability of each row."""
    scores = rows @ weights
    parts: Numbers = np.exp(scores - scores.max())
    parts /= parts.sum()
    return parts


def fitted(given: Sequence[Example]) -> Weights:
    """The weights of all kinds."""
    kinds = sorted({e.kind for e in given})
    found = {kind: fit([e for e in given if e.kind == kind]) for kind in kinds}
    return {
        k: {n: round(float(w), 3) for n, w in zip(NAMES, ws, strict=True) if w} for k, ws in found.items()
    }


def cross_validated(given: Sequence[Example], kind: RankedKind) -> tuple[float, float, int]:
    """How often the likeliest row is right, the error of its probability (ten bins), and of how many mentions."""
    mine = [e for e in given if e.kind == kind]
    said, right = [], []
    for fold in range(FOLDS):
        weights = fit([e for e in mine if e.fold != fold])
        for example in (e for e in mine if e.fold == fold):
            p = probabilities(example.rows, weights)
            said.append(float(p.max()))
            right.append(bool(example.right[p.argmax()]))
    p, y = np.array(said), np.array(right, dtype=float)
    return 100 * float(y.mean()), calibration_error(p, y), len(y)


def main() -> None:
    """Fit, cross-validate, print, and write where asked to."""
    need(TRAIN, UNLABELLED, DEV, SPEAKERS, *GAP)
    first: Weights = dict.fromkeys(get_args(RankedKind), FIRST)
    narrated = ambiguous_pronouns(first)
    weights = fitted(examples(first, right=True, step=FIRST_STEP) + narrated)
    read_again = [e for e in examples(weights, right=False) if e.kind != "person pronoun"]
    given = examples(weights, right=True) + read_again + narrated
    weights = fitted(given)
    for kind in get_args(RankedKind):
        share, error, number = cross_validated(given, kind)
        none = sum(bool(e.right[-1]) for e in given if e.kind == kind)
        print(
            f"{kind}: {number} mentions, {none} of nobody among the candidates; right {share:.1f} %, "
            f"calibration error {error:.3f}"
        )
    if "--write" in sys.argv[1:]:
        TARGET.write_text(json.dumps(weights, indent=1) + "\n", "utf-8")
    else:
        print(json.dumps(weights, indent=1))


if __name__ == "__main__":
    main()
