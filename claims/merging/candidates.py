"""How probable it is that two claims which a search through many articles brought together are one assertion.

The match model is fitted on pairs that were chosen to be judged, of which a third are one assertion. Of the pairs that
blocking brings together in a ledger it is one in fifty: one speaker says a hundred things about one subject. Fellegi
and Sunter (JASA 1969) put this into the prior odds of a match; here they depend on how much of one story both articles
tell, and are fitted on pairs as blocking draws them (``benchmarks/collected.py``). So it is with conflicts.
"""

import math
from collections.abc import Mapping, Sequence
from itertools import product
from typing import Final

from claims.merging.article_words import story_shared
from claims.merging.events import event_log_odds, is_one_event, rarest_shared_name
from claims.merging.features import opposition_of, weight_of_words
from claims.merging.model import CANDIDATE_CONFLICT_FEATURES, Weights, logistic
from claims.merging.profiles import Profile
from claims.records import Claim

SAME: Final = 0.36
"""The probability from which on two units are taken for one assertion.

Of those joined three in four are one then; F1 is hardly better from a lesser one on (benchmarks/collected.py).
"""
LOOKED_AT: Final = 0.28
"""The probability from which on two claims that disagree are shown as a conflict: a desk looks at each."""
_UNTOLD: Final = 0.5
"""How rare a name two articles share that name hardly anything."""
ARTICLES: Final = 3
"""Of the articles that carry a claim word for word so many are read, to tell its story."""
_SURE: Final = 0.9999
"""No pair is surer to be one than this."""
_LEAST: Final = 0.1
"""Words that weigh no more tell nothing."""


class Candidates:
    """Units that blocking brought together: classes of exact duplicates, by their numbers.

    ``units`` has the claims of each in the order of their identities, ``profiles`` the profile of one of them.
    """

    def __init__(
        self, profiles: Mapping[int, Profile], units: Mapping[int, Sequence[Claim]], weights: Weights
    ) -> None:
        self._profiles, self._units, self._weights = profiles, units, weights
        self._texts: dict[int, list[str]] = {}

    def likely(self, same: Mapping[tuple[int, int], float]) -> dict[tuple[int, int], float]:
        """The pairs that are one assertion, with its probability, of those that are so if laid side by side."""
        judged = {pair: self.probability(*pair, side_by_side) for pair, side_by_side in same.items()}
        return {pair: probability for pair, probability in judged.items() if probability >= SAME}

    def probability(self, one: int, other: int, side_by_side: float) -> float:
        """The probability (0 to 1) that two units are one assertion, given that of two claims laid side by side."""
        vector = candidate_vector(
            side_by_side, self._profiles[one], self._profiles[other], self.story(one, other)
        )
        return logistic(self._weights.candidates, vector)

    def story(self, one: int, other: int) -> float:
        """How much of one story (0 to 1) the articles of two units tell, those that tell most of it."""
        pairs = product(self._texts_of(one), self._texts_of(other))
        return max(story_shared(min(texts), max(texts)) for texts in pairs)  # one order, to find it kept

    def _texts_of(self, number: int) -> list[str]:
        """The articles that tell a unit's story; a wire report has a thousand, and as many pairs ask for them."""
        if number not in self._texts:
            different = dict.fromkeys(claim.article.text for claim in self._units[number])
            self._texts[number] = list(different)[:ARTICLES]
        return self._texts[number]


def candidate_vector(side_by_side: float, a: Profile, b: Profile, story: float) -> tuple[float, ...]:
    """What tells, in the order of :data:`claims.merging.model.CANDIDATE_FEATURES`."""
    probability = min(_SURE, max(1 - _SURE, side_by_side))
    return math.log(probability / (1 - probability)), story, words_in_common(a, b)


def are_in_conflict(by_words: float, a: Profile, b: Profile, weights: Weights) -> bool:
    """Whether two claims that disagree are told of one event, and likely enough in conflict for a desk to look.

    ``by_words``: the probability of one event, as of :func:`claims.merging.events.are_of_one_event`.
    """
    if by_words == 1:
        return True
    rarest = rarest_shared_name(a, b)
    if not is_one_event(by_words, rarest, weights):
        return False
    common = words_in_common(a, b)

    def is_likely(opposed: bool) -> bool:
        vector = conflict_vector(by_words, rarest, common, opposed, weights)
        return logistic(weights.candidate_conflicts, vector) >= LOOKED_AT

    either_way = {is_likely(False), is_likely(True)}
    # What two claims say yes and no to takes longest to find, and seldom decides.
    return either_way.pop() if len(either_way) == 1 else is_likely(opposition_of(a, b) is not None)


def conflict_vector(
    by_words: float, rarest: float | None, common: float, opposed: bool, weights: Weights
) -> tuple[float, ...]:
    """What tells, in the order of :data:`claims.merging.model.CANDIDATE_CONFLICT_FEATURES`.

    ``rarest``: as of :func:`claims.merging.events.rarest_shared_name`; ``common``: of :func:`words_in_common`.
    ``opposed``: whether one claim says yes to what the other says no to.
    """
    found = {
        "log odds of one event": event_log_odds(
            min(_SURE, max(1 - _SURE, by_words)), _UNTOLD if rarest is None else rarest, weights
        ),
        "words in common": common,
        "opposition, of words not in common": (1 - common) * opposed,
    }
    return tuple(found[name] for name in CANDIDATE_CONFLICT_FEATURES)


def words_in_common(a: Profile, b: Profile) -> float:
    """How much (0 to 1) of what two claims say is in the same words, each as heavy as it is rare."""
    common, all_ = weight_of_words(a, b)
    return common / max(_LEAST, all_)
