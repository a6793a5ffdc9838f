"""From annotated articles to the arrays that the network is trained on."""

import random
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from claims.extraction.features import Features, featurise
from training.corpus import ROLES, Annotated

OUTSIDE, NO_TARGET, NOWHERE = 0, -100, -1
"""Tag of a word in no span; a place with no label; the pointer target of a word that belongs to none."""
CLS, SEP, PAD, MASK_PIECE = 101, 102, 0, 103


@dataclass(frozen=True, slots=True)
class Labelled:
    """A text's features, and for each word its BIO tag and the word that it points to."""

    features: Features
    tags: NDArray[np.int64]
    targets: NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Batch:
    """Windows of about the same length; a row a window, a column a wordpiece (``words``, ``tags``: a word).

    ``words`` holds each word's first wordpiece, ``word_mask`` which columns are words. ``targets`` are columns
    of the wordpiece arrays, 0 for none and ``NO_TARGET`` where the pointer is not asked.
    """

    ids: NDArray[np.int64]
    case: NDArray[np.int64]
    quote: NDArray[np.int64]
    paragraph: NDArray[np.int64]
    mask: NDArray[np.float32]
    words: NDArray[np.int64]
    word_mask: NDArray[np.bool_]
    tags: NDArray[np.int64]
    targets: NDArray[np.int64]


Piece = tuple[Labelled, int, int]
"""Words ``start`` to ``end`` of a labelled text."""


def label(tokenizer: Tokenizer, article: Annotated) -> Labelled:
    """Tags and pointers by word; a word that several attributions claim goes to the first."""
    features = featurise(tokenizer, article.text)
    starts = features.starts[features.words[:-1]]
    ends = features.ends[features.words[1:] - 1]
    tags = np.zeros(len(starts), dtype=np.int64)
    targets = np.full(len(starts), NO_TARGET, dtype=np.int64)
    free = np.ones(len(starts), dtype=np.bool_)

    def words(span: tuple[int, int]) -> range:
        return range(int(np.searchsorted(ends, span[0], side="right")), int(np.searchsorted(starts, span[1])))

    for a in article.attributions:
        own: dict[str, list[list[int]]] = {}
        for role in ROLES:
            own[role] = [[w for w in words(s) if free[w]] for s in a.spans(role)]
            free[[w for span in own[role] for w in span]] = False
        cue = next((w for span in own["cue"] for w in span), NOWHERE)
        # A mention may serve several attributions: then its words are not free, but each cue points to it.
        mention = next((w for span in a.source for w in words(span)), NOWHERE)
        for r, role in enumerate(ROLES):
            for span in own[role]:
                for i, w in enumerate(span):
                    tags[w] = 1 + 2 * r + (i > 0 and span[i - 1] == w - 1)
                    targets[w] = mention if role == "cue" else cue
    return Labelled(features, tags, targets)


def pieces(labelled: Labelled, size: int, chance: random.Random) -> Iterator[Piece]:
    """The text cut into windows of at most ``size`` wordpieces, the first cut at a random place."""
    words = labelled.features.words
    total = len(words) - 1
    start, limit = 0, chance.randrange(1, size)
    while start < total:
        end = int(np.searchsorted(words, words[start] + limit, side="right")) - 1
        end = min(max(end, start + 1), total)
        if end - start > 6:
            yield labelled, start, end
        start, limit = end, size


def batches(found: list[Piece], budget: int, chance: random.Random) -> list[list[Piece]]:
    """Windows grouped by length into batches of at most ``budget`` wordpieces, in random order."""
    found = sorted(found, key=lambda p: _length(p) + chance.random() * 20)
    grouped: list[list[Piece]] = []
    longest = 0
    for piece in found:
        longest = max(longest, _length(piece))
        if not grouped or longest * (len(grouped[-1]) + 1) > budget:
            grouped.append([])
            longest = _length(piece)
        grouped[-1].append(piece)
    chance.shuffle(grouped)
    return grouped


def _length(piece: Piece) -> int:
    words = piece[0].features.words
    return int(words[piece[2]] - words[piece[1]]) + 2


def collate(group: list[Piece], hidden: float, chance: np.random.Generator) -> Batch:
    """One batch; a share ``hidden`` of the wordpieces is masked."""
    rows, columns = len(group), max(map(_length, group))
    words_wide = max(end - start for _, start, end in group)

    def zeros(width: int) -> NDArray[np.int64]:
        return np.zeros((rows, width), dtype=np.int64)

    batch = Batch(
        ids=zeros(columns),
        case=zeros(columns),
        quote=zeros(columns),
        paragraph=zeros(columns),
        mask=np.zeros((rows, columns), dtype=np.float32),
        words=zeros(words_wide),
        word_mask=np.zeros((rows, words_wide), dtype=np.bool_),
        tags=zeros(words_wide),
        targets=np.full((rows, words_wide), NO_TARGET, dtype=np.int64),
    )
    for row, (labelled, start, end) in enumerate(group):
        f = labelled.features
        part = slice(f.words[start], f.words[end])
        n = part.stop - part.start
        batch.ids[row, 0], batch.ids[row, n + 1] = CLS, SEP
        batch.ids[row, 1 : n + 1] = np.where(chance.random(n) < hidden, MASK_PIECE, f.ids[part])
        batch.case[row, 1 : n + 1] = f.case[part]
        batch.quote[row, 1 : n + 1] = f.quote[part]
        batch.paragraph[row, 1 : n + 1] = f.paragraph[part]
        batch.mask[row, : n + 2] = 1
        count = end - start
        columns_of_words = f.words[start:end] - part.start + 1
        batch.words[row, :count] = columns_of_words
        batch.word_mask[row, :count] = True
        tags = labelled.tags[start:end].copy()
        if tags[0] and tags[0] % 2 == 0:
            tags[0] -= 1  # the window cuts a span: what is left of it begins here
        batch.tags[row, :count] = tags
        target = labelled.targets[start:end]
        inside = (target >= start) & (target < end)
        column = np.where(inside, columns_of_words[np.where(inside, target - start, 0)], 0)
        batch.targets[row, :count] = np.where(target == NO_TARGET, NO_TARGET, column)
    return batch
