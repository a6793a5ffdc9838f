"""Seconds and memory of taking a sheet back, beside a bare read of the same sheet by the same reader in the same run.

    python benchmarks/review.py [CLAIMS]

The sheet is an export of so many invented claims, with a verdict in every third row. It is taken into a ledger that
has the claims and no verdict (first), then into the same ledger, which now knows them all (again). Each is done by a
process of its own, and the ledger is made before the clock starts, as adding its articles leaves it: linked and
grouped. Seconds are those of the processor, which other programs do not change. Exits with 1 where a review takes a
minute or more.
"""

import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import groupby
from pathlib import Path
from typing import Final

from python_calamine import CalamineWorkbook

from claims import desk, sheet
from claims.ledger import Ledger

sys.path.insert(0, str(Path(__file__).parents[1]))
from tests.sheet.valley import valley

CLAIMS = 100_000
MOST_SECONDS = 60.0


def bare(_: int, path: Path) -> Callable[[], int]:
    """All rows by the reader alone."""
    return lambda: sum(1 for _ in CalamineWorkbook.from_path(path).get_sheet_by_name("Claims").iter_rows())


def first(claims: int, path: Path) -> Callable[[], int]:
    """A review whose verdicts are all new to the ledger, which stores them."""
    ledger = Ledger.open(path.with_name("claims.db"), create=True)
    for article, found in groupby(valley(claims).claims, key=lambda claim: claim.article):
        ledger.add(article, list(found))
    desk.refresh(ledger)
    return lambda: len(desk.review(ledger, path).new)


def again(_: int, path: Path) -> Callable[[], int]:
    """A review whose verdicts the ledger knows all."""
    ledger = Ledger.open(path.with_name("claims.db"))
    return lambda: desk.review(ledger, path).unchanged


STEPS: Final = {"bare": bare, "first": first, "again": again}


def main() -> None:
    """Write the sheet, run each step in a process of its own, and print what it took."""
    if len(sys.argv) > 2:
        work = STEPS[sys.argv[1]](int(sys.argv[2]), Path(sys.argv[3]))
        start = time.process_time()
        print(work(), time.process_time() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
        return
    claims = int(sys.argv[1]) if len(sys.argv) > 1 else CLAIMS
    seconds = {}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "sheet.xlsx"
        sheet.write(valley(claims), path)
        for step in STEPS:
            command = [sys.executable, __file__, step, str(claims), str(path)]
            done = subprocess.run(command, check=True, capture_output=True, text=True)
            rows, seconds[step], memory = map(float, done.stdout.split())
            print(f"{step}: {rows:,.0f} rows or verdicts in {seconds[step]:.1f} s, peak {memory:.0f} MB")
    slowest = max(seconds["first"], seconds["again"])
    print(f"ratio {slowest / seconds['bare']:.1f}, slowest {slowest:.1f} s (less than {MOST_SECONDS:.0f})")
    sys.exit(int(slowest >= MOST_SECONDS))


if __name__ == "__main__":
    main()
