"""Whether two claims are told of one event: what their articles name beside what they say.

A formula ("the District Attorney said that the defendant, 24, ...") is filled anew with each event, so that two of its
uses differ in a figure or a name and contradict nothing. Articles on one event name the same persons and places, rare
ones among them; articles that have a formula in common name others.
"""

import math
import re
from functools import lru_cache
from typing import Final

from claims.lexicons import word_set
from claims.merging.features import CONFLICT_FEATURES
from claims.merging.model import Weights
from claims.merging.profiles import Profile
from claims.text.canonical import STOP_WORDS, canonical
from claims.text.normalisation import plain
from claims.text.word_rarity import rarity, rarity_stem
from claims.text.word_vectors import is_known

LEAST_NAMED: Final = 1.5
"""So much must each article name beside the claims to tell an event: a rare name counts one, a common one less."""
CONFLICTING: Final = 0.4
"""The probability of one event from which on two claims that disagree are in conflict: a desk looks at each."""
_BY_NAME: Final = 1 + CONFLICT_FEATURES.index("rarest name shared")
"""The place of its coefficient, behind the intercept."""
_NO_NAMES: Final = STOP_WORDS | word_set(
    "calendar.day", "calendar.month", "calendar.short_day", "calendar.short_month"
)
_CAPITALISED: Final = re.compile(r"(?<![.!?:\"'] )\b[A-Z][\w'-]+")


def are_of_one_event(by_words: float, a: Profile, b: Profile, weights: Weights) -> bool:
    """Whether two claims that disagree are told of one event, by their articles; so may those be that do not tell.

    ``by_words``: the probability (0 to 1) of one event by what the claims say, the names that the articles share left
    aside (:attr:`claims.merging.comparing.ClaimComparison.one_event`).
    """
    return by_words == 1 or is_one_event(by_words, rarest_shared_name(a, b), weights)


def is_one_event(by_words: float, rarest: float | None, weights: Weights) -> bool:
    """As :func:`are_of_one_event`, given the rarity of the rarest name that the articles share, if they tell.

    ``by_words`` is less than 1.
    """
    return rarest is None or event_log_odds(by_words, rarest, weights) >= math.log(
        CONFLICTING / (1 - CONFLICTING)
    )


def event_log_odds(by_words: float, rarest: float, weights: Weights) -> float:
    """The log odds of one event by what two claims say and the rarity of the rarest name that their articles share."""
    return math.log(by_words / (1 - by_words)) + weights.conflict[_BY_NAME] * rarest


def rarest_shared_name(a: Profile, b: Profile) -> float | None:
    """The rarity (0 to 1) of the rarest name that the articles of two claims have in common, the speakers' left out.

    None where one of them names hardly anything beside the claims.
    """
    speakers = frozenset(
        w for p in (a, b) for w in canonical(f"{p.claim.speaker_name} {p.claim.mention_text}")
    )
    one, other = (names_in(p.claim.article.text) - speakers for p in (a, b))
    said = frozenset((*a.canonical, *b.canonical))
    if min(_named(one - said), _named(other - said)) < LEAST_NAMED:
        return None
    return max((rarity(rarity_stem(name)) for name in one & other), default=0.0)


@lru_cache(maxsize=4_096)
def names_in(text: str) -> frozenset[str]:
    """The words that a text writes with a capital letter inside of sentences, and that are no words otherwise."""
    found = {word.lower().removesuffix("'s") for word in _CAPITALISED.findall(plain(text))}
    return frozenset(word for word in found if word not in _NO_NAMES and not is_known(word))


def _named(names: frozenset[str]) -> float:
    return sum(rarity(rarity_stem(name)) ** 2 for name in names)
