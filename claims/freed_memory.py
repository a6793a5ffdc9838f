"""Memory that is no longer needed: given back to the system, caches emptied; and work without a search for cycles."""

import ctypes
import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import _lru_cache_wrapper


def give_back() -> None:
    """Give what the C library keeps of freed memory back to the system, where it is glibc (``malloc_trim``).

    It keeps whatever lies before something still in use: after ten thousand appearances are linked, 60 MB, and after
    twenty thousand claims are grouped, 140 MB, of which no process started then has any use. It takes milliseconds.
    """
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None) if sys.platform == "linux" else None
    if trim is not None:
        trim(0)


def forget(*packages: str) -> None:
    """Empty the caches of functions (:func:`functools.lru_cache`) in packages' modules, but for what is loaded once.

    What linking remembers of the names in 2,000 articles is 30 MB, and twice that where processes are forked: most of
    it is of no use to what comes after.
    """
    for name, module in list(sys.modules.items()):
        if name.startswith(packages):
            for found in vars(module).values():
                if isinstance(found, _lru_cache_wrapper) and found.cache_parameters()["maxsize"] is not None:
                    found.cache_clear()


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
