"""Findings as JSON Lines: one object a claim, for programs."""

from pathlib import Path

from claims.exporting.atomic import replacing
from claims.exporting.columns import COLUMNS, rows
from claims.exporting.findings import Findings, Report, Tally
from claims.exporting.json_objects import as_json


def write(findings: Findings, path: Path) -> Report:
    """Write UTF-8 JSON Lines whose keys are the columns of :data:`claims.exporting.columns.COLUMNS`.

    Offsets are lists of [start, end], dates are ISO 8601, what is not known is null. Text is written as it
    is; only a lone surrogate, which UTF-8 cannot hold, becomes "�".

    Raises ClaimsError where the file cannot be written.
    """
    tally = Tally()
    with replacing(path) as file:
        for row in rows(findings):
            file.write(as_json({column.name: column.get(row) for column in COLUMNS}, tally) + b"\n")
    return tally.report(path, findings)
