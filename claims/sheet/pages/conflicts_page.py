"""The worksheet "Conflicts": two claims that disagree side by side, with what differs set off."""

import re
from difflib import SequenceMatcher
from typing import Final

from claims.exporting import Highlighted, Offsets
from claims.records import Claim, Conflict
from claims.sheet.writing.workbook_builder import WorkbookBuilder
from claims.sheet.writing.worksheet_table import Band, SheetColumn, write_table
from claims.text.normalisation import normalised

CONFLICTS: Final = "Conflicts"

_WORD = re.compile(r"\S+")


def _side(first: bool) -> tuple[SheetColumn[Conflict], ...]:
    def claim(conflict: Conflict) -> Claim:
        return conflict.first if first else conflict.second

    def words(conflict: Conflict) -> Highlighted:
        texts = conflict.first.content_text, conflict.second.content_text
        return Highlighted(texts[not first], differing(*texts)[not first])

    name = "one" if first else "other"
    band: Band = "header" if first else "detail header"
    return (
        SheetColumn(f"Speaker, {name}", 20, lambda c: claim(c).speaker_name, "name", band),
        SheetColumn(f"Content, {name}", 44, words, "quiet", band),
        SheetColumn(f"Outlet, {name}", 16, lambda c: claim(c).article.outlet, "quiet", band),
        SheetColumn(f"Published, {name}", 13, lambda c: claim(c).article.published, "date", band),
    )


_COLUMNS: Final[tuple[SheetColumn[Conflict], ...]] = (
    SheetColumn("What differs", 26, lambda c: c.differs, "warning"),
    *_side(first=True),
    *_side(first=False),
    SheetColumn("Link or file, one", 30, lambda c: c.first.article.where, "link"),
    SheetColumn("Link or file, other", 30, lambda c: c.second.article.where, "link", "detail header"),
    SheetColumn("Claim id, one", 15, lambda c: c.first.id, "quiet"),
    SheetColumn("Claim id, other", 15, lambda c: c.second.id, "quiet", "detail header"),
)


def add_conflicts(builder: WorkbookBuilder) -> None:
    """Add the worksheet, if any claims are in conflict."""
    if builder.findings.conflicts:
        write_table(builder, CONFLICTS, _COLUMNS, builder.findings.conflicts, frozen=1, printed=9)


def differing(one: str, other: str) -> tuple[Offsets, Offsets]:
    """Start and end, in code points, of the stretches of each text that the other lacks.

    Case and punctuation do not count.
    """
    sides = [list(_WORD.finditer(text)) for text in (one, other)]
    keys = [[normalised(word[0]) for word in words] for words in sides]
    stretches: tuple[list[tuple[int, int]], list[tuple[int, int]]] = ([], [])
    for tag, *places in SequenceMatcher(None, keys[0], keys[1], autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        for found, words, (start, end) in zip(stretches, sides, (places[:2], places[2:]), strict=True):
            if end > start:
                found.append((words[start].start(), words[end - 1].end()))
    return tuple(stretches[0]), tuple(stretches[1])
