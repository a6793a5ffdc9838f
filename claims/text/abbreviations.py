"""Abbreviations: after which words a full stop ends no sentence."""

import re
from typing import Final

from claims.lexicons import word_set

BEFORE_NAMES: Final = word_set("abbreviations.before_names", "roles.abbreviated")
"""Casefolded abbreviations that a name follows: "mr"."""
BEFORE_NUMBERS: Final = word_set("abbreviations.before_numbers", "calendar.short_month")
"""Casefolded abbreviations that a number follows: "no", "sept"."""
MAY_END: Final = word_set("abbreviations.may_end")
"""Casefolded abbreviations that often end a sentence: "inc"."""
ABBREVIATIONS: Final = BEFORE_NAMES | BEFORE_NUMBERS | MAY_END | word_set("places.shortened_state")
"""All abbreviations, casefolded."""

_OPENERS: Final = word_set("function_words.openers")
_LAST_WORD: Final = re.compile(r"(?:\w+\.)*\w+$")


def is_abbreviation(before: str, following: str) -> bool:
    """Whether the full stop after the text ``before`` belongs to its last word, going by the word that follows.

    Initials and words with full stops inside ("U.S") count as abbreviations that may end a sentence.
    """
    found = _LAST_WORD.search(before)
    if not found:
        return False
    word = found[0].casefold()
    if word in BEFORE_NAMES:
        return True
    if word in BEFORE_NUMBERS and following[0].isdigit():
        return True
    shortened = word in MAY_END or "." in word or (len(word) == 1 and word.isalpha())
    return shortened and following.casefold() not in _OPENERS


def ends_in_abbreviation(text: str) -> bool:
    """Whether a text, of which nothing more is known, ends in the full stop of an initial or a title: "Mr."."""
    found = _LAST_WORD.search(text[:-1]) if text.endswith(".") else None
    if not found or not (found[0][0].isupper() or found[0] == "vs"):
        return False
    word = found[0].casefold()
    return word in BEFORE_NAMES or word == "no" or len(word) == 1
