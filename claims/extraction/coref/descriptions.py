"""Antecedents of descriptions: "the ambassador", "the Republican nominee", "Roe's wife", "both senators", "the agency".

A definite description refers to the person who has its role, else to the most salient one whom it fits; a body's by
its words. What refers to nobody whom the article names becomes an entity under the description's own words.
"""

from collections import Counter
from collections.abc import Collection, Set
from typing import Final

from claims.extraction.coref import lexicon
from claims.extraction.coref.discourse import DiscourseState, rank
from claims.extraction.coref.entities import Entity, EntityTable
from claims.extraction.coref.mentions import ParsedMention
from claims.extraction.coref.name_spans import NameSpan
from claims.extraction.coref.phrases import coordinated_pairs
from claims.extraction.coref.pronouns import may_be_body, possessor
from claims.extraction.coref.ranking import is_place, traces
from claims.extraction.coref.roles import Role
from claims.extraction.coref.salience import agrees

_CATAPHORA_BLOCKS: Final = 3
"""Blocks at the beginning in which a description may come before the name, and how many blocks later that may be."""
_PAIR_SENTENCES: Final = 2
"""Sentences back in which two persons joined by "and" are sought."""
_INTRODUCED_REACH: Final = 150
"""Tokens after "an usher" in which "the usher" refers to the same person."""
_ONE_HOLDER: Final = frozenset({"president", "king", "queen", "pope"})
"""Offices that a bare "the" gives to the holder whom everybody knows, not to the head of some body."""
_RELATIONS: Final = frozenset({"of", "for", "to", "at", "behind"})
_NUMBERS: Final = frozenset({"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"})
_TWO: Final = frozenset({"two", "both", "pair", "couple", "duo"})
_MORE: Final = frozenset({"all", "other", "several", "many", "three", "four", "five"})
_ANONYMOUS: Final = frozenset({"source", "official", "aide", "insider", "staffer", "critic", "observer"})
"""Nouns for somebody whom the article does not name, unless it calls a named person so."""
_SPEAKERS_OWN: Final = frozenset({"my", "our", "your"})
"""Begins a description by whoever speaks, to whom those are known whom the article does not name."""
_RIVALS: Final = frozenset({"candidate", "nominee", "rival", "opponent", "contender"})


def described_entities(
    state: DiscourseState, parsed: ParsedMention, at: int, excluded: Collection[Entity] = ()
) -> list[Entity]:
    """The entities to which a description that begins at a token refers: two for "both men", else one.

    ``excluded`` are persons to whom it cannot refer.
    """
    if before := _given_before(state, parsed, at):
        return [before]
    if parsed.plural and (pair := _both(state, parsed, at)):
        return pair
    if parsed.category == "person" and not parsed.definite:
        return [introduce(state, parsed, at)]
    entity = None
    owner = possessor(state, parsed.words[0], at) if parsed.words[0] in lexicon.POSSESSIVES else None
    state.ranking = None
    if parsed.category == "person":
        if parsed.words[0] in lexicon.POSSESSIVES:
            excluded = {*excluded, *state.salience.in_sentence(at), *([owner] if owner else ())}
        entity = _person_described(state, parsed, at, excluded)
    elif parsed.category == "body":
        entity = body_described(state, parsed, at)
    if parsed.plural or not parsed.definite:
        return [entity or _unnamed(state, parsed, owner)]
    bare = len(parsed.words) == 2 and not parsed.tail
    found = (
        entity or state.described.get(parsed.head if bare else parsed.name) or _unnamed(state, parsed, owner)
    )
    state.described[parsed.name] = state.described[parsed.head] = found
    return [found]


def introduce(state: DiscourseState, parsed: ParsedMention, at: int) -> Entity:
    """A new unnamed person, to whom "the usher" may refer after "an usher"."""
    new = _unnamed(state, parsed)
    state.introduced[parsed.head] = (new, at)
    return new


def person_with_role(state: DiscourseState, parsed: ParsedMention, at: int) -> Entity | None:
    """The most salient person among those with a description's role to whom the text before has referred."""
    matching = _persons_with_role(state.table, parsed)
    scores = state.salience.scores(at, matching) if matching else {}
    return max(scores, key=scores.__getitem__, default=None)


