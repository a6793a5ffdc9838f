"""Whom a description means: "the ambassador", "the Republican nominee", "Roe's wife", "the agency"."""

from collections.abc import Collection
from typing import Final

from claims.extraction.speakers import lexicon
from claims.extraction.speakers.cast import Cast, Figure
from claims.extraction.speakers.lexicon import Sex
from claims.extraction.speakers.mentions import Reading
from claims.extraction.speakers.naming import Use
from claims.extraction.speakers.scene import Scene, sex_fits

_ANOTHER_ROLE: Final = 0.5
_LEAST_STANDING: Final = 0.55
_INTRODUCED_WITHIN: Final = 3
_ONE_HOLDER: Final = frozenset({"president", "king", "queen", "pope"})
"""Offices that a bare "the" gives to the holder whom everybody knows, not to the head of some body."""
_RELATIONS: Final = frozenset({"of", "for", "to", "at", "behind"})
_NUMBERS: Final = frozenset({"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"})


def person_described(
    reading: Reading, at: int, scene: Scene, cast: Cast, others: Collection[Figure] = ()
) -> Figure | None:
    """The person whom a definite description means: by the role, else whoever stands out enough there.

    ``others`` are persons whom it cannot mean.
    """
    sex = next((s for w in reversed(reading.words) if (s := lexicon.sex_of_noun(w))), None)
    if reading.owner is not None:
        return _relative(reading.owner, sex, cast) if reading.head in lexicon.RELATIVES else None
    matching = {f for f in cast.figures if f.type == "person" and sex_fits(f, sex) and _has_role(f, reading)}
    if matching:
        return _nearest(matching, at, scene)
    only_by_role = reading.head in lexicon.HOLDERS_ONLY | lexicon.ANYBODY or not reading.determined
    if only_by_role or _is_somebodys(reading):
        return None
    found, worth = scene.likeliest(
        at, lambda f: 0.0 if f in others else sex_fits(f, sex) * _role_fits(f, reading)
    )
    return found if found is not None and worth >= _LEAST_STANDING and found.type == "person" else None


def who_has_role(reading: Reading, at: int, scene: Scene, cast: Cast) -> Figure | None:
    """The person spoken of before who has a description's role and stands out most among those who have it."""
    sex = next((s for w in reversed(reading.words) if (s := lexicon.sex_of_noun(w))), None)
    matching = {f for f in cast.figures if f.type == "person" and sex_fits(f, sex) and _has_role(f, reading)}
    standing = scene.standing(at, matching) if matching else {}
    return max(standing, key=lambda f: standing[f], default=None)


def _nearest(matching: Collection[Figure], at: int, scene: Scene) -> Figure | None:
    """Of those with the role, who stands out most; else the only one, if the article names them just after."""
    if standing := scene.standing(at, matching):
        return max(standing, key=lambda f: standing[f])
    if len(matching) > 1:
        return None
    (figure,) = matching
    tokens = scene.page.tokens
    blocks = tokens[figure.first_at].block - tokens[at].block
    opening = tokens[at].block - tokens[0].block <= _INTRODUCED_WITHIN
    return figure if 0 <= blocks <= (_INTRODUCED_WITHIN if opening else 0) else None


def _is_somebodys(reading: Reading) -> bool:
    """Whether the description names a relation to somebody: "his friend", "the author of the study"."""
    first, second, *_ = (*reading.tail, "", "")
    return reading.words[0] in lexicon.POSSESSIVES or (first in _RELATIONS and second not in _NUMBERS)


def _has_role(figure: Figure, reading: Reading) -> bool:
    """Whether one of the person's roles has the description's noun, with the same "former" or "vice"."""
    head = lexicon.role(reading.head)
    tail = {w for w in reading.tail if w not in lexicon.FUNCTION_WORDS and w.isalpha()}
    modifiers = lexicon.ROLE_MODIFIERS.intersection(reading.words)
    bare = head in _ONE_HOLDER and not tail
    for role in figure.roles:
        fits = head in role.nouns and (modifiers <= role.words or modifiers == {"former"})
        another = role.words & lexicon.ROLE_MODIFIERS - modifiers or (bare and not role.before)
        elsewhere = (tail and tail.isdisjoint(role.words)) or not reading.proper <= role.words
        if fits and not another and not elsewhere and not _other_party(set(reading.words), role.words):
            return True
    return False


def _other_party(one: set[str], other: set[str] | frozenset[str]) -> bool:
    here, there = lexicon.PARTIES
    return bool((one & here and other & there) or (one & there and other & here))


def _role_fits(figure: Figure, reading: Reading) -> float:
    """How well a person without that role fits: less if the article gives another one."""
    words = {w for r in figure.roles for w in r.words}
    if _other_party(set(reading.words), words):
        return 0.0
    if reading.head in lexicon.PARTIES[0] | lexicon.PARTIES[1]:
        return 1.0
    return _ANOTHER_ROLE if any(r.nouns for r in figure.roles) else 1.0


def _relative(owner: Use, sex: Sex | None, cast: Cast) -> Figure | None:
    """The relative of a named person: the only other one with that surname and the right sex."""
    owners = cast.persons(owner.name)
    family = owners[0].family if owners else ""
    found = [f for f in cast.families.get(family, []) if f not in owners and f.sex == sex]
    return found[0] if len(found) == 1 and sex else None


def body_described(reading: Reading, at: int, scene: Scene, cast: Cast) -> Figure | None:
    """The body that a short form or a general noun means: "the joint operations", "the bank", "the paper"."""
    content = [
        w
        for w in reading.words
        if w not in lexicon.ADJECTIVES | lexicon.PLACES | {"the", "a", "an", "this", "its"}
    ]
    plain = [w for w in content if w.isalpha()]
    for words in (plain, [w for w in plain if w not in reading.proper]):
        if len(words) > 1 and (known := _by_words(words, cast)):
            return known
    if not reading.definite or len(plain) != 1:
        return None
    bodies = [f for f in cast.figures if f.type == "organisation" and f.named]
    named = [f for f in bodies if reading.head in f.name.casefold().split()]
    if len(named) == 1:
        return named[0]
    if not named and reading.head not in lexicon.ANY_BODY | lexicon.PAPERS | lexicon.COMPANIES:
        return None

    def fits(figure: Figure) -> float:
        words = set(figure.name.casefold().split())
        if figure.type != "organisation" or (named and figure not in named):
            return 0.0
        if reading.head == "agency":
            return float(bool(words & lexicon.AGENCIES))
        if reading.head in lexicon.COMPANIES and words & lexicon.STATE_BODIES:
            return 0.0
        return float(bool(words & lexicon.NEWSPAPERS) == (reading.head in lexicon.PAPERS))

    found, _ = scene.likeliest(at, fits)
    return found


def _by_words(words: list[str], cast: Cast) -> Figure | None:
    """The only body whose name has all the words, in their order."""
    found = []
    for figure in cast.bodies.values():
        rest = iter(figure.name.casefold().split())
        if all(w in rest for w in words):
            found.append(figure)
    return found[0] if len(found) == 1 else None
