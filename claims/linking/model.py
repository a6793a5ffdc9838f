"""The link model: a logistic regression for each kind of pair, their coefficients in weights.json.

As in Fellegi and Sunter (JASA 1969), each feature adds its weight to the log odds of a match. The weights are fitted by
``benchmarks/fit_links.py`` on labelled pairs and on invented ones, and calibrated by cross-validation.
"""

import json
import math
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Final

from claims.linking.features import FEATURES, LinkFeatures, PairKind
from claims.records import short_hash
from claims.release import __version__

INTERCEPT: Final = "intercept"
NEVER: Final = 0.02
"""The probability of two that nothing but a mistake makes one: another middle initial, two countries' ministries."""

_MEETING: Final = 4
"""Counted up where names come to meet by other keys, or are joined by other rules, than before."""

LinkWeights = Mapping[PairKind, Sequence[float]]
"""The coefficients of each kind of pair, the intercept first, then in the order of the features."""


@cache
def stored_weights() -> LinkWeights:
    """The weights that come with the package."""
    stored = json.loads(files("claims.linking").joinpath("weights.json").read_text(encoding="utf-8"))
    return {kind: tuple(stored[kind].get(n, 0.0) for n in (INTERCEPT, *FEATURES[kind])) for kind in FEATURES}


@cache
def rules() -> str:
    """What changes when speakers may be linked otherwise than before: the release, the weights, the keys."""
    return short_hash(__version__, str(_MEETING), repr(stored_weights()))


@cache
def _stored_by_name() -> Mapping[PairKind, Mapping[str, float]]:
    return {
        kind: dict(zip((INTERCEPT, *FEATURES[kind]), found, strict=True))
        for kind, found in stored_weights().items()
    }


def link_probability(found: LinkFeatures, weights: LinkWeights | None = None) -> float:
    """The probability (0 to 1) that two appearances are one speaker."""
    if found.never:
        return NEVER
    if weights is None:
        stored = _stored_by_name()[found.kind]
        odds = stored[INTERCEPT]
        for name, x in found.values.items():
            if x:
                odds += stored.get(name, 0.0) * x
    else:
        intercept, *slopes = weights[found.kind]
        odds = intercept + sum(w * x for w, x in zip(slopes, found.vector, strict=True))
    return 1 / (1 + math.exp(-odds))
