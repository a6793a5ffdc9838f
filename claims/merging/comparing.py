"""Comparing two claims: the same assertion, in conflict, or different; and why.

The match model (model.py) gives a probability. A few rules stand above it, each with its reason: they hold for any
pair, and are too rare or too plain to be learnt from the labelled pairs.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from rapidfuzz import fuzz, process

from claims.merging.contradictions import (
    FRAME_SHARED,
    FRAMED,
    are_studies,
    contradictions,
    count_other_periods,
    frame_probability,
    in_conflict,
    is_negated_elsewhere,
    may_be_in_conflict,
    obstacles,
)
from claims.merging.events import are_of_one_event
from claims.merging.features import PairFeatures, conflict_vector, containment, pair_features
from claims.merging.model import Weights, difference_probability, logistic, match_probability, stored_weights
from claims.merging.profiles import Profile
from claims.merging.slot_reasons import are_exclusive, slot_reasons
from claims.merging.unmentioned import unmentioned
from claims.records import Claim
from claims.text.relative_periods import are_one_period
from claims.text.slot_difference import SlotDifference
from claims.text.slot_differences import aligned_differences, differences
from claims.text.slots import certainty_in_cue

Relation = Literal["same", "conflict", "different"]
ComparedFor = Literal["everything", "ties", "matches"]
"""What is asked of two claims: all that they are to each other, or only of those that are tied, or that match."""
Wording = Literal["the same words", "trimmed", "a quotation in common", "reworded"]

WEIGHTS: Final = stored_weights()

LEAST_SHARED: Final = 0.15
"""With a lesser share of stems in common two claims are different, whatever else they have in common."""
HARDLY_SHARED: Final = 0.26
"""With a lesser share and no figures of one unit they are not taken for one assertion: blocking looks for few such."""
ONE_PHRASE: Final = 2
"""So many words in common may be one phrase."""
OPEN: Final = 0.45
"""The probability of such ones at most."""
HOPELESS: Final = 0.02
"""The probability of two claims with less in common than ``LEAST_SHARED``."""
LIKELY: Final = 0.5
"""The probability from which on two claims are one assertion."""
SURE: Final = 0.95
"""The least probability of two claims with the same long quotation, where the speaker may be one."""
DOUBT: Final = 0.3
"""What a contradiction, another speaker or a bare content leaves of the probability at most.

Of the labelled real pairs with one that the model finds likely, about so many are duplicates (22 of 59)."""
WORTH_ALIGNING: Final = 0.2
"""The probability of one assertion, or of one frame, from which on it matters what slots and articles have."""
DIFFERING: Final = 0.5
"""The probability from which on what differs in the slots makes two assertions."""
TRIMMED_FROM: Final = 95.0
"""How much of the shorter wording must stand in the longer one, in percent, to be trimmed from it."""
TRIMMED_LENGTH: Final = 0.85
"""Share of the longer wording's length up to which a wording is trimmed rather than changed."""


@dataclass(frozen=True, slots=True)
class ClaimComparison:
    """What two claims are to each other.

    ``probability`` (0 to 1) is that of one assertion. A conflict is the same speaker in the same frame with
    another figure or polarity, or the same quotation with another speaker. The first of the ``reasons`` says how
    the wordings compare, as does ``wording``; the others say what speaks against one assertion, what differs first.
    ``one_event`` is the probability (0 to 1) that two claims in conflict are told of one event, by what they say.
    The order of the two claims makes no difference.
    """

    probability: float
    relation: Relation
    reasons: tuple[str, ...]
    wording: Wording
    one_event: float = 0.0


DIFFERENT: Final = ClaimComparison(0.0, "different", (), "reworded")
"""What claims are to each other that can only be different."""


def compare(a: Claim, b: Claim) -> ClaimComparison:
    """Whether two claims make the same assertion, whatever articles they come from."""
    return compare_profiles([Profile.of(a)], [Profile.of(b)])[0]


