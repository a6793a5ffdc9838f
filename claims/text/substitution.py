"""How surely one word stands for another where nothing else differs: "film" for "movie", but not "sugar" for "tobacco".

A logistic regression on what vectors and WordNet say of the two, fitted by ``benchmarks/fit_substitution.py``; its
coefficients lie in ``substitution.json``. A word that neither has is like no other one.
"""

import math
from functools import lru_cache
from typing import Final

from claims.text.fitted import load_coefficients, score_of
from claims.text.opposites import are_opposite
from claims.text.word_senses import kinship, particles_of, seldom_kinship
from claims.text.word_vectors import likeness

_RELATED: Final = frozenset({"synonyms", "one is broader"})
"""Where WordNet says so, vectors add nothing."""


def measures(one: str, other: str) -> dict[str, float]:
    """What the fit decides by, of two canonical words: the square tells close vectors from those of one subject.

    A verb that many particles make another one of means little by itself: "called off" is less "called" than "sealed
    off" is "sealed".
    """
    kin, verb = kinship(one, other), one.partition("_")[0]
    seldom = "none" if kin in _RELATED else seldom_kinship(one, other)
    other_particle = one != other and verb == other.partition("_")[0]
    return {
        "likeness, squared": 0.0 if kin in _RELATED else max(0.0, likeness(one, other)) ** 2,
        "synonyms": float(kin == "synonyms"),
        "one is broader": float(kin == "one is broader"),
        "of one kind": float(kin == "of one kind"),
        "synonyms, seldom": float(seldom == "synonyms"),
        "one is broader, seldom": float(seldom == "one is broader"),
        "another particle": float(other_particle),
        "another particle, of many": math.log1p(particles_of(verb)) if other_particle else 0.0,
    }


@lru_cache(maxsize=4_096)
def substitution(one: str, other: str) -> float:
    """How surely (0 to 1) two canonical words mean the same where nothing else differs."""
    if are_opposite(one, other):
        return 0.0
    coefficients = load_coefficients("claims.text", "substitution.json")
    score = coefficients["intercept"] + score_of(measures(one, other), coefficients)
    return 1 / (1 + math.exp(-score))
