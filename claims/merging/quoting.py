"""How much of one claim's quotations stands in the other's."""

from typing import Final

from rapidfuzz import fuzz

from claims.merging.profiles import Profile

_CHANCE: Final = 0.5
"""How alike any two texts are at their best place, as ``partial_ratio`` has it."""


def alignment(a: Profile, b: Profile) -> float:
    """How well (0 to 1) the quotations of two claims fit each other at their best place; the same in both orders.

    The mean of two: all that one claim quotes laid into all that the other quotes, and the one quotation that fits
    best, since an article may quote two places of a speech of which the other has one. Both have quotations.
    """
    one, other = " ".join(a.quotations), " ".join(b.quotations)
    whole = _fit(one, other)
    if whole == 1 or len(a.quotations) == len(b.quotations) == 1:
        return whole
    pieces = [
        _fit(q, text) for own, text in ((a, other), (b, one)) for q in own.quotations if len(q) <= len(text)
    ]
    return (whole + max(pieces)) / 2


def _fit(one: str, other: str) -> float:
    """How much of the shorter text stands in the longer one, beyond what any text has in common with another."""
    one, other = f" {one} ", f" {other} "
    if one in other or other in one:
        return 1.0
    return max(0.0, fuzz.partial_ratio(one, other) / 100 - _CHANCE) / (1 - _CHANCE)
