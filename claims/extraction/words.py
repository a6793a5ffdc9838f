"""The words of an article as the network counts them, and runs of words that have one label."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from claims.extraction.features import Case, Features, IntArray, Quote
from claims.extraction.layout import Layout
from claims.extraction.transitions import Position
from claims.lexicons import word_set
from claims.records import Article, Span

_ARTICLES = word_set("function_words.articles")


class SpanRole(IntEnum):
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

    role: SpanRole
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
            role = SpanRole((int(tags[start]) - 1) // 2)
            while end < len(tags) and tags[end] == role.inside:
                end += 1
            yield Piece(role, start, end)
        start = end


def tag(tags: IntArray, start: int, end: int, role: SpanRole | None) -> None:
    """Give the words from ``start`` to ``end`` a role, or none; what is left of a span behind them begins anew."""
    if end < len(tags) and tags[end] and tags[end] % 2 == 0:
        tags[end] -= 1
    tags[start:end] = 0 if role is None else role.inside
    if role is not None and start < end:
        tags[start] = role.begins


class ArticleWords:
    """An article's words; pieces and rows are indexes of words, offsets are those of the article."""

    def __init__(self, article: Article, layout: Layout, features: Features):
        self.text = article.text
        self._article, self._features = article, features
        self._first = features.words[:-1]
        self._starts = features.starts[self._first]
        self._ends = features.ends[features.words[1:] - 1]
        self._paragraph = np.cumsum(features.opens)
        self.positions = self._positions(layout)
        """The :class:`Position` of each word."""
        last = np.flatnonzero(np.append(features.opens, True))[1:] - 1
        self._lead_on = frozenset(int(self._paragraph[w]) for w in last if self.word(int(w)) == ":")

    def _positions(self, layout: Layout) -> IntArray:
        positions = np.where(self._features.opens, Position.OPENING, Position.ANYWHERE)
        for quotation in layout.quoted:
            if quotation.closed:
                first, behind = self.within(quotation.start, quotation.end)
                positions[first + 1 : behind] = Position.QUOTED
        return positions

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

    def is_article(self, piece: Piece) -> bool:
        """Whether a piece is nothing but "a" or "the", as before a noun for a cue: "a report that"."""
        return self.text[self.start(piece) : self.end(piece)] in _ARTICLES

    def spans(self, chosen: Iterable[Piece]) -> tuple[Span, ...]:
        """The spans of some pieces."""
        return tuple(self._article.span(self.start(p), self.end(p)) for p in chosen)

    def with_dotted_beginning(self, piece: Piece) -> Piece:
        """A piece with the words that its first one is joined to by full stops: "Harbour.info", "U.N."."""
        start = piece.start
        while (
            start > 1
            and self.word(start - 1) == "."
            and self._ends[start - 1] == self._starts[start]
            and self._ends[start - 2] == self._starts[start - 1]
        ):
            start -= 2
        return Piece(piece.role, start, piece.end)

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

    def opens_sentence(self, row: int) -> bool:
        """Whether a word opens a paragraph or stands behind a full stop, with or without a quotation mark."""
        before = row - 1
        if before > 0 and self._features.quote[self._first[before]] == Quote.MARK:
            before -= 1
        return (
            not self.same_paragraph(max(before, 0), row) or row == 0 or self.word(before) in {".", "!", "?"}
        )

    def leads_to_a_cue(self, end: int) -> bool:
        """Whether a quotation ends before a place, but not its sentence: with a comma, or with small letters behind."""
        if end < 2 or self._features.quote[self._first[end - 1]] != Quote.MARK:
            return False
        mark = self.word(end - 2)
        return mark == "," or (mark in {"?", "!"} and end < len(self._first) and self.word(end).islower())

    def is_quoted(self, row: int) -> bool:
        """Whether a word stands in quotation marks, or is one."""
        return bool(self._features.quote[self._first[row]] != Quote.OUTSIDE)
