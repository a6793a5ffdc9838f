"""Blocking keys of names: spellings of one name share at least one, so that not every two names need be compared."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from claims.names.bodies import body_keys
from claims.names.name_lexicon import forms
from claims.names.name_tokens import person
from claims.names.parsing import is_body
from claims.names.phonetics import frames

_WEIGHED: Final = 5
"""So many words of a name, the last ones, make keys."""
_START: Final = 3
"""How many consonants of another word a key has."""
_LONG: Final = 3
"""More consonants than these may stand with the other word's initial alone."""
_TOGETHER: Final = 2
"""In names of more words than these, two neighbours may be written as one."""
_VOWELS: Final = re.compile(r"[aeiouy]")
_SAME_VOWELS: Final = str.maketrans("eyu", "aio")


@lru_cache(maxsize=16_384)
def blocking_keys(name: str) -> frozenset[str]:
    """The blocking keys of a name; two spellings of one person's or body's name nearly always share at least one.

    A key of a person joins one word, by its consonants in broad classes or as a known name, with the beginning of
    another, so that few others have it. Keys that begin with "one" are those of the family name alone: a surname
    shares these with full names, and no others. A name without a word has no key.
    """
    found = set(body_keys(name))
    if is_body(name):
        return frozenset(found)
    tokens = [t for t in person(name).tokens if t.weight][-_WEIGHED:]
    words = [t.word for t in tokens]
    if tokens and tokens[-1].shorn:
        found.update(_joint_keys([*words[:-1], tokens[-1].shorn], at=len(words) - 1))
    for at in range(len(words)):
        found.update(_joint_keys(words, at))
    if len(words) > _TOGETHER:
        for at in range(len(words) - 1):
            joined = [words[at] + words[at + 1], *words[:at], *words[at + 2 :]]
            found.update(_joint_keys(joined, at=0))
    if words:
        found.update(f"one {whole}" for whole in _wholes(words[-1]))
    return frozenset(found)


def _joint_keys(words: list[str], at: int) -> Iterator[str]:
    """One word with the beginning of each other one; with its initial alone where the word's key is long."""
    if len(words[at]) == 1:
        return
    for whole in _wholes(words[at]):
        for other, word in enumerate(words):
            if other != at:
                for start in _starts(word):
                    yield f"{whole} {start}"
                if len(whole) > _LONG:
                    yield f"{whole} {word[0]}."


@lru_cache(maxsize=65_536)
def _wholes(word: str) -> tuple[str, ...]:
    """A word's consonants, with a vowel where they are few, and its known forms."""
    return tuple(sorted(set(_consonants(word)) | forms(word)))


@lru_cache(maxsize=65_536)
def _consonants(word: str) -> tuple[str, ...]:
    vowels = "".join(_VOWELS.findall(word)[:1]).translate(_SAME_VOWELS)
    return tuple(dict.fromkeys(f if len(f) > 1 else f"{f}{vowels}" for f in frames(word)))


@lru_cache(maxsize=65_536)
def _starts(word: str) -> tuple[str, ...]:
    """The beginning of a word's consonants, and a known name's forms."""
    return tuple(sorted({start[:_START] for start in _consonants(word)} | forms(word)))
