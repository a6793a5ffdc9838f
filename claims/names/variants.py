"""Names known to be forms of one name, and names known to be two, whatever their letters."""

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from typing import Final, Literal

from claims.lexicons import lists, rows

Relation = Literal["forms", "others", "unknown"]

_ROWS: Final = [
    row for name in lists("name_variants") if name != "short" for row in rows(f"name_variants.{name}")
]


def _gathered(pairs: Iterable[tuple[str, str]]) -> dict[str, frozenset[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for name, other in pairs:
        found[name].add(other)
    return {name: frozenset(others) for name, others in found.items()}


_LINES: Final = _gathered((name.removeprefix("~"), f"@{n}") for n, row in enumerate(_ROWS) for name in row)
"""The numbers of the rows in which a name stands."""

NICKNAMES: Final = _gathered(
    [
        *((name[1:], row[0]) for row in _ROWS for name in row if name.startswith("~")),
        *((short, full) for short, *others in rows("name_variants.short") for full in others),
    ]
)
"""Short first names and spellings, each with the full names that it may stand for."""

_NO_LINES: Final[frozenset[str]] = frozenset()


def forms(word: str) -> frozenset[str]:
    """What names the known forms of a word: two words that share one may be one name; empty for a word not known."""
    full = {f"@{name}" for name in NICKNAMES.get(word, ())} | ({f"@{word}"} if word in _FULL else set())
    return _LINES.get(word, _NO_LINES) | full


_FULL: Final = frozenset(name for full in NICKNAMES.values() for name in full)


@lru_cache(maxsize=131_072)
def relation(one: str, other: str) -> Relation:
    """Whether two words are known as forms of one name ("bill", "william"), as two names, or not known."""
    if not forms(one).isdisjoint(forms(other)):
        return "forms"
    return "others" if one in _LINES and other in _LINES else "unknown"
