"""The best path of tags through the network's scores: transition scores, trained with the network, and Viterbi."""

import json
import math
from enum import IntEnum
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from claims.extraction.features import IntArray

FloatArray = NDArray[np.float64]

TAGS: Final = 7
"""Outside, and for each of the three roles a tag where its span begins and one inside."""

_FORBIDDEN = -1e9
_INSIDE = (2, 4, 6)
_INSIDE_MENTION_OR_CUE = (2, 4)
_CONTENT = (5, 6)
_HELD = -50.0
"""Added where content would begin or end within a quotation."""


class Position(IntEnum):
    """Where a word stands, as far as that bears on which tags may follow each other."""

    ANYWHERE = 0
    OPENING = 1
    """It opens a paragraph: no mention and no cue goes on from the one before."""
    QUOTED = 2
    """It lies in a closed quotation, behind its first mark: content neither begins nor ends before it."""


def load_transitions(folder: Path) -> FloatArray:
    """The scores in a folder's ``transitions.json``.

    ``[position, a, b]`` is added where tag b follows tag a at a :class:`Position`; the tag inside a span follows only a
    tag of that span.
    """
    table = json.loads((folder / "transitions.json").read_text("utf-8"))
    trained = [[_FORBIDDEN if score is None else score for score in row] for row in table["scores"]]
    scores = np.stack([np.array(trained, dtype=np.float64)] * len(Position))
    scores[Position.OPENING][:, _INSIDE_MENTION_OR_CUE] = _FORBIDDEN
    scores[Position.QUOTED][_CONTENT, :6] += _HELD
    scores[Position.QUOTED][:5, 5] += _HELD
    return scores


ALLOWED_START: Final = np.array([_FORBIDDEN if tag in _INSIDE else 0.0 for tag in range(TAGS)])
"""Added to the first word's scores: no text starts inside a span."""


def viterbi(tags: FloatArray, transitions: FloatArray) -> IntArray:
    """The best path of tags (Viterbi 1967).

    ``tags`` has a row of log-probabilities a word, ``transitions`` a table a word: what it adds to come to it from
    each tag (row) to each tag (column).
    """
    if not len(tags):
        return np.zeros(0, dtype=np.int64)
    best = _best_scores(tags, transitions)
    came_from = (best[:-1, :, None] + transitions[1:]).argmax(axis=1).tolist()
    path = [int(best[-1].argmax())]
    for step in reversed(came_from):
        path.append(step[path[-1]])
    return np.array(path[::-1])


def _best_scores(tags: FloatArray, transitions: FloatArray) -> FloatArray:
    """The score of the best path to each word that ends with each tag.

    Words go through in chunks, all at once: what each chunk makes of every tag before it is computed without knowing
    the one before, then chunk for chunk which it is, then the scores inside (max-plus algebra is associative).
    """
    size = math.isqrt(len(tags) - 1) + 1
    chunks = -(-len(tags) // size)
    by_word = np.full((chunks * size, TAGS, TAGS), _FORBIDDEN)
    by_word[: len(tags)] = transitions + tags[:, None, :]
    by_word[0] = tags[0] + ALLOWED_START
    # By place in the chunk, the tag before, the chunk, the tag: the greatest is taken over the first axis, the fastest.
    steps = np.ascontiguousarray(by_word.reshape(chunks, size, TAGS, TAGS).transpose(1, 2, 0, 3))
    through = steps[0]  # the first tag before, the chunk, the last tag
    for step in steps[1:]:
        through = np.maximum.reduce(through.transpose(2, 1, 0)[..., None] + step[:, :, None], axis=0)
        through = through.transpose(1, 0, 2)
    before = np.zeros((TAGS, chunks))
    for chunk in range(1, chunks):
        before[:, chunk] = np.maximum.reduce(before[:, chunk - 1, None] + through[:, chunk - 1], axis=0)
    best = np.empty((size, chunks, TAGS))
    for step, found in zip(steps, best, strict=True):
        np.maximum.reduce(before[..., None] + step, axis=0, out=found)
        before = found.T
    return best.transpose(1, 0, 2).reshape(-1, TAGS)[: len(tags)]


def sticky_path(scores: FloatArray, costs: FloatArray) -> list[int]:
    """The best column for each row, where changing the column from the row before costs ``costs`` of the row."""
    tops = scores.argmax(axis=1)
    if (tops == tops[0]).all():
        return [int(tops[0])] * len(tops)
    best = scores[0].copy()
    stays = np.arange(scores.shape[1])
    came_from = []
    for row, cost in zip(scores[1:], costs[1:], strict=True):
        top = int(best.argmax())
        keep = best >= best[top] - cost
        came_from.append(np.where(keep, stays, top))
        best = np.where(keep, best, best[top] - cost) + row
    path = [int(best.argmax())]
    for step in reversed(came_from):
        path.append(int(step[path[-1]]))
    return path[::-1]
