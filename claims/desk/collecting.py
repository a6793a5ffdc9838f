"""Work without the garbage collector's search for cycles."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from claims.freed_memory import give_back


@contextmanager
def uncollected() -> Iterator[None]:
    """Look for no cycles of objects meanwhile.

    Linking, grouping and exporting make many objects that live to their end, and hardly a cycle: looking for cycles
    takes a fifth of their time, and in the processes that grouping forks it would write to, and so copy, all memory
    that they share. What they leave is given back at the end.
    """
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()
        give_back()
