"""Which words of two texts differ, so that they can be set off."""

import re
from difflib import SequenceMatcher

from claims.exporting.table import Offsets
from claims.text.normalisation import normalised

_WORD = re.compile(r"\S+")


def differing(one: str, other: str) -> tuple[Offsets, Offsets]:
    """Start and end of the stretches of each text that the other lacks; case and punctuation do not count."""
    sides = [list(_WORD.finditer(text)) for text in (one, other)]
    keys = [[normalised(word[0]) for word in words] for words in sides]
    stretches: tuple[list[tuple[int, int]], list[tuple[int, int]]] = ([], [])
    for tag, *places in SequenceMatcher(None, keys[0], keys[1], autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        for found, words, (start, end) in zip(stretches, sides, (places[:2], places[2:]), strict=True):
            if end > start:
                found.append((words[start].start(), words[end - 1].end()))
    return tuple(stretches[0]), tuple(stretches[1])
