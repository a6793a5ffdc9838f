"""The features of a pair of persons: two full names, a surname and a full name, two names of one word."""

import math
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from claims import names
from claims.lexicons import word_set
from claims.linking.circumstances import circumstances
from claims.linking.evidence import Evidence
from claims.linking.features import LinkFeatures
from claims.linking.name_forms import folded
from claims.text.countries import places_in
from claims.text.word_vectors import is_known

LEAST_MATCH: Final = 0.3
"""Below this match probability two names are two people's, whatever else they have in common."""
_WESTERN: Final = word_set("first_names.western")
_FIRST: Final = word_set("first_names.men", "first_names.women", "first_names.either")
COMMON: Final = frozenset(map(folded, word_set("name_parts.common", "name_parts.western_family")))
"""Family names that many people in the news bear, as :func:`~claims.linking.name_forms.folded` writes them."""
_KIN: Final = word_set("name_parts.kin")
_ONE_OF_TWO: Final = "only one is Jr. or a number"
_OF_THE_STORY: Final = ("names in common", "topic in common")
_CORROBORATING: Final = (
    "same office", "affiliation in common", "affiliation in the other's article", "town or state in common",
)  # fmt: skip
_LITTLE: Final = 0.15
"""The share of names in common under which two articles have little to do with each other."""
_AGREEING: Final = 0.5
"""The log odds, at the least, of a full name and one with a short form of the first name: "Vint", "Vinton"."""
_SHORT: Final = 4
"""Letters: of two names as short as this, one that differs in a letter is another name."""
_SUREST: Final = 4.6
"""Log odds of the surest match of two names."""
_INNER_CAPITALS: Final = ("Mc", "Mac", "O'", "De", "Di")
"""How surnames begin in which a capital stands inside."""


def of_full_names(one: Evidence, other: Evidence, match: names.Match) -> LinkFeatures:
    """The features of two full names."""
    found = circumstances(one, other)
    found["name odds"] = _odds(match)
    said = are_said_to_be_one(one, other)
    found["said in an article"] = float(said)
    if one.family == other.family and names.first_names_agree(one.given[0], other.given[0]):
        found["name odds"] = max(found["name odds"], _AGREEING)
    elif match.probability < LEAST_MATCH and not said:
        return LinkFeatures("names", found, match.reason, match.reason)
    a, b = [*one.given, one.family], [*other.given, other.family]
    left_a, left_b = _without(a, b), _without(b, a)
    found |= dict.fromkeys(_differences(left_a, left_b, shared=[w for w in a if w in b]), 1.0)
    turned = not left_a and not left_b and a != b
    found["turned"] = float(
        turned and not _WESTERN.isdisjoint(a)
    )  # elsewhere the family name may stand first
    common = commonness(one)
    apart = found.get("names in common", _LITTLE) < _LITTLE and not any(found.get(n) for n in _CORROBORATING)
    found["common name"] = common
    found["common name, other form"] = common * bool(left_a or left_b or turned)
    found["common name, nothing in common"] = common * apart
    _tell_generations(found, only_one=bool(one.generation) != bool(other.generation))
    never = "another middle name" if not said and _other_middles(one, other) else ""
    return LinkFeatures("names", found, match.reason, never or _other_generation(one, other))


def _tell_generations(found: dict[str, float], *, only_one: bool) -> None:
    """Note that only one of two names has a "Jr." or a number: father and son are in the same stories."""
    if only_one:
        found[_ONE_OF_TWO] = 1.0
        found[f"{_ONE_OF_TWO}, nothing in common"] = float(not any(map(found.get, _CORROBORATING)))
        found.update(dict.fromkeys(_OF_THE_STORY, 0.0))


def _other_generation(one: Evidence, other: Evidence) -> str:
    """Why two of one name in a family cannot be one person: "Jr.", "Sr."."""
    both = one.generation and other.generation
    return "of another generation" if both and one.generation.isdisjoint(other.generation) else ""


def _differences(one: Sequence[str], other: Sequence[str], shared: Sequence[str]) -> Iterator[str]:
    """What differs, by the words that each name has alone, and those that both have."""
    long_one, long_other = ([w for w in left if len(w) > 1] for left in (one, other))
    if long_one and len(long_one) == len(long_other):
        for x, y in zip(long_one, long_other, strict=True):
            if names.first_names_agree(x, y) and not _WESTERN.isdisjoint((x, y)):
                yield "other form"
                near = abs(len(x) - len(y)) <= 1 and x[:2] == y[:2]  # "Mark", "Marc": spellings of one form
                if near:
                    yield "other spelling of a western name"
            elif max(len(x), len(y)) <= _SHORT:
                yield "other spelling of a short name"
            elif not _WESTERN.isdisjoint((*shared, x, y)):
                yield "other spelling of a western name"
            else:
                yield "other spelling"
    elif bool(long_one) != bool(long_other):
        yield "name left out"
    elif one or other:
        yield "initial left out"


