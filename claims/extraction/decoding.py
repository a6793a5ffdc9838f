"""From the network's word scores to attributions: the best tag path, then which piece belongs to which cue."""

import math
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

import numpy as np

from claims.extraction.attribution import Attribution, AttributionEvidence
from claims.extraction.contents import content_of, cue_between, shares_subject
from claims.extraction.features import Features, IntArray
from claims.extraction.layout import Layout
from claims.extraction.stitching import ArticleScores
from claims.extraction.transitions import FloatArray, Position, sticky_path, viterbi
from claims.extraction.words import ArticleWords, Piece, SpanRole, pieces, tag
from claims.records import Article

# Tuned on PolNeAR dev, by benchmarks/gate.py; log-probabilities.
SWITCH_COST = 6.0
"""What it costs a content to change its cue in the middle."""
QUOTED_SWITCH_COST = 12.0
"""What it costs a content to change its cue in the middle of a quotation, which has one speaker."""
NOWHERE_COST = 0.5
"""What it costs a tagged word to belong to nothing: it was tagged for something."""
BACK_LINK_FLOOR = -8.0
"""The least weight of a mention's own pointer to the cue, so that one lost word cannot veto a link."""
BACK_LINK_NONE = -3.0
"""What stands for the weight of a mention's pointer to the cue where the cue has no mention."""
RESCUE = 0.5
"""A content that points to an untagged word with more than this probability makes that word a cue."""
RESCUE_INSIDE = 0.3
"""An untagged word made a cue draws in the words behind it that are inside a cue with more than this probability."""
TURN_CONFIDENCE = 0.9
"""How sure a turn of a transcript is at least, by each kind of evidence: its layout shows it."""


def decode(
    article: Article,
    layout: Layout,
    features: Features,
    scores: ArticleScores,
    transitions: FloatArray,
) -> list[Attribution]:
    """The attributions of an article, in the order of their cues.

    ``features`` and ``scores`` are of the layout's text; ``transitions`` are the tagger's.
    """
    words = ArticleWords(article, layout, features)
    tags = viterbi(scores.tags, transitions[words.positions])
    return list(_Decoding(layout, words, scores, tags).attributions())


