"""Blocking keys of names: spellings of one name share at least one, so that not every two names need be compared."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import combinations, product
from typing import Final, NamedTuple

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


def person_keys(name: str) -> frozenset[str]:
    """The blocking keys of a person's name.

    A key joins two words, each by its consonants in broad classes or as a known name, so that few others have it. Keys
    that begin with "one" are those of the family name alone: a surname shares these with full names, and no others.
    """
    return family_keys(name) | word_keys(name).pairs


def family_keys(name: str) -> frozenset[str]:
    """Those of a person's :func:`person_keys` that are of the family name alone."""
    weighed = [t.word for t in person(name).tokens if t.weight]
    return frozenset(f"one {whole}" for whole in _wholes(weighed[-1])) if weighed else frozenset()


class WordKeys(NamedTuple):
    """The keys that join words of a person's name.

    ``pairs``: those of each two words.
    ``whole``: those of them that have all words of the name that are no initials.
    ``triples``: those of each three words.
    """

    pairs: frozenset[str]
    whole: frozenset[str]
    triples: frozenset[str]


@lru_cache(maxsize=1_024)
def word_keys(name: str) -> WordKeys:
    """The keys that join words of a person's name.

    Spellings of one person's name nearly always share a triple, or a pair that is the whole of one of them: of names of
    three and more words many share two words by chance, a usual first name and a usual family name or two first names.
    """
    tokens = [t for t in person(name).tokens if t.weight][-_WEIGHED:]
    words = [t.word for t in tokens]
    ways = [words]
    if tokens and tokens[-1].shorn:
        ways.append([*words[:-1], tokens[-1].shorn])
    if len(words) > _TOGETHER:
        ways += ([*words[:at], words[at] + words[at + 1], *words[at + 2 :]] for at in range(len(words) - 1))
    pairs, whole, triples = set[str](), set[str](), set[str]()
    for way in ways:
        known = [_wholes(word) for word in way if len(word) > 1]
        found = set(_joint_keys(known, 2))
        pairs |= found
        if len(known) == 2:
            whole |= found
        triples.update(_joint_keys(known, 3))
    return WordKeys(frozenset(pairs), frozenset(whole), frozenset(triples))


def _joint_keys(words: Iterable[tuple[str, ...]], together: int) -> Iterator[str]:
    """So many words at a time, in an order that is not that of the name."""
    for some in combinations(words, together):
        for ways in product(*some):
            yield " ".join(sorted(ways))


@lru_cache(maxsize=65_536)
def _wholes(word: str) -> tuple[str, ...]:
    """A word's consonants, with a vowel where they are few, and its known forms."""
    return tuple(sorted(set(_consonants(word)) | forms(word)))


def _consonants(word: str) -> tuple[str, ...]:
    vowels = "".join(_VOWELS.findall(word)[:1]).translate(_SAME_VOWELS)
    return tuple(dict.fromkeys(f if len(f) > 1 else f"{f}{vowels}" for f in frames(word)))
