"""Which file name gives which format."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from claims.errors import ClaimsError
from claims.exporting import annotations, csv, jsonl, jsonld, page, parquet
from claims.exporting.findings import Findings, Report

Writer = Callable[[Findings, Path], Report]

FORMATS: Final[Mapping[str, Writer]] = {
    ".csv": csv.write,
    ".jsonl": jsonl.write,
    ".parquet": parquet.write,
    ".html": page.write,
    ".jsonld": jsonld.write,
    ".annotations.json": annotations.write,
}


def write(findings: Findings, path: str | Path, formats: Mapping[str, Writer] = FORMATS) -> Report:
    """Write findings in the format that the file's suffix names, upper or lower case.

    ``formats`` maps suffixes to writers; a caller that knows of more passes its own.

    Raises ClaimsError for a suffix that is not among them, or where the file cannot be written.
    """
    path = Path(path)
    for suffix, writer in formats.items():
        if path.name.lower().endswith(suffix):
            return writer(findings, path)
    raise ClaimsError(f"cannot export to {path}: the name must end in one of {', '.join(formats)}")
