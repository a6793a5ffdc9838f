"""The memory and processor time of a process and those that it starts.

It imports nothing beyond the standard library, so that a benchmark does not count what it needs itself.
"""

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def watching(every: float = 0.5) -> Iterator[list[float]]:
    """The memory in MB of this process and its children, shared pages counted once (Linux: PSS)."""
    seen, done = [memory()], threading.Event()

    def watch() -> None:
        while not done.wait(every):
            seen.append(memory())

    watcher = threading.Thread(target=watch)
    watcher.start()
    try:
        yield seen
    finally:
        done.set()
        watcher.join()


def memory() -> float:
    """The memory in MB of this process and its children."""
    own = os.getpid()
    children = Path(f"/proc/{own}/task/{own}/children").read_text("ascii").split()
    total = 0
    for process_id in (str(own), *children):
        try:
            lines = Path(f"/proc/{process_id}/smaps_rollup").read_text("ascii").splitlines()
        except OSError:  # it has just ended
            continue
        total += sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
    return total / 1024


def cpu_seconds() -> float:
    """Processor time of this process and of the children that have ended."""
    spent = os.times()
    return spent.user + spent.system + spent.children_user + spent.children_system
