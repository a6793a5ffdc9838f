"""The rows of a worksheet, written as XML into a file beside the workbook, so that memory stays flat.

openpyxl makes objects of every cell, which takes several times as long; it still writes all else.
"""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from tempfile import SpooledTemporaryFile
from typing import IO, Final, Self
from urllib.parse import urlsplit

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from claims.exporting import Tally
from claims.sheet.writing.cells import CellContent, CellWriter, CellXml
from claims.sheet.writing.row_heights import row_height
from claims.sheet.writing.styles import Styles

_IN_MEMORY: Final = 1 << 20

_MOST_LINKS: Final = 65_530
"""How many links a worksheet of Excel holds; a sheet with more is reported as damaged."""
_LONGEST_LINK: Final = 2_079
# The characters of RFC 3986 and letters beyond ASCII (RFC 3987); Excel calls a file with others damaged.
_CHARACTER = r"(?:[\w\-.~:/?@!$&'()*+,;=]|%[0-9A-Fa-f]{2})"
_ADDRESS = re.compile(rf"https?://{_CHARACTER}+(?:#{_CHARACTER}*)?", re.IGNORECASE)

LookName = str | Mapping[str, str]
"""The name of a look, or where it depends on the value, a name for each."""


class RowWriter:
    """The rows of one worksheet: what has been written, and what there is to say about it."""

    def __init__(self, sheet: Worksheet, widths: Iterable[float], styles: Styles, tally: Tally) -> None:
        self.sheet = sheet
        self.count = 0
        self.links: list[tuple[str, str]] = []
        """Which cell leads where."""
        self._styles = styles
        self._tally = tally
        self._widths = tuple(widths)
        self._openings = tuple(f'<c r="{get_column_letter(n)}' for n in range(1, len(self._widths) + 1))
        self._writers: tuple[dict[str, CellWriter], ...] = tuple({} for _ in self._widths)
        self._file: IO[bytes] = SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115, closed with the rows

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def append(
        self, cells: Iterable[tuple[CellContent, LookName]], least: float = 0.0
    ) -> list[tuple[int, tuple[str, ...]]]:
        """Write the next row, at least ``least`` points high, from values with their looks.

        Gives the rest of each text that its cell has no room for: the column, counted from 0, and the pieces.
        """
        self.count += 1
        number = f'{self.count}"'
        written = [self._cell(index, value, look) for index, (value, look) in enumerate(cells)]
        height = row_height(max([cell.height for cell in written], default=0.0), least)
        cells_xml = [
            opening + number + cell.xml for opening, cell in zip(self._openings, written, strict=False)
        ]
        row = f'<row r="{number} ht="{height:g}" customHeight="1">{"".join(cells_xml)}</row>'
        self._file.write(row.encode())
        return [(index, cell.rest) for index, cell in enumerate(written) if cell.rest]

    def xml(self) -> IO[bytes]:
        """What was written, from its beginning."""
        self._file.seek(0)
        return self._file

    @property
    def area(self) -> str:
        """The cells that were written, as a range."""
        return f"A1:{get_column_letter(len(self._widths))}{max(1, self.count)}"

    def _cell(self, index: int, value: CellContent, look: LookName) -> CellXml:
        if not isinstance(look, str):
            look = look[str(value)]
        if look == "link":
            look = self._link(index, value)
        writer = self._writers[index].get(look)
        if writer is None:
            writer = CellWriter(look, self._widths[index], self._styles, self._tally)
            self._writers[index][look] = writer
        return writer.cell(value)

    def _link(self, index: int, value: CellContent) -> str:
        """The look of an address; it is a link as long as the worksheet may have more."""
        if not isinstance(value, str) or not _is_linkable(value) or len(self.links) >= _MOST_LINKS:
            return "quiet"
        self.links.append((f"{get_column_letter(index + 1)}{self.count}", value))
        return "link"


@lru_cache(maxsize=_MOST_LINKS)
def _is_linkable(address: str) -> bool:
    """Whether an address is a web page's, http or https, in a form that every spreadsheet program takes."""
    if len(address) > _LONGEST_LINK or not _ADDRESS.fullmatch(address):
        return False
    try:
        parts = urlsplit(address)
        return bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False
