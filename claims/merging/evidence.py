"""What speaks for and against two claims making one assertion, as numbers."""

from dataclasses import dataclass
from typing import Final

from claims.merging.profiles import Profile
from claims.merging.quoting import alignment
from claims.merging.speakers import SpeakerTie, speaker_tie
from claims.text.negation import contrary
from claims.text.polarity import opposed
from claims.text.quantity_matching import QuantityMatch, match_quantities

KINDS: Final = (
    "same speaker",
    "kin speakers",
    "doubtful speaker",
    "words shared",
    "words shared but names",
    "figures agree",
    "figures differ",
    "attitudes differ",
    "contrary",
)
"""The kinds of evidence, in the order in which :attr:`Evidence.measures` has them."""
QUOTED_KINDS: Final = ("speaker", "quotations aligned", "words shared but names")
"""The kinds of evidence for two claims that both quote, in the order of :attr:`Evidence.quoted_measures`."""
_SPEAKER: Final[dict[SpeakerTie, float]] = {"same": 1.0, "kin": 0.5, "doubtful": 0.5, "other": 0.0}
_SIDES: Final = {"favours", "opposes"}
MOST_FIGURES: Final = 2
"""How many agreeing figures count."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """The evidence of one pair.

    ``shared`` is the share of the words of the side with fewer that the other has, too; ``opposition`` says in
    words in what two claims oppose each other, if they do; ``contrary`` is the share of the common words to which
    one says yes and the other no; ``measures`` are in the order of :data:`KINDS`; ``quoted_measures`` in that of
    :data:`QUOTED_KINDS`, where both claims quote.
    """

    tie: SpeakerTie
    shared: float
    figures: QuantityMatch
    opposition: str | None
    attitudes_differ: bool
    contrary: float
    measures: tuple[float, ...]
    quoted_measures: tuple[float, ...] | None


def evidence(a: Profile, b: Profile) -> Evidence:
    """The evidence for two claims being one; it is the same in both orders."""
    tie = speaker_tie(a.claim, b.claim)
    figures = match_quantities(a.figures, b.figures)
    opposition = opposed(a.polarity, b.polarity)
    if {a.attitude, b.attitude} == _SIDES:
        opposition = opposition or "one speaks for it, the other against it"
    names = a.names | b.names
    shared = containment(a.topic, b.topic)
    shared_plain = containment(a.topic - names, b.topic - names)
    signs = contrary(a.signs, b.signs) if a.has_signs or b.has_signs else 0.0
    differ = a.attitude != b.attitude
    measures = (
        float(tie == "same"),
        float(tie == "kin"),
        float(tie == "doubtful"),
        shared,
        shared_plain,
        float(min(len(figures.agreeing), MOST_FIGURES)),
        float(bool(figures.clashing) or figures.unmatched),
        float(differ),
        1.0 if opposition else signs,
    )
    quoted = (_SPEAKER[tie], alignment(a, b), shared_plain) if a.quotations and b.quotations else None
    return Evidence(tie, shared, figures, opposition, differ, signs, measures, quoted)


def containment(a: frozenset[str], b: frozenset[str]) -> float:
    """Share (0 to 1) of the stems of the side with fewer that the other has, too.

    One more is counted as not shared: that two words of two are shared says less than ten of ten.
    """
    return len(a & b) / (min(len(a), len(b)) + 1)
