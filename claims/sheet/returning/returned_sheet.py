"""A claim sheet that came back: its rows by the claim's id, its columns by their headings, wherever they were moved."""

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Final

from claims.bounded_process import OutOfBoundsError, bounded
from claims.errors import ClaimsError
from claims.exporting import COLUMNS
from claims.sheet.claim_columns import CLAIM_COLUMNS, CLAIMS, LEDGER_HEADING, REVIEW_COLUMNS
from claims.sheet.returning.cell_values import id_of, text_of
from claims.sheet.returning.spreadsheet_file import Cell, CellRows, Worksheet, worksheets

_HEADER_WITHIN: Final = 100
"""The header is looked for in so many rows: people put a title or notes above it."""
_CUT: Final = "…"
_MEMORY: Final = 4_000_000_000
"""Bytes that reading a claim sheet may take."""
_MEMORY_TO_LOOK: Final = 700_000_000
"""Bytes that it may take to see whether a spreadsheet is one."""
_SECONDS: Final = 10
_SECONDS_A_MEGABYTE: Final = 5
"""Processor time; a sheet of 100,000 claims takes some seconds a megabyte."""
_SPREADSHEETS: Final = frozenset({".xlsx", ".xlsm", ".ods", ".csv"})
_VERDICTS: Final = frozenset({"verdict_attribution", "verdict_truth"})


@dataclass(frozen=True, slots=True)
class FilledRow:
    """A row of the sheet: its number as the spreadsheet shows it, the claim's id, and what the reviewer filled in.

    ``cells`` are those that are not empty, by the name of the claim's column; ``version`` is the article's. ``merged``
    has the last row of those that are merged with cells of rows below.
    """

    row: int
    id: str
    cells: Mapping[str, Cell]
    version: int | None
    merged: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ReturnedSheet:
    """A sheet that came back.

    ``headings`` are those of the reviewer's columns that the sheet still has, by the name of the claim's column;
    ``unread`` those of columns that are none of ours, or were renamed. ``ledger`` is the mark of the ledger that wrote
    it, if the sheet has kept it.
    """

    path: Path
    headings: Mapping[str, str]
    rows: tuple[FilledRow, ...]
    ledger: str | None
    unread: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Header:
    """Where the header is (its row, from 1), and which columns, from 0, have what."""

    row: int
    ids: tuple[int, ...]
    review: Mapping[str, tuple[int, ...]]
    version: int | None
    cells: Sequence[str]


def read_back(path: Path) -> ReturnedSheet:
    """Read the claim sheet in a file, which is not changed.

    Raises :class:`ClaimsError` with one line where the file cannot be read, holds no claim sheet, or has lost the
    column by which its rows are known.
    """
    try:
        return bounded(partial(_read_back, path), memory=_MEMORY, seconds=_seconds(path))
    except OutOfBoundsError as problem:
        raise ClaimsError(
            f"{path} takes more memory or time to read than any claim sheet: save it again, without what is not of "
            "the sheet"
        ) from problem
    except ClaimsError as problem:
        raise ClaimsError(f"{path} {problem}") from problem


def is_claim_sheet(path: Path) -> bool:
    """Whether a file has the headings of a claim sheet: the claim's id, and a verdict.

    A table of articles has none of verdicts, whatever else it has.
    """
    if path.suffix.lower() not in _SPREADSHEETS:
        return False
    try:
        return bounded(partial(_has_verdicts, path), memory=_MEMORY_TO_LOOK, seconds=_seconds(path))
    except ClaimsError:
        return False


def _has_verdicts(path: Path) -> bool:
    headers = (_find_header(page.rows()) for page in _worksheets(path).values())
    return any(header and header.ids and header.review.keys() & _VERDICTS for header in headers)


def _seconds(path: Path) -> float:
    megabytes = 0.0
    with suppress(OSError):
        megabytes = path.stat().st_size / 1e6
    return _SECONDS + _SECONDS_A_MEGABYTE * megabytes


def _worksheets(path: Path) -> Mapping[str, Worksheet]:
    return worksheets(path, lambda cells: _is_header(_header(0, cells)))


def _read_back(path: Path) -> ReturnedSheet:
    header, page = _page(_worksheets(path))
    _check(header)
    listed = tuple(_without_continuations(_filled(header, page)))
    headings = {name: header.cells[at[0]] for name, at in header.review.items()}
    marks = (re.fullmatch(rf"{LEDGER_HEADING} (\w+)", heading) for heading in header.cells)
    unread = tuple(heading for heading in header.cells if _is_strange(heading))
    return ReturnedSheet(path, headings, listed, next((mark[1] for mark in marks if mark), None), unread)