def coordinated_persons(state: DiscourseState, at: int) -> list[Entity]:
    """The two persons whom the last sentences join by "and"; empty if there are none."""
    tokens = state.doc.tokens
    for pair in coordinated_pairs(state.doc, at):
        if tokens[at].sentence - tokens[pair[0].name_start].sentence > _PAIR_SENTENCES:
            break
        if persons := _persons(state, pair):
            return persons
    return []


def _rivals(state: DiscourseState, at: int) -> list[Entity]:
    """Of all persons joined by "and" so far, the two whom the article names most."""
    often = Counter(state.referents.values())
    joined = [persons for pair in coordinated_pairs(state.doc, at) if (persons := _persons(state, pair))]
    return max(joined, key=lambda persons: min(often[p] for p in persons), default=[])


def _persons(state: DiscourseState, pair: tuple[NameSpan, NameSpan]) -> list[Entity]:
    found = [e for span in pair if (e := state.referents.get(span.name_start)) and e.type == "person"]
    return found if len(found) == len(pair) else []


def _given_before(state: DiscourseState, parsed: ParsedMention, at: int) -> Entity | None:
    """Whom the text just before gives to a description: an apposition's name, a misspelt surname's, "an aide"."""
    if parsed.plural and len(parsed.words) > 1:
        return None
    if entity := _apposed_to(state, at):
        return entity
    if len(parsed.words) == 1 and parsed.name[:1].isupper():
        return state.table.misspelt(parsed.name)
    introduced, since = state.introduced.get(parsed.head, (None, 0))
    near = at - since <= _INTRODUCED_REACH
    return introduced if parsed.category == "person" and parsed.determined and near else None


def _apposed_to(state: DiscourseState, at: int) -> Entity | None:
    """The person named just before a description: "her daughter, Jane, a student"."""
    tokens = state.doc.tokens
    span = state.doc.name_at.get(at - 2)
    if span is None or tokens[at - 1].text != "," or tokens[at].bare not in {"a", "an"}:
        return None
    entity = state.referents.get(span.name_start)
    set_off = span.start == state.doc.sentence_start(span.start) or tokens[span.start - 1].text == ","
    return entity if set_off and entity is not None and entity.type == "person" else None


def _both(state: DiscourseState, parsed: ParsedMention, at: int) -> list[Entity]:
    """The two persons to whom a plural refers: "both men", "the senators", "the candidates"."""
    two = bool(_TWO.intersection(parsed.words))
    head = lexicon.role(parsed.head)
    if parsed.head not in lexicon.PERSON_NOUNS | _TWO or _MORE.intersection(parsed.words):
        return []
    pair = coordinated_persons(state, at) if two or parsed.definite else []
    if pair and (two or all(any(head in r.nouns for r in e.roles) for e in pair)):
        return pair
    return _rivals(state, at) if (two or parsed.definite) and parsed.head in _RIVALS | _TWO else []


def _unnamed(state: DiscourseState, parsed: ParsedMention, owner: Entity | None = None) -> Entity:
    """Somebody under a description's own words, in which the owner's name stands for "his" and the like."""
    name = parsed.name
    if owner is not None and owner.type in ("person", "organisation") and parsed.words[0] != "their":
        name = f"{owner.name}'s {name.partition(' ')[2]}"
    if parsed.category == "body":
        return state.table.add_body(name, named=not name.islower() and "," not in name)
    return Entity(
        name,
        "document" if parsed.category == "document" else "unnamed",
        lexicon.first_sex(parsed.words),
        plural=parsed.plural,
        thing=parsed.category == "unknown" and not parsed.determined,
        noun=parsed.category,
    )


