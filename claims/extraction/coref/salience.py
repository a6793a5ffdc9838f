"""Salience: how prominent each entity is at some point of the text (after Lappin and Leass 1994).

Every reference to an entity gets a weight by its grammatical place; the weight decays with each sentence and paragraph
that follows, and across quotation marks. An entity's salience at a token is that of its best reference so far, raised
a little by the others.
"""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from itertools import takewhile
from typing import Final

from claims.extraction.coref.entities import Entity
from claims.extraction.coref.lexicon import Sex
from claims.extraction.coref.tokens import TokenisedArticle

ASKED_WEIGHT: Final = 1.7
"""Weight of a reference to somebody who is asked, and whose answer the next quotation therefore is."""
SPEAKER_WEIGHT: Final = 1.6
"""Weight of the mention of a speaker."""
SUBJECT_WEIGHT: Final = 1.3
"""Weight of the subject of a sentence: its first name that no preposition governs, or "he" and "she"."""
OTHER_WEIGHT: Final = 0.9
"""Weight of a reference anywhere else in a sentence."""
ASKER_WEIGHT: Final = 0.8
"""Weight of the mention of a speaker who asks somebody else."""
POSSESSOR_WEIGHT: Final = 0.6
"""Weight of a possessive: "Roe's", "his"."""

LEAST_SALIENCE: Final = 0.03
"""An entity of less salience is no antecedent of a pronoun for a person."""

_SENTENCE_DECAY: Final = 0.75
"""Factor on a reference's weight for each sentence that ends between it and the token."""
_PARAGRAPH_DECAY: Final = 0.85
"""Factor on a reference's weight for each paragraph that ends between it and the token."""
_QUOTATION_DECAY: Final = 0.35
"""Factor on a reference's weight where only one of it and the token stands in a quotation."""
_FARTHEST_SENTENCE: Final = 14
"""References of more sentences ago count nothing."""
_REPETITION_BONUS: Final = 0.2
"""Share of the weights of an entity's other references, together at most that of the best, added to the best."""
_NAMED_IN_OWN_QUOTATION: Final = 0.3
"""Factor for an entity that the quotation names whose speaker is sought."""
_UNKNOWN_SEX: Final = 0.65
"""How well a person of unknown sex fits "he" or "she", where 1 is a certain fit."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A token that refers to an entity, with its sentence, paragraph, quotation state and initial weight."""

    entity: Entity
    at: int
    sentence: int
    block: int
    quoted: bool
    weight: float


@dataclass(slots=True)
class Salience:
    """The references up to some point of the text, in the order in which they were read."""

    doc: TokenisedArticle
    references: list[Reference] = field(default_factory=list)

    def refer(self, entity: Entity, at: int, weight: float) -> None:
        """Note that token ``at`` refers to the entity."""
        token = self.doc.tokens[at]
        self.references.append(Reference(entity, at, token.sentence, token.block, token.quoted, weight))

    def in_paragraph(self, at: int, fits: Callable[[Entity], bool]) -> set[Entity]:
        """The fitting entities to which token ``at``'s paragraph refers before it, quotations aside."""
        block = self.doc.tokens[at].block
        latest = takewhile(lambda r: r.block >= block, reversed(self.references))
        return {r.entity for r in latest if r.at < at and not r.quoted and fits(r.entity)}

    def in_sentence(self, at: int) -> set[Entity]:
        """The entities to which token ``at``'s sentence refers before it."""
        sentence = self.doc.tokens[at].sentence
        latest = takewhile(lambda r: r.sentence >= sentence, reversed(self.references))
        return {r.entity for r in latest if r.sentence == sentence and r.at < at}

    def decayed(self, since: int, at: int, weight: float) -> float:
        """What is left at token ``at`` of the weight of a reference at token ``since``."""
        there, here = self.doc.tokens[since], self.doc.tokens[at]
        left = (
            weight
            * _SENTENCE_DECAY ** (here.sentence - there.sentence)
            * _PARAGRAPH_DECAY ** (here.block - there.block)
        )
        return left * _QUOTATION_DECAY if there.quoted != here.quoted else left

    def scores(self, at: int, entities: Collection[Entity] | None = None) -> dict[Entity, float]:
        """The salience at token ``at`` of each entity (all, or these) with a reference before it."""
        here = self.doc.tokens[at]
        best: dict[Entity, float] = {}
        sums: dict[Entity, float] = {}
        for reference in reversed(self.references):
            if here.sentence - reference.sentence > _FARTHEST_SENTENCE:
                break
            entity = reference.entity
            if reference.at >= at or (entities is not None and entity not in entities):
                continue
            left = self.decayed(reference.at, at, reference.weight)
            sums[entity] = sums.get(entity, 0.0) + left
            best[entity] = max(best.get(entity, 0.0), left)
        return {e: most + _REPETITION_BONUS * min(sums[e] - most, most) for e, most in best.items()}

    def most_salient(self, at: int, fits: Callable[[Entity], float]) -> tuple[Entity | None, float]:
        """The first of :meth:`ranked`, or None with a salience of 0."""
        return next(iter(self.ranked(at, fits)), (None, 0.0))

    def ranked(
        self, at: int, fits: Callable[[Entity], float], named_in_quotation: Iterable[Entity] = ()
    ) -> list[tuple[Entity, float]]:
        """The fitting entities with their salience at token ``at``, the most salient first.

        ``fits`` weighs entities from 0 to 1. ``named_in_quotation`` are those whom the speaker's own quotation names:
        seldom the speaker.
        """
        named = set(named_in_quotation)
        found = [
            (entity, score * fit * (_NAMED_IN_OWN_QUOTATION if entity in named else 1.0))
            for entity, score in self.scores(at).items()
            if (fit := fits(entity))
        ]
        return sorted(found, key=lambda pair: -pair[1])


def sex_fits(entity: Entity, sex: Sex | None) -> float:
    """How well an entity agrees with the sex of a pronoun or noun for one person, from 0 to 1; with None, any does."""
    if entity.plural or entity.thing or entity.type not in ("person", "unnamed"):
        return 0.0
    if sex is None or entity.sex == sex:
        return 1.0
    return _UNKNOWN_SEX if entity.sex is None else 0.0
