"""An end to what a hostile file may keep a processor busy with."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final, NoReturn

from claims.errors import ClaimsError

_AGAIN: Final = 1.0
"""Seconds after which it is tried again where something swallowed the first attempt."""


class _OverError(BaseException):
    """No Exception, which libraries catch."""


@contextmanager
def time_limit(name: str, seconds: float, what: str) -> Iterator[None]:
    """End what is done inside when it has taken so many seconds of processor time.

    Raises ClaimsError then, which says of ``name`` that ``what`` took too long. Processor time, since a busy machine is
    no fault of a file. Nothing is ended where signals cannot do it: on Windows, and in other threads than the first.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGPROF, _over)
    signal.setitimer(signal.ITIMER_PROF, seconds, _AGAIN)
    try:
        yield
    except _OverError:
        signal.setitimer(signal.ITIMER_PROF, 0)
        raise ClaimsError(
            f"{name}: {what} took more than {seconds:.0f} seconds; give the article's text as a .txt file"
        ) from None
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def _over(*_: object) -> NoReturn:
    raise _OverError
