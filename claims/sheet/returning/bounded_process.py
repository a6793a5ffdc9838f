"""Reading a file that may be made to do harm: in a process of its own, with bounds on its memory and time.

What a sheet's parser is made to take is known to the parser only; a check beforehand can be led astray. Where processes
cannot be forked, or have no bounds, the work is done in this one.
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

_MEMORY: Final = 4_000_000_000
"""Bytes, beside what this process has."""
_SECONDS: Final = 10
_SECONDS_A_MEGABYTE: Final = 5
"""Processor time; a sheet of 100,000 claims takes some seconds a megabyte."""
_BOUNDED: Final = sys.platform.startswith("linux")


def bounded(work: Callable[[], _T], megabytes: float) -> _T:
    """What ``work`` gives, which must be something to pickle, from a file of so many ``megabytes``.

    Raises the :class:`ClaimsError` that it raises, and one in words that follow the file's name where it takes more
    memory or time than any claim sheet.
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
        _work(work, writing, megabytes)
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
        raise ClaimsError(
            "takes more memory or time to read than any claim sheet: save it again, without what is not of the sheet"
        )
    given, problem = pickle.loads(found)  # noqa: S301  # from this very program
    if problem is not None:
        raise problem
    result: _T = given
    return result


def _work(work: Callable[[], object], writing: int, megabytes: float) -> NoReturn:
    """Do the work in the new process and end."""
    status = 1
    try:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        faulthandler.disable()
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # where a parser says that it is out of memory
        _bound(megabytes)
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


def _bound(megabytes: float) -> None:
    import resource  # noqa: PLC0415  # which not every system has

    used = int(Path("/proc/self/statm").read_text("ascii").split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (used + _MEMORY, resource.RLIM_INFINITY))
    seconds = int(_SECONDS + _SECONDS_A_MEGABYTE * megabytes)
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
