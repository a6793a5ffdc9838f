"""Two versions of one article, as claims, to what became of each claim."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claims.merging.profiles import Profile, profile
from claims.merging.speakers import same_speaker
from claims.records import Change, Claim
from claims.versions.alignment import Pair, align
from claims.versions.attribution import other_speaker
from claims.versions.changes import change
from claims.versions.order import out_of_order
from claims.versions.presence import Text
from claims.wording import normalised

Place = tuple[int, int, int]
"""Where a change stands in the result: at a claim of the new version, then after it, by the old version."""


@dataclass(frozen=True, slots=True)
class _Version:
    """A version's claims in the order of their contents, and its text."""

    claims: list[Profile]
    text: Text

    @classmethod
    def of(cls, claims: Sequence[Claim]) -> "_Version":
        ordered = sorted(claims, key=lambda c: (c.content[0].start, c.start, c.id))
        return cls([profile(c) for c in ordered], Text(ordered[0].article.text if ordered else ""))


def diff(old: Sequence[Claim], new: Sequence[Claim]) -> list[Change]:
    """What became of each claim of an article between two of its versions; what stayed is left out.

    A claim whose words all stand in the other version, too, is neither added nor removed nor reworded, even if
    it was not found there. A claim is moved where nothing but its order among those that stayed has changed.
    Changes come in the order of the new version, removed claims after what preceded them in the old one.
    """
    before, after = _Version.of(old), _Version.of(new)
    pairs = align(before.claims, after.claims)
    changes = {
        **dict(_moved(before, after, pairs)),
        **dict(_changed(before, after, pairs)),
        **dict(_removed(before, after, pairs)),
        **dict(_added(before, after, pairs)),
    }
    return [changes[place] for place in sorted(changes)]


def _changed(before: _Version, after: _Version, pairs: Sequence[Pair]) -> Iterator[tuple[Place, Change]]:
    """What became of the claims that both versions have."""
    for i, j in pairs:
        old, new = before.claims[i], after.claims[j]
        both_stand = after.text.has_claim(old.claim) and before.text.has_claim(new.claim)
        given_away = other_speaker(old.claim, new.claim)
        if given_away and normalised(old.claim.mention_text) == normalised(new.claim.mention_text):
            # The same "he" is somebody else only if both times it goes on with the claim before: a speaker found
            # further away may have been found wrongly.
            given_away = _goes_on(before.claims, i) and _goes_on(after.claims, j)
        elif both_stand:
            given_away = False
        if both_stand and not given_away:
            continue
        found = change(old, new, other_speaker=given_away)
        if found:
            yield (j, 0, 0), found


def _goes_on(claims: Sequence[Profile], index: int) -> bool:
    """Whether a claim has the speaker of the one before."""
    return index > 0 and same_speaker(claims[index - 1].claim, claims[index].claim) == "same"


def _moved(before: _Version, after: _Version, pairs: Sequence[Pair]) -> Iterator[tuple[Place, Change]]:
    """Claims whose order has changed among those that stand once in each version."""
    unique = [(i, j) for i, j in pairs if _stands_once(before, i) and _stands_once(after, j)]
    places = [j for _, j in unique]
    for index in sorted(out_of_order(places)):
        i, j = unique[index]
        higher = sum(place < j for place in places) < index
        detail = "moved up" if higher else "moved down"
        yield (j, 0, 0), Change("moved", before.claims[i].claim, after.claims[j].claim, detail)


def _stands_once(version: _Version, index: int) -> bool:
    return all(version.text.times(s.text) == 1 for s in version.claims[index].claim.content)


def _removed(before: _Version, after: _Version, pairs: Sequence[Pair]) -> Iterator[tuple[Place, Change]]:
    paired = [i for i, _ in pairs]
    for i in sorted(set(range(len(before.claims))) - set(paired)):
        claim = before.claims[i].claim
        if not after.text.has_claim(claim):
            preceding = bisect_left(paired, i)
            still = after.text.has_content(claim)
            detail = "its words are still there, without this attribution" if still else "no longer there"
            yield (pairs[preceding - 1][1] if preceding else -1, 1, i), Change("removed", claim, None, detail)


def _added(before: _Version, after: _Version, pairs: Sequence[Pair]) -> Iterator[tuple[Place, Change]]:
    for j in sorted(set(range(len(after.claims))) - {j for _, j in pairs}):
        claim = after.claims[j].claim
        if not before.text.has_claim(claim):
            already = before.text.has_content(claim)
            detail = (
                "its words were there before, without this attribution" if already else "not there before"
            )
            yield (j, 0, 0), Change("added", None, claim, detail)
