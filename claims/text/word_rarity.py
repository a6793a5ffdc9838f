"""How rare a word is in the news, for what two texts have in common by chance and what they do not.

The inverse document frequency (Spärck Jones, Journal of Documentation 1972) of stems, counted over some thousand
articles (``benchmarks/word_rarity.py``).
"""

from collections.abc import Iterable
from functools import cache
from importlib.resources import as_file, files
from typing import Final

import numpy as np

from claims.text.canonical import stem
from claims.text.negation import bare_stem

MOST: Final = 255
"""What the greatest rarity is stored as."""


@cache
def _stored() -> dict[str, int]:
    with (
        as_file(files("claims.lexicons").joinpath("en", "word_rarity.npz")) as path,
        np.load(path) as stored,
    ):
        return dict(zip(str(stored["stems"]).split("\n"), stored["rarity"].tolist(), strict=True))


def rarity_stem(word: str) -> str:
    """The stem by which the rarity of a canonical word is kept."""
    return bare_stem(stem(word))


def rarity(root: str) -> float:
    """The rarity (0 in every article, 1 in hardly any) of a stem as :func:`rarity_stem` gives it."""
    return _stored().get(root, MOST) / MOST


def total_rarity(roots: Iterable[str]) -> float:
    """The rarities of some stems, added up; the same in whatever order they come."""
    stored = _stored()
    return sum([stored.get(root, MOST) for root in roots]) / MOST


def rarity_level(root: str) -> int:
    """As :func:`rarity`, but from 0 to :data:`MOST`, so that sums are exact in whatever order."""
    return _stored().get(root, MOST)