def compare_profiles(
    a: Sequence[Profile], b: Sequence[Profile], weights: Weights = WEIGHTS
) -> list[ClaimComparison]:
    """The comparison of each of ``a`` with the one of ``b`` at the same place, by the model's ``weights``."""
    return [
        replace(c, relation="different")
        if c.relation == "conflict" and not are_of_one_event(c.one_event, one, other, weights)
        else c
        for c, one, other in zip(compare_wordings(a, b, weights), a, b, strict=True)
    ]


def compare_wordings(
    a: Sequence[Profile], b: Sequence[Profile], weights: Weights = WEIGHTS
) -> list[ClaimComparison]:
    """As :func:`compare_profiles`, but for the articles: claims that disagree are in conflict, whatever the event.

    It is the same for all claims of two units, in whatever articles they are.
    """
    return _compared(a, b, weights, "everything")


def compare_for_ties(a: Sequence[Profile], b: Sequence[Profile]) -> list[ClaimComparison]:
    """As :func:`compare_wordings`; of claims that are different no more than that is worked out.

    Nor is it, of those in conflict, how much less probable one assertion is by what their articles leave out.
    """
    return _compared(a, b, WEIGHTS, "ties")


def compare_for_matches(a: Sequence[Profile], b: Sequence[Profile]) -> list[ClaimComparison]:
    """As :func:`compare_wordings`, but of claims that are the same only their probability is worked out.

    All others are different.
    """
    return [_compare(*pair, WEIGHTS, "matches") for pair in zip(a, b, strict=True)]


def _compared(
    a: Sequence[Profile], b: Sequence[Profile], weights: Weights, asked: ComparedFor
) -> list[ClaimComparison]:
    found = [_compare(*pair, weights, asked) for pair in zip(a, b, strict=True)]
    same = [k for k, f in enumerate(found) if f.relation == "same"]
    before = [(found[k].reasons[0], found[k].wording) for k in same]
    worded = _with_trimmed([a[k] for k in same], [b[k] for k in same], before)
    for k, (said, wording) in zip(same, worded, strict=True):
        reasons = (said, *found[k].reasons[1:])
        found[k] = ClaimComparison(found[k].probability, "same", reasons, wording)
    return found


def wordings_of_same(a: Sequence[Profile], b: Sequence[Profile]) -> list[tuple[str, Wording]]:
    """How the wordings of claims that are the same compare, in words for the user and as one of the kinds."""
    return _with_trimmed(a, b, [_wording(*pair) for pair in zip(a, b, strict=True)])


def _with_trimmed(
    a: Sequence[Profile], b: Sequence[Profile], before: Sequence[tuple[str, Wording]]
) -> list[tuple[str, Wording]]:
    """The comparisons of the wordings ``before``, but for those of which one is trimmed from the other."""
    found = list(before)
    pieces = [k for k in range(len(found)) if _may_be_trimmed(a[k], b[k])]
    contained = process.cpdist(
        [a[k].words for k in pieces], [b[k].words for k in pieces], scorer=fuzz.partial_ratio
    )
    for k, score in zip(pieces, contained.tolist(), strict=True):
        if score >= TRIMMED_FROM:
            whole = "quotation" if a[k].quoted and b[k].quoted else "wording"
            found[k] = f"trimmed from the fuller {whole}", "trimmed"
    return found


def _compare(a: Profile, b: Profile, weights: Weights, asked: ComparedFor) -> ClaimComparison:
    """The comparison; unless everything is ``asked`` for, of two claims that can only be different just that."""
    if a.claim.id == b.claim.id and a.claim == b.claim:
        return ClaimComparison(1.0, "same", ("the same claim",), "the same words")
    shared = containment(a.topic, b.topic)
    if shared < LEAST_SHARED:
        return ClaimComparison(HOPELESS, "different", ("hardly a word in common",), "reworded")
    found = pair_features(a, b)
    if asked == "matches":
        return _match(a, b, found, weights)
    return _judged(a, b, found, weights, asked)


