"""The state of the discourse while an article is read from its beginning, and whom a name refers to in it."""

import math
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from claims.extraction.coref import lexicon
from claims.extraction.coref.entities import Entity, EntityTable
from claims.extraction.coref.features import (
    Candidate,
    Claimed,
    RankedKind,
    features_of,
    text_features,
    traces,
)
from claims.extraction.coref.lexicon import Sex
from claims.extraction.coref.name_spans import NamedArticle, NameSpan
from claims.extraction.coref.ranking import UNDER_OWN_WORDS, Ranker, Ranking
from claims.extraction.coref.salience import Place, Salience
from claims.extraction.coref.tokens import TokenisedArticle
from claims.extraction.references import References

HEADLINE_BLOCKS: Final = 2
"""Blocks after the first that may still be headlines."""
SEX_OF_PRONOUN: Final[Mapping[str, Sex]] = {"he": "man", "she": "woman"}

_BESIDE: Final = 10
"""Tokens before and after a name whose words stand beside it."""
_PAIR_SENTENCES: Final = 2
"""Sentences back in which two joined by "and" are sought."""
_LATER_BLOCKS: Final = 6
"""Paragraphs after a mention in which a name may say whom it meant."""
_POSSESSIVE_REACH: Final = 8
"""Tokens after a name among which a "his" or "her" shows its sex."""


@dataclass(frozen=True, slots=True)
class SpeakerMention:
    """The tokens of a speaker's mention, by number, and those of everything attributed to it.

    ``labels`` says whether it is the label of a turn in an interview.
    """

    tokens: tuple[int, ...]
    content: frozenset[int]
    labels: bool = False


@dataclass(slots=True)
class DiscourseState:
    """What has been read of an article; the first eight are given at the start, the others change token by token.

    ``doc``: the tokens and names.
    ``table``: the entities; bodies that only a description names are added while reading.
    ``author``: whom "I" refers to outside quotations.
    ``salience``: the references so far.
    ``ranker``: ranks antecedents.
    ``references``: what the tagger's network knows of names and antecedents.
    ``mentioned``: the tokens of the speakers' mentions.
    ``beside``: the words around the names of each entity, one for all ways to say a role.
    ``known_names``: the only entity that each name may mean, as far as that was asked.
    ``referents``: the entity of each name so far, by the first token of the name proper.
    ``surname_uses``: how often each person was named by the bare surname.
    ``described``: the entity of each definite description so far, by its own words or its head.
    ``introduced``: the last unnamed person of each head noun ("an usher"), with the token where the phrase begins.
    ``together``: what several entities are that the article joins by "and", each standing for those it joins.
    ``in_several``: what each entity is joined in.
    ``issued``: whose the last document of each noun is ("statement").
    ``claimed``: the claim before.
    ``turn``: who has the last label of an interview; "I" behind it is no author.
    ``said``: the tokens of what the speaker sought says.
    ``quoting``: whose quotation the mention stands in; "she" in it is somebody else.
    ``ranking``: the last one made.
    """

    doc: NamedArticle
    table: EntityTable
    author: Entity
    salience: Salience
    ranker: Ranker
    references: References | None
    mentioned: frozenset[int]
    beside: dict[Entity, frozenset[str]] = field(default_factory=dict)
    known_names: dict[str, Entity | None] = field(default_factory=dict)
    referents: dict[int, Entity] = field(default_factory=dict)
    surname_uses: Counter[Entity] = field(default_factory=Counter)
    described: dict[str, Entity] = field(default_factory=dict)
    introduced: dict[str, tuple[Entity, int]] = field(default_factory=dict)
    together: dict[Entity, tuple[Entity, ...]] = field(default_factory=dict)
    in_several: dict[Entity, tuple[Entity, ...]] = field(default_factory=dict)
    issued: dict[str, list[Entity]] = field(default_factory=dict)
    claimed: Claimed = field(default_factory=Claimed)
    turn: Entity | None = None
    said: frozenset[int] = frozenset()
    quoting: frozenset[Entity] = frozenset()
    ranking: Ranking | None = None


