"""Cells of a worksheet that are merged over several rows: what stands in them stands in the first row only."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from html import unescape
from typing import Final

from python_calamine import CalamineSheet

_PLACE: Final = re.compile(rb"<table:(table|table-row|table-cell|covered-table-cell)(?:\s([^>]*))?>")
_NUMBER: Final = re.compile(
    rb"table:number-(rows-repeated|columns-repeated|rows-spanned|columns-spanned)=[\"'](\d+)[\"']"
)
_NAME: Final = re.compile(rb"table:name=[\"']([^\"']*)[\"']")
_SPANNED: Final = b"number-rows-spanned"


@dataclass(frozen=True, slots=True)
class MergedCells:
    """Cells that are one: rows from 1 and columns from 0, the last ones included."""

    first_row: int
    last_row: int
    first_column: int
    last_column: int


def merged_over_rows(sheet: CalamineSheet, content: Callable[[], Iterable[bytes]]) -> list[MergedCells]:
    """The merged cells of a worksheet that are more than one row high.

    ``content``: gives the text of an OpenDocument file, of which python-calamine does not tell them, in pieces that
    end before a tag begins; of other files none.
    """
    found = [
        MergedCells(first[0] + 1, last[0] + 1, first[1], last[1])
        for first, last in sheet.merged_cell_ranges or ()
    ]
    if any(_SPANNED in piece for piece in content()):
        found += _of_ods(content(), sheet.name)
    return [cells for cells in found if cells.last_row > cells.first_row]


def _of_ods(content: Iterable[bytes], name: str) -> list[MergedCells]:
    found = []
    row = column = 0
    repeats, ours = 0, False
    for text in content:
        for tag, attributes in _PLACE.findall(text):
            number = {key: int(value) for key, value in _NUMBER.findall(attributes)}
            if tag == b"table":
                named = _NAME.search(attributes)
                ours = named is not None and unescape(named[1].decode("utf-8", "replace")) == name
                row, repeats = 0, 0
            elif tag == b"table-row":
                row, column, repeats = row + repeats, 0, number.get(b"rows-repeated", 1)
            else:
                if ours and _SPANNED in attributes:
                    last = (
                        row + number.get(b"rows-spanned", 1),
                        column + number.get(b"columns-spanned", 1) - 1,
                    )
                    found.append(MergedCells(row + 1, last[0], column, last[1]))
                column += number.get(b"columns-repeated", 1)
    return found
