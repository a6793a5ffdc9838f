"""Findings as Parquet: the records of the CSV file with their types, for DuckDB, Spark, pandas and R."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any, Final

from claims.errors import ClaimsError
from claims.exporting.atomic import replacing
from claims.exporting.columns import COLUMNS, ClaimRow, Value, rows
from claims.exporting.findings import Findings, Report, Tally
from claims.exporting.safe_text import for_json

_ROWS_AT_ONCE: Final = 10_000

_NUMBERS: Final = {"confidence": "float64", "version": "int64", "start": "int64", "end": "int64"}
_DATES: Final = frozenset({"published", "reviewed_on"})


def write(findings: Findings, path: Path) -> Report:
    """Write a Parquet file in the columns of :data:`claims.exporting.columns.COLUMNS`.

    Dates are dates, offsets are lists of [start, end], what is not known is null. Of text only a lone
    surrogate, which UTF-8 cannot hold, becomes "�".

    Raises ClaimsError where the file cannot be written, or pyarrow is not installed.
    """
    try:
        import pyarrow as pa  # noqa: PLC0415, an extra
        import pyarrow.parquet as pq  # noqa: PLC0415
    except ImportError:
        problem = f"cannot write {path}: Parquet needs pyarrow; run `pip install 'claims[parquet]'`"
        raise ClaimsError(problem) from None
    tally = Tally()
    schema = pa.schema([(column.name, _type(pa, column.name)) for column in COLUMNS])
    with replacing(path) as file, pq.ParquetWriter(file, schema, compression="zstd") as writer:
        every = rows(findings)
        while some := list(islice(every, _ROWS_AT_ONCE)):
            arrays = [list(_values(some, index, tally)) for index in range(len(COLUMNS))]
            writer.write_table(pa.table(arrays, schema=schema))
    return tally.report(path, findings)


def _type(pa: Any, name: str) -> Any:
    if name.endswith("_offsets"):
        return pa.list_(pa.list_(pa.int64()))
    if name in _DATES:
        return pa.date32()
    return getattr(pa, _NUMBERS.get(name, "string"))()


def _values(some: list[ClaimRow], index: int, tally: Tally) -> Iterator[Value]:
    get = COLUMNS[index].get
    for row in some:
        value = get(row)
        if isinstance(value, str):
            safe = for_json(value)
            tally.add(safe)
            value = safe.text
        yield value
