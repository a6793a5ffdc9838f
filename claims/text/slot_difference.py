"""Something that two claims say otherwise, and the kinds of it."""

from dataclasses import dataclass
from typing import Final, Literal, get_args

DifferenceKind = Literal[
    "name", "date", "number", "unit", "quantifier", "quantifier added", "negation", "opposite", "swap", "modality",
    "modality added", "post", "word", "word at start", "only word", "name apart", "date apart", "unit apart",
    "negation apart", "modality apart", "opposite apart", "kind apart",
    "only word apart", "verb apart", "condition apart", "only",
]  # fmt: skip
DIFFERENCE_KINDS: Final[tuple[DifferenceKind, ...]] = get_args(DifferenceKind)


@dataclass(frozen=True, slots=True)
class SlotDifference:
    """Something that two claims say otherwise in one place.

    ``kind`` tells what differs; ``one`` and ``other`` are the words of both claims, "" where one has none; ``sure``
    (0 to 1) is how surely the place is the same, ``covered`` (0 to 1) how much of all other words is aligned.
    """

    kind: DifferenceKind
    one: str
    other: str
    sure: float
    covered: float

    @property
    def weight(self) -> float:
        """How much it counts (0 to 1): where much else differs, the two are not one sentence with a place changed."""
        return self.sure * self.covered**2
