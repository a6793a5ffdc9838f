"""A workbook that is being written: its pages so far, and what had to be altered in them."""

from collections.abc import Iterable
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from claims.exporting.findings import Findings, Report, Tally
from claims.sheet.package import new_book, save
from claims.sheet.printing import set_up_page
from claims.sheet.rows import Rows
from claims.sheet.style import Styles


@dataclass(frozen=True, slots=True)
class Continued:
    """The rest of a text that a cell had no room for, in pieces, and where the cell is."""

    page: str
    column: str
    row: int
    claim: str | None
    pieces: tuple[str, ...]


class Draft:
    """A context manager; leaving it lets go of the files beside the workbook."""

    def __init__(self, findings: Findings) -> None:
        self.findings = findings
        self.pages: dict[str, Rows] = {}
        self.continued: list[Continued] = []
        self._book = new_book()
        self._book.properties.title = "Claim sheet"
        self._book.properties.subject = "Claims from news articles, to verify"
        self._book.properties.creator = "claims"
        self._tally = Tally()
        self._files = ExitStack()
        self._styles: Styles | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._files.close()

    def add_page(self, title: str, widths: Iterable[float], *, landscape: bool = True) -> Rows:
        """A new worksheet of this name, with columns of these widths in digits, ready for its rows."""
        sheet: Worksheet = self._book.create_sheet(title)
        sheet.sheet_view.showGridLines = False
        set_up_page(sheet, landscape=landscape)
        listed = tuple(widths)
        for index, width in enumerate(listed, 1):
            sheet.column_dimensions[get_column_letter(index)].width = width
        self._styles = self._styles or Styles(sheet)
        rows = self._files.enter_context(Rows(sheet, listed, self._styles, self._tally))
        self.pages[title] = rows
        return rows

    def save(self, file: BinaryIO, dated: date) -> None:
        """Write the workbook as xlsx; ``dated`` stands for the times at which it was made and changed."""
        save(self._book, self.pages, file, dated)

    def report(self, path: Path) -> Report:
        """What is to be said about the workbook."""
        return self._tally.report(path, self.findings)
