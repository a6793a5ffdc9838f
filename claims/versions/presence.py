"""Whether a claim's words stand in another text, so that a claim that was only overlooked there is no change."""

from collections.abc import Iterable
from typing import Final

from claims.records import Claim
from claims.versions.wordlist import Words

_GAP: Final = 3
"""Pieces of a claim with at most so many words between them are looked for in one stretch."""
_LEAST: Final = 4
"""Fewer words than these stand in any text."""


class Text:
    """An article's text, ready to be searched for words whatever their typography and line breaks."""

    def __init__(self, words: Words) -> None:
        self._words = f" {' '.join(words.keys)} "

    def has(self, keys: Iterable[str]) -> bool:
        """Whether these words, in the form in which they are compared, stand there in a row."""
        return f" {' '.join(keys)} " in self._words

    def times(self, stretch: str) -> int:
        """How often the words of the stretch stand there in a row."""
        return self._words.count(f" {' '.join(Words.of(stretch).keys)} ")

    def has_claim(self, claim: Claim) -> bool:
        """Whether mention, cue and content of the claim all stand there, in the same stretches."""
        return self._has(_stretches(claim))

    def has_content(self, claim: Claim) -> bool:
        """Whether the content of the claim stands there, piece by piece."""
        return self._has([s.text for s in claim.content])

    def _has(self, stretches: list[str]) -> bool:
        keys = [Words.of(stretch).keys for stretch in stretches]
        return sum(map(len, keys)) >= _LEAST and all(map(self.has, keys))


def _stretches(claim: Claim) -> list[str]:
    """The claim's words in the article, pieces that stand close together with what is between them."""
    text = claim.article.text
    joined: list[tuple[int, int]] = []
    for span in sorted((*claim.mention, *claim.cue, *claim.content)):
        if joined and len(Words.of(text[joined[-1][1] : span.start]).keys) <= _GAP:
            joined[-1] = joined[-1][0], max(joined[-1][1], span.end)
        else:
            joined.append((span.start, span.end))
    return [text[start:end] for start, end in joined]
