"""Bringing words to a common form, so that they can be compared whatever their typography."""

import re
import unicodedata
from functools import lru_cache

from claims.records import single_spaced

QUOTATION_MARKS = "\"'`´“”„‟‘’‚‛«»‹›＂＇「」『』"
"""Every character that opens or closes a quotation, also where it may be an apostrophe."""

PURE_QUOTATION_MARKS = frozenset(QUOTATION_MARKS) - frozenset("'’‘`´‚‛")
"""Those of them that are never an apostrophe or an accent."""

_TYPOGRAPHY = (
    dict.fromkeys("“”„‟«»＂", '"')
    | dict.fromkeys("‘’‚‛‹›´`＇", "'")
    | dict.fromkeys("‐‑‒–—―−", "-")
    | {"…": "..."}
)
_WORD = re.compile(r"\w+(?:[.,:/]\d+)*(?:'\w+)?")


def plain(text: str) -> str:
    """The text in NFKC with straight quotation marks, hyphens and single spaces; case is kept."""
    if text.isascii():
        return single_spaced(text.replace("`", "'"))
    text = unicodedata.normalize("NFKC", text)
    for mark, instead in _TYPOGRAPHY.items():
        if mark in text:
            text = text.replace(mark, instead)
    return single_spaced(text)


def unaccented(text: str) -> str:
    """The text without combining marks: "Peña" gives "Pena"."""
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFKD", text)
    return unicodedata.normalize("NFC", "".join(c for c in decomposed if not unicodedata.combining(c)))


def words(text: str) -> list[str]:
    """The case-folded words of a text, without punctuation; figures such as "1,200" stay whole."""
    return _WORD.findall(plain(text).casefold())


@lru_cache(maxsize=4_096)  # names and mentions, which many claims have in common
def normalised(text: str) -> str:
    """The words of a text joined by single spaces: equal for texts that differ in typography only."""
    return " ".join(words(text))
