"""Which ending of a file's name gives which format: the claim sheet, all other ways out, and installed packages'."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from claims import sheet
from claims.errors import ClaimsError
from claims.exporting import Findings, Report, csv, jsonl, jsonld, page, parquet, web_annotations
from claims.plugins import Registry

Exporter = Callable[[Findings, Path], Report]
"""Writes findings to a file; raises ClaimsError where it cannot."""

EXPORTERS: Final[Registry[Exporter]] = Registry(
    "claims.exporters",
    {
        ".xlsx": sheet.write,
        ".csv": csv.write,
        ".jsonl": jsonl.write,
        ".parquet": parquet.write,
        ".html": page.write,
        ".jsonld": jsonld.write,
        ".annotations.json": web_annotations.write,
    },
)
"""The exporter for each ending, in lower case. A new format is a file in exporting/ and its line above."""


def write(findings: Findings, path: str | Path) -> Report:
    """Write findings in the format that the end of the file's name says, in upper or lower case; the longest counts.

    Raises ClaimsError where it is none of :data:`EXPORTERS`, or the file cannot be written.
    """
    path = Path(path)
    fitting = [ending for ending in EXPORTERS if path.name.lower().endswith(ending)]
    if not fitting:
        raise ClaimsError(f"cannot export to {path}: the name must end in one of {', '.join(EXPORTERS)}")
    return EXPORTERS[max(fitting, key=len)](findings, path)
