"""The mark of work left: how far speakers and groups are behind what was stored and decided.

Every change is committed together with this mark. Linking and grouping are computed outside the lock, for a revision of
the ledger, and stored only if it is still at that revision. What a process leaves undone, the next one finds and does.
"""

import json
import os
import socket
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update

from claims.ledger.failures import DamagedRowError
from claims.ledger.mapping import read
from claims.ledger.processes import command_of, started
from claims.ledger.schema import progress


class ChangedMeanwhileError(Exception):
    """The ledger changed since what was to be stored was computed: compute it again."""


@dataclass(frozen=True, slots=True)
class Progress:
    """What is left to do.

    Fields:
        revision: counts what was stored, decided, linked and grouped.
        linking, grouping: whether speakers are to be linked, and claims to be grouped.
        process: who stored or decided last, in words, if it is another process of this machine that still runs.
    """

    revision: int
    linking: bool
    grouping: bool
    process: str | None


def load_progress(connection: Connection) -> Progress:
    """What is left to do."""
    row = _row(connection)
    return Progress(
        row.revision, row.linked != row.changed, row.grouped != row.changed, read(_running, row.process)
    )


def start(connection: Connection) -> None:
    """Make the mark in a ledger that has none: all is to be linked and grouped."""
    if connection.execute(select(progress)).first() is None:
        connection.execute(insert(progress).values(number=1, revision=1, changed=1, linked=0, grouped=0))


def changed(connection: Connection) -> None:
    """Mark that something was stored or decided that speakers and groups depend on."""
    new = progress.c.revision + 1
    connection.execute(update(progress).values(revision=new, changed=new, process=_this_process(os.getpid())))


@lru_cache(maxsize=1)
def _this_process(pid: int) -> str:
    return json.dumps([socket.gethostname(), pid, started(pid)])


def linked(connection: Connection, *, wholly: bool) -> None:
    """Mark that speakers were linked; ``wholly``: they are as all that was stored and decided has them."""
    done = {"linked": progress.c.changed} if wholly else {}
    connection.execute(update(progress).values(revision=progress.c.revision + 1, **done))


def grouped(connection: Connection, *, wholly: bool) -> None:
    """Mark that claims were grouped; ``wholly``: none is left that was not."""
    done = {"grouped": progress.c.linked} if wholly else {}
    connection.execute(update(progress).values(revision=progress.c.revision + 1, **done))


def check(connection: Connection, revision: int) -> None:
    """Raise :class:`ChangedMeanwhileError` unless the ledger is still at this revision."""
    if _row(connection).revision != revision:
        raise ChangedMeanwhileError


def _row(connection: Connection) -> Row[Any]:
    found = connection.execute(select(progress)).first()
    if found is None:
        raise DamagedRowError("the mark of what is left to do is missing")
    return found


def _running(process: str | None) -> str | None:
    """The other process of this machine that made the mark, if it still runs."""
    if process is None:
        return None
    host, pid, since = json.loads(process)
    if host != socket.gethostname() or pid == os.getpid() or since is None or started(pid) != since:
        return None
    return f"process {pid} ({command_of(pid)})"
