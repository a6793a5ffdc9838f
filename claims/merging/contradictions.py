"""Rules above the match model: what forbids that two claims are one assertion, and what sets them in conflict."""

from collections.abc import Sequence
from typing import Final

from rapidfuzz import fuzz

from claims.lexicons import word_set
from claims.merging.features import FEATURES, PairFeatures
from claims.merging.model import Weights, logistic
from claims.merging.profiles import Profile
from claims.merging.speaker_comparison import are_called_otherwise, are_other_studies, speaker_reference
from claims.names import share_speaker
from claims.text.polarity import NEGATED, withholds
from claims.text.quantities import Quantity
from claims.text.slot_difference import SlotDifference
from claims.text.slots import Slots

BARE_STEMS: Final = 2
"""With fewer content words ("the attack") two assertions cannot be distinguished."""
NEARLY_ALL: Final = 0.8
"""Share of words in common from which on two claims that differ in attitude differ in nothing else."""
FRAMED: Final = 0.4
"""Match probability without the quantities from which on another quantity is a conflict."""
FRAME_SHARED: Final = 0.4
"""Share of words in common from which on the opposite is a conflict."""
CONTRARY: Final = 0.6
"""Share of the common words with another sign from which on two claims are contrary."""
ONE_QUOTATION: Final = 0.6
"""How well (0 to 1) the quotations of two claims fit from which on they are one, however they are introduced."""
VERBATIM: Final = 95.0
"""How alike two quotations are, in percent, that are one but for a slip of the pen."""
NEGATED_FROM: Final = 0.05
"""How much (0 to 1) a negation must weigh in a place that both claims have to make them opposites."""
PERIOD_WITHIN: Final = 2
"""So many words after "since" or "past" a period ends at most."""
ABOUT_THE_SAME_PERIOD: Final = 1.5
"""So many times as long as the other a period is at most that may be the same one."""
_OPENING_PERIODS: Final = word_set("slots.period")
_SAME_SPEAKER, _KIN_SPEAKERS, _FIGURES_DIFFER, _CONTRARY = map(
    FEATURES.index, ("same speaker", "kin speakers", "figures differ", "contrary")
)
_FIRM: Final = {"one speaks for it, the other against it", "one denies it"}
"""Oppositions that hold whatever the claims do with their contents."""
_ABOUT_WORDS: Final = {"asserts", "negates"}
"""What a claim does with its content where single words of it can be affirmed and negated."""


def contradictions(found: PairFeatures, *, negated_elsewhere: bool) -> tuple[str, ...]:
    """In what two claims contradict each other, in words; the same in both orders.

    ``negated_elsewhere`` as of :func:`is_negated_elsewhere`: then a negation is no contradiction.
    """
    differing = [sorted(pair, key=_size) for pair in found.quantities.clashing]
    said = [f"figure: {less} / {more}" for less, more in sorted(differing, key=lambda pair: _size(pair[0]))]
    opposed = found.opposition and not negated_elsewhere
    return (*said, f"opposite: {found.opposition}") if opposed else tuple(said)


def obstacles(a: Profile, b: Profile, found: PairFeatures) -> tuple[str, ...]:
    """What else forbids that two claims are one, in words; the same in both orders.

    Another named speaker does, also where he quotes the first one word for word; so do two without names who are called
    otherwise, "two residents" and "an official".
    """
    if found.speakers == "other" and (others := _other_speakers(a, b)):
        return (f"other speaker: {' / '.join(sorted(others))}",)
    if _only_one_leaves_open(a, b):
        return ("one of them only says that it was not said",)
    least = min(len(a.stems), len(b.stems))
    if least < BARE_STEMS:
        return ("too few words to tell",)
    if least == BARE_STEMS and _have_other_verbs(a, b):
        return ("few words, and another verb",)
    if (a.attitude != b.attitude and a.polarity.against != b.polarity.against) or (
        found.attitudes_differ and "opposes" in (a.attitude, b.attitude) and found.shared >= NEARLY_ALL
    ):
        return ("only one of them is against anything",)
    return ()


def _other_speakers(a: Profile, b: Profile) -> tuple[str, ...]:
    """Two speakers who are surely two, as they are called; none where they may be one."""
    if all(_is_named(p) for p in (a, b)):
        return a.claim.speaker_name, b.claim.speaker_name
    return (a.claim.mention_text, b.claim.mention_text) if are_called_otherwise(a.claim, b.claim) else ()


def _only_one_leaves_open(a: Profile, b: Profile) -> bool:
    """Whether only one says what was not said; "refused to back the plan" is much as "refused to say he backs it"."""
    if a.polarity.cue == b.polarity.cue or "leaves open" not in (a.polarity.cue, b.polarity.cue):
        return False
    return not (withholds(a.cue_words) and withholds(b.cue_words))


def _have_other_verbs(a: Profile, b: Profile) -> bool:
    """Whether the verbs of both say what is done, and each another thing: "criticised", "praised"."""
    if not (a.cue_stems and b.cue_stems) or not a.cue_stems.isdisjoint(b.cue_stems):
        return False
    return a.claim.act != b.claim.act or a.claim.act == "statement"


