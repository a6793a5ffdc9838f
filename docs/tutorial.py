"""Run tutorial, guides and README as a reader would: type the commands, fill in the tables, look at the answers.

    python docs/tutorial.py [PAGE ...]

puts what is printed now in the place of what the pages show. tests/test_tutorial.py compares the two, and
docs/pictures.py draws the sheets that come about. Run it from the repository's root.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from openpyxl import load_workbook

TUTORIAL = Path("docs/tutorial.md")
README = Path("README.md")
GUIDES = tuple(sorted(Path("docs/guides").glob("*.md")))
COLUMNS = 100
"""How wide the reader's terminal is."""

_BLOCK = re.compile(
    r"^```console\n(?P<console>.*?)^```$|^(?P<table>(?:\|[^\n]*\n)+)", re.DOTALL | re.MULTILINE
)
_WORKBOOK = re.compile(r"`([\w-]+\.xlsx)`")
_ELISION = "…"
_SITE = "localhost:18000"
"""Where pages say that a server is, which shows the folder `site`; here it gets a port that is free."""


@dataclass(frozen=True)
class Command:
    """A command, and what is shown below it; ``start`` and ``end`` are where that is in the page."""

    line: str
    shown: str
    start: int
    end: int


@dataclass(frozen=True)
class Edit:
    """A row that is filled in by hand: how its first cells begin, and what goes into the other columns."""

    workbook: str
    row: dict[str, str]
    cells: dict[str, str]


def steps(page: str) -> Iterator[Command | Edit]:
    """What the reader does, in order.

    A table with the columns Speaker and Content belongs to the workbook that was named last; they say which row of the
    worksheet Claims is meant, the other columns what is put there.
    """
    for block in _BLOCK.finditer(page):
        if block["table"]:
            heading, _, *rows = (
                [cell.strip() for cell in line.strip()[1:-1].split("|")]
                for line in block["table"].splitlines()
            )
            if not {"Speaker", "Content"} <= set(heading):
                continue
            workbook = _WORKBOOK.findall(page[: block.start()])[-1]
            for row in rows:
                cells = dict(zip(heading, row, strict=True))
                known = {name: cells.pop(name).removesuffix(_ELISION) for name in ("Speaker", "Content")}
                yield Edit(workbook, known, {name: cell for name, cell in cells.items() if cell})
            continue
        at = block.start("console")
        for typed in re.finditer(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", block["console"], re.MULTILINE):
            yield Command(typed[1], typed[2], at + typed.start(2), at + typed.end(2))


def run(page: str, folder: Path) -> Iterator[tuple[Command, str]]:
    """Do what the page says in an empty folder that holds seeds/; gives each command with what it printed."""
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("CLAIMS_")},
        "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]),
        "COLUMNS": str(COLUMNS),
        "NO_COLOR": "1",
    }
    with _serving(folder / "site") if _SITE in page else nullcontext(_SITE) as site:
        yield from _run(page, folder, environment, site)


def _run(page: str, folder: Path, environment: dict[str, str], site: str) -> Iterator[tuple[Command, str]]:
    for step in steps(page):
        if isinstance(step, Edit):
            fill_in(folder / step.workbook, step)
            continue
        done = subprocess.run(  # noqa: S602, the page is ours, and its commands are for a shell
            step.line.replace(_SITE, site),
            shell=True,
            cwd=folder,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        printed = done.stdout.replace(site, _SITE)
        yield step, "".join(f"{line.rstrip()}\n" for line in printed.splitlines())


@contextmanager
def _serving(folder: Path) -> Iterator[str]:
    """A server that shows a folder, as long as a page is run; its host and port, which has five digits."""
    with ThreadingHTTPServer(("localhost", 0), partial(_Quiet, directory=str(folder))) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        yield f"localhost:{server.server_port}"
        server.shutdown()
        thread.join()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing of what is asked for."""


def fill_in(path: Path, edit: Edit) -> None:
    """Type into a row of the worksheet Claims, as a reviewer does."""
    book = load_workbook(path, rich_text=True)
    page = book["Claims"]
    at = {str(cell.value): number for number, cell in enumerate(page[1], 1)}

    def is_meant(row: int) -> bool:
        return all(str(page.cell(row, at[name]).value).startswith(text) for name, text in edit.row.items())

    (row,) = filter(is_meant, range(2, page.max_row + 1))
    for name, text in edit.cells.items():
        page.cell(row, at[name], text)
    book.save(path)


def main() -> None:
    """Put what the commands print into the pages that are named, by default all."""
    for path in map(Path, sys.argv[1:] or (TUTORIAL, README, *GUIDES)):
        page = path.read_text("utf-8")
        with tempfile.TemporaryDirectory() as folder:
            shutil.copytree("seeds", Path(folder, "seeds"))
            for command, printed in reversed(list(run(page, Path(folder)))):
                page = page[: command.start] + printed + page[command.end :]
        path.write_text(page, "utf-8")


if __name__ == "__main__":
    main()
