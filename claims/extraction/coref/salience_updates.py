"""What the text between the mentions brings to mind: names, pronouns, nouns that tell a sex."""

from typing import Final

from claims.extraction.coref import lexicon
from claims.extraction.coref.antecedents import described_entities, introduce
from claims.extraction.coref.descriptions import who_has_role
from claims.extraction.coref.discourse import LEAST_SALIENCE, SEX_OF_PRONOUN, DiscourseState, referent_of
from claims.extraction.coref.entities import Entity
from claims.extraction.coref.mentions import PRONOUNS, parse_mention
from claims.extraction.coref.name_recognition import NameSpan
from claims.extraction.coref.phrases import phrase_start
from claims.extraction.coref.salience import OTHER, OWNER, SUBJECT, WHO_IS_ASKED, sex_fits
from claims.names import key

_RECENT: Final = 6
_PREDICATES: Final = frozenset(
    {"is", "was", "be", "been", "being", "became", "become", "as", "like", "not", "are"}
)
ASKED: Final = frozenset({"ask", "asks", "asked", "pressed", "questioned"})


def note_name(state: DiscourseState, span: NameSpan) -> None:
    """Note whom a name speaks of."""
    entity = referent_of(state, span)
    if entity is None:
        return
    state.referents[span.first] = entity
    entity.bare_uses += span.is_single and key(span.name) == entity.family
    weight = _prominence(state, span)
    state.salience.refer(entity, span.first, weight)
    if entity.type == "organisation" and (head := _head_of(state, span)):
        state.salience.refer(head, span.first, weight)


def _head_of(state: DiscourseState, span: NameSpan) -> Entity | None:
    """The person whom a body's name begins with: "the Roe campaign", which "he" may follow."""
    first, *others = span.name.split()
    found = state.table.persons(first) if others else []
    return found[0] if len(found) == 1 and found[0].family == key(first) else None


def _prominence(state: DiscourseState, span: NameSpan) -> float:
    """How much a name brings its entity forward: the first in a sentence, if nothing governs it, the most."""
    tokens = state.doc.tokens
    sentence = tokens[span.first].sentence
    if span.last < len(tokens) and tokens[span.last].text in {"'s", "’s"}:
        return OWNER
    before = tokens[span.start - 1] if span.start else None
    governed = before is not None and before.sentence == sentence and before.bare in lexicon.PREPOSITIONS
    if before is not None and before.sentence == sentence and before.bare in ASKED:
        return WHO_IS_ASKED
    recent = state.salience.references[-_RECENT:]
    if governed or any(r.sentence == sentence and r.weight >= SUBJECT for r in recent):
        return OTHER
    return SUBJECT


def refer_to_owner(state: DiscourseState, owner: NameSpan, at: int) -> None:
    """Note that a speaker is somebody's campaign, office or staff, whom "he" may mean just after."""
    entity = referent_of(state, owner)
    if entity is not None and entity.type == "person":
        state.salience.refer(entity, at, SUBJECT)


def note_word(state: DiscourseState, at: int) -> None:
    """Note a pronoun for a person, or a noun that tells the sex ("a woman"), which later pronouns may mean."""
    token = state.doc.tokens[at]
    sex = SEX_OF_PRONOUN.get(PRONOUNS.get(token.bare, ""))
    if sex is not None:
        entity, worth = state.salience.most_salient(at, lambda f: sex_fits(f, sex))
        if entity is not None and worth >= LEAST_SALIENCE:
            state.salience.refer(entity, at, SUBJECT if token.bare in {"he", "she"} else OWNER)
    elif token.text.islower() and token.bare in lexicon.PERSON_NOUNS and at not in state.name_at:
        _note_person_noun(state, at)


def _note_person_noun(state: DiscourseState, at: int) -> None:
    """Note a noun for a person: one that tells the sex, somebody new ("an usher"), or whoever has that role."""
    tokens = state.doc.tokens
    start = phrase_start(state.doc, at)
    following = tokens[at + 1].text if at + 1 < len(tokens) else ""
    owns = following in {"'s", "’s"}
    if start == at:
        return
    parsed = parse_mention(state.doc, range(start, at + 1), state.name_at)
    if parsed.kind != "described" or parsed.category != "person":
        return
    if lexicon.sex_of_noun(tokens[at].bare):
        for entity in () if owns else described_entities(state, parsed, start):
            state.salience.refer(entity, at, OTHER)
    elif tokens[start].bare == "the":
        if holder_of_role := who_has_role(parsed, at, state.salience, state.table):
            state.salience.refer(holder_of_role, at, OWNER if owns else OTHER)
    elif tokens[start].bare in {"a", "an"} and not _is_predicate(state, start):
        introduce(state, parsed, start)


def _is_predicate(state: DiscourseState, start: int) -> bool:
    """Whether "a senator" is said of somebody, and is nobody new: "he is a senator", "Jane Roe, a senator"."""
    before = state.doc.tokens[start - 1] if start else None
    return before is not None and (not before.is_word or before.bare in _PREDICATES)
