"""The command ``claims``: one file a command; each reads its options, calls the library and prints."""

import atexit
import errno
import gc
import logging
import os
import sys
from typing import TYPE_CHECKING, Final

_OBJECTS_A_COLLECTION: Final = 200_000
"""A command ends soon, and nearly all that it makes lives until then: a look-up makes fewer and collects nothing."""

gc.set_threshold(_OBJECTS_A_COLLECTION)  # before the imports, which make the most
atexit.register(gc.freeze)  # all that is left goes with the process: to look through it for cycles is wasted

from claims.cli.commands import command_line, command_of
from claims.cli.output import warn
from claims.errors import ClaimsError

if TYPE_CHECKING:
    import typer

    app: typer.Typer
    """All commands."""


def __getattr__(name: str) -> object:
    """``app``, for which every command's module is imported."""
    if name != "app":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return command_line()


def __dir__() -> list[str]:
    """What tools that look for a command line find."""
    return [*globals(), "app"]


_READER_GONE: Final = (errno.EPIPE, errno.EINVAL) if os.name == "nt" else (errno.EPIPE,)
"""What a pipe whose reader has ended says; Windows has another word for it."""


class _ToStderr(logging.Handler):
    def emit(self, record: logging.LogRecord) -> None:
        warn(record.getMessage())


def main() -> None:
    """Run the command line; a :class:`ClaimsError` becomes one line on stderr and exit code 2."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
            # What programs expect of JSON, and of CSV in a file, whatever the system speaks.
            if not stream.isatty() and "PYTHONIOENCODING" not in os.environ:
                stream.reconfigure(encoding="utf-8")
    log = logging.getLogger("claims")
    if not log.handlers:
        log.addHandler(_ToStderr())
    log.propagate = False
    try:
        _run()
    except ClaimsError as error:
        warn(str(error))
        sys.exit(2)
    except OSError as error:
        if error.errno not in (*_READER_GONE, errno.ENOSPC):
            raise
        # Whatever is left to be written would fail once more at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if error.errno == errno.ENOSPC:
            warn(f"the output could not be written ({error.strerror}): free some space and try again")
        sys.exit(2 if error.errno == errno.ENOSPC else 1)


def _run() -> None:
    """Run the command with all of its output: that a program such as `head` has read enough is no error."""
    try:
        command_line(command_of(sys.argv[1:]))()
    finally:
        sys.stdout.flush()
