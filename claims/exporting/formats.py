"""Which file name gives which format."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from claims.errors import ClaimsError
from claims.exporting import csv, jsonl
from claims.exporting.findings import Findings, Report

Writer = Callable[[Findings, Path], Report]

FORMATS: Final[Mapping[str, Writer]] = {".csv": csv.write, ".jsonl": jsonl.write}


def write(findings: Findings, path: str | Path, formats: Mapping[str, Writer] = FORMATS) -> Report:
    """Write findings in the format that the file's suffix names, upper or lower case.

    ``formats`` maps suffixes to writers; a caller that knows of more passes its own.

    Raises ClaimsError for a suffix that is not among them, or where the file cannot be written.
    """
    path = Path(path)
    try:
        writer = formats[path.suffix.lower()]
    except KeyError:
        known = ", ".join(formats)
        raise ClaimsError(f"cannot export to {path}: the name must end in one of {known}") from None
    return writer(findings, path)
