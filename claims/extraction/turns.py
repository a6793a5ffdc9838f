"""The turns of transcripts, interviews and broadcast scripts: who is marked to speak, by layout alone."""

import re
from collections import Counter
from typing import Final, NamedTuple

_TIME: Final = r"(?:[\[(]?\d{1,2}:\d\d(?::\d\d)?[\])]?\s+)?"
_LABEL: Final = r"(?P<label>[A-Z][\w.'’-]+(?: (?:[A-Z(][\w.'’)-]*|of|the|de|al|\d{1,2})){0,4}|[QA])"
_TURN = re.compile(
    rf"^{_TIME}[*_\"“]*{_LABEL}(?P<colon>[:：])[*_]*\s+(?P<words>\S.*?[.?!…—-][\"”’)\]*_]*)\s*$", re.MULTILINE
)
_LETTER_TURN = re.compile(
    r"^[*_]*(?P<label>[QA])(?P<colon>[.)])[*_]*\s+(?P<words>\S.*?[.?!…][\"”’)\]]*)\s*$", re.MULTILINE
)
_DASHED_TURN = re.compile(
    rf"^{_TIME}[*_]*{_LABEL} (?P<colon>[–—-])[*_]* +(?P<words>\S.*?[.?!…][\"”’)\]*_]*)\s*$", re.MULTILINE
)
_SOUND_BITE = re.compile(
    r"^\(+\s*(?P<colon>SOT|SOUNDBITE|SOUND BITE|BITE|UPSOUND)\b[^\w\n]*(?P<label>[A-Z][^()\n]{2,60}?)\s*\)+:?\s+"
    r"(?P<words>[\"“]?\w[^\n]*)",
    re.MULTILINE,
)
_LEAST_TURNS: Final = 3
_LEAST_LABELS: Final = 2


class Turn(NamedTuple):
    """What may be a turn in a transcript: offsets of the label, of the colon or sign beside it, and of the words.

    ``sure`` is false where the layout alone does not show it: "Cost: nobody knows."
    """

    label: tuple[int, int]
    colon: tuple[int, int]
    words: tuple[int, int]
    sure: bool


def turns(text: str) -> list[Turn]:
    """What may be the turns of a transcript in a text that has each paragraph on a line, in order.

    They are sure where there are three or more, of at least two labels, one of which comes twice; where questions
    and answers are marked "Q" and "A"; and where a script marks a sound bite: "((SOT - JANE ROE))". With a dash in
    place of the colon, only what is sure is a turn at all.
    """
    lettered = list(_LETTER_TURN.finditer(text))
    if {m["label"] for m in lettered} != {"Q", "A"}:
        lettered = []
    labelled = [*_TURN.finditer(text), *lettered]
    labels = Counter(m["label"] for m in labelled)
    repeated = _take_turns(labels)
    letters = {"Q", "A"} <= labels.keys()
    found = [(m, repeated or (letters and m["label"] in "QA")) for m in labelled]
    dashed = list(_DASHED_TURN.finditer(text))
    if _take_turns(Counter(m["label"] for m in dashed)):
        found += [(m, True) for m in dashed]
    found += [(m, True) for m in _SOUND_BITE.finditer(text)]
    return sorted(Turn(m.span("label"), m.span("colon"), m.span("words"), sure) for m, sure in found)


def _take_turns(labels: Counter[str]) -> bool:
    """Whether labels, with how often each stands, are those of people who speak by turns."""
    return labels.total() >= _LEAST_TURNS and len(labels) >= _LEAST_LABELS and max(labels.values()) > 1