def _match(a: Profile, b: Profile, found: PairFeatures, weights: Weights) -> ClaimComparison:
    """How probably two claims with these features are the same, if they are; what excludes it soonest comes first."""
    if found.quantities.clashing or obstacles(a, b, found):
        return DIFFERENT
    probability = match_probability(found, weights)
    if not _may_be_same(a, b, probability):
        return DIFFERENT
    if probability >= WORTH_ALIGNING and found.quoted_vector is None:
        probability = logistic(weights.any, found.with_unmentioned(unmentioned(a, b)))
        if not _may_be_same(a, b, probability):
            return DIFFERENT
    if not _same_quotation(a, b):
        place_by_place = difference_probability(aligned_differences(a.slots, b.slots), weights)
        if probability * (1 - place_by_place) < LIKELY:  # what is found besides can but add to it
            return DIFFERENT
    aligned = probability >= WORTH_ALIGNING or frame_probability(a, b, found, weights) >= WORTH_ALIGNING
    differ = _differences(a, b) if aligned else ()
    against = contradictions(found, negated_elsewhere=is_negated_elsewhere(found, differ))
    differing = difference_probability(differ, weights)
    probability = _weighed(a, b, found, probability, differing=differing, against=against)
    return (
        ClaimComparison(round(probability, 4), "same", (), "reworded") if probability >= LIKELY else DIFFERENT
    )


def _judged(
    a: Profile, b: Profile, found: PairFeatures, weights: Weights, asked: ComparedFor
) -> ClaimComparison:
    """The comparison of two claims with these features, which have some words in common."""
    probability = match_probability(found, weights)
    may_be_same = _may_be_same(a, b, probability)
    framed = frame_probability(a, b, found, weights)
    # What costs most can only speak against one assertion: articles are not looked into where nothing else speaks for
    # it, and slots not where nothing speaks for a conflict either.
    open_anyway = asked == "everything" or may_be_in_conflict(a, b, found, framed)
    if not (open_anyway or may_be_same):
        return DIFFERENT
    if (
        probability >= WORTH_ALIGNING
        and found.quoted_vector is None
        and (asked == "everything" or may_be_same)
    ):
        probability = logistic(weights.any, found.with_unmentioned(unmentioned(a, b)))
        if not (open_anyway or _may_be_same(a, b, probability)):
            return DIFFERENT
    differ = _differences(a, b) if max(probability, framed) >= WORTH_ALIGNING else ()
    differing = difference_probability(differ, weights)
    elsewhere = is_negated_elsewhere(found, differ)
    against = (*contradictions(found, negated_elsewhere=elsewhere), *obstacles(a, b, found))
    probability = _weighed(a, b, found, probability, differing=differing, against=against)
    relation: Relation = "same" if probability >= LIKELY else "different"
    if relation == "different" and (
        in_conflict(a, b, found, framed, differ)
        or (
            differing >= DIFFERING
            and framed >= FRAMED
            and found.speakers != "other"
            and are_exclusive(differ)
            and not (any(d.kind == "number" for d in differ) and count_other_periods(a, b))
        )
    ):
        relation = "conflict"
    one_event = round(_one_event(a, b, found, differ, weights), 6) if relation == "conflict" else 0.0
    said, wording = _wording(a, b)
    if differing >= DIFFERING:
        against = tuple(dict.fromkeys((*against, *_unsaid(slot_reasons(differ), against))))
    return ClaimComparison(
        round(probability, 4), relation, (said, *against, *_also(found)), wording, one_event
    )


def _weighed(
    a: Profile,
    b: Profile,
    found: PairFeatures,
    probability: float,
    *,
    differing: float,
    against: Sequence[str],
) -> float:
    """The probability of one assertion, given that without what differs, and what stands above the model."""
    probability *= 1 - differing
    if _hardly_share(a, b, found.shared) and not found.quantities.are_comparable:
        probability = min(probability, OPEN)
    if against:
        return min(probability, DOUBT)
    if found.speakers != "other" and differing < DIFFERING and _same_quotation(a, b):
        return max(probability, SURE)
    return probability


