"""The scores of an article's windows as those of one text: a span that crosses a window's border stays whole."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from claims.extraction.features import IntArray
from claims.extraction.names_in_text import ENTITY_TAGS
from claims.extraction.transitions import TAGS, FloatArray

Scored = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class WindowScores:
    """The network's word scores in one window; a row a word that starts in the window.

    ``words`` are indexes into the words of the text. ``tags`` are log-probabilities over the seven BIO tags.
    ``pointers[i, j]`` is the log-probability that word i belongs to the window's word j, ``nowhere[i]`` that it
    belongs to none. ``entities`` are log-probabilities over the nine BIO tags of names, ``antecedents[i, j]`` the
    log-probability that the mention with the head word i refers to that with the head word j - 1; column 0 is for
    nothing before. Words from ``own_start`` to ``own_end`` (indexes into the rows) are decided in this window.
    """

    words: IntArray
    tags: Scored
    pointers: Scored
    nowhere: Scored
    entities: Scored
    antecedents: Scored
    own_start: int
    own_end: int


@dataclass(frozen=True, slots=True)
class _Window:
    """A window's words and those of them that it decides on, as ranges; and where each of its words points."""

    start: int
    end: int
    own_start: int
    own_end: int
    pointers: Scored
    antecedents: Scored

    def pointing(self, rows: slice, start: int, end: int) -> FloatArray:
        """Log-probability of some of its words to point to any of the words from ``start`` to ``end`` that it has."""
        here = slice(rows.start - self.start, rows.stop - self.start)
        there = slice(max(start - self.start, 0), end - self.start)
        columns: FloatArray = self.pointers[here, there].T.astype(np.float64)
        mass: FloatArray = columns[0]
        for column in columns[1:]:
            np.logaddexp(mass, column, out=mass)
        return mass


class ArticleScores:
    """What the network says of each word of an article; rows and targets are indexes of words.

    ``tags`` and ``entities`` have a row a word: log-probabilities of the BIO tags of roles and of names, as the window
    says that decides there.
    """

    def __init__(self, words: int, scored: Iterable[WindowScores]):
        """Take in the windows of a text of so many words."""
        self.tags = np.zeros((words, TAGS))
        self.entities = np.zeros((words, ENTITY_TAGS))
        self._nowhere = np.zeros(words)
        self._window_of = np.zeros(words, dtype=np.int64)
        self._windows: list[_Window] = []
        self._columns: dict[tuple[int, int], tuple[int, FloatArray]] = {}
        for k, window in enumerate(scored):
            own = slice(window.own_start, window.own_end)
            words_here = window.words[own]
            self.tags[words_here] = window.tags[own]
            self.entities[words_here] = window.entities[own]
            self._nowhere[words_here] = window.nowhere[own]
            self._window_of[words_here] = k
            start = int(window.words[0])
            own_start, own_end = start + window.own_start, start + window.own_end
            self._windows.append(
                _Window(
                    start, start + len(window.words), own_start, own_end, window.pointers, window.antecedents
                )
            )

    def referring(self, word: int, to_start: int, to_end: int) -> float:
        """The probability that a mention refers to another, by its head word and the words of the other's name.

        It is 0 where the window that decides at the head word does not show the other.
        """
        window = self._windows[self._window_of[word]]
        there = slice(max(to_start - window.start, 0) + 1, max(to_end - window.start, 0) + 1)
        return float(np.exp(window.antecedents[word - window.start, there], dtype=np.float64).sum())

    def antecedents(self) -> Iterator[tuple[int, int, Scored]]:
        """Of each window, the first word that it decides on, its first word, and the rows of the former on.

        A row has the log-probability of "nothing before" first, and then of each word of the window.
        """
        for window in self._windows:
            own = slice(window.own_start - window.start, window.own_end - window.start)
            yield window.own_start, window.start, window.antecedents[own]

    def as_role(self, rows: IntArray, role: int) -> FloatArray:
        """Log-probability of each word to have a role, at its beginning or inside."""
        both: FloatArray = np.logaddexp(self.tags[rows, 1 + 2 * role], self.tags[rows, 2 + 2 * role])
        return both

    def seen_from(self, start: int, end: int) -> tuple[int, int]:
        """The words that lie in a window with any of the words ``start`` to ``end``; end exclusive."""
        first, last = self._window_of[start], self._window_of[end - 1]
        return self._windows[max(first - 1, 0)].start, self._windows[
            min(last + 1, len(self._windows) - 1)
        ].end

    def window_at(self, word: int) -> tuple[int, int]:
        """The words of the window that decides at a word; end exclusive."""
        window = self._windows[self._window_of[word]]
        return window.start, window.end

    def pointing(self, start: int, end: int, to_start: int, to_end: int) -> FloatArray:
        """Log-probability of each word from ``start`` to ``end`` to point to any from ``to_start`` to ``to_end``.

        It is read from the window that decides at ``to_start``, else from the word's own. A word that shares no
        window with its target could only point nowhere, and does so for every target out of sight.
        """
        target = to_start, to_end
        if target not in self._columns:
            self._columns[target] = self._column(to_start, to_end)
        first, column = self._columns[target]
        if first <= start and end <= first + len(column):
            return column[start - first : end - first]
        out = self.nowhere(start, end)
        seen = slice(max(start, first), max(min(end, first + len(column)), start, first))
        out[seen.start - start : seen.stop - start] = column[seen.start - first : seen.stop - first]
        return out

    def _column(self, start: int, end: int) -> tuple[int, FloatArray]:
        """The first word that shares a window with a target, and how it and the words after it point there."""
        k = int(self._window_of[start])
        asked = self._windows[k]
        column = [asked.pointing(slice(asked.start, asked.end), start, end)]
        first = asked.start
        for window in reversed(self._windows[:k]):
            if window.end <= start:
                break
            if window.own_start < first:
                column.insert(0, window.pointing(slice(window.own_start, first), start, end))
                first = window.own_start
        last = asked.end
        for window in self._windows[k + 1 :]:
            if window.start >= end:
                break
            if last < window.own_end:
                column.append(window.pointing(slice(last, window.own_end), start, end))
                last = window.own_end
        return first, np.concatenate(column)

    def nowhere(self, start: int, end: int) -> FloatArray:
        """Log-probability of each word from ``start`` to ``end`` to belong to none."""
        return self._nowhere[start:end].copy()

    def pointed_at(self, start: int, end: int) -> tuple[int, float]:
        """The word that the words ``start`` to ``end`` point to most, and their mean probability to do so."""
        window = self._windows[self._window_of[start]]
        rows = slice(start - window.start, min(end, window.end) - window.start)
        mean = np.exp(window.pointers[rows]).mean(axis=0)
        best = int(mean.argmax())
        return best + window.start, float(mean[best])
