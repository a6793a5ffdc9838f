"""Files that are no claim sheet, or none any more: one clear line each, and the ledger as it was."""

import os
import random
import signal
import struct
import sys
import time
import zlib
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from claims import desk
from claims.bounded_process import OutOfBoundsError, bounded
from claims.errors import ClaimsError
from claims.ledger import Ledger
from tests.sheet.review_desk import FILLED, IDS, columns, edited, put, tarnholt_ledger

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    with tarnholt_ledger(tmp_path_factory.mktemp("ledger") / "tarnholt.db") as opened:
        yield opened


def refused(ledger: Ledger, path: Path, why: str) -> None:
    content = path.read_bytes() if path.is_file() else None
    with pytest.raises(ClaimsError) as caught:
        desk.review(ledger, path, reviewer="Ana")
    assert str(caught.value).startswith(f"{path} ")
    assert why in str(caught.value)
    assert "\n" not in str(caught.value)
    assert ledger.verdicts() == []
    assert content is None or path.read_bytes() == content


def zipped(path: Path, parts: dict[str, bytes]) -> Path:
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("sheet.xlsx", b"", "is empty"),
        ("sheet.csv", b" \n", "is empty"),
        ("sheet.xlsx", b"Claim id,Truth\n", "is not a workbook, whatever its name says"),
        ("sheet.ods", b"%PDF-1.7", "is not a workbook"),
        ("sheet.xlsx", b"<html><table>", "is not a workbook"),
        ("sheet.csv", b"<!DOCTYPE html><table>", "is not a spreadsheet"),
        ("letter.csv", b"%PDF-1.7", "is not a spreadsheet"),
        ("sheet.csv", bytes(range(256)) * 20, "is not a"),
        ("sheet.csv", b"Rent,Food\n100,20\n", "is not a claim sheet"),
        ("sheet.csv", b"Attribution,Truth,Reviewer,Note\ncorrect,true,Ana,\n", 'has no column "Claim id"'),
        ("sheet.csv", b"Claim id,Truth,Note,note\n", 'has 2 columns called "Note"'),
        ("sheet.csv", b"Claim id,Claim ID,Truth\n", 'has 2 columns called "Claim id"'),
        ("sheet.xlsx", OLE + bytes(600), "is in Excel's old format: save it as .xlsx, .ods or .csv"),
        (
            "sheet.xlsx",
            OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le"),
            "is protected by a password",
        ),
        ("sheet.xlsx", b"PK\x03\x04 and no more", "is damaged or was not copied whole"),
    ],
)
def test_another_kind_of_file(ledger: Ledger, tmp_path: Path, name: str, content: bytes, why: str) -> None:
    (tmp_path / name).write_bytes(content)
    refused(ledger, tmp_path / name, why)


def test_no_file_and_a_folder(ledger: Ledger, tmp_path: Path) -> None:
    refused(ledger, tmp_path / "none.xlsx", "does not exist")
    refused(ledger, tmp_path, "cannot be read")


def test_other_archives(ledger: Ledger, tmp_path: Path) -> None:
    document = zipped(
        tmp_path / "letter.xlsx", {"[Content_Types].xml": b"<x/>", "word/document.xml": b"<x/>"}
    )
    refused(ledger, document, "is not a spreadsheet")
    text = {"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<x/>"}
    refused(ledger, zipped(tmp_path / "letter.ods", text), "is not a spreadsheet")
    locked = {"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": b"\x07\x01"}
    locked["META-INF/manifest.xml"] = (
        b'<manifest:file-entry><manifest:encryption-data manifest:checksum="x"/>'
    )
    refused(ledger, zipped(tmp_path / "locked.ods", locked), "is protected by a password")
    book = {"xl/workbook.xml": b"<workbook>", "xl/worksheets/sheet1.xml": b"<worksheet>"}
    refused(ledger, zipped(tmp_path / "broken.xlsx", book), "cannot be read as a workbook")


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99, 0.9999])
def test_a_truncated_sheet(ledger: Ledger, filled: Path, share: float) -> None:
    whole = filled.read_bytes()
    filled.write_bytes(whole[: int(len(whole) * share)])
    refused(ledger, filled, "is damaged or was not copied whole")


