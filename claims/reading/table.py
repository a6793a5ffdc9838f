"""Tables of articles, one a row: CSV, JSON Lines, JSON, Parquet and spreadsheets."""

import csv
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from io import SEEK_END, TextIOWrapper
from textwrap import shorten
from typing import Any, BinaryIO, Final, NamedTuple
from zipfile import ZipFile

from claims.bounded_process import OutOfBoundsError, bounded
from claims.errors import ClaimsError
from claims.reading.agency_news import from_ninjs, is_ninjs, loaded
from claims.reading.given_dates import day_of
from claims.reading.markup_fragment import units_of_html
from claims.reading.no_article import NoArticle
from claims.reading.parsed_article import ContainedArticle, ParsedArticle, parsed_from
from claims.reading.plain_text import laid_out
from claims.reading.remarks import remark
from claims.reading.table_fields import TABLE_FIELDS
from claims.reading.urls import canonical_url
from claims.reading.zip_parts import opened
from claims.release import install_command

_LARGEST_CELL: Final = 5_000_000  # characters
_LARGEST_JSON: Final = 200_000_000  # bytes
_LARGEST_SHEET: Final = 300_000_000  # bytes, unpacked
_MEMORY: Final = 700_000_000  # bytes, of a process of its own
_SECONDS: Final = 20.0  # of a processor's time
_UNPACKED_TIMES: Final = 200
"""How many times as large as packed a column may be; text is some four times."""
_ROWS_AT_ONCE: Final = 16
_HEAD: Final = 65_536  # bytes by which the encoding is told
_LONGEST_DATE: Final = 40  # characters of what is said of a date
_DELIMITERS: Final = ",;\t|"
_SAID = re.compile(r'"?sep=(?P<sign>[,;\t|])"?', re.IGNORECASE)
"""The line before the heading in which spreadsheets say what parts the columns."""
_OF_CLAIMS: Final = frozenset({"mention", "cue", "content"})
"""What every export of claims has, and no table of articles."""

Row = Mapping[str, Any]


