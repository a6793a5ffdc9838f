"""How many of the articles that carry an assertion report it by themselves, and which are copies of one text."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Final

import numpy as np
from rapidfuzz import fuzz, process

from claims.records import Claim
from claims.text.normalisation import plain

COPY_FROM: Final = 80.0
"""Likeness, in percent, of the passages around two claims from which one is a copy of the other's text."""


def reports(claims: Sequence[Claim]) -> list[int]:
    """The number of the report that each claim belongs to, from 0; near-verbatim copies of one text share it.

    The paragraph of the claim is compared with its neighbours: outlets that quote one press conference share the
    quotation but not what stands around it; those that print one wire story share all of it.
    """
    passages = [_passage(claim) for claim in claims]
    distinct = list(dict.fromkeys(passages))
    alike = process.cdist(distinct, distinct, scorer=fuzz.ratio, score_cutoff=COPY_FROM) > 0
    home = np.arange(len(distinct))
    for one, other in np.argwhere(np.triu(alike, 1)):
        home[home == home[other]] = home[one]
    place = {passage: int(home[k]) for k, passage in enumerate(distinct)}
    numbers: dict[int, int] = {}
    return [numbers.setdefault(place[passage], len(numbers)) for passage in passages]


def _passage(claim: Claim) -> str:
    blocks = claim.article.blocks
    first = bisect_right(blocks, claim.start, key=lambda block: block.end)
    last = bisect_left(blocks, claim.end, key=lambda block: block.start) - 1
    if first > last:
        return plain(claim.article.text).casefold()
    first, last = max(0, first - 1), min(len(blocks) - 1, last + 1)
    return plain(claim.article.text[blocks[first].start : blocks[last].end]).casefold()
