"""The word lists by which speakers are recognised; first names show a person, and the sex."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Final, Literal

from claims.lexicons import rows, word_set
from claims.names import folded

Sex = Literal["man", "woman"]

_REMEMBERED: Final = 2_048  # different words that are asked about

MENS_NAMES: Final = word_set("first_names.men")
WOMENS_NAMES: Final = word_set("first_names.women")
NAMES_OF_BOTH: Final = word_set("first_names.either")
FIRST_NAMES: Final = MENS_NAMES | WOMENS_NAMES | NAMES_OF_BOTH

COURTESY: Final = word_set("name_parts.courtesy_man", "name_parts.courtesy_woman")
TITLES: Final = word_set("roles.title") | COURTESY
_TITLE_ENDINGS: Final = ("-elect", "-designate", "-general", "-in-chief", "-in-charge", "-at-large")
_TITLE_BEGINNINGS: Final = ("ex-", "vice-", "then-", "sub-", "under-", "co-", "lieutenant-", "major-")
_WITH_ACCENTS: Final = frozenset({"ó", "ní", "uí"})
ADDRESSES: Final = frozenset(rows("name_parts.address"))
PARTICLES: Final = word_set("name_parts.particle") | _WITH_ACCENTS
LEADING_PARTICLES: Final = word_set("name_parts.leading") | _WITH_ACCENTS
COMPOUND_ENDINGS: Final = word_set("name_parts.compound")
AFTER_NAMES: Final = word_set("name_parts.after")
SUFFIXES: Final = word_set("name_parts.suffix")
MEN_NOUNS: Final = word_set("roles.man", "name_parts.courtesy_man")
WOMEN_NOUNS: Final = word_set("roles.woman", "name_parts.courtesy_woman")
_FIELDS: Final = ("law", "sport", "arts", "medicine", "learning", "trade", "school")
PERSON_NOUNS: Final = word_set("roles.man", "roles.woman", "roles.person", *(f"roles.{f}" for f in _FIELDS))
BODY_NOUNS: Final = word_set("bodies.noun")
CALLINGS: Final = PERSON_NOUNS | (word_set("occupations.occupation") - BODY_NOUNS)
GROUP_NOUNS: Final = word_set("bodies.groups", "function_words.quantifiers")
DOCUMENT_NOUNS: Final = word_set("documents.document")
STATEMENTS: Final = word_set("documents.statements")
NO_ISSUERS: Final = word_set("bodies.no_issuers")
SEES_DOCUMENTS: Final = word_set("documents.sees")
_KNOWN_NOUNS: Final = PERSON_NOUNS | BODY_NOUNS | DOCUMENT_NOUNS
RELATIVES: Final = word_set("roles.relatives")
ROLE_MODIFIERS: Final = word_set("roles.distinguishing")
PARTIES: Final = word_set("roles.party")
_CALENDAR: Final = word_set("calendar.month", "calendar.short_month", "calendar.day")
_CAPITALISED: Final = word_set(
    "function_words.capitalised", "calendar.month", "calendar.short_month", "calendar.day"
)
FUNCTION_WORDS: Final = _CAPITALISED | {w.replace("'", "’") for w in _CAPITALISED}
ADJECTIVES: Final = word_set("places.adjective")
PLACES: Final = frozenset(place.replace(".", "") for place in word_set("places.place"))
SEATS: Final = frozenset(seat for _, *seats in rows("countries.seats") for seat in seats)
"""Towns and states by which news places a country."""
JOINED_PLACES: Final = frozenset(form for row in rows("countries.named") for form in row if "-and-" in form)
"""Names of countries that have "and" in them, with hyphens."""
PLACE_BEGINNINGS: Final = word_set("places.beginning")
THINGS: Final = word_set("things.thing")
OFFICES: Final = word_set("roles.offices")
NEWSPAPERS: Final = word_set("bodies.newspaper")
DESCRIBING: Final = word_set("bodies.describing")
"""What news writes before a body's name without its being a part of it."""
BODY_WORDS: Final = word_set("bodies.in_names", "bodies.legal_form")
"""Words inside the names of bodies."""

ORIGINS: Final = ADJECTIVES | PLACES
"""Places and what is called after them."""

