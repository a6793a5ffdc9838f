"""How likely each entity is the antecedent of a pronoun or description: a small fitted model with readable features.

For each kind of mention a conditional logit (McFadden 1974; for coreference Denis and Baldridge 2008) over the
candidates and "none of these": the score of each is a weighted sum of what :data:`FEATURES` names, and the scores'
softmax is a probability. The weights lie in ``ranking.json``, fitted by ``benchmarks/fit_antecedents.py``. Scores of a
network's antecedent head enter here, as one more feature.
"""

import json
import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final, Literal

from claims.extraction.coref import lexicon
from claims.extraction.coref.entities import Entity
from claims.extraction.coref.salience import Reference, Salience

RankedKind = Literal[
    "person pronoun",
    "narrated pronoun",
    "possessive pronoun",
    "other pronoun",
    "person description",
    "body description",
    "document",
]
"""Of the pronouns for persons those that are a speaker's mention, the others in the text, and "his" and "her"; and
whose a "document" is."""

FARTHEST_SENTENCE: Final = 20
"""References of more sentences ago count nothing."""
_DECAY: Final = 0.7
"""What is left of a reference's weight in the sums after each sentence."""

FEATURES: Final = (
    "same sentence",
    "sentences since the last reference, log",
    "paragraphs since the last reference, log",
    "last reference: speaker",
    "last reference: subject",
    "last reference: possessor",
    "asked just before",
    "last reference: across a quotation mark",
    "share of references after in or at",
    "references, decaying with sentences",
    "references as subject or speaker, decaying with sentences",
    "references so far, log",
    "claims so far, log",
    "names in the article, log",
    "named in its beginning",
    "name of a company",
    "name of a state's body",
    "in this paragraph",
    "alone in this paragraph",
    "most recent",
    "subject of the sentence before",
    "speaker of the claim before",
    "speaker of the claim before, another the subject since",
    "subject of the sentence before, newly named",
    "newly named since the claim before",
    "no reference yet",
    "sex certain",
    "named in the quotation",
    "unnamed",
    "unnamed: a person's noun",
    "unnamed: a group's noun",
    "first name known",
    "name of one word",
    "named most",
    "person or body",
    "company for a company",
    "organisation",
    "document",
    "place",
    "several",
    "several, joined by and",
    "thing",
    "role fits",
    "role words shared",
    "age fits",
    "lacks the role that is needed",
    "lacks what names are needed",
    "another role",
    "no role",
    "words in the name",
    "named later",
    "described so before",
)
"""What is looked at of a candidate."""

NONE_FEATURES: Final = (
    "none: always",
    "none: nobody in this paragraph",
    "none: few candidates",
    "none: says what for",
    "none: has names",
    "none: somebody's",
    "none: a role that needs its holder",
    "none: anybody",
    "none: plural",
    "none: described before",
    "none: a role fits",
    "none: a statement",
    "none: more words",
)
"""What is looked at for "none of these"."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entity that may be meant, with its features in the order of :data:`FEATURES`."""

    entity: Entity
    features: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Ranking:
    """The candidates with their probabilities, the likeliest first, and the probability that it is none of them.

    ``tied``: whether the first two differ only in which was named last.
    """

    entities: tuple[tuple[Entity, float], ...]
    none: float
    tied: bool = False

    @property
    def best(self) -> Entity | None:
        """The likeliest entity; None where "none of these" is likelier, or another one fits as well."""
        if not self.entities or self.entities[0][1] < self.none or self.tied:
            return None
        return self.entities[0][0]


class Ranker:
    """Ranks candidates by fitted weights."""

    def __init__(self, weights: Mapping[str, Mapping[str, float]] | None = None):
        """Take weights by kind and feature; those of the package where none are given."""
        self._weights = load_weights() if weights is None else weights

    def rank(
        self, kind: RankedKind, at: int, candidates: Sequence[Candidate], none: Sequence[float]
    ) -> Ranking:
        """Rank the candidates for the mention that begins at token ``at``.

        ``none`` are the values of :data:`NONE_FEATURES`.
        """
        weights = self._weights[kind]
        vector = [weights.get(name, 0.0) for name in FEATURES]
        scores = [math.fsum(w * x for w, x in zip(vector, c.features, strict=True)) for c in candidates]
        nobody = math.fsum(weights.get(n, 0.0) * x for n, x in zip(NONE_FEATURES, none, strict=True))
        top = max([nobody, *scores])
        parts = [math.exp(s - top) for s in scores]
        total = math.exp(nobody - top) + sum(parts)
        found = sorted(
            ((c.entity, part / total) for c, part in zip(candidates, parts, strict=True)), key=lambda p: -p[1]
        )
        return Ranking(tuple(found), math.exp(nobody - top) / total, _are_tied(candidates, found))


def _are_tied(given: Sequence[Candidate], found: Sequence[tuple[Entity, float]]) -> bool:
    """Whether the two likeliest candidates differ in nothing but which is the most recent."""
    first = [e for e, _ in found[:2]]
    vectors = [
        [x for n, x in zip(FEATURES, c.features, strict=True) if n != "most recent"]
        for c in given
        if c.entity in first
    ]
    return len(first) > 1 and vectors[0] == vectors[1]


@cache
def load_weights() -> Mapping[str, Mapping[str, float]]:
    """The weights of the package, by kind of mention and feature."""
    path = files("claims.extraction.coref") / "ranking.json"
    table: dict[str, dict[str, float]] = json.loads(path.read_text("utf-8"))
    return table


