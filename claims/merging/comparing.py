"""Comparing two claims: the same assertion, in conflict, or different; and why.

The rule is set by hand. All its thresholds stand at the top of this module; likenesses are in percent.
It leans to the safe side: two different claims taken for one cost a reader more than a pair that is missed.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from rapidfuzz import fuzz, process

from claims.merging.figure_matching import FigureMatch, match_figures
from claims.merging.polarity import opposed, unlike
from claims.merging.profiles import Profile, profile
from claims.merging.speakers import same_speaker
from claims.records import Claim

Relation = Literal["same", "conflict", "different"]
Wording = Literal["the same words", "trimmed", "a quotation in common", "reworded"]

WORDS_SHARE: Final = 0.75
"""Weight of the shared words in the likeness of two wordings; the rest is for their order."""
SAME_FROM: Final = 60.0
"""Likeness from which two claims of one speaker are the same: probability one half."""
CONFLICT_FROM: Final = 45.0
"""Likeness from which another figure or polarity is a conflict, not just another claim."""
STEEPNESS: Final = 6.0
"""How many points of likeness change the odds by a factor of e."""
FIGURE_BONUS: Final = 12.0
"""What each agreeing figure adds to the likeness, twice at most: few claims share a figure by chance."""

TRIMMED_FROM: Final = 95.0
"""How much of the shorter wording must stand in the longer one, letter for letter, to be trimmed from it."""
PIECE_STEMS: Final = 0.7
"""Share of its stems that a trimmed wording must have in common with the longer one, at least."""
TRIMMED_STEMS: Final = 4
"""Least number of different words with a meaning of their own in a trimmed wording; in a quoted one, one less."""
TRIMMED_LENGTH: Final = 0.9
"""Share of the longer wording's length up to which a wording is trimmed rather than changed."""

SHARED_RUN: Final = 90.0
"""The likeness that a quotation's run of eight words stands for which two claims share."""
SHARED_STRETCH: Final = 75.0
"""The likeness that a short quoted stretch of one claim stands for which the other has, too."""
UNKNOWN_QUOTED_FROM: Final = 80.0
"""Likeness from which two quotations are the same where it cannot be told whether the speaker is ..."""
UNKNOWN_FROM: Final = 92.0
"""... and the same for paraphrases: many say nearly the same. Both must have eight words at least."""

BARE_STEMS: Final = 2
"""With fewer words that have a meaning of their own ("the attack"), nothing tells two assertions apart."""
BARE: Final = 55.0
"""The likeness of two such claims in the same words."""
SHORT_STEMS: Final = 4
"""With fewer, and no quotation, the cue makes the assertion ("accused", "praised" the town council) ..."""
CUE_SHARE: Final = 0.5
"""... and this much of the likeness hangs on it."""
DOUBT: Final = 0.2
"""What another speaker, figure or polarity leaves of the probability."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """What two claims are to each other.

    ``probability`` (0 to 1) is that of one assertion. A conflict is the same speaker in the same frame with
    another figure or polarity. The first of the ``reasons`` says how the wordings compare, as does ``wording``.
    """

    probability: float
    relation: Relation
    reasons: tuple[str, ...]
    wording: Wording


def compare(a: Claim, b: Claim) -> Comparison:
    """Whether two claims make the same assertion, whatever articles they come from."""
    return compare_profiles([profile(a)], [profile(b)])[0]


def compare_profiles(a: Sequence[Profile], b: Sequence[Profile]) -> list[Comparison]:
    """The comparison of each of ``a`` with the one of ``b`` at the same place."""
    ratios = _scores(a, b, fuzz.ratio)
    contained = [0.0] * len(a)
    pieces = [k for k in range(len(a)) if _may_be_piece(a[k], b[k])]
    for k, score in zip(
        pieces, _scores([a[k] for k in pieces], [b[k] for k in pieces], fuzz.partial_ratio), strict=True
    ):
        contained[k] = score
    return [_judge(*pair) for pair in zip(a, b, ratios, contained, strict=True)]


def _scores(a: Sequence[Profile], b: Sequence[Profile], scorer: Callable[..., float]) -> list[float]:
    scores: list[float] = process.cpdist([p.words for p in a], [p.words for p in b], scorer=scorer).tolist()
    return scores


def _may_be_piece(a: Profile, b: Profile) -> bool:
    """Whether enough of one claim's words are in the other to look for it there; that is slower than the rest."""
    return len(a.stems & b.stems) >= PIECE_STEMS * min(len(a.stems), len(b.stems))


