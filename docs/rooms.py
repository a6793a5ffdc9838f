"""Draw the rooms of the package as an SVG, from their imports and docstrings: ``rooms.py > docs/pictures/rooms.svg``.

An arrow is an import; one that a longer way of arrows stands for is left out (the transitive reduction of the graph). A
room's row is found from the imports, too; only its columns are set here.
"""

import ast
import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape
from itertools import groupby
from pathlib import Path
from typing import Final

import grimp

PACKAGE: Final = Path(__file__).parents[1] / "claims"
WITHOUT: Final = {
    "__main__",
    "bounded_process",
    "children",
    "errors",
    "exporters",
    "freed_memory",
    "lazy",
    "once",
    "plugins",
    "release",
}
"""What is no room: single files that say or list one thing for several."""
COLUMNS: Final = {
    **dict.fromkeys(("cli", "serve", "desk", "text"), (0, 7)),
    **{"reading": (0, 1), "extraction": (1, 1), "linking": (2, 1), "merging": (3, 1), "versions": (4, 1)},
    **{
        "sheet": (5, 1),
        "ledger": (6, 1),
        "corpus": (3.5, 3.5),
        "names": (1, 4),
        "exporting": (5, 1),
        "lexicons": (0, 3.5),
        "records": (3.5, 3.5),
    },
}
"""A room's first column and how many it is wide: rooms beside each other as an article goes through them."""

COLUMN, GAP, LINE = 168, 18, 16
CHARACTER: Final = 6.2
"""How wide a letter of a description is."""
BETWEEN: Final = 36
"""From one row to the next."""

Imports = Mapping[str, frozenset[str]]
"""Each room's name with those of the rooms that it imports."""


def imports_of_rooms() -> Imports:
    """The rooms of the package and what each imports."""
    graph = grimp.build_graph("claims")
    rooms = graph.find_children("claims")
    for room in rooms:
        graph.squash_module(room)
    names = {room: room.removeprefix("claims.") for room in rooms}
    found = {
        names[room]: {
            names[other] for other in graph.find_modules_directly_imported_by(room) & rooms - {room}
        }
        for room in sorted(rooms)
    }
    return {name: frozenset(direct - WITHOUT) for name, direct in found.items() if name not in WITHOUT}


def below(room: str, imports: Imports) -> set[str]:
    """All rooms that a room imports, directly or by way of others."""
    return set(imports[room]).union(*(below(other, imports) for other in imports[room]))


def arrows(imports: Imports) -> list[tuple[str, str]]:
    """The imports that no other ones imply."""
    return [
        (room, other)
        for room, direct in imports.items()
        for other in sorted(direct)
        if not any(other in below(between, imports) for between in direct)
    ]


def row(room: str, imports: Imports) -> int:
    """The row of a room, from 0: below the lowest one that imports it."""
    return max((1 + row(other, imports) for other, direct in imports.items() if room in direct), default=0)


def description(room: str) -> str:
    """The first sentence of what a room says of itself."""
    path = PACKAGE / room / "__init__.py"
    docstring = ast.get_docstring(
        ast.parse((path if path.exists() else PACKAGE / f"{room}.py").read_text("utf-8"))
    )
    return (docstring or "").splitlines()[0].replace("``", "").partition(". ")[0].rstrip(".")


@dataclass(frozen=True)
class Box:
    """A room in the picture: its place and size, and the lines in it."""

    x: float
    y: float
    width: float
    height: float
    lines: list[str]

    def svg(self) -> Iterator[str]:
        """The box and its lines."""
        place = f"x='{self.x:g}' y='{self.y:g}' width='{self.width:g}' height='{self.height:g}'"
        yield f"<rect {place} rx='6' fill='#eef3fa' stroke='#00429d'/>"
        for number, line in enumerate(self.lines):
            look = "font-size='12'" if number else "font-size='14' font-weight='bold'"
            y = self.y + (number + 1) * LINE + 4
            yield f"<text x='{self.x + self.width / 2:g}' y='{y:g}' {look}>{escape(line, quote=False)}</text>"


def boxes(imports: Imports) -> dict[str, Box]:
    """Each room's box."""
    found: dict[str, Box] = {}
    y = float(GAP)
    for _, standing in groupby(
        sorted(imports, key=lambda room: row(room, imports)), lambda room: row(room, imports)
    ):
        lines = {
            room: [
                room,
                *textwrap.wrap(description(room), int((COLUMNS[room][1] * COLUMN - 2 * GAP) / CHARACTER)),
            ]
            for room in standing
        }
        height = (1 + max(map(len, lines.values()))) * LINE
        for room, said in lines.items():
            first, wide = COLUMNS[room]
            found[room] = Box(GAP + first * COLUMN, y, wide * COLUMN - GAP, height, said)
        y += height + BETWEEN
    return found


def svg(imports: Imports) -> Iterator[str]:
    """The lines of the picture."""
    drawn = boxes(imports)
    width = max(box.x + box.width for box in drawn.values()) + GAP
    height = max(box.y + box.height for box in drawn.values()) + GAP
    yield f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {width:g} {height:g}' role='img' aria-label='{TITLE}'>"
    yield f"<title>{TITLE}</title>"
    yield f"<desc>{'; '.join(f'{one} imports {other}' for one, other in arrows(imports))}.</desc>"
    yield f"<rect width='{width:g}' height='{height:g}' fill='#ffffff'/>"
    yield "<marker id='tip' viewBox='0 0 8 8' refX='8' refY='4' markerWidth='8' markerHeight='8' orient='auto'>"
    yield "<path d='M0 0L8 4L0 8z' fill='#767676'/></marker>"
    yield "<g stroke='#767676' marker-end='url(#tip)'>"
    for one, other in arrows(imports):
        start, end = drawn[one], drawn[other]
        narrow = min(start, end, key=lambda box: box.width)
        yield f"<path d='M{narrow.x + narrow.width / 2:g} {start.y + start.height:g}V{end.y:g}'/>"
    yield "</g>"
    yield "<g text-anchor='middle' fill='#222222' font-family='Helvetica, Arial, sans-serif'>"
    for box in drawn.values():
        yield from box.svg()
    yield "</g></svg>"


TITLE: Final = "The rooms of the package, and which imports which"


if __name__ == "__main__":
    print("\n".join(svg(imports_of_rooms())))
