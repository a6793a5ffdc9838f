"""Names known to be forms of one name, and names known to be two, whatever their letters."""

import tomllib
from collections import defaultdict
from functools import lru_cache
from importlib.resources import files
from typing import Final, Literal

from claims.names.words import NICKNAMES

Relation = Literal["forms", "others", "unknown"]


def _lines() -> dict[str, frozenset[str]]:
    """The lines on which a name stands, each by its number."""
    data = tomllib.loads(files("claims.names").joinpath("variants.toml").read_text(encoding="utf-8"))
    found: defaultdict[str, set[str]] = defaultdict(set)
    for number, line in enumerate(line for listed in data.values() for line in listed.strip().splitlines()):
        for name in line.split():
            found[name].add(f"@{number}")
    return {name: frozenset(numbers) for name, numbers in found.items()}


_LINES: Final = _lines()
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
