"""How likely one tag follows another: scores added to the network's own when the best path is sought."""

import json
from importlib.resources import files
from typing import Final

import numpy as np

_FORBIDDEN = -1e9
_INSIDE = (2, 4, 6)

WEIGHT: Final = 0.5
"""How much the mutual information counts beside the network, tuned on PolNeAR dev."""


def _transitions() -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    table = json.loads((files("claims.extraction") / "weights" / "transitions.json").read_text("utf-8"))
    scores = WEIGHT * np.array(table["pointwise_mutual_information"])
    for inside in _INSIDE:
        scores[[tag for tag in range(7) if tag not in (inside - 1, inside)], inside] = _FORBIDDEN
    return scores


TRANSITIONS: Final = _transitions()
"""``TRANSITIONS[a, b]`` is added where tag b follows tag a; a span's inside follows only its own span."""

ALLOWED_START: Final = np.array([_FORBIDDEN if tag in _INSIDE else 0.0 for tag in range(7)])
"""Added to the first word's scores: no text starts inside a span."""
