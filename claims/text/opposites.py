"""Words that exclude each other: WordNet's antonyms, and the project's own lists."""

from functools import lru_cache
from typing import Final

from claims.lexicons import rows
from claims.text.canonical import stem, stems


def _opposites(*names: str) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for name in names:
        for row in rows(name):
            sides = stems(row[: row.index("|")]), stems(row[row.index("|") + 1 :])
            for one, other in (sides, sides[::-1]):
                for root in one:
                    found.setdefault(root, set()).update(other - one)
    return {root: frozenset(others) for root, others in found.items()}


_OPPOSITES: Final = _opposites("antonyms.antonyms", "opposites.opposites", "slots.opposed_phrases")


@lru_cache(maxsize=65_536)
def are_opposite(one: str, other: str) -> bool:
    """Whether two canonical words are opposites: "buy" and "sold", "north" and "south"."""
    return stem(other) in _OPPOSITES.get(stem(one), ())
