"""The words of an article as the tagger counts them: where they stand, and what stands between them."""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from claims.extraction.features import Case, Features, IntArray, Quote
from claims.extraction.layout import Layout
from claims.extraction.pieces import Piece
from claims.extraction.transitions import Place
from claims.records import Article, Span


class Words:
    """An article's words; pieces and rows are indexes of words, offsets are those of the article."""

    def __init__(self, article: Article, layout: Layout, features: Features):
        self.text = article.text
        self._article, self._features = article, features
        self._first = features.words[:-1]
        self._starts = features.starts[self._first]
        self._ends = features.ends[features.words[1:] - 1]
        self._paragraph = np.cumsum(features.opens)
        self.places = self._places(layout)
        """The :class:`Place` of each word."""
        last = np.flatnonzero(np.append(features.opens, True))[1:] - 1
        self._lead_on = frozenset(int(self._paragraph[w]) for w in last if self.word(int(w)) == ":")

    def _places(self, layout: Layout) -> IntArray:
        places = np.where(self._features.opens, Place.OPENING, Place.ANYWHERE)
        for quotation in layout.quoted:
            if quotation.closed:
                first, behind = self.within(quotation.start, quotation.end)
                places[first + 1 : behind] = Place.QUOTED
        return places

    def within(self, start: int, end: int) -> tuple[int, int]:
        """The words that begin from one offset to another; end exclusive."""
        first, behind = np.searchsorted(self._starts, (start, end))
        return int(first), int(behind)

    def start(self, piece: Piece) -> int:
        """The offset where a piece starts."""
        return int(self._starts[piece.start])

    def end(self, piece: Piece) -> int:
        """The offset behind a piece."""
        return int(self._ends[piece.end - 1])

    def word(self, row: int) -> str:
        """One word."""
        return self.text[self._starts[row] : self._ends[row]]

    def spans(self, chosen: Iterable[Piece]) -> tuple[Span, ...]:
        """The spans of some pieces."""
        return tuple(self._article.span(self.start(p), self.end(p)) for p in chosen)

    def are_marks(self, rows: IntArray | slice) -> NDArray[np.bool_]:
        """Which words are marks of punctuation."""
        marks: NDArray[np.bool_] = self._features.case[self._first[rows]] == Case.MARK
        return marks

    def same_paragraph(self, first: int, second: int) -> bool:
        """Whether two words stand in one paragraph."""
        return bool(self._paragraph[first] == self._paragraph[second])

    def leads_on(self, row: int) -> bool:
        """Whether a word's paragraph ends with a colon, and so may have its content in the next one."""
        return int(self._paragraph[row]) in self._lead_on

    def is_quoted(self, row: int) -> bool:
        """Whether a word stands in quotation marks, or is one."""
        return bool(self._features.quote[self._first[row]] != Quote.OUTSIDE)
