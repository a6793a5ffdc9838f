"""How probably two names mean one person: ``names.py PAIRS.csv OUT.csv``.

PAIRS has a header line with the columns ``name1`` and ``name2``, and any others. OUT has the same rows and columns, and
``probability`` (0 to 1) as the last one.
"""

import csv
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

from claims.names import compare

_NEEDED = ("name1", "name2")
_ADDED = "probability"


def main() -> None:
    """Read, compare, write."""
    if len(sys.argv) != 3:
        _stop(f"names.py needs two files: {(__doc__ or '').splitlines()[0]}")
    pairs, out = map(Path, sys.argv[1:])
    try:
        columns, rows = _read(pairs)
        with out.open("w", encoding="utf-8", newline="") as file:
            written = csv.writer(file, lineterminator="\n")
            written.writerow([*columns, _ADDED])
            written.writerows(_compared(columns, rows))
    except OSError as problem:
        _stop(
            f"{problem.filename}: {problem.strerror}; name a file that can be read and one that can be written"
        )
    except UnicodeDecodeError:
        _stop(f"{pairs}: not UTF-8; save it as UTF-8")
    except csv.Error as problem:
        _stop(f"{pairs}: not a CSV file ({problem}); save it as CSV with commas")


def _read(path: Path) -> tuple[list[str], list[list[str]]]:
    """The columns and rows of a file of pairs, without a probability it may have already."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = [row for row in csv.reader(file) if row]
    if not rows or not set(_NEEDED) <= set(rows[0]):
        _stop(f"{path}: the first line lacks name1 or name2; name the columns there")
    for number, row in enumerate(rows[1:], 2):
        if len(row) != len(rows[0]):
            _stop(
                f"{path}: row {number} has {len(row)} cells, the first line {len(rows[0])}; quote cells with commas"
            )
    kept = [at for at, column in enumerate(rows[0]) if column != _ADDED]
    columns, *found = ([row[at] for at in kept] for row in rows)
    return columns, found


def _compared(columns: list[str], rows: list[list[str]]) -> Iterator[list[str]]:
    one, other = map(columns.index, _NEEDED)
    for row in rows:
        yield [*row, f"{compare(row[one], row[other]).probability:.4f}"]


def _stop(problem: str) -> NoReturn:
    print(problem, file=sys.stderr)
    sys.exit(2)


if __name__ == "__main__":
    main()
