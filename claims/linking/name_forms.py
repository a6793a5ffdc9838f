"""What kind of name an appearance has, without what was read into it: a full name, one word, a body's, or none."""

import re
from functools import lru_cache
from typing import Final, Literal

from claims import names
from claims.lexicons import word_set
from claims.records import SpeakerType
from claims.text.countries import places_in
from claims.text.normalisation import plain, unaccented
from claims.text.word_vectors import is_known

Form = Literal["name", "one word", "body", "description", "document"]

WORD: Final = re.compile(r"[^\W_](?:[\w'’.&-]*\w)?|&")
TITLES: Final = word_set("roles.title")
ROLE_NOUNS: Final = (
    word_set("roles.person", "roles.man", "roles.woman", "roles.politics", "roles.speaking", "roles.law")
    | TITLES
)
INSTITUTIONS: Final = word_set("bodies.institutions")
OFFICES: Final = word_set("bodies.offices", "roles.offices", "bodies.state_bodies", "bodies.noun")
LEGAL: Final = word_set("bodies.legal_form") - word_set("bodies.noun")
_PUBLIC: Final = word_set("bodies.public")
_BUSINESS: Final = word_set("bodies.business") | LEGAL
_GROUPS: Final = word_set("bodies.groups") - INSTITUTIONS
_HEADS: Final = word_set("roles.of_one_place", "roles.company_titles") - {"founder", "director"}
_FORMER: Final = word_set("roles.distinguishing")
_WESTERN: Final = word_set("name_parts.western_family")
_OF_A_PEOPLE: Final = ("an", "ese", "ish", "ch", "i")
"""How words for people by their country end."""


@lru_cache(maxsize=4_096)
def bare_name(name: str, type_: SpeakerType) -> tuple[str, str]:
    """A name without a dateline and without a role that was read into it, and that role."""
    words = _without_dateline(plain(name).split())
    if type_ == "person":
        at = max((i for i, w in enumerate(words[:-2]) if folded(w) in ROLE_NOUNS), default=0)
        if at:
            return " ".join(words[at + 1 :]), " ".join(words[: at + 1])
    return " ".join(words), ""


def _without_dateline(words: list[str]) -> list[str]:
    capitals = 0
    while capitals < len(words) - 1 and words[capitals].isupper() and len(words[capitals]) > 2:
        capitals += 1
    if not capitals or not any(c.islower() for c in words[capitals]):
        return words
    line = " ".join(words[:capitals])
    is_town = any(p.narrow and p.end - p.start == len(line) for p in places_in(line.title()))
    return words[capitals:] if is_town else words


@lru_cache(maxsize=4_096)
def form_of(name: str, type_: SpeakerType) -> Form:
    """What kind of name a bare name is."""
    if type_ == "document":
        return "document"
    if type_ != "person":
        return "description" if _describes_many(name, type_) else "body"
    words = [folded(w) for w in name.split()]
    if names.is_body(name) or not _PUBLIC.isdisjoint(words) or (len(words) > 1 and words[-1] in _BUSINESS):
        return "body"
    return "one word" if all(len(word.strip(".")) <= 1 for word in given_of(name)) else "name"


@lru_cache(maxsize=4_096)
def given_of(name: str) -> tuple[str, ...]:
    """The first names of a person, also one that is a particle elsewhere: "Al Green"."""
    words = name.split()
    found = names.parse(name).given
    if not found and len(words) == 2 and "-" not in name and folded(words[1]) in _WESTERN:
        return (words[0],)
    return found


def _describes_many(name: str, type_: SpeakerType) -> bool:
    """Whether a name is a description that fits many, as "Rights groups", "Firms", "a spokesman"."""
    words = WORD.findall(name)
    last = words[-1] if words else ""
    if last.casefold() in INSTITUTIONS:
        # "Lyon police" and, where the article shows which, "police" are one body each.
        return type_ == "unnamed" and not all(
            w.casefold() in OFFICES | INSTITUTIONS or w[0].isupper() for w in words
        )
    if type_ == "unnamed":
        return not is_head(name)
    if not any(c.isupper() for c in name):
        return True
    if len(words) == 1:
        return _is_plural(last)
    return last.islower() and (
        last in _GROUPS or (last.endswith("s") and not last.endswith("ss") and last not in INSTITUTIONS)
    )


def _is_plural(word: str) -> bool:
    """Whether one word, with the capital of a sentence's beginning, means many: "Firms", "MPs", "Chinese"."""
    small = word.casefold()
    if any(not p.narrow and p.form == small and small.endswith(_OF_A_PEOPLE) for p in places_in(word)):
        return True
    return small in _GROUPS or (word.endswith("s") and (is_known(small) or word[:-1].isupper()))


def is_head(name: str) -> bool:
    """Whether a description is that of an office that one holds, with whose it is: "US president", "Acme's CEO"."""
    words = WORD.findall(name)
    small = [folded(w) for w in words]
    if not words or not _FORMER.isdisjoint(small) or _HEADS.isdisjoint(small):
        return False
    owners = [w for w, f in zip(words, small, strict=True) if w[0].isupper() and f not in TITLES]
    # The first word of a sentence is an owner only in the genitive.
    return bool(places_in(name)) or any(w != words[0] or "'s" in plain(w) for w in owners)


@lru_cache(maxsize=16_384)
def folded(word: str) -> str:
    """A word casefolded, without accents, genitive, full stops and apostrophes."""
    small = (plain(word) if not word.isascii() else word).casefold()
    if not small.isascii():
        small = unaccented(small)
    return small.removesuffix("'s").removesuffix("'").replace(".", "").replace("'", "")
