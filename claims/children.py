"""How a process that this one starts begins: it leaves Ctrl-C to this one, and ends when this one does."""

import os
import signal
from multiprocessing import connection, parent_process
from threading import Thread


def begin() -> None:
    """What a process of :mod:`multiprocessing` does first.

    One that outlived the process that started it would hold what it has from it: memory, and open connections, on which
    others wait.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)
