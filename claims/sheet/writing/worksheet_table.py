"""A worksheet that is one table: a header, a row a record, filters, widths, heights and print set-up."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Generic, Literal, TypeVar

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.filters import AutoFilter
from openpyxl.worksheet.table import Table, TableColumn
from openpyxl.worksheet.worksheet import Worksheet

from claims.exporting import Highlighted, Value
from claims.sheet.writing.cells import content
from claims.sheet.writing.row_writer import LookName
from claims.sheet.writing.workbook_builder import Continued, WorkbookBuilder

Record = TypeVar("Record")
Band = Literal["header", "review header", "detail header"]

CLAIM_ID: Final = "Claim id"
"""The heading of the column by which a row's claim is known, on every page."""


@dataclass(frozen=True, slots=True)
class SheetColumn(Generic[Record]):
    """A column of a worksheet; ``width`` is in digits, ``look`` names a look, or one for each value."""

    heading: str
    width: float
    get: Callable[[Record], Value | Highlighted]
    look: LookName = "text"
    band: Band = "header"
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class WrittenTable:
    """What a table came to: its worksheet, its columns, and how many rows lie below the header."""

    sheet: Worksheet
    columns: int
    rows: int

    def below(self, column: int) -> str:
        """The cells of a column, counted from 0, without its header, as a range."""
        letter = get_column_letter(column + 1)
        return f"{letter}2:{letter}{max(2, self.rows + 1)}"

    def all_below(self) -> str:
        """All cells but the header, as a range."""
        return f"A2:{get_column_letter(self.columns)}{max(2, self.rows + 1)}"


def write_table(
    builder: WorkbookBuilder,
    title: str,
    columns: Sequence[SheetColumn[Record]],
    records: Iterable[Record],
    *,
    frozen: int,
    printed: int,
) -> WrittenTable:
    """Add a worksheet with one row a record, written row by row.

    The first ``frozen`` columns stay in sight; the first ``printed`` fit the width of a printed page.
    """
    rows = builder.add_page(title, (column.width for column in columns))
    sheet = rows.sheet
    sheet.freeze_panes = f"{get_column_letter(frozen + 1)}2"
    sheet.print_title_rows = "1:1"
    for index, column in enumerate(columns, 1):
        sheet.column_dimensions[get_column_letter(index)].hidden = column.hidden
    rows.append(((column.heading, column.band) for column in columns), least=32)
    getters = [(column.get, column.look) for column in columns]
    identity = next((column.get for column in columns if column.heading == CLAIM_ID), None)
    for record in records:
        for at, rest in rows.append([(content(get(record)), look) for get, look in getters]):
            claim = str(identity(record)) if identity else None
            builder.continued.append(Continued(title, columns[at].heading, rows.count, claim, rest))
    if rows.count > 1:
        _add_filters(sheet, title, [column.heading for column in columns], rows.area)
    sheet.print_area = f"A1:{get_column_letter(printed)}{rows.count}"
    return WrittenTable(sheet, len(columns), rows.count - 1)


def _add_filters(sheet: Worksheet, title: str, headings: Sequence[str], area: str) -> None:
    columns = [TableColumn(id=number, name=heading) for number, heading in enumerate(headings, 1)]
    # Not add_table: it looks for the headings among openpyxl's own cells.
    filters = AutoFilter(ref=area)
    sheet.tables.add(Table(displayName=title, ref=area, autoFilter=filters, tableColumns=columns))