def test_a_sheet_with_a_few_wrong_bytes_is_refused_or_read_as_it_was(ledger: Ledger, filled: Path) -> None:
    whole, chance = filled.read_bytes(), random.Random(6)
    expected = desk.review(ledger, filled, dry_run=True)
    outcomes: set[bool | str] = set()
    for _ in range(150):
        damaged = bytearray(whole)
        damaged[chance.randrange(len(whole))] ^= 1 << chance.randrange(8)
        filled.write_bytes(damaged)
        try:
            outcomes.add(desk.review(ledger, filled, dry_run=True) == expected)
        except ClaimsError:
            outcomes.add("refused")
    assert outcomes == {True, "refused"}


def bomb(path: Path, name: bytes, *, megabytes: int, declared: int) -> Path:
    """An archive of one part and what makes it pass for a workbook; the part unpacks to much more than it is."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    block = packer.compress(b" " * 2**20) + packer.flush(zlib.Z_FULL_FLUSH)
    data = block * megabytes + packer.flush()
    sizes = struct.pack("<LLL", 0, len(data), declared)
    local = (
        b"PK\x03\x04"
        + struct.pack("<HHHHH", 20, 0, 8, 0, 33)
        + sizes
        + struct.pack("<HH", len(name), 0)
        + name
    )
    entry = (
        b"PK\x01\x02"
        + struct.pack("<HHHHHH", 20, 20, 0, 8, 0, 33)
        + sizes
        + struct.pack("<HHHHHLL", len(name), 0, 0, 0, 0, 0, 0)
        + name
    )
    end = b"PK\x05\x06" + struct.pack("<HHHHLLH", 0, 0, 1, 1, len(entry), len(local) + len(data), 0)
    path.write_bytes(local + data + entry + end)
    with ZipFile(path, "a") as archive:
        archive.writestr("xl/workbook.xml", b"<workbook/>")
    return path


@pytest.mark.parametrize("declared", [2**30, 1_000])
def test_a_bomb_in_the_clothes_of_a_workbook(ledger: Ledger, tmp_path: Path, declared: int) -> None:
    path = bomb(tmp_path / "sheet.xlsx", b"xl/worksheets/sheet1.xml", megabytes=1024, declared=declared)
    assert path.stat().st_size < 2_000_000
    start = time.monotonic()
    refused(ledger, path, "far more than a claim sheet: it is not read")
    assert time.monotonic() - start < 10


def test_a_part_that_is_larger_than_it_says(ledger: Ledger, tmp_path: Path) -> None:
    path = bomb(tmp_path / "sheet.xlsx", b"xl/worksheets/sheet1.xml", megabytes=2, declared=1_000)
    refused(ledger, path, "is damaged")


def test_a_cell_far_away_takes_no_memory(ledger: Ledger, filled: Path) -> None:
    edited(filled, lambda page: page.cell(1_048_576, 16_384, "far"))
    refused(ledger, filled, "has a worksheet of 1,048,576 rows and 16,384 columns")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="processes have no bounds")
def test_a_cell_far_away_that_only_the_parser_sees_ends_a_process_of_its_own(
    ledger: Ledger, filled: Path
) -> None:
    edited(filled, lambda page: page.cell(20, 1, "far"))
    with ZipFile(filled) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    sheets = {name: data for name, data in parts.items() if b'r="A20"' in data}
    for name, data in sheets.items():
        parts[name] = data.replace(b'r="A20"', b'r = "XFD1048576"')
    assert sheets
    refused(ledger, zipped(filled, parts), "takes more memory or time to read than any claim sheet")


def test_what_takes_too_long_or_fails_in_its_own_process_is_told() -> None:
    within = partial(bounded, memory=10**9, seconds=10)
    assert within(lambda: [1, "two"]) == [1, "two"]
    with pytest.raises(KeyError, match="three"):
        within(lambda: dict[str, int]()["three"])
    for work in (lambda: os.kill(os.getpid(), signal.SIGXCPU), lambda: len(bytes(10**11))):
        with pytest.raises(OutOfBoundsError, match="more than 1000 MB, or 10 seconds"):
            within(work)


def test_a_formula_without_a_value_far_away_is_passed_over(ledger: Ledger, filled: Path) -> None:
    edited(filled, lambda page: page.cell(5, 16_384, "=1+1"))
    assert len(desk.review(ledger, filled, dry_run=True).new) == len(FILLED)


@pytest.mark.parametrize("error", ["#N/A", "#REF!", "#DIV/0!"])
def test_an_error_in_the_place_of_a_verdict_is_refused_with_its_place(
    ledger: Ledger, filled: Path, error: str
) -> None:
    found = desk.review(ledger, edited(filled, put("Truth", error, 3)), reviewer="Ana", dry_run=True)
    (refusal,) = found.refused
    assert (refusal.row, refusal.column) == (3, "Truth")
    assert error in refusal.why


@pytest.mark.parametrize("heading", ["Truth", "Reviewer"])
def test_a_verdict_that_is_merged_over_rows_is_refused_with_its_place(
    ledger: Ledger, filled: Path, heading: str
) -> None:
    def merge(page: Worksheet) -> None:
        column = columns(page)[heading]
        page.cell(3, column, "true" if heading == "Truth" else "Ana")
        page.merge_cells(start_row=3, start_column=column, end_row=5, end_column=column)

    found = desk.review(ledger, edited(filled, merge), reviewer="Ana")
    assert (3, heading, "is merged over the rows 3 to 5") in [
        (r.row, r.column, r.why.partition(":")[0]) for r in found.refused
    ]
    assert ledger.verdicts() == []


def test_cells_that_are_merged_elsewhere_do_not_matter(ledger: Ledger, filled: Path) -> None:
    def merge(page: Worksheet) -> None:
        page.insert_rows(1, 2)
        page.cell(1, 1, "For Ana, by Friday")
        page.merge_cells("A1:H2")
        page.merge_cells(start_row=5, start_column=columns_below(page)["Note"], end_row=5, end_column=16)

    def columns_below(page: Worksheet) -> dict[str, int]:
        return {str(cell.value): number for number, cell in enumerate(page[3], 1) if cell.value}

    assert desk.review(ledger, edited(filled, merge), dry_run=True).refused == ()


def ods(path: Path, table: str) -> Path:
    names = 'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'
    names += 'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    names += ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    names += ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    body = f'<office:body><office:spreadsheet><table:table table:name="Claims">{table}</table:table>'
    content = f"<office:document-content {names}>{body}</office:spreadsheet></office:body></office:document-content>"
    kind = b"application/vnd.oasis.opendocument.spreadsheet"
    manifest = b'<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
    parts = {"mimetype": kind, "content.xml": content.encode(), "META-INF/manifest.xml": manifest}
    return zipped(path, parts)


def cell(text: str, repeated: int = 1) -> str:
    times = f' table:number-columns-repeated="{repeated}"' if repeated > 1 else ""
    return f'<table:table-cell{times} office:value-type="string"><text:p>{text}</text:p></table:table-cell>'


EMPTY = '<table:table-cell table:number-columns-repeated="16000"/>'


def test_repeated_cells_take_no_memory(ledger: Ledger, tmp_path: Path) -> None:
    head = "<table:table-row>" + cell("Claim id") + cell("Truth") + EMPTY + "</table:table-row>"
    row = "<table:table-row>" + cell(IDS[0]) + cell("true") + EMPTY + "</table:table-row>"
    empty = f'<table:table-row table:number-rows-repeated="1048000">{EMPTY}</table:table-row>'
    last = '<table:table-row table:number-rows-repeated="1048000">' + cell("x", 16_000) + "</table:table-row>"
    found = desk.review(ledger, ods(tmp_path / "fine.ods", head + row + empty), reviewer="Ana", dry_run=True)
    assert [g.verdict.truth for g in found.new] == ["true"]
    refused(ledger, ods(tmp_path / "wide.ods", head + row + last), "has a worksheet of 1,048,002 rows")
    far = head + row + empty + "<table:table-row>" + EMPTY + cell("x") + "</table:table-row>"
    refused(ledger, ods(tmp_path / "far.ods", far), "16,001 columns")


def test_errors_and_merged_verdicts_of_opendocument_are_refused_with_their_place(
    ledger: Ledger, tmp_path: Path
) -> None:
    error = (
        '<table:table-cell table:formula="of:=NA()" office:value-type="string" office:string-value="" '
        'calcext:value-type="error"><text:p>#N/A</text:p></table:table-cell>'
    )
    merged = cell("true").replace("<table:table-cell", '<table:table-cell table:number-rows-spanned="2"')
    rows = (
        cell("Claim id") + cell("Truth"),
        cell(IDS[0]) + error,
        cell(IDS[1]) + merged,
        cell(IDS[2]) + "<table:covered-table-cell/>",
    )
    table = "".join(f"<table:table-row>{row}</table:table-row>" for row in rows)
    found = desk.review(ledger, ods(tmp_path / "sheet.ods", table), reviewer="Ana")
    assert [(r.row, r.column) for r in found.refused] == [(2, "Truth"), (3, "Truth")]
    assert "#N/A" in found.refused[0].why
    assert "merged over the rows 3 to 4" in found.refused[1].why


@pytest.mark.parametrize(
    "kept", ["</table:table-row>", "<text:p>", "</table:table>", "</office:spreadsheet>"]
)
def test_an_opendocument_file_whose_text_is_cut_off_is_refused(
    ledger: Ledger, tmp_path: Path, kept: str
) -> None:
    """python-calamine, which reads it, waits for ever for the end of some of these."""
    table = "<table:table-row>" + cell("Claim id") + cell("Truth") + "</table:table-row>"
    refused(ledger, changed_text(ods(tmp_path / "sheet.ods", table * 9), kept, kept, ""), "is damaged")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="processes have no bounds")
def test_a_damaged_opendocument_file_for_which_its_parser_waits_for_ever_is_refused(
    ledger: Ledger, tmp_path: Path
) -> None:
    table = "<table:table-row>" + cell("Claim id") + cell("Truth") + "</table:table-row>"
    path = changed_text(ods(tmp_path / "sheet.ods", table), "</table:table>", "</table:tabxe>")
    refused(ledger, path, "takes more memory or time to read than any claim sheet")


def changed_text(path: Path, old: str, new: str, after: str | None = None) -> Path:
    """An OpenDocument file whose last such words are others, and nothing but ``after`` follows if that is given."""
    with ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    before, _, rest = parts["content.xml"].decode().rpartition(old)
    parts["content.xml"] = (before + new + (rest if after is None else after)).encode()
    return zipped(path, parts)


def test_worksheets_are_told_apart(ledger: Ledger, filled: Path, tmp_path: Path) -> None:
    def rename(title: str) -> Callable[[object], object]:
        return lambda page: setattr(page, "title", title)

    renamed = edited(filled, rename("For Ana"), tmp_path / "renamed.xlsx")
    assert len(desk.review(ledger, renamed, dry_run=True).new) == 3
    book = load_workbook(renamed)
    book.copy_worksheet(book["For Ana"]).title = "For Bo"
    book.save(tmp_path / "two.xlsx")
    refused(
        ledger,
        tmp_path / "two.xlsx",
        'has several worksheets that look like claim sheets, "For Ana" and "For Bo"',
    )
    book["For Bo"].title = "Claims"
    book.save(tmp_path / "two.xlsx")
    assert len(desk.review(ledger, tmp_path / "two.xlsx", dry_run=True).new) == 3


def test_a_sheet_without_ids(ledger: Ledger, filled: Path) -> None:
    edited(filled, lambda page: page.delete_cols(columns(page)["Claim id"]))
    refused(ledger, filled, 'has no column "Claim id"')


def test_rows_of_notes_are_passed_over(ledger: Ledger, filled: Path) -> None:
    edited(filled, lambda page: put("Note", "from here on: Bo", page.max_row + 1)(page))
    found = desk.review(ledger, filled, dry_run=True)
    assert (len(found.new), found.without_claim, found.refused) == (3, 1, ())


def test_a_workbook_by_another_name(ledger: Ledger, filled: Path, tmp_path: Path) -> None:
    other = filled.rename(tmp_path / "sheet.csv")
    assert len(desk.review(ledger, other, dry_run=True).new) == 3


def test_a_budget(ledger: Ledger, tmp_path: Path) -> None:
    book = Workbook()
    book.worksheets[0].append(["Rent", 1000])
    book.save(tmp_path / "budget.xlsx")
    refused(ledger, tmp_path / "budget.xlsx", "is not a claim sheet")
