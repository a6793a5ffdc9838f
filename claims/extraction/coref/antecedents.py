"""The entities to which a mention refers: names, pronouns and relative pronouns; descriptions see their own module.

A pronoun's antecedent is the most salient entity that agrees with it; nobody where two are about as salient.
"""

from typing import Final

from claims.extraction.coref import lexicon
from claims.extraction.coref.descriptions import coordinated_persons, described_entities
from claims.extraction.coref.discourse import SEX_OF_PRONOUN, DiscourseState, SpeakerMention, referent_of
from claims.extraction.coref.entities import Entity
from claims.extraction.coref.lexicon import Sex
from claims.extraction.coref.mentions import ParsedMention, parse_mention
from claims.extraction.coref.name_spans import NameSpan
from claims.extraction.coref.phrases import relative_antecedent
from claims.extraction.coref.salience import LEAST_SALIENCE, SPEAKER_WEIGHT, sex_fits

_LEAST_SALIENCE_OF_THINGS: Final = 0.4
"""An entity of less salience is no antecedent of "they" and "it"."""
_TOO_CLOSE: Final = 0.95
"""A pronoun is left unresolved where the second candidate has at least this share of the first one's salience."""
_ONLY_ONE_IN_PARAGRAPH: Final = 1.4
"""Factor on the fit of the only agreeing person to whom the paragraph has referred before the pronoun."""
_CATAPHORA_REACH: Final = 20
"""Tokens after a pronoun in which its sentence may name the person: "When he arrived, Roe said"."""
_OPENS_CLAUSE: Final = frozenset(
    ["while", "when", "although", "though", "as", "counter", "contrary", "unlike"]
)


def antecedents_of(state: DiscourseState, parsed: ParsedMention, mention: SpeakerMention) -> list[Entity]:
    """The entities to which a mention refers; none where that is not clear."""
    at = mention.tokens[0]
    found: list[Entity] = []
    match parsed.kind:
        case "named":
            found = [_named(state, span) for span in parsed.names]
        case "he" | "she":
            found = _of_personal_pronoun(state, SEX_OF_PRONOUN[parsed.kind], mention)
        case "they" | "it":
            found = _of_they_or_it(state, at, plural=parsed.kind == "they")
        case "pair":
            found = coordinated_persons(state, at)
        case "who":
            found = _of_relative_pronoun(state, at)
        case "several":
            found = [e for part in parsed.parts for e in antecedents_of(state, part, mention)]
        case "i":
            found = [state.author]
        case "you":
            found = [Entity("the reader", "unnamed")]
        case "described":
            found = described_entities(state, parsed, at)
    return found


def _named(state: DiscourseState, span: NameSpan) -> Entity:
    entity = state.referents.get(span.name_start) or referent_of(state, span)
    if entity is None:
        entity = state.table.add_body(span.name)
        if span.kind == "person":
            entity.type = "person"
    return entity


def _of_personal_pronoun(state: DiscourseState, sex: Sex, mention: SpeakerMention) -> list[Entity]:
    at = mention.tokens[0]
    tokens, name_at = state.doc.tokens, state.doc.name_at
    quoted = {span for i in mention.content if (span := name_at.get(i)) and tokens[i].quoted}
    named_in_quotation = [e for span in quoted for e in state.table.persons(span.name)]
    here = state.salience.in_paragraph(at, lambda e: sex_fits(e, sex) > 0)
    if not here and (following := _subject_behind_comma(state, at, sex)):
        return [following]
    only = next(iter(here)) if len(here) == 1 else None

    def fits(entity: Entity) -> float:
        return sex_fits(entity, sex) * (_ONLY_ONE_IN_PARAGRAPH if entity is only else 1.0)

    ranked = state.salience.ranked(at, fits, named_in_quotation)
    if ranked and ranked[0][1] >= LEAST_SALIENCE:
        too_close = len(ranked) > 1 and ranked[1][1] >= _TOO_CLOSE * ranked[0][1]
        return [] if too_close else [ranked[0][0]]
    for i in range(at, min(at + _CATAPHORA_REACH, len(tokens))):
        span = name_at.get(i)
        if span and tokens[i].sentence == tokens[at].sentence and span.kind != "body":
            return [e for e in state.table.persons(span.name) if sex_fits(e, sex)][:1]
    return []


def _subject_behind_comma(state: DiscourseState, at: int, sex: Sex) -> Entity | None:
    """Whom a sentence that opens with a pronoun's clause names as its subject: "Despite her doubts, Roe said"."""
    tokens, name_at, table = state.doc.tokens, state.doc.name_at, state.table
    opening = tokens[state.doc.sentence_start(at)]
    if opening.bare not in lexicon.PREPOSITIONS | _OPENS_CLAUSE or opening.block != tokens[at].block:
        return None
    for i in range(at, min(at + _CATAPHORA_REACH, len(tokens) - 1)):
        if tokens[i].sentence != tokens[at].sentence or tokens[i].quoted != tokens[at].quoted:
            return None
        if tokens[i].text == ",":
            span = name_at.get(i + 1)
            begins = span is not None and span.start == i + 1 and span.kind != "body"
            if span is None or not begins or state.doc.is_possessive(span.end):
                return None
            found = [e for e in table.persons(span.name) if sex_fits(e, sex)]
            return found[0] if len(found) == 1 else None
        if i in name_at and table.persons(name_at[i].name):
            return None
    return None


def _of_they_or_it(state: DiscourseState, at: int, *, plural: bool) -> list[Entity]:
    def fits(entity: Entity) -> float:
        if entity.type == "person":
            return 0.0
        if plural:
            return 1.0 if entity.plural else 0.5 * (entity.type == "organisation")
        return float(not entity.plural and entity.type in ("organisation", "document"))

    entity, score = state.salience.most_salient(at, fits)
    joint, since = state.joint
    of_joint = state.salience.decayed(since, at, SPEAKER_WEIGHT) if plural and joint else 0.0
    if of_joint > max(score, _LEAST_SALIENCE_OF_THINGS):
        return list(joint)
    if entity is not None and score >= _LEAST_SALIENCE_OF_THINGS:
        return [entity]
    return coordinated_persons(state, at) if plural else []


def _of_relative_pronoun(state: DiscourseState, at: int) -> list[Entity]:
    def is_person(span: NameSpan) -> bool:
        placed = state.doc.tokens[span.start - 1].bare in lexicon.PREPOSITIONS and span.kind != "person"
        return not placed and bool(state.table.persons(span.name))

    found = relative_antecedent(state.doc, is_person, at)
    if found is None:
        return []
    if isinstance(found, range):
        parsed = parse_mention(state.doc, found)
        if parsed.kind != "described":
            return antecedents_of(state, parsed, SpeakerMention(tuple(found), frozenset()))
        # "Roe said to the nominee, who": the sentence's other persons are not the nominee.
        return described_entities(state, parsed, found.start, state.salience.in_sentence(at))
    return [_named(state, span) for span in found]
