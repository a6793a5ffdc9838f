"""Days of the week and months that became others: a fact, as a figure is."""

from collections.abc import Iterable, Iterator
from typing import Final

from claims.versions.lexicon import listed
from claims.versions.rewording import Place, Wording

_NAMES: Final = listed("calendar")
_TOLD_BY: Final = 3
"""So many letters tell every day and month from the others."""


def days_changed(old: Wording, new: Wording, differing: Iterable[Place]) -> list[Place]:
    """The places where nothing differs but days of the week or months."""
    return [
        place
        for place in differing
        if all(_days(old, place.old)) and all(_days(new, place.new)) and _other_days(old, new, place)
    ]


def _days(words: Wording, indices: Iterable[int]) -> Iterator[bool]:
    return (words.version.words.keys[k] in _NAMES for k in indices)


def _other_days(old: Wording, new: Wording, place: Place) -> bool:
    """Whether both sides name some, and not the same ones, written out here and shortened there."""
    one, other = (
        [words.version.words.keys[k][:_TOLD_BY] for k in indices]
        for words, indices in ((old, place.old), (new, place.new))
    )
    return bool(one) and bool(other) and one != other
