"""Whom a description means: "the ambassador", "the Republican nominee", "Roe's wife", "the agency"."""

from collections.abc import Collection
from typing import Final

from claims.extraction.coref import lexicon
from claims.extraction.coref.entities import Entity, EntityTable
from claims.extraction.coref.lexicon import Sex
from claims.extraction.coref.mentions import ParsedMention
from claims.extraction.coref.name_recognition import NameSpan
from claims.extraction.coref.salience import Salience, sex_fits

_ANOTHER_ROLE: Final = 0.5
_LEAST_SALIENCE: Final = 0.55
_INTRODUCED_WITHIN: Final = 3
_ONE_HOLDER: Final = frozenset({"president", "king", "queen", "pope"})
"""Offices that a bare "the" gives to the referent_of whom everybody knows, not to the head of some body."""
_RELATIONS: Final = frozenset({"of", "for", "to", "at", "behind"})
_NUMBERS: Final = frozenset({"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"})


def person_described(
    parsed: ParsedMention, at: int, salience: Salience, table: EntityTable, others: Collection[Entity] = ()
) -> Entity | None:
    """The person whom a definite description means: by the role, else whoever stands out enough there.

    ``others`` are persons whom it cannot mean.
    """
    sex = next((s for w in reversed(parsed.words) if (s := lexicon.sex_of_noun(w))), None)
    if parsed.owner is not None:
        return _relative(parsed.owner, sex, table) if parsed.head in lexicon.RELATIVES else None
    matching = {f for f in table.entities if f.type == "person" and sex_fits(f, sex) and _has_role(f, parsed)}
    if matching:
        return _nearest(matching, at, salience)
    only_by_role = parsed.head in lexicon.HOLDERS_ONLY | lexicon.ANYBODY or not parsed.determined
    if only_by_role or _is_somebodys(parsed):
        return None
    found, worth = salience.most_salient(
        at, lambda f: 0.0 if f in others else sex_fits(f, sex) * _role_fits(f, parsed)
    )
    return found if found is not None and worth >= _LEAST_SALIENCE and found.type == "person" else None


def who_has_role(parsed: ParsedMention, at: int, salience: Salience, table: EntityTable) -> Entity | None:
    """The person spoken of before who has a description's role and stands out most among those who have it."""
    sex = next((s for w in reversed(parsed.words) if (s := lexicon.sex_of_noun(w))), None)
    matching = {f for f in table.entities if f.type == "person" and sex_fits(f, sex) and _has_role(f, parsed)}
    standing = salience.scores(at, matching) if matching else {}
    return max(standing, key=lambda f: standing[f], default=None)


def _nearest(matching: Collection[Entity], at: int, salience: Salience) -> Entity | None:
    """Of those with the role, who stands out most; else the only one, if the article names them just after."""
    if standing := salience.scores(at, matching):
        return max(standing, key=lambda f: standing[f])
    if len(matching) > 1:
        return None
    (entity,) = matching
    tokens = salience.doc.tokens
    blocks = tokens[entity.first_at].block - tokens[at].block
    opening = tokens[at].block - tokens[0].block <= _INTRODUCED_WITHIN
    return entity if 0 <= blocks <= (_INTRODUCED_WITHIN if opening else 0) else None


def _is_somebodys(parsed: ParsedMention) -> bool:
    """Whether the description names a relation to somebody: "his friend", "the author of the study"."""
    first, second, *_ = (*parsed.tail, "", "")
    return parsed.words[0] in lexicon.POSSESSIVES or (first in _RELATIONS and second not in _NUMBERS)


def _has_role(entity: Entity, parsed: ParsedMention) -> bool:
    """Whether one of the person's roles has the description's noun, with the same "former" or "vice"."""
    head = lexicon.role(parsed.head)
    tail = {w for w in parsed.tail if w not in lexicon.FUNCTION_WORDS and w.isalpha()}
    modifiers = lexicon.ROLE_MODIFIERS.intersection(parsed.words)
    bare = head in _ONE_HOLDER and not tail
    for role in entity.roles:
        fits = head in role.nouns and (modifiers <= role.words or modifiers == {"former"})
        another = role.words & lexicon.ROLE_MODIFIERS - modifiers or (bare and not role.before)
        elsewhere = (tail and tail.isdisjoint(role.words)) or not parsed.proper <= role.words
        if fits and not another and not elsewhere and not _other_party(set(parsed.words), role.words):
            return True
    return False


def _other_party(one: set[str], other: set[str] | frozenset[str]) -> bool:
    here, there = lexicon.PARTIES
    return bool((one & here and other & there) or (one & there and other & here))


def _role_fits(entity: Entity, parsed: ParsedMention) -> float:
    """How well a person without that role fits: less if the article gives another one."""
    words = {w for r in entity.roles for w in r.words}
    if _other_party(set(parsed.words), words):
        return 0.0
    if parsed.head in lexicon.PARTIES[0] | lexicon.PARTIES[1]:
        return 1.0
    return _ANOTHER_ROLE if any(r.nouns for r in entity.roles) else 1.0


def _relative(owner: NameSpan, sex: Sex | None, table: EntityTable) -> Entity | None:
    """The relative of a named person: the only other one with that surname and the right sex."""
    owners = table.persons(owner.name)
    family = owners[0].family if owners else ""
    found = [f for f in table.families.get(family, []) if f not in owners and f.sex == sex]
    return found[0] if len(found) == 1 and sex else None


def body_described(parsed: ParsedMention, at: int, salience: Salience, table: EntityTable) -> Entity | None:
    """The body that a short form or a general noun means: "the joint operations", "the bank", "the paper"."""
    content = [
        w
        for w in parsed.words
        if w not in lexicon.ADJECTIVES | lexicon.PLACES | {"the", "a", "an", "this", "its"}
    ]
    plain = [w for w in content if w.isalpha()]
    for words in (plain, [w for w in plain if w not in parsed.proper]):
        if len(words) > 1 and (known := _by_words(words, table)):
            return known
    if not parsed.definite or len(plain) != 1:
        return None
    bodies = [f for f in table.entities if f.type == "organisation" and f.named]
    named = [f for f in bodies if parsed.head in f.name.casefold().split()]
    if len(named) == 1:
        return named[0]
    if not named and parsed.head not in lexicon.ANY_BODY | lexicon.PAPERS | lexicon.COMPANIES:
        return None

    def fits(entity: Entity) -> float:
        words = set(entity.name.casefold().split())
        if entity.type != "organisation" or (named and entity not in named):
            return 0.0
        if parsed.head == "agency":
            return float(bool(words & lexicon.AGENCIES))
        if parsed.head in lexicon.COMPANIES and words & lexicon.STATE_BODIES:
            return 0.0
        return float(bool(words & lexicon.NEWSPAPERS) == (parsed.head in lexicon.PAPERS))

    found, _ = salience.most_salient(at, fits)
    return found


def _by_words(words: list[str], table: EntityTable) -> Entity | None:
    """The only body whose name has all the words, in their order."""
    found = []
    for entity in table.bodies.values():
        rest = iter(entity.name.casefold().split())
        if all(w in rest for w in words):
            found.append(entity)
    return found[0] if len(found) == 1 else None
