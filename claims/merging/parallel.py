"""A parallel map over stretches of indices, in forked processes that share the parent's memory."""

import os
import sys
import warnings
from collections.abc import Callable, Iterator, Sequence
from multiprocessing import get_context, parent_process
from typing import Any, Final, TypeVar

from claims.freed_memory import give_back

_T = TypeVar("_T")
_Work = Callable[[int, int], _T]

_FORKS: Final = sys.platform == "linux"
"""Elsewhere a child process would have to be handed every claim, which takes longer than the work itself."""

WORTH_A_PROCESS: Final = 1_000
"""Less than this is done sooner than a process is started."""
_PIECES: Final = 16
"""So many pieces there are for each process: the last to be done with one keeps the others waiting for no longer."""


def is_shared_out(count: int) -> bool:
    """Whether so much work is shared out among processes; what one of these is given is not."""
    return _FORKS and count >= WORTH_A_PROCESS and _processors() > 1 and parent_process() is None


def in_stretches(work: _Work[_T], count: int, *, at_once: int) -> Iterator[_T]:
    """What ``work(start, stop)`` gives for stretches of at most ``at_once`` out of ``count``, in their order.

    Much work is shared out among the processors that this process may use. The results are the same.
    """
    if not is_shared_out(count):
        yield from (work(*stretch) for stretch in _stretches(0, count, at_once))
        return
    processes = _processors()
    # New processes for each round: one that lives on ends with a copy of all the memory it has looked at.
    for start, stop in _stretches(0, count, processes * at_once):
        size = min(at_once, -(-(stop - start) // (processes * _PIECES)))
        yield from _shared_out(work, list(_stretches(start, stop, size)), processes)


def _stretches(start: int, stop: int, size: int) -> Iterator[tuple[int, int]]:
    return ((at, min(at + size, stop)) for at in range(start, stop, size))


def _processors() -> int:
    return len(os.sched_getaffinity(0))


def _shared_out(work: _Work[_T], stretches: Sequence[tuple[int, int]], processes: int) -> Iterator[_T]:
    """What is found in the stretches, of which this process and others take one after the other."""
    give_back()
    context = get_context("fork")
    taken = context.Value("q", 0)

    def take_turns() -> list[tuple[int, _T]]:
        found: list[tuple[int, _T]] = []
        while True:
            with taken.get_lock():
                number = taken.value
                taken.value += 1
            if number >= len(stretches):
                return found
            found.append((number, work(*stretches[number])))

    with warnings.catch_warnings():
        # Python warns of forking beside other threads: those of numpy and onnxruntime, which no child waits for.
        warnings.simplefilter("ignore", DeprecationWarning)
        with context.Pool(processes - 1, _start, (take_turns,)) as pool:
            others = [pool.apply_async(_run) for _ in range(processes - 1)]
            found = dict(take_turns())
            for other in others:
                found.update(other.get())
    yield from (found[number] for number in range(len(stretches)))


_given: list[Callable[[], Any]] = []


def _start(work: Callable[[], Any]) -> None:
    _given.append(work)


def _run() -> Any:
    return _given[-1]()
