"""Antecedents of descriptions: "the ambassador", "Roe's wife", "both senators", "the agency", "police", "the lawsuit".

A description may mean whoever the article names anywhere, or an earlier one under other words; the ranker says who it
does. What means nobody of them becomes an entity under its own words.
"""

import math
from collections.abc import Collection, Iterator, Mapping, Set
from functools import lru_cache
from typing import Final

from claims.extraction.coref import lexicon
from claims.extraction.coref.body_sorts import is_of_another_sort
from claims.extraction.coref.described_roles import (
    RELATIONS,
    features_of_person,
    has_role,
    is_called,
    is_of_another,
    leads_something_new,
    owner_words,
)
from claims.extraction.coref.discourse import DiscourseState, only_referent, rank
from claims.extraction.coref.entities import Entity
from claims.extraction.coref.features import is_place, traces
from claims.extraction.coref.lexicon import Sex
from claims.extraction.coref.mentions import ParsedMention, parse_mention
from claims.extraction.coref.phrases import phrase_start
from claims.extraction.coref.pronouns import may_be_body, may_be_person, possessor
from claims.extraction.coref.ranking import UNDER_OWN_WORDS, Ranking
from claims.extraction.coref.tokens import POSSESSIVE
from claims.names import key

_OURS: Final = frozenset({"my", "our"})
_HIS: Final = frozenset({"his", "her"})
_NUMBERS: Final = frozenset({"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"})
_ORDINALS: Final = frozenset({"first", "second", "third", "other", "another"})
"""Words that tell one of several from the others: "the second source"."""
_TIE: Final = 0.05
"""So much likelier the description's own words must be than somebody named."""
_LEAST_POINTED: Final = 0.15
"""How likely the network thinks a noun at least that becomes a candidate only by that."""
_ANONYMOUS: Final = frozenset({"source", "official", "aide", "insider", "staffer", "critic", "observer"})
"""Nouns for somebody whom the article does not name, unless it calls a named person so."""
_GENERAL: Final = lexicon.ANY_BODY | lexicon.PAPERS | lexicon.COMPANIES
"""Nouns that any body may be called by."""
_KINDS: Final = lexicon.BODY_WORDS | lexicon.BODY_NOUNS | lexicon.COMPANY_WORDS | lexicon.BUSINESS
"""Words of a body's name that say what it is."""
_REMEMBERED: Final = 1_024  # an article's entities are candidates again and again
_CATEGORIES: Final = {
    "person": "mention: a person's noun",
    "group": "mention: a group's noun",
    "body": "mention: a body's noun",
    "document": "mention: a document's noun",
    "unknown": "mention: another noun",
}


def described_entities(
    state: DiscourseState, parsed: ParsedMention, at: int, excluded: Collection[Entity] = ()
) -> list[Entity]:
    """The entities to which a description that begins at a token refers: two for "both men", else one.

    ``excluded`` are persons to whom it cannot refer.
    """
    first = parsed.words[0]
    owner = possessor(state, first, at, parsed.head) if first in lexicon.POSSESSIVES else None
    ranking = rank_description(state, parsed, at, excluded, owner)
    best = ranking.likeliest or own_words(state, parsed, owner)
    if not best.named and len(ranking.entities) > 1:
        (_, chance), (other, its) = ranking.entities[:2]
        if other.named and its >= chance - _TIE:
            best = other
    found = list(state.together.get(best, (best,)))
    note_described(state, parsed, found[0], at)
    return found


def rank_description(
    state: DiscourseState,
    parsed: ParsedMention,
    at: int,
    excluded: Collection[Entity] = (),
    owner: Entity | None = None,
) -> Ranking:
    """Rank whom a description may mean; ``owner`` is whose its "his" or "its" says it is."""
    if parsed.category == "person" and parsed.words[0] in lexicon.POSSESSIVES:
        excluded = {*excluded, *state.salience.in_sentence(at)}
    owner = owner or (only_referent(state, parsed.owner) if parsed.owner else None)
    fitting = with_own_words(state, parsed, at, owner)
    fitting |= {e: f for e, f in candidates(state, parsed, at, owner).items() if e not in excluded}
    of_that_age = {e: f for e, f in fitting.items() if f.get("age fits")}
    in_full = {
        e: f
        for e, f in fitting.items()
        if f.get("has all the words") and e.named and e.type == "organisation"
        if e in state.salience.first or e.name.split()[0].casefold() in parsed.words
    }
    fitting = of_that_age or (in_full if len(in_full) == 1 else fitting)
    return rank(state, "description", at, fitting, said_by(state, parsed, fitting), head=parsed.head_at)


