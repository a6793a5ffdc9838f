"""Runs of words with one role, as the best path of tags has them."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

import numpy as np

from claims.extraction.features import IntArray


class Role(IntEnum):
    """The three roles of an attribution; the tag of role r is 1 + 2r where a span begins, 2 + 2r inside."""

    MENTION = 0
    CUE = 1
    CONTENT = 2

    @property
    def begins(self) -> int:
        """The tag of a word that begins a span of this role."""
        return 1 + 2 * self

    @property
    def inside(self) -> int:
        """The tag of every other word of the span."""
        return 2 + 2 * self


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words with one role; indexes into the article's words, end exclusive."""

    role: Role
    start: int
    end: int

    @property
    def rows(self) -> IntArray:
        """The indexes of its words."""
        return np.arange(self.start, self.end)


def pieces(tags: IntArray) -> Iterator[Piece]:
    """The spans of a path of BIO tags, in order."""
    start = 0
    while start < len(tags):
        end = start + 1
        if tags[start]:
            role = Role((int(tags[start]) - 1) // 2)
            while end < len(tags) and tags[end] == role.inside:
                end += 1
            yield Piece(role, start, end)
        start = end


def tag(tags: IntArray, start: int, end: int, role: Role | None) -> None:
    """Give the words from ``start`` to ``end`` a role, or none; what is left of a span behind them begins anew."""
    if end < len(tags) and tags[end] and tags[end] % 2 == 0:
        tags[end] -= 1
    tags[start:end] = 0 if role is None else role.inside
    if role is not None and start < end:
        tags[start] = role.begins
