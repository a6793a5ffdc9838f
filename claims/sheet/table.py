"""A worksheet that is one table: a header, a row a record, filters, widths, heights and print set-up."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.filters import AutoFilter
from openpyxl.worksheet.table import Table, TableColumn
from openpyxl.worksheet.worksheet import Worksheet

from claims.exporting.table import Value
from claims.sheet.heights import Box, row_height
from claims.sheet.printing import set_up_page
from claims.sheet.rows import Look, Plain, Rows, plain
from claims.sheet.style import LOOKS, SIZE

Record = TypeVar("Record")
Band = Literal["header", "review header", "detail header"]


@dataclass(frozen=True, slots=True)
class Column(Generic[Record]):
    """A column of a worksheet; ``width`` is in digits, ``look`` names a look, or one for each value."""

    heading: str
    width: float
    get: Callable[[Record], Value]
    look: Look = "text"
    band: Band = "header"

    @property
    def size(self) -> float:
        """The size of the column's letters in points."""
        return LOOKS[self.look].font.size if isinstance(self.look, str) else SIZE


@dataclass(frozen=True, slots=True)
class Written:
    """What a table came to: its worksheet, how many rows lie below the header, how many cells were altered."""

    sheet: Worksheet
    rows: int
    altered: int

    def below(self, column: int) -> str:
        """The cells of a column, counted from 0, without its header, as a range."""
        letter = get_column_letter(column + 1)
        return f"{letter}2:{letter}{max(2, self.rows + 1)}"


def write_table(
    book: Workbook,
    title: str,
    columns: Sequence[Column[Record]],
    records: Iterable[Record],
    *,
    frozen: int,
    printed: int,
) -> Written:
    """Add a worksheet with one row a record, written row by row, so that memory stays flat.

    The first ``frozen`` columns stay in sight; the first ``printed`` fit the width of a printed page.
    """
    sheet: Worksheet = book.create_sheet(title)
    sheet.sheet_view.showGridLines = False
    sheet.freeze_panes = f"{get_column_letter(frozen + 1)}2"
    set_up_page(sheet)
    sheet.print_title_rows = "1:1"
    for index, column in enumerate(columns, 1):
        sheet.column_dimensions[get_column_letter(index)].width = column.width
    written = Rows(sheet)
    headings = [column.heading for column in columns]
    written.append(((c.heading, c.band) for c in columns), row_height(_boxes(headings, columns), least=32))
    for record in records:
        values = [plain(column.get(record)) for column in columns]
        looks = (column.look for column in columns)
        written.append(zip(values, looks, strict=True), row_height(_boxes(values, columns)))
    if written.count > 1:
        _add_filters(sheet, title, headings, written.count)
    sheet.print_area = f"A1:{get_column_letter(printed)}{written.count}"
    return Written(sheet, written.count - 1, written.altered)


def _boxes(values: Iterable[Plain], columns: Iterable[Column[Record]]) -> Iterator[Box]:
    for value, column in zip(values, columns, strict=True):
        if isinstance(value, str):
            yield value, column.width, column.size


def _add_filters(sheet: Worksheet, title: str, headings: Sequence[str], last: int) -> None:
    area = f"A1:{get_column_letter(len(headings))}{last}"
    table = Table(displayName=title, ref=area, autoFilter=AutoFilter(ref=area))
    table.tableColumns = [TableColumn(id=number, name=heading) for number, heading in enumerate(headings, 1)]
    # Not add_table: it warns that a sheet written row by row lacks the columns that stand here.
    sheet.tables.add(table)
