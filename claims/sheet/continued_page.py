"""The worksheet "Continued": the rest of each text for which its cell has no room."""

from typing import Final

from claims.sheet.draft import Continued, Draft
from claims.sheet.table import CLAIM_ID, Column, write_table

CONTINUED: Final = "Continued"

_Piece = tuple[Continued, int, str]
"""Where a text began, which of its parts this is (the cell has part 1), and its words."""

_COLUMNS: Final[tuple[Column[_Piece], ...]] = (
    Column("Page", 14, lambda p: p[0].page, "name"),
    Column("Column", 18, lambda p: p[0].column),
    Column("Row, unless sorted since", 14, lambda p: p[0].row, "number"),
    Column(CLAIM_ID, 15, lambda p: p[0].claim, "quiet"),
    Column("Part", 10, lambda p: p[1], "number"),
    Column("Text", 100, lambda p: p[2]),
)


def add_continued(draft: Draft) -> None:
    """Add the worksheet, if any cell of the pages so far had no room for its text."""
    pieces = [(cell, part, text) for cell in draft.continued for part, text in enumerate(cell.pieces, 2)]
    if pieces:
        write_table(draft, CONTINUED, _COLUMNS, pieces, frozen=1, printed=len(_COLUMNS))
