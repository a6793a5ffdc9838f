"""What differs between two versions of one claim: the most important type, and everything in words."""

from collections.abc import Iterator
from typing import Final

from rapidfuzz import fuzz

from claims.merging.canonical import is_figure
from claims.merging.figure_matching import match_figures
from claims.merging.figures import Figure
from claims.merging.lexicon import listed
from claims.merging.polarity import opposed
from claims.merging.profiles import Profile
from claims.records import Change, ChangeType
from claims.versions.attribution import speaker_words
from claims.versions.rewording import rewording
from claims.wording import normalised

ONLY_FIGURES_FROM: Final = 80.0
"""Likeness in percent, figures left out, from which a change of figures is more than a rewording."""

_HEDGES: Final = frozenset(listed("hedges"))
_BY_IMPORTANCE: Final[tuple[ChangeType, ...]] = ("reattributed", "figure", "stance", "kind", "reworded")


def change(old: Profile, new: Profile, *, other_speaker: bool) -> Change | None:
    """What became of a claim; None where it says the same in the same way.

    ``other_speaker`` tells whether it was given to another one. One change a claim: its type is the most
    important one of those that apply (another speaker, then figures, stance, kind, wording), its detail names
    them all. No change are typography, white space, spelling, numbers in words, another mention of the same
    speaker, and a cue that only says in another word that something was said (said, added, told).
    """
    aspects = list(_aspects(old, new))
    if other_speaker:
        speakers = f"speaker: {speaker_words(old.claim)} -> {speaker_words(new.claim)}"
        aspects.insert(0, ("reattributed", speakers))
    if not aspects:
        return None
    kinds = {kind for kind, _ in aspects}
    most = next(kind for kind in _BY_IMPORTANCE if kind in kinds)
    return Change(most, old.claim, new.claim, "; ".join(words for _, words in aspects))


def _aspects(old: Profile, new: Profile) -> Iterator[tuple[ChangeType, str]]:
    """Everything but the speaker in which two versions of a claim differ, with words for it."""
    rest = fuzz.ratio(_without_figures(old), _without_figures(new))
    figures = ", ".join(f"{a} -> {b}" for a, b in _changed_figures(old, new))
    if figures:
        yield "figure" if rest >= ONLY_FIGURES_FROM else "reworded", figures
    yield from _cue(old, new)
    if (old.claim.kind == "indirect") != (new.claim.kind == "indirect"):
        became = ["quotation", "paraphrase"]
        yield "kind", " became ".join(became if new.claim.kind == "indirect" else reversed(became))
    if _is_reworded(old, new, figures=bool(figures)):
        yield "reworded", "words: " + rewording(old.claim.content_text, new.claim.content_text)
        opposition = opposed(old.polarity, new.polarity)
        if opposition:
            yield "reworded", opposition


def _cue(old: Profile, new: Profile) -> Iterator[tuple[ChangeType, str]]:
    before, after = old.claim.cue_text, new.claim.cue_text
    if normalised(before) == normalised(after):
        return
    said = f"cue: {before or 'none'} -> {after or 'none'}"
    if old.claim.stance != new.claim.stance or old.polarity.cue != new.polarity.cue:
        yield "stance", said
    elif old.cue_stems != new.cue_stems:
        yield "reworded", said


def _changed_figures(old: Profile, new: Profile) -> list[tuple[Figure, Figure]]:
    """The figures that became others; one that was only added or dropped is a rewording."""
    one, other = old.figures, new.figures
    if [f.unit for f in one] == [g.unit for g in other]:
        pairs = list(zip(one, other, strict=True))
    else:
        match = match_figures(one, other)
        pairs = [*match.clashing, *match.agreeing]
    return [(f, g) for f, g in pairs if str(f) != str(g)]


def _is_reworded(old: Profile, new: Profile, *, figures: bool) -> bool:
    """Whether words differ; where changed ``figures`` were told, others than these and their "about"."""
    if not figures:
        return old.words != new.words
    one, other = ([w for w in _without_figures(p).split() if w not in _HEDGES] for p in (old, new))
    return one != other


def _without_figures(p: Profile) -> str:
    return " ".join(w for w in p.words.split() if not is_figure(w))
