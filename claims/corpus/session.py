"""The connection to Spark, and what every step has of it."""

import os
import re
import shutil
import sys
import warnings
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from claims.errors import ClaimsError
from claims.release import install_command

if TYPE_CHECKING:
    from pyarrow import RecordBatch
    from pyspark.sql import DataFrame, SparkSession

Counts = Mapping[str, int]
"""How many there are of what."""

_PARTS_A_CORE: Final = 8
"""Into so many parts, for each core of this machine, Spark shares out what it brings together by a key."""
_ROWS_A_BATCH: Final = 1_000
_HERE: Final = re.compile(r"local(?:\[(\d+|\*)\])?")
_TRIES: Final = 4
MOST_OF_A_KEY: Final = 2_000
"""So many of those that share a key are compared with each other; the rest is counted as capped."""


def rows_in(batches: "Iterable[RecordBatch]") -> Iterator[dict[str, Any]]:
    """The rows of Arrow batches, as Spark hands them to a worker."""
    for batch in batches:
        yield from batch.to_pylist()


def batch_of(rows: Iterable[Mapping[str, Any]], columns: str) -> "RecordBatch":
    """Rows as a batch for Spark, whose columns are given as Spark writes them; what a row lacks is null."""
    import pyarrow as pa

    types = {
        "string": pa.string(),
        "bigint": pa.int64(),
        "int": pa.int32(),
        "double": pa.float64(),
        "binary": pa.binary(),
        "array<string>": pa.list_(pa.string()),
    }
    schema = pa.schema([(name, types[kind]) for name, kind in map(str.split, columns.split(", "))])
    return pa.RecordBatch.from_pylist(list(rows), schema)


def batches_of(rows: Iterable[Mapping[str, Any]], columns: str) -> "Iterator[RecordBatch]":
    """Rows as of :func:`batch_of`, in batches of so many that what each costs by itself does not count."""
    left = iter(rows)
    while some := list(islice(left, _ROWS_A_BATCH)):
        yield batch_of(some, columns)


@contextmanager
def started(master: str | None = None) -> Iterator["SparkSession"]:
    """A session, which ends with the block; ``master`` as Spark names it, by default all processors of this machine.

    Raises :class:`ClaimsError` where PySpark or Java is missing.
    """
    try:
        from pyspark.sql import SparkSession
    except ImportError:
        raise ClaimsError(f"an archive needs PySpark: run `{install_command('spark')}`") from None
    if shutil.which("java") is None and "JAVA_HOME" not in os.environ:
        raise ClaimsError("an archive needs Java, which Spark runs on: install a Java runtime, 17 or later")
    # Rows go to Spark and back through Arrow, none through pandas.
    warnings.filterwarnings("ignore", "PySpark does not yet fully support pandas", FutureWarning)
    settings: dict[str, Any] = {
        "spark.sql.execution.arrow.maxRecordsPerBatch": str(_ROWS_A_BATCH),
        "spark.log.level": "ERROR",
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
    }
    if (master or "local").startswith(
        "local"
    ):  # of Spark's own 200 parts most would be empty, and each has its price
        settings["spark.sql.shuffle.partitions"] = str(_PARTS_A_CORE * (os.cpu_count() or 1))
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)  # where this package is; a cluster says its own
    builder = SparkSession.builder.appName("claims").master(_with_retries(master or "local[*]"))
    session = builder.config(map=settings).getOrCreate()
    try:
        yield session
    finally:
        session.stop()


def _with_retries(master: str) -> str:
    """The master, on this machine with as many tries of a part as a cluster makes: of itself Spark makes one there."""
    here = _HERE.fullmatch(master)
    return f"local[{here[1] or 1},{_TRIES}]" if here else master


def stored(session: "SparkSession", path: str) -> "DataFrame":
    """A table that an earlier step has written. Raises :class:`ClaimsError` where it has not."""
    from pyspark.errors import AnalysisException

    try:
        return session.read.parquet(path)
    except AnalysisException:
        step = {"extracted": "extract IN CORPUS", "links": "link CORPUS", "speakers": "link CORPUS"}
        name = path.rpartition("/")[2]
        wanted = step.get(name, "merge CORPUS")
        raise ClaimsError(f"{path}: not there: run `claims corpus {wanted}` first") from None


def write(table: "DataFrame", path: str) -> int:
    """Put a table in the place of the one that is there; gives how many rows it has."""
    table.write.mode("overwrite").parquet(path)
    counted: Any = table.sparkSession.read.parquet(path).count()
    return int(counted)


def capped(table: "DataFrame", key: str, most_first: str, most: int) -> "tuple[DataFrame, DataFrame]":
    """The rows of keys that several have, at most ``most`` of a key, and how many rows each key lost by that.

    Of those that are too many, those with the highest ``most_first`` are kept. The rows of a key are in one part.
    """
    from pyspark.sql import functions as f
    from pyspark.sql.window import Window

    of_key = Window.partitionBy(key)
    ranked = table.withColumn("having", f.count("*").over(of_key)).where("having > 1")
    ranked = ranked.withColumn("rank", f.row_number().over(of_key.orderBy(f.desc(most_first), "number")))
    lost = ranked.where(f.col("having") > most).groupBy(key).agg((f.max("having") - most).alias("left_out"))
    return ranked.where(f.col("rank") <= most).drop("having", "rank"), lost
