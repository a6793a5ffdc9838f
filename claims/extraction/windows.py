"""Cutting a text into overlapping windows that the tagger can read, and saying which window decides where."""

from itertools import pairwise
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

_REACH: Final = 0.2
"""How far from an even division a paragraph's beginning may lie to be a border, in window lengths."""


class Window(NamedTuple):
    """Wordpieces ``start`` to ``end`` are read; those from ``own_start`` to ``own_end`` are decided here."""

    start: int
    end: int
    own_start: int
    own_end: int


def windows(pieces: int, opens: NDArray[np.int64], size: int, context: int) -> list[Window]:
    """Windows of at most ``size`` wordpieces; each piece is owned by exactly one.

    There are no more than are needed for each to read ``context`` pieces on both sides of its own, where the text has
    them. The text is divided evenly, at paragraphs' beginnings (``opens``, in order) where some are near.
    """
    borders = [0] if pieces else []
    while borders and borders[-1] < pieces:
        borders.append(_next_border(borders[-1], pieces, opens, size, context))
    return [
        Window(max(0, own_start - context), min(pieces, own_end + context), own_start, own_end)
        for own_start, own_end in pairwise(borders)
    ]


def _next_border(start: int, pieces: int, opens: NDArray[np.int64], size: int, context: int) -> int:
    first = max(0, start - context)
    if pieces - first <= size:
        return pieces
    own = size - 2 * context
    needed = -(-(pieces - first - 2 * context) // own)
    farthest = first + size - context
    nearest = max(start + 1, pieces - context - (needed - 1) * own)
    even = min(start + round((pieces - start) / needed), farthest)
    near = opens[(opens >= nearest) & (opens <= farthest) & (abs(opens - even) <= _REACH * size)]
    return int(near[abs(near - even).argmin()]) if len(near) else even
