"""How likely one tag follows another: scores, trained with the network, that count when the best path is sought."""

import json
from enum import IntEnum
from importlib.resources import files
from typing import Final

import numpy as np

from claims.extraction.tagger import FloatArray

_FORBIDDEN = -1e9
_INSIDE = (2, 4, 6)
_INSIDE_MENTION_OR_CUE = (2, 4)
_CONTENT = (5, 6)
_HELD = -50.0


class Place(IntEnum):
    """Where a word stands, as far as it bears on what may follow what."""

    ANYWHERE = 0
    OPENING = 1
    """It opens a paragraph: no mention and no cue goes on from the one before."""
    QUOTED = 2
    """It lies in a closed quotation, behind its first mark: content neither begins nor ends before it."""


def _transitions() -> FloatArray:
    table = json.loads((files("claims.extraction") / "weights" / "transitions.json").read_text("utf-8"))
    scores = [[_FORBIDDEN if score is None else score for score in row] for row in table["scores"]]
    return np.array(scores, dtype=np.float64)


TRANSITIONS: Final = np.stack([_transitions()] * len(Place))
"""``TRANSITIONS[place, a, b]`` is added where tag b follows tag a; a span's inside follows only its own span."""
TRANSITIONS[Place.OPENING][:, _INSIDE_MENTION_OR_CUE] = _FORBIDDEN
TRANSITIONS[Place.QUOTED][_CONTENT, :6] += _HELD
TRANSITIONS[Place.QUOTED][:5, 5] += _HELD

ALLOWED_START: Final = np.array([_FORBIDDEN if tag in _INSIDE else 0.0 for tag in range(7)])
"""Added to the first word's scores: no text starts inside a span."""