@dataclass(slots=True)
class _Trace:
    """What the references to one entity come to at some token.

    ``last``: the latest of them.
    ``count``: how many there are.
    ``decayed``: the same, each worth less with every sentence since.
    ``prominent``: of these, those as speaker, subject or asked.
    ``claims``: how many of them speak.
    ``asked``: sentences since the entity was last asked something.
    ``here``: how many stand in the token's paragraph, outside quotations.
    ``located``: how many stand after "in", "at" or the like.
    """

    last: Reference
    count: int = 0
    decayed: float = 0.0
    prominent: float = 0.0
    claims: int = 0
    asked: int = FARTHEST_SENTENCE
    here: int = 0
    located: int = 0


def traces(salience: Salience, at: int, said: Collection[int] = ()) -> dict[Entity, _Trace]:
    """The references before token ``at`` of each entity, the one with the latest reference first.

    ``said`` are the tokens of what the speaker sought says; whom it names is not who speaks.
    """
    here = salience.doc.tokens[at]
    found: dict[Entity, _Trace] = {}
    for reference in reversed(salience.references):
        since = here.sentence - reference.sentence
        if since > FARTHEST_SENTENCE:
            break
        if reference.at >= at or (reference.quoted and reference.at in said):
            continue
        trace = found.setdefault(reference.entity, _Trace(reference))
        left = _DECAY**since
        trace.count += 1
        trace.decayed += left
        trace.prominent += left * (reference.place in ("speaker", "subject", "asked"))
        if reference.place == "asked":
            trace.asked = min(trace.asked, since)
        trace.claims += reference.place == "speaker"
        trace.located += reference.place == "located"
        trace.here += reference.block == here.block and not reference.quoted
    return found


@dataclass(frozen=True, slots=True)
class Claimed:
    """The claim before the mention: whom it is attributed to, and where its mention begins."""

    entities: tuple[Entity, ...] = ()
    at: int = -1


def candidates(
    salience: Salience,
    at: int,
    fitting: Mapping[Entity, Mapping[str, float]],
    before: Claimed,
    said: Collection[int] = (),
) -> tuple[list[Candidate], float]:
    """The fitting entities with their features, and whether this paragraph refers to none of them.

    ``fitting`` has for each entity the features that the mention and the entity give without the text between them;
    ``said`` are the tokens of what the speaker sought says.
    """
    tokens = salience.doc.tokens
    here = tokens[at]
    known = {e: t for e, t in traces(salience, at, said).items() if e in fitting}
    in_paragraph = [e for e, t in known.items() if t.here]
    latest = next(iter(known), None)
    subject = _narrated_subject(salience, at, fitting, said)
    newer = {e for e in known if salience.first[e] > before.at and e not in before.entities}
    found = []
    for entity, given in fitting.items():
        values = dict(given)
        trace = known.get(entity)
        if trace is None:
            values["no reference yet"] = 1.0
        else:
            last = trace.last
            since = here.sentence - last.sentence
            values |= {
                "same sentence": float(since == 0),
                "sentences since the last reference, log": math.log1p(since),
                "paragraphs since the last reference, log": math.log1p(here.block - last.block),
                "last reference: speaker": float(last.place == "speaker"),
                "last reference: subject": float(last.place == "subject"),
                "last reference: possessor": float(last.place == "possessor"),
                "asked just before": float(trace.asked <= 1),
                "last reference: across a quotation mark": float(last.quoted != here.quoted),
                "share of references after in or at": trace.located / trace.count,
                "references, decaying with sentences": trace.decayed,
                "references as subject or speaker, decaying with sentences": trace.prominent,
                "references so far, log": math.log1p(trace.count),
                "claims so far, log": math.log1p(trace.claims),
                "in this paragraph": float(trace.here > 0),
                "alone in this paragraph": float(in_paragraph == [entity]),
                "most recent": float(entity is latest),
                "subject of the sentence before": float(entity is subject),
                "speaker of the claim before": float(entity in before.entities),
                "speaker of the claim before, another the subject since": float(
                    entity in before.entities and subject in newer
                ),
                "subject of the sentence before, newly named": float(entity is subject and entity in newer),
                "newly named since the claim before": float(entity in newer),
            }
        found.append(Candidate(entity, tuple(values.get(name, 0.0) for name in FEATURES)))
    return found, float(not in_paragraph)


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


def features_of(entity: Entity) -> dict[str, float]:
    """The features that an entity has wherever it is a candidate."""
    words = (
        set(entity.name.casefold().replace(".", "").split()) if entity.type == "organisation" else set[str]()
    )
    return {
        "unnamed": float(entity.type == "unnamed"),
        "unnamed: a person's noun": float(entity.noun == "person"),
        "unnamed: a group's noun": float(entity.noun == "group"),
        "first name known": float(entity.name.split()[0].casefold() in lexicon.FIRST_NAMES),
        "name of one word": float(entity.named and entity.type != "unnamed" and " " not in entity.name),
        "organisation": float(entity.type == "organisation"),
        "document": float(entity.type == "document"),
        "place": float(is_place(entity)),
        "several": float(entity.plural),
        "several, joined by and": float(entity.plural and entity.type == "unnamed" and not entity.noun),
        "thing": float(entity.thing),
        "name of a company": float(not words.isdisjoint(lexicon.COMPANY_WORDS)),
        "name of a state's body": float(not words.isdisjoint(lexicon.STATE_BODIES)),
        "no role": float(entity.type == "person" and not entity.roles),
    }


def is_place(entity: Entity) -> bool:
    """Whether an entity is a country, state or city, or what belongs to one."""
    return entity.name.casefold().replace(".", "") in lexicon.PLACES | lexicon.ADJECTIVES


def none_features(values: Mapping[str, float]) -> tuple[float, ...]:
    """The values of :data:`NONE_FEATURES`, of which those that are not given are 0."""
    return tuple(1.0 if name == NONE_FEATURES[0] else values.get(name, 0.0) for name in NONE_FEATURES)
