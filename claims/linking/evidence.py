"""What is known of one appearance for linking: its name taken apart, roles, places, and what its article shows."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final, NamedTuple
from weakref import WeakValueDictionary

from claims import names
from claims.lexicons import rows, table, word_set
from claims.linking.name_forms import (
    INSTITUTIONS,
    LEGAL,
    OFFICES,
    ROLE_NOUNS,
    WORD,
    Form,
    bare_name,
    folded,
    form_of,
    given_of,
)
from claims.records import Appearance, SpeakerType, Surroundings
from claims.text.countries import PlaceName, places_in
from claims.text.normalisation import plain
from claims.text.spelling_variants import one_spelling

Words = frozenset[str]


def as_compared(word: str) -> str:
    """A folded word in the one of its spellings that words of bodies are compared in."""
    return one_spelling(_SPELLING.get(word, word))


_SPELLING: Final = table("bodies.forms")
BODY_NOUNS: Final = frozenset(
    map(as_compared, word_set("bodies.noun", "bodies.in_names", "bodies.newspaper", "bodies.state_bodies"))
)
"""Words for bodies, which tell none from another."""
_OF_RELATIVES: Final = re.compile(rf"\b(?:{'|'.join(sorted(word_set('roles.relatives')))}) of\b")
"""After it another person's trade is told."""
_VARIANTS: Final = {word: row[0] for row in (*rows("roles.variants"), *rows("roles.kin")) for word in row}
_SMALL: Final = word_set("bodies.small") | {"s"}
_GENERAL: Final = frozenset(map(as_compared, OFFICES))
_GENERAL_HEADS: Final = frozenset(
    map(as_compared, word_set("bodies.state_bodies", "bodies.noun") | INSTITUTIONS)
)
_ALONE: Final = tuple((row[0], frozenset(map(as_compared, row[1:]))) for row in rows("bodies.of_one_country"))
_HOLDERS: Final = word_set("roles.of_one_place")
_NO_NAMES: Final = word_set(
    "function_words.stop", "function_words.capitalised", "calendar.month", "calendar.day"
)
_LEAST_LETTERS: Final = 3
"""Of the words of a role that are compared."""


class Places(NamedTuple):
    """Countries, and the narrower places in them, whose a body is or that a role names."""

    countries: Words = frozenset()
    narrow: Words = frozenset()


class Roles(NamedTuple):
    """The roles that an article gives: their text, their nouns for persons, the names in them, their other words."""

    text: str = ""
    offices: Words = frozenset()
    affiliations: Words = frozenset()
    words: Words = frozenset()


class Shown(NamedTuple):
    """What the article shows.

    ``also``, ``country``, ``town``, ``names``, ``topic``, ``person``, ``body``: as in
    :class:`~claims.records.Surroundings`; ``known``: whether that is kept.
    """

    also: tuple[str, ...] = ()
    country: str = ""
    town: str = ""
    names: Words = frozenset()
    topic: Words = frozenset()
    person: int = 0
    body: int = 0
    known: bool = False


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Evidence:
    """What speaks for and against an appearance being somebody; all words folded.

    ``name``: without a dateline and roles that were read into it; ``type``: as the appearance has it; ``form``: what
    kind of name it is.
    ``places``: whose a body is, or where the roles place a person; ``roles``; ``shown``: what the article shows.
    ``given``, ``family``: the parts of a person's name; ``middles``: the first letters of those between.
    ``generation``: what tells those of one name in a family apart: "jr", "iii".
    ``core``: a body's words without its places, legal form and small words.
    ``general``: the core distinguishes none of the bodies that every country or town has.
    """

    name: str
    type: SpeakerType
    form: Form
    places: Places
    roles: Roles
    shown: Shown
    given: tuple[str, ...] = ()
    middles: Words = frozenset()
    family: str = ""
    generation: Words = frozenset()
    core: Words = frozenset()
    general: bool = False


