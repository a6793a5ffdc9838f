"""How high a row must be to show its text: programs do not work that out for rows that another has written."""

import math
import unicodedata
from collections.abc import Iterable
from typing import Final

_LETTER: Final = 0.92
"""Width of a letter of running text against a digit, which is the unit of column widths; generous."""
_CAPITAL: Final = 1.3
_WIDE: Final = 2.0
_MOST: Final = 409.0
"""The highest row that Excel knows, in points."""


Box = tuple[str, float, float]
"""A cell's text, its column's width in digits and its font's size in points."""


def row_height(boxes: Iterable[Box], least: float = 0.0) -> float:
    """The height in points at which every cell of a row shows its whole text, and at least ``least``."""
    tallest = max(
        (lines(text, width * 10 / size) * size * 1.32 for text, width, size in boxes if text), default=0.0
    )
    return min(_MOST, max(least, round(tallest + 6, 1)))


def lines(text: str, width: float) -> int:
    """How many lines a text takes when it is wrapped at words to ``width`` digits of its own size."""
    room = width - 2.5  # a cell keeps some space at both sides, and looks indent their text
    if len(text) * _WIDE <= room and "\n" not in text:
        return 1
    count = 0
    for line in text.split("\n"):
        used = 0.0
        count += 1
        for word in line.split(" "):
            length = _width(word)
            if used and used + length > room:
                count += 1
                used = 0.0
            if length > room:
                count += math.ceil(length / room) - 1
                length %= room
            used += length + 0.55
    return count


def _width(word: str) -> float:
    if word.isascii():
        return len(word) * (_CAPITAL if word.isupper() else _LETTER)
    return sum(_WIDE if unicodedata.east_asian_width(c) in "WF" else _LETTER for c in word)
