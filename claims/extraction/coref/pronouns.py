"""The antecedents of pronouns: of "he" and "she" by sex, of "it" and "they" among bodies and groups.

Rules say which entities a pronoun may refer to, a fitted model which of them it does, or that it is nobody of them.
"""

from collections.abc import Collection
from typing import Final

from claims.extraction.coref import lexicon
from claims.extraction.coref.discourse import SEX_OF_PRONOUN, DiscourseState, SpeakerMention, rank
from claims.extraction.coref.entities import Entity
from claims.extraction.coref.lexicon import Sex
from claims.extraction.coref.mentions import PRONOUNS
from claims.extraction.coref.ranking import RankedKind, Ranking, is_place, traces
from claims.extraction.coref.salience import agrees

_CATAPHORA_REACH: Final = 20
"""Tokens after a pronoun in which its sentence may name the person: "When he arrived, Roe said"."""
_LONGEST_NAME: Final = 3
"""Words of a person's name at most, where only a pronoun shows that it is one."""
_OPENS_CLAUSE: Final = frozenset(
    ["while", "when", "although", "though", "as", "counter", "contrary", "unlike"]
)


def of_personal_pronoun(state: DiscourseState, sex: Sex, mention: SpeakerMention) -> list[Entity]:
    """Whom "he" or "she" refers to; none where that is not clear."""
    at = mention.tokens[0]
    tokens, name_at = state.doc.tokens, state.doc.name_at
    quoted = {span for i in mention.content if (span := name_at.get(i)) and tokens[i].quoted}
    here = state.salience.in_paragraph(at, lambda e: agrees(e, sex))
    if not here and (following := _subject_behind_comma(state, at, sex)):
        return [following]
    named = {e for span in quoted for e in state.table.persons(span.name)}
    if answering := _asked(state, at, sex):
        return [answering]
    ranking = rank_persons(state, sex, at, named)
    if ranking.best is not None:
        state.table.take_for_person(ranking.best, sex)
        return [ranking.best]
    if ranking.entities:
        return []
    for i in range(at, min(at + _CATAPHORA_REACH, len(tokens))):
        span = name_at.get(i)
        if span and tokens[i].sentence == tokens[at].sentence and span.kind != "body":
            return [e for e in state.table.persons(span.name) if agrees(e, sex)][:1]
    return []


def rank_persons(
    state: DiscourseState,
    sex: Sex,
    at: int,
    named_in_quotation: Collection[Entity] = (),
    kind: RankedKind = "person pronoun",
) -> Ranking:
    """Rank whom "he" or "she" at a token may mean; whom the speaker's own quotation names is seldom the speaker."""
    fitting = {
        e: {"sex certain": float(e.sex == sex), "named in the quotation": float(e in named_in_quotation)}
        for e in traces(state.salience, at, state.said)
        if (agrees(e, sex) or may_be_person(e)) and e not in state.quoting and e.name != state.author.name
    }
    others = {e: values for e, values in fitting.items() if not values["named in the quotation"]}
    fitting = others or fitting
    return rank(state, kind, at, fitting, {})


def possessor(state: DiscourseState, word: str, at: int) -> Entity | None:
    """Whose something is after "his", "her", "its" or "their" at a token; None where that is not clear."""
    kind = PRONOUNS.get(word, "")
    if (sex := SEX_OF_PRONOUN.get(kind)) is not None:
        return rank_persons(state, sex, at, kind="possessive pronoun").best
    return rank_bodies(state, at, plural=kind == "they").best if kind in ("it", "they") else None


def _asked(state: DiscourseState, at: int, sex: Sex) -> Entity | None:
    """The one who was asked in the last sentence outside quotations: the quotation is the answer."""
    narrated = [r for r in reversed(state.salience.references) if r.at < at and not r.quoted]
    last = [r for r in narrated if r.sentence == narrated[0].sentence]
    here = state.doc.tokens[at].sentence
    asked = {r.entity for r in last if r.place == "asked" and r.sentence < here and agrees(r.entity, sex)}
    return asked.pop() if len(asked) == 1 else None


def may_be_person(entity: Entity) -> bool:
    """Whether a name of which nothing shows what it names may be a person's: two or three words with capitals."""
    words = entity.name.split()
    return entity.thing and 1 < len(words) <= _LONGEST_NAME and entity.name.istitle() and not is_place(entity)


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
            found = [e for e in table.persons(span.name) if agrees(e, sex)]
            return found[0] if len(found) == 1 else None
        if i in name_at and table.persons(name_at[i].name):
            return None
    return None


def of_they_or_it(state: DiscourseState, at: int, *, plural: bool) -> list[Entity]:
    """To whom "they" or "it" at a token refers: to each of those that "they" joins."""
    best = rank_bodies(state, at, plural=plural).best
    return [] if best is None else list(state.together.get(best, (best,)))


def rank_bodies(state: DiscourseState, at: int, *, plural: bool) -> Ranking:
    """Rank what "they" or "it" at a token may mean: no person, and one person's description only by "they"."""
    fitting = {
        e: {"several": float(e.plural and plural), "person or body": float(e.type == "person")}
        for e in traces(state.salience, at)
        if (plural or not (e.plural or e.noun == "person")) and (e.type != "person" or may_be_body(e))
    }
    return rank(state, "other pronoun", at, fitting, {"none: plural": float(plural)})


def may_be_body(entity: Entity) -> bool:
    """Whether a name of one word that nothing shows to be a person's may be a body's."""
    return entity.type == "person" and not (entity.sex or entity.given or entity.roles)
