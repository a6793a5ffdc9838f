"""The two versions that are compared, and which words of the one continue in the other."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from claims.records import Claim
from claims.versions.correspondence import correspondence
from claims.versions.version import Version


@dataclass(frozen=True, slots=True)
class Sides:
    """Two versions; ``there`` leads from each word of the old one to the same word of the new one, -1 where it went.

    ``back`` leads from the new words to the old ones.
    """

    old: Version
    new: Version
    there: Sequence[int]
    back: Sequence[int]

    @classmethod
    def of(cls, old: Version, new: Version) -> Self:
        """Two versions, with the correspondence of their words."""
        return cls(old, new, *correspondence(old.words.keys, new.words.keys))

    @property
    def swapped(self) -> Self:
        """The same, from the other side."""
        return type(self)(self.new, self.old, self.back, self.there)

    def kept(self, old: Claim, new: Claim) -> float:
        """Which share of the words of two contents, of the longer one, continue each other; from 0 to 1."""
        one, other = self.old.indices(old.content), set(self.new.indices(new.content))
        return sum(self.there[k] in other for k in one) / max(len(one), len(other), 1)

    def share_kept(self, start: int, end: int) -> float:
        """Which share of the words in a stretch of the old text the new one has, from 0 to 1.

        Only words that are kept together with a neighbour count: single ones are found again by chance.
        """
        there, last = self.there, len(self.there) - 1
        inside = self.old.words.within(start, end)
        kept = sum(
            there[k] >= 0
            and ((k < last and there[k + 1] == there[k] + 1) or (k > 0 and there[k - 1] == there[k] - 1 >= 0))
            for k in inside
        )
        return kept / len(inside) if inside else 0.0
