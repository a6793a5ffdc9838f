"""The claim alignment of two versions: which new claim continues which old one, and which of these have moved."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Final

from claims.names import same_speaker
from claims.records import Claim
from claims.text.claim_wording import ClaimWording
from claims.text.normalisation import normalised
from claims.versions.article_version import ArticleVersion
from claims.versions.assignment import Pair, best_pairs
from claims.versions.claim_similarity import similar_pairs
from claims.versions.page_parts import UnsharedParts
from claims.versions.projection import project
from claims.versions.speaker_changes import other_speaker
from claims.versions.word_alignment import AlignedVersions, heaviest_increasing_subsequence

SAME_SPEAKER_FROM: Final = 45.0
"""Similarity in percent from which one claim can be a rewording of another, as a rule."""
IN_PLACE_FROM: Final = 40.0
"""The same for claims of one speaker between the same unchanged claims."""
ELSEWHERE_FROM: Final = 55.0
"""The same for claims that are not between the same unchanged ones and share no aligned word."""
OTHER_SPEAKER_FROM: Final = 70.0
"""The same for claims of different speakers."""
SHORT: Final = 4
"""Contents of at most so many words are paired in their place only, or between the same unchanged ones."""
IN_PLACE: Final = 5.0
"""Gain where both claims are between the same unchanged ones."""
SAME_CUE: Final = 3.0
"""Gain where the cue is the same."""
SAME_SPEAKER: Final = 40.0
"""Gain where the speaker is the same: what another speaker says now, in nearly the same words, comes after that."""
OVERLAP: Final = 25.0
"""Gain where all words of the two contents are aligned; less where some are."""
SAME_PLACE: Final = 0.5
"""Jaccard index of the words of two contents in one text from which the claims are one."""


@dataclass(frozen=True, slots=True)
class ClaimAlignment:
    """The pairs (old, new) of claims, by index, ascending, and the claims that only the other version's text has.

    ``projected_to_new`` has, by its index, each old claim without a partner that was not extracted from the new
    version but is there by its words, as it is there; ``projected_to_old`` the other way round.
    """

    pairs: tuple[Pair, ...]
    projected_to_new: Mapping[int, Claim]
    projected_to_old: Mapping[int, Claim]


def align_claims(versions: AlignedVersions, parts: tuple[UnsharedParts, UnsharedParts]) -> ClaimAlignment:
    """Align the claims of two versions; ``parts`` are the unshared parts of the old and of the new version.

    Claims with the same words are paired first, then similar ones by a global assignment, then those that were
    extracted from one version only and have the place of a claim in the other one when projected there.
    """
    old, new = versions.old.claims, versions.new.claims
    pairs = _align_extracted(versions, parts)
    alone = _alone(len(old), [i for i, _ in pairs]), _alone(len(new), [j for _, j in pairs])
    to_new, to_old = _projected(versions, alone[0]), _projected(versions.swapped, alone[1])
    shared = {
        (i, j): s for i, claim in to_new.items() for j, s in _overlapping(versions.new, claim, alone[1])
    }
    for j, claim in to_old.items():
        for i, share in _overlapping(versions.old, claim, alone[0]):
            shared[i, j] = max(share, shared.get((i, j), 0.0))
    more: list[Pair] = []
    for i, j in sorted(shared, key=lambda pair: (-shared[pair], sum(pair), pair)):
        if all(i != a and j != b for a, b in more):
            more.append((i, j))
    for i, j in more:
        to_new.pop(i, None)
        to_old.pop(j, None)
    return ClaimAlignment(tuple(sorted([*pairs, *more])), to_new, to_old)


def _alone(count: int, paired: list[int]) -> list[int]:
    return sorted(set(range(count)) - set(paired))


def _projected(versions: AlignedVersions, alone: list[int]) -> dict[int, Claim]:
    found = {i: project(versions.old.claims[i].claim, versions) for i in alone}
    return {i: claim for i, claim in found.items() if claim}


def _overlapping(version: ArticleVersion, claim: Claim, alone: list[int]) -> list[tuple[int, float]]:
    """The claims without a partner whose content has the place of a projected claim's, with their Jaccard index."""
    tokens = set(version.tokens_of(claim.content))
    found = []
    for j in alone:
        other = set(version.tokens_of(version.claims[j].claim.content))
        share = len(tokens & other) / len(tokens | other)
        if share >= SAME_PLACE:
            found.append((j, share))
    return found


def _align_extracted(versions: AlignedVersions, parts: tuple[UnsharedParts, UnsharedParts]) -> list[Pair]:
    """The pairs, ascending, among the claims that were extracted from the two versions.

    Claims with the same words are paired first. The others are paired so that the sum of their gains is greatest.
    Swapping the versions swaps the pairs.
    """
    old, new = versions.old.claims, versions.new.claims

    def overlap(i: int, j: int) -> float:
        return versions.overlap(old[i].claim, new[j].claim)

    exact = _same_words(old, new, overlap)
    in_entries = _in_entries(old, parts[0]), _in_entries(new, parts[1])
    gains = _gains(old, new, exact, overlap=overlap, in_entries=in_entries)
    return sorted([*exact, *best_pairs(gains, [p.words for p in old], [p.words for p in new])])


def _in_entries(claims: Sequence[ClaimWording], parts: UnsharedParts) -> set[int]:
    return {k for k, p in enumerate(claims) if parts.in_entry(p.claim)}