def _person_described(
    state: DiscourseState, parsed: ParsedMention, at: int, excluded: Collection[Entity]
) -> Entity | None:
    if parsed.owner is not None and parsed.head in lexicon.RELATIVES:
        return _relative(state.table, parsed.owner, parsed)
    owner = _owner_words(parsed.owner) if parsed.owner is not None else frozenset()
    matching = _persons_with_role(state.table, parsed, owner)
    known = traces(state.salience, at)
    age = next((years for w in parsed.words if (years := lexicon.age(w))), "")
    persons = [e for e in (*known, *(e for e in matching if e not in known)) if e.type == "person"]
    needs = parsed.head in lexicon.HOLDERS_ONLY or (parsed.head in lexicon.ANYBODY and parsed.sex is None)
    anonymous = parsed.head in _ANONYMOUS or parsed.words[0] in _SPEAKERS_OWN
    described = state.described.get(parsed.name), state.described.get(parsed.head)
    fitting = {
        e: {
            "role fits": float(e in matching),
            "role words shared": _role_words_shared(e, parsed),
            "lacks the role that is needed": float(e not in matching and needs),
            "lacks what names are needed": float(e not in matching and bool(parsed.proper or parsed.owner)),
            "age fits": float(bool(age) and e.age == age),
            "another role": float(e not in matching and any(r.nouns for r in e.roles)),
            "sex certain": float(parsed.sex is not None and e.sex == parsed.sex),
            "named later": float(e not in known and _is_named_soon(state, e, at)),
            "described so before": float(e in described),
        }
        for e in persons
        if agrees(e, parsed.sex)
        and (e in matching or not (_holds_like_office(e, parsed) or anonymous))
        and e not in excluded
        and (not age or e.age in ("", age))
        and not _is_of_other_party(e, parsed)
    }
    ranking = rank(
        state,
        "person description",
        at,
        fitting,
        says_for_none(state, parsed) | {"none: a role fits": float(bool(matching))},
    )
    return ranking.best


def says_for_none(state: DiscourseState, parsed: ParsedMention) -> dict[str, float]:
    """What a description itself says for somebody whom the article does not name."""
    return {
        "none: says what for": float(bool(parsed.tail)),
        "none: has names": float(bool(parsed.proper)),
        "none: somebody's": float(
            parsed.words[0] in lexicon.POSSESSIVES or parsed.owner is not None or _is_somebodys(parsed)
        ),
        "none: a role that needs its holder": float(parsed.head in lexicon.HOLDERS_ONLY),
        "none: anybody": float(parsed.head in lexicon.ANYBODY or not parsed.determined),
        "none: plural": float(parsed.plural),
        "none: described before": float(parsed.name in state.described or parsed.head in state.described),
    }


def _role_words_shared(entity: Entity, parsed: ParsedMention) -> float:
    """The largest share of a description's words that one of the person's roles has, from 0 to 1."""
    words = {lexicon.role(w) for w in parsed.words if w not in lexicon.FUNCTION_WORDS and w[0].isalpha()}
    return max((len(words & r.words) / len(words) for r in entity.roles), default=0.0) if words else 0.0


def _holds_like_office(entity: Entity, parsed: ParsedMention) -> bool:
    """Whether a person has the noun of a description's role; of another place or body, where the role does not fit."""
    head = lexicon.role(parsed.head)
    return any(head in r.nouns for r in entity.roles)


def _is_of_other_party(entity: Entity, parsed: ParsedMention) -> bool:
    return _other_party(set(parsed.words), {w for r in entity.roles for w in r.words})


def _is_named_soon(state: DiscourseState, entity: Entity, at: int) -> bool:
    """Whether the article names somebody just after a description, or soon after one in its beginning."""
    tokens = state.doc.tokens
    blocks = tokens[entity.first_at].block - tokens[at].block
    opening = tokens[at].block - tokens[0].block <= _CATAPHORA_BLOCKS
    return 0 <= blocks <= (_CATAPHORA_BLOCKS if opening else 0)


def _relative(table: EntityTable, owner: NameSpan, parsed: ParsedMention) -> Entity | None:
    """The relative of a named person: the only other one with that surname and the right sex."""
    owners = table.persons(owner.name)
    family = owners[0].family if owners else ""
    found = [e for e in table.by_surname.get(family, []) if e not in owners and e.sex == parsed.sex]
    return found[0] if len(found) == 1 and parsed.sex else None


def _persons_with_role(
    table: EntityTable, parsed: ParsedMention, owner: frozenset[str] = frozenset()
) -> set[Entity]:
    """The persons with a description's role, and in it the words of its owner: "NATO's secretary-general"."""
    sex = parsed.sex
    persons = (e for e in table.entities if e.type == "person" and agrees(e, sex))
    return {e for e in persons if _has_role(e, parsed) and any(owner <= r.words for r in e.roles)}


