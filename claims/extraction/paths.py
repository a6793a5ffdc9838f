"""Searching the best path through scores of words: a tag for each word, or a cue for each word of a content."""

import numpy as np

from claims.extraction.features import IntArray
from claims.extraction.transitions import ALLOWED_START, FloatArray


def viterbi(tags: FloatArray, transitions: FloatArray) -> IntArray:
    """The best path of tags (Viterbi 1967).

    ``tags`` has a row of log-probabilities a word, ``transitions`` a table a word: what it adds to come to it from
    each tag (row) to each tag (column).
    """
    if not len(tags):
        return np.zeros(0, dtype=np.int64)
    best = np.empty(tags.shape)
    best[0] = tags[0] + ALLOWED_START
    step = np.empty(transitions.shape[1:])
    for i in range(1, len(tags)):
        np.add(best[i - 1, :, None], transitions[i], out=step)
        np.add(np.maximum.reduce(step, axis=0), tags[i], out=best[i])
    came_from = (best[:-1, :, None] + transitions[1:]).argmax(axis=1).tolist()
    path = [int(best[-1].argmax())]
    for step in reversed(came_from):
        path.append(step[path[-1]])
    return np.array(path[::-1])


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