_KEYS: Final[tuple[Callable[[ClaimWording], tuple[str, ...]], ...]] = (
    lambda p: (
        normalised(p.claim.content_text),
        normalised(p.claim.cue_text),
        normalised(p.claim.mention_text),
    ),
    lambda p: (normalised(p.claim.content_text), normalised(p.claim.cue_text)),
    lambda p: (normalised(p.claim.content_text) if p.words.count(" ") >= SHORT else "",),
)
"""What must be equal for claims to have the same words, from the strictest to the most lenient."""


def _same_words(
    old: Sequence[ClaimWording], new: Sequence[ClaimWording], overlap: Callable[[int, int], float]
) -> list[Pair]:
    """Pairs with the same words: first those with the same cue and mention, too, then the same cue, then any.

    Of several with the same words, those whose words are aligned go together, the others in order.
    """
    pairs: list[Pair] = []
    free_old, free_new = set(range(len(old))), set(range(len(new)))
    for key in _KEYS:
        places: dict[tuple[str, ...], tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
        for side, claims, free in ((0, old, free_old), (1, new, free_new)):
            for index in sorted(free):
                places[key(claims[index])][side].append(index)
        found = [pair for words, sides in places.items() if words[0] for pair in _in_order(*sides, overlap)]
        free_old -= {i for i, _ in found}
        free_new -= {j for _, j in found}
        pairs += found
    return sorted(pairs)


def _in_order(olds: list[int], news: list[int], overlap: Callable[[int, int], float]) -> list[Pair]:
    if len(olds) == len(news):
        return list(zip(olds, news, strict=True))
    found: list[Pair] = []
    free = list(news)
    for i in olds:
        continued = next((j for j in free if overlap(i, j) == 1), None)
        if continued is not None:
            found.append((i, continued))
            free.remove(continued)
    rest = [i for i in olds if all(i != a for a, _ in found)]
    return [*found, *zip(rest, free, strict=False)]


def _gains(
    old: Sequence[ClaimWording],
    new: Sequence[ClaimWording],
    exact: list[Pair],
    *,
    overlap: Callable[[int, int], float],
    in_entries: tuple[Set[int], Set[int]],
) -> dict[Pair, float]:
    """For each pair of other claims than the ``exact`` ones that can be one claim its gain; positive.

    ``in_entries`` are the claims in entries that a live blog lost or gained: none is a rewording of another one.
    """
    before_old, before_new = [i for i, _ in exact], sorted(j for _, j in exact)
    left = _alone(len(old), before_old), _alone(len(new), before_new)
    gains: dict[Pair, float] = {}
    for i, j, similarity in similar_pairs(old, new, *left):
        one, other = old[i].claim, new[j].claim
        in_place = bisect_left(before_old, i) == bisect_left(before_new, j)
        share = overlap(i, j)
        short = min(old[i].words.count(" "), new[j].words.count(" ")) < SHORT
        if not share and ((short and not in_place) or i in in_entries[0] or j in in_entries[1]):
            continue
        least = _least(one, other, in_place=in_place, elsewhere=not (share or in_place))
        gain = similarity + OVERLAP * share - least
        if gain <= 0:
            continue
        gain += SAME_CUE * (normalised(one.cue_text) == normalised(other.cue_text))
        gain += SAME_SPEAKER * (same_speaker(one, other) == "same")
        gain += IN_PLACE * in_place
        # Of two that are equal otherwise, the one that keeps the order.
        gains[i, j] = gain - abs(i / len(old) - j / len(new)) / 100
    return gains


def _least(one: Claim, other: Claim, *, in_place: bool, elsewhere: bool) -> float:
    """The least similarity in percent of two claims that are one."""
    if other_speaker(one, other):
        return OTHER_SPEAKER_FROM
    if elsewhere:
        return ELSEWHERE_FROM
    return IN_PLACE_FROM if in_place and same_speaker(one, other) == "same" else SAME_SPEAKER_FROM


def moves(versions: AlignedVersions, pairs: Sequence[Pair]) -> dict[Pair, str]:
    """The pairs that moved, with the direction in words: the fewest that break the order of the ``pairs``.

    Only claims that occur once in each version can move. Where several sets of claims could be the ones that moved,
    the versions' words decide, not which one is older.
    """
    if not out_of_order([j for _, j in pairs]):
        return {}
    unique = [(i, j) for i, j in pairs if _occurs_once(versions.old, i) and _occurs_once(versions.new, j)]
    if versions.old.tokens.keys > versions.new.tokens.keys:
        turned = sorted((j, i) for i, j in unique)
        moved = {turned[index] for index in out_of_order([i for _, i in turned])}
        gone = [pair for pair in unique if (pair[1], pair[0]) in moved]
    else:
        gone = [unique[index] for index in sorted(out_of_order([j for _, j in unique]))]
    rank = {pair: index for index, pair in enumerate(sorted(unique, key=lambda p: p[1]))}
    return {pair: "moved up" if rank[pair] < unique.index(pair) else "moved down" for pair in gone}


def out_of_order(places: Sequence[int]) -> set[int]:
    """The fewest indices that must be taken out so that the places ascend: all but a longest increasing subsequence."""
    return set(range(len(places))) - set(heaviest_increasing_subsequence(places, [1] * len(places)))


def _occurs_once(version: ArticleVersion, index: int) -> bool:
    return all(version.occurrences(s.text) == 1 for s in version.claims[index].claim.content)
