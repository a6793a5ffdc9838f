"""How sure the tagger is of a claim: a calibrated probability, and its tag.

A logistic regression on the tagger's evidence (Platt 1999), fitted by ``benchmarks/calibrate.py`` on articles that
the network was not trained on; its coefficients are in ``weights/confidence.json``.
"""

import json
import math
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Final

from claims.extraction.attribution import Attribution
from claims.records import Kind, Tag

HIGH: Final = 0.84
"""A claim is tagged high from this probability on."""
MEDIUM: Final = 0.60
"""...and medium from this one on; else low."""

LEAST: Final = 0.2
"""What is less likely than this is no claim."""
LEAST_WITHOUT_MENTION: Final = 0.4
"""...and so is what names no speaker, below this: most of it is none, and it answers nobody's question."""

_LEAST_ODDS = 1e-4


def confidence_of(attribution: Attribution, kind: Kind) -> float:
    """The probability, from 0 to 1, that the mention and at least half of the content are right."""
    weights = _weights()
    score = sum(w * x for w, x in zip(weights, measures(attribution, kind), strict=True))
    return round(1 / (1 + math.exp(-score)), 3)


def is_claim(attribution: Attribution, confidence: float) -> bool:
    """Whether an attribution is likely enough to be listed at all."""
    return confidence >= (LEAST if attribution.mention else LEAST_WITHOUT_MENTION)


def tag_of(confidence: float) -> Tag:
    """The tag of a probability."""
    if confidence >= HIGH:
        return "high"
    return "medium" if confidence >= MEDIUM else "low"


def measures(attribution: Attribution, kind: Kind) -> tuple[float, ...]:
    """What the regression looks at; :data:`MEASURES` names each in order."""
    evidence = attribution.evidence
    length = sum(len(span.text.split()) for span in attribution.content)
    return (
        1.0,
        _logit(evidence.content),
        _logit(evidence.edges),
        _logit(evidence.cue),
        _logit(evidence.link),
        _logit(evidence.mention),
        float(bool(attribution.mention)),
        float(kind == "indirect"),
        math.log(1 + length),
    )


MEASURES: Final[Sequence[str]] = (
    "constant",
    "content, log odds",
    "edges, log odds",
    "cue, log odds",
    "link, log odds",
    "mention, log odds",
    "has a mention",
    "is indirect",
    "words in the content, log",
)


def _logit(probability: float) -> float:
    held = min(max(probability, _LEAST_ODDS), 1 - _LEAST_ODDS)
    return math.log(held / (1 - held))


@cache
def _weights() -> tuple[float, ...]:
    table = json.loads((files("claims.extraction") / "weights" / "confidence.json").read_text("utf-8"))
    return tuple(table[name] for name in MEASURES)
