"""The word lists around names: titles, particles, suffixes, words of bodies, nicknames."""

from typing import Final

from claims.lexicons import table, word_set

COURTESY_MEN: Final = word_set("name_parts.courtesy_man")
COURTESY_WOMEN: Final = word_set("name_parts.courtesy_woman")
COURTESY: Final = COURTESY_MEN | COURTESY_WOMEN
"""Forms of address that say no more than the sex: "mr", "mrs"."""

TITLES: Final = word_set("roles.title") | COURTESY
"""Titles, honorifics and roles that stand before a name, casefolded, without full stops."""

PARTICLES: Final = word_set("name_parts.particle")
"""Words between given and family name: "van", "bin"."""

ARABIC_ARTICLES: Final = word_set("name_parts.arabic_article")
"""Spellings of the Arabic article, which a hyphen joins to the family name."""

SUFFIXES: Final = word_set("name_parts.suffix")
"""What may follow a family name: "jr", "iii"."""

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
