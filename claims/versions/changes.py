"""What differs between two versions of one claim: the most important type, how severe, and everything in words."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from rapidfuzz import fuzz

from claims.merging.canonical import is_figure
from claims.merging.figure_matching import match_figures, near
from claims.merging.figures import Figure
from claims.merging.lexicon import listed
from claims.merging.polarity import opposed
from claims.merging.profiles import Profile, profile
from claims.records import Change, ChangeType, Claim, Severity, Span
from claims.versions.attribution import described_otherwise, speaker_words
from claims.versions.boundaries import without_overhang
from claims.versions.rewording import Wording, places, punctuation, said, wording
from claims.versions.severity import gravest, of_rewording
from claims.versions.sides import Sides
from claims.wording import normalised

ONLY_FIGURES_FROM: Final = 80.0
"""Likeness in percent, figures left out, from which a change of figures is more than a rewording."""

_HEDGES: Final = frozenset(listed("hedges"))
_BY_IMPORTANCE: Final[tuple[ChangeType, ...]] = ("reattributed", "figure", "stance", "kind", "reworded")


@dataclass(frozen=True, slots=True)
class Aspect:
    """One thing in which two versions of a claim differ, with the words that changed on either side."""

    type: ChangeType
    severity: Severity
    detail: str
    old: tuple[Span, ...] = ()
    new: tuple[Span, ...] = ()


def change(old: Claim, new: Claim, sides: Sides, *, other_speaker: bool, both_stand: bool) -> Change | None:
    """What became of a claim; None where it says the same in the same way.

    ``other_speaker`` tells whether it was given to another one, ``both_stand`` whether the words of either version
    stand in the other one, too, so that only the marks between them can differ. One change a claim: its type is the
    most important one of those that apply (another speaker, then figures, stance, kind, wording), its severity the
    gravest, its detail names them all. No change are typography, white space, pronoun or name for the same speaker,
    and a cue that only says in another word that something was said (said, added, told).
    """
    aspects = list(_speaker(old, new, other_speaker=other_speaker, both_stand=both_stand))
    aspects += _punctuation(old, new, sides) if both_stand else _aspects(old, new, sides)
    if not aspects:
        return None
    types = {aspect.type for aspect in aspects}
    return Change(
        type=next(kind for kind in _BY_IMPORTANCE if kind in types),
        old=old,
        new=new,
        detail="; ".join(aspect.detail for aspect in aspects if aspect.detail),
        severity=gravest(aspect.severity for aspect in aspects),
        old_words=tuple(sorted({span for aspect in aspects for span in aspect.old})),
        new_words=tuple(sorted({span for aspect in aspects for span in aspect.new})),
    )


def _speaker(old: Claim, new: Claim, *, other_speaker: bool, both_stand: bool) -> Iterator[Aspect]:
    if other_speaker:
        speakers = f"speaker: {speaker_words(old)} -> {speaker_words(new)}"
        yield Aspect("reattributed", "substantial", speakers, old.mention, new.mention)
    elif not both_stand and described_otherwise(old, new):
        mentions = f"speaker described: {old.mention_text} -> {new.mention_text}"
        yield Aspect("reworded", "minor", mentions, old.mention, new.mention)


def _aspects(old: Claim, new: Claim, sides: Sides) -> Iterator[Aspect]:
    """Everything but the speaker in which two versions of a claim differ."""
    whole = wording(sides.old, old.content), wording(sides.new, new.content)
    one = without_overhang(whole[0], whole[1], sides.there)
    other = without_overhang(whole[1], whole[0], sides.back)
    before, after = _cut(old, one), _cut(new, other)
    figures = _changed_figures(before, after)
    if figures:
        yield _figure(before, after, figures)
    yield from _cue(before, after)
    if (old.kind == "indirect") != (new.kind == "indirect"):
        became = ["quotation", "paraphrase"]
        yield Aspect(
            "kind", "moderate", " became ".join(became if new.kind == "indirect" else reversed(became))
        )
    yield from _words(before, after, one, other, figures=bool(figures))
    yield from _punctuation(old, new, sides)


def _punctuation(old: Claim, new: Claim, sides: Sides) -> Iterator[Aspect]:
    """Where only the marks between the words of the contents differ."""
    one, other = wording(sides.old, old.content), wording(sides.new, new.content)
    marks = punctuation(one, other)
    if marks:
        yield Aspect(
            "reworded",
            "minor",
            "punctuation: " + said(one, other, marks),
            tuple(span for place in marks for span in one.spans(place.old)),
            tuple(span for place in marks for span in other.spans(place.new)),
        )


def _cut(claim: Claim, words: Wording) -> Profile:
    """The claim with only these words of its content."""
    if not words.indices:
        return profile(claim)
    of, pieces = words.version.words, []
    for piece in claim.content:
        inside = [k for k in of.within(piece.start, piece.end) if words.indices[0] <= k <= words.indices[-1]]
        if inside:
            start = piece.start if inside[0] > words.indices[0] else max(piece.start, of.starts[inside[0]])
            end = piece.end if inside[-1] < words.indices[-1] else min(piece.end, of.ends[inside[-1]])
            pieces.append(claim.article.span(start, end))
    return profile(replace(claim, content=tuple(pieces)))


def _figure(old: Profile, new: Profile, changed: list[tuple[Figure, Figure]]) -> Aspect:
    alike = fuzz.ratio(_without_figures(old), _without_figures(new)) >= ONLY_FIGURES_FROM
    rounded = all(near(a, b) for a, b in changed)
    return Aspect(
        "figure" if alike else "reworded",
        "moderate" if rounded else "substantial",
        ", ".join(f"{a} -> {b}" for a, b in changed),
    )


def _cue(old: Profile, new: Profile) -> Iterator[Aspect]:
    before, after = old.claim.cue_text, new.claim.cue_text
    if normalised(before) == normalised(after):
        return
    cues = f"cue: {before or 'none'} -> {after or 'none'}", old.claim.cue, new.claim.cue
    if old.claim.stance != new.claim.stance or old.polarity.cue != new.polarity.cue:
        yield Aspect("stance", "substantial", *cues)
    elif old.cue_stems != new.cue_stems:
        yield Aspect("reworded", "moderate", *cues)


def _words(old: Profile, new: Profile, one: Wording, other: Wording, *, figures: bool) -> Iterator[Aspect]:
    """Where the words of the contents differ; not told again where only ``figures`` do."""
    differing = places(one, other)
    spans = (
        tuple(span for place in differing for span in one.spans(place.old)),
        tuple(span for place in differing for span in other.spans(place.new)),
    )
    if figures and _only_figures_differ(old, new):
        # The figures were told; here are their words.
        yield Aspect("reworded", "minor", "", *spans)
        return
    if differing:
        severity = of_rewording(
            [(one.text(p.old), other.text(p.new)) for p in differing],
            (one.text(one.indices), other.text(other.indices)),
        )
        opposition = opposed(old.polarity, new.polarity)
        detail = "words: " + said(one, other, differing)
        yield Aspect(
            "reworded",
            "substantial" if opposition else severity,
            f"{detail}; {opposition}" if opposition else detail,
            *spans,
        )


def _only_figures_differ(old: Profile, new: Profile) -> bool:
    """Whether all words but the figures and their "about" are the same."""
    one, other = ([w for w in _without_figures(p).split() if w not in _HEDGES] for p in (old, new))
    return one == other


def _changed_figures(old: Profile, new: Profile) -> list[tuple[Figure, Figure]]:
    """The figures that became others; one that was only added or dropped is a rewording."""
    one, other = old.figures, new.figures
    if [f.unit for f in one] == [g.unit for g in other]:
        pairs = list(zip(one, other, strict=True))
    else:
        match = match_figures(one, other)
        pairs = [*match.clashing, *match.agreeing]
    return [(f, g) for f, g in pairs if str(f) != str(g)]


def _without_figures(p: Profile) -> str:
    return " ".join(w for w in p.words.split() if not is_figure(w))
