"""The difference between two versions of an article: what became of each claim, and what else changed."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from textwrap import shorten
from typing import Final, Literal

from claims.names import same_speaker
from claims.records import Article, Change, Claim
from claims.text.claim_wording import ClaimWording
from claims.text.normalisation import normalised
from claims.text.sentences import sentences
from claims.versions.article_version import ArticleVersion
from claims.versions.changes import claim_change
from claims.versions.claim_alignment import ClaimAlignment, align_claims, moves
from claims.versions.page_parts import (
    Stretch,
    UnsharedParts,
    headline_note,
    headline_stretches,
    notes,
    repeats_in_headline,
)
from claims.versions.sentence_changes import sentences_added, sentences_removed, without
from claims.versions.severity import says_nothing, severity_of_presence
from claims.versions.speaker_changes import other_speaker
from claims.versions.word_alignment import AlignedVersions

SENTENCE_KEPT_FROM: Final = 0.5
"""Share of a sentence's words from which it was changed, and not added or removed."""

LEAST_LIKELY: Final = 0.5
"""With a lesser confidence of its words a claim of one version alone is taken for none: "the move was expected"."""
_SHOWN: Final = 120
"""So many characters of a claim are enough to know it again."""

_Placed = tuple[tuple[int, int, int], Change]
"""A change and its sort key: the offset in the new text, 1 if it follows the claim there, the claim's index."""


@dataclass(frozen=True, slots=True)
class SentenceCounts:
    """How many sentences outside claims were added, removed and changed, none of them in a change or a note."""

    added: int = 0
    removed: int = 0
    changed: int = 0

    def __str__(self) -> str:
        """The line that says so; empty where there are none."""
        counts = [
            (n, what)
            for n, what in ((self.added, "added"), (self.removed, "removed"), (self.changed, "changed"))
            if n
        ]
        if not counts:
            return ""
        noun = "sentence" if counts[0][0] == 1 else "sentences"
        first = f"{counts[0][0]} {noun} {counts[0][1]}"
        return "outside claims: " + ", ".join([first, *(f"{n} {what}" for n, what in counts[1:])])


@dataclass(frozen=True, slots=True)
class VersionDiff:
    """The changes of claims, the sentences that changed outside of them, and what a reader must know to judge both.

    ``unfound`` are claims of the earlier version that were not found in the later one, though their words are there:
    other words around them have changed. ``notes`` are lines in words: the headline, and what was taken for a live
    blog or for boilerplate.
    """

    changes: tuple[Change, ...]
    outside: SentenceCounts
    notes: tuple[str, ...]
    unfound: tuple[Claim, ...] = ()

    @property
    def lines(self) -> tuple[str, ...]:
        """The notes, what was not found again, and the line on what changed outside claims, if anything did."""
        return (*self.notes, *map(_not_found, self.unfound), *filter(None, [str(self.outside)]))


def _not_found(claim: Claim) -> str:
    words = shorten(f"{claim.speaker_name}: {claim.content_text}", _SHOWN, placeholder=" ...")
    return f"not found again, though its words are there: {words}"


def diff(old: Sequence[Claim], new: Sequence[Claim]) -> list[Change]:
    """What became of each claim of an article between two of its versions; unchanged claims are left out.

    As :func:`compare`, for claims alone: a version without any claim counts as one without any text.
    """
    before, after = (next((c.article for c in side), Article("", "", ())) for side in (old, new))
    return list(compare(before, old, after, new).changes)


