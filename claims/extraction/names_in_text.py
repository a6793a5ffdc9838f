"""The names in an article: persons, organisations, places and others, from the network's BIO tags of names."""

from typing import Final, Literal, NamedTuple

import numpy as np

from claims.extraction.features import Features
from claims.extraction.transitions import FloatArray

EntityType = Literal["person", "organisation", "place", "other"]
ENTITY_TYPES: Final[tuple[EntityType, ...]] = ("person", "organisation", "place", "other")
"""The types of names, in the order of their tags: 1 + 2t where a name of type t begins, 2 + 2t inside."""
ENTITY_TAGS: Final = 1 + 2 * len(ENTITY_TYPES)


class TaggedName(NamedTuple):
    """A name: offsets into the text (code points, end exclusive), its type, and the probability of both."""

    start: int
    end: int
    type: EntityType
    probability: float


def tagged_names(features: Features, entities: FloatArray) -> list[TaggedName]:
    """The names of a text, by the best BIO path of each word's log-probabilities; a row a word.

    A name's probability is the geometric mean over its words.
    """
    found = []
    tags = _best_path(entities)
    starts = features.starts[features.words[:-1]]
    ends = features.ends[features.words[1:] - 1]
    start = 0
    while start < len(tags):
        end = start + 1
        if tags[start]:
            kind = (int(tags[start]) - 1) // 2
            while end < len(tags) and tags[end] == 2 + 2 * kind:
                end += 1
            both = np.logaddexp(entities[start:end, 1 + 2 * kind], entities[start:end, 2 + 2 * kind])
            found.append(
                TaggedName(
                    int(starts[start]), int(ends[end - 1]), ENTITY_TYPES[kind], float(np.exp(both.mean()))
                )
            )
        start = end
    return found


def _best_path(entities: FloatArray) -> list[int]:
    """The likeliest tags of which none goes on with a name that has not begun (Viterbi 1967)."""
    if not len(entities):
        return []
    allowed = np.zeros((ENTITY_TAGS, ENTITY_TAGS))
    for inside in range(2, ENTITY_TAGS, 2):
        allowed[:, inside] = -np.inf
        allowed[[inside - 1, inside], inside] = 0.0
    best = entities[0].copy()
    best[2::2] = -np.inf
    back = []
    for row in entities[1:]:
        scores = best[:, None] + allowed
        came = scores.argmax(axis=0)
        back.append(came)
        best = scores[came, np.arange(ENTITY_TAGS)] + row
    path = [int(best.argmax())]
    for came in reversed(back):
        path.append(int(came[path[-1]]))
    return path[::-1]
