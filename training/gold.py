"""From annotated articles to the arrays that the network is trained on."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from claims.extraction.features import Features, featurise
from claims.extraction.names_in_text import ENTITY_TYPES
from training.corpus import ROLES, Annotated

OUTSIDE, UNKNOWN, NOWHERE = 0, -100, -1
"""Tag of a word in no span; a place with no label; the target of a word that belongs to none."""
CLS, SEP, PAD, MASK_PIECE = 101, 102, 0, 103


@dataclass(frozen=True, slots=True)
class Reference:
    """What a mention's head word refers to, by word; ``ruled_out`` words are all that is known where it is given."""

    word: int
    antecedents: tuple[int, ...]
    ruled_out: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Labelled:
    """A text's features and labels, a row a word; ``UNKNOWN`` where a layer was not annotated.

    ``tags`` are BIO tags of the roles, ``targets`` the word that each word points to, ``entities`` BIO tags of names,
    which count for ``entity_weight``.
    """

    features: Features
    tags: NDArray[np.int64]
    targets: NDArray[np.int64]
    entities: NDArray[np.int64]
    entity_weight: float
    references: tuple[Reference, ...]


@dataclass(frozen=True, slots=True)
class Batch:
    """Windows of about the same length; a row a window.

    ``ids``, ``case``, ``quote``, ``paragraph`` and ``mask`` have a column a wordpiece, ``hidden`` says which of them
    the student does not see. ``words`` holds each word's first wordpiece, ``word_mask`` which columns are words;
    ``tags``, ``targets`` and ``entities`` have a column a word, ``UNKNOWN`` where not annotated. Targets count from 1,
    0 is none. ``asked`` has the row and word of each mention whose antecedent is known, ``answers`` the number of the
    mention in ``asked`` and the target for each right answer.
    """

    ids: NDArray[np.int32]
    case: NDArray[np.int32]
    quote: NDArray[np.int32]
    paragraph: NDArray[np.int32]
    mask: NDArray[np.float32]
    hidden: NDArray[np.bool_]
    words: NDArray[np.int64]
    word_mask: NDArray[np.bool_]
    tags: NDArray[np.int64]
    targets: NDArray[np.int64]
    entities: NDArray[np.int64]
    entity_weight: NDArray[np.float32]
    asked: NDArray[np.int64]
    answers: NDArray[np.int64]


Piece = tuple[Labelled, int, int]
"""Words ``start`` to ``end`` of a labelled text."""


def label(tokenizer: Tokenizer, article: Annotated) -> Labelled:
    """Tags and pointers by word; a word that several spans claim goes to the first."""
    features = featurise(tokenizer, article.text)
    starts = features.starts[features.words[:-1]]
    ends = features.ends[features.words[1:] - 1]

    def words(span: tuple[int, int]) -> range:
        return range(int(np.searchsorted(ends, span[0], side="right")), int(np.searchsorted(starts, span[1])))

    tags, targets = _attribution_labels(article, len(starts), words)
    entities = np.full(len(starts), UNKNOWN, dtype=np.int64)
    if article.entities is not None:
        entities[:] = OUTSIDE
        for e in article.entities:
            for i, w in enumerate(words((e.start, e.end))):
                entities[w] = 1 + 2 * ENTITY_TYPES.index(e.type) + (i > 0)
    references = []
    for a in article.anaphors:
        head, *others = (
            tuple(dict.fromkeys(w for s in spans for w in words(s)[-1:]))
            for spans in ((a.head,), a.antecedents, a.ruled_out)
        )
        if head and bool(others[0]) == bool(a.antecedents):
            references.append(Reference(head[0], *others))
    return Labelled(features, tags, targets, entities, article.entity_weight, tuple(references))


