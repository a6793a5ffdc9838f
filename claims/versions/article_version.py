"""One version of an article: its word tokens, its sentences, its claims, and the search for words in it."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final, Self

from claims.records import Article, Claim, Span
from claims.text.claim_wording import ClaimWording
from claims.text.sentences import sentences
from claims.text.tokens import WordTokens

_GAP: Final = 3
"""Most words between two spans of a claim that are searched for as one run of words."""
_LEAST_WORDS: Final = 4
"""Fewer words than these occur in any text by chance, and are never counted as found."""


@dataclass(frozen=True)
class ArticleVersion:
    """A version of an article, its word tokens, and the wordings of its claims in the order of their contents.

    A token is named by its index in ``tokens``, a claim by its index in ``claims``.
    """

    article: Article
    tokens: WordTokens
    claims: tuple[ClaimWording, ...]

    @classmethod
    def of(cls, article: Article, claims: Iterable[Claim]) -> Self:
        """A version from its article and the claims that were extracted from it, in any order."""
        ordered = sorted(claims, key=lambda c: (c.content[0].start, c.start, c.id))
        return cls(article, WordTokens.of(article.text), tuple(map(ClaimWording.of, ordered)))

    @cached_property
    def sentences(self) -> tuple[range, ...]:
        """The sentences, each as the indices of its tokens."""
        return tuple(self.tokens.within(start, end) for start, end in sentences(self.article))

    def sentence_of(self, token: int) -> range:
        """The token indices of the sentence around a token; empty where it is in none."""
        at = bisect_right(self.sentences, token, key=lambda sentence: sentence.start) - 1
        return self.sentences[at] if at >= 0 and token in self.sentences[at] else range(0)

    def tokens_of(self, spans: Iterable[Span]) -> list[int]:
        """The indices of the tokens in some spans, in order."""
        return [k for span in spans for k in self.tokens.within(span.start, span.end)]

    def spans_of(self, indices: Sequence[int], pieces: Sequence[Span]) -> tuple[Span, ...]:
        """Tokens as spans, one for each run of neighbours; none reaches beyond one of the ``pieces``."""
        wanted = set(indices)
        found: list[Span] = []
        for piece in pieces:
            inside = [k for k in self.tokens.within(piece.start, piece.end) if k in wanted]
            run: list[int] = []
            for k in [*inside, -1]:
                if run and k != run[-1] + 1:
                    start = max(piece.start, self.tokens.starts[run[0]])
                    end = min(piece.end, self.tokens.ends[run[-1]])
                    found.append(self.article.span(start, end))
                    run = []
                run.append(k)
        return tuple(found)

    @cached_property
    def _spaced_keys(self) -> str:
        return f" {' '.join(self.tokens.keys)} "

    def contains(self, keys: Iterable[str]) -> bool:
        """Whether these tokens, as they are compared, occur in a row."""
        return f" {' '.join(keys)} " in self._spaced_keys

    def occurrences(self, text: str) -> int:
        """How often the words of ``text`` occur in a row."""
        return self._spaced_keys.count(f" {' '.join(WordTokens.of(text).keys)} ")

    def contains_claim(self, claim: Claim) -> bool:
        """Whether mention, cue and content of a claim all occur, neighbouring spans with the words between them."""
        return self._contains_all(_runs(claim))

    def contains_content(self, claim: Claim) -> bool:
        """Whether each span of a claim's content occurs."""
        return self._contains_all([s.text for s in claim.content])

    def _contains_all(self, texts: list[str]) -> bool:
        keys = [WordTokens.of(text).keys for text in texts]
        return sum(map(len, keys)) >= _LEAST_WORDS and all(map(self.contains, keys))


def _runs(claim: Claim) -> list[str]:
    """The texts of a claim's spans; spans close to each other are one text with what is between them."""
    text = claim.article.text
    joined: list[tuple[int, int]] = []
    for span in sorted((*claim.mention, *claim.cue, *claim.content)):
        if joined and len(WordTokens.of(text[joined[-1][1] : span.start]).keys) <= _GAP:
            joined[-1] = joined[-1][0], max(joined[-1][1], span.end)
        else:
            joined.append((span.start, span.end))
    return [text[start:end] for start, end in joined]
