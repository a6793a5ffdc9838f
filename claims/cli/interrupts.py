"""Ctrl-C while articles are read: the one that is being read is finished first."""

import signal
from types import FrameType, TracebackType
from typing import Any, Final, Self

from claims.cli.output import warn

STOPPED: Final = 130
"""The exit code of what Ctrl-C ended, as shells have it."""


class Interrupt:
    """Makes the first Ctrl-C a request to stop; the second one ends the command at once."""

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

    def _note(self, number: int, frame: FrameType | None) -> None:
        if self._came:
            signal.signal(signal.SIGINT, self._before)
            raise KeyboardInterrupt
        self._came = True
        warn("stopping after this article; Ctrl-C again stops at once")
