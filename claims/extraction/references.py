"""What a tagger knows of an article's words beside its attributions: which are names, and who refers to whom."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final, Protocol, runtime_checkable

import numpy as np
from numpy.typing import NDArray

from claims.extraction.attribution import Attribution, Tagger
from claims.extraction.features import Features, IntArray
from claims.extraction.layout import Layout
from claims.extraction.names_in_text import ENTITY_TYPES
from claims.extraction.stitching import ArticleScores
from claims.extraction.transitions import FloatArray
from claims.records import Article

NOBODY: Final = -1
"""The target of a mention that refers to nothing before it."""
_LEAST: Final = 0.02
"""Less probable antecedents are not kept."""

_Rows = tuple[list[int], list[int], list[float]]


@dataclass(frozen=True)
class References:
    """A row a word of the text: what it is the name of, and the antecedents of the mention whose head word it is.

    Fields:
        starts, ends: each word's offsets into the text, in code points, end exclusive. The network does not read
            titles, headings and some lines: what stands there is no word.
        types: the probability that the word is in a name of each of :data:`ENTITY_TYPES`.
        heads, targets, chances: a row for each likely antecedent: the head word of a mention (in order), the word
            that it refers to or :data:`NOBODY`, and how probable that is. A mention that the network did not read
            together with a word cannot refer to it.
    """

    starts: IntArray
    ends: IntArray
    types: NDArray[np.float32]
    heads: NDArray[np.int32]
    targets: NDArray[np.int32]
    chances: NDArray[np.float32]

    def words_in(self, start: int, end: int) -> range:
        """The words that overlap the text from one offset to before another."""
        return range(bisect_right(self._ends, start), bisect_left(self._offsets, end))

    def type_of(self, start: int, end: int) -> Mapping[str, float]:
        """The mean probabilities, by type, of the words from one offset to before another; 0 where there are none."""
        words = self.words_in(start, end)
        first, last = words.start, words.stop
        if first >= last:
            return dict.fromkeys(ENTITY_TYPES, 0.0)
        known = self._known_types.get((first, last))
        if known is None:
            mean = self.types[first:last].mean(axis=0) if last - first > 1 else self.types[first]
            known = self._known_types[first, last] = dict(zip(ENTITY_TYPES, mean.tolist(), strict=True))
        return known

    def antecedents(self, offset: int) -> list[tuple[int | None, float]]:
        """To whom the mention with the head word at an offset refers: words' offsets, None for nobody; and chances."""
        words = self.words_in(offset, offset + 1)
        heads, targets, chances = self._by_head
        rows = slice(bisect_left(heads, words.start), bisect_left(heads, words.stop))
        return [
            (None if target == NOBODY else self._offsets[target], chance)
            for target, chance in zip(targets[rows], chances[rows], strict=True)
        ]

    def anaphors(self, offset: int) -> list[tuple[int, float]]:
        """The mentions behind that refer to the head word at an offset: their own head words' offsets, and chances."""
        words = self.words_in(offset, offset + 1)
        heads, targets, chances = self._by_target
        rows = slice(bisect_left(targets, words.start), bisect_left(targets, words.stop))
        return [
            (self._offsets[head], chance) for head, chance in zip(heads[rows], chances[rows], strict=True)
        ]

    @cached_property
    def _offsets(self) -> list[int]:
        found: list[int] = self.starts.tolist()
        return found

    @cached_property
    def _ends(self) -> list[int]:
        found: list[int] = self.ends.tolist()
        return found

    @cached_property
    def _known_types(self) -> dict[tuple[int, int], dict[str, float]]:
        return {}

    @cached_property
    def _by_head(self) -> _Rows:
        """The heads, targets and chances, row by row."""
        return self.heads.tolist(), self.targets.tolist(), self.chances.tolist()

    @cached_property
    def _by_target(self) -> _Rows:
        """The same in the order of the targets."""
        rows = self.targets.argsort(kind="stable")
        return self.heads[rows].tolist(), self.targets[rows].tolist(), self.chances[rows].tolist()


@dataclass(frozen=True, slots=True)
class Reading:
    """What a tagger reads in an article: its attributions in the order of their cues, and names and antecedents."""

    attributions: list[Attribution]
    references: References | None = None


@runtime_checkable
class ReferenceTagger(Tagger, Protocol):
    """A tagger that also knows names and antecedents; one that does not leaves them to the text's own signs."""

    def read(self, article: Article, layout: Layout) -> Reading:
        """What :meth:`Tagger.attributions` gives, with the references of the same words."""
        ...


def read(tagger: Tagger, article: Article, layout: Layout) -> Reading:
    """What any tagger reads in an article."""
    if isinstance(tagger, ReferenceTagger):
        return tagger.read(article, layout)
    return Reading(tagger.attributions(article, layout))


def references_of(features: Features, scores: ArticleScores) -> References:
    """What the network's scores of a text say of names and antecedents."""
    heads, targets, chances = [], [], []
    for first, start, log_chances in scores.antecedents():
        rows, columns = np.nonzero(log_chances > np.log(_LEAST))
        heads.append(rows + first)
        targets.append(np.where(columns, columns - 1 + start, NOBODY))
        chances.append(np.exp(log_chances[rows, columns]))
    return References(
        features.starts[features.words[:-1]],
        features.ends[features.words[1:] - 1],
        _types(scores.entities),
        np.concatenate([np.zeros(0), *heads]).astype(np.int32),
        np.concatenate([np.zeros(0), *targets]).astype(np.int32),
        np.concatenate([np.zeros(0), *chances]).astype(np.float32),
    )


def _types(entities: FloatArray) -> NDArray[np.float32]:
    inside = np.exp(entities[:, 1:]).reshape(len(entities), len(ENTITY_TYPES), 2)
    found: NDArray[np.float32] = inside.sum(axis=2).astype(np.float32)
    return found
