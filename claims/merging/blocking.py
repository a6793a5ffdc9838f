"""Blocking: pairs of claims worth comparing, found by the keys that they share instead of by looking at all pairs.

A blocking key depends on its claim alone, so that claims may come in any order. A claim has a key for each of its
rarest stems together with a word of its speaker's name, and one for each run of stems, whoever the speaker is.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from typing import Final, Self

import numpy as np
from numpy.typing import NDArray

from claims.merging.parallel import in_stretches
from claims.merging.speaker_comparison import speaker_words
from claims.records import Claim
from claims.text.canonical import STOP_WORDS, canonical, canonical_of_plain, is_number, stem
from claims.text.negation import bare_stem
from claims.text.normalisation import plain
from claims.text.polarity import stems_of_cue

RAREST: Final = 16
"""How many of a claim's rarest stems make keys, each with its speaker."""
RUN: Final = 3
"""Stems in a run."""
ENOUGH_KEYS: Final = 2
"""Least number of common keys of two claims that are a candidate pair; a run counts as so many."""
LEAST_SHARED: Final = 0.22
"""Least share of common stems of a candidate pair: of the claim with fewer, one more counted as not shared."""
WITH_NUMBERS: Final = 0.15
"""The least share of common stems where both claims have numbers, which may agree or clash."""
INDEXED_AT_ONCE: Final = 20_000
"""So many claims are indexed together: few enough for the memory, enough to be worth a process."""
PAIRED_AT_ONCE: Final = 2_000_000
"""So many pairs with a common key are counted together, to bound the memory."""
_COUNTED_AT_ONCE: Final = 200_000

Numbers = NDArray[np.uint64]
Indices = NDArray[np.int64]
Owners = NDArray[np.int32]

_MIXING: Final = np.uint64(0x9E3779B97F4A7C15)
_HASH_BITS: Final = 58
_STOP_WORD: Final = -1
_NUMBER: Final = -2
_OF_RUN: Final = np.uint64(1)
"""The bit that is set in the keys of runs, and in no others."""


@dataclass(frozen=True, slots=True)
class BlockingIndex:
    """What blocking needs of some claims, claim after claim in flat arrays.

    ``sizes``: how many different stems each claim has in content and cue.
    ``stems``: the numbers of these stems, ascending within each claim.
    ``has_numbers``: whether each claim's content has any number.
    ``owners`` and ``keys``: side by side, each blocking key with the index of its claim.
    """

    sizes: Indices
    stems: Numbers
    has_numbers: NDArray[np.bool_]
    owners: Owners
    keys: Numbers

    @classmethod
    def of(cls, claims: Sequence[Claim]) -> Self:
        """The index of any number of claims."""
        return cls._joined(
            [
                cls._of_some([]),
                *in_stretches(
                    lambda start, stop: cls._of_some(claims[start:stop]), len(claims), at_once=INDEXED_AT_ONCE
                ),
            ]
        )

    @classmethod
    def _joined(cls, parts: Sequence[Self]) -> Self:
        starts = np.cumsum([0, *(len(p.sizes) for p in parts)])
        return cls(
            np.concatenate([p.sizes for p in parts]),
            np.concatenate([p.stems for p in parts]),
            np.concatenate([p.has_numbers for p in parts]),
            np.concatenate([p.owners + np.int32(start) for p, start in zip(parts, starts, strict=False)]),
            np.concatenate([p.keys for p in parts]),
        )

    @classmethod
    def _of_some(cls, claims: Iterable[Claim]) -> Self:
        sizes: list[int] = []
        lengths: list[int] = []
        whole: list[int] = []
        ordered: list[int] = []
        has_numbers: list[bool] = []
        who: list[int] = []
        speakers: list[int] = []
        for claim in claims:
            words = canonical_of_plain(plain(claim.content_text))
            numbers = list(map(_word_number, words))
            own = [number for number in numbers if number >= 0]
            stems = _cue_numbers(claim.cue_text).union(own)
            sizes.append(len(stems))
            whole.extend(sorted(stems))
            lengths.append(len(own))
            ordered.extend(own)
            has_numbers.append(_NUMBER in numbers)
            known = speaker_words(claim)
            speakers.append(len(known))
            who.extend(map(stem_number, known))
        counts, flat = np.array(sizes, dtype=np.int64), np.array(whole, dtype=np.uint64)
        runs = _run_keys(np.repeat(np.arange(len(sizes)), lengths), np.array(ordered, dtype=np.uint64))
        rare = _stem_keys(counts, flat, np.array(speakers, dtype=np.int64), np.array(who, dtype=np.uint64))
        owners, keys = _unique(np.concatenate([rare[0], runs[0]]), np.concatenate([rare[1], runs[1]]))
        return cls(counts, flat, np.array(has_numbers, dtype=np.bool_), owners.astype(np.int32), keys)


