"""How alike two words are in meaning: static vectors, distilled from a sentence encoder and drawn together by WordNet.

As in Model2Vec (Tulkens and van Dongen 2024): each word alone through MiniLM (Wang et al. 2020), reduced to 64
dimensions; then retrofitted to WordNet's synonyms (Faruqui et al. 2015; ``training/word_vectors.py``). They tell
"blast" and "explosion" from "blast" and "raid", and "doctors" from "teachers", but may not tell "blast" from
"silence": opposites are alike, too (see :mod:`claims.text.opposites`).
"""

from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.resources import as_file, files

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]


@cache
def _stored() -> tuple[dict[str, int], Vectors]:
    with (
        as_file(files("claims.lexicons").joinpath("en", "word_vectors.npz")) as path,
        np.load(path) as stored,
    ):
        places = {word: place for place, word in enumerate(str(stored["words"]).split("\n"))}
        return places, stored["vectors"].astype(np.float32) / 127


def is_known(word: str) -> bool:
    """Whether a canonical word has a vector: it is common enough, and no name."""
    return word in _stored()[0]


def known_words() -> frozenset[str]:
    """All canonical words that have a vector."""
    return frozenset(_stored()[0])


@lru_cache(maxsize=4_096)
def likeness(one: str, other: str) -> float:
    """The cosine of two canonical words' vectors; 0 where one has none, 1 of a word and itself."""
    if one == other:
        return 1.0
    places, vectors = _stored()
    a, b = places.get(one), places.get(other)
    return 0.0 if a is None or b is None else float(vectors[a] @ vectors[b])


def likenesses(ones: Sequence[str], others: Sequence[str]) -> list[list[float]]:
    """As :func:`likeness`, of each of some words, a row each, to each of others."""
    alike = _vectors_or_none(ones) @ _vectors_or_none(others).T
    return [
        [1.0 if one == other else value for other, value in zip(others, row, strict=True)]
        for one, row in zip(ones, alike.tolist(), strict=True)
    ]


def _vectors_or_none(words: Sequence[str]) -> Vectors:
    """The vectors of canonical words, a row each; zeros where a word has none."""
    places, vectors = _stored()
    found = [places.get(word, -1) for word in words]
    rows = vectors.take(found, axis=0)
    if -1 in found:
        rows[[place < 0 for place in found]] = 0
    return rows


def vectors_of(words: Sequence[str]) -> Vectors:
    """The vectors of canonical words that are known, a row each."""
    places, vectors = _stored()
    return vectors.take([places[word] for word in words], axis=0)
