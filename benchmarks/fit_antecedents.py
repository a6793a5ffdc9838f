"""Fit the trees of the antecedent ranker, and say how good they are: ``fit_antecedents.py [--write]``.

Gradient boosting (LightGBM, Ke et al. 2017) of a softmax over the candidates of each annotated mention
(``antecedent_examples.py``): which of them is the annotated speaker, or that it is nobody of them; the mean of several
fits. The figures printed are cross-validated by article. With ``--write`` the fit on all replaces the trees of the
package.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

import lightgbm
import numpy as np
from antecedent_examples import (
    FOLDS,
    GAP,
    SPEAKERS,
    TRAIN,
    Example,
    First,
    Numbers,
    ambiguous_pronouns,
    examples,
)
from corpora import DEV, ROOT, UNLABELLED, need
from numpy.typing import NDArray
from reliability import calibration_error

from claims.extraction.coref.ranking import (
    LEAVES,
    NOUN,
    OWN_NOUN,
    UNDER_OWN_WORDS,
    WITH_NAME,
    Trees,
    share_of,
)

TARGET = ROOT / "claims" / "extraction" / "coref" / "ranking.json"
PARAMETERS = {
    "learning_rate": 0.1,
    "num_leaves": LEAVES,
    "min_data_in_leaf": 15,
    "min_sum_hessian_in_leaf": 3.0,
    "lambda_l2": 3.0,
    "max_bin": 63,
    "feature_fraction": 0.25,
    "verbose": -1,
    "num_threads": 1,
    "deterministic": True,
    "force_row_wise": True,
}
TREES = 200
"""Trees of a fit."""
FITS = 5
"""So many fits, which differ by their seed alone, are averaged: one changes the speakers of 10 mentions in 3,500."""
FIRST_STEP = 4
"""Of so many articles one is read to begin with."""
BLIND_STEP = 4
"""Of so many examples one is fitted on a second time as if no network knew anything: not every tagger has one."""
SILENT = "network: silent"
HELD = 4
"""Descriptions with a noun at least that say something of it, and of so many the mean counts beside them."""


def names_of(given: Sequence[Example]) -> list[str]:
    """The names of all features of some examples."""
    found = {SILENT, OWN_NOUN}.union(*(e.names for e in given))
    return sorted(name for name in found if not name.startswith(NOUN))


def own_nouns(given: Sequence[Example]) -> dict[str, float]:
    """Of each noun, how often a mention with it means nobody named; rare ones are held near their kind's mean."""
    seen, own = Counter[str](), Counter[str]()
    for example in given:
        if UNDER_OWN_WORDS in example.names:
            column = example.names.index(UNDER_OWN_WORDS)
            nobody = (example.right & (example.rows[:, column] > 0)).any()
        else:
            nobody = example.right[-1]
        noun = example.noun.removeprefix(NOUN)
        kind = WITH_NAME if noun.endswith(WITH_NAME) else ""
        for key in {noun, kind} if noun else set[str]():
            seen[key] += 1
            own[key] += bool(nobody)
    mean = {kind: own[kind] / max(seen[kind], 1) for kind in ("", WITH_NAME)}
    shares = {
        noun: round((own[noun] + HELD * mean[kind]) / (seen[noun] + HELD), 3)
        for noun in sorted(seen)
        for kind in [WITH_NAME if noun.endswith(WITH_NAME) else ""]
        if seen[noun] >= HELD and noun not in mean
    }
    return {kind: round(share, 3) for kind, share in mean.items()} | shares


def with_nouns(given: Sequence[Example]) -> list[Example]:
    """The examples with :data:`OWN_NOUN`, each by the articles of the other folds."""
    tables = [own_nouns([e for e in given if e.fold != fold]) for fold in range(FOLDS)]
    return [with_noun(e, tables[e.fold]) for e in given]


def with_noun(example: Example, nouns: Mapping[str, float]) -> Example:
    """An example with what a table says of its noun."""
    if not example.noun:
        return example
    column = np.full((len(example.rows), 1), share_of(nouns, example.noun), dtype=np.float32)
    return replace(example, names=(*example.names, OWN_NOUN), rows=np.hstack([example.rows, column]))


def matrix(given: Sequence[Example], names: Sequence[str]) -> NDArray[np.float32]:
    """The rows of some examples, a column for each name."""
    columns = {name: at for at, name in enumerate(names)}
    found = np.zeros((sum(len(e.rows) for e in given), len(names)), dtype=np.float32)
    start = 0
    for example in given:
        known = [at for at, name in enumerate(example.names) if name in columns]
        places = [columns[example.names[at]] for at in known]
        found[start : start + len(example.rows), places] = example.rows[:, known]
        start += len(example.rows)
    return found


