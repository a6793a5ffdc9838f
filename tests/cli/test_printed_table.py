"""The tables of the listings: nothing is lost in them, and they look as rich's do."""

from io import StringIO
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table as RichTable
from rich.text import Text

from claims.cli.printed_table import Column, Table

words = st.text("aé“中-", min_size=1, max_size=40)
cells = st.lists(words, max_size=12).map(" ".join)
lines = st.lists(cells, min_size=1, max_size=3).map("\n".join)


def printed(table: Table | RichTable, width: int, **console: Any) -> list[str]:
    """The lines of a table in a terminal, without the blanks at their ends."""
    out = StringIO()
    Console(file=out, width=width, highlight=False, **console).print(table)
    return [line.rstrip() for line in out.getvalue().splitlines()]


@given(st.lists(st.tuples(cells, lines, cells), min_size=1, max_size=4), st.integers(72, 130))
def test_a_listing_looks_as_rich_would_draw_it(rows: list[tuple[str, str, str]], width: int) -> None:
    ours = Table(
        Column("Speaker", max_width=20), Column("Claim", ratio=1), Column("N", max_width=9, right=True)
    )
    theirs = RichTable(
        *("Speaker", "Claim", "N"),
        box=SIMPLE_HEAD,
        pad_edge=False,
        padding=(0, 1),
        show_edge=False,
        expand=True,
    )
    theirs.columns[0].max_width, theirs.columns[1].ratio, theirs.columns[2].max_width = 20, 1, 9
    theirs.columns[2].justify = "right"
    for column in theirs.columns:
        column.overflow = "fold"
    for row in rows:
        ours.add_row(*row)
        ours.add_section()
        theirs.add_row(*map(Text, row))
        theirs.add_section()
    assert printed(ours, width) == printed(theirs, width)


@given(st.lists(st.tuples(cells, cells, cells), min_size=1, max_size=4), st.integers(30, 130))
def test_columns_give_way_so_that_all_fits_and_no_letter_is_lost(
    rows: list[tuple[str, str, str]], width: int
) -> None:
    table = Table("One", Column("Two", right=True), Column("3", no_wrap=True))
    for row in rows:
        table.add_row(*row)
    found = printed(table, width)
    assert all(Text(line).cell_len <= width for line in found)
    written = sorted("".join(found[found.index(next(line for line in found if "─" in line)) + 1 :]))
    assert [letter for letter in written if letter != " "] == sorted(
        letter for row in rows for cell in row for letter in cell if letter != " "
    )


def test_styles_go_on_in_the_next_line() -> None:
    table = Table("Claim")
    table.add_row(Text("Vellmoor: ", "bold").append("that nobody was hurt", "red"))
    found = printed(table, 15, force_terminal=True, color_system="standard", no_color=False)
    assert found[2:] == [
        "\x1b[1mVellmoor: \x1b[0m\x1b[1;31mthat\x1b[0m",
        "\x1b[1;31mnobody was hurt\x1b[0m",
    ]


def test_a_narrow_terminal_has_a_line_a_cell_with_its_heading_before_it() -> None:
    table = Table("Speaker", "Role")
    table.add_row("Idra Vellmoor", "")
    assert printed(table.stacked(), 30) == ["Speaker Idra Vellmoor", ""]
