"""Findings as CSV: one line a claim, for spreadsheets and for whatever reads tables."""

import codecs
import csv
import json
from datetime import date
from pathlib import Path

from claims.exporting.atomic import replacing
from claims.exporting.findings import Findings, Report
from claims.exporting.safe import for_csv
from claims.exporting.table import COLUMNS, Value, rows


def write(findings: Findings, path: Path) -> Report:
    """Write a CSV file in the columns of :data:`claims.exporting.table.COLUMNS`.

    It begins with a byte order mark, because Excel reads a CSV file without one in the code page of the
    country and garbles every curly quotation mark; pandas, R, DuckDB and sqlite-utils skip it. Offsets are
    JSON, such as [[0, 12]].

    Raises ClaimsError where the file cannot be written.
    """
    altered = 0
    with replacing(path) as file:
        writer = csv.writer(codecs.getwriter("utf-8-sig")(file), quoting=csv.QUOTE_ALL)
        writer.writerow(column.name for column in COLUMNS)
        for row in rows(findings):
            values = [_text(column.get(row)) for column in COLUMNS]
            cells = [for_csv(value) for value in values]
            altered += sum(cell != value for cell, value in zip(cells, values, strict=True))
            writer.writerow(cells)
    return Report(path, len(findings.claims), altered)


def _text(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, date):
        return value.isoformat()
    return json.dumps(value) if isinstance(value, tuple) else str(value)
