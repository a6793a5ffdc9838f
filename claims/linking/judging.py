"""Whether two appearances are one speaker: a pure function of the evidence of both."""

from dataclasses import dataclass
from typing import Final

from claims import names
from claims.linking.body_features import of_bodies
from claims.linking.evidence import Evidence
from claims.linking.features import FEATURES, LinkFeatures
from claims.linking.model import EVEN, link_probability, stored_weights
from claims.linking.person_features import of_full_names, of_one_word, of_surname

LINK: Final = EVEN
"""The probability from which two appearances are linked."""
DOUBTFUL: Final = 0.2
"""The probability from which a link that is not made is proposed to the desk."""
_SAID: Final = 2
"""So many circumstances are given with a link."""
_UNSAID: Final = frozenset({"name odds", "surroundings unknown", "only one has a role", "no role"})
_LEAST_SAID: Final = 0.25
"""Log odds that a circumstance must bring to be given."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """The probability that two appearances are one speaker; ``never``: nor can those be who are joined to them.

    What speaks for it is worked out again where it is asked for: of a million pairs that is a few.
    """

    probability: float
    never: bool
    one: Evidence
    other: Evidence

    @property
    def found(self) -> LinkFeatures:
        """What speaks for and against it."""
        return pair_features(self.one, self.other)

    @property
    def reason(self) -> str:
        """Why, in words: how the names compare, and the circumstances that say most."""
        found = self.found
        if found.never:
            return found.never
        weights = stored_weights()[found.kind][1:]
        shares = [
            (abs(w * x), name)
            for w, x, name in zip(weights, found.vector, FEATURES[found.kind], strict=True)
            if name not in _UNSAID and abs(w * x) >= _LEAST_SAID
        ]
        said = [name for _, name in sorted(shares, reverse=True)[:_SAID]]
        return "; ".join(dict.fromkeys((found.reason, *said)))


def judge(one: Evidence, other: Evidence) -> Judgement:
    """The judgement of two appearances, in either order."""
    found = pair_features(one, other)
    return Judgement(link_probability(found), bool(found.never), one, other)


def pair_features(one: Evidence, other: Evidence) -> LinkFeatures:
    """The features of two appearances, whatever their order."""
    if (other.name, other.type) < (one.name, one.type):
        one, other = other, one
    match = names.compare(one.name, other.name)
    forms = frozenset({one.form, other.form})
    if forms == {"name"}:
        return of_full_names(one, other, match)
    if forms == {"name", "one word"}:
        return of_surname(one, other, match)
    same_words = one.core == other.core
    if forms == {"one word"} or (forms == {"one word", "body"} and same_words):
        return of_one_word(one, other, match)
    # "Starboard Value" may have been taken for a person.
    if forms <= {"one word", "body"} or (forms == {"name", "body"} and same_words):
        return of_bodies(one, other, match)
    why = "a description fits many" if "description" in forms else "another kind of speaker"
    return LinkFeatures("bodies", {}, match.reason, why)
