"""The keys under which a name is looked up: two names that may be one speaker's have keys that fit each other.

A key is a word or two of a name, with a sign before it: "=" fits itself, "<" fits ">". So an acronym meets the names
whose initials it has but no other acronym, and a surname the full names but no other surname. Whether two names meet
depends on the two alone, not on how many others there are: that is what lets the ledger link what is new beside what it
has (:mod:`claims.linking.relinking`) as if it linked all at once.
"""

import zlib
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from claims import names
from claims.linking.common_surnames import is_common, told
from claims.linking.evidence import BODY_NOUNS, Evidence, Words
from claims.linking.name_forms import Form
from claims.records import Appearance

_PARTNERS: Final = {"=": "=", "<": ">", ">": "<"}
WHOLE: Final = "=whole "
"""How the keys begin under which all words of two bodies are the same."""
NAME: Final = "=name "
"""How the keys begin under which two persons' names are the same."""
SURNAME: Final = "one "
"""How the keys begin, after their sign, under which surnames ("<") meet full names (">")."""
TOLD: Final = "=told "
"""How the keys begin under which common surnames meet each other."""
TITLED: Final = "=titled "
"""How the keys begin under which common surnames have the same role or, where they have none, the same article."""
CALLED: Final = "called "
"""How the keys begin, after their sign, under which what an article says somebody is also called meets who is so."""
WORDS: Final = "words "
"""How the keys begin, after their sign, under which full names meet: "=" three of their words, "<" all two of one."""
INITIALS: Final = "=initials "
"""How the keys begin under which the words of two bodies' names have the same initials."""
_BEGINNING: Final = 3
"""So many letters of a word make a key."""


def keys_of_name(found: Evidence, appearances: Iterable[Appearance]) -> frozenset[str]:
    """The keys of what is known of a speaker by some appearances; descriptions and documents meet none."""
    if found.form in ("description", "document"):
        return frozenset()
    owners: tuple[str, ...] | None = None
    if found.general:  # "the interior ministry": one in each country
        owners = tuple(sorted(found.places.countries)) or (found.shown.country,)
    first = found.given[0][:_BEGINNING] if found.given else ""
    common = is_common(found)
    keys = _keys(
        _Name(found.name, found.form, found.core, owners, found.shown.also, first, found.family, common)
    )
    if not common:
        return keys
    shared = [key for key in keys if key.startswith(TOLD) or key[1:].startswith(SURNAME)]
    made = {f"{key} {what}" for one in appearances for what in told(one) for key in shared}
    if found.form == "one word":
        name = names.key(found.name)
        made.update(f"{TITLED}{name} {one.role or f'in {one.article}'}" for one in appearances)
    return keys.difference(shared) | made


class _Name(NamedTuple):
    """What makes keys.

    ``name``, ``form``, ``core``, ``also``, ``family``: as in the evidence.
    ``owners``: whose it is, of a body that every country has; None of others.
    ``first``: the beginning of the first name.
    ``common``: whether it is, or has, a surname that many bear.
    """

    name: str
    form: Form
    core: Words
    owners: tuple[str, ...] | None
    also: tuple[str, ...]
    first: str
    family: str
    common: bool


@lru_cache(maxsize=4_096)
def _keys(one: _Name) -> frozenset[str]:
    name, form, core, owners, also, first, family, common = one
    key, words = names.key(name), " ".join(sorted(core))
    found = {f">{CALLED}{key}", *(f"<{CALLED}{names.key(other)}" for other in also)}
    if form in ("name", "one word"):
        sign = "<" if form == "one word" else ">"
        found.add(f"{TOLD if form == 'one word' and common else NAME}{key}")
        found.update(f"{sign}{sound}" for sound in names.family_keys(name))
    if form == "name":
        keys = names.word_keys(name)
        found.update(f">{WORDS}{pair}" for pair in keys.pairs)
        found.update(f"<{WORDS}{pair}" for pair in keys.whole)
        found.update(f"={WORDS}{triple}" for triple in keys.triples)
        found.add(f"={family} {first}...")  # "Vin", "Vinton"
        found.add(f">person {words}")  # "Starboard Value", taken for a person
        return frozenset(found)
    if form == "one word" and common:
        return frozenset(found)
    found.update(_of_body(name, core, owners))
    if form == "body":
        if common:
            found.add(f"{TOLD}{words}")
        found.add(f"=sound {names.sound_of(name)}")
        initials = names.acronyms_of(name)
        found.update(f">acronym {letters}" for letters in initials)
        found.update(f"{INITIALS}{letters} {words[:_BEGINNING]}" for letters in initials)
    return frozenset(found)


def _of_body(name: str, core: Words, owners: tuple[str, ...] | None) -> Iterator[str]:
    """All words together, with the owner where they are those of many; each word, and the one that says most."""
    words = " ".join(sorted(core))
    if owners is None:
        yield f"{WHOLE}{words}"
        yield f"<person {words}"
    else:
        for owner in owners:
            yield f"{WHOLE}{words} of {owner}"
    telling = [word for word in core if owners is None or word not in BODY_NOUNS]
    for word in telling:
        yield f">word {word}"
    if telling:  # a name that has all of these words has this one
        yield f"<word {max(telling, key=lambda w: (w not in BODY_NOUNS, len(w), w))}"
    if letters := names.as_acronym(name):
        yield f"<acronym {letters}"


def stored_keys(appearance: Appearance, found: Evidence) -> frozenset[int]:
    """The keys of an appearance as the ledger keeps them: numbers of 32 bits, of which two may seldom be one."""
    return frozenset(map(_number, _of(appearance, found)))


def wanted_keys(appearance: Appearance, found: Evidence) -> frozenset[int]:
    """The stored keys that fit those of an appearance: of all that it may have to do with."""
    return frozenset(_number(_PARTNERS[key[0]] + key[1:]) for key in _of(appearance, found))


@lru_cache(maxsize=262_144)
def neighbourhood(name: str) -> str:
    """What names that may be one speaker's mostly have in common, to sort them by: how the last word sounds."""
    return min(names.family_keys(name), default=SURNAME + names.key(name))


def called(name: str) -> int:
    """The stored key of all appearances that an article calls so, in the letters of :func:`claims.names.key`."""
    return _number(f">{CALLED}{names.key(name)}")


def decided(name: str) -> int:
    """The stored key of a speaker whom the desk called so: whoever is called so, too, fits it."""
    return _number(f"<{CALLED}{names.key(name)}")


def _of(appearance: Appearance, found: Evidence) -> Iterator[str]:
    """The keys by which appearances may be linked, and those by which appearances of one name become one node."""
    yield from keys_of_name(found, [appearance])
    yield f">{CALLED}{names.key(appearance.name)}"  # as the desk calls it, also where it has no other keys
    if found.form in ("description", "document"):
        yield f"=in {appearance.article} {appearance.type} {names.key(found.name)}"
    elif found.form == "body" and not found.shown.known:
        yield f"=body {names.key(found.name)}"


def _number(key: str) -> int:
    return zlib.crc32(key.encode("utf-8", "surrogatepass"))
