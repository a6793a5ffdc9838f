"""How many words before a person's name are none of it: "Comrade Nell Pryor" is Nell Pryor.

A logistic regression (Platt 1999) on what each word shows, fitted by ``benchmarks/fit_titles.py`` on the names of
annotated speakers; its coefficients lie in ``name_titles.json``.
"""

import math
from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from claims.extraction.coref import lexicon
from claims.extraction.coref.lexicon import PARTICLES
from claims.extraction.coref.name_spans import INITIALS, NameSpan
from claims.extraction.coref.tokens import TokenisedArticle
from claims.extraction.names_in_text import ENTITY_TYPES
from claims.text.fitted import load_coefficients, log_odds, score_of
from claims.text.word_vectors import is_known

_PERSON = ENTITY_TYPES.index("person")
_SURE = math.log(0.85 / 0.15)
"""Log odds at least of a word that is cut: a name that lacks a part is worse than one with a title."""
_UNLIKELY = math.log(0.1 / 0.9)
"""Log odds at most of a word that the network takes for no part of a person's name."""
_SIGNS = (
    "common word",
    "noun for a person",
    "place or office",
    "word of a body",
    "in capitals",
    "ends with a stop",
    "the rest stands alone elsewhere",
    "first name next, and none itself",
)
_SHORTEST_WORD = 5
"""Letters of a common word at least that shows a title: "Min" and "Win" are names."""
_LEAST = 0.01
"""No probability counts as less."""


def name_start(doc: TokenisedArticle, span: NameSpan, types: NDArray[np.float32]) -> int:
    """Where a name begins behind what is most likely a title; the last word always stays.

    ``types`` are the probabilities of each type of name of each token.
    """
    at = span.name_start
    coefficients = load_coefficients("claims.extraction.coref", "name_titles.json")
    while span.end - at > 1:
        found = measures(doc, span, at, types)
        if not may_be_title(found):
            break
        if score_of(found, coefficients) < _SURE:
            break
        at += 1
    return at


def measures(doc: TokenisedArticle, span: NameSpan, at: int, types: NDArray[np.float32]) -> dict[str, float]:
    """What a word with which a name would begin shows, by name."""
    tokens = doc.tokens
    token, following = tokens[at], tokens[at + 1]
    left = span.end - at
    together = doc.text.count(doc.words(at, span.end))
    full = any(t.bare not in PARTICLES and not INITIALS.match(t.text) for t in tokens[at + 1 : span.end - 1])
    apart = doc.text.count(doc.words(at + 1, span.end)) - together if full else 0
    word = token.bare
    letters = token.text.strip(".")
    common = is_known(word) and len(word) >= _SHORTEST_WORD
    given = lexicon.is_first_name(following.bare)
    noun = word in lexicon.CALLINGS
    likely = types[at, _PERSON] > types[at].sum() / 2
    return {
        "constant": 1.0,
        "in a person's name, log odds": log_odds(types[at, _PERSON], _LEAST),
        "in any name, log odds": log_odds(types[at].sum(), _LEAST),
        "next in a person's name, log odds": log_odds(types[at + 1, _PERSON], _LEAST),
        "common word": float(common),
        "common word written small": float(word in doc.lowercase),
        "noun for a person": float(noun),
        "noun for a person, three words or more": float(noun and left > 2),
        "first name": float(lexicon.is_first_name(word)),
        "first name next": float(given),
        "first name next, and none itself": float(given and not lexicon.is_first_name(word) and left > 2),
        "place or office": float(word in lexicon.ORIGINS or word in lexicon.OFFICES),
        "word of a body": float(word in lexicon.BODY_WORDS),
        "initial": float(bool(INITIALS.match(token.text))),
        "in capitals": float(letters.isupper() and len(letters) > 1),
        "ends with a stop": float(token.text.endswith(".") and len(letters) > 1),
        "particle": float(word in PARTICLES or following.bare in PARTICLES),
        "two words left": float(left == 2),
        "three words left": float(left == 3),
        "two words left, common word": float(left == 2 and common),
        "the rest stands alone elsewhere": float(apart > 0),
        "the rest stands alone elsewhere, two words": float(apart > 0 and left == 3),
        "all stands elsewhere": float(together > 1),
        "likely in a person's name": float(likely),
        "likely in a person's name, four words or more": float(likely and left > 3),
        "likely in a person's name, not common": float(likely and not common),
        "behind a title": float(at > span.start),
    }


def may_be_title(found: Mapping[str, float]) -> bool:
    """Whether anything shows that a word is more than a first name that no list has."""
    shown = any(found[sign] for sign in _SIGNS) or found["in a person's name, log odds"] < _UNLIKELY
    return shown and not found["initial"] and not found["particle"]