def _owner_words(owner: NameSpan) -> frozenset[str]:
    return frozenset(lexicon.role(w) for w in owner.name.casefold().replace(".", "").split())


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
        leads = head == "leader" and parsed.proper and _leads_country(role)
        fits = (head in role.nouns or leads) and (modifiers <= role.words or modifiers == {"former"})
        another = role.words & lexicon.ROLE_MODIFIERS - modifiers or (bare and not role.before)
        elsewhere = (tail and tail.isdisjoint(role.words)) or not parsed.proper <= role.words
        if fits and not another and not elsewhere and not _other_party(set(parsed.words), role.words):
            return True
    return False


def _leads_country(role: Role) -> bool:
    """Whether a role makes its holder the leader of a country: "the Ruritanian leader"."""
    return bool(role.nouns & lexicon.HEADS_OF_STATE) or {"prime", "minister"} <= role.words


def _other_party(one: Set[str], other: Set[str]) -> bool:
    here, there = lexicon.PARTIES
    return bool((one & here and other & there) or (one & there and other & here))


def body_described(state: DiscourseState, parsed: ParsedMention, at: int) -> Entity | None:
    """The body to which a short form or a general noun refers: "the joint operations", "the bank", "the paper"."""
    articles = {"the", "a", "an", "this", "its"}
    content = [w for w in parsed.words if w not in lexicon.ADJECTIVES | lexicon.PLACES | articles]
    plain = [w for w in content if w.isalpha()]
    for words in (plain, [w for w in plain if w not in parsed.proper]):
        if len(words) > 1 and (known := _body_with_words(state.table, words)):
            return known
    general = parsed.head in lexicon.ANY_BODY | lexicon.PAPERS | lexicon.COMPANIES
    if not parsed.definite or not plain or (len(plain) > 1 and not general):
        return None
    referred = traces(state.salience, at)
    fitting = {
        e: {
            "words in the name": float(
                parsed.head in {lexicon.singular(w) for w in e.name.casefold().split()}
            ),
            "role fits": float(parsed.head in e.nouns),
            "another role": float(not _may_be_called(e, parsed.head)),
            "described so before": float(state.described.get(parsed.head) is e),
            "person or body": float(e.type == "person"),
            "company for a company": float(parsed.head in lexicon.COMPANIES and _is_company(e)),
        }
        for e in referred
        if (e.type == "organisation" or may_be_body(e))
        and e.named
        and not is_place(e)
        and (general or _is_called(e, parsed.head))
    }
    says = says_for_none(state, parsed) | {
        "none: anybody": float(general),
        "none: a role fits": float(any(_is_called(e, parsed.head) for e in fitting)),
        "none: more words": float(len(plain) > 1),
    }
    ranking = rank(state, "body description", at, fitting, says)
    return ranking.best


def _is_company(entity: Entity) -> bool:
    words = {w.strip(".") for w in entity.name.casefold().split()}
    return bool((words | entity.nouns) & lexicon.COMPANY_WORDS)


def _is_called(entity: Entity, noun: str) -> bool:
    """Whether a body's name has the noun, or the article calls it so beside the name."""
    return noun in entity.nouns or noun in {lexicon.singular(w) for w in entity.name.casefold().split()}


def _may_be_called(entity: Entity, noun: str) -> bool:
    """Whether the words of a body's name let it be called by a general noun: no ministry is "the company"."""
    words = set(entity.name.casefold().split())
    if noun == "agency":
        return bool(words & lexicon.AGENCIES)
    if noun in lexicon.COMPANIES and words & lexicon.STATE_BODIES:
        return False
    return bool(words & lexicon.NEWSPAPERS) == (noun in lexicon.PAPERS)


def _body_with_words(table: EntityTable, words: list[str]) -> Entity | None:
    """The only body whose name has all the words, in their order."""
    found = []
    for entity in table.bodies.values():
        rest = iter(entity.name.casefold().split())
        if all(w in rest for w in words):
            found.append(entity)
    return found[0] if len(found) == 1 else None
