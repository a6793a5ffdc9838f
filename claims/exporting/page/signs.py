"""How a claim is marked on the page: classes for its look, the sign before it, and words for who hears it."""

from collections.abc import Mapping

from claims.exporting.page.notes import Note
from claims.exporting.page.segments import Piece
from claims.records import ChangeType

CHANGE_SIGNS: Mapping[ChangeType | str, str] = {
    "added": "+",
    "removed": "−",
    "reworded": "≈",
    "figure": "#",
    "reattributed": "@",
    "stance": "!",
    "kind": "“",
    "moved": "↕",
}
UNCHANGED = "unchanged"
_UNCHANGED_SIGN = "="


def look(note: Note) -> str:
    """The class that colours the claim: its speaker's, or on a page of two versions its change's."""
    return f"s{note.voice.colour}" if note.became is None else f"x-{note.became}"


def signed(note: Note) -> str:
    """The letters or the sign that tell without colour what the colour tells."""
    return note.voice.code if note.became is None else change_sign(note.became)


def change_sign(became: str) -> str:
    """The sign of a type of change, or of a claim that stayed as it was."""
    return _UNCHANGED_SIGN if became == UNCHANGED else CHANGE_SIGNS.get(became, "≈")


def spoken(note: Note) -> str:
    """What a screen reader says at the sign."""
    change = f" {note.became}," if note.became else ""
    return f"Claim {note.number}:{change} {note.voice.name}, {note.claim.tag} confidence"


def marks(piece: Piece, notes: Mapping[int, Note]) -> str:
    """The classes of a piece: the innermost claim gives colour and line, the next one a second line.

    The page's script does the same when a filter hides claims.
    """
    classes = []
    if piece.content:
        inner = notes[piece.content[0]]
        classes.append(f"k {look(inner)} {inner.claim.tag}")
    if len(piece.content) > 1:
        outer = notes[piece.content[1]]
        classes.append(f"o o-{look(outer)} o-{outer.claim.tag}")
    if piece.mention:
        classes.append("m")
    if piece.cue:
        classes.append("q")
    return " ".join(classes)
