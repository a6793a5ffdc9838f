"""From claims of many articles to groups, each one assertion."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import combinations

from claims.merging.candidates import candidate_pairs
from claims.merging.comparing import Comparison, compare_profiles
from claims.merging.profiles import Profile, profile
from claims.merging.speakers import same_speaker, speaker_key
from claims.records import Claim, Group, Member, short_hash


def merge(claims: Iterable[Claim]) -> list[Group]:
    """The assertions that at least two different articles make, each with all claims that make it.

    A group's fullest wording comes first; every other member is the same assertion as that one, none is in
    conflict with another, and those that merely reword it are the same as each other. So a chain of near-likes
    does not weld different claims. The order of the claims makes no difference. Groups come with those that
    most articles carry first.

    A group's id comes from its earliest published member (undated ones after dated ones, then by claim id):
    it stays when later articles join.
    """
    units = _units(claims)
    clusters = [
        [p for index in cluster for p in units[index]] for cluster in _clusters([unit[0] for unit in units])
    ]
    groups = [_group(cluster) for cluster in clusters if len({p.claim.article.key for p in cluster}) > 1]
    return sorted(groups, key=lambda g: (-len({c.article.key for c in g.claims}), g.speaker_name, g.id))


def _units(claims: Iterable[Claim]) -> list[list[Profile]]:
    """Profiles of the claims; those with the same speaker, words and cue sense in one list, as wire copies are."""
    together: dict[tuple[object, ...], list[Profile]] = defaultdict(list)
    for claim in sorted(set(claims), key=_identity):
        p = profile(claim)
        speaker = speaker_key(claim) or _identity(claim)  # where nothing tells the speaker, each for itself
        together[speaker, p.polarity.cue, p.words, p.stretches, p.quoted].append(p)
    units: list[list[Profile]] = []
    for alike in together.values():
        one = len(alike) == 1 or compare_profiles(alike[:1], alike[1:2])[0].relation == "same"
        units.extend([alike] if one else [[p] for p in alike])
    return units


def _identity(claim: Claim) -> tuple[str, str, int, str, str]:
    """What tells claims apart, the same in any order of the input."""
    return claim.id, claim.article.key, claim.start, claim.speaker_name, claim.content_text


def _clusters(profiles: Sequence[Profile]) -> list[list[int]]:
    """Indices of the profiles that make one assertion.

    Pairs are joined where all conditions hold, those of different articles first, the likest of them first.
    """
    relations: dict[tuple[int, int], Comparison] = {}
    _learn(profiles, candidate_pairs(profiles), relations)

    def rank(pair: tuple[int, int]) -> tuple[bool, float, tuple[int, int]]:
        one, other = (profiles[index].claim.article.key for index in pair)
        return one == other, -relations[pair].probability, pair

    clusters = {index: [index] for index in range(len(profiles))}
    home = list(range(len(profiles)))
    for i, j in sorted((p for p, c in relations.items() if c.relation == "same"), key=rank):
        one, other = home[i], home[j]
        if one == other or not _one_assertion(profiles, clusters[one], clusters[other], relations):
            continue
        clusters[one] += clusters.pop(other)
        for index in clusters[one]:
            home[index] = one
    return list(clusters.values())


def _learn(
    profiles: Sequence[Profile],
    pairs: Iterable[tuple[int, int]],
    relations: dict[tuple[int, int], Comparison],
) -> None:
    """Work out the relations of those pairs that are not known yet."""
    asked = [pair for pair in pairs if pair not in relations]
    compared = compare_profiles([profiles[i] for i, _ in asked], [profiles[j] for _, j in asked])
    relations.update(zip(asked, compared, strict=True))


def _one_assertion(
    profiles: Sequence[Profile],
    one: list[int],
    other: list[int],
    relations: dict[tuple[int, int], Comparison],
) -> bool:
    """Whether two clusters may be joined: what holds inside each must hold across them, for one fullest wording."""
    fullest = max(one + other, key=lambda index: _fullness(profiles[index]))
    pairs = [(min(i, j), max(i, j)) for i in one for j in other]
    for cluster in (one, other):
        if fullest not in cluster:  # it was made for another fullest wording
            pairs += combinations(sorted(cluster), 2)
    _learn(profiles, pairs, relations)

    def piece(index: int) -> bool:
        return relations[min(index, fullest), max(index, fullest)].wording != "reworded"

    def fit(i: int, j: int) -> bool:
        relation = relations[i, j].relation
        if relation == "same":
            return True
        if relation == "conflict" or fullest in (i, j):
            return False
        # Two pieces of the fullest wording need not be alike.
        return (piece(i) or piece(j)) and same_speaker(profiles[i].claim, profiles[j].claim) != "other"

    return all(fit(i, j) for i, j in pairs)


def _fullness(p: Profile) -> tuple[int, int, str]:
    return len(p.stems), len(p.words), p.words


def _group(profiles: list[Profile]) -> Group:
    ordered = sorted(profiles, key=lambda p: _earliest(p.claim))
    founding = ordered[0].claim
    ordered.sort(key=_fullness, reverse=True)
    first, others = ordered[0], ordered[1:]
    reasons = [c.reasons[0] for c in compare_profiles([first] * len(others), others)]
    members = [Member(first.claim, "the fullest wording")]
    members += [Member(p.claim, reason) for p, reason in zip(others, reasons, strict=True)]
    return Group(short_hash("group", founding.id), tuple(members))


def _earliest(claim: Claim) -> tuple[date, tuple[str, str, int, str, str]]:
    return claim.article.published or date.max, _identity(claim)
