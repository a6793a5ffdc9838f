"""References outside the speakers' mentions, which make their entities more salient: names, pronouns, nouns."""

from typing import Final

from claims.extraction.coref import lexicon
from claims.extraction.coref.descriptions import described_entities, introduce, person_with_role
from claims.extraction.coref.discourse import SEX_OF_PRONOUN, DiscourseState, referent_of
from claims.extraction.coref.entities import Entity
from claims.extraction.coref.mentions import PRONOUNS, parse_mention
from claims.extraction.coref.name_spans import NameSpan
from claims.extraction.coref.phrases import phrase_start
from claims.extraction.coref.salience import (
    ASKED_WEIGHT,
    LEAST_SALIENCE,
    OTHER_WEIGHT,
    POSSESSOR_WEIGHT,
    SUBJECT_WEIGHT,
    sex_fits,
)
from claims.names import key

ASKING_VERBS: Final = frozenset({"ask", "asks", "asked", "pressed", "questioned"})
_LAST_REFERENCES: Final = 6
"""References before a name among which the subject of its sentence is sought."""
_PREDICATIVE: Final = frozenset(
    ["is", "was", "be", "been", "being", "became", "become", "as", "like", "not", "are"]
)
"""Words before a noun phrase that is said of somebody rather than refers to them."""


def refer_by_name(state: DiscourseState, span: NameSpan) -> None:
    """Note the entity to which a name refers."""
    entity = referent_of(state, span)
    if entity is None:
        return
    state.referents[span.name_start] = entity
    if span.is_single and key(span.name) == entity.family:
        state.surname_uses[entity] += 1
    weight = _weight(state, span)
    state.salience.refer(entity, span.name_start, weight)
    if entity.type == "organisation" and (head := _eponym(state, span)):
        state.salience.refer(head, span.name_start, weight)


def _eponym(state: DiscourseState, span: NameSpan) -> Entity | None:
    """The person with whose surname a body's name begins: "the Roe campaign", after which "he" may be Roe."""
    first, *others = span.name.split()
    found = state.table.persons(first) if others else []
    return found[0] if len(found) == 1 and found[0].family == key(first) else None


def _weight(state: DiscourseState, span: NameSpan) -> float:
    """A name's weight by its grammatical place: the first of a sentence that no preposition governs is the subject."""
    tokens = state.doc.tokens
    sentence = tokens[span.name_start].sentence
    if state.doc.is_possessive(span.end):
        return POSSESSOR_WEIGHT
    before = tokens[span.start - 1].bare if span.start and tokens[span.start - 1].sentence == sentence else ""
    if before in ASKING_VERBS:
        return ASKED_WEIGHT
    last = state.salience.references[-_LAST_REFERENCES:]
    has_subject = any(r.sentence == sentence and r.weight >= SUBJECT_WEIGHT for r in last)
    return OTHER_WEIGHT if before in lexicon.PREPOSITIONS or has_subject else SUBJECT_WEIGHT


def refer_to_owner(state: DiscourseState, owner: NameSpan, at: int) -> None:
    """Note that a speaker is somebody's campaign, office or staff: just after, "he" may be the owner."""
    entity = referent_of(state, owner)
    if entity is not None and entity.type == "person":
        state.salience.refer(entity, at, SUBJECT_WEIGHT)


def refer_by_word(state: DiscourseState, at: int) -> None:
    """Note the person to whom token ``at`` refers, if it is a pronoun or the noun of a description."""
    token = state.doc.tokens[at]
    sex = SEX_OF_PRONOUN.get(PRONOUNS.get(token.bare, ""))
    if sex is not None:
        entity, score = state.salience.most_salient(at, lambda e: sex_fits(e, sex))
        if entity is not None and score >= LEAST_SALIENCE:
            weight = SUBJECT_WEIGHT if token.bare in {"he", "she"} else POSSESSOR_WEIGHT
            state.salience.refer(entity, at, weight)
    elif token.text.islower() and token.bare in lexicon.PERSON_NOUNS and at not in state.doc.name_at:
        _refer_by_description(state, at)


def _refer_by_description(state: DiscourseState, at: int) -> None:
    """Note a noun for a person: one that has a sex, somebody new ("an usher"), or whoever has that role."""
    tokens = state.doc.tokens
    start = phrase_start(state.doc, at)
    if start == at:
        return
    parsed = parse_mention(state.doc, range(start, at + 1))
    if parsed.kind != "described" or parsed.category != "person":
        return
    owns = state.doc.is_possessive(at + 1)
    if lexicon.sex_of_noun(tokens[at].bare):
        for entity in () if owns else described_entities(state, parsed, start):
            state.salience.refer(entity, at, OTHER_WEIGHT)
    elif tokens[start].bare == "the":
        if person := person_with_role(state, parsed, at):
            state.salience.refer(person, at, POSSESSOR_WEIGHT if owns else OTHER_WEIGHT)
    elif tokens[start].bare in {"a", "an"} and not _is_predicate(state, start):
        introduce(state, parsed, start)


def _is_predicate(state: DiscourseState, start: int) -> bool:
    """Whether "a senator" is said of somebody, and is nobody new: "he is a senator", "Jane Roe, a senator"."""
    before = state.doc.tokens[start - 1] if start else None
    return before is not None and (not before.is_word or before.bare in _PREDICATIVE)
