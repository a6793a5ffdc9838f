"""Romanisation: names of any script in plain Latin letters."""

import re
import unicodedata
from functools import lru_cache
from typing import Final

from claims.lexicons import table
from claims.text.normalisation import plain, unaccented

_VOWELLESS: Final = table("romanisation.arabic") | table("romanisation.hebrew")
_WITH_VOWELS: Final = (
    table("romanisation.latin") | table("romanisation.cyrillic") | table("romanisation.greek")
)
_SILENT: Final = "-"
_LETTERS: Final = str.maketrans(
    {letter: latin.strip(_SILENT) for letter, latin in _WITH_VOWELS.items()}
    | {letter: "" if latin == _SILENT else f"{latin}'" for letter, latin in _VOWELLESS.items()}
)
_ARABIC_ARTICLE: Final = re.compile(r"\b[اٱ]ل(?=\w{2})")
_KOREAN_FAMILY: Final = re.compile(r"\b([가-힣])(?=[가-힣]{1,2}\b)")
_SYLLABLE: Final = re.compile(r"(?:HANGUL SYLLABLE|(?:KATAKANA|HIRAGANA) LETTER(?: SMALL)?) (\w+)$")


@lru_cache(maxsize=8_192)
def romanised(name: str) -> str:
    """The name in lower-case Latin letters without accents; letters of scripts not known here are kept.

    Cyrillic, Greek, Arabic and Hebrew letters by tables of the lexicon, Korean and Japanese syllables by
    their names in Unicode. Where short vowels may be missing, an apostrophe stands: after Arabic and Hebrew
    letters.
    """
    text = plain(name)
    if text.isascii():
        return text.lower()
    text = _KOREAN_FAMILY.sub(r"\1 ", _ARABIC_ARTICLE.sub("", text)).casefold().translate(_LETTERS)
    text = unaccented(text).translate(_LETTERS)
    return text if text.isascii() else "".join(map(_syllable, text)).lower()


def is_vowelless(word: str) -> bool:
    """Whether a word stands in a script that leaves short vowels out."""
    return not word.isascii() and any(letter in _VOWELLESS for letter in word)


def _syllable(letter: str) -> str:
    found = _SYLLABLE.match(unicodedata.name(letter, ""))
    return found[1] if found else letter
