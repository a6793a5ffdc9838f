"""The worksheet "Continued": the rest of each text for which its cell has no room."""

from typing import Final

from claims.sheet.writing.workbook_builder import Continued, WorkbookBuilder
from claims.sheet.writing.worksheet_table import CLAIM_ID, SheetColumn, write_table

CONTINUED: Final = "Continued"

_Piece = tuple[Continued, int, str]
"""Where a text began, which of its parts this is (the cell has part 1), and its words."""

_COLUMNS: Final[tuple[SheetColumn[_Piece], ...]] = (
    SheetColumn("Page", 14, lambda p: p[0].page, "name"),
    SheetColumn("Column", 18, lambda p: p[0].column),
    SheetColumn("Row, unless sorted since", 14, lambda p: p[0].row, "number"),
    SheetColumn(CLAIM_ID, 15, lambda p: p[0].claim, "quiet"),
    SheetColumn("Part", 10, lambda p: p[1], "number"),
    SheetColumn("Text", 100, lambda p: p[2]),
)


def add_continued(builder: WorkbookBuilder) -> None:
    """Add the worksheet, if any cell of the pages so far had no room for its text."""
    pieces = [(cell, part, text) for cell in builder.continued for part, text in enumerate(cell.pieces, 2)]
    if pieces:
        write_table(builder, CONTINUED, _COLUMNS, pieces, frozen=1, printed=len(_COLUMNS))
