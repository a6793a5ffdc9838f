"""The word lists around names: titles, particles, suffixes, words of bodies, nicknames."""

import tomllib
from importlib.resources import files
from typing import Any, Final

_DATA: Final[dict[str, Any]] = tomllib.loads(
    files("claims.names").joinpath("words.toml").read_text(encoding="utf-8")
)


def _listed(section: str) -> frozenset[str]:
    return frozenset(_DATA[section].split())


COURTESY_MEN: Final = frozenset(_DATA["courtesy_men"])
COURTESY_WOMEN: Final = frozenset(_DATA["courtesy_women"])
COURTESY: Final = COURTESY_MEN | COURTESY_WOMEN
"""Forms of address that say no more than the sex: "mr", "mrs"."""

TITLES: Final = _listed("titles") | COURTESY
"""Titles, honorifics and roles that stand before a name, casefolded, without full stops."""

PARTICLES: Final = _listed("particles")
"""Words between given and family name: "van", "bin"."""

ARABIC_ARTICLES: Final = _listed("arabic_articles")
"""Spellings of the Arabic article, which a hyphen joins to the family name."""

SUFFIXES: Final = _listed("suffixes")
"""What may follow a family name: "jr", "iii"."""

BODIES: Final = _listed("bodies")
"""Words that tell the name of a body from that of a person: "committee", "police"."""

NICKNAMES: Final[dict[str, frozenset[str]]] = {
    short: frozenset(long)
    for short, *long in (line.split() for line in _DATA["nicknames"].strip().splitlines())
}
"""Short first names and spellings, each with the full names that it may stand for."""
