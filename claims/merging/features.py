"""The comparison vector of a pair of claims: what speaks for and against one assertion, as numbers."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from rapidfuzz import fuzz

from claims.merging.profiles import Profile
from claims.merging.slot_reasons import EXCLUSIVE
from claims.merging.speaker_comparison import SpeakerRelation, speaker_relation
from claims.text.negation import contrary
from claims.text.polarity import attitudes_differ, opposed, take_sides
from claims.text.quantity_matching import QuantityMatch, match_quantities
from claims.text.slot_difference import DIFFERENCE_KINDS, SlotDifference
from claims.text.word_rarity import total_rarity

FEATURES: Final = (
    "same speaker",
    "kin speakers",
    "words shared but names",
    "meaning shared",
    "figures agree",
    "figures differ",
    "attitudes differ",
    "contrary",
    "unmentioned",
)
"""The features in the order of :attr:`PairFeatures.vector`."""
QUOTED_FEATURES: Final = ("speaker", "quotations aligned", "words shared but names")
"""The features of two claims that both quote, in the order of :attr:`PairFeatures.quoted_vector`."""
CONFLICT_FEATURES: Final = (
    "opposition",
    "attitudes differ",
    "other name",
    "other differences",
    "aligned",
    "rare words shared",
    "rarest name shared",
)
"""The features of two claims that disagree, in the order of :func:`conflict_vector`."""
_SPEAKER: Final[dict[SpeakerRelation, float]] = {"same": 1.0, "kin": 0.5, "doubtful": 0.5, "other": 0.0}
NOTHING_SHARED: Final = 0.3
"""What is added to the words of two claims, so that one word of one in common is weak evidence."""
MOST_QUANTITIES: Final = 2
"""How many agreeing quantities count."""
ANY_LIKENESS: Final = 0.4
"""How like (0 to 1) the likest of some words is to one that has nothing to do with them."""
_CHANCE: Final = 0.5
"""The similarity (0 to 1) that ``partial_ratio`` finds between any two texts."""


class PairFeatures(NamedTuple):
    """The features of one pair of claims; the order of the two makes no difference.

    ``speakers``: how the speakers are related.
    ``shared``: share (0 to 1) of the stems of the side with fewer that the other has, too.
    ``quantities``: which quantities agree and clash.
    ``opposition``: in words, in what the claims oppose each other; None where they do not.
    ``attitudes_differ``: whether only one is for, against, or denies its content.
    ``contrary``: share (0 to 1) of the common stems that one affirms and the other negates.
    ``vector``: all as numbers, in the order of :data:`FEATURES`, what is unmentioned (unmentioned.py) as 0: it takes
    the whole articles, and is worth looking for in few pairs only.
    ``quoted_vector``: in the order of :data:`QUOTED_FEATURES`; None unless both claims quote.
    """

    speakers: SpeakerRelation
    shared: float
    quantities: QuantityMatch
    opposition: str | None
    attitudes_differ: bool
    contrary: float
    vector: tuple[float, ...]
    quoted_vector: tuple[float, ...] | None

    def with_unmentioned(self, much: float) -> tuple[float, ...]:
        """The vector, where so much that one claim names is not in the other one's article."""
        return (*self.vector[:-1], much)


def pair_features(a: Profile, b: Profile) -> PairFeatures:
    """The features of two claims."""
    speakers = speaker_relation(a.claim, b.claim)
    quantities = match_quantities(a.figures, b.figures)
    opposition = opposition_of(a, b)
    names = a.names | b.names
    shared = containment(a.topic, b.topic)
    shared_plain = containment(a.topic - names, b.topic - names) if names else shared
    signs = contrary(a.signs, b.signs) if a.has_signs or b.has_signs else 0.0
    differ = attitudes_differ(a.attitude, b.attitude)
    vector = (
        float(speakers == "same"),
        float(speakers == "kin"),
        shared_plain,
        shared if speakers == "other" else meaning_containment(a, b, shared),
        float(min(len(quantities.agreeing), MOST_QUANTITIES)),
        float(bool(quantities.clashing) or quantities.unmatched),
        float(differ),
        1.0 if opposition else signs,
        0.0,
    )
    quoted = (
        (_SPEAKER[speakers], quotation_alignment(a, b), shared_plain)
        if a.quotations and b.quotations
        else None
    )
    return PairFeatures(speakers, shared, quantities, opposition, differ, signs, vector, quoted)