def with_own_words(
    state: DiscourseState, parsed: ParsedMention, at: int, owner: Entity | None = None
) -> dict[Entity, dict[str, float]]:
    """A description's own words as what it means, and what only the network points at, as candidates."""
    pointed: dict[Entity, dict[str, float]] = {e: {} for e in pointed_at(state, parsed.head_at or at)}
    return pointed | {own_words(state, parsed, owner): {UNDER_OWN_WORDS: 1.0}}


def pointed_at(state: DiscourseState, head: int) -> Iterator[Entity]:
    """What the network thinks a mention with its head at a token may mean where nothing was known yet: "residents"."""
    likely = state.references.antecedents(state.doc.starts[head]) if state.references else []
    for offset, chance in likely:
        at = state.doc.within(offset, offset + 1).start if offset is not None else -1
        if chance < _LEAST_POINTED or at < 0 or at == head or at in state.salience.entity_at:
            continue
        numbers = range(phrase_start(state.doc, at), at + 1)
        parsed = parse_mention(state, numbers)
        if parsed.kind == "described":
            first = parsed.words[0]
            owner = (
                possessor(state, first, numbers.start, parsed.head) if first in lexicon.POSSESSIVES else None
            )
            entity = own_words(state, parsed, owner)
            state.salience.entity_at.update(dict.fromkeys(numbers, entity))
            yield entity


def note_described(state: DiscourseState, parsed: ParsedMention, entity: Entity, at: int) -> None:
    """Note whom a description meant: "the usher" may be whom "an usher" was."""
    if entity.type == "organisation" and entity not in state.table.entities:
        state.table.entities.append(entity)
        state.table.bodies.setdefault(key(entity.name), entity)
    state.described[parsed.name] = state.described[parsed.head] = entity
    if not parsed.definite:
        state.introduced[parsed.head] = (entity, at)


def introduce(state: DiscourseState, parsed: ParsedMention, at: int) -> None:
    """Note a new unnamed person, to whom "the usher" may refer after "an usher"."""
    state.introduced[parsed.head] = (own_words(state, parsed), at)


def own_words(state: DiscourseState, parsed: ParsedMention, owner: Entity | None = None) -> Entity:
    """Somebody under a description's own words, in which the owner's name stands for "his" and the like."""
    name = parsed.name
    own = parsed.words[0] in lexicon.POSSESSIVES - {"their"}
    if own and owner is not None and owner.type in ("person", "organisation"):
        name = f"{owner.name}'s {name.partition(' ')[2]}"
    if parsed.category == "body":
        known = state.table.bodies.get(key(name))
        return known or Entity(name, "organisation", named=not name.islower() and "," not in name)
    return Entity(
        name,
        "document" if parsed.category == "document" else "unnamed",
        lexicon.first_sex(parsed.words),
        plural=parsed.plural,
        thing=parsed.category == "unknown" and not parsed.determined,
        noun=parsed.category,
    )


