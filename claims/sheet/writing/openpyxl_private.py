"""What openpyxl has no public way for: the one file that touches its private parts."""

import io
from typing import Any

from openpyxl import Workbook
from openpyxl.drawing.spreadsheet_drawing import SpreadsheetDrawing
from openpyxl.packaging.relationship import RelationshipList
from openpyxl.styles import Font
from openpyxl.utils.indexed_list import IndexedList
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.worksheet import Worksheet


def new_workbook(font: Font) -> Workbook:
    """An empty workbook in which column widths are measured in digits of this font: Excel's normal style."""
    book = Workbook()
    book.remove(book.worksheets[0])
    book._fonts = IndexedList([font])  # type: ignore[attr-defined]
    book._named_styles["Normal"].font = font  # type: ignore[attr-defined]
    return book


def footer(left: str, right: str) -> HeaderFooterItem:
    """A page's footer; "&A" is the worksheet's name, "&P" the page's number, "&N" how many there are."""
    return HeaderFooterItem(left=_HeaderFooterPart(left), right=_HeaderFooterPart(right))


def worksheet_xml(sheet: Worksheet, area: str) -> tuple[bytes, RelationshipList]:
    """A worksheet's XML without rows, as if its cells filled ``area`` (such as "A1:F20"), and its relations.

    The list of relations is the one that is saved: a relation added to it is in the file.
    """
    drawing: Any = SpreadsheetDrawing()
    drawing.charts = sheet._charts  # type: ignore[attr-defined]
    sheet._drawing = drawing  # type: ignore[attr-defined]
    sheet.calculate_dimension = lambda: area  # type: ignore[method-assign]
    out = io.BytesIO()
    writer = WorksheetWriter(sheet, out)
    writer.write()
    relations: RelationshipList = writer._rels  # type: ignore[attr-defined]
    sheet._rels = relations  # type: ignore[attr-defined]
    return out.getvalue(), relations
