"""One root for the words of a family that have different stems: "sought" and "seek", "decision" and "decide"."""

from functools import lru_cache
from typing import Final

from claims.lexicons import rows
from claims.text.canonical import stem

_FAMILIES: Final = {word: base for base, *others in rows("word_families.families") for word in others}


@lru_cache(maxsize=131_072)
def root(word: str) -> str:
    """The stem of the word that stands for a canonical word's family; of a word of none its own."""
    return stem(_FAMILIES.get(word, word))
