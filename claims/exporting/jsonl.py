"""Findings as JSON Lines: one object a claim, for programs."""

import json
from datetime import date
from pathlib import Path

from claims.exporting.atomic import replacing
from claims.exporting.findings import Findings, Report
from claims.exporting.safe import for_json
from claims.exporting.table import COLUMNS, rows


def write(findings: Findings, path: Path) -> Report:
    """Write UTF-8 JSON Lines whose keys are the columns of :data:`claims.exporting.table.COLUMNS`.

    Offsets are lists of [start, end], dates are ISO 8601, what is not known is null. Text is written as it
    is; only a lone surrogate, which UTF-8 cannot hold, becomes "�".

    Raises ClaimsError where the file cannot be written.
    """
    altered = 0
    with replacing(path) as file:
        for row in rows(findings):
            values = {column.name: column.get(row) for column in COLUMNS}
            record = {
                name: for_json(value) if isinstance(value, str) else value for name, value in values.items()
            }
            altered += sum(record[name] != value for name, value in values.items())
            file.write(json.dumps(record, ensure_ascii=False, default=date.isoformat).encode() + b"\n")
    return Report(path, len(findings.claims), altered)
