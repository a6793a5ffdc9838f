"""The words of an article, read once for all that merging asks of them: what it mentions, which story it tells."""

import math
import re
import struct
from functools import lru_cache
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from claims.merging.blocking import root_number
from claims.text.canonical import lower_case_words, may_have_initials, words_as_written
from claims.text.normalisation import plain
from claims.text.slots import one_place_name
from claims.text.spelling_variants import one_spelling
from claims.text.word_rarity import rarity_level, rarity_stem

_KEPT: Final = 2_048
"""So many articles' words are kept, some 5 KB each, and of so many pairs how much they share."""
_LETTERS: Final = re.compile(r"[^\W\d_]{3,}")
_packed: Final = struct.Struct("<Q").pack
_SQUARE: Final = 16
"""So many bits of a stem's number are the square of how rare it is."""
_OF_SQUARE: Final = np.uint64((1 << _SQUARE) - 1)
_BITS: Final = (1 << 64) - 1


class ArticleVocabulary(NamedTuple):
    """What is asked of the words of an article.

    ``spaces``: how many spaces its text has. ``mentioned``: its different words as names are compared, one space before
    and after each; numbers are as written. ``stems``: the numbers of the stems of words with three letters and more,
    ascending, the last bits of each the square of how rare it is; ``length``: the root of the sum of these.
    """

    spaces: int
    mentioned: str
    stems: NDArray[np.uint64]
    length: float


@lru_cache(maxsize=_KEPT)
def article_words(text: str) -> ArticleVocabulary:
    """The words of an article's text."""
    spoken = plain(text)
    named = written = {word: _read(word) for word in lower_case_words(spoken)}
    if may_have_initials(spoken):  # the story was fitted on countries as they are written
        written = {word: named.get(word) or _read(word) for word in words_as_written(spoken)}
    stems = np.sort(np.frombuffer(b"".join({stem for _, stem in written.values()}), dtype=np.uint64))
    return ArticleVocabulary(
        text.count(" "),
        f" {' '.join([name for name, _ in named.values()])} ",
        stems,
        math.sqrt(_sum_of_squares(stems)),
    )


@lru_cache(maxsize=65_536)
def _read(word: str) -> tuple[str, bytes]:
    """A word as a name, and the number of its stem, packed; nothing of a word that is too short."""
    name, letters = one_place_name(one_spelling(word)), _LETTERS.search(word)
    if not letters:
        return name, b""
    root = rarity_stem(letters[0])
    return name, _packed(root_number(root) << _SQUARE & _BITS | rarity_level(root) ** 2)


@lru_cache(maxsize=_KEPT)  # two that tell one story have many claims in common
def story_shared(one: str, other: str) -> float:
    """How much of one story two texts tell: the cosine (0 to 1) of their words, each as heavy as it is rare."""
    a, b = article_words(one), article_words(other)
    both = np.concatenate((a.stems, b.stems))
    both.sort(kind="stable")  # which only merges two that are in order
    shared = _sum_of_squares(both[1:][both[1:] == both[:-1]])
    return shared / (a.length * b.length) if shared else 0.0


def _sum_of_squares(stems: NDArray[np.uint64]) -> int:
    """How rare some stems are, squared and added up."""
    return int(np.add.reduce(stems & _OF_SQUARE))
