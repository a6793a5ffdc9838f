"""Transcripts: paragraphs that begin with who speaks, "TAMEKKANT: I have nothing to add."."""

import re
from collections import Counter
from typing import NamedTuple

_TURN = re.compile(
    r"^[\"“]?(?P<label>[A-Z][\w.'’-]+(?: (?:[A-Z(][\w.'’)-]*|of|the|de|al)){0,4})(?P<colon>:)\s+"
    r"(?P<words>\S.*?[.?!…—-][\"”’)\]]*)\s*$",
    re.MULTILINE,
)
_LEAST_TURNS, _LEAST_LABELS = 3, 2


class Turn(NamedTuple):
    """What may be a turn in a transcript: offsets of the label, the colon and the words.

    ``sure`` is false where the layout alone does not show it: "Cost: nobody knows."
    """

    label: tuple[int, int]
    colon: tuple[int, int]
    words: tuple[int, int]
    sure: bool


def turns(text: str) -> list[Turn]:
    """What may be the turns of a transcript in a text that has each paragraph on a line.

    They are sure where there are three or more, of at least two labels, one of which comes twice.
    """
    found = list(_TURN.finditer(text))
    labels = Counter(m["label"] for m in found)
    sure = len(found) >= _LEAST_TURNS and len(labels) >= _LEAST_LABELS and max(labels.values()) > 1
    return [Turn(m.span("label"), m.span("colon"), m.span("words"), sure) for m in found]