@lru_cache(maxsize=262_144)
def stem_number(word: str) -> int:
    """A number for the stem of a word, as of :func:`root_number`."""
    return root_number(bare_stem(stem(word)))


def root_number(root: str) -> int:
    """A number (64 bits) for a stem: lower for longer ones, which are rarer as a rule."""
    hashed = int.from_bytes(blake2b(root.encode(), digest_size=8).digest(), "big") >> (64 - _HASH_BITS)
    return (63 - min(len(root), 63)) << _HASH_BITS | hashed


@lru_cache(maxsize=262_144)
def _word_number(word: str) -> int:
    """The number of a word's stem; a negative one of a word that has none."""
    if is_number(word):
        return _NUMBER
    return _STOP_WORD if word in STOP_WORDS else stem_number(word)


def forget_words() -> None:
    """Let go of the words' numbers, of which nothing is asked once all claims are indexed: 7 MB of 10,000 claims."""
    stem_number.cache_clear()
    _word_number.cache_clear()


@lru_cache(maxsize=4_096)
def _cue_numbers(cue: str) -> frozenset[int]:
    """The numbers of the stems of a cue that say more than that something was said."""
    return frozenset(map(stem_number, stems_of_cue(canonical(cue))))


def _unique(rows: Indices, numbers: Numbers) -> tuple[Indices, Numbers]:
    """Each combination of a row and a number once, by row, then number."""
    order = np.lexsort((numbers, rows))
    rows, numbers = rows[order], numbers[order]
    first = np.ones(len(rows), dtype=np.bool_)
    first[1:] = (rows[1:] != rows[:-1]) | (numbers[1:] != numbers[:-1])
    return rows[first], numbers[first]


def key_weight(keys: Numbers) -> Indices:
    """How many keys each of these counts for."""
    return np.where(keys & _OF_RUN, ENOUGH_KEYS, 1)


def _stem_keys(counts: Indices, flat: Numbers, speakers: Indices, who: Numbers) -> tuple[Indices, Numbers]:
    """The keys of the rarest stems, each with each word of the speaker's name; rows are claims."""
    rows = np.repeat(np.arange(len(counts)), counts)
    place = np.arange(len(flat)) - np.repeat(np.cumsum(counts) - counts, counts)
    rows, flat = rows[place < RAREST], flat[place < RAREST]
    times = speakers[rows]
    first = np.repeat((np.cumsum(speakers) - speakers)[rows], times)
    nth = np.arange(int(times.sum())) - np.repeat(np.cumsum(times) - times, times)
    return np.repeat(rows, times), _mixed(np.repeat(flat, times), who[first + nth]) & ~_OF_RUN


def _run_keys(rows: Indices, flat: Numbers) -> tuple[Indices, Numbers]:
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


def candidate_pairs(index: BlockingIndex) -> tuple[Indices, Indices]:
    """Pairs of claims, as indices, that can be the same or in conflict: they share keys and stems enough.

    Two arrays, the lower index of each pair first; each pair once, in order.
    """
    none = np.zeros(0, dtype=np.int64)
    pairs = _sharing_keys(index.owners, index.keys)
    found = [(none, none), *(sharing_stems(index, *some) for some in pairs)]
    return np.concatenate([f[0] for f in found]), np.concatenate([f[1] for f in found])


