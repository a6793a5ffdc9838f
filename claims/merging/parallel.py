"""A parallel map over stretches of indices, in forked processes that share the parent's memory."""

import os
import sys
import warnings
from collections.abc import Callable, Iterator
from multiprocessing import get_context
from typing import Any, Final, TypeVar

from claims.freed_memory import give_back

_T = TypeVar("_T")
_Work = Callable[[int, int], _T]

_FORKS: Final = sys.platform == "linux"
"""Elsewhere a child process would have to be handed every claim, which takes longer than the work itself."""

WORTH_A_PROCESS: Final = 1_000
"""Less than this is done sooner than a process is started."""


FIRST: Final = 8
"""This part of one process's share is worked on before the others start."""


def is_shared_out(count: int) -> bool:
    """Whether so much work is shared out among processes."""
    return _FORKS and count >= WORTH_A_PROCESS


def in_stretches(work: _Work[_T], count: int, *, at_once: int) -> Iterator[_T]:
    """What ``work(start, stop)`` gives for stretches of at most ``at_once`` out of ``count``, in their order.

    Much work is shared out evenly among the processors that this process may use. The results are the same.
    """
    processes = len(os.sched_getaffinity(0)) if is_shared_out(count) else 1
    # All start with what this one puts into the caches of functions.
    first = min(at_once, count // (FIRST * processes)) if processes > 1 else 0
    if first:
        yield work(0, first)
    rounds = -(-(count - first) // (processes * at_once))
    size = -(-(count - first) // max(1, processes * rounds))
    stretches = [(start, min(start + size, count)) for start in range(first, count, max(1, size))]
    if processes < 2 or len(stretches) < 2:
        yield from (work(*stretch) for stretch in stretches)
        return
    give_back()
    with warnings.catch_warnings():
        # Python warns of forking beside other threads: those of numpy and onnxruntime, which no child waits for.
        warnings.simplefilter("ignore", DeprecationWarning)
        if len(stretches) <= processes:
            # One of them here: a process less that ends with a copy of all the memory it has looked at.
            mine, *others = stretches
            with get_context("fork").Pool(len(others), _start, (work,)) as pool:
                theirs = pool.map_async(_run, others, chunksize=1)
                yield work(*mine)
                yield from theirs.get()
            return
        # A process for each stretch: one that lives on ends with a copy of all the memory it has looked at.
        with get_context("fork").Pool(processes, _start, (work,), maxtasksperchild=1) as pool:
            yield from pool.imap(_run, stretches)


_given: list[_Work[Any]] = []


def _start(work: _Work[Any]) -> None:
    _given.append(work)


def _run(stretch: tuple[int, int]) -> Any:
    return _given[-1](*stretch)
