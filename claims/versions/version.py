"""One version of an article, prepared for comparing."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Self

from claims.records import Article, Claim, Span
from claims.text.claim_wording import ClaimWording
from claims.versions.presence import Text
from claims.versions.sentences import sentences
from claims.versions.wordlist import Words


@dataclass(frozen=True)
class Version:
    """A version's article, its words, and its claims in the order of their contents."""

    article: Article
    words: Words
    claims: tuple[ClaimWording, ...]

    @classmethod
    def of(cls, article: Article, claims: Iterable[Claim]) -> Self:
        """A version from its article and the claims that were found in it."""
        ordered = sorted(claims, key=lambda c: (c.content[0].start, c.start, c.id))
        return cls(article, Words.of(article.text), tuple(ClaimWording.of(c) for c in ordered))

    @cached_property
    def text(self) -> Text:
        """The text, to be searched for words."""
        return Text(self.words)

    @cached_property
    def sentences(self) -> tuple[range, ...]:
        """The sentences, each as the indices of its words."""
        return tuple(self.words.within(start, end) for start, end in sentences(self.article))

    def sentence(self, index: int) -> range:
        """The sentence that has this word; empty where it stands in none."""
        at = bisect_right(self.sentences, index, key=lambda sentence: sentence.start) - 1
        return self.sentences[at] if at >= 0 and index in self.sentences[at] else range(0)

    def indices(self, spans: Iterable[Span]) -> list[int]:
        """The indices of the words in some spans, in order."""
        return [k for span in spans for k in self.words.within(span.start, span.end)]

    def spans(self, indices: Sequence[int], pieces: Sequence[Span]) -> tuple[Span, ...]:
        """Words that follow each other as spans of the text, none of which reaches beyond one of the ``pieces``."""
        found: list[Span] = []
        for piece in pieces:
            inside = [k for k in self.words.within(piece.start, piece.end) if k in set(indices)]
            run: list[int] = []
            for k in [*inside, -1]:
                if run and k != run[-1] + 1:
                    start, end = (
                        max(piece.start, self.words.starts[run[0]]),
                        min(piece.end, self.words.ends[run[-1]]),
                    )
                    found.append(self.article.span(start, end))
                    run = []
                run.append(k)
        return tuple(found)
