"""Which claim of the new version continues which claim of the old one."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Sequence, Set
from typing import Final

from claims.names.speaker_match import same_speaker
from claims.records import Claim
from claims.text.claim_wording import ClaimWording
from claims.text.normalisation import normalised
from claims.versions.attribution import other_speaker
from claims.versions.components import best_pairs
from claims.versions.likeness import Pair, alike_pairs

SAME_SPEAKER_FROM: Final = 45.0
"""Likeness in percent from which one claim can be a rewording of another ..."""
IN_PLACE_FROM: Final = 40.0
"""... the same where the speaker is the same and what stands around them is unchanged ..."""
ELSEWHERE_FROM: Final = 55.0
"""... the same where it stands elsewhere, and no word of it continues the other's ..."""
OTHER_SPEAKER_FROM: Final = 70.0
"""... and where the speakers differ."""
SHORT: Final = 4
"""Contents of so many words or fewer are paired in their place only, or between the same unchanged ones."""
IN_PLACE: Final = 5.0
"""Added where both claims stand between the same unchanged ones."""
SAME_CUE: Final = 3.0
"""Added where the cue is the same."""
KEPT: Final = 25.0
"""Added where all words of the one content continue in the other; less where some do."""


def align(
    old: Sequence[ClaimWording],
    new: Sequence[ClaimWording],
    kept: Callable[[int, int], float],
    *,
    rolled: tuple[Set[int], Set[int]] = (frozenset(), frozenset()),
) -> list[Pair]:
    """Pairs of indices (old, new), ascending, of the claims that belong together; both sides in text order.

    Claims with the same words are paired first. The others are paired so that the sum of their likenesses is
    greatest (a global assignment, not a greedy one), for each set of claims that have something to do with
    each other. ``kept`` says which share of the words of an old and a new content, from 0 to 1, the two texts
    have in one place. ``rolled`` are the old and the new claims in entries that a rolling story lost or gained:
    these are no rewordings of each other. Swapping the sides gives the same pairs, swapped.
    """
    exact = _exact(old, new, kept)
    left_old = sorted(set(range(len(old))) - {i for i, _ in exact})
    left_new = sorted(set(range(len(new))) - {j for _, j in exact})
    gains = _gains(old, new, left_old, left_new, exact, kept=kept, rolled=rolled)
    words = [p.words for p in old], [p.words for p in new]
    return sorted([*exact, *best_pairs(gains, *words)])


def _exact(
    old: Sequence[ClaimWording], new: Sequence[ClaimWording], kept: Callable[[int, int], float]
) -> list[Pair]:
    """Pairs with the same words: first those with the same cue and mention, too, then the same cue, then any.

    Of several with the same words, those that continue each other in the text go together, the others in order.
    """
    pairs: list[Pair] = []
    free_old, free_new = set(range(len(old))), set(range(len(new)))
    for key in _KEYS:
        places: dict[tuple[str, ...], tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
        for side, profiles, free in ((0, old, free_old), (1, new, free_new)):
            for index in sorted(free):
                places[key(profiles[index])][side].append(index)
        found = [pair for words, sides in places.items() if words[0] for pair in _in_order(*sides, kept)]
        free_old -= {i for i, _ in found}
        free_new -= {j for _, j in found}
        pairs += found
    return sorted(pairs)


def _in_order(olds: list[int], news: list[int], kept: Callable[[int, int], float]) -> list[Pair]:
    if len(olds) == len(news):
        return list(zip(olds, news, strict=True))
    found: list[Pair] = []
    free = list(news)
    for i in olds:
        continued = next((j for j in free if kept(i, j) == 1), None)
        if continued is not None:
            found.append((i, continued))
            free.remove(continued)
    rest = [i for i in olds if all(i != a for a, _ in found)]
    return [*found, *zip(rest, free, strict=False)]


_KEYS: Final[tuple[Callable[[ClaimWording], tuple[str, ...]], ...]] = (
    lambda p: (
        normalised(p.claim.content_text),
        normalised(p.claim.cue_text),
        normalised(p.claim.mention_text),
    ),
    lambda p: (normalised(p.claim.content_text), normalised(p.claim.cue_text)),
    lambda p: (normalised(p.claim.content_text) if p.words.count(" ") >= SHORT else "",),
)


def _gains(
    old: Sequence[ClaimWording],
    new: Sequence[ClaimWording],
    left_old: list[int],
    left_new: list[int],
    exact: list[Pair],
    *,
    kept: Callable[[int, int], float],
    rolled: tuple[Set[int], Set[int]],
) -> dict[Pair, float]:
    """For each pair that can belong together how much speaks for it; positive."""
    before_old, before_new = [i for i, _ in exact], sorted(j for _, j in exact)
    gains: dict[Pair, float] = {}
    for i, j, alike in alike_pairs(old, new, left_old, left_new):
        one, other = old[i].claim, new[j].claim
        in_place = bisect_left(before_old, i) == bisect_left(before_new, j)
        share = kept(i, j)
        short = min(old[i].words.count(" "), new[j].words.count(" ")) < SHORT
        if not share and ((short and not in_place) or i in rolled[0] or j in rolled[1]):
            continue
        gain = alike + KEPT * share - _least(one, other, in_place=in_place, elsewhere=not (share or in_place))
        if gain <= 0:
            continue
        gain += SAME_CUE * (normalised(one.cue_text) == normalised(other.cue_text))
        gain += IN_PLACE * in_place
        # Of two that are equal otherwise, the one that keeps the order.
        gains[i, j] = gain - abs(i / len(old) - j / len(new)) / 100
    return gains


def _least(one: Claim, other: Claim, *, in_place: bool, elsewhere: bool) -> float:
    if other_speaker(one, other):
        return OTHER_SPEAKER_FROM
    if elsewhere:
        return ELSEWHERE_FROM
    return IN_PLACE_FROM if in_place and same_speaker(one, other) == "same" else SAME_SPEAKER_FROM
