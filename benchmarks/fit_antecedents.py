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
import lzma
import sys
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache, partial
from multiprocessing import get_context
from typing import Any

import lightgbm
import numpy as np
from corpora import CORPORA, DEV, ROOT, UNLABELLED, need, read, who_scorer
from network_outputs import references_in
from numpy.typing import NDArray
from predict import asked_of
from reliability import calibration_error

from claims.extraction.coref import resolve
from claims.extraction.coref.entities import Entity
from claims.extraction.coref.features import FEATURES, RANKED_KINDS, Candidate, RankedKind
from claims.extraction.coref.ranking import LEAVES, Ranker, Ranking, Trees, rows_of
from claims.extraction.coref.tokens import tokenise
from claims.reading import from_text
from training.annotations import ANNOTATIONS, annotated_records, digest

TRAIN = CORPORA / "world_train.jsonl"
GAP = CORPORA / "gap" / "gap-test.tsv"
SPEAKERS = CORPORA / "speakers_public.jsonl"
TARGET = ROOT / "claims" / "extraction" / "coref" / "ranking.json"
NARRATED = ("narrated pronoun", "possessive pronoun")
FOLDS = 5
OWN_ARTICLES = 1200
"""Articles of our own annotation at most, which keeps the fit under ten minutes on one core."""
FIRST_STEP = 4
"""Of so many articles one is read to begin with."""
GAP_ARTICLES = 800
"""Snippets of GAP at most, for the same reason."""
PARAMETERS = {
    "learning_rate": 0.1,
    "num_leaves": LEAVES,
    "min_data_in_leaf": 30,
    "min_sum_hessian_in_leaf": 3.0,
    "lambda_l2": 3.0,
    "max_bin": 63,
    "feature_fraction": 0.5,
    "verbose": -1,
    "num_threads": 1,
    "deterministic": True,
    "force_row_wise": True,
    "seed": 1,
}
ROUNDS = 150
BLIND_STEP = 4
"""Of so many examples one is fitted on a second time as if no network knew anything: not every tagger has one."""
OF_NETWORK = [i for i, name in enumerate(FEATURES) if name.startswith("network: ")]

Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Example:
    """One mention: a row of features for each candidate, the last for "nobody of these", and which rows are right."""

    rows: Numbers
    right: NDArray[np.bool_]
    fold: int

    @property
    def kind(self) -> RankedKind:
        """The kind of the mention."""
        return RANKED_KINDS[int(self.rows[0, : len(RANKED_KINDS)].argmax())]


class Recorder(Ranker):
    """Notes the candidates of each annotated mention of an article, and which are right."""

    def __init__(
        self,
        trees: Trees,
        fold: int,
        asked: Mapping[int, dict[str, Any]],
        *,
        right: bool,
        narrated: bool = False,
    ):
        """Take trees, the article's fold, the annotation by token, and whether to take the right antecedents."""
        super().__init__(trees)
        self._takes_right = right
        self.examples: list[Example] = []
        self._fold, self._asked, self._narrated = fold, asked, narrated

    def rank(self, at: int, candidates: Sequence[Candidate], mention: Mapping[str, float]) -> Ranking:
        """Rank by the trees, and note the candidates of an annotated mention."""
        ranking = super().rank(at, candidates, mention)
        gold = self._asked.get(at)
        if gold is None or (self._narrated != any(mention.get(f"kind: {kind}") for kind in NARRATED)):
            return ranking
        right = [is_right(gold, c.entity) for c in candidates]
        if mention.get("kind: name in a mention") and not any(right):  # of a name and a description the name
            right = [any(is_right(part, c.entity) for part in _parts(gold)) for c in candidates]
        rows = rows_of(candidates, mention)
        self.examples.append(Example(rows, np.array([*right, not any(right)]), self._fold))
        if not self._takes_right:
            return ranking
        fits = {c.entity for c, is_one in zip(candidates, right, strict=True) if is_one}
        chosen = next((e for e, _ in ranking.entities if e in fits), None)
        return Ranking(((chosen, 1.0),), 0.0) if chosen else Ranking((), 1.0)


class First(Trees):
    """Scores to begin with, before any fit: the most recent is likeliest, and the name that ends a mention's main part."""

    WEIGHTS = {
        "references, decaying with sentences": 1.0,
        "most recent": 1.0,
        "name: ends the main part": 1.0,
        "name: opens the mention": 0.6,
        "nobody of these": 0.5,
    }

    def __init__(self) -> None:
        """Nothing to take."""

    def scores(self, rows: Numbers) -> Numbers:
        """The score of each row."""
        found: Numbers = sum(w * rows[:, FEATURES.index(name)] for name, w in self.WEIGHTS.items())
        return found


