"""The words of a text with their places, in a form that typography, case and line breaks do not change."""

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
class WordTokens:
    """The word tokens of a text, in order; typography, case, invisible characters and line breaks are normalised.

    ``keys`` are the tokens as they are compared; ``starts`` and ``ends`` their offsets in the text, end exclusive.
    """

    keys: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> Self:
        """The word tokens of a text."""
        found = list(_WORD.finditer(text))
        keys = tuple(_key(m[0]) for m in found)
        return cls(keys, tuple(m.start() for m in found), tuple(m.end() for m in found))

    def within(self, start: int, end: int) -> range:
        """The indices of the tokens that overlap the text from offset ``start`` to ``end``."""
        return range(bisect_right(self.ends, start), bisect_left(self.starts, end))


def _key(word: str) -> str:
    return word.casefold() if word.isascii() else plain(word.translate(_DROP_INVISIBLE)).casefold()
