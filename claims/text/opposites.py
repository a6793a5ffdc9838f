"""Words that exclude each other: WordNet's antonyms, and the project's own lists."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from claims.lexicons import rows, word_set
from claims.text.canonical import stem
from claims.text.word_families import root
from claims.text.word_vectors import is_known, likeness

LEAST_NEGATED: Final = 4
"""A word with a prefix that negates it has at least so many letters beside it."""
NEGATED_LIKE: Final = 0.4
"""How alike (0 to 1) a word and its negation are: "likely" and "unlikely", but not "cover" and "discover"."""
_NEGATING: Final = word_set("spelling.negating_prefixes")


_SUPERLATIVE: Final = "est"


def _root(word: str) -> str:
    """One stem for "legal" and "legally", "sale" and "sell", "low" and "lowest"."""
    bare = word.removesuffix(_SUPERLATIVE)
    return stem(root(bare if bare != word and is_known(bare) else word))


def _opposites(*names: str) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for name in names:
        for row in rows(name):
            middle = row.index("|")
            sides = frozenset(map(_root, row[:middle])), frozenset(map(_root, row[middle + 1 :]))
            for one, other in (sides, sides[::-1]):
                for of in one:
                    found.setdefault(of, set()).update(other - one)
    return {of: frozenset(others) for of, others in found.items()}


_OPPOSITES: Final = _opposites("antonyms.antonyms", "opposites.opposites", "slots.opposed_phrases")


@lru_cache(maxsize=4_096)
def are_opposite(one: str, other: str) -> bool:
    """Whether two canonical words are opposites: "buy" and "sold", "north" and "south"."""
    return (
        _root(other) in _OPPOSITES.get(_root(one), ()) or _is_negated(one, other) or _is_negated(other, one)
    )


def opposite_pairs(ones: Sequence[str], others: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The places of the words of two claims that are opposites, in the order of the first."""
    roots = [_root(other) for other in others]
    for k, one in enumerate(ones):
        against = _OPPOSITES.get(_root(one), frozenset())
        for m, other in enumerate(others):
            # Most pairs of words are neither, and are asked for only once.
            if roots[m] in against or ((other in one or one in other) and are_opposite(one, other)):
                yield k, m


def _is_negated(one: str, other: str) -> bool:
    """Whether a word is another one with a prefix that negates it: "legally", "illegally"."""
    prefix = other.removesuffix(one)
    return prefix in _NEGATING and len(one) >= LEAST_NEGATED and likeness(one, other) >= NEGATED_LIKE
