"""A text as words with their places, in a form in which typography, case and line breaks are no difference."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import Final, Self

from claims.text.normalisation import plain

_INVISIBLE: Final = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_LETTER: Final = rf"[^\W_]|[\u0300-\u036f{_INVISIBLE}]"
_WORD: Final = re.compile(rf"[^\W_](?:{_LETTER})*(?:[.,:/]\d+)*(?:['’ʼ‘´`](?:{_LETTER})+)?")
_DROP_INVISIBLE: Final = str.maketrans(dict.fromkeys(_INVISIBLE))


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text in order: ``keys`` to compare, and where each starts and ends in the text."""

    keys: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> Self:
        """The words of a text."""
        found = list(_WORD.finditer(text))
        keys = tuple(_key(m[0]) for m in found)
        return cls(keys, tuple(m.start() for m in found), tuple(m.end() for m in found))

    def within(self, start: int, end: int) -> range:
        """Indices of the words that the stretch from ``start`` to ``end`` touches."""
        return range(bisect_right(self.ends, start), bisect_left(self.starts, end))


def _key(word: str) -> str:
    return word.casefold() if word.isascii() else plain(word.translate(_DROP_INVISIBLE)).casefold()
