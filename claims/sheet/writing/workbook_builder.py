"""A workbook that is being written: its pages so far, how they are printed, what had to be altered in them."""

from collections.abc import Iterable
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import BinaryIO, Self

from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from claims.exporting import Findings, Report, Tally, for_workbook
from claims.sheet.writing.openpyxl_private import footer, new_workbook
from claims.sheet.writing.row_writer import RowWriter
from claims.sheet.writing.styles import FONT, SIZE, Styles
from claims.sheet.writing.xlsx_package import save


@dataclass(frozen=True, slots=True)
class Continued:
    """The rest of a text that a cell had no room for, in pieces, and where the cell is."""

    page: str
    column: str
    row: int
    claim: str | None
    pieces: tuple[str, ...]


class WorkbookBuilder:
    """Gathers a workbook's pages; a context manager that at its end lets go of the files beside the workbook."""

    def __init__(
        self,
        findings: Findings,
        title: str = "Claim sheet",
        subject: str = "Claims from news articles, to verify",
    ) -> None:
        self.findings = findings
        self.pages: dict[str, RowWriter] = {}
        self.continued: list[Continued] = []
        self._book = new_workbook(Font(name=FONT, size=SIZE))
        self._book.properties.title = for_workbook(title).text
        self._book.properties.subject = subject
        self._book.properties.creator = "claims"
        self._tally = Tally()
        self._files = ExitStack()
        self._styles: Styles | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._files.close()

    def add_page(self, title: str, widths: Iterable[float], *, landscape: bool = True) -> RowWriter:
        """A new worksheet of this name, with columns of these widths in digits, ready for its rows."""
        sheet: Worksheet = self._book.create_sheet(title)
        sheet.sheet_view.showGridLines = False
        _set_up_print(sheet, landscape=landscape)
        listed = tuple(widths)
        for index, width in enumerate(listed, 1):
            sheet.column_dimensions[get_column_letter(index)].width = width
        self._styles = self._styles or Styles(sheet)
        rows = self._files.enter_context(RowWriter(sheet, listed, self._styles, self._tally))
        self.pages[title] = rows
        return rows

    def save(self, file: BinaryIO, path: Path, dated: date) -> Report:
        """Write the workbook as xlsx, and report that it is at ``path``.

        ``dated`` stands for the times at which it was made and changed.
        """
        save(self._book, self.pages, file, dated)
        return self._tally.report(path, self.findings)


def _set_up_print(sheet: Worksheet, *, landscape: bool) -> None:
    """Fit the sheet to the width of A4 pages, with its name and page numbers below; before the first row."""
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.orientation = "landscape" if landscape else "portrait"
    sheet.page_setup.paperSize = 9
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.page_margins = PageMargins(left=0.4, right=0.4, top=0.5, bottom=0.6, header=0.3, footer=0.3)
    sheet.HeaderFooter.oddFooter = footer("&A", "Page &P of &N")
