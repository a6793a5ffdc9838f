"""The link model: a logistic regression for each kind of pair, their coefficients in weights.json.

As in Fellegi and Sunter (JASA 1969), each feature adds its weight to the log odds of a match. The weights are fitted by
``benchmarks/fit_links.py`` on labelled pairs and on invented ones, and calibrated by cross-validation.
"""

import json
import math
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any, Final

from claims.linking.features import FEATURES, LinkFeatures, PairKind
from claims.records import short_hash
from claims.release import __version__

INTERCEPT: Final = "intercept"
NEVER: Final = 0.02
"""The probability of two that nothing but a mistake makes one: another middle initial, two countries' ministries."""

SCALE: Final = "scale"
EVEN: Final = 0.5
"""From this probability on a link may be made; its scale leaves it as it is."""
BEND: Final = 1.5
"""Log odds of a link up to which, and from which on, its stated probability has a scale of its own."""

_MEETING: Final = 4
"""Counted up where names come to meet by other keys, or are joined by other rules, than before."""

LinkWeights = Mapping[PairKind, Sequence[float]]
"""The coefficients of each kind of pair, the intercept first, then in the order of the features."""


@cache
def _stored() -> dict[str, Any]:
    found: dict[str, Any] = json.loads((files("claims.linking") / "weights.json").read_text(encoding="utf-8"))
    return found


@cache
def stored_weights() -> LinkWeights:
    """The weights that come with the package."""
    stored = _stored()
    return {kind: tuple(stored[kind].get(n, 0.0) for n in (INTERCEPT, *FEATURES[kind])) for kind in FEATURES}


@cache
def _scale() -> tuple[float, float]:
    near, far = _stored()[SCALE]
    return near, far


@cache
def rules() -> str:
    """What changes when speakers may be linked otherwise than before: the release, the weights, the keys."""
    return short_hash(__version__, str(_MEETING), repr(stored_weights()), repr(_scale()))


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


def stated_probability(probability: float, scale: tuple[float, float] | None = None) -> float:
    """How likely a link that is made is right (0 to 1), by the probability that the weights give it.

    The weights count each sign by itself, and so say too little where a few agree and too much where many do. Two
    slopes over the log odds, which meet at :data:`BEND`, set that right (Platt 1999) and leave a half a half, so that
    the same links are made. What is certain by decision, and what is no link, stays as it is.
    """
    if not EVEN < probability < 1:
        return probability
    near, far = scale or _scale()
    odds = math.log(probability / (1 - probability))
    return 1 / (1 + math.exp(-(near * min(odds, BEND) + far * max(odds - BEND, 0.0))))
