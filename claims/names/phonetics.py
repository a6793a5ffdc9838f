"""Phonetic keys: a word of a name as the sounds that its letters stand for, whatever the outlet's romanisation."""

import re
from functools import lru_cache
from typing import Final

_VOWEL_SPELLINGS: Final = "a e i o u y ou oo ee ie ei ay ai ey au oe ae ue eu ij iy ii yy aa"
_CONSONANT_SPELLINGS: Final = """
schtsch chtch shch tsch dzh dsch sch tch kh gh sh ch zh th dh ph ts tz dz dj ck sz cz hs rh qu gu(?=[ei])
"""
_LONGEST_FIRST: Final = sorted(f"{_VOWEL_SPELLINGS} {_CONSONANT_SPELLINGS}".split(), key=len, reverse=True)
_UNIT: Final = re.compile("|".join((*_LONGEST_FIRST, r"\w")))
VOWELS: Final = frozenset(_VOWEL_SPELLINGS.split())
"""Vowels, also of two letters."""
_DOUBLED: Final = re.compile(r"([^\W\daeiou])\1+")


def by_spelling(spellings: dict[str, str]) -> dict[str, str]:
    """What each spelling stands for, from a table of all spellings, parted by blanks, of each thing."""
    return {spelling: meant for meant, listed in spellings.items() for spelling in listed.split()}


_CLASSES: Final = by_spelling(
    {
        "k": "k q c ck kh gh g gu qu h x hs",
        "t": "t d th dh",
        "s": "s z ss ts tz sz ch sh zh cz tch tsch sch shch schtsch chtch j dj dz dzh dsch",
        "p": "p b",
        "f": "f v w ph",
        "m": "m",
        "n": "n",
        "l": "l",
        "r": "r rh",
    }
)
_ALSO: Final = by_spelling({"s": "c hs g x dh th", "k": "ch", "": "j w h"})
"""The other class of sounds that some spellings stand for; none where the letter may be a vowel or silent."""
_MOST_FRAMES: Final = 6


@lru_cache(maxsize=4_096)
def units(word: str) -> tuple[str, ...]:
    """The word's letters and letter groups, doubled consonants as one: "khashoggi" gives kh a sh o g i."""
    return tuple(_UNIT.findall(_DOUBLED.sub(r"\1", word)))


@lru_cache(maxsize=4_096)
def frame(word: str) -> str:
    """The consonants of a word in broad classes, without vowels and weak letters: the same for most spellings."""
    return frames(word)[0]


@lru_cache(maxsize=4_096)
def frames(word: str) -> tuple[str, ...]:
    """The word's frame and the next ones that it may have where letters stand for several sounds."""
    found = [""]
    sounds = units(word)
    if len(sounds) > 1 and sounds[-1] == "h":
        sounds = sounds[:-1]
    for unit in sounds:
        sound = _CLASSES.get(unit, "" if unit.isascii() else unit)
        ways = [sound, _ALSO[unit]] if unit in _ALSO else [sound]
        found = [f if f[-1:] == way else f + way for way in ways for f in found][:_MOST_FRAMES]
    return tuple(dict.fromkeys(found))
