"""Work on records in a process beside this one, so that a record that takes its process down takes nothing else down.

What kills a process from within (a fault in a library's compiled code, memory that the system takes back) no ``except``
catches; Spark would try the whole part four times, and then give up the command.
"""

import sys
import warnings
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing import get_context
from typing import Final, TypeVar

from claims import children

Item = TypeVar("Item")
Found = TypeVar("Found")

_HOW: Final = "fork" if sys.platform == "linux" else "spawn"
_AHEAD: Final = 4
"""So many items wait for the process, so that it waits for none."""
_TRIES: Final = 2
"""A process may be ended for what others did: an item that ends a second one, alone, is to blame."""


def guarded(work: Callable[[Item], Found], items: Iterable[Item]) -> Iterator[tuple[Item, Found | None]]:
    """Each item with what ``work``, a function of a module, makes of it; None where two processes did not survive it.

    The process is forked where that can be, so that it has all that is loaded here, and ends with this one.
    """
    left = iter(items)
    waiting: deque[tuple[Item, int]] = deque()
    while True:
        pool = ProcessPoolExecutor(1, get_context(_HOW), children.begin)
        try:
            yield from _until_broken(pool, work, left, waiting)
        except BrokenProcessPool:
            item, tries = waiting.popleft()
            if tries + 1 < _TRIES:
                waiting.appendleft((item, tries + 1))
            else:
                yield item, None
        else:
            return
        finally:
            pool.shutdown(cancel_futures=True)


def _until_broken(
    pool: ProcessPoolExecutor,
    work: Callable[[Item], Found],
    left: Iterator[Item],
    waiting: deque[tuple[Item, int]],
) -> Iterator[tuple[Item, Found | None]]:
    """What is found; ``waiting`` has the items without it, the one that the process has in hand first."""
    begun: deque[Future[Found]] = deque()

    def begin(item: Item) -> None:
        with (
            warnings.catch_warnings()
        ):  # of a fork beside threads of libraries, none of which the process waits for
            warnings.simplefilter("ignore", DeprecationWarning)
            begun.append(pool.submit(work, item))

    for item, _ in waiting:
        begin(item)
    while True:
        for item in islice(left, _AHEAD - len(waiting)):
            waiting.append((item, 0))
            begin(item)
        if not waiting:
            return
        found = begun.popleft().result()
        yield waiting.popleft()[0], found
