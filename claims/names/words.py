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

LINKS: Final = _listed("links")
"""Words inside names that tell nobody from anybody else: "bin", "y"."""

HONORIFICS: Final = _listed("honorifics")
"""Honorifics that news writes as if they were part of the name: "hajj"."""

COMMON: Final = _listed("common")
"""Names that very many people bear, romanised."""

LEGAL_FORMS: Final = _listed("legal_forms")
"""What tells no company from another: "ltd"."""

SMALL_WORDS: Final = _listed("small_words")
"""Words that make no difference between names of bodies."""

PUBLIC_WORDS: Final = _listed("public_words")
"""Words that show a name of several words to be a body's: "united"."""

BODY_FORMS: Final[dict[str, str]] = dict(
    line.split(maxsplit=1) for line in _DATA["body_forms"].strip().splitlines()
)
"""Words of bodies' names, each with the one that it is compared as: "dept", "department"."""

NICKNAMES: Final[dict[str, frozenset[str]]] = {
    short: frozenset(long)
    for short, *long in (line.split() for line in _DATA["nicknames"].strip().splitlines())
}
"""Short first names and spellings, each with the full names that it may stand for."""