def opposition_of(a: Profile, b: Profile) -> str | None:
    """In words, in what two claims oppose each other; None where they do not."""
    found = opposed(a.polarity, b.polarity)
    if take_sides(a.attitude, b.attitude):
        return found or "one speaks for it, the other against it"
    return found


def slot_vector(found: Sequence[SlotDifference]) -> tuple[float, ...]:
    """How much two claims differ in each kind of slot, in the order of :data:`DIFFERENCE_KINDS`."""
    weights = dict.fromkeys(DIFFERENCE_KINDS, 0.0)
    for d in found:
        weights[d.kind] = max(weights[d.kind], d.weight)
    return tuple(weights.values())


def conflict_vector(
    a: Profile, b: Profile, found: PairFeatures, differ: Sequence[SlotDifference], rarest_name: float
) -> tuple[float, ...]:
    """What tells whether two claims that disagree are about one event, in the order of :data:`CONFLICT_FEATURES`.

    ``rarest_name``: the rarity of the rarest name that their articles share.
    """
    weights = [d.weight for d in differ]
    return (
        float(found.opposition is not None),
        float(found.attitudes_differ),
        max((d.weight for d in differ if d.kind == "name"), default=0.0),
        sum(weights) - max(weights, default=0.0),
        max((d.covered for d in differ if d.kind in EXCLUSIVE), default=0.0),
        shared_words(a, b),
        rarest_name,
    )


def shared_words(a: Profile, b: Profile) -> float:
    """How much (0 to 1) of what two claims say both say, rare words counting more (a weighted Jaccard index)."""
    common, all_ = weight_of_words(a, b)
    return common / (all_ + NOTHING_SHARED)


def weight_of_words(a: Profile, b: Profile) -> tuple[float, float]:
    """What the words that two claims have in common weigh, and all words of either, each as heavy as it is rare."""
    common = total_rarity(a.topic & b.topic)
    return common, a.weight + b.weight - common


def containment(a: frozenset[str], b: frozenset[str]) -> float:
    """Share (0 to 1) of the stems of the side with fewer that the other has, too (the overlap coefficient).

    One more is counted as not shared: that two words of two are shared is weaker evidence than ten of ten.
    """
    return len(a & b) / (min(len(a), len(b)) + 1)


def meaning_containment(a: Profile, b: Profile, shared: float) -> float:
    """As :func:`containment` of the topics, ``shared``; a word that the other has not counts as its likest word there.

    A greedy matching of static vectors, as BERTScore (Zhang et al. 2020) has it of contextual ones.
    """
    least = min(len(a.topic), len(b.topic))
    likest = 0.0
    for own, other in ((a, b), (b, a)):
        if len(own.topic) == least and not own.topic <= other.topic:
            likest = max(likest, _likest(own, other))
    return shared + likest / (least + 1)


def _likest(own: Profile, other: Profile) -> float:
    """The likenesses of the words that only one claim has to their likest words in the other, added up."""
    row_of, vectors = own.meanings
    only = [row for root, row in row_of.items() if root not in other.topic]
    rows, others = other.meanings if only else ({}, vectors)
    if not rows:
        return 0.0
    likeness: list[list[float]] = (vectors.take(only, axis=0) @ others.T).tolist()
    likest = map(max, likeness)  # of so few sooner than numpy
    return sum([one - ANY_LIKENESS for one in likest if one > ANY_LIKENESS]) / (1 - ANY_LIKENESS)


def quotation_alignment(a: Profile, b: Profile) -> float:
    """How well (0 to 1) the quotations of two claims fit each other in their best local alignment.

    The mean of two: all that one claim quotes aligned with all that the other quotes, and the one quotation that fits
    best, since an article may quote two places of a speech of which the other has one. Both claims have quotations.
    """
    one, other = " ".join(a.quotations), " ".join(b.quotations)
    whole = _fit(one, other)
    if whole == 1 or len(a.quotations) == len(b.quotations) == 1:
        return whole
    pieces = [
        _fit(q, text) for own, text in ((a, other), (b, one)) for q in own.quotations if len(q) <= len(text)
    ]
    return (whole + max(pieces)) / 2


def _fit(one: str, other: str) -> float:
    """How much of the shorter text stands in the longer one, beyond what any two texts have in common."""
    one, other = f" {one} ", f" {other} "
    if one in other or other in one:
        return 1.0
    return max(0.0, fuzz.partial_ratio(one, other) / 100 - _CHANCE) / (1 - _CHANCE)