NEWS_VERBS: Final = word_set("cues.news")
PREPOSITIONS: Final = word_set("function_words.prepositions")
AFTER_HEAD: Final = word_set("function_words.after_head")
QUANTIFIERS: Final = word_set("function_words.quantifiers") | {"one", "of"}
POSSESSIVES: Final = word_set("function_words.possessives")
ARTICLES: Final = word_set("function_words.articles")
NEVER_SURNAMES: Final = (
    PREPOSITIONS
    | ARTICLES
    | POSSESSIVES
    | word_set("function_words.openers")
    | {"or", "is", "was", "est", "edt", "gmt"}
    | _CALENDAR.difference({"may", "august", "jan", "june", "april", "jun", "mar"})
)
"""Words that are no surname after a first name though they have a capital, as "Long" and "Call" are."""
BUSINESS: Final = word_set("bodies.business")
AGENCIES: Final = word_set("bodies.agencies")
ANY_BODY: Final = word_set("bodies.any_body")
COMPANIES: Final = word_set("bodies.companies")
PAPERS: Final = word_set("bodies.papers")
LEGAL_FORMS: Final = word_set("bodies.legal_form") - BODY_NOUNS
"""What ends a company's name: "Inc."."""
COMPANY_WORDS: Final = (
    word_set("bodies.legal_form") | COMPANIES | {"airlines", "airways", "industries", "partners"}
)
STATE_BODIES: Final = word_set("bodies.state_bodies")
HOLDERS_ONLY: Final = word_set("roles.holders_only")
ANYBODY: Final = word_set("roles.anybody")
HEADS_OF_STATE: Final = word_set("roles.heads_of_state")
COMPANY_TITLES: Final = word_set("roles.company_titles")

_PEOPLES: Final = {
    people: country
    for country, *others in rows("countries.named")
    for people in others
    if people not in PLACES
}
_ONE_OF_THEM: Final = frozenset(word[:-1] for word in _PEOPLES if word.endswith("s")) - FIRST_NAMES
NATIONALITIES: Final = (
    frozenset(word for word in _PEOPLES if "-" not in word)
    | _ONE_OF_THEM
    | {"arab", "european", "african", "asian"}
)
"""What people are by their country, also as a word by itself: "the Belarusian"."""
_ALIKE: Final = _PEOPLES | {
    word: first
    for name in ("roles.variants", "roles.kin", "places.demonyms")
    for first, *others in rows(name)
    for word in (first, *others)
}


@lru_cache(maxsize=_REMEMBERED)
def is_first_name(word: str) -> bool:
    """Whether a word is a first name, in any case, with or without its accents, or several with hyphens between."""
    return all(part in FIRST_NAMES for part in folded(word).split("-"))


@lru_cache(maxsize=_REMEMBERED)
def sex_of_given_names(names: str) -> Sex | None:
    """The sex that first names show, those aside that both bear: "Nana Kwabena", "Jean-Pierre"; None if none does."""
    for first in folded(names).replace("-", " ").split():
        if first not in NAMES_OF_BOTH:
            return "man" if first in MENS_NAMES else "woman" if first in WOMENS_NAMES else None
    return None


def sex_of_noun(noun: str) -> Sex | None:
    """The sex of a casefolded noun or form of address: "spokeswoman", "mr"."""
    if noun in MEN_NOUNS:
        return "man"
    return "woman" if noun in WOMEN_NOUNS else None


def first_sex(nouns: Iterable[str]) -> Sex | None:
    """The sex of the first of some casefolded nouns that has one."""
    return next((sex for noun in nouns if (sex := sex_of_noun(noun))), None)


@lru_cache(maxsize=_REMEMBERED)
def is_title(word: str) -> bool:
    """Whether a casefolded word may stand as a title before a name: also "president-elect", "agent-in-charge"."""
    word = word if word.isascii() else folded(word)
    if word in TITLES:
        return True
    stem = next((word.removesuffix(e) for e in _TITLE_ENDINGS if word.endswith(e)), word)
    known = TITLES if stem == word else TITLES | PERSON_NOUNS
    stem = next((stem.removeprefix(b) for b in _TITLE_BEGINNINGS if stem.startswith(b)), stem)
    return stem != word and stem in known


def age(word: str) -> str:
    """The figure of "37-year-old"; empty for other words."""
    figure, _, rest = word.partition("-")
    return figure if figure.isdigit() and rest.startswith("year-old") else ""


@lru_cache(maxsize=_REMEMBERED)
def singular(noun: str) -> str:
    """A casefolded noun without its plural ending, if that makes a noun for a person, body or document."""
    for ending, instead in (("men", "man"), ("women", "woman"), ("ies", "y"), ("es", ""), ("s", "")):
        if noun.endswith(ending) and (stem := noun[: -len(ending)] + instead) in _KNOWN_NOUNS:
            return stem
    return noun


def role(word: str) -> str:
    """The casefolded word that stands for all ways to say a role: "senator" for "sen"."""
    return _ALIKE.get(word, word)
