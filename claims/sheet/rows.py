"""The rows of a worksheet: values as they are, text always as text, addresses as links."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final

from openpyxl.cell import Cell
from openpyxl.styles import Alignment
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from claims.exporting.safe import for_workbook, looks_like_formula
from claims.exporting.table import Value
from claims.sheet.links import MOST_LINKS, is_linkable
from claims.sheet.style import LOOKS

_FIRST_DATE: Final = date(1900, 3, 1)
"""Before it, the day numbers of spreadsheet programs differ from each other."""

_LEFTWARD_BLOCKS = re.compile("[\u0590-\u08ff\ufb1d-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]")
"""Where the scripts lie that are written from right to left; most text needs no closer look."""

Plain = str | int | float | date | None
"""What a cell can hold."""

Look = str | Mapping[str, str]
"""The name of a look, or where it depends on the value, a name for each."""


def plain(value: Value) -> Plain:
    """A value as a cell can hold it: offsets as "12–34, 40–51", a date before 1900-03-01 as text."""
    if isinstance(value, tuple):
        return ", ".join(f"{start}–{end}" for start, end in value)
    return value.isoformat() if isinstance(value, date) and value < _FIRST_DATE else value


class Rows:
    """Writes the rows of one worksheet and counts the cells whose text could not be kept as it was."""

    def __init__(self, sheet: Worksheet) -> None:
        self.altered = 0
        self.count = 0
        self._sheet = sheet
        self._links = 0
        self._styled: dict[tuple[str, bool, bool], Cell] = {}

    def append(self, values: Iterable[tuple[Plain, Look]], height: float) -> None:
        """Write the next row, ``height`` points high, from values with their looks."""
        self.count += 1
        self._sheet.row_dimensions[self.count].height = height
        # From a generator each cell is written before the next is asked for, so that one serves for all of a
        # look: to make and style a new one each time would double the time.
        cells = (self._cell(value, look) for value, look in values)
        self._sheet.append(cells)  # type: ignore[arg-type]  # the stubs take no Generator, only its concrete type
        del self._sheet.row_dimensions[self.count]

    def _cell(self, value: Plain, look: Look) -> Cell:
        if isinstance(look, Mapping):
            look = look[str(value)]
        if isinstance(value, str):
            return self._text(value, look)
        cell = self._styled_cell(look)
        cell.value = value
        return cell

    def _text(self, value: str, look: str) -> Cell:
        text = for_workbook(value)
        self.altered += text != value
        linked = look == "link" and self._links < MOST_LINKS and is_linkable(text)
        if look == "link" and not linked:
            look = "quiet"
        cell = self._styled_cell(look, quoted=looks_like_formula(text), leftwards=_runs_leftwards(text))
        cell.value = text
        # Assigning a value guesses its type: "=1+1" would be a formula and "#N/A" an error.
        cell.data_type = "s"
        if linked:
            cell.hyperlink = Hyperlink(ref="", target=text)
            self._links += 1
        return cell

    def _styled_cell(self, look: str, *, quoted: bool = False, leftwards: bool = False) -> Cell:
        key = (look, quoted, leftwards)
        if key not in self._styled:
            self._styled[key] = self._style(*key)
        return self._styled[key]

    def _style(self, name: str, quoted: bool, leftwards: bool) -> Cell:
        look = LOOKS[name]
        cell = Cell(self._sheet, row=1, column=1)
        cell.font = look.font
        cell.number_format = look.number_format
        if look.fill:
            cell.fill = look.fill
        if look.border:
            cell.border = look.border
        cell.alignment = look.alignment
        if leftwards:
            cell.alignment = Alignment(horizontal="right", readingOrder=2) + look.alignment
        # Keeps the text a text also when somebody edits the cell; no apostrophe is seen.
        cell.quotePrefix = quoted
        return cell


def _runs_leftwards(text: str) -> bool:
    """Whether the first letter of the text is written from right to left, as in Arabic or Hebrew."""
    if not _LEFTWARD_BLOCKS.search(text):
        return False
    directions = (unicodedata.bidirectional(character) for character in text)
    return next((d for d in directions if d in {"L", "R", "AL"}), "L") != "L"