def _judge(a: Profile, b: Profile, ratio: float, contained: float) -> Comparison:
    likeness = _likeness(a, b, ratio, contained, figures=0, known=True)
    if likeness.percent < CONFLICT_FROM - 2 * FIGURE_BONUS:  # too far apart for anything; the rest is slower
        return Comparison(
            _probability(likeness.percent, SAME_FROM), "different", (likeness.said,), likeness.wording
        )
    speaker = same_speaker(a.claim, b.claim)
    figures = match_figures(a.figures, b.figures)
    if speaker == "unknown" or figures.agreeing:
        known = speaker != "unknown"
        likeness = _likeness(a, b, ratio, contained, figures=len(figures.agreeing), known=known)
    unknown_from = UNKNOWN_QUOTED_FROM if a.quoted and b.quoted else UNKNOWN_FROM
    even = unknown_from if speaker == "unknown" else SAME_FROM
    probability = _probability(likeness.percent * _cue_weight(a, b), even)
    relation: Relation = "same" if probability >= 0.5 else "different"
    against: tuple[str, ...] = ()
    if speaker == "other":
        relation, against = "different", (f"other speakers: {a.claim.speaker_name}, {b.claim.speaker_name}",)
    elif clash := _clash(a, b, figures):
        in_frame = speaker == "same" and likeness.percent >= CONFLICT_FROM
        relation, against = "conflict" if in_frame else "different", clash
    elif figures.unmatched:
        relation, against = "different", ("figures that do not match",)
    elif stand := unlike(a.polarity, b.polarity, reworded=likeness.wording == "reworded"):
        relation, against = "different", (stand,)
    if against:
        probability = round(probability * DOUBT, 4)
    return Comparison(probability, relation, (likeness.said, *against), likeness.wording)


def _probability(percent: float, even: float) -> float:
    """The probability for a likeness; ``even`` is the one that stands for one half."""
    return round(1 / (1 + math.exp((even - percent) / STEEPNESS)), 4)


def _clash(a: Profile, b: Profile, figures: FigureMatch) -> tuple[str, ...]:
    """In what two claims contradict each other, in words."""
    differing = tuple(f"{one} against {other}" for one, other in figures.clashing)
    opposition = opposed(a.polarity, b.polarity)
    return (*differing, opposition) if opposition else differing


@dataclass(frozen=True, slots=True, order=True)
class _Likeness:
    """How alike two wordings are, in percent, and in what way."""

    percent: float
    wording: Wording
    both_quoted: bool = False

    @property
    def said(self) -> str:
        """In words, for the user."""
        if self.wording == "trimmed":
            return f"trimmed from the fuller {'quotation' if self.both_quoted else 'wording'}"
        return f"reworded, {self.percent:.0f} % alike" if self.wording == "reworded" else self.wording


def _likeness(
    a: Profile, b: Profile, ratio: float, contained: float, *, figures: int, known: bool
) -> _Likeness:
    """How alike two wordings are; ``known`` tells whether the speakers are, ``figures`` how many figures agree."""
    if min(len(a.stems), len(b.stems)) < BARE_STEMS or not (known or (a.runs and b.runs)):
        return _Likeness(BARE * ratio / 100, "the same words" if a.words == b.words else "reworded")
    if a.words == b.words:
        return _Likeness(100.0, "the same words")
    both_quoted = a.quoted and b.quoted
    shared = 200 * len(a.stems & b.stems) / (len(a.stems) + len(b.stems))
    whole = WORDS_SHARE * shared + (1 - WORDS_SHARE) * ratio + FIGURE_BONUS * min(figures, 2)
    found = [_Likeness(min(99.0, whole), "reworded")]
    if known and _shares_stretch(a, b):
        found.append(_Likeness(SHARED_STRETCH, "a quotation in common"))
    if a.quoted_runs & b.quoted_runs or (known and (a.quoted_runs & b.runs or a.runs & b.quoted_runs)):
        found.append(_Likeness(SHARED_RUN, "a quotation in common"))
    if contained >= TRIMMED_FROM and (known or both_quoted) and _is_trimmed(a, b, both_quoted):
        found.append(_Likeness(contained, "trimmed", both_quoted))
    return max(found)


def _cue_weight(a: Profile, b: Profile) -> float:
    """What two claims' cues leave of the likeness of their wordings: all but where these are too short to tell."""
    if min(len(a.stems), len(b.stems)) >= SHORT_STEMS or (a.quoted and b.quoted):
        return 1.0
    every = a.cue_stems | b.cue_stems
    alike = len(a.cue_stems & b.cue_stems) / len(every) if every else 1.0
    return 1 - CUE_SHARE * (1 - alike)


def _is_trimmed(a: Profile, b: Profile, both_quoted: bool) -> bool:
    """Whether the shorter of two wordings, which stands in the longer, is clearly shorter and no commonplace.

    Unless both are quotations it must open the longer one: what is embedded ("critics condemn the ban") is no
    assertion of the longer's speaker.
    """
    shorter, longer = sorted((a, b), key=lambda p: (len(p.words), p.words))
    if len(shorter.stems) < TRIMMED_STEMS - shorter.quoted:
        return False
    if len(shorter.words) > TRIMMED_LENGTH * len(longer.words):
        return False
    return both_quoted or fuzz.ratio(shorter.words, longer.words[: len(shorter.words)]) >= TRIMMED_FROM


def _shares_stretch(a: Profile, b: Profile) -> bool:
    """Whether a stretch in quotation marks of one claim stands word for word in the other."""
    return any(
        f" {stretch} " in f" {other.words} " for one, other in ((a, b), (b, a)) for stretch in one.stretches
    )
