"""From the network's word scores to attributions: the best tag path, then which piece belongs to which cue."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import groupby

import numpy as np

from claims.extraction.attribution import Attribution, Evidence
from claims.extraction.features import Case, Features, IntArray
from claims.extraction.quotations import Quotation
from claims.extraction.tagger import WindowScores
from claims.extraction.transitions import ALLOWED_START, FloatArray, Place
from claims.records import Article, Span


class Role(IntEnum):
    """The three roles of an attribution; the tag of role r is 1 + 2r where a span begins, 2 + 2r inside."""

    MENTION = 0
    CUE = 1
    CONTENT = 2


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words with one role; indexes into a window's rows, end exclusive."""

    role: Role
    start: int
    end: int


# Tuned on PolNeAR dev, by benchmarks/gate.py; log-probabilities.
SWITCH_COST = 6.0
"""What it costs a content to change its cue in the middle..."""
QUOTED_SWITCH_COST = 12.0
"""...and in the middle of a quotation, which has one speaker."""
NOWHERE_COST = 0.5
"""What it costs a tagged word to belong to nothing: it was tagged for something."""
BACK_LINK_FLOOR = -8.0
"""The least weight of a mention's own pointer to the cue, so that one lost word cannot veto a link."""
BACK_LINK_NONE = -3.0
"""What stands for that weight where a cue has no mention."""
RESCUE = 0.5
"""A content that points to an untagged word with more than this probability makes that word a cue."""
RESCUE_INSIDE = 0.3
"""...and draws in following words that are inside a cue with at least this probability."""
STRAY = 1
"""Content pieces of so few words, beside one at least twice as long, are taken for noise."""

_PARTICIPLE = re.compile(r"\w+ing\b")
_SENTENCE_END = re.compile(r"[.!?][\"”’]?\s")

CONTENT_BEGINS, CUE_INSIDE = 1 + 2 * Role.CONTENT, 2 + 2 * Role.CUE


def decode(
    article: Article,
    features: Features,
    scored: Iterable[WindowScores],
    transitions: FloatArray,
    quoted: Iterable[Quotation],
) -> list[Attribution]:
    """The attributions of an article, in the order of their cues.

    ``transitions`` are the tagger's; ``quoted`` are the article's quotations: a closed one is content as a whole or
    not at all.
    """
    places = _places(features, quoted)
    found: list[Attribution] = []
    for scores in scored:
        here = places[scores.words]
        tags = viterbi(scores.tags, transitions[here])
        found += _Window(article, features, scores, here, tags).attributions()
    return sorted(found, key=lambda a: a.cue[0].start)


class _Window:
    def __init__(
        self, article: Article, features: Features, scores: WindowScores, places: IntArray, tags: IntArray
    ):
        self._article, self._features, self._scores = article, features, scores
        self._places, self._tags = places, tags
        self._pieces = list(pieces(tags))

    def attributions(self) -> Iterator[Attribution]:
        cues = self._cues()
        if not cues:
            return
        mentions = [p for p in self._pieces if p.role == Role.MENTION]
        to_cue = self._mass(cues)
        contents = self._contents(len(cues), to_cue)
        before: tuple[Piece, Piece] | None = None
        for k, cue in enumerate(cues):
            if not contents[k]:
                continue
            mention, probability = self._mention_of(k, cue, mentions, to_cue)
            if mention is None and before and self._is_participle(cue, before[0]):
                mention = before[1]
            before = (cue, mention) if mention else before
            if not self._scores.own_start <= cue.start < self._scores.own_end:
                continue
            content = _without_strays(contents[k])
            yield Attribution(
                mention=self._spans([mention] if mention else []),
                cue=self._spans([cue]),
                content=self._spans(content),
                evidence=Evidence(
                    content=self._tag_probability(content),
                    edges=self._edge_probability(content),
                    cue=self._tag_probability([cue]),
                    link=float(
                        np.exp(np.mean([to_cue[i, k] for p in content for i in range(p.start, p.end)]))
                    ),
                    mention=probability,
                ),
            )

    def _cues(self) -> list[Piece]:
        """The tagged cues, and the untagged words that a content points to beyond doubt."""
        cues = [p for p in self._pieces if p.role == Role.CUE]
        taken = self._tags > 0
        for content in [p for p in self._pieces if p.role == Role.CONTENT]:
            mass = np.exp(self._scores.pointers[content.start : content.end]).mean(axis=0)
            start = int(mass.argmax())
            if mass[start] <= RESCUE or taken[start]:
                continue
            end = start + 1
            while (
                end < len(taken)
                and not taken[end]
                and self._scores.tags[end, CUE_INSIDE] > np.log(RESCUE_INSIDE)
            ):
                end += 1
            taken[start:end] = True
            cues.append(Piece(Role.CUE, start, end))
        return sorted(cues, key=lambda p: p.start)

    def _mass(self, targets: Sequence[Piece]) -> FloatArray:
        """Log-probability of each word to point into each target; last column: to point nowhere."""
        columns = [np.logaddexp.reduce(self._scores.pointers[:, t.start : t.end], axis=1) for t in targets]
        return np.stack([*columns, self._scores.nowhere - NOWHERE_COST], axis=1)

    def _contents(self, cues: int, to_cue: FloatArray) -> list[list[Piece]]:
        """The content pieces of each cue: every tagged content, cut where its words change their cue."""
        contents: list[list[Piece]] = [[] for _ in range(cues)]
        for piece in self._pieces:
            if piece.role != Role.CONTENT:
                continue
            start = piece.start
            words = slice(piece.start, piece.end)
            costs = np.where(self._places[words] == Place.QUOTED, QUOTED_SWITCH_COST, SWITCH_COST)
            for k, run in groupby(sticky_path(to_cue[words], costs)):
                end = start + len(list(run))
                if k < cues:
                    contents[k].append(Piece(Role.CONTENT, start, end))
                start = end
        return [_touching_joined(c) for c in contents]

    def _mention_of(
        self, k: int, cue: Piece, mentions: Sequence[Piece], to_cue: FloatArray
    ) -> tuple[Piece | None, float]:
        """The mention that a cue points to, weighed with how the mention points back; and its probability."""
        if not mentions:
            return None, 1.0
        rows = np.arange(cue.start, cue.end)
        worded = self._features.case[self._features.words[self._scores.words[rows]]] != Case.MARK
        forward = self._mass(mentions)[rows[worded] if worded.any() else rows].mean(axis=0)
        back = np.array([to_cue[m.start : m.end, k].mean() for m in mentions] + [BACK_LINK_NONE])
        score = forward + np.maximum(back, BACK_LINK_FLOOR)
        best = int(score.argmax())
        probability = float(np.exp(score[best] - np.logaddexp.reduce(score)))
        return (mentions[best] if best < len(mentions) else None), probability

    def _is_participle(self, cue: Piece, earlier: Piece) -> bool:
        """Whether a cue such as "saying" goes on in the sentence of an earlier one, and so has its subject."""
        words = self._article.text[self._start(earlier) : self._end(cue)]
        return bool(
            _PARTICIPLE.match(words, self._start(cue) - self._start(earlier))
        ) and not _SENTENCE_END.search(words)

    def _start(self, piece: Piece) -> int:
        return int(self._features.starts[self._features.words[self._scores.words[piece.start]]])

    def _end(self, piece: Piece) -> int:
        return int(self._features.ends[self._features.words[self._scores.words[piece.end - 1] + 1] - 1])

    def _tag_probability(self, chosen: Sequence[Piece]) -> float:
        rows = np.concatenate([np.arange(p.start, p.end) for p in chosen])
        role = chosen[0].role
        as_role = np.logaddexp(self._scores.tags[rows, 1 + 2 * role], self._scores.tags[rows, 2 + 2 * role])
        return float(np.exp(as_role.mean()))

    def _edge_probability(self, content: Sequence[Piece]) -> float:
        tags = self._scores.tags
        opening = [tags[p.start, CONTENT_BEGINS] for p in content]
        behind = [
            np.log1p(-np.exp(min(tags[p.end, CONTENT_BEGINS + 1], -1e-9)))
            for p in content
            if p.end < len(tags)
        ]
        return float(np.exp(min(opening + behind)))

    def _spans(self, chosen: Iterable[Piece]) -> tuple[Span, ...]:
        return tuple(self._article.span(self._start(p), self._end(p)) for p in chosen)


