"""What the system ends while Spark is at work: a record's process, time and again, or a worker, once."""

import json
import os
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import which
from threading import Event, Thread
from typing import TYPE_CHECKING, Any, Final

import pytest

pytest.importorskip("pyspark", reason="PySpark is not installed: pip install 'claimsheet[spark]'")
if which("java") is None or not Path("/proc/self/stat").exists():
    pytest.skip("no Java is installed, or no /proc: make test-tools", allow_module_level=True)

from claims import corpus

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

pytestmark = pytest.mark.filterwarnings("ignore:PySpark does not yet fully support pandas:FutureWarning")

LONG: Final = 40
"""So many times the sample's words take some seconds."""
SECONDS: Final = 1.5
"""Of a processor's time, after which the system ends a process: the other records take less."""
_TICKS: Final = os.sysconf("SC_CLK_TCK")


@pytest.fixture(scope="module")
def spark() -> Iterator["SparkSession"]:
    with corpus.started("local[2]") as session:
        yield session


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A long record and some short ones."""
    path = tmp_path_factory.mktemp("news") / "corpus.jsonl"
    whole = Path("seeds/us-iraqi-cooperation.txt").read_text("utf-8")
    texts = [f"Mayor Ada Vale said that bridge {n} was closed." for n in range(6)]
    texts.insert(3, "\n\n".join([whole] * LONG))
    path.write_text(
        "".join(json.dumps({"id": f"n{n}", "body": text}) + "\n" for n, text in enumerate(texts)), "utf-8"
    )
    return path


class Process:
    """A process as /proc has it: who started it, and how many seconds it has worked."""

    def __init__(self, number: int) -> None:
        self.number = number
        fields = Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()
        self.parent = int(fields[1])
        self.seconds = (int(fields[11]) + int(fields[12])) / _TICKS


def guards() -> list[tuple[Process, Process]]:
    """The processes that read records, each with the worker that started it: Spark's daemon has started that."""
    found: dict[int, Process] = {}
    for place in Path("/proc").iterdir():
        if place.name.isdecimal():
            try:
                found[int(place.name)] = Process(int(place.name))
            except OSError:
                continue  # it has ended
    daemons = {number for number in found if b"pyspark.daemon" in _command(number)}
    workers = {n for n, one in found.items() if one.parent in daemons and n in daemons}
    return [(one, found[one.parent]) for n, one in found.items() if one.parent in workers and n in daemons]


def _command(number: int) -> bytes:
    try:
        return Path(f"/proc/{number}/cmdline").read_bytes()
    except OSError:
        return b""


@contextmanager
def ending(once: bool, whom: Callable[[Process, Process], Process]) -> Iterator[list[int]]:
    """End the process of a record, or its worker, whenever it has worked long; gives the numbers of the ended ones."""
    done, ended = Event(), list[int]()

    def watch() -> None:
        while not done.wait(0.05):
            for guard, worker in guards():
                if guard.seconds > SECONDS and not (once and ended):
                    ended.append(whom(guard, worker).number)
                    os.kill(ended[-1], signal.SIGKILL)
                    break

    watching = Thread(target=watch)
    watching.start()
    try:
        yield ended
    finally:
        done.set()
        watching.join()


def rows(spark: "SparkSession", folder: str) -> list[Any]:
    return spark.read.parquet(folder).collect()


def test_a_record_that_takes_its_process_down_is_put_aside_and_all_others_are_read(
    spark: "SparkSession", records: Path, tmp_path: Path
) -> None:
    with ending(False, lambda guard, _: guard) as ended:
        done = corpus.extract(spark, str(records), str(tmp_path), parts=2)
    assert len(ended) == 2
    assert (done.articles, done.bad) == (6, 1)
    (bad,) = rows(spark, f"{tmp_path}/bad")
    assert "ended" in bad.problem
    assert '"n3"' in bad.record


def test_a_part_whose_worker_is_ended_is_done_again(
    spark: "SparkSession", records: Path, tmp_path: Path
) -> None:
    with ending(True, lambda _, worker: worker) as ended:
        done = corpus.extract(spark, str(records), str(tmp_path), parts=2)
    assert len(ended) == 1
    assert (done.articles, done.bad) == (7, 0)
    until = time.monotonic() + 10
    while any(worker.number in ended for _, worker in guards()) and time.monotonic() < until:
        time.sleep(0.1)
    assert not [guard for guard, worker in guards() if worker.number in ended]
