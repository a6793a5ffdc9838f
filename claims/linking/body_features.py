"""The features of a pair of bodies: their words, acronyms, and whose they are."""

from typing import Final

from claims import names
from claims.lexicons import rows, word_set
from claims.linking.circumstances import of_articles
from claims.linking.evidence import BODY_NOUNS, Evidence, Words, as_compared, core_of
from claims.linking.features import LinkFeatures
from claims.linking.name_forms import WORD, folded
from claims.linking.person_features import are_said_to_be_one
from claims.text.normalisation import plain
from claims.text.word_vectors import is_known

_KIND_WORDS: Final = BODY_NOUNS | frozenset(map(as_compared, word_set("bodies.public", "bodies.business")))
_ACRONYMS: Final = {row[0]: core_of(" ".join(row[1:])) for row in rows("acronyms.known")}
_ALIKE: Final = 0.75
"""Match probability from which two bodies' names are one but for spelling."""
_FEW_LETTERS: Final = 3
"""So many letters stand for many names."""


def of_bodies(one: Evidence, other: Evidence, match: names.Match) -> LinkFeatures:
    """The features of two bodies, of which one may be a name of one word."""
    words, reason, never = _of_words(one, other, match)
    found = of_articles(one, other) | words | _of_owners(one, other)
    found["both general"] = float(one.general and other.general)
    found["unnamed"] = float("unnamed" in (one.type, other.type))
    found["an everyday word"] = float(len(one.core) == 1 and all(map(is_known, one.core)))
    return LinkFeatures("bodies", found, reason, never or _never(one, other))


def _never(one: Evidence, other: Evidence) -> str:
    """Why two bodies cannot be one, whatever their names."""
    if "unnamed" in (one.type, other.type) and one.core != other.core:
        return "another office"
    a, b = one.places, other.places
    if a.countries and b.countries and not a.countries & b.countries:
        return "of another country"
    if (one.general or other.general) and a.narrow and b.narrow and not a.narrow & b.narrow:
        return "of another place"
    return ""


def _of_words(one: Evidence, other: Evidence, match: names.Match) -> tuple[dict[str, float], str, str]:
    """The features of two bodies' words, how they compare, and, where that is so, why they cannot be one."""
    a, b = one.core, other.core
    if a == b:
        same = names.key(one.name) == names.key(other.name)
        return {"same core": 1.0}, "same name" if same else "same words", ""
    if acronym := _of_acronym(one, other):
        return acronym, "acronym and full name", ""
    if are_said_to_be_one(one, other):
        return {"acronym said": 1.0}, "one article has both names", ""
    same_places = bool(one.places.countries) == bool(other.places.countries)
    if match.probability >= _ALIKE and same_places and len(a) == len(b):
        return {"same core, other spelling": 1.0}, match.reason, ""
    fewer, more = (one, other) if len(a) <= len(b) else (other, one)
    if fewer.core < more.core:
        return {_added(fewer, more): 1.0}, "one name has words more", ""
    return {}, match.reason, "other name"


def _added(fewer: Evidence, more: Evidence) -> str:
    """The feature of a body's name that has words more: of bodies ("group", "UN"), in small letters ("militant")."""
    left = more.core - fewer.core
    if left <= _KIND_WORDS | _ACRONYMS.keys() and not fewer.general:
        return "kind added"
    written = WORD.findall(plain(more.name).replace("-", " "))
    small = {as_compared(folded(word)) for word in written if word[0].islower()}
    return "small words added" if left <= small else "words added"


def _of_acronym(one: Evidence, other: Evidence) -> dict[str, float]:
    """The features of an acronym and a name of which it may be short; none where it is none."""
    for short, full in ((one, other), (other, one)):
        if not names.stands_for(short.name, full.name):
            continue
        letters = names.key(short.name)
        known, words = _ACRONYMS.get(letters), core_of(full.name)
        said = are_said_to_be_one(one, other) or (known is not None and _is_same(known, words))
        others = any(names.stands_for(short.name, name) for name in short.shown.also)
        return {
            "acronym": 1.0,
            "acronym said": float(said),
            "acronym of another": float(not said and (known is not None or others)),
            "acronym of few letters": float(len(letters) <= _FEW_LETTERS),
        }
    return {}


def _is_same(one: Words, other: Words) -> bool:
    return one <= other or other <= one


def _of_owners(one: Evidence, other: Evidence) -> dict[str, float]:
    """The features of whose two bodies are; one that does not say is the country's in which its article is set."""
    a, b = one.places.countries, other.places.countries
    found: dict[str, float] = {}
    general = one.general or other.general
    if a and b:
        towns = one.places.narrow, other.places.narrow
        found["same owner"] = float(bool(a & b) and (not all(towns) or bool(towns[0] & towns[1])))
        found["other town or state"] = float(all(towns) and not towns[0] & towns[1])
        found["only one has a town or state"] = float(any(towns) and not all(towns))
    elif a or b:
        owners, setting = (a, other.shown.country) if a else (b, one.shown.country)
        if not setting:
            found["owner left out, general"] = float(general)
        elif general:
            found[
                "general, set in one country" if setting in owners else "general, set in another country"
            ] = 1.0
        else:
            found["owner left out, set there" if setting in owners else "owner left out, set elsewhere"] = 1.0
    elif general and one.shown.country and other.shown.country:
        same = one.shown.country == other.shown.country
        found["general, set in one country" if same else "general, set in another country"] = 1.0
    if general and all(towns := (_towns(one), _towns(other))):
        found["general, town in common" if towns[0] & towns[1] else "general, other town"] = 1.0
    return found


def _towns(body: Evidence) -> Words:
    """The towns whose a body is: by its name, else, where it says nothing, by its article's dateline."""
    town = body.shown.town.replace(" ", "-")
    return body.places.narrow or (frozenset({town}) if town and not body.places.countries else frozenset())