def is_right(gold: dict[str, Any], entity: Entity) -> bool:
    """Whether an entity is who is annotated: by the corpora's own rule, or a person's name has all words of the other.

    A candidate may be known by less than the full name.
    """
    return _is_right(gold["speaker"], tuple(gold.get("also") or ()), entity.name, entity.type == "person")


def _parts(gold: dict[str, Any]) -> list[dict[str, Any]]:
    """What several speakers are one by one; nothing of one speaker."""
    names = gold["speaker"].split("; ")
    return [{"speaker": name} for name in names] if len(names) > 1 else []


@cache
def _is_right(speaker: str, also: tuple[str, ...], name: str, person: bool) -> bool:
    one, other = set(speaker.split()), set(name.split())
    within = person and (one <= other or other <= one)
    return within or bool(who_scorer().right({"speaker": speaker, "also": also}, name))


def examples(trees: Trees, *, right: bool, step: int = 1) -> list[Example]:
    """The annotated mentions of all articles, or every ``step``-th, read by the weights or with right antecedents."""
    numbers = range(0, len(annotated()), step)
    with _workers() as pool:
        found = pool.map(partial(_examples_of, trees=trees, right=right), numbers, chunksize=20)
        return [example for some in found for example in some]


def _examples_of(number: int, trees: Trees, *, right: bool) -> list[Example]:
    """The annotated mentions of one article."""
    doc = annotated()[number]
    article = from_text(doc["text"], key=doc["doc"])
    tokens = tokenise(article)
    asked = {
        tokens.within(*min(a["source"])).start: a
        for a in doc["attributions"]
        if a.get("source") and a.get("speaker") and not a.get("optional")
    }
    recorder = Recorder(trees, number % FOLDS, asked, right=right)
    resolve(article, asked_of(article, doc["attributions"]), references_in(article), recorder)
    return recorder.examples


def ambiguous_pronouns(trees: Trees) -> list[Example]:
    """The pronouns of GAP (Webster et al. 2018) that refer to one of the two names given; no speakers' mentions."""
    with GAP.open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))[:GAP_ARTICLES]
    with _workers() as pool:
        found = pool.map(partial(_ambiguous_in, trees=trees), range(len(rows)), rows, chunksize=50)
        return [example for some in found for example in some]


def _ambiguous_in(number: int, row: dict[str, str], trees: Trees) -> list[Example]:
    """The pronoun of one snippet, where it refers to one of the names."""
    names = [row[name] for name in "AB" if row[f"{name}-coref"] == "TRUE"]
    if not names:
        return []
    article = from_text(row["Text"], key=row["ID"])
    start = int(row["Pronoun-offset"])
    at = tokenise(article).within(start, start + len(row["Pronoun"])).start
    recorder = Recorder(trees, number % FOLDS, {at: {"speaker": names[0]}}, right=False, narrated=True)
    resolve(article, [], references_in(article), recorder)
    return [e for e in recorder.examples if not e.right[-1]]


def _workers() -> ProcessPoolExecutor:
    return ProcessPoolExecutor(mp_context=get_context("fork"))


@cache
def annotated() -> list[dict[str, Any]]:
    """The articles whose speakers are annotated and that the ranker is fitted on: no more of our own than a sample."""
    own = [doc for doc in own_annotation() if not kept_back(doc)]
    return [*read(TRAIN), *annotated_public(), *own[:OWN_ARTICLES]]


def own_annotation(*, held: bool = False) -> list[dict[str, Any]]:
    """The articles that we annotated ourselves, in the corpora's form; those held out of every fit, or the others."""
    with lzma.open(ANNOTATIONS, "rt", encoding="utf-8") as lines:
        apart = {line["doc"] for line in map(json.loads, lines) if line.get("held")}
    chosen = [doc for doc in read(UNLABELLED) if (doc["doc"] in apart) == held]
    return [doc for doc, _ in annotated_records((doc, None) for doc in chosen)]


def kept_back(doc: dict[str, Any]) -> bool:
    """Whether an article of our own annotation is none that the ranker is fitted on, so that it may measure it."""
    return int(digest(doc["text"])[:4], 16) % 3 == 0


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


