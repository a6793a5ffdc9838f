"""Blocking keys of names: spellings of one name share at least one, so that not every two names need be compared."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations
from typing import Final

from claims.names.bodies import body_keys
from claims.names.name_lexicon import forms
from claims.names.name_tokens import person
from claims.names.parsing import is_body
from claims.names.phonetics import frames

_WEIGHED: Final = 5
"""So many words of a name, the last ones, make keys."""
_TOGETHER: Final = 2
"""In names of more words than these, two neighbours may be written as one."""
_VOWELS: Final = re.compile(r"[aeiouy]")
_SAME_VOWELS: Final = str.maketrans("eyu", "aio")


@lru_cache(maxsize=16_384)
def blocking_keys(name: str) -> frozenset[str]:
    """The blocking keys of a name; two spellings of one person's or body's name nearly always share at least one.

    A name without a word has no key.
    """
    return body_keys(name) if is_body(name) else body_keys(name) | person_keys(name)


@lru_cache(maxsize=16_384)
def person_keys(name: str) -> frozenset[str]:
    """The blocking keys of a person's name.

    A key joins two words, each by its consonants in broad classes or as a known name, so that few others have it. Keys
    that begin with "one" are those of the family name alone: a surname shares these with full names, and no others.
    """
    found: set[str] = set()
    tokens = [t for t in person(name).tokens if t.weight][-_WEIGHED:]
    words = [t.word for t in tokens]
    found.update(_joint_keys(words))
    if tokens and tokens[-1].shorn:
        found.update(_joint_keys([*words[:-1], tokens[-1].shorn]))
    if len(words) > _TOGETHER:
        for at in range(len(words) - 1):
            found.update(_joint_keys([words[at] + words[at + 1], *words[:at], *words[at + 2 :]]))
    if words:
        found.update(f"one {whole}" for whole in _wholes(words[-1]))
    return frozenset(found)


def _joint_keys(words: list[str]) -> Iterator[str]:
    """Each two words that are no initials, in the one order of both."""
    for one, other in combinations([_wholes(word) for word in words if len(word) > 1], 2):
        for a in one:
            for b in other:
                yield f"{a} {b}" if a <= b else f"{b} {a}"


@lru_cache(maxsize=65_536)
def _wholes(word: str) -> tuple[str, ...]:
    """A word's consonants, with a vowel where they are few, and its known forms."""
    return tuple(sorted(set(_consonants(word)) | forms(word)))


@lru_cache(maxsize=65_536)
def _consonants(word: str) -> tuple[str, ...]:
    vowels = "".join(_VOWELS.findall(word)[:1]).translate(_SAME_VOWELS)
    return tuple(dict.fromkeys(f if len(f) > 1 else f"{f}{vowels}" for f in frames(word)))
