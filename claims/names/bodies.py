"""How probable it is that two names mean one body: a ministry, a company, an outlet."""

from collections.abc import Sequence
from typing import Final

from rapidfuzz.distance import OSA

from claims.names.keys import key
from claims.names.name_lexicon import BODIES, BODY_FORMS, LEGAL_FORMS, PUBLIC_WORDS, SMALL_WORDS
from claims.names.parsing import is_body
from claims.names.phonetics import frame
from claims.names.romanisation import romanised
from claims.text.normalisation import plain, words

# The probability that two names mean one body:
_SAME: Final = 0.97  # equal but for small words and the legal form
_TURNED: Final = 0.9  # with the same words in another order
_ACRONYM: Final = 0.85  # an acronym and a name with a word that only bodies have
_MISSPELT: Final = 0.8  # with the same words in another spelling
_INITIALS: Final = 0.55  # an acronym and a name that may be a person's
_SHORT_FORM: Final = 0.35  # where all words of one are common to many bodies
_WORDS_MORE: Final = 0.2  # where one has words more
_OTHER: Final = 0.02  # of any others

_LONG: Final = 6  # letters that two words at least have, of which one letter may differ
_LONGEST_ACRONYM: Final = 8  # letters


def compare_bodies(a: str, b: str) -> tuple[float, str]:
    """The probability that two names, of which one at least is a body's, mean one body, and why.

    Small words, legal forms ("Ltd.") and the order of the words make no difference; an acronym stands for the
    capital letters of a name; a short form that many bodies share ("the command") says little.
    """
    if key(a) == key(b):
        return _SAME, "same name"
    if stands_for(a, b) or stands_for(b, a):
        known = is_body(a) or is_body(b) or not PUBLIC_WORDS.isdisjoint((*_words(a), *_words(b)))
        return _ACRONYM if known else _INITIALS, "acronym and full name"
    return _worded(*sorted((_words(a), _words(b)), key=lambda found: (len(found), found)))


def _worded(short: Sequence[str], long: Sequence[str]) -> tuple[float, str]:
    """The same of two names' words, the fewer first."""
    if short == long and short:
        return _SAME, "same name but for the legal form or small words"
    if sorted(short) == sorted(long) and short:
        return _TURNED, "same words in another order"
    if len(short) == len(long) and all(map(_spelt_alike, sorted(short), sorted(long))) and short:
        return _MISSPELT, "same words, other spelling"
    if not short or not set(short) <= set(long):
        return _OTHER, "other name"
    if BODIES.issuperset(short):
        return _SHORT_FORM, "a short form that other bodies have, too"
    return _WORDS_MORE, "one name has words more"


def stands_for(short: str, long: str) -> bool:
    """Whether the first name is an acronym: the first letters of the second's words, small words left out or not."""
    letters = as_acronym(short)
    return bool(letters) and letters in acronyms_of(long)


def as_acronym(name: str) -> str:
    """A name that may be an acronym, in small letters; nothing where it is longer."""
    letters = name.casefold().replace(".", "").strip().removeprefix("the ")
    return letters if 1 < len(letters) <= _LONGEST_ACRONYM and letters.isalpha() else ""


def acronyms_of(name: str) -> set[str]:
    """The first letters of a name's words, with the small words and without them; none of a name of one word."""
    every = [w for w in words(plain(name).replace("-", " ")) if w != "the"]
    main = [w for w in every if w not in SMALL_WORDS]
    return {"".join(w[0] for w in listed) for listed in (every, main)} if len(main) > 1 else set()


def sound_of(name: str) -> str:
    """What a body's name has in common with other spellings of it, whatever the order of its words."""
    return " ".join(sorted(frame(w) or w for w in _words(name)))


def body_keys(name: str) -> frozenset[str]:
    """Keys that names of one body share: its words whatever their order, and its acronym."""
    found = set()
    letters = as_acronym(name)
    if letters:
        found.add(f"body {letters}")
    if is_body(name) or not PUBLIC_WORDS.isdisjoint(_words(name)) or _has_legal_form(name):
        found.add(f"body {sound_of(name)}")
        found.update(f"body {acronym}" for acronym in acronyms_of(name))
    return frozenset(found)


def is_either_body(a: str, b: str) -> bool:
    """Whether one of two names is a body's, or one is short enough for the acronym of the other."""
    return is_body(a) or is_body(b) or stands_for(a, b) or stands_for(b, a)


def _has_legal_form(name: str) -> bool:
    last = name.rsplit(maxsplit=1)[-1:]
    return bool(last) and last[0].casefold().replace(".", "") in LEGAL_FORMS


def _words(name: str) -> list[str]:
    found = [w for w in words(romanised(name).replace("-", " ").replace(".", "")) if w not in SMALL_WORDS]
    bare = [BODY_FORMS.get(w, w) for w in found if w not in LEGAL_FORMS]
    return bare or found


def _spelt_alike(one: str, other: str) -> bool:
    return one == other or (min(len(one), len(other)) >= _LONG and OSA.distance(one, other) == 1)
