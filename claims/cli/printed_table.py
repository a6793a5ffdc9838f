"""Tables of any number of rows whose cells wrap at words, for a person.

They look like rich's, which asks each cell for its width, and pads and crops each line of it, several times over: for a
page of groups that would take as long as all else that the command does.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from math import ceil
from typing import TYPE_CHECKING, Final, NamedTuple

from rich.cells import cell_len, get_character_cell_size
from rich.console import Console, ConsoleOptions
from rich.segment import Segment
from rich.text import Text

if TYPE_CHECKING:
    from rich.table import Table as Grid

_GAP: Final = 3
"""Blanks between two columns."""
_LEAST: Final = 2
"""No column is made narrower: there are letters that take two columns of the terminal."""

_Line = tuple[int, Sequence[Segment]]
"""A line of a cell, with the columns of the terminal that it takes."""
_NOTHING: Final[_Line] = (0, ())


class Column(NamedTuple):
    """How wide a column is: as wide as its widest cell where nothing else is said, and narrower where room is short.

    Fields:
        heading: what stands above it.
        no_wrap: other columns are made narrower first.
        max_width: in columns of the terminal.
        ratio: its share of the width that the columns without a share leave; the table is as wide as the terminal then.
        right: its cells end below each other, as numbers do.
    """

    heading: str
    no_wrap: bool = False
    max_width: int | None = None
    ratio: int = 0
    right: bool = False


class Table:
    """A table that rich's console prints."""

    def __init__(self, *columns: str | Column) -> None:
        self._columns = [Column(column) if isinstance(column, str) else column for column in columns]
        self._rows: list[tuple[Text, ...]] = []
        self._sections: set[int] = set()

    @property
    def row_count(self) -> int:
        """How many rows there are below the headings."""
        return len(self._rows)

    def add_row(self, *cells: str | Text) -> None:
        """Add a row, a cell a column; a line break in one is kept."""
        self._rows.append(tuple(Text(cell) if isinstance(cell, str) else cell for cell in cells))

    def add_section(self) -> None:
        """Set the rows so far apart from those that follow."""
        self._sections.add(len(self._rows))

    def stacked(self) -> "Grid":
        """The same for a narrow terminal: each row is a block, a line a cell with its heading before it."""
        from rich.table import Table as Grid

        blocks = Grid.grid(padding=(0, 1))
        for row in self._rows:
            for column, cell in zip(self._columns, row, strict=True):
                if cell:
                    blocks.add_row(Text(column.heading, "dim"), cell)
            blocks.add_row()
        return blocks

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Segment]:
        """The table's lines, as rich asks for them."""
        widths = self._widths(options.max_width)
        headings = [
            _lines(Text(column.heading, "bold"), width, console)
            for column, width in zip(self._columns, widths, strict=True)
        ]
        highest = max(map(len, headings))
        yield from self._drawn([[_NOTHING] * (highest - len(its)) + its for its in headings], widths)
        across = sum(widths) + _GAP * (len(widths) - 1)
        yield Segment(("-" if options.ascii_only else "─") * across + "\n")
        for number, row in enumerate(self._rows):
            if number in self._sections:
                yield Segment.line()
            cells = [_lines(cell, width, console) for cell, width in zip(row, widths, strict=True)]
            yield from self._drawn(cells, widths)

    def _widths(self, terminal: int) -> list[int]:
        room = max(len(self._columns), terminal - _GAP * (len(self._columns) - 1))
        widths = [
            _LEAST if column.ratio else _widest(column, (row[number] for row in self._rows))
            for number, column in enumerate(self._columns)
        ]
        shares = sum(column.ratio for column in self._columns)
        left = room - sum(
            width for width, column in zip(widths, self._columns, strict=True) if not column.ratio
        )
        for number, column in enumerate(self._columns):
            if column.ratio:
                widths[number] = max(_LEAST, ceil(column.ratio * left / shares))
                shares, left = shares - column.ratio, left - widths[number]
        wrapping = [number for number, column in enumerate(self._columns) if not column.no_wrap]
        for which in (wrapping, range(len(widths))):
            _narrow(widths, which, room)
        return widths

    def _drawn(self, cells: Iterable[Sequence[_Line]], widths: Sequence[int]) -> Iterator[Segment]:
        for lines in zip_longest(*cells, fillvalue=_NOTHING):
            begin = end = 0
            for column, width, (used, segments) in zip(self._columns, widths, lines, strict=True):
                if used:
                    place = begin + (width - used if column.right else 0)
                    yield Segment(" " * (place - end))
                    yield from segments
                    end = place + used
                begin += width + _GAP
            yield Segment.line()


def _widest(column: Column, cells: Iterable[Text]) -> int:
    """How wide a column would be, if there were room."""
    plain = (line for cell in cells for line in cell.plain.split("\n"))
    widest = max(map(cell_len, (column.heading, *plain)))
    return widest if column.max_width is None else min(widest, column.max_width)


def _narrow(widths: list[int], which: Sequence[int], room: int) -> None:
    """Make the widest of some columns narrower, all to one width, until all columns together have room."""
    while which and (excess := sum(widths) - room) > 0:
        widest = max(widths[number] for number in which)
        if widest <= _LEAST:
            return
        second = max((widths[number] for number in which if widths[number] < widest), default=_LEAST)
        at = [number for number in which if widths[number] == widest]
        for left, number in zip(range(len(at), 0, -1), at, strict=True):
            cut = min(widest - second, ceil(excess / left))
            widths[number] -= cut
            excess -= cut


def _lines(cell: Text, width: int, console: Console) -> list[_Line]:
    """The lines of a cell in a column of this width."""
    words = cell.plain
    if not all(get_character_cell_size(letter) == 1 or letter == "\n" for letter in set(words)):
        wrapped = cell.wrap(console, width, overflow="fold")
        for line in wrapped:
            line.rstrip()
        return [(line.cell_len, _styled(line, console)) for line in wrapped]
    styled = _styled(cell, console)
    return [(end - start, _part(styled, start, end)) for start, end in _wrapped(words, width)]


def _wrapped(words: str, width: int) -> Iterator[tuple[int, int]]:
    """Where each line of words begins and ends; a word that is longer than a line goes on in the next one."""
    at = 0
    for line in words.split("\n"):
        start, end = at, at + len(line.rstrip())
        at += len(line) + 1
        while end - start > width:
            blank = words.rfind(" ", start + 1, start + width + 1)
            stop = start + width if blank < 0 else blank
            yield start, start + len(words[start:stop].rstrip())
            start = stop
            while words[start] == " ":
                start += 1
        yield start, end


def _styled(words: Text, console: Console) -> list[Segment]:
    if words.spans:
        return list(words.render(console))
    return [Segment(words.plain, console.get_style(words.style) if words.style else None)]


def _part(styled: Sequence[Segment], start: int, end: int) -> list[Segment]:
    """What stands between two places of styled words."""
    if len(styled) == 1:
        return [Segment(styled[0].text[start:end], styled[0].style)]
    found, at = [], 0
    for text, style, _ in styled:
        if at < end and start < at + len(text):
            found.append(Segment(text[max(0, start - at) : end - at], style))
        at += len(text)
    return found
