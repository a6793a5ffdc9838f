"""How alike the claims of two versions are."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Self

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process

from claims.merging.canonical import canonical, content_stems
from claims.merging.profiles import Profile

SUBSET: Final = 0.85
"""What a wording counts whose words are all in the other, with others between, against one that is equal."""
SUBSET_WORDS: Final = 4
"""Least number of words for that."""


def alike_pairs(
    old: Sequence[Profile], new: Sequence[Profile], left_old: list[int], left_new: list[int]
) -> Iterator[tuple[int, int, float]]:
    """Pairs that share a stem, with their likeness in percent.

    It is the mean of that of the letters and of the shared stems, in the content or in cue and content
    together, for the border between these may have moved.
    """
    one, other = {i: _Words.of(old[i]) for i in left_old}, {j: _Words.of(new[j]) for j in left_new}
    having: dict[str, list[int]] = defaultdict(list)
    for j, words in other.items():
        for root in words.whole_stems:
            having[root].append(j)
    pairs = [
        (i, j) for i, words in one.items() for j in sorted({j for s in words.whole_stems for j in having[s]})
    ]
    content = _letters([one[i].content for i, _ in pairs], [other[j].content for _, j in pairs])
    whole = _letters([one[i].whole for i, _ in pairs], [other[j].whole for _, j in pairs])
    for (i, j), letters in zip(pairs, np.maximum(content, whole).tolist(), strict=True):
        a, b = one[i], other[j]
        shared = max(_shared(a.content_stems, b.content_stems), _shared(a.whole_stems, b.whole_stems))
        yield i, j, (letters + shared) / 2


def _letters(one: list[str], other: list[str]) -> NDArray[np.float64]:
    """Likeness of the letters in percent; a wording whose words are all in the other counts nearly as equal."""
    equal = process.cpdist(one, other, scorer=fuzz.ratio, dtype=np.float64)
    subset = process.cpdist(one, other, scorer=fuzz.token_set_ratio, dtype=np.float64)
    words = [min(a.count(" "), b.count(" ")) + 1 for a, b in zip(one, other, strict=True)]
    subset[np.less(words, SUBSET_WORDS)] = 0
    result: NDArray[np.float64] = np.maximum(equal, SUBSET * subset)
    return result


def _shared(a: frozenset[str], b: frozenset[str]) -> float:
    """Share of two claims' stems that both have, in percent (Dice)."""
    return 200 * len(a & b) / (len(a) + len(b)) if a or b else 0.0


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a claim's content, and of cue and content together, with their stems."""

    content: str
    content_stems: frozenset[str]
    whole: str
    whole_stems: frozenset[str]

    @classmethod
    def of(cls, p: Profile) -> Self:
        whole = canonical(f"{p.claim.cue_text} {p.claim.content_text}")
        return cls(p.words, p.stems, " ".join(whole), frozenset(content_stems(whole)))
