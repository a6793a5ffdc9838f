"""Findings as Parquet: the records of the CSV file with their types, for DuckDB, Spark, pandas and R."""

from itertools import islice
from pathlib import Path
from typing import Final

from claims.errors import ClaimsError
from claims.exporting.atomic import replacing
from claims.exporting.columns import COLUMNS, rows
from claims.exporting.findings import Findings, Report, Tally
from claims.exporting.json_objects import fit

_ROWS_AT_ONCE: Final = 10_000


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
    types = {
        "str": pa.string(),
        "Int64": pa.int64(),
        "date": pa.date32(),
        "offsets": pa.list_(pa.list_(pa.int64())),
    }
    schema = pa.schema([(column.name, types.get(column.type, column.type)) for column in COLUMNS])
    with replacing(path) as file, pq.ParquetWriter(file, schema, compression="zstd") as writer:
        every = rows(findings)
        while some := list(islice(every, _ROWS_AT_ONCE)):
            arrays = [fit([column.get(row) for row in some], tally) for column in COLUMNS]
            writer.write_table(pa.table(arrays, schema=schema))
    return tally.report(path, findings)