def is_negated_elsewhere(found: PairFeatures, differ: Sequence[SlotDifference]) -> bool:
    """Whether only one of two claims is negated, but by a word that the other leaves out, or says otherwise.

    "No deal until they leave" and "a deal once they leave": aligned, nothing of the one is negated in the other.
    """
    return found.opposition in (None, NEGATED) and not any(
        d.kind in ("negation", "opposite") and d.weight >= NEGATED_FROM for d in differ
    )


def in_conflict(
    a: Profile, b: Profile, found: PairFeatures, framed: float, differ: Sequence[SlotDifference]
) -> bool:
    """Whether two claims that are not one disagree about the same thing; ``framed`` as of `frame_probability`."""
    return (
        (_are_opposed(a, b, found) and not is_negated_elsewhere(found, differ))
        or bool(found.quantities.clashing and framed >= FRAMED and not count_other_periods(a, b))
        or _are_one_quotation_of_two(a, b, found)
    )


def may_be_in_conflict(a: Profile, b: Profile, found: PairFeatures, framed: float) -> bool:
    """Whether two claims may disagree about the same thing, whatever differs in their slots."""
    return framed >= FRAMED or _are_opposed(a, b, found) or _are_one_quotation_of_two(a, b, found)


def frame_probability(a: Profile, b: Profile, found: PairFeatures, weights: Weights) -> float:
    """The probability that two claims would be one if they did not contradict each other.

    Two studies may be one ("recent polls", "a June poll"), and where they are not, they are about one question.
    """
    features = list(found.vector)
    features[_FIGURES_DIFFER] = features[_CONTRARY] = 0.0
    if are_studies(a, b):
        if are_other_studies(a.claim, b.claim):
            features[_SAME_SPEAKER] = features[_KIN_SPEAKERS] = 0.0
        elif found.speakers == "other":
            features[_KIN_SPEAKERS] = 1.0
    return logistic(weights.any, features)


def are_studies(a: Profile, b: Profile) -> bool:
    """Whether both claims are what documents say: polls, reports, surveys."""
    one, other = a.claim.speaker, b.claim.speaker
    return one is not None and other is not None and one.type == other.type == "document"


def _are_opposed(a: Profile, b: Profile, found: PairFeatures) -> bool:
    """Whether one speaker says yes and no to the same."""
    if found.shared < FRAME_SHARED or not (found.speakers == "same" or share_speaker(a.claim, b.claim)):
        return False
    if found.quoted_vector is not None and found.quoted_vector[1] >= ONE_QUOTATION:
        return False
    if found.opposition in _FIRM:
        return True
    negated = len(a.polarity.scopes) % 2 != len(b.polarity.scopes) % 2
    contrary = found.opposition is not None or (negated and found.contrary >= CONTRARY)
    return contrary and {a.attitude, b.attitude} <= _ABOUT_WORDS


def count_other_periods(a: Profile, b: Profile) -> bool:
    """Whether what the two count is counted over other periods: "in the past week", "since April"."""
    one, other = _periods(a.slots), _periods(b.slots)
    if not (one and other):
        return bool(one or other)
    return not any(
        x == y and max(m, n) <= ABOUT_THE_SAME_PERIOD * min(m, n) for x, m in one for y, n in other
    )


def _periods(slots: Slots) -> set[tuple[str, float]]:
    """What tells a period after "since", "past" and the like, and how long it is; 1 where only a date tells it."""
    found: set[tuple[str, float]] = set()
    for opening, word in enumerate(slots.words):
        if word not in _OPENING_PERIODS:
            continue
        for k in range(opening + 1, min(slots.size, opening + 1 + PERIOD_WITHIN)):
            if slots.kinds[k] == "number" and (length := slots.measure(k)):
                found.add(length)
                break
            if slots.kinds[k] in ("unit", "date"):
                measured, _, much = slots.stems[k].partition(" ")
                found.add((measured, float(much or 1)))
                break
    return found


def _are_one_quotation_of_two(a: Profile, b: Profile, found: PairFeatures) -> bool:
    """Whether the same words are given to two persons, of whom neither quotes the other."""
    persons = [p.claim.speaker for p in (a, b) if p.claim.speaker and p.claim.speaker.type == "person"]
    return (
        found.speakers == "other"
        and len(persons) == len((a, b))
        and a.long
        and b.long
        and a.quoted
        and b.quoted
        and speaker_reference(a.claim).words.isdisjoint(b.words.split())
        and speaker_reference(b.claim).words.isdisjoint(a.words.split())
        and fuzz.ratio(a.words, b.words) >= VERBATIM
    )


def _is_named(p: Profile) -> bool:
    said_by = p.claim.speakers
    return bool(said_by) and all(speaker.type in ("person", "organisation") for speaker in said_by)


def _size(figure: Quantity) -> tuple[float, float, str]:
    return figure.low, figure.high, str(figure)
