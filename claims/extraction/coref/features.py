"""What the ranker looks at: of a mention, of each entity that it may mean, and of the text between them."""

import math
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

from claims.extraction.coref import lexicon
from claims.extraction.coref.entities import Entity
from claims.extraction.coref.salience import Reference, Salience
from claims.records import SpeakerType

RankedKind = Literal[
    "person pronoun",
    "narrated pronoun",
    "possessive pronoun",
    "other pronoun",
    "relative pronoun",
    "description",
    "document",
    "name in a mention",
]
"""Of the pronouns for persons those that are a speaker's mention, the others in the text, and "his" and "her"; whose a
"document" is; and which of the names in a mention it means."""
FARTHEST_SENTENCE: Final = 20
"""References of more sentences ago count nothing."""
_DECAY: Final = 0.7
"""What is left of a reference's weight in the sums after each sentence."""
_LEFT: Final = tuple(_DECAY**since for since in range(FARTHEST_SENTENCE + 1))
_REMEMBERED: Final = 1_024  # an article's entities are candidates again and again


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entity that may be meant, with those of its features that are not 0."""

    entity: Entity
    features: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Claimed:
    """The claim before the mention: whom it is attributed to, and where its mention begins."""

    entities: tuple[Entity, ...] = ()
    at: int = -1


@dataclass(slots=True)
class Trace:
    """What the references to one entity come to at some token.

    ``last``: the latest of them.
    ``count``: how many there are.
    ``decayed``: the same, each worth less with every sentence since.
    ``prominent``: of these, those as speaker, subject or asked.
    ``claims``: how many of them speak.
    ``asked``: sentences since the entity was last asked something.
    ``here``: how many stand in the token's paragraph, outside quotations.
    ``located``: how many stand after "in", "at" or the like.
    ``quoted``: how many stand in quotations.
    """

    last: Reference
    count: int = 0
    decayed: float = 0.0
    prominent: float = 0.0
    claims: int = 0
    asked: int = FARTHEST_SENTENCE
    here: int = 0
    located: int = 0
    quoted: int = 0


def traces(salience: Salience, at: int, said: Collection[int] = ()) -> Mapping[Entity, Trace]:
    """The references before token ``at`` of each entity, the one with the latest reference first.

    ``said`` are the tokens of what the speaker sought says; whom it names is not who speaks.
    """
    asked = len(salience.references), at, said
    if salience.traced is not None and salience.traced[0] == asked:
        return salience.traced[1]
    here = salience.doc.tokens[at]
    found: dict[Entity, Trace] = {}
    for reference in reversed(salience.references):
        since = here.sentence - reference.sentence
        if since > FARTHEST_SENTENCE:
            break
        if reference.at >= at or (reference.quoted and reference.at in said):
            continue
        trace = found.get(reference.entity)
        if trace is None:
            trace = found[reference.entity] = Trace(reference)
        left = _LEFT[since]
        trace.count += 1
        trace.decayed += left
        trace.prominent += left * (reference.place in ("speaker", "subject", "asked"))
        if reference.place == "asked":
            trace.asked = min(trace.asked, since)
        trace.claims += reference.place == "speaker"
        trace.located += reference.place == "located"
        trace.quoted += reference.quoted
        trace.here += reference.block == here.block and not reference.quoted
    salience.traced = asked, found
    return found


def text_features(
    salience: Salience, at: int, known: Mapping[Entity, Trace], before: Claimed, said: Collection[int]
) -> dict[Entity, dict[str, float]]:
    """What the text before a mention at token ``at`` shows of each entity to which it has referred."""
    tokens = salience.doc.tokens
    here = tokens[at]
    in_paragraph = [e for e, t in known.items() if t.here]
    subject = _narrated_subject(salience, at, known, said)
    newer = {e for e in known if salience.first[e] > before.at and e not in before.entities}
    since_claim = _subjects_since(salience, at, known, before, said)
    claim_sentence = tokens[before.at].sentence if before.at >= 0 else -1
    found = {}
    for rank, (entity, trace) in enumerate(known.items()):
        last = trace.last
        since = here.sentence - last.sentence
        spoke = entity in before.entities
        found[entity] = {
            "same sentence": float(since == 0),
            "sentences since the last reference, log": math.log1p(since),
            "paragraphs since the last reference, log": math.log1p(here.block - last.block),
            "tokens since the last reference, log": math.log1p(at - last.at),
            "last reference: speaker": float(last.place == "speaker"),
            "last reference: subject": float(last.place == "subject"),
            "last reference: possessor": float(last.place == "possessor"),
            "last reference: asked": float(last.place == "asked"),
            "last reference: across a quotation mark": float(last.quoted != here.quoted),
            "asked just before": float(trace.asked <= 1),
            "share of references after in or at": trace.located / trace.count,
            "references, decaying with sentences": trace.decayed,
            "references as subject or speaker, decaying with sentences": trace.prominent,
            "references so far, log": math.log1p(trace.count),
            "claims so far, log": math.log1p(trace.claims),
            "in this paragraph": float(trace.here > 0),
            "alone in this paragraph": float(in_paragraph == [entity]),
            "most recent": float(rank == 0),
            "candidates more recent, log": math.log1p(rank),
            "subject of the sentence before": float(entity is subject),
            "speaker of the claim before": float(spoke),
            "speaker of the claim before, another the subject since": float(spoke and subject in newer),
            "newly named since the claim before": float(entity in newer),
            "subject of the sentence before, newly named": float(entity is subject and entity in newer),
            "sentences as subject since the claim before": float(since_claim.count(entity)),
            "last subject since the claim before": float(since_claim[:1] == [entity]),
            "others the subject since the claim before": float(len(since_claim) - since_claim.count(entity)),
            "beside the speaker of the claim before": float(last.sentence == claim_sentence and not spoke),
            "share of references in quotations": trace.quoted / trace.count,
            "first reference in this sentence or the one before": float(
                here.sentence - tokens[salience.first[entity]].sentence <= 1
            ),
        }
    return found


def _narrated_subject(
    salience: Salience, at: int, fitting: Collection[Entity], said: Collection[int]
) -> Entity | None:
    """The fitting subject of the last sentence outside quotations that refers to anybody."""
    sentence, subject = None, None
    for reference in reversed(salience.references):
        if reference.at >= at or reference.quoted or reference.at in said:
            continue
        if sentence not in (None, reference.sentence):
            break
        sentence = reference.sentence
        if reference.place in ("subject", "speaker") and reference.entity in fitting:
            subject = reference.entity
    return subject


def _subjects_since(
    salience: Salience, at: int, fitting: Collection[Entity], before: Claimed, said: Collection[int]
) -> list[Entity]:
    """The fitting subjects of the sentences outside quotations behind that of the claim before, the last one first."""
    found: dict[int, Entity] = {}
    claim = salience.doc.tokens[before.at].sentence if before.at >= 0 else -1
    for reference in reversed(salience.references):
        if reference.sentence <= claim or reference.at < before.at:
            break
        if reference.at >= at or reference.quoted or reference.at in said:
            continue
        if reference.place in ("subject", "asked") and reference.entity in fitting:
            found[reference.sentence] = reference.entity
    return list(found.values())


def features_of(entity: Entity) -> dict[str, float]:
    """The features that an entity has wherever it is a candidate."""
    return {
        **_of_name(entity.name, entity.type),
        "unnamed: a person's noun": float(entity.noun == "person"),
        "unnamed: a group's noun": float(entity.noun == "group"),
        "several": float(entity.plural),
        "several, joined by and": float(entity.plural and entity.type == "unnamed" and not entity.noun),
        "thing": float(entity.thing),
        "no role": float(entity.type == "person" and not entity.roles),
        **{f"network: {kind}": share for kind, share in entity.types.items()},
    }


@lru_cache(maxsize=_REMEMBERED)
def _of_name(name: str, kind: SpeakerType) -> Mapping[str, float]:
    """What an entity's name shows, where it is not 0."""
    words = set(name.casefold().replace(".", "").split()) if kind == "organisation" else set[str]()
    values = {
        kind: 1.0,
        "first name known": float(lexicon.is_first_name(name.split(maxsplit=1)[0])),
        "words in it, log": math.log(1 + name.count(" ")),
        "place": float(_is_place(name)),
        "name of a company": float(not words.isdisjoint(lexicon.COMPANY_WORDS)),
        "name of a state's body": float(not words.isdisjoint(lexicon.STATE_BODIES)),
    }
    return {feature: value for feature, value in values.items() if value}


def is_place(entity: Entity) -> bool:
    """Whether an entity is a country, state or city, or what belongs to one."""
    return _is_place(entity.name)


def _is_place(name: str) -> bool:
    return name.casefold().replace(".", "") in lexicon.ORIGINS