def evidence_of(appearance: Appearance) -> Evidence:
    """The evidence that one appearance gives: the same object as that of every other one like it that is in use."""
    given = appearance.name, appearance.type, appearance.role or "", appearance.beside
    found = _in_use.get(given)
    if found is None:
        found = _in_use[given] = _evidence(*given)
    return found


_Given = tuple[str, SpeakerType, str, Surroundings | None]
_in_use: Final[WeakValueDictionary[_Given, Evidence]] = WeakValueDictionary()
"""Not those that nobody has any more: what stands beside the names of ten thousand appearances takes 80 MB."""


def evidence_by_id(appearances: Iterable[Appearance]) -> dict[str, Evidence]:
    """The evidence that each appearance gives, by its id."""
    return {appearance.id: evidence_of(appearance) for appearance in appearances}


def _evidence(name: str, type_: SpeakerType, role: str, beside: Surroundings | None) -> Evidence:
    around = beside or Surroundings()
    bare, stray = bare_name(name, type_)
    form = form_of(bare, type_)
    shown = Shown(
        around.also,
        around.country,
        around.town,
        _word_set(around.names),
        _word_set(around.topic),
        around.person,
        around.body,
        beside is not None,
    )
    if form in ("name", "one word"):
        places, roles = _described(bare, role or stray, [role, stray, *around.mentions])
        given, family = _parts(bare)
        core = core_of(bare) if form == "one word" else frozenset((*given, family))
        middles = frozenset(word[0] for word in given[1:] if word)
        return Evidence(
            bare,
            type_,
            form,
            places,
            roles,
            shown,
            given=given,
            middles=middles,
            family=family,
            generation=names.generation_of(bare),
            core=core,
        )
    _, roles = _described(bare, role, [role])
    places, core = _owned(bare, around.mentions, titles=type_ == "unnamed")
    if not places.countries:
        places = Places(frozenset(country for country, words in _ALONE if words == core))
    general = core <= _GENERAL and not core.isdisjoint(_GENERAL_HEADS)
    if type_ == "unnamed" and general and not places.countries and not around.town:
        form = "description"  # "police", without a town
    return Evidence(bare, type_, form, places, roles, shown, core=core, general=general)


@lru_cache(maxsize=1_024)
def _word_set(words: tuple[str, ...]) -> Words:
    """The words as a set, which the appearances in one article share: all that they show is most of what is held."""
    return frozenset(words)


@lru_cache(maxsize=4_096)
def _parts(name: str) -> tuple[tuple[str, ...], str]:
    """The first names and the family name of a person, folded, in Latin letters."""
    given, family = given_of(name), names.parse(name).family
    return tuple(folded(names.romanised(word)) for word in given), folded(names.romanised(family))


def combined(found: Sequence[Evidence]) -> Evidence:
    """The evidence of several appearances of one speaker under one name."""
    first = found[0]
    if all(e is first for e in found):
        return first
    countries = Counter(e.shown.country for e in found if e.shown.country)
    return replace(
        first,
        places=Places(
            *(frozenset[str]().union(*sets) for sets in zip(*(e.places for e in found), strict=True))
        ),
        roles=Roles(
            next((e.roles.text for e in found if e.roles.text), ""),
            *(frozenset[str]().union(*sets) for sets in zip(*(e.roles[1:] for e in found), strict=True)),
        ),
        shown=Shown(
            tuple(sorted({name for e in found for name in e.shown.also})),
            min(countries, key=lambda c: (-countries[c], c), default=""),
            first.shown.town,
            _most(e.shown.names for e in found),
            _most(e.shown.topic for e in found),
            sum(e.shown.person for e in found),
            sum(e.shown.body for e in found),
            any(e.shown.known for e in found),
        ),
    )


def _most(found: Iterable[Words]) -> Words:
    """The words that most sets have, as many as the largest set has."""
    sets = list(found)
    times = Counter(word for words in sets for word in words)
    return frozenset(sorted(times, key=lambda w: (-times[w], w))[: max(map(len, sets))])


# --- bodies


