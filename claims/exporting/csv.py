"""Findings as CSV: one line a claim, for spreadsheets and for whatever reads tables."""

import codecs
import csv
import json
from datetime import date
from itertools import zip_longest
from pathlib import Path

from claims.exporting.atomic import replacing
from claims.exporting.columns import COLUMNS, Value, rows
from claims.exporting.findings import Findings, Report, Tally
from claims.exporting.safe_text import for_csv


def write(findings: Findings, path: Path) -> Report:
    """Write a CSV file in the columns of :data:`claims.exporting.columns.COLUMNS`.

    It begins with a byte order mark, because Excel reads a CSV file without one in the code page of the
    country and garbles every curly quotation mark; pandas, R, DuckDB and sqlite-utils skip it. Offsets are
    JSON, such as [[0, 12]]. A text that a spreadsheet's cell cannot hold goes on in the same column of the
    next line, which has the claim's id and nothing else.

    Raises ClaimsError where the file cannot be written.
    """
    tally = Tally()
    with replacing(path) as file:
        writer = csv.writer(codecs.getwriter("utf-8-sig")(file), quoting=csv.QUOTE_ALL)
        writer.writerow(column.name for column in COLUMNS)
        for row in rows(findings):
            cells = [for_csv(_text(column.get(row))) for column in COLUMNS]
            writer.writerow(map(tally.add, cells))
            for continued in zip_longest(*(cell.rest for cell in cells), fillvalue=""):
                writer.writerow([row.claim.id, *continued[1:]])
    return tally.report(path, findings)


def _text(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, date):
        return value.isoformat()
    return json.dumps(value) if isinstance(value, tuple) else str(value)
