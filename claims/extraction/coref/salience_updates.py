"""References outside the speakers' mentions, which make their entities more salient: names, pronouns, nouns."""

from typing import Final

from claims.extraction.coref import lexicon
from claims.extraction.coref.descriptions import described_entities, introduce, own_words, rank_description
from claims.extraction.coref.discourse import (
    SEX_OF_PRONOUN,
    DiscourseState,
    refer_together,
    referent_of,
)
from claims.extraction.coref.entities import Entity
from claims.extraction.coref.features import RankedKind
from claims.extraction.coref.mentions import PRONOUNS, ParsedMention, parse_mention
from claims.extraction.coref.name_spans import NameSpan, is_common
from claims.extraction.coref.name_tags import types_of
from claims.extraction.coref.phrases import is_people, joined_before, phrase_start
from claims.extraction.coref.pronouns import rank_persons
from claims.extraction.coref.salience import (
    Place,
)
from claims.names import key

_CALLED: Final = lexicon.COMPANIES | lexicon.ANY_BODY | lexicon.PAPERS
ASKING_VERBS: Final = frozenset({"ask", "asks", "asked", "pressed", "questioned"})
_PLACING: Final = frozenset({"in", "at", "near", "outside", "on"})
_LAST_REFERENCES: Final = 6
"""References before a name among which the subject of its sentence is sought."""
_PREDICATIVE: Final = frozenset(
    [
        "is",
        "was",
        "be",
        "been",
        "being",
        "became",
        "become",
        "remained",
        "remains",
        "as",
        "like",
        "not",
        "are",
        "then",
        "now",
        "once",
        "still",
        "also",
        "himself",
        "herself",
    ]
)
"""Words before a noun phrase that is said of somebody rather than refers to them."""


def refer_by_name(state: DiscourseState, span: NameSpan) -> None:
    """Note the entity to which a name refers."""
    entity = referent_of(state, span)
    if entity is None:
        if is_common(span.name) or span.kind == "person":
            return
        entity = state.table.add_body(span.name)
        entity.thing = True
        entity.types = types_of(state.doc, state.references, [span])
    state.referents[span.name_start] = entity
    if noun := _identified(state, span):
        state.introduced[noun] = (entity, span.start)
    if span.is_single and key(span.name) == entity.family:
        state.surname_uses[entity] += 1
    place = _place(state, span.start, span.end)
    state.salience.refer(entity, span.name_start, place, range(span.name_start, span.end))
    partner = joined_before(state.doc, span)
    if partner is not None and (one := state.referents.get(partner.name_start)):
        refer_together(state, (one, entity), span.name_start, place)


def _identified(state: DiscourseState, span: NameSpan) -> str:
    """The noun of whom a name identifies: "identified the defendant as Jane Roe"; empty if there is none."""
    before = [t.bare for t in state.doc.tokens[max(span.start - 3, 0) : span.start]]
    named = len(before) == 3 and before[0] == "the" and before[2] == "as"
    return before[1] if named and before[1] in lexicon.PERSON_NOUNS else ""


def _place(state: DiscourseState, start: int, end: int) -> Place:
    """A phrase's grammatical place: the first of a sentence that no preposition governs is the subject."""
    tokens = state.doc.tokens
    sentence = tokens[end - 1].sentence
    if state.doc.is_possessive(end):
        return "possessor"
    before = tokens[start - 1].bare if start and tokens[start - 1].sentence == sentence else ""
    if before in ASKING_VERBS:
        return "asked"
    if before in _PLACING:
        return "located"
    last = state.salience.references[-_LAST_REFERENCES:]
    has_subject = any(r.sentence == sentence and r.place in ("asked", "speaker", "subject") for r in last)
    return "other" if before in lexicon.PREPOSITIONS or has_subject else "subject"


def refer_by_word(state: DiscourseState, at: int) -> None:
    """Note the person to whom token ``at`` refers, if it is a pronoun or the noun of a description."""
    token = state.doc.tokens[at]
    sex = SEX_OF_PRONOUN.get(PRONOUNS.get(token.bare, ""))
    if sex is not None:
        subject = token.bare in {"he", "she"}
        kind: RankedKind = "narrated pronoun" if subject else "possessive pronoun"
        entity = rank_persons(state, sex, at, kind=kind).best
        if entity is not None:
            entity = state.table.take_for_person(entity, sex)
            place: Place = "subject" if subject else "possessor"
            state.salience.refer(entity, at, place)
    elif token.text.islower() and token.bare in _CALLED and at and state.doc.tokens[at - 1].bare == "the":
        parsed = parse_mention(state, range(at - 1, at + 1))
        if parsed.category == "body" and (body := _known(state, parsed, at - 1)):
            state.salience.refer(body, at, "other")
    elif token.text.islower() and token.bare in lexicon.PERSON_NOUNS and at not in state.doc.name_at:
        _refer_by_description(state, at)
    elif not token.quoted and is_people(token.bare):
        _refer_to_several(state, at)


def _known(state: DiscourseState, parsed: ParsedMention, at: int) -> Entity | None:
    """To whom of those known a description in the text refers; None where it is its own words."""
    best = rank_description(state, parsed, at).likeliest
    return best if best in state.salience.first else None


def _refer_by_description(state: DiscourseState, at: int) -> None:
    """Note a noun for a person: one that has a sex, somebody new ("an usher"), or whoever has that role."""
    tokens = state.doc.tokens
    start = phrase_start(state.doc, at)
    if start == at:
        return
    parsed = parse_mention(state, range(start, at + 1))
    if parsed.kind != "described" or parsed.category != "person":
        return
    owns = state.doc.is_possessive(at + 1)
    new = tokens[start].bare in {"a", "an"} and not _is_predicate(state, start)
    if lexicon.sex_of_noun(tokens[at].bare):
        others = state.salience.in_sentence(start) if new else ()  # "Roe met a woman" tells of two
        for entity in () if owns else described_entities(state, parsed, start, others):
            state.salience.refer(entity, at, "other")
    elif tokens[start].bare == "the":
        if person := _known(state, parsed, start):
            state.salience.refer(person, at, "possessor" if owns else "other")
    elif new:
        introduce(state, parsed, start)


def _refer_to_several(state: DiscourseState, at: int) -> None:
    """Note a noun for several people: "they" may be the farmers of whom the article tells, or hundreds of them."""
    span, tokens = state.doc.name_at.get(at), state.doc.tokens
    one = lexicon.singular(tokens[at].bare)
    measures = one not in lexicon.PERSON_NOUNS and at + 1 < len(tokens) and tokens[at + 1].bare == "of"
    if measures or (span is not None and not is_common(span.name)):
        return
    start = phrase_start(state.doc, at)
    parsed = parse_mention(state, range(start, at + 1))
    if parsed.kind == "described" and parsed.category == "group":
        new = own_words(state, parsed)
        known = (e for e in state.salience.first if e.name == new.name and e.noun == new.noun)
        state.salience.refer(next(known, new), at, _place(state, start, at + 1), range(start, at + 1))


def _is_predicate(state: DiscourseState, start: int) -> bool:
    """Whether "a senator" is said of somebody, and is nobody new: "he is a senator", "Jane Roe, a senator"."""
    before = state.doc.tokens[start - 1] if start else None
    return before is not None and (not before.is_word or before.bare in _PREDICATIVE)
