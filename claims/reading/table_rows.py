"""Rows of a table in a document: one line each, where its cells are a line or two and not the text itself."""

from collections.abc import Iterable, Sequence
from typing import Final

_LONGEST: Final = 200  # characters of a cell; what is longer is text that a table lays out


def cells_of(cells: Iterable[Sequence[str]]) -> list[str]:
    """The words of a row's cells, each given by its paragraphs; none where one has several or a long one."""
    found = [[line for words in cell if (line := " ".join(words.split()))] for cell in cells]
    if len(found) < 2 or any(len(cell) > 1 or len("".join(cell)) > _LONGEST for cell in found):
        return []
    return ["".join(cell) for cell in found]


def row_of(cells: Iterable[str]) -> str:
    """A row as one line: "Port | Tonnes"."""
    return " | ".join(filter(None, cells))
