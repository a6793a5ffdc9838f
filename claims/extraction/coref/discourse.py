"""The state of the discourse while an article is read from its beginning, and whom a name refers to in it."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from claims.extraction.coref.entities import Entity, EntityTable
from claims.extraction.coref.lexicon import Sex
from claims.extraction.coref.name_spans import NamedArticle, NameSpan
from claims.extraction.coref.ranking import (
    Claimed,
    RankedKind,
    Ranker,
    Ranking,
    candidates,
    features_of,
    none_features,
)
from claims.extraction.coref.roles import title_nouns
from claims.extraction.coref.salience import Place, Salience
from claims.names import key

HEADLINE_BLOCKS: Final = 2
"""Blocks after the first that may still be headlines."""
SEX_OF_PRONOUN: Final[Mapping[str, Sex]] = {"he": "man", "she": "woman"}

_FULL_NAME_PENALTY: Final = 0.6
"""Factor on a person's claim to a bare surname for each time that the full name stands more often than the surname."""
_NEVER_BY_SURNAME: Final = 0.3
"""Factor for somebody who was never called by the bare surname, where another person of that surname was."""
_POSSESSIVE_REACH: Final = 8
"""Tokens after a name among which a "his" or "her" shows its sex."""


@dataclass(frozen=True, slots=True)
class SpeakerMention:
    """The tokens of a speaker's mention, by number, and those of everything attributed to it."""

    tokens: tuple[int, ...]
    content: frozenset[int]


@dataclass(slots=True)
class DiscourseState:
    """What has been read of an article; the first six are given at the start, the others change token by token.

    ``doc``: the tokens and names.
    ``table``: the entities; bodies that only a description names are added while reading.
    ``author``: whom "I" refers to outside quotations.
    ``formal_address``: whether the article gives surnames a "Mr." or "Ms." as a rule.
    ``salience``: the references so far.
    ``ranker``: ranks antecedents.
    ``referents``: the entity of each name so far, by the first token of the name proper.
    ``surname_uses``: how often each person was named by the bare surname.
    ``described``: the entity of each definite description so far, by its own words or its head.
    ``introduced``: the last unnamed person of each head noun ("an usher"), with the token where the phrase begins.
    ``together``: what several entities are that the article joins by "and", each standing for those it joins.
    ``issued``: whose the last document of each noun is ("statement").
    ``claimed``: the claim before.
    ``said``: the tokens of what the speaker sought says.
    ``quoting``: whose quotation the mention stands in; "she" in it is somebody else.
    ``ranking``: the last one made.
    """

    doc: NamedArticle
    table: EntityTable
    author: Entity
    formal_address: bool
    salience: Salience
    ranker: Ranker
    referents: dict[int, Entity] = field(default_factory=dict)
    surname_uses: Counter[Entity] = field(default_factory=Counter)
    described: dict[str, Entity] = field(default_factory=dict)
    introduced: dict[str, tuple[Entity, int]] = field(default_factory=dict)
    together: dict[Entity, tuple[Entity, ...]] = field(default_factory=dict)
    issued: dict[str, list[Entity]] = field(default_factory=dict)
    claimed: Claimed = field(default_factory=Claimed)
    said: frozenset[int] = frozenset()
    quoting: frozenset[Entity] = frozenset()
    ranking: Ranking | None = None


def rank(
    state: DiscourseState,
    kind: RankedKind,
    at: int,
    fitting: Mapping[Entity, Mapping[str, float]],
    none: Mapping[str, float],
) -> Ranking:
    """Rank the entities that a mention which begins at token ``at`` may refer to, and "none of these".

    ``fitting`` has the entities that agree with it, each with the features that the mention itself gives it; ``none``
    what the mention says for nobody of them.
    """
    given = {e: features_of(e) | _presence(state, e) | dict(values) for e, values in fitting.items()}
    most = max((v["names in the article, log"] for v in given.values()), default=0.0)
    for values in given.values():
        values["named most"] = float(values["names in the article, log"] == most > 0)
    found, nobody_here = candidates(state.salience, at, given, state.claimed, state.said)
    few = 1.0 / (1 + len(found))
    nobody = none_features(
        {**none, "none: nobody in this paragraph": nobody_here, "none: few candidates": few}
    )
    state.ranking = state.ranker.rank(kind, at, found, nobody)
    return state.ranking