def _owned(name: str, mentions: Iterable[str], *, titles: bool) -> tuple[Places, Words]:
    """Whose a body is, by its name or else by how it is mentioned, and the other words of its name."""
    rest, found = name, places_in(name)
    for place in reversed(found):
        rest = f"{rest[: place.start]} {rest[place.end :]}"
    core = core_of(rest, titles=titles)
    if not core and found:  # "Armenia": the country itself; "the US White House"
        itself = next((place for place in found if place.narrow), found[0])
        return _places(found), frozenset({itself.form if itself.narrow else itself.country})
    for mention in () if found else mentions:
        found = _around(mention, name)
        if found:
            break
    return _places(found), core or core_of(name)


def _around(mention: str, name: str) -> Sequence[PlaceName]:
    """The places by which a mention says whose the body is that it names: "Taiwan's Foreign Ministry"."""
    at = mention.casefold().find(name.casefold())
    before, after = mention[: max(at, 0)], mention[at + len(name) :]
    if before and "," not in before and " and " not in before:
        return places_in(before)
    return places_in(after.split(",")[0])[:1] if at >= 0 and after.startswith((" of ", " in ")) else ()


def _places(found: Iterable[PlaceName]) -> Places:
    found = tuple(found)
    return Places(frozenset(p.country for p in found), frozenset(p.form for p in found if p.narrow))


@lru_cache(maxsize=4_096)
def core_of(text: str, *, titles: bool = False) -> Words:
    """The words of a body's name, folded, without small words and legal forms.

    Unless asked for, a head's title and first name are left out, too: "administration of President Barack Obama".
    """
    found = [w for w in WORD.findall(plain(text).replace("-", " ")) if folded(w) not in _SMALL and folded(w)]
    small = [folded(w) for w in found]
    names_ = [
        w[0].isupper() and as_compared(f) not in BODY_NOUNS for w, f in zip(found, small, strict=True)
    ] + [
        False,
        False,
    ]
    kept = []
    for at, word in enumerate(small):
        is_title = word in _HOLDERS and names_[at + 1] and word == found[at].casefold()
        is_first = at > 0 and small[at - 1] in _HOLDERS and names_[at] and names_[at + 1]
        if word not in LEGAL and (titles or not (is_title or is_first)):
            kept.append(as_compared(word))
    return frozenset(kept or small)


# --- roles


def _described(name: str, role: str, phrases: Iterable[str]) -> tuple[Places, Roles]:
    """What the phrases say that describe a speaker: places, offices, affiliations and other words."""
    own = _words_of(name)
    found = [_phrase(phrase, own & _words_of(phrase)) for phrase in dict.fromkeys(phrases) if phrase]
    if not found:
        return Places(), Roles()
    if len(found) == 1:
        (places, *rest) = found[0]
        return _places(places), Roles(role, *rest)
    places, offices, affiliations, words = zip(*found, strict=True)
    return _places(p for some in places for p in some), Roles(
        role, *(frozenset[str]().union(*sets) for sets in (offices, affiliations, words))
    )


@lru_cache(maxsize=1_024)
def _words_of(text: str) -> Words:
    return frozenset(folded(w) for w in WORD.findall(text))


@lru_cache(maxsize=1_024)
def _phrase(phrase: str, own: Words) -> tuple[Sequence[PlaceName], Words, Words, Words]:
    text = _OF_RELATIVES.split(plain(phrase))[0]
    offices, affiliations, others = set(), set(), set()
    capitals = []
    for word in WORD.findall(text):
        small = folded(word)
        if small in own or small in _NO_NAMES or not small:
            continue
        if small in ROLE_NOUNS:
            offices.add(_VARIANTS.get(small, small))
        elif word[0].isupper():
            capitals.append(small)
            if as_compared(small) not in BODY_NOUNS and not places_in(word):
                affiliations.add(as_compared(small))
        elif len(small) >= _LEAST_LETTERS:
            others.add(small)
    if {"chief", "executive"} <= offices:
        offices.add(_VARIANTS["ceo"])
    if len(capitals) > 1:  # its acronym, as another article may have it
        affiliations.add("".join(w[0] for w in capitals))
    return places_in(text), frozenset(offices), frozenset(affiliations), frozenset(others)