def _attribution_labels(  # type: ignore[no-untyped-def]
    article: Annotated, count: int, words
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    targets = np.full(count, UNKNOWN, dtype=np.int64)
    if article.attributions is None:
        return targets.copy(), targets
    tags = np.zeros(count, dtype=np.int64)
    free = np.ones(count, dtype=np.bool_)
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
    return tags, targets


def pieces(labelled: Labelled, size: int, chance: random.Random) -> Iterator[Piece]:
    """The text cut into windows of at most ``size`` wordpieces, the first cut at a random place."""
    words = labelled.features.words
    total = len(words) - 1
    start, limit = 0, chance.randrange(1, size) if words[-1] > size else size
    while start < total:
        end = int(np.searchsorted(words, words[start] + limit, side="right")) - 1
        end = min(max(end, start + 1), total)
        if end - start > 6:
            yield labelled, start, end
        start, limit = end, size


def batches(found: Sequence[Piece], budget: int, chance: random.Random) -> list[list[Piece]]:
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


def collate(group: Sequence[Piece], hidden: float, chance: np.random.Generator) -> Batch:
    """One batch; a share ``hidden`` of the wordpieces is to be masked."""
    batch = _empty_batch(group, hidden, chance)
    asked: list[tuple[int, int]] = []
    answers: list[tuple[int, int]] = []
    for row, (labelled, start, end) in enumerate(group):
        f = labelled.features
        part = slice(f.words[start], f.words[end])
        n = part.stop - part.start
        batch.ids[row, 0], batch.ids[row, n + 1] = CLS, SEP
        batch.ids[row, 1 : n + 1] = f.ids[part]
        batch.hidden[row, [0, n + 1]] = False
        batch.case[row, 1 : n + 1] = f.case[part]
        batch.quote[row, 1 : n + 1] = f.quote[part]
        batch.paragraph[row, 1 : n + 1] = f.paragraph[part]
        batch.mask[row, : n + 2] = 1
        count = end - start
        batch.words[row, :count] = f.words[start:end] - part.start + 1
        batch.word_mask[row, :count] = True
        for here, of in ((batch.tags, labelled.tags), (batch.entities, labelled.entities)):
            here[row, :count] = of[start:end]
            if of[start] > 0 and of[start] % 2 == 0:
                here[row, 0] -= 1  # the window cuts a span: what is left of it begins here
        target = labelled.targets[start:end]
        inside = (target >= start) & (target < end)
        batch.targets[row, :count] = np.where(
            target == UNKNOWN, UNKNOWN, np.where(inside, target - start + 1, 0)
        )
        for reference in labelled.references:
            right = _answers(reference, start, end)
            if right:
                answers += ((len(asked), target) for target in right)
                asked.append((row, reference.word - start))
    return replace(
        batch,
        asked=np.array(asked, dtype=np.int64).reshape(-1, 2),
        answers=np.array(answers, dtype=np.int64).reshape(-1, 2),
    )


def _empty_batch(group: Sequence[Piece], hidden: float, chance: np.random.Generator) -> Batch:
    """Room for these pieces, with nothing labelled yet."""
    rows, columns = len(group), max(map(_length, group))
    wide = max(end - start for _, start, end in group)

    def zeros(width: int) -> NDArray[np.int32]:
        return np.zeros((rows, width), dtype=np.int32)

    def unknown() -> NDArray[np.int64]:
        return np.full((rows, wide), UNKNOWN, dtype=np.int64)

    return Batch(
        ids=zeros(columns),
        case=zeros(columns),
        quote=zeros(columns),
        paragraph=zeros(columns),
        mask=np.zeros((rows, columns), dtype=np.float32),
        hidden=chance.random((rows, columns)) < hidden,
        words=np.zeros((rows, wide), dtype=np.int64),
        word_mask=np.zeros((rows, wide), dtype=np.bool_),
        tags=unknown(),
        targets=unknown(),
        entities=unknown(),
        entity_weight=np.array([labelled.entity_weight for labelled, _, _ in group], dtype=np.float32),
        asked=np.zeros((0, 2), dtype=np.int64),
        answers=np.zeros((0, 2), dtype=np.int64),
    )


def _answers(reference: Reference, start: int, end: int) -> list[int]:
    """Right targets of a mention in a window; none where the window does not show them."""
    if not start <= reference.word < end:
        return []
    if reference.ruled_out:
        wrong = {w - start + 1 for w in (*reference.ruled_out, reference.word)}
        return [t for t in range(end - start + 1) if t not in wrong]
    if not reference.antecedents:
        return [0]
    return [w - start + 1 for w in reference.antecedents if start <= w < end and w != reference.word]