def candidates(
    state: DiscourseState, parsed: ParsedMention, at: int, owner: Entity | None = None
) -> dict[Entity, dict[str, float]]:
    """Whom a description may mean, with features: all that the article names or has described, but of the other sex.

    ``owner`` is whose it is: not they themselves.
    """
    known = traces(state.salience, at, state.said)
    introduced, since = state.introduced.get(parsed.head, (None, 0))
    plain = parsed.determined and parsed.category == "person" and not parsed.proper
    met = state.salience.in_sentence(since) if plain else set[Entity]()
    given = (state.described.get(parsed.name), state.described.get(parsed.head), introduced)
    described = [e for e in given if e is not None]
    words = [w for w in (lexicon.role(x) for x in parsed.words) if w[0].isalpha()]
    words = [w for w in words if w not in lexicon.FUNCTION_WORDS]
    age = next((years for w in parsed.words if (years := lexicon.age(w))), "")
    sex = parsed.sex
    head = lexicon.role(parsed.head)
    needs = bool(parsed.proper or parsed.owner)
    whose = owner_words(parsed.owner) if parsed.owner else frozenset()
    spans = dict.fromkeys(s for i in range(at, parsed.last + 1) if (s := state.doc.name_at.get(i)))
    inside = {s.name for s in spans}
    # "Keller's mother" may be a Keller, but not "a friend of Keller's family".
    head_at = parsed.last if parsed.head_at is None else parsed.head_at
    others_named = (s for s in spans if s.start > head_at or not state.doc.is_possessive(s.end))
    bearers = {one for s in others_named for one in state.table.persons(s.name)}
    said = (
        frozenset((*words, *(lexicon.role(w) for w in parsed.tail if w.isalpha()))) - lexicon.FUNCTION_WORDS
    )
    related = parsed.words[0] in _OURS
    of_new = leads_something_new(parsed)
    ordinals = _ORDINALS.intersection(parsed.words)
    # "Jane Roe said that her husband" tells who "Roe's wife" was.
    others = lexicon.RELATIVES - {head} if head in lexicon.RELATIVES else frozenset[str]()
    found = {}
    for e in dict.fromkeys((*known, *described, *state.table.entities)):
        if e is owner or not _agrees(e, parsed.category, sex):
            continue
        if (
            (e.thing and (e not in known or is_place(e)))
            or (e in known and parsed.words[0] == "another")  # who is nobody told of before
            or e in state.quoting
            or (e in met and e is not introduced)  # who hit "a boy" is not "the boy"
            or (age and e.age not in ("", age))
            or (of_new and e in state.salience.first and not is_called(e, parsed.head))
            or (e.type == "organisation" and is_of_another_sort(e.name, parsed.head))
        ):
            continue
        if parsed.category != "document" and (
            e.name in inside or not bearers.isdisjoint((e, *state.together.get(e, ())))
        ):
            continue  # "the mayor of Soest", "the lawyer for Anna Keller", "the Keller campaign"
        if parsed.owner and e.type == "unnamed" and "'s " in e.name and parsed.owner.name not in e.name:
            continue  # "Sylvania's president" is not Ruritania's
        own = _name_words(e.name)
        if (e.type == "unnamed" or (e.type == "organisation" and head in own)) and not parsed.proper <= own:
            continue  # "the German ambassador" is not the French one
        if e.type == "unnamed" and not ordinals <= own and not _ORDINALS.isdisjoint(own):
            continue  # nor the second source the first
        if e.type == "unnamed" and inside and not e.name.islower() and not any(n in e.name for n in inside):
            continue  # nor "the mayor of Soest" the mayor of Hamm
        fits = e.type == "person" and has_role(e, parsed) and any(whose <= r.words for r in e.roles)
        if e.type == "person" and not fits and (head in _ANONYMOUS or is_of_another(e, parsed, said)):
            continue  # "the mayor of Soest" is no mayor of Hamm
        beside = state.beside.get(e, frozenset())
        called = any(head in r.nouns for r in e.roles)
        if e.type == "person" and not called and (related or (parsed.words[0] in _HIS and e.roles)):
            continue  # "my father" is nobody whom the article calls no father, "his lawyer" no attorney general
        if needs and may_be_body(e) and not fits:
            continue  # "Acme's chief executive" is not Borg
        found[e] = {
            "role fits": float(fits),
            "lacks what names are needed": float(e.type == "person" and not fits and needs),
            "sex certain": float(sex is not None and e.sex == sex),
            "described so before": float(e in described),
            "introduced by the same noun": float(e is introduced),
            "in the same noun phrase": float(any(n in e.name for n in inside)),
            "share of the words beside its name": len(said & beside) / max(len(said), 1),
            "the noun beside its name": float(head in beside),
            "another relative beside its name": float(not others.isdisjoint(beside)),
            "of the owner's family": float(owner is not None and owner.family == e.family != ""),
            **_words_shared(e, words),
            **(features_of_person(e, parsed, age) if e.type == "person" else _of_body(e, parsed, beside)),
        }
    return found


def _agrees(entity: Entity, category: str, sex: Sex | None) -> bool:
    """Whether an entity may be what a description's noun says: a person of a sex, or a body."""
    if category == "person":
        person = entity.types.get("person", 0.0)
        body = entity.types.get("organisation", 0.0) > max(0.5, person) or (
            may_be_body(entity) and person < 0.5
        )
        fits = (entity.type in ("person", "unnamed") and not body) or may_be_person(entity)
        return fits and (sex is None or entity.sex in (None, sex))
    if category in ("body", "group") and entity.type == "person":
        return may_be_body(entity) or entity.types.get("organisation", 0.0) > entity.types.get("person", 0.0)
    return True


