"""Leads that describe a person who is named just after."""

from typing import Final

from claims.extraction.coref.discourse import DiscourseState, SpeakerMention
from claims.extraction.coref.entities import Entity
from claims.extraction.coref.mentions import ParsedMention
from claims.extraction.coref.salience import sex_fits

_LEAD: Final = 2
_INTRODUCED_WITHIN: Final = 3


def is_lead(state: DiscourseState, parsed: ParsedMention, entities: list[Entity]) -> bool:
    """Whether a mention at the article's beginning describes one person who may be named just after."""
    first = state.doc.tokens[0].block
    return (
        parsed.kind == "described"
        and parsed.category == "person"
        and len(entities) == 1
        and entities[0].type == "unnamed"
        and state.doc.tokens[parsed.last].block - first < _LEAD
    )


def name_leads(
    state: DiscourseState,
    leads: list[tuple[Entity, int]],
    mentions: list[SpeakerMention],
    found: dict[tuple[int, ...], list[Entity] | None],
) -> None:
    """Name the unnamed person of a lead: "A lawyer says ... ." and then "...", said Jane Roe.

    News style describes the speaker first and names them with the first quotation.
    """
    tokens = state.doc.tokens
    for entity, at in leads:
        for mention in sorted(mentions, key=lambda m: m.tokens):
            entities = found[mention.tokens]
            blocks = tokens[mention.tokens[0]].block - tokens[at].block
            if mention.tokens[0] <= at or blocks < 1 or entities is None:
                continue
            if blocks > _INTRODUCED_WITHIN:
                break
            named = entities[0] if len(entities) == 1 and entities[0].type == "person" else None
            if (
                named
                and named is not entity
                and _first_use(state, named) > at
                and sex_fits(named, entity.sex)
            ):
                entity.name, entity.type, entity.roles = named.name, named.type, named.roles
            if named:
                break


def _first_use(state: DiscourseState, entity: Entity) -> int:
    return min((at for at, f in state.referents.items() if f is entity), default=0)
