"""The references of an article to its entities, each with its grammatical place."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import takewhile
from typing import Any, Literal

from claims.extraction.coref.entities import Entity
from claims.extraction.coref.lexicon import Sex
from claims.extraction.coref.tokens import TokenisedArticle

Place = Literal["asked", "speaker", "subject", "other", "asker", "possessor", "located"]
"""The grammatical place of a reference: "asked" of whoever is asked and whose answer the next quotation therefore is;
"speaker" of a speaker's mention, "asker" where the speaker asks; "subject" of a sentence's first name that no
preposition governs, and of "he" and "she"; "possessor" of "Roe's" and "his"; "located" after "in", "at" or the like."""


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

    ``first`` has the token of the first reference to each entity, ``entity_at`` to whom each token refers; ``traced``
    the traces (``features.traces``) that were asked for last, ``traced_for`` at which token, after how many references,
    and for which words said.
    """

    doc: TokenisedArticle
    references: list[Reference] = field(default_factory=list)
    first: dict[Entity, int] = field(default_factory=dict)
    entity_at: dict[int, Entity] = field(default_factory=dict)
    traced_for: tuple[int, int, Collection[int]] | None = None
    traced: Mapping[Entity, Any] = field(default_factory=dict)

    def refer(self, entity: Entity, at: int, place: Place, words: Iterable[int] = ()) -> None:
        """Note that token ``at``, and the tokens of ``words`` with it, refer to the entity."""
        token = self.doc.tokens[at]
        for i in (at, *words):
            self.entity_at.setdefault(i, entity)
        self.references.append(Reference(entity, at, token.sentence, token.block, token.quoted, place))
        self.first.setdefault(entity, at)

    def in_sentence(self, at: int) -> set[Entity]:
        """The entities to which token ``at``'s sentence refers before it."""
        sentence = self.doc.tokens[at].sentence
        latest = takewhile(lambda r: r.sentence >= sentence, reversed(self.references))
        return {r.entity for r in latest if r.sentence == sentence and r.at < at}


def agrees(entity: Entity, sex: Sex | None) -> bool:
    """Whether an entity may have the sex of a pronoun or noun for one person; with None, any person does."""
    if entity.plural or entity.thing or entity.type not in ("person", "unnamed"):
        return False
    return sex is None or entity.sex in (None, sex)
