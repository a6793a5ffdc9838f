"""The antecedents of pronouns: of "he" and "she" by sex, of "it" and "they" among bodies and groups.

Rules say which entities a pronoun may refer to, a fitted model which of them it does, or that it is nobody of them.
"""

from collections.abc import Collection, Iterator
from typing import Final

from claims.extraction.coref.discourse import SEX_OF_PRONOUN, DiscourseState, only_referent, rank
from claims.extraction.coref.entities import Entity
from claims.extraction.coref.features import RankedKind, is_place, traces
from claims.extraction.coref.lexicon import Sex
from claims.extraction.coref.mentions import PRONOUNS
from claims.extraction.coref.ranking import Ranking
from claims.extraction.coref.salience import agrees

_CATAPHORA_REACH: Final = 20
"""Tokens after a pronoun in which its sentence may name the person: "When he arrived, Roe said"."""
_LONGEST_NAME: Final = 3
"""Words of a person's name at most, where only a pronoun shows that it is one."""
_LIKELY: Final = 0.5
"""How likely the network thinks that a body's name is a person's at least where a pronoun may show that it is."""


def of_personal_pronoun(
    state: DiscourseState, sex: Sex, at: int, pointed: Collection[Entity] = ()
) -> list[Entity]:
    """Whom "he" or "she" refers to, perhaps one of some that the network points at; none where that is not clear."""
    best = rank_persons(state, sex, at, pointed=pointed).best
    if best is None:
        return []
    return [state.table.take_for_person(best, sex)]


def rank_persons(
    state: DiscourseState,
    sex: Sex,
    at: int,
    kind: RankedKind = "person pronoun",
    pointed: Collection[Entity] = (),
) -> Ranking:
    """Rank whom "he" or "she" at a token may mean, of those named before it and behind it in its sentence."""
    tokens = state.doc.tokens
    named = {
        e
        for i in state.said
        if tokens[i].quoted and (span := state.doc.name_at.get(i))
        for e in state.table.persons(span.name)
    }
    behind = list(_behind(state, at)) if kind == "person pronoun" else []
    fitting = {
        e: {
            "sex certain": float(e.sex == sex),
            "named in the quotation": float(e in named),
        }
        for e in dict.fromkeys((*traces(state.salience, at, state.said), *behind, *pointed))
        if (agrees(e, sex) or may_be_person(e)) and e not in state.quoting and e.name != state.author.name
    }
    return rank(state, kind, at, fitting, {"mention: he": float(sex == "man")})


def _behind(state: DiscourseState, at: int) -> Iterator[Entity]:
    """Whom the pronoun's sentence names behind it."""
    tokens = state.doc.tokens
    for i in range(at, min(at + _CATAPHORA_REACH, len(tokens))):
        span = state.doc.name_at.get(i)
        if tokens[i].sentence != tokens[at].sentence:
            return
        if span and span.start == i and (entity := only_referent(state, span)):
            yield entity


def possessor(state: DiscourseState, word: str, at: int, noun: str = "") -> Entity | None:
    """Whose something is after "his", "her", "its" or "their" at a token; None where that is not clear.

    ``noun`` is what is theirs: whoever is called so is not meant.
    """
    kind = PRONOUNS.get(word, "")
    if (sex := SEX_OF_PRONOUN.get(kind)) is not None:
        ranking = rank_persons(state, sex, at, kind="possessive pronoun")
    elif kind in ("it", "they"):
        ranking = rank_bodies(state, at, plural=kind == "they")
    else:
        return None
    return next(
        (e for e, p in ranking.entities if p >= ranking.none and not e.name.endswith(f" {noun}")), None
    )


def may_be_person(entity: Entity) -> bool:
    """Whether a name of which nothing shows what it names may be a person's: two or three words with capitals."""
    words = entity.name.split()
    shaped = 1 < len(words) <= _LONGEST_NAME and entity.name.istitle() and not is_place(entity)
    likely = entity.type == "organisation" and entity.types.get("person", 0.0) > _LIKELY
    return (entity.thing and shaped) or likely


def of_they_or_it(
    state: DiscourseState, at: int, pointed: Collection[Entity], *, plural: bool
) -> list[Entity]:
    """To whom "they" or "it" at a token refers, each of those that "they" joins; perhaps to what the network shows."""
    best = rank_bodies(state, at, pointed, plural=plural).best
    return [] if best is None else list(state.together.get(best, (best,)))


def rank_bodies(state: DiscourseState, at: int, pointed: Collection[Entity] = (), *, plural: bool) -> Ranking:
    """Rank what "they" or "it" at a token may mean."""
    fitting = {
        e: {"may be called so": float(may_be_body(e))}
        for e in dict.fromkeys((*traces(state.salience, at, state.said), *pointed))
        if plural or not (e.plural or e.noun == "person" or e.sex or e.roles)
    }
    return rank(state, "other pronoun", at, fitting, {"mention: plural": float(plural)})


def may_be_body(entity: Entity) -> bool:
    """Whether a name of one word that nothing shows to be a person's may be a body's."""
    return entity.type == "person" and not (entity.sex or entity.given or entity.roles)
