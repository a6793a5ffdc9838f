"""Under which keys a claim is looked up when another may make the same assertion.

A key depends on its claim alone, not on what else there is, so that it does not matter in which order claims come.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from typing import Final, Self

import numpy as np
from numpy.typing import NDArray

from claims.merging.speakers import key_words
from claims.records import Claim
from claims.text.canonical import STOP_WORDS, canonical, canonical_of_plain, is_number, stem
from claims.text.cue_sense import telling_stems
from claims.text.negation import bare_stem
from claims.text.normalisation import plain

RAREST: Final = 16
"""How many of a claim's rarest stems are keys, each with its speaker."""
RUN: Final = 3
"""Stems in a run, which is a key whoever speaks."""
ENOUGH: Final = 2
"""Least number of keys that two claims have in common to be compared; a run counts as so many."""

Numbers = NDArray[np.uint64]
Indices = NDArray[np.int64]
Owners = NDArray[np.int32]

_MIXING: Final = np.uint64(0x9E3779B97F4A7C15)
_HASH_BITS: Final = 58
_SILENT: Final = -1
_FIGURE: Final = -2
_NO_STEMS: Final = (_SILENT, _FIGURE)
_OF_RUN: Final = np.uint64(1)
"""The bit that the keys of runs have, and no others."""


@dataclass(frozen=True, slots=True)
class Looks:
    """What of some claims is looked at before they are compared, claim after claim.

    ``sizes``: how many different stems each has in content and cue; ``stems``: their numbers, ascending within
    each claim; ``figures``: whether it has any; ``owners`` and ``keys``: each key with the index of its claim.
    """

    sizes: Indices
    stems: Numbers
    figures: NDArray[np.bool_]
    owners: Owners
    keys: Numbers

    @classmethod
    def joined(cls, parts: Sequence[Self]) -> Self:
        """The looks of several lots of claims as those of all, in their order."""
        starts = np.cumsum([0, *(len(p.sizes) for p in parts)])
        return cls(
            np.concatenate([p.sizes for p in parts]),
            np.concatenate([p.stems for p in parts]),
            np.concatenate([p.figures for p in parts]),
            np.concatenate([p.owners + np.int32(start) for p, start in zip(parts, starts, strict=False)]),
            np.concatenate([p.keys for p in parts]),
        )


def look(claims: Iterable[Claim]) -> Looks:
    """The looks of some claims: a key for each of a claim's rarest stems with its speaker, and for each run."""
    sizes: list[int] = []
    lengths: list[int] = []
    whole: list[int] = []
    ordered: list[int] = []
    figures: list[bool] = []
    who: list[int] = []
    speakers: list[int] = []
    for claim in claims:
        words = canonical_of_plain(plain(claim.content_text))
        numbers = list(map(_number, words))
        own = [number for number in numbers if number not in _NO_STEMS]
        stems = {stem_number(word) for word in telling_stems(canonical(claim.cue_text))}.union(own)
        sizes.append(len(stems))
        whole.extend(sorted(stems))
        lengths.append(len(own))
        ordered.extend(own)
        figures.append(_FIGURE in numbers)
        known = key_words(claim)
        speakers.append(len(known))
        who.extend(map(stem_number, known))
    counts, flat = np.array(sizes, dtype=np.int64), np.array(whole, dtype=np.uint64)
    runs = _runs(np.repeat(np.arange(len(sizes)), lengths), np.array(ordered, dtype=np.uint64))
    told = _told(counts, flat, np.array(speakers, dtype=np.int64), np.array(who, dtype=np.uint64))
    owners, keys = unique(np.concatenate([told[0], runs[0]]), np.concatenate([told[1], runs[1]]))
    return Looks(counts, flat, np.array(figures, dtype=np.bool_), owners.astype(np.int32), keys)


@lru_cache(maxsize=262_144)
def stem_number(word: str) -> int:
    """A number for the stem of a word: lower for longer ones, which are rarer as a rule."""
    root = bare_stem(stem(word))
    hashed = int.from_bytes(blake2b(root.encode(), digest_size=8).digest(), "big") >> (64 - _HASH_BITS)
    return (63 - min(len(root), 63)) << _HASH_BITS | hashed


@lru_cache(maxsize=262_144)
def _number(word: str) -> int:
    """The number of the stem of a word that has a meaning of its own; what else it is of any other."""
    if is_number(word):
        return _FIGURE
    return _SILENT if word in STOP_WORDS else stem_number(word)


def unique(rows: Indices, numbers: Numbers) -> tuple[Indices, Numbers]:
    """Each combination of a row and a number once, by row, then number."""
    order = np.lexsort((numbers, rows))
    rows, numbers = rows[order], numbers[order]
    first = np.ones(len(rows), dtype=np.bool_)
    first[1:] = (rows[1:] != rows[:-1]) | (numbers[1:] != numbers[:-1])
    return rows[first], numbers[first]


def weight(keys: Numbers) -> Indices:
    """How many keys each of these counts for."""
    return np.where(keys & _OF_RUN, ENOUGH, 1)


def _told(counts: Indices, flat: Numbers, speakers: Indices, who: Numbers) -> tuple[Indices, Numbers]:
    rows = np.repeat(np.arange(len(counts)), counts)
    place = np.arange(len(flat)) - np.repeat(np.cumsum(counts) - counts, counts)
    rows, flat = rows[place < RAREST], flat[place < RAREST]
    times = speakers[rows]
    first = np.repeat((np.cumsum(speakers) - speakers)[rows], times)
    nth = np.arange(int(times.sum())) - np.repeat(np.cumsum(times) - times, times)
    return np.repeat(rows, times), _mixed(np.repeat(flat, times), who[first + nth]) & ~_OF_RUN


def _runs(rows: Indices, flat: Numbers) -> tuple[Indices, Numbers]:
    starts = np.arange(max(0, len(rows) - RUN + 1))
    starts = starts[rows[starts] == rows[starts + RUN - 1]]
    key = flat[starts]
    for k in range(1, RUN):
        key = _mixed(key, flat[starts + k])
    return rows[starts], key | _OF_RUN


def _mixed(one: Numbers, other: Numbers) -> Numbers:
    """A number from two, in this order (the finaliser of splitmix64: Steele, Lea and Flood, OOPSLA 2014)."""
    mixed = one * _MIXING + other
    mixed = (mixed ^ (mixed >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    mixed = (mixed ^ (mixed >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return mixed ^ (mixed >> np.uint64(31))
