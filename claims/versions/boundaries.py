"""Where a claim ends: words that were merely counted to it in one version, though they stand in both, are cut."""

from collections.abc import Sequence
from typing import Final

from claims.text.normalisation import QUOTATION_MARKS
from claims.versions.rewording import Wording

_REACH: Final = 60
"""Words that stand further away than this from the claim in the other version do not belong to it there."""
_QUOTES: Final = frozenset(QUOTATION_MARKS) - set("'’‘`´‚‛")


def without_overhang(words: Wording, other: Wording, there: Sequence[int]) -> Wording:
    """The words without those at either edge that stand beside the other wording, where they are no part of it.

    ``there`` leads from this version's words to the other's. Words that were put into quotation marks, or out of
    them, stay, and so does everything where nothing would be left.
    """
    if not words.indices or not other.indices:
        return words
    inside = set(other.indices)
    low, high = other.indices[0] - _REACH, other.indices[-1] + _REACH

    def overhangs(index: int) -> bool:
        return there[index] not in inside and low <= there[index] <= high and there[index] >= 0

    first, last = 0, len(words.indices)
    while first < last and overhangs(words.indices[first]):
        first += 1
    while last > first and overhangs(words.indices[last - 1]):
        last -= 1
    cut = words.indices[:first], words.indices[last:]
    if first == last or not all(_as_quoted(words, other, part, there) for part in cut if part):
        return words
    return Wording(words.version, words.pieces, words.indices[first:last])


def _as_quoted(words: Wording, other: Wording, part: Sequence[int], there: Sequence[int]) -> bool:
    """Whether some words stand with as many quotation marks in both versions."""
    elsewhere = [there[k] for k in part]
    return _quotes(words, part[0], part[-1]) == _quotes(other, min(elsewhere), max(elsewhere))


def _quotes(words: Wording, first: int, last: int) -> int:
    text, of = words.version.article.text, words.version.words
    return sum(c in _QUOTES for c in text[max(0, of.starts[first] - 1) : of.ends[last] + 2])
