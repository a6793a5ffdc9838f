"""Seconds and memory of a claim sheet, beside a bare openpyxl write-only dump of the same cells in the same run.

    python benchmarks/sheet.py [CLAIMS]

Each is done by a process of its own, so that each has its own peak of memory; seconds are those of the processor, which
other programs do not change. The invented claims, and for the dump the values of the cells, are made before the clock
starts or while it stands still. Exits with 1 where the sheet takes over 1.5 times as long as the dump, or more than
500 MB.
"""

import pickle
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final
from unittest.mock import patch

from openpyxl import Workbook

from claims import sheet
from claims.exporting import Highlighted
from claims.sheet.writing.cells import CellContent, Formula
from claims.sheet.writing.row_writer import LookName, RowWriter

sys.path.insert(0, str(Path(__file__).parents[1]))
from tests.sheet.valley import valley

CLAIMS = 100_000
MOST_TIMES = 1.5
MOST_MEMORY = 500.0


def export(claims: int, folder: Path) -> float:
    """Seconds for the claim sheet."""
    findings = valley(claims)
    start = time.process_time()
    sheet.write(findings, folder / "sheet.xlsx")
    return time.process_time() - start


def values(claims: int, folder: Path) -> float:
    """Put the values of the sheet's cells into a file, row by row, for the dump."""
    written = RowWriter.append
    with (folder / "cells").open("wb") as file:

        def append(
            rows: RowWriter, cells: Iterable[tuple[CellContent, LookName]], least: float = 0.0
        ) -> list[tuple[int, tuple[str, ...]]]:
            listed = list(cells)
            pickle.dump((rows.sheet.title, [_plain(value) for value, _ in listed]), file)
            return written(rows, listed, least)

        with patch.object(RowWriter, "append", append):
            sheet.write(valley(claims), folder / "values.xlsx")
    return 0.0


def _plain(value: CellContent) -> object:
    if isinstance(value, Highlighted):
        return value.text
    return value.value if isinstance(value, Formula) else value


def dump(_: int, folder: Path) -> float:
    """Seconds for the same values by openpyxl alone, without the time that it takes to read them."""
    book = Workbook(write_only=True)
    sheets: dict[str, Any] = {}
    seconds = 0.0
    for title, row in _unpickled(folder / "cells"):
        start = time.process_time()
        if title not in sheets:
            sheets[title] = book.create_sheet(title)
        sheets[title].append(row)
        seconds += time.process_time() - start
    start = time.process_time()
    book.save(folder / "dump.xlsx")
    return seconds + time.process_time() - start


def _unpickled(path: Path) -> Iterator[tuple[str, tuple[Any, ...]]]:
    with path.open("rb") as file:
        while True:
            try:
                yield pickle.load(file)  # noqa: S301, written a moment ago
            except EOFError:
                return


STEPS: Final = {"sheet": export, "values": values, "dump": dump}


def main() -> None:
    """Run each step in a process of its own and print what it took."""
    if len(sys.argv) > 2:
        seconds = STEPS[sys.argv[1]](int(sys.argv[2]), Path(sys.argv[3]))
        print(seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
        return
    claims = int(sys.argv[1]) if len(sys.argv) > 1 else CLAIMS
    with tempfile.TemporaryDirectory() as folder:
        figures = {step: _measured(step, claims, folder) for step in STEPS}
        for step, name in (("sheet", "claim sheet"), ("dump", "bare dump")):
            seconds, memory = figures[step]
            size = (Path(folder) / f"{step}.xlsx").stat().st_size / 2**20
            print(f"{name}: {claims:,} claims in {seconds:.1f} s, peak {memory:.0f} MB, file {size:.1f} MB")
    ratio, memory = figures["sheet"][0] / figures["dump"][0], figures["sheet"][1]
    print(f"ratio {ratio:.2f} (at most {MOST_TIMES}), memory {memory:.0f} MB (at most {MOST_MEMORY:.0f})")
    sys.exit(int(ratio > MOST_TIMES or memory > MOST_MEMORY))


def _measured(step: str, claims: int, folder: str) -> tuple[float, float]:
    command = [sys.executable, __file__, step, str(claims), folder]
    seconds, memory = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    return float(seconds), float(memory)


if __name__ == "__main__":
    main()