def compare(
    old: Article, old_claims: Sequence[Claim], new: Article, new_claims: Sequence[Claim]
) -> VersionDiff:
    """What became of each claim of an article between two of its versions, and what changed outside claims.

    A claim whose words are all in the other version, too, is neither added nor removed nor reworded, even if it was
    not extracted there; one whose words were changed a little is shown as it is there. A claim that has a whole
    sentence more or less is split: the sentence was added or removed, the rest stayed. One whose words are less
    likely to be right than :data:`LEAST_LIKELY` is neither added nor removed, nor is one
    that nothing was said ("declined to comment"). A claim is moved where nothing but its order among those that stayed
    has changed. Claims that came or went with boilerplate (a FAQ, a correction notice, a widget) are no changes; a note
    names them, and another headline.

    Changes come in the order of the new version, removed claims after what preceded them in the old one.
    """
    whole = AlignedVersions.of(ArticleVersion.of(old, old_claims), ArticleVersion.of(new, new_claims))
    before, after = UnsharedParts.of_old(whole), UnsharedParts.of_old(whole.swapped)
    versions = replace(
        whole, old=before.without_boilerplate(whole.old), new=after.without_boilerplate(whole.new)
    )
    alignment = align_claims(versions, (before, after))
    placed = [
        *_paired(versions, alignment),
        *_projected(versions, alignment),
        *_removed(versions, alignment, before),
        *_added(versions, alignment, after),
    ]
    changes = tuple(change for _, change in sorted(placed, key=lambda p: p[0]))
    headline = headline_note(old, new)
    titles = (headline_stretches(old), headline_stretches(new)) if headline else ([], [])
    reported = (
        [*titles[0], *before.stretches, *((c.old.start, c.old.end) for c in changes if c.old)],
        [*titles[1], *after.stretches, *((c.new.start, c.new.end) for c in changes if c.new)],
    )
    return VersionDiff(
        changes,
        _count_sentences(versions, reported),
        (*filter(None, [headline]), *notes(versions, before, after, (old_claims, new_claims))),
        tuple(_unfound(versions, alignment)),
    )


def _paired(versions: AlignedVersions, alignment: ClaimAlignment) -> Iterator[_Placed]:
    """The changes of the claims that were extracted from both versions."""
    before, after = versions.old, versions.new
    moved = moves(versions, alignment.pairs)
    for i, j in alignment.pairs:
        old, new = before.claims[i].claim, after.claims[j].claim
        in_both = after.contains_claim(old) and before.contains_claim(new)
        reattributed = other_speaker(old, new)
        if reattributed and normalised(old.mention_text) == normalised(new.mention_text):
            # The same "he" is somebody else only if both times it continues the claim before: a speaker found
            # further away may have been resolved wrongly.
            reattributed = _has_speaker_before(before.claims, i) and _has_speaker_before(after.claims, j)
        elif in_both:
            reattributed = False
        less = None if in_both else sentences_removed(old, versions)
        more = None if in_both else sentences_added(new, versions)
        if less:
            yield (new.content[0].start, 1, i), less
        if more:
            yield (more.new_words[0].start, 0, i), more
        found = claim_change(
            without(old, less.old_words if less else ()),
            without(new, more.new_words if more else ()),
            versions,
            other_speaker=reattributed,
            words_in_both=in_both,
        )
        move = moved.get((i, j))
        if found and move:
            found = replace(found, detail=f"{found.detail}; {move}")
        elif move:
            found = Change("moved", old, new, move, "minor")
        if found:
            yield _at(new, i), found


def _has_speaker_before(claims: Sequence[ClaimWording], index: int) -> bool:
    """Whether a claim has the speaker of the one before."""
    return index > 0 and same_speaker(claims[index - 1].claim, claims[index].claim) == "same"


def _projected(versions: AlignedVersions, alignment: ClaimAlignment) -> Iterator[_Placed]:
    """The changes of the claims that were extracted from one version only, though the other has them, too."""
    both = [
        *((i, versions.old.claims[i].claim, new) for i, new in alignment.projected_to_new.items()),
        *((j, old, versions.new.claims[j].claim) for j, old in alignment.projected_to_old.items()),
    ]
    for index, old, new in both:
        in_both = versions.new.contains_claim(old) and versions.old.contains_claim(new)
        found = claim_change(old, new, versions, other_speaker=other_speaker(old, new), words_in_both=in_both)
        if found:
            yield _at(new, index), found