class _Decoding:
    def __init__(self, layout: Layout, words: ArticleWords, scores: ArticleScores, tags: IntArray):
        self._words, self._scores = words, scores
        for dateline in layout.datelines:
            tag(tags, *words.within(*dateline), None)
        self._turns = dict(self._tagged_turns(layout, tags))
        found = list(pieces(tags))
        self._taken = tags > 0
        self._mentions = [p for p in found if p.role == SpanRole.MENTION and not words.is_article(p)]
        self._contents = [p for p in found if p.role == SpanRole.CONTENT]
        cues = [p for p in found if p.role == SpanRole.CUE]
        self._own = {
            **dict(self._cues_behind_commas(cues)),
            **{content: cue for cue, (_, content) in self._turns.items()},
            **dict(self._own_cues(cues)),
        }
        self._cues = sorted({*cues, *self._own.values(), *self._rescued()}, key=lambda p: p.start)

    def attributions(self) -> Iterator[Attribution]:
        words, contents = self._words, self._contents_by_cue()
        before: tuple[Piece, Piece] | None = None
        for k, cue in enumerate(self._cues):
            content = content_of(cue, contents[k], words, self._taken)
            if not content and cue in self._turns:
                content = [self._turns[cue][1]]  # the words stand in the paragraph behind the label's
            if not content:
                continue
            mention, probability = self._mention_of(cue)
            if (
                mention is None
                and before
                and shares_subject(words.text, words.end(before[0]), words.start(cue))
            ):
                mention = before[1]
            before = (cue, mention) if mention else before
            yield Attribution(
                mention=words.spans([words.with_dotted_beginning(mention)] if mention else []),
                cue=words.spans([cue]),
                content=words.spans(content),
                evidence=self._evidence(cue, content, probability),
            )

    def _evidence(self, cue: Piece, content: Sequence[Piece], mention: float) -> AttributionEvidence:
        words = np.concatenate([p.rows for p in content])
        found = AttributionEvidence(
            content=_mean(self._scores.as_role(words, SpanRole.CONTENT)),
            edges=self._edge_probability(content),
            cue=_mean(self._scores.as_role(cue.rows, SpanRole.CUE)),
            link=_mean(
                np.concatenate([self._scores.pointing(p.start, p.end, cue.start, cue.end) for p in content])
            ),
            mention=mention,
        )
        return found.at_least(TURN_CONFIDENCE) if cue in self._turns else found

    def _tagged_turns(self, layout: Layout, tags: IntArray) -> Iterator[tuple[Piece, tuple[Piece, Piece]]]:
        """Each turn of a transcript as its cue, with its mention and content, after tagging them so.

        A turn that the layout does not make sure is one where the tags agree, or do so for most of them.
        """
        found = [
            tuple(
                Piece(role, *self._words.within(*offsets))
                for role, offsets in zip(SpanRole, (turn.label, turn.colon, turn.words), strict=True)
            )
            for turn in layout.turns
        ]
        agreed = [
            SpanRole.MENTION.begins in tags[label.rows[:1]] and SpanRole.CUE.begins in tags[colon.rows[:1]]
            for label, colon, _ in found
        ]
        most = sum(agreed) >= max(2, len(agreed) / 2)
        for turn, (label, colon, words), agrees in zip(layout.turns, found, agreed, strict=True):
            if (turn.sure or agrees or most) and all(p.start < p.end for p in (label, colon, words)):
                for piece in (label, colon, words):
                    tag(tags, piece.start, piece.end, piece.role)
                yield colon, (label, words)

    def _own_cues(self, cues: Sequence[Piece]) -> Iterator[tuple[Piece, Piece]]:
        """Contents behind a cue that is all there is between them and another content; each with that cue.

        The network tends to give both contents to the first one's cue, and to leave this one untagged.
        """
        for earlier, content in pairwise(self._contents):
            found = cue_between(self._words.text, self._words.end(earlier), self._words.start(content))
            if found:
                start, end = self._words.within(*found)
                tagged = next((cue for cue in cues if cue.start < end and start < cue.end), None)
                self._taken[start:end] = True
                yield content, tagged or Piece(SpanRole.CUE, start, end)

    def _cues_behind_commas(self, cues: Sequence[Piece]) -> Iterator[tuple[Piece, Piece]]:
        """Quotations that open a sentence and do not end it, each with the cue in the rest of the sentence.

        Nothing but the cue's mention stands between. Where several people speak in one paragraph, the network tends to
        give a quotation to the cue before it.
        """
        words = self._words
        for content in self._contents:
            if not (words.opens_sentence(content.start) and words.leads_to_a_cue(content.end)):
                continue
            mention = next((m.end for m in self._mentions if m.start == content.end), content.end)
            cue = next((c for c in cues if c.start == mention), None)
            if cue is not None:
                yield content, cue

    def _rescued(self) -> Iterator[Piece]:
        """The untagged words that a content points to beyond doubt: cues."""
        taken = self._taken
        for content in self._contents:
            start, probability = self._scores.pointed_at(content.start, content.end)
            if probability <= RESCUE or taken[start]:
                continue
            end = start + 1
            while (
                end < len(taken)
                and not taken[end]
                and self._scores.tags[end, SpanRole.CUE.inside] > np.log(RESCUE_INSIDE)
            ):
                end += 1
            taken[start:end] = True
            yield Piece(SpanRole.CUE, start, end)

    def _contents_by_cue(self) -> list[list[Piece]]:
        """The content pieces of each cue: every tagged content, cut where its words change their cue."""
        contents: list[list[Piece]] = [[] for _ in self._cues]
        starts = [cue.start for cue in self._cues]
        for piece in self._contents:
            if piece in self._own:
                contents[self._cues.index(self._own[piece])].append(piece)
                continue
            first, behind = np.searchsorted(starts, self._scores.seen_from(piece.start, piece.end))
            start = piece.start
            costs = np.where(
                self._words.positions[piece.start : piece.end] == Position.QUOTED,
                QUOTED_SWITCH_COST,
                SWITCH_COST,
            )
            for k, run in groupby(sticky_path(self._pointing(piece, self._cues[first:behind]), costs)):
                end = start + len(list(run))
                if k < behind - first:
                    contents[first + k].append(Piece(SpanRole.CONTENT, start, end))
                start = end
        return contents

    def _mention_of(self, cue: Piece) -> tuple[Piece | None, float]:
        """The mention that a cue points to, weighed with how the mention points back; and its probability."""
        if cue in self._turns:
            return self._turns[cue][0], 1.0
        start, end = self._scores.window_at(cue.start)
        mentions = [m for m in self._mentions if start <= m.start < end]
        if not mentions:
            return None, 1.0
        seen = Piece(cue.role, cue.start, min(cue.end, end))
        marks = self._words.are_marks(seen.rows)
        forward = self._pointing(seen, mentions)[slice(None) if marks.all() else ~marks].mean(axis=0)
        back = self._pointing_back(mentions, cue)
        score = forward + np.maximum([*back, BACK_LINK_NONE], BACK_LINK_FLOOR)
        best = int(score.argmax())
        probability = float(np.exp(score[best] - np.logaddexp.reduce(score)))
        return (mentions[best] if best < len(mentions) else None), probability

    def _pointing(self, piece: Piece, targets: Sequence[Piece]) -> FloatArray:
        """Log-probability of each word to point into each target; last column: to point nowhere."""
        out = np.empty((piece.end - piece.start, len(targets) + 1))
        for column, target in enumerate(targets):
            out[:, column] = self._scores.pointing(piece.start, piece.end, target.start, target.end)
        out[:, -1] = self._scores.nowhere(piece.start, piece.end) - NOWHERE_COST
        return out

    def _pointing_back(self, mentions: Sequence[Piece], cue: Piece) -> list[float]:
        """Mean log-probability of the words of each mention, all in order, to point to a cue."""
        first, last = mentions[0].start, mentions[-1].end
        sums = [0.0, *self._scores.pointing(first, last, cue.start, cue.end).cumsum().tolist()]
        return [(sums[m.end - first] - sums[m.start - first]) / (m.end - m.start) for m in mentions]

    def _edge_probability(self, content: Sequence[Piece]) -> float:
        tags = self._scores.tags
        opening = [tags[p.start, SpanRole.CONTENT.begins] for p in content]
        behind = [
            np.log1p(-np.exp(min(tags[p.end, SpanRole.CONTENT.inside], -1e-9)))
            for p in content
            if p.end < len(tags)
        ]
        return float(np.exp(min(opening + behind)))


def _mean(logs: FloatArray) -> float:
    """The geometric mean of probabilities given by their logarithms."""
    return math.exp(np.add.reduce(logs) / len(logs))
