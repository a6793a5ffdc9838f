"""How much each kind of evidence weighs: two logistic regressions, their coefficients in weights.json.

Two claims that both quote have one of their own: how well the quotations fit says nearly all, and next to nothing
of what tells two paraphrases apart.
"""

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Any, Final

from claims.merging.evidence import KINDS, QUOTED_KINDS, Evidence

INTERCEPT: Final = "intercept"


@dataclass(frozen=True, slots=True)
class Weights:
    """The coefficients of both regressions, the intercept first, then in the order of the measures."""

    any: tuple[float, ...]
    both_quoted: tuple[float, ...]


def stored_weights() -> Weights:
    """The weights that come with the package."""
    stored: dict[str, Any] = json.loads(
        files("claims.merging").joinpath("weights.json").read_text(encoding="utf-8")
    )
    return Weights(
        tuple(stored["any"][kind] for kind in (INTERCEPT, *KINDS)),
        tuple(stored["both quoted"][kind] for kind in (INTERCEPT, *QUOTED_KINDS)),
    )


def probability_of(found: Evidence, weights: Weights) -> float:
    """The probability (0 to 1) that two claims are one assertion."""
    if found.quoted_measures is not None:
        return logistic(weights.both_quoted, found.quoted_measures)
    return logistic(weights.any, found.measures)


def logistic(weights: Sequence[float], measures: Sequence[float]) -> float:
    """The probability that a regression, its intercept first, gives to some measures."""
    odds = weights[0] + sum(w * m for w, m in zip(weights[1:], measures, strict=True))
    return 1 / (1 + math.exp(-odds))
