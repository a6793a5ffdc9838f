"""Ctrl-C while articles are read: the one that is being read is finished first."""

import signal
from types import FrameType, TracebackType
from typing import Any, Final, Self

import typer

from claims.cli.output import warn

STOPPED: Final = 130
"""The exit code of what Ctrl-C ended, as shells have it."""


class Interrupt:
    """Makes the first Ctrl-C a request to stop; the second one ends the command at once, by ``typer.Exit``.

    What was being stored then is stored whole or not at all.
    """

    def __init__(self) -> None:
        self._came = False
        self._before: Any = None

    def came(self) -> bool:
        """Whether it was asked for."""
        return self._came

    def __enter__(self) -> Self:
        self._before = signal.signal(signal.SIGINT, self._note)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        signal.signal(signal.SIGINT, self._before)
        if kind is KeyboardInterrupt:
            warn("stopped at once; what was stored before stays, and the same command goes on from there")
            raise typer.Exit(STOPPED)

    def _note(self, number: int, frame: FrameType | None) -> None:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # so that what is said now is said whole
        self._came = True
        warn("stopping after this article; Ctrl-C again stops at once")
        signal.signal(signal.SIGINT, self._stop)

    def _stop(self, number: int, frame: FrameType | None) -> None:
        from multiprocessing import active_children

        signal.signal(signal.SIGINT, signal.SIG_IGN)  # until all is put away, which takes no time
        for process in active_children():
            process.kill()
        raise KeyboardInterrupt
