"""The match model: logistic regressions over the comparison vector, their coefficients in weights.json.

As in Fellegi and Sunter (JASA 1969), each feature adds its weight to the log odds of a match; the weights are fitted on
labelled pairs (``benchmarks/fit_pairs.py``). Two claims that both quote have a regression of their own: how well the
quotations fit is nearly all that counts there, and next to nothing of what distinguishes two paraphrases. A third one
tells from the slots that differ whether two claims with the same frame assert the same, a fourth one whether two claims
that disagree are about one event, or a formula filled anew. Two more say what all this is worth in a ledger, where most
pairs that blocking brings together are two assertions, and contradict nothing.
"""

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from operator import mul
from typing import Any, Final

from claims.merging.features import CONFLICT_FEATURES, FEATURES, QUOTED_FEATURES, PairFeatures, slot_vector
from claims.text.slot_difference import DIFFERENCE_KINDS, SlotDifference

INTERCEPT: Final = "intercept"
CANDIDATE_FEATURES: Final = ("log odds", "story shared", "words in common")
"""The features of two claims that blocking brought together (candidates.py)."""
CANDIDATE_CONFLICT_FEATURES: Final = (
    "log odds of one event", "words in common", "opposition, of words not in common",
)  # fmt: skip
"""The features of two such claims that disagree."""


@dataclass(frozen=True, slots=True)
class Weights:
    """The coefficients of the regressions, the intercept first, then in the order of the features."""

    any: tuple[float, ...]
    both_quoted: tuple[float, ...]
    differs: tuple[float, ...]
    conflict: tuple[float, ...]
    candidates: tuple[float, ...]
    candidate_conflicts: tuple[float, ...]


def stored_weights() -> Weights:
    """The weights that come with the package."""
    stored: dict[str, Any] = json.loads(
        files("claims.merging").joinpath("weights.json").read_text(encoding="utf-8")
    )
    return Weights(
        tuple(stored["any"][name] for name in (INTERCEPT, *FEATURES)),
        tuple(stored["both quoted"][name] for name in (INTERCEPT, *QUOTED_FEATURES)),
        tuple(stored["differs"][name] for name in (INTERCEPT, *DIFFERENCE_KINDS)),
        tuple(stored["conflict"][name] for name in (INTERCEPT, *CONFLICT_FEATURES)),
        tuple(stored["candidates"][name] for name in (INTERCEPT, *CANDIDATE_FEATURES)),
        tuple(stored["candidate conflicts"][name] for name in (INTERCEPT, *CANDIDATE_CONFLICT_FEATURES)),
    )


def match_probability(found: PairFeatures, weights: Weights) -> float:
    """The probability (0 to 1) that two claims are one assertion, but for what stands in their slots."""
    if found.quoted_vector is not None:
        return logistic(weights.both_quoted, found.quoted_vector)
    return logistic(weights.any, found.vector)


def difference_probability(found: Sequence[SlotDifference], weights: Weights) -> float:
    """The probability (0 to 1) that what differs in the slots of two claims makes two assertions; 0 of nothing."""
    return logistic(weights.differs, slot_vector(found)) if found else 0.0


def logistic(weights: Sequence[float], vector: Sequence[float]) -> float:
    """The probability that a regression, its intercept first, gives to a vector."""
    odds = weights[0] + sum(map(mul, weights[1:], vector))
    return 1 / (1 + math.exp(-odds))