def rank(
    state: DiscourseState,
    kind: RankedKind,
    at: int,
    fitting: Mapping[Entity, Mapping[str, float]],
    mention: Mapping[str, float],
    *,
    head: int | None = None,
) -> Ranking:
    """Rank the entities that a mention which begins at token ``at`` may refer to, and "nobody of these".

    ``fitting`` has the entities that may be meant, each with the features that the mention itself gives it; ``mention``
    what the mention shows alone; ``head`` is the token of its main noun, where that is not the first.
    """
    doc = state.doc
    known = {e: t for e, t in traces(state.salience, at, state.said).items() if e in fitting}
    shown = text_features(state.salience, at, known, state.claimed, state.said)
    later = _named_later(state, at, fitting)
    head = at if head is None else head
    own = next((e for e, given in fitting.items() if UNDER_OWN_WORDS in given), None)
    network, said = network_features(state, head, fitting, own)
    back = refers_back(state, head)
    all_chances = max(sum(network.values()), 1e-9)
    nothing: Mapping[str, float] = {}
    rows: dict[Entity, dict[str, float]] = {}
    for entity, given in fitting.items():
        values = {
            **features_of(entity),
            **_presence(state, entity),
            **shown.get(entity, nothing),
            **given,
            **later.get(entity, nothing),
        }
        values["no reference yet"] = float(entity not in known)
        values["network: a name behind refers back"] = back.get(entity, 0.0)
        if chance := network.get(entity):
            values["network: refers to it"] = chance
            values["network: share of what is left"] = chance / all_chances
        rows[entity] = values
    most = max((v["names in the article, log"] for v in rows.values()), default=0.0)
    for values in rows.values():
        values["named most"] = float(values["names in the article, log"] == most > 0)
    found = [Candidate(entity, values) for entity, values in rows.items()]
    first = doc.tokens[0].block
    context = {
        f"kind: {kind}": 1.0,
        "mention: candidates, log": math.log1p(len(found)),
        "mention: nobody in this paragraph": float(not any(t.here for t in known.values())),
        "mention: blocks from the beginning, log": math.log1p(doc.tokens[at].block - first),
        "mention: quoted": float(doc.tokens[at].quoted),
        "mention: opens its sentence": float(doc.tokens[at].opens),
        "mention: behind a quotation": float(
            at > 0 and doc.tokens[at - 1].quoted and not doc.tokens[at].quoted
        ),
    } | _since_the_claim(state, at)
    state.ranking = state.ranker.rank(at, found, context | said | dict(mention))
    return state.ranking


def _since_the_claim(state: DiscourseState, at: int) -> dict[str, float]:
    """How far the claim before lies behind a token."""
    if state.claimed.at < 0:
        return {"mention: no claim before": 1.0}
    here, claim = state.doc.tokens[at], state.doc.tokens[state.claimed.at]
    return {
        "mention: sentences since the claim before, log": math.log1p(max(here.sentence - claim.sentence, 0)),
        "mention: the claim before in this paragraph": float(here.block == claim.block),
    }


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


def network_features(
    state: DiscourseState, head: int, fitting: Collection[Entity], own: Entity | None = None
) -> tuple[dict[Entity, float], dict[str, float]]:
    """How likely the network thinks each fitting entity, and what it says for none of them.

    ``own`` is a new one under the mention's own words: the network points what is new at itself.
    """
    chances: defaultdict[Entity, float] = defaultdict(float)
    nobody = elsewhere = 0.0
    likely = state.references.antecedents(state.doc.starts[head]) if state.references else []
    for offset, chance in likely:
        if offset is None:
            nobody += chance
            continue
        token = state.doc.within(offset, offset + 1)
        entity = own if own and token.start == head else state.salience.entity_at.get(token.start)
        for one in (entity, *state.in_several.get(entity, ())) if entity else ():
            chances[one] += chance
        elsewhere += chance * (entity is None or entity not in fitting)
    fit = {e: chance for e, chance in chances.items() if e in fitting}
    return fit, {
        "network: nobody before": nobody,
        "network: likeliest of these": max(fit.values(), default=0.0),
        "network: somewhere else": elsewhere,
        "network: silent": float(not likely),
    }


def refers_back(state: DiscourseState, head: int) -> dict[Entity, float]:
    """How likely the network thinks it that a name behind is of whom the mention with its head at a token means."""
    found: defaultdict[Entity, float] = defaultdict(float)
    behind = state.references.anaphors(state.doc.starts[head]) if state.references else []
    for offset, chance in behind:
        span = state.doc.name_at.get(state.doc.within(offset, offset + 1).start)
        if span is not None and (entity := only_referent(state, span)):
            found[entity] = max(found[entity], chance)
    return found


