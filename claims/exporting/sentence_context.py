"""The sentence or sentences around a claim, so that it can be judged without opening the article."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from claims.records import Article, Claim, Span
from claims.text.sentences import sentence_starts

_REACH: Final = 1_000
"""How many characters before and after a claim are searched, so that a text without stops stays readable."""


@dataclass(frozen=True, slots=True)
class Highlighted:
    """A text of which some stretches are set off, each by its start and end, end exclusive."""

    text: str
    stretches: tuple[tuple[int, int], ...] = ()


def context(claim: Claim, words: Iterable[Span] | None = None) -> Highlighted:
    """The whole sentences of the claim's paragraph that hold its mention, cue and content.

    White space is folded, and the pieces of the content are set off; instead of these ``words``, where they are given
    and stand there. A sentence that runs on for more than 1,000 characters beyond the claim is cut there and marked
    with "…".
    """
    article = claim.article
    left, right = _paragraph(article, claim.start)[0], _paragraph(article, claim.end - 1)[1]
    low, high = max(left, claim.start - _REACH), min(right, claim.end + _REACH)
    text = article.text[low:high]
    starts = sentence_starts(text)
    first = max(start for start in starts if start <= claim.start - low)
    last = min((start for start in starts if start >= claim.end - low), default=len(text))
    before = "… " if first == 0 and low > left else ""
    after = " …" if last == len(text) and high < right else ""
    sentences = text[first:last]
    inside = (s for s in (claim.content if words is None else words) if low + first <= s.start < low + last)
    places = tuple(_place(sentences, s.start - low - first, s.text, len(before)) for s in inside)
    return Highlighted(f"{before}{_folded(sentences)}{after}", places)


def _place(text: str, start: int, words: str, shift: int) -> tuple[int, int]:
    """Where the words that stand at ``start`` of a text come to stand when its white space is folded."""
    start += len(words) - len(words.lstrip())
    preceding = _folded(text[:start])
    folded_start = shift + len(preceding) + bool(preceding and text[start - 1].isspace())
    return folded_start, folded_start + len(_folded(words))


def _folded(text: str) -> str:
    return " ".join(text.split())


def _paragraph(article: Article, position: int) -> tuple[int, int]:
    """Start and end of the block around a place; the whole text where no block holds it."""
    index = bisect_right(article.blocks, position, key=lambda block: block.start) - 1
    if index >= 0 and position < article.blocks[index].end:
        return article.blocks[index].start, article.blocks[index].end
    return 0, len(article.text)
