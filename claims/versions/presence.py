"""Whether a claim's words stand in another text, so that a claim that was only overlooked there is no change."""

from typing import Final

from claims.records import Claim
from claims.wording import normalised, words

_GAP: Final = 3
"""Pieces of a claim with at most so many words between them are looked for in one stretch."""
_LEAST: Final = 4
"""Fewer words than these stand in any text."""


class Text:
    """An article's text, ready to be searched for words whatever their typography and line breaks."""

    def __init__(self, text: str) -> None:
        self._words = f" {normalised(text)} "

    def has(self, stretch: str) -> bool:
        """Whether the words of the stretch stand there in a row."""
        return self.times(stretch) > 0

    def times(self, stretch: str) -> int:
        """How often the words of the stretch stand there."""
        return self._words.count(f" {normalised(stretch)} ")

    def has_claim(self, claim: Claim) -> bool:
        """Whether mention, cue and content of the claim all stand there, in the same stretches."""
        stretches = _stretches(claim)
        return sum(len(words(s)) for s in stretches) >= _LEAST and all(self.has(s) for s in stretches)

    def has_content(self, claim: Claim) -> bool:
        """Whether the content of the claim stands there, piece by piece."""
        return len(words(claim.content_text)) >= _LEAST and all(self.has(s.text) for s in claim.content)


def _stretches(claim: Claim) -> list[str]:
    """The claim's words in the article, pieces that stand close together with what is between them."""
    text = claim.article.text
    joined: list[tuple[int, int]] = []
    for span in sorted((*claim.mention, *claim.cue, *claim.content)):
        if joined and len(words(text[joined[-1][1] : span.start])) <= _GAP:
            joined[-1] = joined[-1][0], max(joined[-1][1], span.end)
        else:
            joined.append((span.start, span.end))
    return [text[start:end] for start, end in joined]