def pairs_meeting(index: BlockingIndex, keys: Indices, units: Indices) -> tuple[Indices, Indices]:
    """The pairs of a claim, as its index, and another unit that share keys enough; each pair once, in order.

    ``keys`` and ``units``: side by side, each key that some claim has with each unit that has it, too.
    """
    order = np.argsort(index.keys, kind="stable")
    own, wanted = index.keys[order], keys.view(np.uint64)
    first, last = (np.searchsorted(own, wanted, side) for side in ("left", "right"))
    counts = last - first
    numbers, places = np.unique(units, return_inverse=True)
    claims = index.owners[order[places_in_turn(first, counts)]].astype(np.int64)
    both, at = np.unique(claims * max(1, len(numbers)) + np.repeat(places, counts), return_inverse=True)
    weights = np.bincount(at, weights=np.repeat(key_weight(wanted), counts), minlength=len(both))
    one, other = np.divmod(both[weights >= ENOUGH_KEYS], max(1, len(numbers)))
    return one, numbers[other]


def sharing_stems(index: BlockingIndex, one: Indices, other: Indices) -> tuple[Indices, Indices]:
    """Those of the pairs, given as indices, that share enough stems."""
    if not len(one):
        return one, other
    begins = np.cumsum(index.sizes) - index.sizes
    shared = np.zeros(len(one), dtype=np.int64)
    for start in range(0, len(one), _COUNTED_AT_ONCE):
        chunk = slice(start, start + _COUNTED_AT_ONCE)
        needed, places = np.unique(np.concatenate([one[chunk], other[chunk]]), return_inverse=True)
        sizes = index.sizes[needed]
        numbers = np.unique(index.stems[places_in_turn(begins[needed], sizes)], return_inverse=True)[1]
        own = np.cumsum(sizes) - sizes
        both = np.concatenate([_marked(at, numbers, own, sizes) for at in np.split(places, 2)])
        both.sort()
        twice = both[1:][both[1:] == both[:-1]] >> 32
        shared[chunk] = np.bincount(twice, minlength=len(one[chunk]))
    least = np.where(index.has_numbers[one] & index.has_numbers[other], WITH_NUMBERS, LEAST_SHARED)
    enough = shared >= least * (np.minimum(index.sizes[one], index.sizes[other]) + 1)
    return one[enough], other[enough]


def places_in_turn(begins: Indices, sizes: Indices) -> Indices:
    """The places of several stretches, one after the other."""
    before = np.cumsum(sizes) - sizes
    places: Indices = np.arange(int(sizes.sum())) + np.repeat(begins - before, sizes)
    return places


def _marked(rows: Indices, numbers: Indices, begins: Indices, sizes: Indices) -> Indices:
    """The stems of each row, one after the other, each marked with the place of its row in ``rows``."""
    marks = np.repeat(np.arange(len(rows)), sizes[rows])
    marked: Indices = (marks << 32) | numbers[places_in_turn(begins[rows], sizes[rows])]
    return marked


def _sharing_keys(owners: Owners, keys: Numbers) -> Iterator[tuple[Indices, Indices]]:
    """Pairs of owners with enough common keys: one stretch of owners at a time with all later ones."""
    order = np.argsort(keys, kind="stable")
    keys = keys[order]
    shared = np.zeros(len(keys), dtype=np.bool_)
    shared[1:] = keys[1:] == keys[:-1]
    shared[:-1] |= shared[1:]
    owners, keys = owners[order[shared]].astype(np.int64), keys[shared]
    del order
    ends = np.searchsorted(keys, keys, side="right")
    after = ends - np.arange(len(keys)) - 1
    several = np.flatnonzero(after)
    several = several[np.argsort(owners[several], kind="stable")]
    total = np.cumsum(after[several])
    start = 0
    while start < len(several):
        done = total[start - 1] if start else 0
        last = min(int(np.searchsorted(total, done + PAIRED_AT_ONCE, side="right")), len(several) - 1)
        stop = int(np.searchsorted(owners[several], owners[several[max(start, last)]], side="right"))
        places = several[start:stop]
        counts = after[places]
        first, second = np.repeat(places, counts), places_in_turn(places + 1, counts)
        both, at = np.unique((owners[first] << 32) | owners[second], return_inverse=True)
        both = both[np.bincount(at, weights=key_weight(keys[first])) >= ENOUGH_KEYS]
        yield both >> 32, both & 0xFFFFFFFF
        start = stop
