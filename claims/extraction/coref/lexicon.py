"""The word lists by which speakers are recognised; first names tell a person, and the sex."""

import tomllib
from collections.abc import Iterable
from importlib.resources import files
from typing import Final, Literal

from claims.names.words import BODIES as BODY_NAME_WORDS
from claims.names.words import COURTESY_MEN, COURTESY_WOMEN

Sex = Literal["man", "woman"]

_HERE: Final = files("claims.extraction.coref")
_DATA: Final[dict[str, str]] = tomllib.loads(_HERE.joinpath("words.toml").read_text(encoding="utf-8"))


def _listed(section: str) -> frozenset[str]:
    return frozenset(_DATA[section].replace(".", "").split())


def _names(file: str) -> frozenset[str]:
    return frozenset(_HERE.joinpath(file).read_text(encoding="utf-8").split())


_MEN: Final = _names("first_names_men.txt")
_WOMEN: Final = _names("first_names_women.txt")
_EITHER: Final = _listed("first_names_of_both_sexes")
FIRST_NAMES: Final = _MEN | _WOMEN | _EITHER

MEN_NOUNS: Final = _listed("men") | COURTESY_MEN
WOMEN_NOUNS: Final = _listed("women") | COURTESY_WOMEN
PERSON_NOUNS: Final = _listed("men") | _listed("women") | _listed("people")
GROUP_NOUNS: Final = _listed("groups")
BODY_NOUNS: Final = _listed("bodies")
DOCUMENT_NOUNS: Final = _listed("documents")
_KNOWN_NOUNS: Final = PERSON_NOUNS | BODY_NOUNS | DOCUMENT_NOUNS
RELATIVES: Final = _listed("relatives")
ROLE_MODIFIERS: Final = _listed("role_modifiers")
PARTIES: Final = (_listed("parties_one"), _listed("parties_other"))
FUNCTION_WORDS: Final = _listed("function_words") | {w.replace("'", "’") for w in _listed("function_words")}
ADJECTIVES: Final = _listed("adjectives")
PLACES: Final = _listed("places")
PLACE_BEGINNINGS: Final = _listed("place_beginnings")
THINGS: Final = _listed("things")
OFFICES: Final = _listed("offices")
NEWSPAPERS: Final = _listed("newspapers")
BODY_WORDS: Final = BODY_NAME_WORDS
"""Words inside the names of bodies."""

NEWS_VERBS: Final = _listed("news_verbs")
PREPOSITIONS: Final = _listed("prepositions")
AFTER_HEAD: Final = _listed("after_head")
QUANTIFIERS: Final = _listed("quantifiers")
POSSESSIVES: Final = frozenset({"his", "her", "its", "their", "my", "our", "your", "whose"})
ARTICLES: Final = frozenset({"the", "a", "an"})
AGENCIES: Final = _listed("short_for_agencies")
ANY_BODY: Final = _listed("short_for_any_body")
COMPANIES: Final = _listed("short_for_companies")
PAPERS: Final = _listed("short_for_newspapers")
STATE_BODIES: Final = _listed("state_bodies")
HOLDERS_ONLY: Final = _listed("holders_only")
ANYBODY: Final = _listed("anybody")
COMPANY_TITLES: Final = _listed("company_titles")

_ALIKE: Final = {
    word: first
    for first, *others in (line.split() for line in _DATA["roles_alike"].strip().splitlines())
    for word in (first, *others)
}


def sex_of_first_name(name: str) -> Sex | None:
    """The sex that a casefolded first name tells, if it is known and not borne by both."""
    man, woman = name in _MEN, name in _WOMEN
    if man == woman or name in _EITHER:
        return None
    return "man" if man else "woman"


def sex_of_noun(noun: str) -> Sex | None:
    """The sex that a casefolded noun or form of address tells: "spokeswoman", "mr"."""
    if noun in MEN_NOUNS:
        return "man"
    return "woman" if noun in WOMEN_NOUNS else None


def first_sex(nouns: Iterable[str]) -> Sex | None:
    """The sex that the first of some casefolded nouns to tell one tells."""
    return next((sex for noun in nouns if (sex := sex_of_noun(noun))), None)


def singular(noun: str) -> str:
    """A casefolded noun without its plural ending, if that makes a noun for a person, body or document."""
    for ending, instead in (("men", "man"), ("women", "woman"), ("ies", "y"), ("es", ""), ("s", "")):
        if noun.endswith(ending) and (stem := noun[: -len(ending)] + instead) in _KNOWN_NOUNS:
            return stem
    return noun


def role(word: str) -> str:
    """The casefolded word that stands for all ways to say a role: "senator" for "sen"."""
    return _ALIKE.get(word, word)
