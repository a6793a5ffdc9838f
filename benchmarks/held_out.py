"""Extraction and merging on labels that nothing was fitted to: ``held_out.py articles|pairs``.

``articles``: those of our own annotation that are held back from training and from every fit
(``training/annotations.py``), with the corpora's own scorers. Their readers began from the reading of an earlier
tagger, so that the words' figures are kinder than those of world_dev; who speaks is what they are for.
``pairs``: 858 pairs of claims from two real articles on one event each, of which a quarter are duplicates: the half of
ours (``training/pairs.py``) that is kept for measuring. They were labelled by large language models that read them one
by one. Prints F1, precision and recall at a probability of one half, and the calibration error.
"""

import json
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from antecedent_examples import own_annotation
from corpora import ROOT, UNLABELLED, need, read
from fit_pairs import f1
from gate import SCORER, WHO_SCORER, run
from numpy.typing import NDArray
from pairs import claim_of, document
from reliability import calibration_error

from claims.merging.comparing import compare_profiles
from claims.merging.profiles import Profile
from training.pairs import annotated_pairs, for_fitting


def articles() -> None:
    """Measure extraction end to end, and who speaks with the attributions given, and print the scorers' tables."""
    found = own_annotation(held=True)
    with tempfile.TemporaryDirectory() as folder:
        gold, predicted, resolved = (Path(folder) / f"{n}.jsonl" for n in ("gold", "predicted", "resolved"))
        gold.write_text("".join(json.dumps(doc) + "\n" for doc in found), "utf-8")
        run(ROOT / "benchmarks" / "predict.py", gold, predicted)
        run(ROOT / "benchmarks" / "predict.py", "--given-spans", gold, resolved)
        print(run(SCORER, gold, predicted), run(WHO_SCORER, gold, predicted), sep="\n")
        print("attributions given", run(WHO_SCORER, gold, resolved), sep="\n")


def duplicates() -> None:
    """Measure merging and print."""
    pairs, articles = annotated_pairs(read(UNLABELLED))
    pairs = [pair for pair, fitted in zip(pairs, for_fitting(pairs), strict=True) if not fitted]
    documents = {a["doc"]: document(a["doc"], a["text"], a["attributions"]) for a in articles}
    one, other = (
        [Profile.of(claim_of(documents[p[side]["doc"]], p[side]["attribution"])) for p in pairs]
        for side in "ab"
    )
    found = compare_profiles(one, other)
    _print("duplicates", [c.probability for c in found], [p["label"].startswith("same") for p in pairs])
    conflicts = [p["label"] == "different-figure" for p in pairs]
    flagged = [c.relation == "conflict" for c in found]
    right = sum(f and c for f, c in zip(flagged, conflicts, strict=True))
    print(f"conflicts: {sum(flagged)} flagged, {right} right, of {sum(conflicts)}")


def _print(name: str, probabilities: Sequence[float], labels: Sequence[bool]) -> None:
    p: NDArray[np.float64] = np.array(probabilities)
    same = np.array(labels, dtype=np.float64)
    best, precision, recall = f1(p >= 0.5, same)
    print(
        f"{name}: {len(p):,} pairs, {int(same.sum())} the same: F1 {100 * best:.1f}, precision {100 * precision:.1f}, "
        f"recall {100 * recall:.1f}, calibration error {100 * calibration_error(p, same):.1f} %"
    )


if __name__ == "__main__":
    need(UNLABELLED)
    {"articles": articles, "pairs": duplicates}.get(" ".join(sys.argv[1:]), lambda: sys.exit(__doc__))()
