"""Of what sort a body is by its name: no club is "the league", no steel mill "the charity"."""

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Final

from claims.lexicons import rows

_NONE: Final = frozenset[int]()
_REMEMBERED: Final = 2_048  # an article's bodies are candidates again and again


@lru_cache(maxsize=_REMEMBERED)
def is_of_another_sort(name: str, noun: str) -> bool:
    """Whether a noun says of what sort a body is, and a name that it is of another."""
    wanted = _sorts(nouns=True).get(noun, _NONE)
    words = name.casefold().replace(".", "").split()
    own = _NONE.union(*(_sorts(nouns=False).get(w, _NONE) for w in words))
    return bool(wanted and own) and wanted.isdisjoint(own)


@cache
def _sorts(*, nouns: bool) -> Mapping[str, frozenset[int]]:
    """The sorts that each noun says, or that each word of a name shows."""
    found: dict[str, frozenset[int]] = {}
    for sort, row in enumerate(rows("bodies.sorts")):
        for word in row[: row.index("|")] if nouns else row:
            found[word] = found.get(word, _NONE) | {sort}
    return found