def _words_shared(entity: Entity, words: list[str]) -> dict[str, float]:
    """How much of a description's words, one for all ways to say a role, an entity's name or roles have."""
    if not words:
        return {}
    name = _bare_name_words(entity.name)
    rest, plain = iter(name), [w for w in words if w not in lexicon.ORIGINS]
    return {
        "role words shared": max(
            (len(r.words.intersection(words)) / len(words) for r in entity.roles), default=0.0
        ),
        "share of the words": sum(w in name for w in words) / len(words),
        "has all the words": float(len(plain) > 1 and all(w in rest for w in plain)),
        "has the noun": float(words[-1] in name or lexicon.singular(words[-1]) in name),
    }


@lru_cache(maxsize=_REMEMBERED)
def _name_words(name: str) -> frozenset[str]:
    """The words of a name, one for all ways to say a role."""
    return frozenset(lexicon.role(w) for w in name.casefold().split())


@lru_cache(maxsize=_REMEMBERED)
def _bare_name_words(name: str) -> tuple[str, ...]:
    """The same in order, without the signs at their ends."""
    return tuple(lexicon.role(w.strip(".,")) for w in name.casefold().split())


def _of_body(entity: Entity, parsed: ParsedMention, beside: Set[str]) -> dict[str, float]:
    """What speaks for a description to mean a body; ``beside`` are the words around its name."""
    words = set(entity.name.casefold().replace(".", "").split())
    company = parsed.head in lexicon.COMPANIES
    return {
        "called so beside the name": float(lexicon.role(parsed.head) in beside),
        "company for a company": float(company and bool((words | beside) & lexicon.COMPANY_WORDS)),
        "may be called so": float(_may_be_called(words, parsed.head)),
        "its name says of what kind it is": float(bool(words - {parsed.head} & _KINDS)),
        "has the names": float(bool(parsed.proper) and parsed.proper <= {lexicon.role(w) for w in words}),
    }


def _may_be_called(words: Set[str], noun: str) -> bool:
    """Whether the words of a body's name let it be called by a general noun: no ministry is "the company"."""
    if noun == "agency":
        return bool(words & lexicon.AGENCIES)
    if noun in lexicon.COMPANIES and words & lexicon.STATE_BODIES:
        return False
    return bool(words & lexicon.NEWSPAPERS) == (noun in lexicon.PAPERS)


def said_by(
    state: DiscourseState, parsed: ParsedMention, fitting: Mapping[Entity, Mapping[str, float]]
) -> dict[str, float]:
    """What a description shows by itself, and whether the role of anybody fits."""
    first, second, *_ = (*parsed.tail, "", "")
    related = first in RELATIONS and second not in _NUMBERS
    return {
        _CATEGORIES[parsed.category]: 1.0,
        f"noun: {lexicon.role(parsed.head)}": 1.0,
        "mention: plural": float(parsed.plural),
        "mention: determined": float(parsed.determined),
        "mention: definite": float(parsed.definite),
        "mention: somebody's": float(
            parsed.words[0] in lexicon.POSSESSIVES or parsed.owner is not None or related
        ),
        "mention: somebody's whom it does not name": float(
            parsed.owner is None and not POSSESSIVE.isdisjoint(parsed.words)
        ),
        "mention: words, log": math.log(len(parsed.words)),
        "mention: words behind the noun, log": math.log1p(len(parsed.tail)),
        "mention: has names": float(bool(parsed.proper)),
        "mention: a role that needs its holder": float(parsed.head in lexicon.HOLDERS_ONLY),
        "mention: anybody": float(parsed.head in lexicon.ANYBODY),
        "mention: a general noun for bodies": float(parsed.head in _GENERAL),
        "mention: a statement": float(parsed.head in lexicon.STATEMENTS),
        "mention: a role fits": float(any(values.get("role fits") for values in fitting.values())),
        "mention: described before": float(parsed.name in state.described or parsed.head in state.described),
        "mention: somebody is called by its noun": float(
            any(
                v.get("the noun beside its name") or v.get("another role", 0.0) > 1.0
                for v in fitting.values()
            )
        ),
    }
