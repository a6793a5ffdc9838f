"""How alike the claims of two versions are."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, Self

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process

from claims.text.canonical import canonical, content_stems
from claims.text.claim_wording import ClaimWording

SUBSET: Final = 0.85
"""What a wording counts whose words are all in the other, with others between, against one that is equal."""
SUBSET_WORDS: Final = 4
"""Least number of words for that."""
SHARED_FROM: Final = 15.0
"""Share of stems in percent that two claims must have in common to be compared by letters, too."""
COMPARED: Final = 40
"""About how many claims of the other version each claim is compared with, those that share rare words first."""

Pair = tuple[int, int]


def alike_pairs(
    old: Sequence[ClaimWording], new: Sequence[ClaimWording], left_old: Sequence[int], left_new: Sequence[int]
) -> Iterator[tuple[int, int, float]]:
    """Pairs that share stems, with their likeness in percent.

    It is the mean of that of the letters and of the shared stems, in the content or in cue and content
    together, for the border between these may have moved.
    """
    one, other = {i: _Words.of(old[i]) for i in left_old}, {j: _Words.of(new[j]) for j in left_new}
    shared = {(i, j): one[i].shared(other[j]) for i, j in _candidates(one, other)}
    pairs = sorted(pair for pair, share in shared.items() if share >= SHARED_FROM)
    content = _letters([one[i].content for i, _ in pairs], [other[j].content for _, j in pairs])
    whole = _letters([one[i].whole for i, _ in pairs], [other[j].whole for _, j in pairs])
    for (i, j), letters in zip(pairs, np.maximum(content, whole).tolist(), strict=True):
        yield i, j, (letters + shared[i, j]) / 2


def _candidates(one: Mapping[int, "_Words"], other: Mapping[int, "_Words"]) -> set[Pair]:
    """Pairs that share a stem or two stems in a row; the rarest first, until there are many for each claim."""
    of_one, of_other = _having(one), _having(other)
    blocks = sorted(
        (len(having) * len(of_other[key]), key) for key, having in of_one.items() if key in of_other
    )
    pairs: set[Pair] = set()
    most = COMPARED * (len(one) + len(other))
    for size, key in blocks:
        if len(pairs) + size > most and size > COMPARED:
            break
        pairs.update((i, j) for i in of_one[key] for j in of_other[key])
    return pairs


def _having(words: Mapping[int, "_Words"]) -> dict[str, list[int]]:
    having: dict[str, list[int]] = defaultdict(list)
    for index, of in words.items():
        for key in of.keys:
            having[key].append(index)
    return having


def _letters(one: list[str], other: list[str]) -> NDArray[np.float64]:
    """Likeness of the letters in percent; a wording whose words are all in the other counts nearly as equal."""
    equal = process.cpdist(one, other, scorer=fuzz.ratio, dtype=np.float64)
    subset = process.cpdist(one, other, scorer=fuzz.token_set_ratio, dtype=np.float64)
    words = [min(a.count(" "), b.count(" ")) + 1 for a, b in zip(one, other, strict=True)]
    subset[np.less(words, SUBSET_WORDS)] = 0
    result: NDArray[np.float64] = np.maximum(equal, SUBSET * subset)
    return result


def _dice(a: frozenset[str], b: frozenset[str]) -> float:
    """Share of two claims' stems that both have, in percent (Dice)."""
    return 200 * len(a & b) / (len(a) + len(b)) if a or b else 0.0


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a claim's content, and of cue and content together, with their stems; keys to find it by."""

    content: str
    content_stems: frozenset[str]
    whole: str
    whole_stems: frozenset[str]
    keys: frozenset[str]

    @classmethod
    def of(cls, p: ClaimWording) -> Self:
        whole = canonical(f"{p.claim.cue_text} {p.claim.content_text}")
        roots = content_stems(whole)
        keys = frozenset(roots) | {f"{a} {b}" for a, b in pairwise(roots)}
        return cls(p.words, p.stems, " ".join(whole), frozenset(roots), keys)

    def shared(self, other: Self) -> float:
        return max(_dice(self.content_stems, other.content_stems), _dice(self.whole_stems, other.whole_stems))
