"""Who has been spoken of up to some point of the article, and how much they stand out there."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from itertools import takewhile
from typing import Final

from claims.extraction.coref.entities import Entity
from claims.extraction.coref.lexicon import Sex
from claims.extraction.coref.tokens import TokenisedArticle

WHO_IS_ASKED: Final = 1.7
ASKER: Final = 0.8
SPEAKER: Final = 1.6
SUBJECT: Final = 1.3
OTHER: Final = 0.9
OWNER: Final = 0.6

_NEXT_SENTENCE: Final = 0.75
_NEXT_BLOCK: Final = 0.85
_ACROSS_QUOTATION: Final = 0.35
_UNSURE_OF_SEX: Final = 0.65
_REPEATED: Final = 0.2
_SPOKEN_OF: Final = 0.3
_FARTHEST: Final = 14


@dataclass(frozen=True, slots=True)
class Reference:
    """A place at which the article speaks of a entity, and how much it brings that entity forward there."""

    entity: Entity
    at: int
    sentence: int
    block: int
    quoted: bool
    weight: float


@dataclass(slots=True)
class Salience:
    """The references so far, in the order of the text."""

    doc: TokenisedArticle
    references: list[Reference] = field(default_factory=list)

    def refer(self, entity: Entity, at: int, weight: float) -> None:
        """Note that token ``at`` speaks of the entity."""
        token = self.doc.tokens[at]
        self.references.append(Reference(entity, at, token.sentence, token.block, token.quoted, weight))

    def in_block(self, at: int, fits: Callable[[Entity], bool]) -> set[Entity]:
        """The fitting entities of whom the block of token ``at`` has spoken before it, quotations aside."""
        block = self.doc.tokens[at].block
        latest = takewhile(lambda r: r.block >= block, reversed(self.references))
        return {r.entity for r in latest if r.at < at and not r.quoted and fits(r.entity)}

    def in_sentence(self, at: int) -> set[Entity]:
        """The entities of whom the sentence of token ``at`` has spoken before it."""
        sentence = self.doc.tokens[at].sentence
        latest = takewhile(lambda r: r.sentence >= sentence, reversed(self.references))
        return {r.entity for r in latest if r.sentence == sentence and r.at < at}

    def decayed(self, since: int, at: int, weight: float) -> float:
        """What is left at token ``at`` of the weight of a reference at token ``since``."""
        there, here = self.doc.tokens[since], self.doc.tokens[at]
        worth = (
            weight
            * _NEXT_SENTENCE ** (here.sentence - there.sentence)
            * _NEXT_BLOCK ** (here.block - there.block)
        )
        return worth * _ACROSS_QUOTATION if there.quoted != here.quoted else worth

    def scores(self, at: int, entities: Collection[Entity] | None = None) -> dict[Entity, float]:
        """How much each entity (all, or these) stands out at token ``at``.

        The nearer and the more prominent the last references, the higher. A entity's best reference counts
        full, the others a little; a sentence and a paragraph between count less each, and so does a reference
        on the other side of a quotation mark.
        """
        here = self.doc.tokens[at]
        best: dict[Entity, float] = {}
        sums: dict[Entity, float] = {}
        for reference in reversed(self.references):
            sentences = here.sentence - reference.sentence
            if sentences > _FARTHEST:
                break
            entity = reference.entity
            if reference.at >= at or (entities is not None and entity not in entities):
                continue
            worth = self.decayed(reference.at, at, reference.weight)
            sums[entity] = sums.get(entity, 0.0) + worth
            best[entity] = max(best.get(entity, 0.0), worth)
        return {f: worth + _REPEATED * min(sums[f] - worth, worth) for f, worth in best.items()}

    def most_salient(self, at: int, fits: Callable[[Entity], float]) -> tuple[Entity | None, float]:
        """The entity that stands out most at token ``at`` and its standing; ``fits`` weighs entities from 0 to 1."""
        return next(iter(self.ranked(at, fits)), (None, 0.0))

    def ranked(
        self, at: int, fits: Callable[[Entity], float], spoken_of: Iterable[Entity] = ()
    ) -> list[tuple[Entity, float]]:
        """The fitting entities with their standing at token ``at``, the one that stands out most first.

        ``spoken_of`` are those whom the speaker's own quotation names: seldom the speaker.
        """
        named = set(spoken_of)
        found = [
            (entity, worth * fit * (_SPOKEN_OF if entity in named else 1.0))
            for entity, worth in self.scores(at).items()
            if (fit := fits(entity))
        ]
        return sorted(found, key=lambda pair: -pair[1])


def sex_fits(entity: Entity, sex: Sex | None) -> float:
    """How well a person fits a pronoun's or a noun's sex: 0 if it is the other one."""
    if entity.plural or entity.thing or entity.type not in ("person", "unnamed"):
        return 0.0
    if sex is None or entity.sex == sex:
        return 1.0
    return _UNSURE_OF_SEX if entity.sex is None else 0.0
