"""Two versions of one article, with their claims, to what became of each claim."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from claims.names.speaker_match import same_speaker
from claims.records import Article, Change, Claim
from claims.text.claim_wording import ClaimWording
from claims.text.normalisation import normalised
from claims.versions.attribution import other_speaker
from claims.versions.changes import change
from claims.versions.comparison import Comparison
from claims.versions.headlines import changed_headline, headline_places, only_repeats
from claims.versions.moving import moved
from claims.versions.outside import outside
from claims.versions.pairing import Pairing, pairing
from claims.versions.severity import of_coming_and_going
from claims.versions.sides import Sides
from claims.versions.surroundings import Surroundings, notes
from claims.versions.version import Version

Placed = tuple[tuple[int, int, int], Change]
"""A change and where it stands in the result: at a place of the new text, after a claim that is there, by the old."""


def diff(old: Sequence[Claim], new: Sequence[Claim]) -> list[Change]:
    """What became of each claim of an article between two of its versions; what stayed is left out.

    As :func:`compare`, for claims alone: a version without any claim counts as one without any text.
    """
    articles = (next((c.article for c in side), Article("", "", ())) for side in (old, new))
    before, after = articles
    return list(compare(before, old, after, new).changes)


def compare(
    old: Article, old_claims: Sequence[Claim], new: Article, new_claims: Sequence[Claim]
) -> Comparison:
    """What became of each claim of an article between two of its versions, and what changed outside claims.

    A claim whose words all stand in the other version, too, is neither added nor removed nor reworded, even if
    it was not found there; one whose words were changed there a little is shown as it stands there. A claim is
    moved where nothing but its order among those that stayed has changed. Claims that came or went with a foreign
    part (a FAQ, a correction notice, a widget) are no changes; a note tells of them, and one of another headline.
    Changes come in the order of the new version, removed claims after what preceded them in the old one.
    """
    whole = Sides.of(Version.of(old, old_claims), Version.of(new, new_claims))
    before, after = Surroundings.of(whole), Surroundings.of(whole.swapped)
    sides = replace(whole, old=before.without_foreign(whole.old), new=after.without_foreign(whole.new))
    paired = pairing(sides, (before.rolled, after.rolled))
    placed = [
        *_changed(sides, paired),
        *_found_again(sides, paired),
        *_removed(sides, paired, before),
        *_added(sides, paired, after),
    ]
    changes = tuple(change for _, change in sorted(placed, key=lambda p: p[0]))
    headline = changed_headline(old, new)
    titles = (headline_places(old), headline_places(new)) if headline else ((), ())
    told = (
        [*titles[0], *before.stretches, *((c.old.start, c.old.end) for c in changes if c.old)],
        [*titles[1], *after.stretches, *((c.new.start, c.new.end) for c in changes if c.new)],
    )
    return Comparison(
        changes,
        outside(sides, told),
        (*filter(None, [headline]), *notes(sides, before, after, (old_claims, new_claims))),
    )


def _changed(sides: Sides, paired: Pairing) -> Iterator[Placed]:
    """What became of the claims that both versions have."""
    before, after = sides.old, sides.new
    moves = moved(before, after, paired.pairs)
    for i, j in paired.pairs:
        old, new = before.claims[i].claim, after.claims[j].claim
        both_stand = after.text.has_claim(old) and before.text.has_claim(new)
        given_away = other_speaker(old, new)
        if given_away and normalised(old.mention_text) == normalised(new.mention_text):
            # The same "he" is somebody else only if both times it goes on with the claim before: a speaker found
            # further away may have been found wrongly.
            given_away = _goes_on(before.claims, i) and _goes_on(after.claims, j)
        elif both_stand:
            given_away = False
        found = change(old, new, sides, other_speaker=given_away, both_stand=both_stand)
        place = moves.get((i, j))
        if found and place:
            found = replace(found, detail=f"{found.detail}; {place}")
        elif place:
            found = Change("moved", old, new, place, "minor")
        if found:
            yield _at(new, i), found


def _goes_on(claims: Sequence[ClaimWording], index: int) -> bool:
    """Whether a claim has the speaker of the one before."""
    return index > 0 and same_speaker(claims[index - 1].claim, claims[index].claim) == "same"


def _found_again(sides: Sides, paired: Pairing) -> Iterator[Placed]:
    """What became of the claims that were found in one version only, though the other has them, too."""
    for i, new in paired.old_again.items():
        yield from _in_other_words(sides, sides.old.claims[i].claim, new, i)
    for j, old in paired.new_again.items():
        yield from _in_other_words(sides, old, sides.new.claims[j].claim, j)


def _in_other_words(sides: Sides, old: Claim, new: Claim, index: int) -> Iterator[Placed]:
    both_stand = sides.new.text.has_claim(old) and sides.old.text.has_claim(new)
    found = change(old, new, sides, other_speaker=False, both_stand=both_stand)
    if found:
        yield _at(new, index), found


def _removed(sides: Sides, paired: Pairing, surroundings: Surroundings) -> Iterator[Placed]:
    partners = [i for i, _ in paired.pairs]
    for i, p in enumerate(sides.old.claims):
        if i in set(partners) or i in paired.old_again or sides.new.text.has_claim(p.claim):
            continue
        if only_repeats(p, sides.old):
            continue
        rolled = surroundings.rolled.holds(p.claim.content[0].start)
        still = sides.new.text.has_content(p.claim)
        detail = "its words are still there, without this attribution" if still else "no longer there"
        if rolled:
            detail = "fell off the end of a rolling story with its entry"
        preceding = bisect_left(partners, i)
        after = sides.new.claims[paired.pairs[preceding - 1][1]].claim if preceding else None
        place = after.content[0].start if after else -1
        severity = of_coming_and_going(p.claim, still_told=still, rolled=rolled)
        yield (place, 1, i), Change("removed", p.claim, None, detail, severity, old_words=p.claim.content)


def _added(sides: Sides, paired: Pairing, surroundings: Surroundings) -> Iterator[Placed]:
    partners = {j for _, j in paired.pairs}
    for j, p in enumerate(sides.new.claims):
        if j in partners or j in paired.new_again or sides.old.text.has_claim(p.claim):
            continue
        if only_repeats(p, sides.new):
            continue
        already = sides.old.text.has_content(p.claim)
        detail = "its words were there before, without this attribution" if already else "not there before"
        if surroundings.rolled.holds(p.claim.content[0].start):
            detail = "in a new entry of a rolling story"
        severity = of_coming_and_going(p.claim, still_told=already, rolled=False)
        yield _at(p.claim, j), Change("added", None, p.claim, detail, severity, new_words=p.claim.content)


def _at(new: Claim, index: int) -> tuple[int, int, int]:
    return new.content[0].start, 0, index