def _named_later(
    state: DiscourseState, at: int, fitting: Collection[Entity]
) -> dict[Entity, dict[str, float]]:
    """Of the fitting entities that are named behind a token, how far, and whether as the next speaker."""
    doc = state.doc
    found: dict[Entity, dict[str, float]] = {}
    speaker = False
    newer = 0
    for span in doc.names[bisect_right(doc.names, at, key=lambda n: n.name_start) :]:
        token = doc.tokens[span.name_start]
        blocks = token.block - doc.tokens[at].block
        if blocks > _LATER_BLOCKS:
            break
        speaks = span.name_start in state.mentioned
        entity = only_referent(state, span)
        if entity in fitting and entity is not None and entity not in found:
            found[entity] = {
                "named later: tokens, log": 1 / (1 + math.log1p(span.name_start - at)),
                "named later: paragraphs, log": 1 / (1 + blocks),
                "named later: before any other": float(not newer),
            }
            newer += entity not in state.salience.first
        if speaks and entity is not None and entity in found:
            found[entity]["named later as a speaker"] = 1.0
            found[entity]["next speaker named"] = float(not speaker)
        speaker = speaker or speaks
    return found


def words_beside(doc: TokenisedArticle, spans: Sequence[NameSpan]) -> frozenset[str]:
    """The words around some names in their sentences, one for all ways to say a role."""
    found = set[str]()
    for span in spans:
        sentence = doc.tokens[span.name_start].sentence
        for i in range(max(span.start - _BESIDE, 0), min(span.end + _BESIDE, len(doc.tokens))):
            if doc.tokens[i].sentence == sentence:
                found.add(lexicon.role(doc.tokens[i].bare))
    return frozenset(found)


def only_referent(state: DiscourseState, span: NameSpan) -> Entity | None:
    """The only entity that a name may mean wherever it stands; None where there are several or none."""
    if span.name not in state.known_names:
        found = state.table.persons(span.name) if span.kind != "body" else []
        one = found[0] if len(found) == 1 else None if found else state.table.body(span.name)
        state.known_names[span.name] = one
    return state.known_names[span.name]


def refer_together(state: DiscourseState, entities: Sequence[Entity], at: int, place: Place) -> Entity:
    """Note that token ``at`` refers to several entities joined by "and", and give what they are together."""
    members = tuple(entities)
    joint = next((e for e, known in state.together.items() if known == members), None)
    if joint is None:
        joint = Entity("; ".join(e.name for e in members), "unnamed", plural=True)
        state.together[joint] = members
        for one in members:
            state.in_several[one] = (*state.in_several.get(one, ()), joint)
    state.salience.refer(joint, at, place)
    return joint


def last_pair(state: DiscourseState, at: int) -> list[Entity]:
    """The two whom the sentences just before a token joined by "and"; empty if there are none."""
    for reference in reversed(state.salience.references):
        if state.doc.tokens[at].sentence - reference.sentence > _PAIR_SENTENCES:
            break
        members = state.together.get(reference.entity, ())
        if len(members) == 2:
            return list(members)
    return []


def referent_of(state: DiscourseState, span: NameSpan) -> Entity | None:
    """The entity that a name refers to at its place; None where the article has no such person or body."""
    table = state.table
    if (span.kind in ("person", "unknown") or span.name.isupper()) and (found := table.persons(span.name)):
        if span.sex and (fitting := [e for e in found if e.sex in (None, span.sex)]):
            found = fitting
        if len(found) > 1 and (sex := _sex_of_possessive(state, span)):
            found = [e for e in found if e.sex in (None, sex)] or found
        return found[0] if len(found) == 1 else _likeliest_namesake(state, span, found)
    bodies = table.bodies_called(span.name) if span.kind != "person" else []
    if len(bodies) < 2:
        return bodies[0] if bodies else None
    return next((e for e in traces(state.salience, span.name_start) if e in bodies), None)


def _likeliest_namesake(state: DiscourseState, span: NameSpan, found: list[Entity]) -> Entity:
    """Of several persons whom a name may mean the one last referred to who is called so, else the last at all."""
    known = [e for e in traces(state.salience, span.name_start) if e in found]
    if not known:
        return min(found, key=lambda e: (-e.certain_uses, e.first_at))
    most = max(state.surname_uses[e] for e in known)
    return next((e for e in known if 2 * state.surname_uses[e] >= most and most), known[0])


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
