"""How likely one tag follows another: scores, trained with the network, that count when the best path is sought."""

import json
from enum import IntEnum
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float64]

TAGS: Final = 7
"""Outside, and for each of the three roles a tag where its span begins and one inside."""

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


def load_transitions(folder: Path) -> FloatArray:
    """The scores in a folder's ``transitions.json``.

    ``[place, a, b]`` is added where tag b follows tag a at a :class:`Place`; a span's inside follows only its own span.
    """
    table = json.loads((folder / "transitions.json").read_text("utf-8"))
    trained = [[_FORBIDDEN if score is None else score for score in row] for row in table["scores"]]
    scores = np.stack([np.array(trained, dtype=np.float64)] * len(Place))
    scores[Place.OPENING][:, _INSIDE_MENTION_OR_CUE] = _FORBIDDEN
    scores[Place.QUOTED][_CONTENT, :6] += _HELD
    scores[Place.QUOTED][:5, 5] += _HELD
    return scores


ALLOWED_START: Final = np.array([_FORBIDDEN if tag in _INSIDE else 0.0 for tag in range(TAGS)])
"""Added to the first word's scores: no text starts inside a span."""
