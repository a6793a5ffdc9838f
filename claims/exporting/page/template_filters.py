"""What templates ask for a value: the look and sign of a claim, words for screen readers, addresses, days, numbers."""

from collections.abc import Mapping
from datetime import date
from typing import Final
from urllib.parse import urlsplit

from claims.exporting.page.claim_notes import Note
from claims.exporting.page.marked_text import MarkedPiece
from claims.lexicons import words
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

MONTHS: Final = tuple(month.title() for month in words("calendar.month"))


def look(note: Note) -> str:
    """The class that colours the claim: its first speaker's, or on a page of two versions its change's."""
    return f"s{note.speakers[0].colour}" if note.became is None else f"x-{note.became}"


def signed(note: Note) -> str:
    """The letters or the sign that say without colour what the colour says."""
    return (
        "+".join(speaker.code for speaker in note.speakers)
        if note.became is None
        else change_sign(note.became)
    )


def change_sign(became: str) -> str:
    """The sign of a type of change, or of a claim that stayed as it was."""
    return "=" if became == UNCHANGED else CHANGE_SIGNS.get(became, "≈")


def spoken(note: Note) -> str:
    """What a screen reader says at the sign."""
    change = f" {note.became}," if note.became else ""
    return f"Claim {note.number}:{change} {note.speaker_name}, {note.claim.tag} confidence"


def marks(piece: MarkedPiece, notes: Mapping[int, Note]) -> str:
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


def web_address(text: str | None) -> str | None:
    """The text if it is an address on the web (http or https) that a browser can open, else None."""
    if not text or any(character.isspace() or not character.isprintable() for character in text):
        return None
    try:
        parts = urlsplit(text)
        return text if parts.scheme in {"http", "https"} and parts.hostname else None
    except ValueError:
        return None


def counted(number: int, noun: str) -> str:
    """A number with its noun, in the plural where it needs one."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def long_day(day: date) -> str:
    """The day in words that read the same everywhere: 14 March 2026."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


FILTERS: Final = (web_address, counted, long_day, look, marks, signed, spoken, change_sign)
"""Every filter of the templates; there it has the function's name."""
