"""Merging on labels that nothing was fitted to: ``held_out.py pairs``.

``pairs``: 1,668 pairs of claims from two real articles on one event each (``training/pairs.py``), of which a fifth are
duplicates. They were labelled by large language models that read them one by one. Prints F1, precision and recall at a
probability of one half, and the calibration error.
"""

import sys
from collections.abc import Sequence

import numpy as np
from corpora import UNLABELLED, need, read
from fit_pairs import f1
from numpy.typing import NDArray
from pairs import claim_of, document
from reliability import calibration_error

from claims.merging.comparing import compare_profiles
from claims.merging.profiles import Profile
from training.pairs import annotated_pairs


def duplicates() -> None:
    """Measure merging and print."""
    pairs, articles = annotated_pairs(read(UNLABELLED))
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
    {"pairs": duplicates}.get(" ".join(sys.argv[1:]), lambda: sys.exit(__doc__))()
