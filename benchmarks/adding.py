"""Adding in bulk: ``adding.py [ARTICLES ...]``, by default 200 and 2,000.

So many real articles, as text files in a folder, are added to a new ledger as ``claims add`` does, with one process and
with two, and for comparison only read and extracted by two, with nothing stored. Printed for each:

    seconds, a second   on the clock, and how many articles in each of them
    own, workers        seconds of processor time of the process that stores, and of those that read and extract
    refresh             of the first, the seconds of linking and grouping in the end
    MB                  the most memory of all processes together, shared pages counted once (Linux: PSS)

and then the ratios that are wanted: two processes to one (1.7 at least), two to bare extraction (0.85), and how much
more memory the last size takes than the first (at most 20 %).
"""

import json
import subprocess
import sys
import time
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, NamedTuple
from unittest.mock import patch

from corpora import UNLABELLED, need, read
from process_memory import cpu_seconds, watching

from claims import desk, reading
from claims.desk import pipeline
from claims.ledger import Ledger

SIZES: Final = (200, 2_000)
WAYS: Final = {"one": 1, "two": 2, "bare": 2}


class Figures(NamedTuple):
    """What is printed of one way."""

    seconds: float
    own: float
    workers: float
    refresh: float
    memory: float


@contextmanager
def timed_refresh() -> Iterator[list[float]]:
    """How long linking and grouping took."""
    taken: list[float] = []

    def timed(ledger: Ledger) -> None:
        began = time.process_time()
        desk.refresh(ledger)
        taken.append(time.process_time() - began)

    with patch("claims.desk.adding.refresh", timed):
        yield taken


def bare(folder: Path, processes: int) -> None:
    """Read and extract, and keep nothing."""
    options = pipeline.ReadingOptions(folder)
    found = pipeline.extract_files(
        reading.find([folder]).files, options=options, held=lambda _: False, processes=processes
    )
    deque(found, maxlen=0)


def measure(way: str, folder: Path) -> Figures:
    """Add what is in a folder in one of the ways, in this process and those that it starts."""
    with watching() as seen, timed_refresh() as refreshed, TemporaryDirectory() as place:
        began, own, every = time.perf_counter(), time.process_time(), cpu_seconds()
        if way == "bare":
            bare(folder, WAYS[way])
        else:
            with Ledger.open(Path(place) / "claims.db", create=True) as ledger:
                deque(desk.add_each(ledger, folder, processes=WAYS[way]), maxlen=0)
        seconds, own = time.perf_counter() - began, time.process_time() - own
        workers = cpu_seconds() - every - own
    return Figures(seconds, own, workers, sum(refreshed), max(seen))


def in_child(way: str, folder: Path) -> Figures:
    """Measure in a process of its own."""
    command = [sys.executable, __file__, way, str(folder)]
    return Figures(*json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout))


def main(sizes: list[int]) -> None:
    """Measure each size in each way."""
    need(UNLABELLED)
    texts = [document["text"] for document in read(UNLABELLED)]
    print(
        f"{'articles':>8} {'':5} {'seconds':>8} {'a second':>8} {'own':>8} {'workers':>8} {'refresh':>8} {'MB':>6}"
    )
    memory: dict[int, float] = {}
    for size in sizes:
        with TemporaryDirectory() as folder:
            for number, text in enumerate(texts[:size]):
                (Path(folder) / f"{number:05}.txt").write_text(text, "utf-8")
            found = {way: in_child(way, Path(folder)) for way in WAYS}
        for way, row in found.items():
            figures = (row.seconds, size / row.seconds, row.own, row.workers, row.refresh)
            print(f"{size:8,} {way:5}", *(f"{f:8.2f}" for f in figures), f"{row.memory:6.0f}", flush=True)
        one, two, plain = (found[way].seconds for way in WAYS)
        print(f"{size:8,} two to one {one / two:.2f}, two to bare {plain / two:.2f}", flush=True)
        memory[size] = found["two"].memory
    print(f"memory, last size to first {memory[sizes[-1]] / memory[sizes[0]]:.2f}")


if __name__ == "__main__":
    if len(sys.argv) == 3 and sys.argv[1] in WAYS:
        print(json.dumps(measure(sys.argv[1], Path(sys.argv[2]))))
    else:
        main([int(size.replace(",", "")) for size in sys.argv[1:]] or list(SIZES))
