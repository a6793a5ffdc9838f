"""Verbatim copies: claims with equal words, compared once for all of them, and articles that print one text."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from hashlib import blake2b
from itertools import groupby, product
from operator import itemgetter
from typing import Final

import numpy as np
from rapidfuzz import fuzz, process

from claims.merging.rulings import Rulings
from claims.names import speaker_key
from claims.records import Claim, Span
from claims.text.graphs import components
from claims.text.normalisation import plain

Identity = tuple[str, str, int, str, tuple[Span, ...]]
WordingKey = tuple[str, ...]
"""What a claim says, in which words, and who says it: the same for claims that differ in nothing else."""

COPY_FROM: Final = 80.0
"""Similarity, in percent, of the passages around two claims from which one is a copy of the other's text."""
_NEIGHBOURS: Final = 100
"""At least so many passages after each are compared with it: claims come day by day, and so do the copies of one."""
_UNIT_BITS: Final = 63


def unit_of(claim: Claim, *, alone: bool = False) -> int:
    """The number (positive, 63 bits) of the unit, the class of exact duplicates, that a claim belongs to.

    Claims of one unit have the same words, also of mention and cue, and the same speaker, stance and date. Where
    the speaker is unknown, and where a claim is to stand ``alone``, it is a unit of its own.
    """
    whose = speaker_key(claim) or f"claim:{claim.id}"
    compared = (*_wording(whose, claim.id if alone else "", claim), str(claim.article.published))
    hashed = blake2b("\x1f".join(compared).encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(hashed, "big") >> (64 - _UNIT_BITS) or 1


def wording_of(claim: Claim) -> WordingKey:
    """A claim's words and speaker, whatever its article and day.

    All who are unknown, and all unnamed ones of one description, count as one speaker: nothing else tells them apart.
    """
    unnamed = all(speaker.type == "unnamed" for speaker in claim.speakers)
    return _wording(claim.speaker_name if unnamed else speaker_key(claim), "", claim)


def _wording(whose: str, alone: str, claim: Claim) -> WordingKey:
    return (
        whose,
        claim.speaker.type if claim.speaker else "",
        alone,
        plain(claim.content_text),
        _plain(claim.mention_text),
        _plain(claim.cue_text),
        claim.stance,
        claim.kind,
        claim.act,
    )


_plain: Final = lru_cache(maxsize=4_096)(plain)
"""For mentions and cues, which many claims have in common."""


def units_of(claims: Iterable[Claim], rulings: Rulings) -> dict[int, list[Claim]]:
    """The units of some claims by number; the claims of each unit in the order of their identities."""
    units: dict[int, list[Claim]] = defaultdict(list)
    for claim in in_identity(claims):
        units[unit_of(claim, alone=claim.id in rulings.alone)].append(claim)
    return units


def identity(claim: Claim) -> Identity:
    """The sort key of a claim, by which claims are in the same order whatever the order of the input."""
    return claim.id, claim.article.key, claim.start, claim.speaker_name, claim.content


def earliest(claim: Claim) -> tuple[date, Identity]:
    """The sort key of a claim by the day of its article, undated ones last, then by its identity."""
    return claim.article.published or date.max, identity(claim)


def pairs_in_order(one: Sequence[Claim], other: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """The pairs of two units' claims in different articles, the earlier claim first, the earliest pairs first."""
    sides = [[(earliest(claim), claim) for claim in claims] for claims in (one, other)]
    pairs = [
        sorted(pair, key=itemgetter(0))
        for pair in product(*sides)
        if pair[0][1].article.key != pair[1][1].article.key
    ]
    pairs.sort(key=lambda pair: (pair[0][0], pair[1][0]))
    return ((first, second) for (_, first), (_, second) in pairs)


def in_identity(claims: Iterable[Claim]) -> list[Claim]:
    """The different ones among the claims, in the order of their identities."""
    ordered: list[Claim] = []
    for _, found in groupby(
        sorted(claims, key=lambda c: (c.id, c.article.key)), lambda c: (c.id, c.article.key)
    ):
        alike = list(found)
        ordered += alike if len(alike) == 1 else sorted(set(alike), key=identity)
    return ordered


def independent_reports(claims: Sequence[Claim]) -> list[int]:
    """The number of the report that each claim belongs to, from 0; near-verbatim copies of one text share it.

    The paragraph of the claim is compared with its neighbours: outlets that quote one press conference share the
    quotation but not what stands around it; those that print one wire story share all of it. Of very many, only those
    that come near each other in the order given are compared, and one may be a copy of another by those in between.
    """
    passages = [_passage(claim) for claim in claims]
    distinct = list(dict.fromkeys(passages))
    if len(distinct) == 1:
        return [0] * len(claims)
    pairs: list[tuple[int, int]] = []
    for start in range(0, len(distinct), _NEIGHBOURS):
        stretch = distinct[start : start + _NEIGHBOURS]
        # What is compared with itself is compared in half the time.
        within = stretch if len(distinct) <= _NEIGHBOURS else distinct[start : start + 2 * _NEIGHBOURS]
        alike = process.cdist(stretch, within, scorer=fuzz.ratio, score_cutoff=COPY_FROM) > 0
        pairs += ((start + a, start + b) for a, b in np.argwhere(alike).tolist() if a < b)
    report = {
        distinct[k]: number
        for number, copies in enumerate(components(range(len(distinct)), pairs))
        for k in copies
    }
    return [report[passage] for passage in passages]


def _passage(claim: Claim) -> str:
    """The claim's paragraphs with the one before and the one after, for comparison."""
    blocks = claim.article.blocks
    first = bisect_right(blocks, claim.start, key=lambda block: block.end)
    last = bisect_left(blocks, claim.end, key=lambda block: block.start) - 1
    if first > last:
        return plain(claim.article.text).casefold()
    first, last = max(0, first - 1), min(len(blocks) - 1, last + 1)
    return plain(claim.article.text[blocks[first].start : blocks[last].end]).casefold()