def _page(pages: Mapping[str, Worksheet]) -> tuple[_Header, Worksheet]:
    """The worksheet "Claims"; where there is none, the one that looks like it."""
    found = []
    for name in [CLAIMS] if CLAIMS in pages else pages:
        header = _find_header(pages[name].rows())
        if header:
            found.append((name, header))
    if not found:
        raise ClaimsError(
            "is not a claim sheet: no row has the headings that `claims export` writes, such as "
            f'"{CLAIM_COLUMNS["id"].heading}" and "{REVIEW_COLUMNS["verdict_truth"].heading}"'
        )
    if len(found) > 1:
        named = " and ".join(f'"{name}"' for name, _ in found)
        raise ClaimsError(
            f'has several worksheets that look like claim sheets, {named}: call one of them "{CLAIMS}"'
        )
    name, header = found[0]
    return header, pages[name]


def _find_header(rows: CellRows) -> _Header | None:
    headers = (_header(number, row) for number, row in enumerate(islice(rows, _HEADER_WITHIN), 1))
    return next(filter(_is_header, headers), None)


def _is_header(header: _Header) -> bool:
    return len(header.review) > (0 if header.ids else 2)


def _header(number: int, row: Sequence[Cell]) -> _Header:
    cells = [text_of(cell) for cell in row]
    plain = [_plain(cell) for cell in cells]

    def places(name: str) -> tuple[int, ...]:
        wanted = {_plain(name), _plain(CLAIM_COLUMNS[name].heading)}
        return tuple(at for at, heading in enumerate(plain) if heading in wanted)

    ids = tuple(at for at, heading in enumerate(plain) if heading == _plain(CLAIM_COLUMNS["id"].heading))
    review = {name: at for name in REVIEW_COLUMNS if (at := places(name))}
    version = next(iter(places("version")), None)
    return _Header(number, ids or places("id"), review, version, cells)


def _is_strange(heading: str) -> bool:
    plain = _plain(heading)
    ours = {*(c.name for c in COLUMNS), *(c.heading for c in CLAIM_COLUMNS.values())}
    return bool(plain) and plain not in map(_plain, ours) and not plain.startswith(_plain(LEDGER_HEADING))


def _plain(heading: str) -> str:
    return " ".join(heading.replace("_", " ").split()).casefold()


def _check(header: _Header) -> None:
    """Raise where it is not clear which column has what."""
    if not header.ids:
        raise ClaimsError(
            f'has no column "{CLAIM_COLUMNS["id"].heading}", by which its rows are known: export a sheet anew and put '
            "the verdicts there"
        )
    for places in (header.ids, *header.review.values()):
        if len(places) > 1:
            raise ClaimsError(
                f'has {len(places)} columns called "{header.cells[places[0]]}": delete or rename those that do not '
                "count"
            )


def _filled(header: _Header, page: Worksheet) -> Iterator[FilledRow]:
    id_column = header.ids[0]
    columns = [(name, at[0]) for name, at in header.review.items()]
    merged = {
        (cells.first_row, name): cells.last_row
        for cells in page.merged()
        for name, at in columns
        if cells.first_column <= at <= cells.last_column
    }
    for number, row in enumerate(page.rows(), 1):
        if number <= header.row:
            continue
        width = len(row)
        cells = {
            name: row[at]
            for name, at in columns
            if at < width and (row[at] != "") and (not isinstance(row[at], str) or text_of(row[at]))
        }
        id_ = id_of(row[id_column]) if id_column < width else ""
        if id_ or cells:
            over = {name: merged[number, name] for name in cells if (number, name) in merged}
            yield FilledRow(number, id_, cells, _version(row, header.version), over)


def _version(row: Sequence[Cell], at: int | None) -> int | None:
    said = text_of(row[at]) if at is not None and at < len(row) else ""
    return int(said) if re.fullmatch(r"[1-9]\d{0,5}", said) else None


def _without_continuations(rows: Iterator[FilledRow]) -> Iterator[FilledRow]:
    """The rows without those that only go on with a text of the row before, as an export to CSV writes them."""
    above: FilledRow | None = None
    for row in rows:
        goes_on = (
            above is not None
            and row.id == above.id
            and row.cells
            and all(text_of(above.cells.get(name, "")).endswith(_CUT) for name in row.cells)
        )
        if not goes_on:
            yield row
        above = row