def _other_middles(one: Evidence, other: Evidence) -> bool:
    """Whether two names have middle names or initials, and none in common."""
    if not one.middles or not other.middles or one.middles & other.middles:
        return False
    # What is a middle name here may be the first one there: "Recep Tayyip", "Tayyip".
    shifted = set(one.given) & set(other.given[1:]) or set(other.given) & set(one.given[1:])
    return len(one.given) == len(other.given) or not shifted


def _without(words: Sequence[str], others: Sequence[str]) -> list[str]:
    """The words that the others lack, each as often as they lack it."""
    rest = list(others)
    left = []
    for word in words:
        if word in rest:
            rest.remove(word)
        else:
            left.append(word)
    return left


def _odds(match: names.Match) -> float:
    """The log odds of a match of two names, from -1 to 1."""
    inside = min(max(match.probability, 0.01), 0.99)
    return math.log(inside / (1 - inside)) / _SUREST


def commonness(person: Evidence) -> float:
    """From 0 to 1, how many people in the news may bear a name: half for the family name, half for the first, too."""
    if person.family not in COMMON:
        return 0.0
    first = person.given[0] if person.given else ""
    return 1.0 if first in _WESTERN or first in COMMON else 0.5


def are_said_to_be_one(one: Evidence, other: Evidence) -> bool:
    """Whether one's article gives the other's name beside its own: an acronym, a name before marriage."""
    return _said(one, other) or _said(other, one)


def _said(one: Evidence, other: Evidence) -> bool:
    return any(names.key(name) == names.key(other.name) for name in one.shown.also)


def of_surname(one: Evidence, other: Evidence, match: names.Match) -> LinkFeatures:
    """The features of a surname and a full name."""
    short, full = (one, other) if one.form == "one word" else (other, one)
    found = circumstances(one, other) | _signs(short)
    found["name odds"] = _odds(match)
    found["common name"] = float(short.family in COMMON)
    found["first name"] = float(short.family in _FIRST and short.family != full.family)
    is_part = full.family.endswith(short.family) and short.family not in (full.family, *full.given)
    _tell_generations(found, only_one=bool(short.generation and not full.generation))
    never = "the last part of another name" if "-" in full.name and is_part else ""
    return LinkFeatures("surname", found, match.reason, never or _other_generation(one, other))


def of_one_word(one: Evidence, other: Evidence, match: names.Match) -> LinkFeatures:
    """The features of two names of one word, be they surnames or bodies."""
    found = circumstances(one, other) | _signs(one, other)
    word, another = (e.family or " ".join(sorted(e.core)) for e in (one, other))
    written = [e.name.removeprefix("the ").removeprefix("The ") for e in (one, other)]
    found["common name"] = float(word in COMMON)
    found["first name"] = float(word in _FIRST)
    found["an everyday word"] = float(is_known(word))
    found["written as no surname is"] = float(any(map(_is_no_surname, written)))
    found["place"] = float(any(p.end - p.start >= len(written[0]) for p in places_in(written[0])))
    found["one is a body"] = float("organisation" in (one.type, other.type))
    found["other spelling"] = float(word != another)
    # "King Charles" is Charles III.
    _tell_generations(found, only_one=bool(one.generation & _KIN) != bool(other.generation & _KIN))
    return LinkFeatures("one word", found, match.reason, _other_generation(one, other))


def _signs(*words: Evidence) -> dict[str, float]:
    """Whether what stands beside names of one word shows a person, or a body."""
    person, body = sum(e.shown.person for e in words), sum(e.shown.body for e in words)
    sure = (person - body) / (person + body + 1)
    return {"addressed": max(sure, 0.0), "body's surroundings": max(-sure, 0.0)}


@lru_cache(maxsize=65_536)
def _is_no_surname(word: str) -> bool:
    """Whether a word has capitals or figures where a surname has none: "MI5", "NewZoo", "T-Mobile", "ANSA"."""
    if " " in word:
        return False
    inner = any(c.isupper() for c in word[1:].replace("-", "")) and not word.startswith(_INNER_CAPITALS)
    letters = sum(c.isalpha() for c in word)
    return any(c.isdigit() for c in word) or (letters > 1 and inner) or "&" in word or "." in word[:-1]