def fit(given: Sequence[Example]) -> lightgbm.Booster:
    """Trees for a softmax over each mention's rows; where several rows are right, they share the example."""
    given = [*given, *map(without_network, given[::BLIND_STEP])]
    x = np.concatenate([e.rows for e in given])
    right = np.concatenate([e.right for e in given])
    group = np.repeat(np.arange(len(given)), [len(e.rows) for e in given])
    starts = np.flatnonzero(np.diff(group, prepend=-1))

    def gradient(scores: Numbers, _: object) -> tuple[Numbers, Numbers]:
        p = _softmax(scores, group, starts)
        held = np.where(right, p, 0.0)
        q = held / np.add.reduceat(held, starts)[group]
        return p - q, np.maximum(p * (1 - p), 1e-6)

    data = lightgbm.Dataset(x, np.zeros(len(x)), params={k: PARAMETERS[k] for k in ("max_bin", "verbose")})
    return lightgbm.train(PARAMETERS | {"objective": gradient}, data, ROUNDS)


def without_network(example: Example) -> Example:
    """An example as a tagger shows it that knows no names and antecedents."""
    rows = example.rows.copy()
    rows[:, OF_NETWORK] = 0.0
    rows[:, FEATURES.index("network: silent")] = 1.0
    return Example(rows, example.right, example.fold)


def _softmax(scores: Numbers, group: NDArray[np.int64], starts: NDArray[np.int64]) -> Numbers:
    parts: Numbers = np.exp(scores - np.maximum.reduceat(scores, starts)[group])
    parts /= np.add.reduceat(parts, starts)[group]
    return parts


def table(booster: lightgbm.Booster) -> dict[str, list[Any]]:
    """The trees in the form of :class:`Trees`."""
    found: dict[str, list[Any]] = {"feature": [], "threshold": [], "kept": [], "value": []}
    for tree in booster.dump_model()["tree_info"]:
        values: list[float] = []
        tests = list(_tests(tree["tree_structure"], values))
        spare = LEAVES - 1 - len(tests)
        found["feature"] += [name for name, _, _ in tests] + [FEATURES[0]] * spare
        found["threshold"] += [float(f"{least:.9g}") for _, least, _ in tests] + [1e9] * spare
        found["kept"] += [kept for _, _, kept in tests] + [0] * spare
        found["value"].append([round(v, 4) for v in values] + [0.0] * (LEAVES - len(values)))
    return found


def _tests(node: dict[str, Any], values: list[float]) -> Iterator[tuple[str, float, int]]:
    """Each test below a node: feature, threshold, and the bits of the leaves that are left where it fails."""
    if "leaf_value" in node:
        values.append(node["leaf_value"])
        return
    first = len(values)
    yield from _tests(node["left_child"], values)
    out = sum(1 << leaf for leaf in range(first, len(values)))
    yield FEATURES[node["split_feature"]], node["threshold"], (1 << LEAVES) - 1 - out
    yield from _tests(node["right_child"], values)


def cross_validated(given: Sequence[Example]) -> dict[RankedKind, tuple[float, float, int]]:
    """By kind, how often the likeliest row is right, the error of its probability (ten bins), and of how many."""
    said: dict[RankedKind, list[tuple[float, bool]]] = {k: [] for k in RANKED_KINDS}
    for fold in range(FOLDS):
        booster = fit([e for e in given if e.fold != fold])
        for example in (e for e in given if e.fold == fold):
            scores = booster.predict(example.rows, raw_score=True)
            p = np.exp(scores - scores.max())
            p /= p.sum()
            said[example.kind].append((float(p.max()), bool(example.right[p.argmax()])))
    found = {}
    for kind, pairs in ((k, v) for k, v in said.items() if v):
        p, y = np.array([x for x, _ in pairs]), np.array([float(r) for _, r in pairs])
        found[kind] = 100 * float(y.mean()), calibration_error(p, y), len(y)
    return found


def main() -> None:
    """Fit, cross-validate, print, and write where asked to."""
    need(TRAIN, UNLABELLED, DEV, SPEAKERS, GAP)
    trees = Trees(table(fit(examples(First(), right=True, step=FIRST_STEP))))
    given = examples(trees, right=True) + examples(trees, right=False) + ambiguous_pronouns(trees)
    if "--write" in sys.argv[1:]:
        TARGET.write_text(written(table(fit(given))), "utf-8")
    for kind, (share, error, number) in cross_validated(given).items():
        none = sum(bool(e.right[-1]) for e in given if e.kind == kind)
        print(
            f"{kind}: {number} mentions, {none} of nobody among the candidates; right {share:.1f} %, "
            f"calibration error {error:.3f}"
        )


def written(trees: Mapping[str, Any]) -> str:
    """The trees as JSON, a line for each of their parts."""
    parts = (f"{json.dumps(name)}: {json.dumps(part, separators=(',', ':'))}" for name, part in trees.items())
    return "{" + ",\n ".join(parts) + "}\n"


if __name__ == "__main__":
    main()
