"""Rolling stories: new entries come on top, old ones fall off the end, and nothing of that is a retraction."""

import re
from dataclasses import dataclass
from typing import Final

from claims.records import Article
from claims.versions.sides import Sides

LEAST_ENTRIES: Final = 3
KEPT_FROM: Final = 0.5
"""Share of an entry's words from which it is in the other version, too."""

_CLOCK: Final = r"\d{1,2}[:.h]\d{2}(?:\s*[ap]\.?\s?m\.?)?|\d{1,2}\s*[ap]\.?\s?m\.?|noon|midnight"
_ZONE: Final = r"(?:\s*\(?(?:[A-Z]{2,5}|local time)\)?)?"
_DAY: Final = r"(?:[\w,]+\s+){0,4}"
_HEAD: Final = re.compile(
    rf"\W*(?:(?:posted|updated?|published|last updated)(?: at)?:?\s*)?(?:{_DAY}(?:{_CLOCK}){_ZONE}"
    r"|\d+\s*(?:min(?:ute)?s?|hours?|hrs?|h|m|days?)\s+ago)(?:\W+[\w,]+){0,4}\W*",
    re.IGNORECASE,
)
_RUN_IN: Final = re.compile(rf"\W*(?:{_CLOCK}){_ZONE}\s*(?:[-–—:|•]|\s{{2,}})\s*\S", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Rolled:
    """Stretches of a version's text that another version does not have because the story rolled on; may be none."""

    entries: int
    stretches: tuple[tuple[int, int], ...]

    def holds(self, position: int) -> bool:
        """Whether a place lies in one of the entries."""
        return any(start <= position < end for start, end in self.stretches)


def rolled_off(sides: Sides) -> Rolled:
    """The entries at either end of an old version that the new one lacks, while it has others: the story rolled on.

    An entry is what follows a time of day on a line of its own, or at the head of a paragraph; a story with fewer
    than three of them in either version does not roll. An entry that is missing between others is none of these.
    """
    entries = _entries(sides.old.article)
    if len(entries) < LEAST_ENTRIES or len(_entries(sides.new.article)) < LEAST_ENTRIES:
        return Rolled(0, ())
    kept = [sides.share_kept(*entry) >= KEPT_FROM for entry in entries]
    if not any(kept):
        return Rolled(0, ())
    first, last = kept.index(True), len(kept) - kept[::-1].index(True)
    gone = (*entries[:first], *entries[last:])
    return Rolled(len(gone), gone)


def _entries(article: Article) -> list[tuple[int, int]]:
    starts = [
        b.start
        for b in article.blocks
        if _HEAD.fullmatch(article.text, b.start, b.end) or _RUN_IN.match(article.text, b.start, b.end)
    ]
    return list(zip(starts, [*starts[1:], len(article.text)], strict=True)) if starts else []
