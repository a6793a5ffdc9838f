"""What differs between two versions of one claim: the most important type, how severe, and everything in words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from rapidfuzz import fuzz

from claims.lexicons import listed
from claims.records import Change, ChangeType, Claim, Severity, Span
from claims.text.canonical import is_number
from claims.text.claim_wording import ClaimWording
from claims.text.normalisation import normalised
from claims.text.polarity import opposed
from claims.text.quantities import Quantity
from claims.text.quantity_matching import match_quantities, near
from claims.versions.attribution import described_otherwise, role_turned, speaker_words
from claims.versions.boundaries import without_overhang
from claims.versions.calendar import days_changed
from claims.versions.rewording import Place, Wording, places, punctuation, quotes, said, wording
from claims.versions.severity import gravest, of_rewording
from claims.versions.sides import Sides

ONLY_FIGURES_FROM: Final = 80.0
"""Likeness in percent, figures left out, from which a change of figures is more than a rewording."""

SENTENCE_FROM: Final = 3
"""Least number of words of a sentence that was put into a quotation or taken out of it."""

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
    aspects += _marks(old, new, sides) if both_stand else _aspects(old, new, sides)
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
        severity: Severity = "moderate" if role_turned(old, new) else "minor"
        yield Aspect("reworded", severity, mentions, old.mention, new.mention)


def _aspects(old: Claim, new: Claim, sides: Sides) -> Iterator[Aspect]:
    """Everything but the speaker in which two versions of a claim differ."""
    whole = wording(sides.old, old.content), wording(sides.new, new.content)
    one = without_overhang(whole[0], whole[1], sides.there)
    other = without_overhang(whole[1], whole[0], sides.back)
    before, after = _cut(old, one), _cut(new, other)
    differing = places(one, other)
    figures, days = _changed_figures(before, after), days_changed(one, other, differing)
    if figures:
        yield _figure(before, after, figures)
    for place in days:
        yield Aspect("figure", "substantial", f"{one.text(place.old)} -> {other.text(place.new)}")
    yield from _cue(before, after)
    yield from _kind(old, new)
    told = differing == days or (bool(figures) and _only_figures_differ(before, after))
    yield from _words((before, one), (after, other), differing, told=told)
    yield from _punctuation(old, new, sides)


def _kind(old: Claim, new: Claim) -> Iterator[Aspect]:
    if (old.kind == "indirect") != (new.kind == "indirect"):
        became = ["quotation", "paraphrase"]
        yield Aspect(
            "kind", "moderate", " became ".join(became if new.kind == "indirect" else reversed(became))
        )


def _marks(old: Claim, new: Claim, sides: Sides) -> Iterator[Aspect]:
    """What differs where the words are the same: the marks, those of a quotation among them."""
    if quotes(old) != quotes(new):
        yield from _kind(old, new)
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


def _cut(claim: Claim, words: Wording) -> ClaimWording:
    """The claim with only these words of its content."""
    if not words.indices:
        return ClaimWording.of(claim)
    of, pieces = words.version.words, []
    for piece in claim.content:
        all_of_it = of.within(piece.start, piece.end)
        inside = [k for k in all_of_it if words.indices[0] <= k <= words.indices[-1]]
        if inside:
            start = piece.start if inside[0] > words.indices[0] else max(piece.start, of.starts[inside[0]])
            # What follows the last word, such as "%", belongs to it.
            end = piece.end if inside[-1] == all_of_it[-1] else of.ends[inside[-1]]
            pieces.append(claim.article.span(start, end))
    return ClaimWording.of(replace(claim, content=tuple(pieces)))


def _figure(old: ClaimWording, new: ClaimWording, changed: list[tuple[Quantity, Quantity]]) -> Aspect:
    alike = fuzz.ratio(_without_figures(old), _without_figures(new)) >= ONLY_FIGURES_FROM
    rounded = all(near(a, b) for a, b in changed)
    return Aspect(
        "figure" if alike else "reworded",
        "moderate" if rounded else "substantial",
        ", ".join(f"{a} -> {b}" for a, b in changed),
    )


def _cue(old: ClaimWording, new: ClaimWording) -> Iterator[Aspect]:
    before, after = old.claim.cue_text, new.claim.cue_text
    if normalised(before) == normalised(after):
        return
    cues = f"cue: {before or 'none'} -> {after or 'none'}", old.claim.cue, new.claim.cue
    if old.claim.stance != new.claim.stance or old.polarity.cue != new.polarity.cue:
        yield Aspect("stance", "substantial", *cues)
    elif old.cue_stems != new.cue_stems:
        yield Aspect("reworded", "moderate", *cues)


def _words(
    old: tuple[ClaimWording, Wording],
    new: tuple[ClaimWording, Wording],
    differing: Sequence[Place],
    *,
    told: bool,
) -> Iterator[Aspect]:
    """Where the words of the contents differ; of figures and days that were ``told`` only the places."""
    (before, one), (after, other) = old, new
    spans = (
        tuple(span for place in differing for span in one.spans(place.old)),
        tuple(span for place in differing for span in other.spans(place.new)),
    )
    if told and differing:
        yield Aspect("reworded", "minor", "", *spans)
    elif differing:
        opposition = opposed(before.polarity, after.polarity)
        detail = "words: " + said(one, other, differing)
        yield Aspect(
            "reworded",
            "substantial" if opposition else _severity(old, new, differing),
            f"{detail}; {opposition}" if opposition else detail,
            *spans,
        )


def _severity(
    old: tuple[ClaimWording, Wording], new: tuple[ClaimWording, Wording], differing: Sequence[Place]
) -> Severity:
    (before, one), (after, other) = old, new
    if before.words == after.words:  # "4.2 percent" and "4.2%"
        return "minor"
    if any(_sentence(one, p.old) or _sentence(other, p.new) for p in differing if not (p.old and p.new)):
        return "substantial"
    return of_rewording(
        [(one.text(p.old), other.text(p.new)) for p in differing],
        (one.text(one.indices), other.text(other.indices)),
    )


def _sentence(words: Wording, indices: Sequence[int]) -> bool:
    """Whether all words that a content has of one sentence are among these."""
    some, all_of_it = set(indices), set(words.indices)
    for sentence in {words.version.sentence(k) for k in indices}:
        inside = all_of_it.intersection(sentence)
        if len(inside) >= SENTENCE_FROM and inside <= some:
            return True
    return False


def _only_figures_differ(old: ClaimWording, new: ClaimWording) -> bool:
    """Whether all words but the figures and their "about" are the same."""
    one, other = ([w for w in _without_figures(p).split() if w not in _HEDGES] for p in (old, new))
    return one == other


def _changed_figures(old: ClaimWording, new: ClaimWording) -> list[tuple[Quantity, Quantity]]:
    """The figures that became others; one that was only added or dropped is a rewording."""
    one, other = old.figures, new.figures
    if [f.unit for f in one] == [g.unit for g in other]:
        pairs = list(zip(one, other, strict=True))
    else:
        match = match_quantities(one, other)
        pairs = [*match.clashing, *match.agreeing]
    return [(f, g) for f, g in pairs if str(f) != str(g)]


def _without_figures(p: ClaimWording) -> str:
    return " ".join(w for w in p.words.split() if not is_number(w))
