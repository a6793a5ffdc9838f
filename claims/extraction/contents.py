"""Which of the pieces that point to a cue are its content, and where they begin and end."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from claims.extraction.coordination import is_topic, may_begin, may_end
from claims.extraction.pieces import Piece
from claims.extraction.transitions import Place
from claims.extraction.words import Words

STRAY = 1
"""Content pieces of so few words, beside one at least twice as long, are taken for noise."""


def content_of(cue: Piece, found: Sequence[Piece], words: Words, taken: NDArray[np.bool_]) -> list[Piece]:
    """The content of a cue, in text order, from the pieces that point to it; it may be empty.

    ``taken`` says which words have a role.
    """
    near = _near(cue, _joined(found, words, taken), words)
    return [_trimmed(p, words) for p in _without_strays(_without_topic(cue, near, words))]


def _joined(found: Sequence[Piece], words: Words, taken: NDArray[np.bool_]) -> list[Piece]:
    """The pieces, as one where nothing is between them but marks without a role in the same paragraph."""
    out: list[Piece] = []
    for piece in sorted(found, key=lambda p: p.start):
        between = slice(out[-1].end, piece.start) if out else slice(0)
        if out and (
            between.start == between.stop
            or (
                words.are_marks(between).all()
                and not taken[between].any()
                and words.same_paragraph(out[-1].end - 1, piece.start)
            )
        ):
            out[-1] = Piece(piece.role, out[-1].start, piece.end)
        else:
            out.append(piece)
    return out


def _near(cue: Piece, content: list[Piece], words: Words) -> list[Piece]:
    """The pieces that a cue can have: of another paragraph only what is quoted or led on to by a colon.

    A mark that stands for a cue, as before a signature, may stand in a paragraph of its own.
    """
    if words.leads_on(cue.start) or not any(c.isalnum() for c in words.word(cue.start)):
        return content
    return [p for p in content if words.same_paragraph(p.start, cue.start) or words.is_quoted(p.start)]


def _without_topic(cue: Piece, content: list[Piece], words: Words) -> list[Piece]:
    """The pieces without what they are about, if anything is said behind the cue: "Regarding the border, ..."."""
    asserted = [p for p in content if p.start > cue.start or not is_topic(words.text, words.start(p))]
    return asserted if any(p.start > cue.start for p in asserted) else content


def _without_strays(content: list[Piece]) -> list[Piece]:
    longest = max((p.end - p.start for p in content), default=0)
    return [p for p in content if longest < 2 * STRAY + 1 or p.end - p.start > STRAY]


def _trimmed(piece: Piece, words: Words) -> Piece:
    """A piece without the words that an unquoted content neither begins nor ends with."""
    start, end = piece.start, piece.end
    while start < end - 1 and not may_begin(words.word(start)):
        start += 1
    while start < end - 1 and words.places[end - 1] != Place.QUOTED and not may_end(words.word(end - 1)):
        end -= 1
    return Piece(piece.role, start, end)
