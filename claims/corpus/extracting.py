"""An archive's records to articles with their claims: each worker process reads and extracts with one model."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Final

from claims import extraction, reading
from claims.corpus.guarding import guarded
from claims.corpus.record_rows import COLUMNS, row_of
from claims.corpus.session import batch_of, rows_in, stored
from claims.errors import ClaimsError
from claims.records import Article, short_hash

if TYPE_CHECKING:
    from pyarrow import RecordBatch
    from pyspark.sql import DataFrame, SparkSession

PARTS: Final = 64
AT_ONCE: Final = 16
_FILE: Final = "corpus.jsonl"
"""What a record is called: an article's key is its address, else this name with the record's id behind it."""
_SHOWN: Final = 2_000
"""So much of a bad record is kept beside the reason."""
_ROWS_AT_ONCE: Final = 100
"""So many records are handed back to Spark together."""
_SECONDS: Final = 300.0
"""Processor time after which an article is given up."""


@dataclass(frozen=True, slots=True)
class Extracted:
    """What became of the records: how many are ``articles``, how many are ``bad``, and how many parts were done now."""

    articles: int
    bad: int
    parts: int


def extract(
    session: "SparkSession", source: str, corpus: str, *, parts: int = PARTS, model: str | None = None
) -> Extracted:
    """Extract the claims of all records of ``source``, Parquet or JSON Lines files, into the folder ``corpus``.

    A record has the fields of a table that :func:`claims.reading.read_all` reads. The records are done in so many
    ``parts``, by their hashes; a part that is finished is not done again, so that the same call goes on where an
    earlier one ended. What cannot be read, or fails, is kept with its reason in ``corpus/bad``.

    Raises :class:`ClaimsError` where the source cannot be read, or the corpus was begun with another number of parts.
    """
    from pyspark.sql import functions as f

    records = _records(session, source).withColumn(
        "part", f.pmod(f.xxhash64("record"), f.lit(parts)).cast("int")
    )
    left = sorted(set(range(parts)) - _finished(session, corpus, parts))
    session.conf.set("spark.sql.sources.partitionOverwriteMode", "dynamic")
    for start in range(0, len(left), AT_ONCE):
        now = left[start : start + AT_ONCE]
        due = records.where(f.col("part").isin(now)).repartition(len(now), "part")
        done = due.mapInArrow(partial(_extracted, model=model), COLUMNS)
        done.write.partitionBy("part").mode("overwrite").parquet(f"{corpus}/extracted")
        marks = session.createDataFrame([(part, parts) for part in now], "part int, parts int")
        marks.coalesce(1).write.mode("append").parquet(f"{corpus}/finished")
    session.conf.set("spark.sql.sources.partitionOverwriteMode", "static")
    found = stored(session, f"{corpus}/extracted")
    bad = found.where("problem IS NOT NULL").select("record", "problem")
    bad.write.mode("overwrite").parquet(f"{corpus}/bad")
    return Extracted(found.where("problem IS NULL").count(), bad.count(), len(left))


def _records(session: "SparkSession", source: str) -> "DataFrame":
    """Each record as JSON."""
    from pyspark.errors import AnalysisException
    from pyspark.sql import functions as f

    try:
        if "json" in source.rpartition("/")[2].partition(".")[2]:
            return session.read.text(source).where("trim(value) <> ''").toDF("record")
        table = session.read.parquet(source)
    except AnalysisException as error:
        why = str(error).splitlines()[0][:200]
        raise ClaimsError(
            f"{source}: Spark cannot read it ({why}): name a .parquet or .jsonl file, or a folder of them"
        ) from None
    return table.select(f.to_json(f.struct("*")).alias("record"))


def _finished(session: "SparkSession", corpus: str, parts: int) -> set[int]:
    try:
        marks = stored(session, f"{corpus}/finished").distinct().collect()  # a number a part
    except ClaimsError:
        return set()
    begun = {mark.parts for mark in marks}
    if begun != {parts}:
        raise ClaimsError(f"{corpus}: begun with {begun.pop()} parts: say --parts so, or name another folder")
    return {mark.part for mark in marks}


def _extracted(batches: "Iterator[RecordBatch]", model: str | None) -> "Iterator[RecordBatch]":
    extraction.load_tagger(model)
    found = guarded(partial(_of_part, model=model), rows_in(batches))
    while some := list(islice(found, _ROWS_AT_ONCE)):
        yield batch_of((row for given, its in some for row in its or [_fatal(given)]), COLUMNS)


def _of_part(given: dict[str, Any], model: str | None) -> list[dict[str, Any]]:
    return [{**row, "part": given["part"]} for row in _rows(given["record"], model)]


def _fatal(given: dict[str, Any]) -> dict[str, Any]:
    problem = "the process that read it was ended, perhaps for want of memory, and so was the next one"
    return {"problem": problem, "record": given["record"][:_SHOWN], "part": given["part"]}


def _rows(record: str, model: str | None) -> list[dict[str, Any]]:
    """The articles of a record, or why there is none: whatever fails, the others go on."""
    try:
        return [_row(found, record, model) for found in _read(record)]
    except ClaimsError as error:
        problem = str(error)
    except Exception as error:  # of one record in a hundred million, anything is to be expected
        problem = f"{type(error).__name__}: {' '.join(str(error).split())[:200]}"
    return [{"problem": problem, "record": record[:_SHOWN]}]


def _row(found: "Article | reading.Unread", record: str, model: str | None) -> dict[str, Any]:
    if not isinstance(found, Article):
        return {"problem": found.problem.rpartition(f"{_FILE}#")[2], "record": record[:_SHOWN]}
    if language := reading.foreign_language(found.text):
        problem = f"in {language}; claims are found in English only"
        return {"problem": problem, "record": record[:_SHOWN]}
    with reading.time_limit(found.key, _SECONDS, "finding its claims"):
        return row_of(found, extraction.extract(found, model))


def _read(record: str) -> "Iterator[Article | reading.Unread]":
    """What the reader of tables makes of a record, as if it stood in a file alone."""
    item = json.loads(record)
    if isinstance(item, dict) and not any(item.get(name) for name in reading.TABLE_FIELDS["id"]):
        record = json.dumps({**item, "id": short_hash(record)}, ensure_ascii=False)
    with TemporaryDirectory() as folder:
        path = Path(folder) / _FILE
        path.write_text(record, "utf-8")
        yield from reading.read_all(path, root=Path(folder))