def csv_members(file: BinaryIO, name: str, columns: Mapping[str, str]) -> Iterator[ContainedArticle]:
    """The rows of a CSV file, by their ids, else their numbers, the heading's being 1; any usual delimiter."""
    head = file.read(_HEAD)
    file.seek(0)
    encoding = (
        "utf-16" if head[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig" if _is_utf8(head) else "cp1252"
    )
    csv.field_size_limit(_LARGEST_CELL)
    text = TextIOWrapper(file, encoding, errors="replace", newline="")
    try:
        first = text.readline(_HEAD)
        if said := _SAID.fullmatch(first.strip()):
            rows = csv.reader(text, delimiter=said["sign"])
        else:
            text.seek(0)
            rows = csv.reader(text, delimiter=max(_DELIMITERS, key=first.count))
        yield from _from_rows(rows, name, columns)
    except csv.Error as error:
        raise ClaimsError(f"{name}: broken CSV ({error}); save the table again") from None
    finally:
        text.detach()


def sheet_members(file: BinaryIO, name: str, columns: Mapping[str, str]) -> Iterator[ContainedArticle]:
    """The rows of a workbook's first sheet (.xlsx, .ods)."""
    with opened(file, name) as parts:
        if sum(entry.file_size for entry in parts.entries.values()) > _LARGEST_SHEET or _is_bomb(
            parts.entries, file
        ):
            raise ClaimsError(
                f"{name}: unpacks to more than {_LARGEST_SHEET // 1_000_000} MB; save the table as CSV"
            )
    file.seek(0)
    try:
        # Two cells far apart make the library take all memory, whatever the file's size.
        rows = bounded(partial(_first_sheet, file), memory=_MEMORY, seconds=_SECONDS)
    except OutOfBoundsError:
        raise ClaimsError(
            f"{name}: takes more memory or time to read than a table of articles; save it as CSV"
        ) from None
    except (ValueError, OSError) as error:
        raise ClaimsError(
            f"{name}: damaged ({' '.join(str(error).split())[:80]}); save the workbook again, or as CSV"
        ) from None
    yield from _from_rows(rows, name, columns)


def _first_sheet(file: BinaryIO) -> list[list[Any]]:
    """The cells of a workbook's first sheet; raises ValueError where it is damaged."""
    from python_calamine import CalamineError, CalamineWorkbook  # noqa: PLC0415

    try:
        return CalamineWorkbook.from_filelike(file).get_sheet_by_index(0).to_python()
    except CalamineError as error:
        raise ValueError(str(error)) from None


def parquet_members(file: BinaryIO, name: str, columns: Mapping[str, str]) -> Iterator[ContainedArticle]:
    """The rows of a Parquet file. Raises ClaimsError where pyarrow, which reads it, is not installed."""
    try:
        from pyarrow import ArrowException  # noqa: PLC0415
        from pyarrow.parquet import ParquetFile  # noqa: PLC0415
    except ImportError:
        raise ClaimsError(
            f"{name}: reading Parquet needs pyarrow: run `{install_command('parquet')}`"
        ) from None
    try:
        # Damage in what a file says of its columns ends the process, in which the library's exceptions are not caught.
        found = bounded(partial(_heading, file), memory=_MEMORY, seconds=_SECONDS)
        file.seek(0, SEEK_END)  # so that where the other process left it is forgotten
        file.seek(0)
        fields = _fields(found.names, columns, name)
        wanted = sorted(set(fields.values()))
        if found.unpacks_too_far:
            raise ClaimsError(f"{name}: takes more memory to read than a table of articles; save it as CSV")
        # A value that many rows have is kept once: two kilobytes may hold cells of gigabytes, over and over.
        table = ParquetFile(file, read_dictionary=wanted, pre_buffer=False)
        number = 0
        for batch in table.iter_batches(batch_size=_ROWS_AT_ONCE, columns=wanted):
            if _longest_cell(batch) > _LARGEST_CELL:
                limit = _LARGEST_CELL // 1_000_000
                raise ClaimsError(
                    f"{name}: a cell of more than {limit} million characters; save the table again"
                )
            for row in batch.to_pylist():
                number += 1
                yield _member(row, fields, number, name)
    except OutOfBoundsError:
        raise ClaimsError(
            f"{name}: damaged (what it says of its columns is not to be read); save the table again"
        ) from None
    except (ArrowException, OSError, ValueError) as error:
        raise ClaimsError(
            f"{name}: damaged ({' '.join(str(error).split())[:80]}); save the table again"
        ) from None


class _Heading(NamedTuple):
    """What a Parquet file says of itself: its columns' names, and whether it unpacks to so much that it is no text."""

    names: list[str]
    unpacks_too_far: bool


def _heading(file: BinaryIO) -> _Heading:
    from pyarrow.parquet import ParquetFile  # noqa: PLC0415

    table = ParquetFile(file, pre_buffer=False)
    groups = (table.metadata.row_group(i) for i in range(table.metadata.num_row_groups))
    chunks = (group.column(i) for group in groups for i in range(group.num_columns))
    too_far = any(
        chunk.total_uncompressed_size > max(_LARGEST_SHEET, _UNPACKED_TIMES * chunk.total_compressed_size)
        for chunk in chunks
    )
    return _Heading(table.schema_arrow.names, too_far)


def _longest_cell(batch: Any) -> int:
    """How many characters the longest text of some rows has."""
    from pyarrow import compute, types  # noqa: PLC0415

    columns = (c.dictionary if types.is_dictionary(c.type) else c for c in batch.columns)
    texts = (c for c in columns if types.is_string(c.type) or types.is_large_string(c.type))
    return max((compute.max(compute.utf8_length(text)).as_py() or 0 for text in texts), default=0)


def json_lines_members(file: BinaryIO, name: str, columns: Mapping[str, str]) -> Iterator[ContainedArticle]:
    """The objects of a JSON Lines file, by their ids, else the numbers of their lines."""
    for number, line in enumerate(iter(partial(file.readline, 4 * _LARGEST_CELL), b""), 1):
        if not line.strip():
            continue
        try:
            item = json.loads(line.decode("utf-8-sig" if number == 1 else "utf-8", "replace"))
        except (ValueError, RecursionError):
            yield ContainedArticle(str(number), partial(_broken, f"{name}#{number}"))
            continue
        yield _of_object(item, number, name, columns)


def json_members(file: BinaryIO, name: str, columns: Mapping[str, str]) -> Iterator[ContainedArticle]:
    """The objects of a JSON file: one, a list, or a list under some name of the one; items of ninjs among them."""
    data = file.read(_LARGEST_JSON + 1)
    if len(data) > _LARGEST_JSON:
        raise ClaimsError(
            f"{name}: more than {_LARGEST_JSON // 1_000_000} MB of JSON; save it as JSON Lines (.jsonl)"
        )
    if not data.strip():
        raise ClaimsError(f"{name}: the file is empty; give a file with an article's text")
    try:
        given = loaded(data.removeprefix(b"\xef\xbb\xbf"), name)
    except ClaimsError:
        if data.lstrip().startswith(b"{") and b"\n{" in data:  # JSON Lines under another name
            file.seek(0)
            yield from json_lines_members(file, name, columns)
            return
        raise
    items = given if isinstance(given, list) else [given]
    if isinstance(given, dict) and not is_ninjs(given):
        lists = [
            each for each in given.values() if isinstance(each, list) and each and isinstance(each[0], dict)
        ]
        if lists and not _text_column(given, columns):
            items = max(lists, key=len)
    for number, item in enumerate(items, 1):
        yield _of_object(item, number, name, columns)


def _of_object(item: object, number: int, name: str, columns: Mapping[str, str]) -> ContainedArticle:
    if is_ninjs(item) and isinstance(item, dict) and not columns:
        place = str(item.get("uri") or number)
        return ContainedArticle(place, partial(from_ninjs, item, f"{name}#{place}"))
    if not isinstance(item, dict):
        raise NoArticle(
            f"{name}: JSON without articles; give objects with a text and, if need be, --columns text=NAME"
        )
    return _member(item, _fields(list(item), columns, name), number, name)


def _from_rows(
    rows: Iterable[list[Any]], name: str, columns: Mapping[str, str]
) -> Iterator[ContainedArticle]:
    names: list[str] | None = None
    fields: dict[str, str] = {}
    for number, cells in enumerate(rows, 1):
        if names is None:
            names = [str(cell).strip() for cell in cells]
            fields = _fields(names, columns, name)
        elif any(str(cell).strip() for cell in cells):
            yield _member(dict(zip(names, cells, strict=False)), fields, number, name)


def _member(row: Row, fields: Mapping[str, str], number: int, name: str) -> ContainedArticle:
    place = _cell(row, fields, "id") or str(number)
    return ContainedArticle(place, partial(_article, row, fields, f"{name}#{place}"))


def _article(row: Row, fields: Mapping[str, str], name: str) -> ParsedArticle:
    text = str(row.get(fields["text"]) or "")
    title = _cell(row, fields, "title")
    if not text.strip():
        raise ClaimsError(
            f"{name}: a row without a text; fill it in, or name another column with --columns text=NAME"
        )
    if "</p>" in text or "<br" in text or "<p>" in text:
        parsed = parsed_from([("title", title or ""), *units_of_html(text)])
    else:
        parsed = laid_out(text, name)
    given = row.get(fields["date"]) if "date" in fields else None
    published = day_of(given)
    if published is None and (words := " ".join(str(given or "").split())):
        remark(
            "date", name, f"its date, {words[:_LONGEST_DATE]}, may be none or several; write it as 2026-03-14"
        )
    return ParsedArticle(
        parsed.text,
        parsed.blocks,
        title=title or parsed.title,
        author=_cell(row, fields, "author"),
        outlet=_cell(row, fields, "outlet"),
        url=canonical_url(_cell(row, fields, "url") or ""),
        published=published,
    )


def _cell(row: Row, fields: Mapping[str, str], field: str) -> str | None:
    value = row.get(fields[field]) if field in fields else None
    if isinstance(value, list):
        value = ", ".join(str(each) for each in value)
    if isinstance(value, float) and value.is_integer():
        value = int(value)  # as spreadsheets keep ids
    words = " ".join(str(value).split()) if value is not None else ""
    return words or None


def _fields(names: list[str], columns: Mapping[str, str], name: str) -> dict[str, str]:
    """The column of each field that a table has. Raises ClaimsError where a named one, or a text, is not there."""
    for field, column in columns.items():
        if column not in names:
            there = _listed(names)
            raise ClaimsError(f"{name}: no column {column} for the {field}; there are: {there}")
    lowered = {each.lower().replace(" ", "_"): each for each in reversed(names)}
    if not columns and lowered.keys() >= _OF_CLAIMS:
        raise NoArticle(f"{name}: a table of claims, not of articles; name the articles that they are from")
    found = {
        field: column
        for field, known in TABLE_FIELDS.items()
        if (column := columns.get(field) or next((lowered[each] for each in known if each in lowered), ""))
    }
    if "text" not in found:
        raise NoArticle(
            f"{name}: no column for the text; say which with --columns text=NAME (there are: {_listed(names)})"
        )
    return found


def _listed(names: list[str]) -> str:
    """The first columns' names in one line; what is called a column in a damaged file may be a whole text."""
    return ", ".join(shorten(each, 40, placeholder="…") for each in names[:20] if each.strip()) or "none"


def _text_column(item: Mapping[str, Any], columns: Mapping[str, str]) -> bool:
    return any(key.lower() in TABLE_FIELDS["text"] or key == columns.get("text") for key in item)


def _broken(name: str) -> ParsedArticle:
    raise ClaimsError(f"{name}: broken JSON; save or fetch the file again")


def _is_utf8(head: bytes) -> bool:
    try:
        head[: head.rfind(b"\n") + 1].decode() if b"\n" in head else head.decode("utf-8", "strict")
    except UnicodeDecodeError as error:
        return error.start > len(head) - 4
    return True


def _is_bomb(entries: Mapping[str, Any], file: BinaryIO) -> bool:
    """Whether parts unpack to more than they say, which is found by unpacking them."""
    file.seek(0)
    total = 0
    try:
        with ZipFile(file) as archive:
            for entry in entries.values():
                with archive.open(entry) as part:
                    while block := part.read(1_000_000):
                        total += len(block)
                        if total > _LARGEST_SHEET:
                            return True
    except Exception:
        return False
    return False
