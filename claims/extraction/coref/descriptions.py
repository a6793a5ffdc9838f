"""Antecedents of descriptions: "the ambassador", "the Republican nominee", "Roe's wife", "both senators", "the agency".

A definite description refers to the person who has its role, else to the most salient one whom it fits; a body's by
its words. What refers to nobody whom the article names becomes an entity under the description's own words.
"""

from collections import Counter
from collections.abc import Collection, Set
from typing import Final

from claims.extraction.coref import lexicon
from claims.extraction.coref.discourse import DiscourseState
from claims.extraction.coref.entities import Entity, EntityTable
from claims.extraction.coref.mentions import ParsedMention
from claims.extraction.coref.name_spans import NameSpan
from claims.extraction.coref.phrases import coordinated_pairs
from claims.extraction.coref.salience import sex_fits

_LEAST_SALIENCE: Final = 0.55
"""An entity of less salience is no antecedent of a description whose role it does not have."""
_ANOTHER_ROLE: Final = 0.5
"""How well a person fits a description, from 0 to 1, where the article gives them another role than its own."""
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
    if parsed.category == "person":
        if parsed.words[0] in lexicon.POSSESSIVES:
            excluded = {*excluded, *state.salience.in_sentence(at)}
        entity = _person_described(state, parsed, at, excluded)
    elif parsed.category == "body":
        entity = _body_described(state, parsed, at)
    if parsed.plural or not parsed.definite:
        return [entity or _unnamed(state, parsed)]
    distinguished = (
        parsed.proper
        or parsed.owner
        or lexicon.PARTIES[0].union(lexicon.PARTIES[1]).intersection(parsed.words)
    )
    name = parsed.name if distinguished else parsed.head
    found = entity or state.described.get(name) or _unnamed(state, parsed)
    state.described[name] = found
    if parsed.owner is not None:
        state.described[parsed.head] = found
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
    return entity if entity is not None and entity.type == "person" else None


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


def _unnamed(state: DiscourseState, parsed: ParsedMention) -> Entity:
    if parsed.category == "body":
        return state.table.add_body(parsed.name, named=not parsed.name.islower() and "," not in parsed.name)
    return Entity(
        parsed.name,
        "document" if parsed.category == "document" else "unnamed",
        lexicon.first_sex(parsed.words),
        plural=parsed.plural,
        thing=parsed.category == "unknown" and not parsed.determined,
    )


def _person_described(
    state: DiscourseState, parsed: ParsedMention, at: int, excluded: Collection[Entity]
) -> Entity | None:
    if parsed.owner is not None:
        if parsed.head in lexicon.RELATIVES:
            return _relative(state.table, parsed.owner, parsed)
        matching = _persons_with_role(state.table, parsed, _owner_words(parsed.owner))
        return _nearest(state, matching, at) if matching else None
    if matching := _persons_with_role(state.table, parsed):
        return _nearest(state, matching, at)
    only_by_role = parsed.head in lexicon.HOLDERS_ONLY | lexicon.ANYBODY or not parsed.determined
    if only_by_role or _is_somebodys(parsed):
        return None
    sex = parsed.sex
    found, score = state.salience.most_salient(
        at, lambda e: 0.0 if e in excluded else sex_fits(e, sex) * _role_fits(e, parsed)
    )
    return found if found is not None and score >= _LEAST_SALIENCE and found.type == "person" else None


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
    persons = (e for e in table.entities if e.type == "person" and sex_fits(e, sex))
    return {e for e in persons if _has_role(e, parsed) and any(owner <= r.words for r in e.roles)}


def _owner_words(owner: NameSpan) -> frozenset[str]:
    return frozenset(lexicon.role(w) for w in owner.name.casefold().replace(".", "").split())


def _nearest(state: DiscourseState, matching: Collection[Entity], at: int) -> Entity | None:
    """Of those with the role the most salient; else the only one, if the article names them just after."""
    if scores := state.salience.scores(at, matching):
        return max(scores, key=scores.__getitem__)
    if len(matching) > 1:
        return None
    (entity,) = matching
    tokens = state.doc.tokens
    blocks = tokens[entity.first_at].block - tokens[at].block
    opening = tokens[at].block - tokens[0].block <= _CATAPHORA_BLOCKS
    return entity if 0 <= blocks <= (_CATAPHORA_BLOCKS if opening else 0) else None


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


def _other_party(one: Set[str], other: Set[str]) -> bool:
    here, there = lexicon.PARTIES
    return bool((one & here and other & there) or (one & there and other & here))


def _role_fits(entity: Entity, parsed: ParsedMention) -> float:
    """How well a person without that role fits, from 0 to 1: less if the article gives another one."""
    words = {w for r in entity.roles for w in r.words}
    if _other_party(set(parsed.words), words):
        return 0.0
    if parsed.head in lexicon.PARTIES[0] | lexicon.PARTIES[1]:
        return 1.0
    return _ANOTHER_ROLE if any(r.nouns for r in entity.roles) else 1.0


def _body_described(state: DiscourseState, parsed: ParsedMention, at: int) -> Entity | None:
    """The body to which a short form or a general noun refers: "the joint operations", "the bank", "the paper"."""
    articles = {"the", "a", "an", "this", "its"}
    content = [w for w in parsed.words if w not in lexicon.ADJECTIVES | lexicon.PLACES | articles]
    plain = [w for w in content if w.isalpha()]
    for words in (plain, [w for w in plain if w not in parsed.proper]):
        if len(words) > 1 and (known := _body_with_words(state.table, words)):
            return known
    if not parsed.definite or len(plain) != 1:
        return None
    bodies = [e for e in state.table.entities if e.type == "organisation" and e.named]
    named = [e for e in bodies if parsed.head in e.name.casefold().split()]
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

    return state.salience.most_salient(at, fits)[0]


def _body_with_words(table: EntityTable, words: list[str]) -> Entity | None:
    """The only body whose name has all the words, in their order."""
    found = []
    for entity in table.bodies.values():
        rest = iter(entity.name.casefold().split())
        if all(w in rest for w in words):
            found.append(entity)
    return found[0] if len(found) == 1 else None