def _presence(state: DiscourseState, entity: Entity) -> dict[str, float]:
    """How much of the whole article is about an entity."""
    first = state.salience.first.get(entity, entity.first_at)
    tokens = state.doc.tokens
    return {
        "names in the article, log": math.log1p(
            state.doc.counts[entity.name] + state.doc.counts[entity.surname]
        ),
        "named in its beginning": float(tokens[first].block - tokens[0].block <= HEADLINE_BLOCKS),
    }


def refer_together(state: DiscourseState, entities: Sequence[Entity], at: int, place: Place) -> None:
    """Note that token ``at`` refers to several entities joined by "and"."""
    members = tuple(entities)
    joint = next((e for e, known in state.together.items() if known == members), None)
    if joint is None:
        joint = Entity("; ".join(e.name for e in members), "unnamed", plural=True)
        state.together[joint] = members
    state.salience.refer(joint, at, place)


def referent_of(state: DiscourseState, span: NameSpan) -> Entity | None:
    """The entity that a name refers to at its place; None where the article has no such person or body."""
    table = state.table
    if _is_body_by_style(state, span):
        return table.body(span.name) or table.add_body(span.name)
    if (span.kind in ("person", "unknown") or span.name.isupper()) and (found := table.persons(span.name)):
        if span.sex and (fitting := [e for e in found if e.sex in (None, span.sex)]):
            found = fitting
        if span.title and len(found) > 1:
            found = _with_title(state, span, found)
        if len(found) > 1 and (sex := _sex_of_possessive(state, span)):
            found = [e for e in found if e.sex in (None, sex)] or found
        return found[0] if len(found) == 1 else _most_salient_namesake(state, span, found)
    return table.body(span.name) if span.kind != "person" else None


def _most_salient_namesake(state: DiscourseState, span: NameSpan, found: list[Entity]) -> Entity:
    """Of several persons whom a name may mean the most salient, less so who is usually called by the full name."""
    salience = state.salience.scores(span.name_start, set(found))
    if not salience:
        return min(found, key=lambda e: (-e.certain_uses, e.first_at))
    uses = state.surname_uses
    most = max(uses[e] for e in salience)

    def score(entity: Entity) -> float:
        usual = uses[entity] / most if most else 1.0
        in_full = _FULL_NAME_PENALTY ** max(entity.full_uses - uses[entity], 0)
        return salience[entity] * in_full * (_NEVER_BY_SURNAME + (1 - _NEVER_BY_SURNAME) * usual)

    return max(salience, key=score)


def _is_body_by_style(state: DiscourseState, span: NameSpan) -> bool:
    """Whether an article that calls everybody "Mr. Roe" has a bare surname that can only be a body's."""
    tokens = state.doc.tokens
    bare = span.kind == "unknown" and span.is_single and not tokens[span.name_start].quoted
    if not state.formal_address or not bare:
        return False
    if tokens[span.name_start].block <= tokens[0].block + HEADLINE_BLOCKS:
        return False
    found = state.table.persons(span.name)
    by_surname = all(e.given and e.family == key(span.name) for e in found)
    named_later = all(e.first_at > span.name_start for e in found)
    return bool(found) and by_surname and named_later and not state.doc.is_possessive(span.end)


def _sex_of_possessive(state: DiscourseState, span: NameSpan) -> Sex | None:
    """The sex that "his" or "her" just after a name shows, with nobody else between: "Roe defended her record"."""
    tokens = state.doc.tokens
    name = tokens[span.name_start]
    for i in range(span.end, min(span.end + _POSSESSIVE_REACH, len(tokens))):
        same = tokens[i].sentence == name.sentence and tokens[i].quoted == name.quoted
        if not same or i in state.doc.name_at:
            return None
        if tokens[i].bare in {"his", "her"}:
            return "man" if tokens[i].bare == "his" else "woman"
    return None


def _with_title(state: DiscourseState, span: NameSpan, found: list[Entity]) -> list[Entity]:
    """Those of some persons who bear the title of a name, if any do."""
    titles = title_nouns(state.doc, span)
    return [e for e in found if any(titles & r.nouns for r in e.roles)] or found
