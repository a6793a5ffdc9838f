"""Memory that was freed, given back to the system."""

import ctypes
import sys


def give_back() -> None:
    """Give what the C library keeps of freed memory back to the system, where it is glibc (``malloc_trim``).

    It keeps whatever lies before something still in use: after ten thousand appearances are linked, 60 MB, and after
    twenty thousand claims are grouped, 140 MB, of which no process started then has any use. It takes milliseconds.
    """
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None) if sys.platform == "linux" else None
    if trim is not None:
        trim(0)
