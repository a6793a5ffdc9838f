"""Cutting a text into overlapping windows that the tagger can read, and saying which window decides where."""

from typing import NamedTuple


class Window(NamedTuple):
    """Wordpieces ``start`` to ``end`` are read; those from ``own_start`` to ``own_end`` are decided here."""

    start: int
    end: int
    own_start: int
    own_end: int


def windows(pieces: int, size: int, stride: int) -> list[Window]:
    """Windows of at most ``size`` wordpieces, ``stride`` apart; each piece is owned by exactly one.

    The border between two windows' own parts lies in the middle of their overlap.
    """
    if pieces == 0:
        return []
    starts = [0]
    while starts[-1] + size < pieces:
        starts.append(min(starts[-1] + stride, pieces - size))
    ends = [min(start + size, pieces) for start in starts]
    borders = [0, *((end + start) // 2 for end, start in zip(ends, starts[1:], strict=False)), pieces]
    return [
        Window(start, end, own_start, own_end)
        for start, end, own_start, own_end in zip(starts, ends, borders, borders[1:], strict=False)
    ]
