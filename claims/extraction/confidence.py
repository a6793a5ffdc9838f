"""How sure the tagger is of a claim: a calibrated probability, and its tag.

A logistic regression on the tagger's evidence (Platt 1999), fitted by ``benchmarks/calibrate.py`` on articles that
the network was not trained on; its coefficients lie beside the weights, in ``confidence.json``.
"""

import json
import math
import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Final

from claims.errors import ClaimsError
from claims.extraction.attribution import Attribution
from claims.records import Kind, Span, Tag
from claims.text import fitted

HIGH: Final = 0.92
"""A claim is tagged high from this probability on."""
MEDIUM: Final = 0.60
"""A claim is tagged medium from this probability on, below :data:`HIGH`; else low."""

LEAST: Final = 0.4
"""What is less likely than this is no claim; a lower bound finds more cues, a higher one leaves fewer false claims."""
LEAST_BARE: Final = 0.45
"""A bare paraphrase that names no speaker ("the visit was planned") is no claim where it is less likely than this."""
BARE_WORDS: Final = 2
"""Words of the content of a bare paraphrase at most."""
LEAST_SENTENCE: Final = 4
"""Words of a quoted sentence at least; a shorter one may be a title."""

_LEAST_ODDS = 1e-4
_WORD = re.compile(r"[^\W_][\w'’-]*")


def confidence_of(attribution: Attribution, kind: Kind, coefficients: Sequence[float]) -> float:
    """The probability, from 0 to 1, that the mention and at least half of the content are right.

    ``coefficients`` are those of the weights that found it, as :func:`load_coefficients` gives them.
    """
    score = sum(c * x for c, x in zip(coefficients, measures(attribution, kind), strict=True))
    return round(1 / (1 + math.exp(-score)), 3)


STRICT_MEASURES: Final = ("constant", "words, log odds", "words in the content, log")
"""What the probability of words that are right to four fifths is fitted on, by ``benchmarks/calibrate_speakers.py``."""


def strict_measures(words: float, content: Sequence[Span]) -> tuple[float, ...]:
    """The values of :data:`STRICT_MEASURES`, from the confidence of the words and from the content."""
    return 1.0, fitted.log_odds(words, _LEAST_ODDS), math.log(1 + _words(content))


def whole_confidence(words: float, speaker: float, content: Sequence[Span]) -> float:
    """The probability, from 0 to 1, that mention, content (to four fifths) and speaker of a claim are right.

    ``words`` is what the tagger gives for mention and half of the content, ``speaker`` what resolution gives for who it
    is where the words are right; their errors come from different sources, so that the two factors are multiplied.
    """
    coefficients = fitted.load_coefficients("claims.extraction", "strict_words.json")
    measured = zip(STRICT_MEASURES, strict_measures(words, content), strict=True)
    score = sum(coefficients[name] * x for name, x in measured)
    return round(speaker / (1 + math.exp(-score)), 3)


def is_claim(attribution: Attribution, kind: Kind, confidence: float) -> bool:
    """Whether an attribution is likely enough to be listed at all; a quoted sentence is, whoever said it."""
    if not attribution.cue or (kind == "direct" and _is_sentence(attribution)):
        return True
    bare = not attribution.mention and kind == "indirect" and _words(attribution.content) <= BARE_WORDS
    return confidence >= (LEAST_BARE if bare else LEAST)


def tag_of(confidence: float) -> Tag:
    """The tag of a probability."""
    if confidence >= HIGH:
        return "high"
    return "medium" if confidence >= MEDIUM else "low"


def measures(attribution: Attribution, kind: Kind) -> tuple[float, ...]:
    """What the regression looks at; :data:`MEASURES` names each in order."""
    evidence = attribution.evidence
    return (
        1.0,
        fitted.log_odds(evidence.content, _LEAST_ODDS),
        fitted.log_odds(evidence.edges, _LEAST_ODDS),
        fitted.log_odds(evidence.cue, _LEAST_ODDS),
        fitted.log_odds(evidence.link, _LEAST_ODDS),
        fitted.log_odds(evidence.mention, _LEAST_ODDS),
        float(bool(attribution.mention)),
        float(kind == "indirect"),
        math.log(1 + _words(attribution.content)),
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


def _is_sentence(attribution: Attribution) -> bool:
    """Whether the content opens like a sentence, and is no title: most of its words are in small letters."""
    words = [w for span in attribution.content for w in _WORD.findall(span.text)]
    return (
        len(words) >= LEAST_SENTENCE
        and words[0][0].isupper()
        and sum(w[0].islower() for w in words) > len(words) / 2
    )


def _words(content: Sequence[Span]) -> int:
    return sum(len(span.text.split()) for span in content)


@cache
def load_coefficients(folder: Path) -> tuple[float, ...]:
    """The coefficients in a folder's ``confidence.json``, in the order of :data:`MEASURES`.

    Raises :class:`ClaimsError` where the file is missing, or is not what ``benchmarks/calibrate.py`` writes.
    """
    path = folder / "confidence.json"
    try:
        table = json.loads(path.read_text("utf-8"))
        coefficients = tuple(float(table[name]) for name in MEASURES)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ClaimsError(
            f"{path}: not the coefficients of the confidence; fit them with benchmarks/calibrate.py"
        ) from error
    if not all(map(math.isfinite, coefficients)):
        raise ClaimsError(f"{path}: a coefficient is no number; fit them with benchmarks/calibrate.py")
    return coefficients
