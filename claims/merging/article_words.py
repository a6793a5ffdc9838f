"""The words of an article, read once for all that merging asks of them: what it mentions, which story it tells."""

import math
import re
import struct
from collections.abc import Iterable
from functools import lru_cache
from itertools import islice
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
"""So many articles' words are kept, some 5 KB each."""
_LETTERS: Final = re.compile(r"[^\W\d_]{3,}")
_STEM: Final = np.dtype([("number", "<u8"), ("square", "<u2")])
_packed: Final = struct.Struct("<QH").pack
"""A stem's number and the square of its rarity, as of ``_STEM``."""


class ArticleVocabulary(NamedTuple):
    """What is asked of the words of an article.

    ``spaces``: how many spaces its text has. ``mentioned``: its different words as names are compared, one space before
    and after each; numbers are as written. ``stems``: the numbers of the stems of words with three letters and more,
    ascending; ``squares``: beside each, the square of how rare it is; ``length``: the root of their sum.
    """

    spaces: int
    mentioned: str
    stems: NDArray[np.uint64]
    squares: NDArray[np.uint16]
    length: float


@lru_cache(maxsize=_KEPT)
def article_words(text: str) -> ArticleVocabulary:
    """The words of an article's text."""
    spoken = plain(text)
    named = written = list(map(_read, dict.fromkeys(lower_case_words(spoken))))
    if may_have_initials(spoken):  # the story was fitted on countries as they are written
        written = list(map(_read, dict.fromkeys(words_as_written(spoken))))
    found = np.frombuffer(b"".join([stem for _, stem in written]), dtype=_STEM)
    stems, places = np.unique(found["number"], return_index=True)
    squares = found["square"][places]
    return ArticleVocabulary(
        text.count(" "),
        f" {' '.join([name for name, _ in named])} ",
        stems,
        squares,
        math.sqrt(np.add.reduce(squares, dtype=np.int64)),
    )


def read_ahead(texts: Iterable[str]) -> None:
    """Read as many of the articles as are kept, once for all processes that are started then."""
    for text in islice(dict.fromkeys(texts), _KEPT):
        article_words(text)


@lru_cache(maxsize=65_536)
def _read(word: str) -> tuple[str, bytes]:
    """A word as a name, and its stem's number and square of rarity, packed; nothing of a word that is too short."""
    name, letters = one_place_name(one_spelling(word)), _LETTERS.search(word)
    if not letters:
        return name, b""
    root = rarity_stem(letters[0])
    return name, _packed(root_number(root), rarity_level(root) ** 2)


def story_shared(one: str, other: str) -> float:
    """How much of one story two texts tell: the cosine (0 to 1) of their words, each as heavy as it is rare."""
    a, b = article_words(one), article_words(other)
    if not len(a.stems):
        return 0.0
    places = a.stems.searchsorted(b.stems)
    shared = int(np.add.reduce(b.squares[a.stems.take(places, mode="clip") == b.stems], dtype=np.int64))
    return shared / (a.length * b.length) if shared else 0.0
