"""The content of a cue: which of the pieces that point to it, where they begin and end, and what coordination adds."""

import re
from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from claims.extraction.transitions import Position
from claims.extraction.words import ArticleWords, Piece

_ADVERBS = r"(?:(?:also|then|later|further|again|even|\w+ly)\s+)*"
_BEHIND_AND = re.compile(rf"(?:,|\b(?:and|but|then))\s+{_ADVERBS}\Z")
_PARTICIPLE = re.compile(r"\w+ing\b")
_SENTENCE_END = re.compile(r"[.!?][\"”’]?\s|\n\s*\n")
_ONLY_A_CUE = re.compile(
    rf"[,;\s]*(?:(?:and|but|then)\s+)?{_ADVERBS}(?P<cue>(?:\w+(?:ed|ing)(?:\s+out)?|said|says|told|wrote)\b)[,:\s]*"
)
_TOPIC = re.compile(
    r"(?:regarding|concerning|as (?:for|to|regards)|with (?:regard|respect) to|in response to"
    r"|(?:commenting|speaking|asked) (?:on|of|about))\b",
    re.IGNORECASE,
)
"""How a content begins that only names what is spoken of: "Regarding the border, ..."."""
_NEVER_FIRST = frozenset(",;:")
_NEVER_LAST = frozenset({"and", "but", "or", ",", ";"})
STRAY = 1
"""Content pieces of so few words, beside one at least twice as long, are taken for noise."""


def content_of(
    cue: Piece, found: Sequence[Piece], words: ArticleWords, taken: NDArray[np.bool_]
) -> list[Piece]:
    """The content of a cue, in text order, from the pieces that point to it; it may be empty.

    ``taken`` says which words have a role.
    """
    near = _near(cue, _joined(found, words, taken), words)
    return [_trimmed(p, words) for p in _without_strays(_without_topic(cue, near, words))]


def _joined(found: Sequence[Piece], words: ArticleWords, taken: NDArray[np.bool_]) -> list[Piece]:
    """The pieces, as one where nothing is between them but marks without a role in the same paragraph."""
    out: list[Piece] = []
    parts = [part for piece in found for part in _by_paragraph(piece, words)]
    for piece in sorted(parts, key=lambda p: p.start):
        between = slice(out[-1].end, piece.start) if out else slice(0)
        if (
            out
            and words.are_marks(between).all()
            and not taken[between].any()
            and words.same_paragraph(out[-1].end - 1, piece.start)
        ):
            out[-1] = Piece(piece.role, out[-1].start, piece.end)
        else:
            out.append(piece)
    return out


def _by_paragraph(piece: Piece, words: ArticleWords) -> list[Piece]:
    """A piece as one for each paragraph."""
    first = range(piece.start + 1, piece.end)
    begin = [piece.start, *(i for i in first if not words.same_paragraph(i - 1, i))]
    return [Piece(piece.role, a, b) for a, b in pairwise([*begin, piece.end])]


def _near(cue: Piece, content: list[Piece], words: ArticleWords) -> list[Piece]:
    """The pieces that a cue can have: of another paragraph only what is quoted or led on to by a colon.

    A mark that stands for a cue, as before a signature, may stand in a paragraph of its own.
    """
    if words.leads_on(cue.start) or not any(c.isalnum() for c in words.word(cue.start)):
        return content
    return [p for p in content if words.same_paragraph(p.start, cue.start) or words.is_quoted(p.start)]


def _without_topic(cue: Piece, content: list[Piece], words: ArticleWords) -> list[Piece]:
    """The pieces without what only names their topic, if anything is said behind the cue."""
    asserted = [p for p in content if p.start > cue.start or not _TOPIC.match(words.text, words.start(p))]
    return asserted if any(p.start > cue.start for p in asserted) else content


def _without_strays(content: list[Piece]) -> list[Piece]:
    longest = max((p.end - p.start for p in content), default=0)
    return [p for p in content if longest < 2 * STRAY + 1 or p.end - p.start > STRAY]


def _trimmed(piece: Piece, words: ArticleWords) -> Piece:
    """A piece without the words that an unquoted content neither begins nor ends with."""
    start, end = piece.start, piece.end
    while start < end - 1 and words.word(start) in _NEVER_FIRST:
        start += 1
    while (
        start < end - 1
        and words.positions[end - 1] != Position.QUOTED
        and words.word(end - 1).casefold() in _NEVER_LAST
    ):
        end -= 1
    return Piece(piece.role, start, end)


def shares_subject(text: str, earlier: int, cue: int) -> bool:
    """Whether a cue without a subject of its own, at ``cue``, has that of the earlier cue that ends at ``earlier``.

    It does so as a participle ("saying") or behind an "and", in the same sentence.
    """
    between = text[earlier:cue]
    if _SENTENCE_END.search(between):
        return False
    return bool(_PARTICIPLE.match(text, cue) or _BEHIND_AND.search(between))


def cue_between(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The offsets of a cue that is all there is from ``start`` to ``end``, between two contents.

    The content that follows must say that it has a cue, by "that".
    """
    found = _ONLY_A_CUE.fullmatch(text, start, end)
    return found.span("cue") if found and text.startswith("that ", end) else None
