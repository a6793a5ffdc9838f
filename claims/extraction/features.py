"""What the tagger sees of a text: wordpieces with the case, quotation and paragraph state of their words."""

from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

IntArray = NDArray[np.int64]

_MARKS: Final = frozenset({'"', "“", "”"})
_REMEMBERED: Final = 2_048  # different words, most of those of an article and the usual ones


class Case(IntEnum):
    """The shape of a word; the encoder's vocabulary is lower-case."""

    MARK = 0
    LOWER = 1
    CAPITALISED = 2
    UPPER = 3
    OTHER = 4
    FIGURE = 5
    INITIAL = 6


class Quote(IntEnum):
    """Where a word stands towards double quotation marks; a new paragraph starts outside."""

    OUTSIDE = 0
    INSIDE = 1
    MARK = 2


class Edge(IntEnum):
    """Whether a wordpiece belongs to the first word of a paragraph or is the last one of it."""

    WITHIN = 0
    FIRST = 1
    LAST = 2


@dataclass(frozen=True, slots=True)
class Features:
    """A text as arrays, a row a wordpiece, except ``words`` and ``opens``, a row a word.

    ``starts`` and ``ends`` are offsets into the text, in code points. ``words`` holds the index of each word's
    first wordpiece, and the number of wordpieces at its end; ``opens`` says which words open a paragraph. ``ids`` are
    the wordpieces' numbers in the vocabulary; ``case``, ``quote`` and ``paragraph`` are states of the word that each is
    of: its letters' case, a :class:`Quote` and an :class:`Edge`.
    """

    ids: IntArray
    case: IntArray
    quote: IntArray
    paragraph: IntArray
    starts: IntArray
    ends: IntArray
    words: IntArray
    opens: NDArray[np.bool_]


def featurise(tokenizer: Tokenizer, text: str) -> Features:
    """The features of a text in which a line feed ends a paragraph."""
    encoding = tokenizer.encode(text, add_special_tokens=False)
    offsets = np.array(encoding.offsets, dtype=np.int64).reshape(-1, 2)
    word_of = np.array(encoding.word_ids, dtype=np.int64)
    pieces = len(word_of)
    first = np.flatnonzero(np.diff(word_of, prepend=-1)) if pieces else np.zeros(0, dtype=np.int64)
    words = np.append(first, pieces)
    case, quote, opens = _word_states(text, offsets[first, 0], offsets[words[1:] - 1, 1])
    pieces_of_word = np.diff(words)
    edge = np.repeat(np.where(opens, Edge.FIRST, Edge.WITHIN), pieces_of_word)
    edge[first[opens][1:] - 1] = Edge.LAST
    return Features(
        ids=np.array(encoding.ids, dtype=np.int64),
        case=np.repeat(case, pieces_of_word),
        quote=np.repeat(quote, pieces_of_word),
        paragraph=edge,
        starts=offsets[:, 0].copy(),
        ends=offsets[:, 1].copy(),
        words=words,
        opens=opens,
    )


def _word_states(text: str, starts: IntArray, ends: IntArray) -> tuple[IntArray, IntArray, NDArray[np.bool_]]:
    """Case, quotation state, and whether it opens a paragraph, of each word."""
    case, quote, opens = list[int](), list[int](), list[bool]()
    mark, inner, outer = map(int, (Quote.MARK, Quote.INSIDE, Quote.OUTSIDE))
    inside = False
    behind = 0
    for start, end in zip(starts.tolist(), ends.tolist(), strict=True):
        word = text[start:end]
        first = not opens or (behind < start and "\n" in text[behind:start])
        inside = inside and not first
        if word in _MARKS:
            inside = word == "“" or (word == '"' and not inside)
            quote.append(mark)
        else:
            quote.append(inner if inside else outer)
        opens.append(first)
        case.append(_case(word))
        behind = end
    return np.array(case, dtype=np.int64), np.array(quote, dtype=np.int64), np.array(opens, dtype=np.bool_)


@lru_cache(maxsize=_REMEMBERED)
def _case(word: str) -> int:
    if word[0].isdigit():
        return int(Case.FIGURE)
    if word.islower():
        return int(Case.LOWER)
    if not any(c.isalnum() for c in word):
        return int(Case.MARK)
    if word.isupper():
        return int(Case.INITIAL if len(word) == 1 else Case.UPPER)
    if word[0].isupper() and word[1:].islower():
        return int(Case.CAPITALISED)
    return int(Case.OTHER)
