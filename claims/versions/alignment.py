"""Which claim of the new version continues which claim of the old one."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Final

import numpy as np

from claims.merging.profiles import Profile
from claims.versions.assignment import assign
from claims.versions.attribution import other_speaker
from claims.versions.likeness import alike_pairs
from claims.wording import normalised

SAME_SPEAKER_FROM: Final = 45.0
"""Likeness in percent from which one claim can be a rewording of another ..."""
OTHER_SPEAKER_FROM: Final = 70.0
"""... and the same where the speakers differ."""
SHORT: Final = 4
"""Contents of so many words or fewer are not paired for their words alone."""
NEIGHBOURS: Final = 5.0
"""Added where both claims stand between the same unchanged ones."""
SAME_CUE: Final = 3.0
"""Added where the cue is the same."""

Pair = tuple[int, int]


def align(old: Sequence[Profile], new: Sequence[Profile]) -> list[Pair]:
    """Pairs of indices (old, new), ascending, of the claims that belong together; both sides in text order.

    Claims with the same words are paired first. The others are paired so that the sum of their likenesses is
    greatest (a global assignment, not a greedy one), for each set of claims that have something to do with
    each other. Swapping the sides gives the same pairs, swapped.
    """
    exact = _exact(old, new)
    left_old = sorted(set(range(len(old))) - {i for i, _ in exact})
    left_new = sorted(set(range(len(new))) - {j for _, j in exact})
    gains = _gains(old, new, left_old, left_new, exact)
    found = list(exact)
    for component in _components(gains):
        found += _best(component, gains, old, new)
    return sorted(found)


def _exact(old: Sequence[Profile], new: Sequence[Profile]) -> list[Pair]:
    """Pairs with the same words: first those with the same cue and mention, too, then the same cue, then any."""
    pairs: list[Pair] = []
    free_old, free_new = set(range(len(old))), set(range(len(new)))
    for key in _KEYS:
        places: dict[tuple[str, ...], tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
        for side, profiles, free in ((0, old, free_old), (1, new, free_new)):
            for index in sorted(free):
                places[key(profiles[index])][side].append(index)
        found = [pair for words, sides in places.items() if words[0] for pair in zip(*sides, strict=False)]
        free_old -= {i for i, _ in found}
        free_new -= {j for _, j in found}
        pairs += found
    return sorted(pairs)


_KEYS: Final[tuple[Callable[[Profile], tuple[str, ...]], ...]] = (
    lambda p: (
        normalised(p.claim.content_text),
        normalised(p.claim.cue_text),
        normalised(p.claim.mention_text),
    ),
    lambda p: (normalised(p.claim.content_text), normalised(p.claim.cue_text)),
    lambda p: (normalised(p.claim.content_text) if p.words.count(" ") >= SHORT else "",),
)


def _gains(
    old: Sequence[Profile],
    new: Sequence[Profile],
    left_old: list[int],
    left_new: list[int],
    exact: list[Pair],
) -> dict[Pair, float]:
    """For each pair that can belong together how much speaks for it; positive."""
    before_old, before_new = [i for i, _ in exact], sorted(j for _, j in exact)
    gains: dict[Pair, float] = {}
    for i, j, alike in alike_pairs(old, new, left_old, left_new):
        one, other = old[i], new[j]
        gain = alike - (OTHER_SPEAKER_FROM if other_speaker(one.claim, other.claim) else SAME_SPEAKER_FROM)
        if gain <= 0:
            continue
        gain += SAME_CUE * (normalised(one.claim.cue_text) == normalised(other.claim.cue_text))
        gain += NEIGHBOURS * (bisect_left(before_old, i) == bisect_left(before_new, j))
        # Of two that are equal otherwise, the one that keeps the order.
        gains[i, j] = gain - abs(i / len(old) - j / len(new)) / 100
    return gains


def _components(pairs: dict[Pair, float]) -> list[tuple[list[int], list[int]]]:
    """The pairs' indices in sets (old, new) that have no pair across."""
    of_old: dict[int, list[int]] = defaultdict(list)
    of_new: dict[int, list[int]] = defaultdict(list)
    for i, j in pairs:
        of_old[i].append(j)
        of_new[j].append(i)
    components = []
    free = set(of_old)
    for start in sorted(of_old):
        if start not in free:
            continue
        olds, news, waiting = {start}, set[int](), [start]
        while waiting:
            for j in set(of_old[waiting.pop()]) - news:
                news.add(j)
                fresh = set(of_new[j]) - olds
                olds |= fresh
                waiting += fresh
        free -= olds
        components.append((sorted(olds), sorted(news)))
    return components


def _best(
    component: tuple[list[int], list[int]],
    gains: dict[Pair, float],
    old: Sequence[Profile],
    new: Sequence[Profile],
) -> list[Pair]:
    """The pairs of a component with the greatest sum of gains."""
    olds, news = component
    matrix = np.array([[gains.get((i, j), 0.0) for j in news] for i in olds])
    # Where several pairings are equally good, the sides' words decide which one it is, not which side is older.
    if [old[i].words for i in olds] > [new[j].words for j in news]:
        return [(olds[row], news[column]) for column, row in assign(matrix.T)]
    return [(olds[row], news[column]) for row, column in assign(matrix)]
