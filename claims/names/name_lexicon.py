"""What is known of names: titles, particles, suffixes, words of bodies, nicknames, and forms of one name."""

from collections import defaultdict
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Final, Literal

from claims.lexicons import lists, rows, table, word_set

NameRelation = Literal["forms", "others", "unknown"]

COURTESY_MEN: Final = word_set("name_parts.courtesy_man")
COURTESY_WOMEN: Final = word_set("name_parts.courtesy_woman")
COURTESY: Final = COURTESY_MEN | COURTESY_WOMEN
"""Forms of address that say no more than the sex: "mr", "mrs"."""

TITLES: Final = word_set("roles.title") | COURTESY
"""Titles, honorifics and roles that stand before a name, casefolded, without full stops."""

ADDRESSES: Final = frozenset(rows("name_parts.address"))
"""Forms of address of two words, each of which may also be part of a name: "Tan Sri"."""

PARTICLES: Final = word_set("name_parts.particle")
"""Words between given and family name: "van", "bin"."""

ARABIC_ARTICLES: Final = word_set("name_parts.arabic_article")
"""Spellings of the Arabic article, which a hyphen joins to the family name."""

SUFFIXES: Final = word_set("name_parts.suffix")
"""What may follow a family name: "jr", "iii"."""
GENERATIONS: Final = word_set("name_parts.generation")
"""Of these, what tells those of one name in a family apart."""

BODIES: Final = word_set("bodies.in_names")
"""Words that are in names of bodies, not of persons: "committee", "police"."""

LINKS: Final = word_set("name_parts.link")
"""Words inside names that distinguish no persons: "bin", "y"."""

HONORIFICS: Final = word_set("name_parts.honorific")
"""Honorifics that news writes as if they were part of the name: "hajj"."""

COMMON: Final = word_set("name_parts.common")
"""Names that very many people bear, romanised."""

LEGAL_FORMS: Final = word_set("bodies.legal_form")
"""Words that distinguish no companies: "ltd"."""

SMALL_WORDS: Final = word_set("bodies.small")
"""Words that make no difference between names of bodies."""

PUBLIC_WORDS: Final = word_set("bodies.public")
"""Words that show a name of several words to be a body's: "united"."""

BODY_FORMS: Final[dict[str, str]] = table("bodies.forms")
"""Words of bodies' names, each with the one that it is compared as: "dept", "department"."""

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


def forms(word: str) -> frozenset[str]:
    """What names the known forms of a word: two words that share one may be one name; empty for a word not known."""
    full = {f"@{name}" for name in NICKNAMES.get(word, ())} | ({f"@{word}"} if word in _FULL else set())
    return _LINES.get(word, frozenset()) | full


_FULL: Final = frozenset(name for full in NICKNAMES.values() for name in full)


@lru_cache(maxsize=4096)
def related(word: str) -> frozenset[str]:
    """The words that are known forms of a word, short ones and full ones."""
    its = forms(word)
    return frozenset(other for form in its for other in _of_form().get(form, ()))


@cache
def _of_form() -> dict[str, frozenset[str]]:
    """The words that have each form."""
    return _gathered((form, word) for word in {*_LINES, *NICKNAMES, *_FULL} for form in forms(word))


def relation(one: str, other: str) -> NameRelation:
    """Whether two words are known as forms of one name ("bill", "william"), as two names, or not known."""
    if not forms(one).isdisjoint(forms(other)):
        return "forms"
    return "others" if one in _LINES and other in _LINES else "unknown"