def fit(given: Sequence[Example], names: Sequence[str]) -> list[lightgbm.Booster]:
    """:data:`FITS` times trees for a softmax over each mention's rows; several that are right share the example."""
    blind = given[::BLIND_STEP]
    unseen = matrix(blind, names)
    unseen[:, [at for at, name in enumerate(names) if name.startswith("network: ")]] = 0.0
    unseen[:, names.index(SILENT)] = 1.0
    x = np.concatenate([matrix(given, names), unseen])
    whole = [*given, *blind]
    right = np.concatenate([e.right for e in whole])
    group = np.repeat(np.arange(len(whole)), [len(e.rows) for e in whole])
    starts = np.flatnonzero(np.diff(group, prepend=-1))

    def gradient(scores: Numbers, _: object) -> tuple[Numbers, Numbers]:
        p = np.exp(scores - np.maximum.reduceat(scores, starts)[group])
        p /= np.add.reduceat(p, starts)[group]
        held = np.where(right, p, 0.0)
        return p - held / np.add.reduceat(held, starts)[group], np.maximum(p * (1 - p), 1e-6)

    data = lightgbm.Dataset(x, np.zeros(len(x)), params={k: PARAMETERS[k] for k in ("max_bin", "verbose")})
    return [
        lightgbm.train(PARAMETERS | {"objective": gradient, "seed": seed}, data, TREES)
        for seed in range(FITS)
    ]


def table(boosters: Sequence[lightgbm.Booster], names: Sequence[str]) -> dict[str, list[Any]]:
    """The trees of some fits, whose mean is taken, in the form of :class:`Trees`."""
    found: dict[str, list[Any]] = {
        "features": list(names),
        "feature": [],
        "threshold": [],
        "kept": [],
        "value": [],
    }
    for tree in (tree for booster in boosters for tree in booster.dump_model()["tree_info"]):
        values: list[float] = []
        tests = list(_tests(tree["tree_structure"], values))
        spare = LEAVES - 1 - len(tests)
        found["feature"] += [at for at, _, _ in tests] + [0] * spare
        found["threshold"] += [float(f"{least:.9g}") for _, least, _ in tests] + [1e9] * spare
        found["kept"] += [kept for _, _, kept in tests] + [0] * spare
        means = [round(v / len(boosters), 5) for v in values]
        found["value"].append(means + [0.0] * (LEAVES - len(values)))
    return found


def _tests(node: dict[str, Any], values: list[float]) -> Iterator[tuple[int, float, int]]:
    """Each test below a node: feature, threshold, and the bits of the leaves that are left where it fails."""
    if "leaf_value" in node:
        values.append(node["leaf_value"])
        return
    first = len(values)
    yield from _tests(node["left_child"], values)
    out = sum(1 << leaf for leaf in range(first, len(values)))
    yield node["split_feature"], node["threshold"], (1 << LEAVES) - 1 - out
    yield from _tests(node["right_child"], values)


def cross_validated(given: Sequence[Example]) -> dict[str, tuple[float, float, int]]:
    """By kind, how often the likeliest row is right, the error of its probability (ten bins), and of how many."""
    names = names_of(given)
    said: dict[str, list[tuple[float, bool]]] = {}
    for fold in range(FOLDS):
        rest = [e for e in given if e.fold != fold]
        boosters = fit(with_nouns(rest), names)
        nouns = own_nouns(rest)
        asked = [with_noun(e, nouns) for e in given if e.fold == fold]
        rows = matrix(asked, names)
        scores = np.mean([np.asarray(b.predict(rows, raw_score=True)) for b in boosters], axis=0)
        ends = np.cumsum([len(e.rows) for e in asked])
        for example, own in zip(asked, np.split(scores, ends[:-1]), strict=True):
            p = np.exp(own - own.max())
            p /= p.sum()
            said.setdefault(example.kind, []).append((float(p.max()), bool(example.right[p.argmax()])))
    found = {}
    for kind, pairs in sorted(said.items()):
        p, y = np.array([x for x, _ in pairs]), np.array([float(r) for _, r in pairs])
        found[kind] = 100 * float(y.mean()), calibration_error(p, y), len(y)
    return found


def fitted(given: Sequence[Example]) -> dict[str, Any]:
    """The trees that some examples fit."""
    names = names_of(given)
    return table(fit(with_nouns(given), names), names) | {"nouns": own_nouns(given)}


def written(trees: Mapping[str, Any]) -> str:
    """The trees as JSON, a line for each of their parts."""
    parts = (f"{json.dumps(name)}: {json.dumps(part, separators=(',', ':'))}" for name, part in trees.items())
    return "{" + ",\n ".join(parts) + "}\n"


def main() -> None:
    """Fit, cross-validate, print, and write where asked to."""
    need(TRAIN, UNLABELLED, DEV, SPEAKERS, GAP)
    trees = Trees(fitted(examples(First(), step=FIRST_STEP)))
    given = examples(trees) + ambiguous_pronouns(trees)
    if "--write" in sys.argv[1:]:
        TARGET.write_text(written(fitted(given)), "utf-8")
    for kind, (share, error, number) in cross_validated(given).items():
        none = sum(bool(e.right[-1]) for e in given if e.kind == kind)
        print(
            f"{kind}: {number} mentions, {none} of nobody among the candidates; right {share:.1f} %, "
            f"calibration error {error:.3f}"
        )


if __name__ == "__main__":
    main()
