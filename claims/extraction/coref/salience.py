"""Salience: how prominent each entity is at some point of the text (after Lappin and Leass 1994).

Every reference to an entity gets a weight by its grammatical place; the weight decays with each sentence and paragraph
that follows, and across quotation marks. An entity's salience at a token is that of its best reference so far, raised
a little by the others.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from itertools import takewhile
from typing import Final, Literal

from claims.extraction.coref.entities import Entity
from claims.extraction.coref.lexicon import Sex
from claims.extraction.coref.tokens import TokenisedArticle

Place = Literal["asked", "speaker", "subject", "other", "asker", "possessor", "located"]
"""The grammatical place of a reference: "asked" of whoever is asked and whose answer the next quotation therefore is;
"speaker" of a speaker's mention, "asker" where the speaker asks; "subject" of a sentence's first name that no
preposition governs, and of "he" and "she"; "possessor" of "Roe's" and "his"; "located" after "in", "at" or the like."""

_WEIGHTS: Final[dict[Place, float]] = {
    "asked": 1.7,
    "speaker": 1.6,
    "subject": 1.3,
    "other": 0.9,
    "asker": 0.8,
    "possessor": 0.6,
    "located": 0.9,
}
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


@dataclass(frozen=True, slots=True)
class Reference:
    """A token that refers to an entity, with its sentence, paragraph, quotation state and grammatical place."""

    entity: Entity
    at: int
    sentence: int
    block: int
    quoted: bool
    place: Place


@dataclass(slots=True)
class Salience:
    """The references up to some point of the text, in the order in which they were read.

    ``first`` has the token of the first reference to each entity.
    """

    doc: TokenisedArticle
    references: list[Reference] = field(default_factory=list)
    first: dict[Entity, int] = field(default_factory=dict)

    def refer(self, entity: Entity, at: int, place: Place) -> None:
        """Note that token ``at`` refers to the entity."""
        token = self.doc.tokens[at]
        self.references.append(Reference(entity, at, token.sentence, token.block, token.quoted, place))
        self.first.setdefault(entity, at)

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
            left = self.decayed(reference.at, at, _WEIGHTS[reference.place])
            sums[entity] = sums.get(entity, 0.0) + left
            best[entity] = max(best.get(entity, 0.0), left)
        return {e: most + _REPETITION_BONUS * min(sums[e] - most, most) for e, most in best.items()}


def agrees(entity: Entity, sex: Sex | None) -> bool:
    """Whether an entity may have the sex of a pronoun or noun for one person; with None, any person does."""
    if entity.plural or entity.thing or entity.type not in ("person", "unnamed"):
        return False
    return sex is None or entity.sex in (None, sex)
