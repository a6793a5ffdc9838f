"""Leads that describe a person who is named just after."""

from typing import Final

from claims.extraction.speakers.cast import Figure
from claims.extraction.speakers.mentions import Reading
from claims.extraction.speakers.scene import sex_fits
from claims.extraction.speakers.telling import Mention, Telling

_LEAD: Final = 2
_INTRODUCED_WITHIN: Final = 3


def is_lead(telling: Telling, reading: Reading, figures: list[Figure]) -> bool:
    """Whether a mention at the article's beginning describes one person who may be named just after."""
    first = telling.page.tokens[0].block
    return (
        reading.kind == "described"
        and reading.category == "person"
        and len(figures) == 1
        and figures[0].type == "unnamed"
        and telling.page.tokens[reading.last].block - first < _LEAD
    )


def name_leads(
    telling: Telling,
    leads: list[tuple[Figure, int]],
    mentions: list[Mention],
    found: dict[tuple[int, ...], list[Figure] | None],
) -> None:
    """Name the unnamed person of a lead: "A lawyer says ... ." and then "...", said Jane Roe.

    News style describes the speaker first and names them with the first quotation.
    """
    tokens = telling.page.tokens
    for figure, at in leads:
        for mention in sorted(mentions, key=lambda m: m.tokens):
            figures = found[mention.tokens]
            blocks = tokens[mention.tokens[0]].block - tokens[at].block
            if mention.tokens[0] <= at or blocks < 1 or figures is None:
                continue
            if blocks > _INTRODUCED_WITHIN:
                break
            named = figures[0] if len(figures) == 1 and figures[0].type == "person" else None
            if (
                named
                and named is not figure
                and _first_use(telling, named) > at
                and sex_fits(named, figure.sex)
            ):
                figure.name, figure.type, figure.roles = named.name, named.type, named.roles
            if named:
                break


def _first_use(telling: Telling, figure: Figure) -> int:
    return min((at for at, f in telling.holders.items() if f is figure), default=0)