def _places(features: Features, quoted: Iterable[Quotation]) -> IntArray:
    """The :class:`Place` of each word."""
    starts = features.starts[features.words[:-1]]
    places = np.where(features.opens, Place.OPENING, Place.ANYWHERE)
    for quotation in quoted:
        if quotation.closed:
            first, behind = np.searchsorted(starts, (quotation.start, quotation.end))
            places[first + 1 : behind] = Place.QUOTED
    return places


def viterbi(tags: FloatArray, transitions: FloatArray) -> IntArray:
    """The best path of tags (Viterbi 1967).

    ``tags`` has a row of log-probabilities a word, ``transitions`` a table a word: what it adds to come to it from
    each tag (row) to each tag (column).
    """
    score = tags[0] + ALLOWED_START if len(tags) else np.zeros(0)
    came_from = np.zeros(tags.shape, dtype=np.int64)
    for i in range(1, len(tags)):
        reached = score[:, None] + transitions[i]
        came_from[i] = reached.argmax(axis=0)
        score = reached.max(axis=0) + tags[i]
    path = np.zeros(len(tags), dtype=np.int64)
    for i in range(len(tags) - 1, -1, -1):
        path[i] = score.argmax() if i == len(tags) - 1 else came_from[i + 1, path[i + 1]]
    return path


def pieces(tags: IntArray) -> Iterator[Piece]:
    """The spans of a path of BIO tags, in order."""
    start = 0
    while start < len(tags):
        end = start + 1
        if tags[start]:
            role = Role((int(tags[start]) - 1) // 2)
            while end < len(tags) and tags[end] == 2 + 2 * role:
                end += 1
            yield Piece(role, start, end)
        start = end


def sticky_path(scores: FloatArray, costs: FloatArray) -> list[int]:
    """The best column for each row, where changing the column from the row before costs ``costs`` of the row."""
    best = scores[0].copy()
    stays = np.arange(scores.shape[1])
    came_from = []
    for row, cost in zip(scores[1:], costs[1:], strict=True):
        top = int(best.argmax())
        keep = best >= best[top] - cost
        came_from.append(np.where(keep, stays, top))
        best = np.where(keep, best, best[top] - cost) + row
    path = [int(best.argmax())]
    for step in reversed(came_from):
        path.append(int(step[path[-1]]))
    return path[::-1]


def _touching_joined(content: Sequence[Piece]) -> list[Piece]:
    out: list[Piece] = []
    for piece in sorted(content, key=lambda p: p.start):
        if out and out[-1].end == piece.start:
            out[-1] = Piece(piece.role, out[-1].start, piece.end)
        else:
            out.append(piece)
    return out


def _without_strays(content: Sequence[Piece]) -> list[Piece]:
    longest = max(p.end - p.start for p in content)
    if longest < 2 * STRAY + 1:
        return list(content)
    return [p for p in content if p.end - p.start > STRAY]
