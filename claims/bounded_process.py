"""Reading a file that may be made to do harm: in a process of its own, with bounds on its memory and time.

What a spreadsheet's parser is made to take is known to the parser only; a check beforehand can be led astray. Where
processes cannot be forked, or have no bounds, the work is done in this one.
"""

import faulthandler
import os
import pickle
import signal
import sys
import warnings
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Final, NoReturn, TypeVar

from claims.errors import ClaimsError

_T = TypeVar("_T")

_BOUNDED: Final = sys.platform.startswith("linux")


class OutOfBoundsError(ClaimsError):
    """Work that took more memory or time than it may, or ended its process."""


def bounded(work: Callable[[], _T], *, memory: int, seconds: float) -> _T:
    """What ``work`` gives, which must be something to pickle.

    ``memory`` are bytes that it may take beside what this process has, ``seconds`` those of a processor's time. Raises
    what it raises, and :class:`OutOfBoundsError` where it takes more.
    """
    if not _BOUNDED:
        return work()
    reading, writing = os.pipe()
    with warnings.catch_warnings():
        warnings.simplefilter(
            "ignore", DeprecationWarning
        )  # of threads, which the new process has no use for
        child = os.fork()
    if child == 0:
        os.close(reading)
        _work(work, writing, memory, seconds)
    os.close(writing)
    status = None
    try:
        with os.fdopen(reading, "rb") as results:
            found = results.read()
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    finally:
        if status is None:  # interrupted
            with suppress(ProcessLookupError):
                os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
    if status != 0:
        raise OutOfBoundsError(f"more than {memory // 1_000_000} MB, or {seconds:.0f} seconds")
    given, problem = pickle.loads(found)  # noqa: S301  # from this very program
    if problem is not None:
        raise problem
    result: _T = given
    return result


def _work(work: Callable[[], object], writing: int, memory: int, seconds: float) -> NoReturn:
    """Do the work in the new process and end."""
    status = 1
    try:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        faulthandler.disable()
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # where a parser says that it is out of memory
        _bound(memory, seconds)
        try:
            found: tuple[object, BaseException | None] = work(), None
        except MemoryError:
            os._exit(1)
        except Exception as error:  # raised again where it can be shown
            found = None, error
        with os.fdopen(writing, "wb") as results:
            pickle.dump(found, results)
        status = 0
    finally:
        os._exit(status)


def _bound(memory: int, seconds: float) -> None:
    import resource  # noqa: PLC0415  # which not every system has

    used = int(Path("/proc/self/statm").read_text("ascii").split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (used + memory, resource.RLIM_INFINITY))
    resource.setrlimit(resource.RLIMIT_CPU, (int(seconds), int(seconds) + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
