"""The entities to which a mention refers: names, pronouns and relative pronouns; descriptions see their own module."""

from collections.abc import Collection

from claims.extraction.coref import lexicon
from claims.extraction.coref.descriptions import described_entities, pointed_at
from claims.extraction.coref.discourse import (
    SEX_OF_PRONOUN,
    DiscourseState,
    SpeakerMention,
    last_pair,
    rank,
    referent_of,
)
from claims.extraction.coref.documents import issuers_of
from claims.extraction.coref.entities import Entity
from claims.extraction.coref.features import traces
from claims.extraction.coref.mentions import ParsedMention, parse_mention
from claims.extraction.coref.name_spans import NameSpan
from claims.extraction.coref.phrases import relative_antecedent
from claims.extraction.coref.pronouns import of_personal_pronoun, of_they_or_it


def antecedents_of(state: DiscourseState, parsed: ParsedMention, mention: SpeakerMention) -> list[Entity]:
    """The entities to which a mention refers; none where that is not clear."""
    at = mention.tokens[0]
    found: list[Entity] = []
    match parsed.kind:
        case "named":
            found = [_named(state, span) for span in parsed.names]
        case "he" | "she":
            found = of_personal_pronoun(state, SEX_OF_PRONOUN[parsed.kind], at, [*pointed_at(state, at)])
        case "they" | "it":
            found = of_they_or_it(state, at, [*pointed_at(state, at)], plural=parsed.kind == "they")
        case "pair":
            found = last_pair(state, at)
        case "who":
            found = _of_relative_pronoun(state, at, parsed.last)
        case "several":
            named = {s.name for part in parsed.parts for s in part.names}
            others = {e for s in named if (e := state.table.body(s))}  # "the Roe campaign and DNC" are two
            found = [
                e
                for part in parsed.parts
                for e in (
                    _of_description(state, part, at, others)
                    if part.kind == "described"
                    else antecedents_of(state, part, mention)
                )
            ]
        case "i":
            found = [state.turn or state.author]
        case "you":
            found = [Entity("the reader", "unnamed")]
        case "described":
            found = _of_description(state, parsed, at)
    return found


def _of_description(
    state: DiscourseState, parsed: ParsedMention, at: int, excluded: Collection[Entity] = ()
) -> list[Entity]:
    if parsed.category == "document":
        return issuers_of(state, parsed, at)
    return described_entities(state, parsed, at, excluded)


def _named(state: DiscourseState, span: NameSpan) -> Entity:
    entity = state.referents.get(span.name_start) or referent_of(state, span)
    if entity is None:
        entity = state.table.add_body(span.name)
        if span.kind == "person":
            entity.type = "person"
    return entity


def _of_relative_pronoun(state: DiscourseState, at: int, last: int) -> list[Entity]:
    """Whom "who" or "which" belongs to: as grammar says, else to what the ranker thinks; it also judges of "that".

    ``at`` and ``last`` are the first and the last token of the mention: "most of whom".
    """

    def is_person(span: NameSpan) -> bool:
        placed = state.doc.tokens[span.start - 1].bare in lexicon.PREPOSITIONS and span.kind != "person"
        return not placed and bool(state.table.persons(span.name))

    by_grammar = relative_antecedent(state.doc, is_person, at)
    before: list[Entity] = []
    if isinstance(by_grammar, range):
        parsed = parse_mention(state, by_grammar)
        before = antecedents_of(state, parsed, SpeakerMention(tuple(by_grammar), frozenset()))
    elif by_grammar:
        before = [_named(state, span) for span in by_grammar]
    personal = any(state.doc.tokens[i].bare.startswith("who") for i in range(at, last + 1))
    if before and personal:
        return before
    sentence = state.salience.in_sentence(at)
    fitting = {
        e: {"its antecedent by grammar": float(e in before), "in its sentence": float(e in sentence)}
        for e in dict.fromkeys((*before, *traces(state.salience, at), *pointed_at(state, at)))
    }
    person = {"mention: he": float(personal)}
    best = rank(state, "relative pronoun", at, fitting, person).best
    return before if best in before else [best] if best else []
