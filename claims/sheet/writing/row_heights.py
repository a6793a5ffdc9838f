"""How high a row must be to show its text: programs do not work that out for rows that another has written."""

import math
import re
import unicodedata
from functools import cache
from typing import Final

_LETTER: Final = 0.92
"""Width of a letter of running text against a digit, which is the unit of column widths; generous."""
_CAPITAL: Final = 1.3
_WIDE: Final = 2.0
_MOST: Final = 409.0
"""The highest row that Excel knows, in points."""
_MARGIN: Final = 6.0
_SIDES: Final = 2.5
"""A cell keeps some space at both sides, and looks indent their text; in digits."""
_HAS_WIDE = re.compile(
    "[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\U0001f000-\U0003ffff]"
)


def text_height(text: str, width: float, size: float) -> float:
    """The height in points of a text in letters of ``size`` points, wrapped to a column of ``width`` digits."""
    return lines(text, width * 10 / size) * size * 1.32


def row_height(tallest: float, least: float = 0.0) -> float:
    """The height in points of a row whose highest text has ``tallest``; at least ``least``."""
    return min(_MOST, max(least, round(tallest + _MARGIN, 1)))


def lines(text: str, width: float) -> int:
    """How many lines a text takes when it is wrapped at words to ``width`` digits of its own size."""
    room = width - _SIDES
    if len(text) * _WIDE <= room and "\n" not in text:
        return 1
    if "\n" in text:
        return sum(lines(line, width) for line in text.split("\n"))
    letter = _WIDE if _HAS_WIDE.search(text) else _CAPITAL if text.isupper() else _LETTER
    if letter == _WIDE:
        return math.ceil(sum(_width(c) for c in text) / (room - _WIDE)) or 1
    return max(1, len(_wrapping(max(1, int(room / letter))).findall(text)))


@cache
def _wrapping(letters: int) -> re.Pattern[str]:
    """Finds the lines of a text that is wrapped at words to so many letters; longer words are broken."""
    return re.compile(rf".{{1,{letters}}}(?:\s+|$)|\S{{{letters}}}")


def _width(character: str) -> float:
    return _WIDE if unicodedata.east_asian_width(character) in "WF" else _LETTER
