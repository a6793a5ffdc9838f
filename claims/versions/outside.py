"""What changed in the text without being told as a change of a claim."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal

from claims.versions.sentences import sentences
from claims.versions.sides import Sides

KEPT_FROM: Final = 0.5
"""Share of a sentence's words from which it was changed, and not put in or taken out."""

Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Outside:
    """How many sentences were added, removed and changed that no change of a claim and no note tells of."""

    added: int = 0
    removed: int = 0
    changed: int = 0

    def __str__(self) -> str:
        """The line that says so; empty where there are none."""
        counts = ((self.added, "added"), (self.removed, "removed"), (self.changed, "changed"))
        told = [(n, what) for n, what in counts if n]
        if not told:
            return ""
        noun = "sentence" if told[0][0] == 1 else "sentences"
        first = f"{told[0][0]} {noun} {told[0][1]}"
        return "outside claims: " + ", ".join([first, *(f"{n} {what}" for n, what in told[1:])])


def outside(sides: Sides, told: tuple[list[Stretch], list[Stretch]]) -> Outside:
    """Count the sentences that differ in their words and that no stretch of the old and the new text told touches."""
    before, after = Counter(_became(sides, told[0])), Counter(_became(sides.swapped, told[1]))
    return Outside(after["gone"], before["gone"], max(before["changed"], after["changed"]))


def _became(sides: Sides, told: Iterable[Stretch]) -> list[Literal["gone", "changed"]]:
    """What became of each sentence of the old version that is not as it was."""
    words, there = sides.old.words, sides.there
    known = [False] * len(words.keys)
    for start, end in told:
        for k in words.within(start, end):
            known[k] = True
    found: list[Literal["gone", "changed"]] = []
    for start, end in sentences(sides.old.article):
        inside = words.within(start, end)
        if not inside or any(known[k] for k in inside):
            continue
        as_it_was = [there[inside[0]] + n for n in range(len(inside))] == [there[k] for k in inside]
        if (as_it_was and there[inside[0]] >= 0) or sides.new.text.has(words.keys[k] for k in inside):
            continue
        found.append("changed" if sides.share_kept(start, end) >= KEPT_FROM else "gone")
    return found