def _may_be_same(a: Profile, b: Profile, probability: float) -> bool:
    """Whether two claims of this probability, which other evidence can but lessen, may still be one assertion."""
    return probability >= LIKELY or _same_quotation(a, b)


def _hardly_share(a: Profile, b: Profile, shared: float) -> bool:
    """Whether two claims have so little in common that they may only be about one thing.

    As they may where each has figures: "the water came over the old wall within ten minutes", "14 were killed when the
    old wall broke".
    """
    if not (a.figures and b.figures):
        return shared < HARDLY_SHARED
    return shared < FRAME_SHARED and (shared < HARDLY_SHARED or len(a.topic & b.topic) <= ONE_PHRASE)


def _one_event(
    a: Profile, b: Profile, found: PairFeatures, differ: Sequence[SlotDifference], weights: Weights
) -> float:
    """The probability (0 to 1) that two claims that disagree are told of one event, by what they say.

    Two studies of one question never are, and their findings are shown beside each other all the same.
    """
    if are_studies(a, b):
        return 1.0
    return logistic(weights.conflict, conflict_vector(a, b, found, differ, 0.0))


def _differences(a: Profile, b: Profile) -> tuple[SlotDifference, ...]:
    if a.canonical == b.canonical and certainty_in_cue(a.cue_words) == certainty_in_cue(b.cue_words):
        return ()
    one, other = a.claim.article.published, b.claim.article.published
    return tuple(
        d
        for d in differences(a.slots, b.slots)
        if not (d.kind == "date apart" and are_one_period(d.one, one, d.other, other))
    )


def _unsaid(reasons: Sequence[str], said: Sequence[str]) -> list[str]:
    """The reasons that no other one has said in its own words: of a figure, or of a negation, one is enough."""
    kinds = {one.partition(":")[0] for one in said}
    return [one for one in reasons if one.partition(":")[0] not in kinds]


def _wording(a: Profile, b: Profile) -> tuple[str, Wording]:
    """How two wordings compare, in words for the user and as one of the kinds; "trimmed" is found later."""
    if a.words == b.words:
        return "the same words", "the same words"
    if _share_run(a, b) or _shares_stretch(a, b):
        return "a quotation in common", "a quotation in common"
    percent = 100 * len(a.topic & b.topic) // max(1, min(len(a.topic), len(b.topic)))
    return f"reworded, {percent} % of the words shared", "reworded"


def _also(found: PairFeatures) -> tuple[str, ...]:
    """What else speaks against one assertion, in words."""
    said = {
        "it is not certain that the speaker is one": found.speakers in ("doubtful", "kin"),
        "figures that do not match": found.quantities.unmatched,
        "one only states what the other is for or against": found.attitudes_differ,
    }
    return tuple(words for words, holds in said.items() if holds)


def _same_quotation(a: Profile, b: Profile) -> bool:
    """Whether two claims have a stretch in common that is too long to be the same words by chance."""
    return (a.words == b.words and a.long) or _share_run(a, b)


def _share_run(a: Profile, b: Profile) -> bool:
    """Whether two claims quote the same run of words."""
    return a.quoted and b.quoted and not a.quoted_runs.isdisjoint(b.quoted_runs)


def _may_be_trimmed(a: Profile, b: Profile) -> bool:
    """Whether one of two wordings is clearly shorter."""
    short, long = sorted((len(a.words), len(b.words)))
    return short <= TRIMMED_LENGTH * long


def _shares_stretch(a: Profile, b: Profile) -> bool:
    """Whether a stretch in quotation marks of one claim stands word for word in the other."""
    return any(
        f" {stretch} " in f" {other.words} " for one, other in ((a, b), (b, a)) for stretch in one.stretches
    )
