"""How similar the claims of two versions are in their words; only pairs that share rare stems are compared."""

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
from claims.versions.assignment import Pair

SUBSET: Final = 0.85
"""Similarity of a wording whose words are all in the other, with others between, where 1 is that of equal ones."""
SUBSET_WORDS: Final = 4
"""Least number of words for that."""
SHARED_FROM: Final = 15.0
"""Dice coefficient of the stems, in percent, from which two claims are compared by characters, too."""
COMPARED: Final = 40
"""About how many claims of the other version each claim is compared with, those that share rare stems first."""


def similar_pairs(
    old: Sequence[ClaimWording], new: Sequence[ClaimWording], olds: Sequence[int], news: Sequence[int]
) -> Iterator[tuple[int, int, float]]:
    """Pairs of these old and new claims, by index, that share stems, with their similarity in percent.

    It is the mean of the similarity of the characters (normalised indel distance) and of the stems (Dice
    coefficient), in the content or in cue and content together, for the border between these may have moved.
    """
    one, other = {i: _Stemmed.of(old[i]) for i in olds}, {j: _Stemmed.of(new[j]) for j in news}
    shared = {(i, j): one[i].dice(other[j]) for i, j in _candidates(one, other)}
    pairs = sorted(pair for pair, share in shared.items() if share >= SHARED_FROM)
    content = _by_characters([one[i].content for i, _ in pairs], [other[j].content for _, j in pairs])
    whole = _by_characters([one[i].whole for i, _ in pairs], [other[j].whole for _, j in pairs])
    for (i, j), characters in zip(pairs, np.maximum(content, whole).tolist(), strict=True):
        yield i, j, (characters + shared[i, j]) / 2


@dataclass(frozen=True, slots=True)
class _Stemmed:
    """The words of a claim's content, and of cue and content together, with their stems.

    ``keys`` are the blocking keys by which it is found: stems, and two stems in a row.
    """

    content: str
    content_stems: frozenset[str]
    whole: str
    whole_stems: frozenset[str]
    keys: frozenset[str]

    @classmethod
    def of(cls, p: ClaimWording) -> Self:
        whole = canonical(f"{p.claim.cue_text} {p.claim.content_text}")
        stems = content_stems(whole)
        keys = frozenset(stems) | {f"{a} {b}" for a, b in pairwise(stems)}
        return cls(p.words, p.stems, " ".join(whole), frozenset(stems), keys)

    def dice(self, other: Self) -> float:
        return max(_dice(self.content_stems, other.content_stems), _dice(self.whole_stems, other.whole_stems))


def _candidates(one: Mapping[int, _Stemmed], other: Mapping[int, _Stemmed]) -> set[Pair]:
    """Pairs that share a key; the rarest keys first, until there are many pairs for each claim."""
    of_one, of_other = _by_key(one), _by_key(other)
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


def _by_key(claims: Mapping[int, _Stemmed]) -> dict[str, list[int]]:
    having: dict[str, list[int]] = defaultdict(list)
    for index, of in claims.items():
        for key in of.keys:
            having[key].append(index)
    return having


def _by_characters(one: list[str], other: list[str]) -> NDArray[np.float64]:
    """Similarity of the characters in percent; wordings whose words are all in the other count nearly as equal."""
    equal = process.cpdist(one, other, scorer=fuzz.ratio, dtype=np.float64)
    subset = process.cpdist(one, other, scorer=fuzz.token_set_ratio, dtype=np.float64)
    words = [min(a.count(" "), b.count(" ")) + 1 for a, b in zip(one, other, strict=True)]
    subset[np.less(words, SUBSET_WORDS)] = 0
    result: NDArray[np.float64] = np.maximum(equal, SUBSET * subset)
    return result


def _dice(a: frozenset[str], b: frozenset[str]) -> float:
    return 200 * len(a & b) / (len(a) + len(b)) if a or b else 0.0