def _removed(versions: AlignedVersions, alignment: ClaimAlignment, parts: UnsharedParts) -> Iterator[_Placed]:
    partners = [i for i, _ in alignment.pairs]
    gone = _unmatched(versions, {*partners, *alignment.projected_to_new})
    for i, claim in gone:
        in_entry, kept = parts.in_entry(claim), versions.new.contains_content(claim)
        detail = "its words are still there, without this attribution" if kept else "no longer there"
        if in_entry:
            detail = "fell off the end of a rolling story with its entry"
        preceding = bisect_left(partners, i)
        after = versions.new.claims[alignment.pairs[preceding - 1][1]].claim if preceding else None
        place = after.content[0].start if after else -1
        severity = severity_of_presence(claim, words_kept=kept, in_entry=in_entry)
        yield (place, 1, i), Change("removed", claim, None, detail, severity, old_words=claim.content)


def _added(versions: AlignedVersions, alignment: ClaimAlignment, parts: UnsharedParts) -> Iterator[_Placed]:
    partners = {j for _, j in alignment.pairs}
    for j, claim in _unmatched(versions.swapped, {*partners, *alignment.projected_to_old}):
        kept = versions.old.contains_content(claim)
        detail = "its words were there before, without this attribution" if kept else "not there before"
        if parts.in_entry(claim):
            detail = "in a new entry of a rolling story"
        severity = severity_of_presence(claim, words_kept=kept, in_entry=False)
        yield _at(claim, j), Change("added", None, claim, detail, severity, new_words=claim.content)


def _unmatched(versions: AlignedVersions, matched: set[int]) -> Iterator[tuple[int, Claim]]:
    """The claims of the old version that the new one does not have in any way, but for unlikely ones."""
    for i, p in enumerate(versions.old.claims):
        known = (
            _is_unlikely(p.claim)
            or says_nothing(p.claim)
            or i in matched
            or versions.new.contains_claim(p.claim)
            or repeats_in_headline(p, versions.old)
        )
        if not known:
            yield i, p.claim


def _is_unlikely(claim: Claim) -> bool:
    """Whether something is rather no claim, or another one, than that it came or went, whoever said it."""
    found = claim.confidence if claim.words_confidence is None else claim.words_confidence
    return found < LEAST_LIKELY


def _unfound(versions: AlignedVersions, alignment: ClaimAlignment) -> Iterator[Claim]:
    """The claims of the old version that are in the new one by their words only, and that no claim there has."""
    partners = {i for i, _ in alignment.pairs}
    said = {normalised(p.claim.content_text) for p in versions.new.claims}
    for i, p in enumerate(versions.old.claims):
        kept = i in alignment.projected_to_new or versions.new.contains_claim(p.claim)
        if i not in partners and kept and normalised(p.claim.content_text) not in said:
            yield p.claim


def _at(new: Claim, index: int) -> tuple[int, int, int]:
    return new.content[0].start, 0, index


def _count_sentences(
    versions: AlignedVersions, reported: tuple[list[Stretch], list[Stretch]]
) -> SentenceCounts:
    """Count the sentences whose words differ and that no ``reported`` stretch of the old and the new text touches."""
    before = Counter(_sentence_changes(versions, reported[0]))
    after = Counter(_sentence_changes(versions.swapped, reported[1]))
    return SentenceCounts(after["gone"], before["gone"], max(before["changed"], after["changed"]))


def _sentence_changes(
    versions: AlignedVersions, reported: Iterable[Stretch]
) -> Iterator[Literal["gone", "changed"]]:
    """What became of each sentence of the old version that is not as it was."""
    tokens, to_new = versions.old.tokens, versions.to_new
    known = {k for start, end in reported for k in tokens.within(start, end)}
    for start, end in sentences(versions.old.article):
        inside = tokens.within(start, end)
        if not inside or not known.isdisjoint(inside):
            continue
        first = to_new[inside[0]]
        as_it_was = first >= 0 and all(to_new[k] == first + n for n, k in enumerate(inside))
        if as_it_was or versions.new.contains(tokens.keys[k] for k in inside):
            continue
        yield "changed" if versions.share_kept(start, end) >= SENTENCE_KEPT_FROM else "gone"
