"""Files made to exhaust the machine, each read by a process of its own: one clear line, soon, in little memory."""

import gzip
import json
import os
import sys
import time
import zipfile
from collections.abc import Callable, Mapping
from contextlib import suppress
from email.message import EmailMessage
from http.server import BaseHTTPRequestHandler
from io import BytesIO
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tests.page_server import Site
from tests.reading.article_files import WRITERS, Units, W, pdf_article, workbook, zipped
from tests.reading.test_hostile_files import BOMB, LAUGHS, ODT, understated

SECONDS = 30.0  # of a processor's time
LARGEST = 1_000_000  # kilobytes of memory
PROGRAM = """
import json, sys
from claims.reading import Unread, read_all
found = [each for path in sys.argv[1:] for each in read_all(path)]
with open("/proc/self/status") as status:  # what getrusage calls the peak may be that of the parent
    (peak,) = [int(line.split()[1]) for line in status if line.startswith("VmHWM")]
print(json.dumps([peak, *(each.problem if isinstance(each, Unread) else len(each.text) for each in found[:200])]))
"""
PARAGRAPH = (
    "<p>The mayor of Norhaven said on Tuesday that the contract would be reviewed in full, after all.</p>"
)


def started(*sources: object) -> tuple[int, int]:
    """A process that reads files or addresses one after the other; its number, and where it tells what it read."""
    read_end, write_end = os.pipe()
    pid = os.posix_spawn(
        sys.executable,
        [sys.executable, "-c", PROGRAM, *map(str, sources)],
        dict(os.environ),
        file_actions=[(os.POSIX_SPAWN_DUP2, write_end, 1)],
    )
    os.close(write_end)
    return pid, read_end


def ended(process: tuple[int, int]) -> list[int | str]:
    """What a process read: the lengths of articles, and problems. Checks how long it took and how much memory."""
    pid, read_end = process
    with os.fdopen(read_end, "rb") as answer:
        told = answer.read()
    _, status, used = os.wait4(pid, 0)
    assert status == 0
    assert used.ru_utime + used.ru_stime < SECONDS
    given: list[int | str]
    peak, *given = json.loads(told)
    assert isinstance(peak, int)
    assert peak < LARGEST
    assert given
    return given


def read_apart(*paths: Path) -> None:
    """Read files in another process, and check what it says of each, how long it takes and how much memory."""
    for each in ended(started(*paths)):
        assert isinstance(each, int) or (each.startswith(tuple(map(str, paths))) and "\n" not in each)


def looping_pdf() -> bytes:
    """Pages that are their own parents and children, and a stream that is its own length."""
    whole = pdf_article([("paragraph", "Words of the mayor.")])
    return whole.replace(b"/Kids [5 0 R]", b"/Kids [2 0 R]").replace(b"/Length ", b"/Length 4 0 R /Was ")


def zip_of_overlapping_parts() -> bytes:
    """A thousand names for one part that unpacks to a great deal (after Fifield 2019, "A better zip bomb")."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("0.txt", b"word " * 9_000_000)
        (first,) = archive.infolist()
        for number in range(1, 1000):
            again = zipfile.ZipInfo(f"{number}.txt")
            for name in ("header_offset", "compress_size", "file_size", "CRC", "compress_type"):
                setattr(again, name, getattr(first, name))
            archive.filelist.append(again)
            archive.NameToInfo[again.filename] = again
    return file.getvalue()


def many_repeated(part: str) -> bytes:
    return f'<w:document xmlns:w="{W}"><w:body>{part * 400_000}</w:body></w:document>'.encode()


ODS = b"application/vnd.oasis.opendocument.spreadsheet"
MANIFEST = b'<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
REPEATED = (
    b'<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    b'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    b'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet><table:table>'
    b'<table:table-row table:number-rows-repeated="1000000"><table:table-cell office:value-type="string" '
    b'table:number-columns-repeated="1000"><text:p>text</text:p></table:table-cell></table:table-row>'
    b"</table:table></office:spreadsheet></office:body></office:document-content>"
)


def with_far_cell(place: str) -> bytes:
    """A workbook with a cell so far from the others that all between them takes more memory than there is."""
    with zipfile.ZipFile(BytesIO(workbook([("paragraph", "The mayor said no.")]))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    row = place.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    cell = f'<row r="{row}"><c r="{place}"><v>1</v></c></row></sheetData>'.encode()
    sheet = "xl/worksheets/sheet1.xml"
    return zipped(parts | {sheet: parts[sheet].replace(b"</sheetData>", cell)})


def repeating(characters: int, rows: int, **options: Any) -> bytes:
    """A Parquet file of some kilobytes whose rows all have one long text."""
    file = BytesIO()
    words = pa.array(["word " * (characters // 5)])
    table = pa.table({"text": pa.DictionaryArray.from_arrays(pa.array([0] * rows, pa.int32()), words)})
    pq.write_table(table, file, compression="zstd", store_schema=False, **options)
    return file.getvalue()


NOTE = '<w:footnote w:id="1"><w:p><w:r><w:t>Words.</w:t></w:r></w:p></w:footnote>'
TABLE = "<w:tbl><w:tr><w:tc>"


def letter(files: Mapping[str, bytes]) -> bytes:
    message = EmailMessage()
    message["From"] = "Press <press@harbour.example>"
    message.set_content("The mayor said on Tuesday that the contract would be reviewed.")
    for name, data in files.items():
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return message.as_bytes()


def letters() -> bytes:
    """Messages in messages, some hundred deep."""
    head = b"From: a@b.example\nContent-Type: message/rfc822\n\n"
    return head * 900 + b"From: a@b.example\n\nThe mayor said no."


pytestmark = pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="memory is measured by /proc")

HOSTILE: dict[str, Callable[[], bytes]] = {
    "entities.xml": (LAUGHS + "<rss><item><title>&m;</title></item></rss>").encode,
    "entities.docx": lambda: zipped({"word/document.xml": (LAUGHS + "<x>&m;</x>").encode()}),
    "entities.html": (LAUGHS + f"<html><body>{PARAGRAPH}&m;</body></html>").encode,
    "bomb.docx": lambda: zipped({"word/document.xml": BOMB}),
    "lying.docx": lambda: understated("word/document.xml"),
    "paragraphs.docx": lambda: zipped({"word/document.xml": many_repeated("<w:p/>")}),
    "bomb.odt": lambda: zipped({"mimetype": ODT, "content.xml": BOMB}),
    "spaces.odt": lambda: zipped(
        {
            "mimetype": ODT,
            "content.xml": b'<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
            b'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text><text:p>a'
            b'<text:s text:c="2000000000"/>b</text:p></office:text></office:body></office:document-content>',
        }
    ),
    "bomb.zip": lambda: zipped({f"{i}.txt": BOMB for i in range(20)}),
    "overlapping.zip": zip_of_overlapping_parts,
    "bomb.xlsx": lambda: zipped({"xl/workbook.xml": b"<w/>", **dict.fromkeys("abcdef", BOMB)}),
    "bomb.txt.gz": lambda: gzip.compress(BOMB * 8, mtime=0),
    "bomb.warc.gz": lambda: gzip.compress(b"WARC/1.0\r\n" + BOMB * 8, mtime=0),
    "nested.html": lambda: b"<html><body>" + b"<div>" * 900_000 + PARAGRAPH.encode(),
    "nested-tables.html": lambda: b"<table><tr><td>" * 300_000 + PARAGRAPH.encode(),
    "ten-million.html": lambda: b"<b>" * 10_000_000,
    "attributes.html": lambda: (
        b"<html><body><p " + b" ".join(b"a%d=1" % i for i in range(64_000)) + b">" + PARAGRAPH.encode() * 3
    ),
    "unclosed.html": (PARAGRAPH + "<a <b <i " * 500_000).encode,
    "marks.html": (f"<article>{PARAGRAPH * 3}<p>{'“' * 2_000_000}</p></article>").encode,
    "marks.txt": lambda: ("The mayor said “no". encode() + "“'\"".encode() * 1_000_000),
    "one-line.txt": lambda: b"word" * 1_200_000,
    "blank-lines.txt": lambda: b"a\n\n" * 800_000,
    "lists.md": lambda: b"- " * 300_000 + b"words",
    "emphasis.md": lambda: b"*a_ " * 300_000,
    "links.md": lambda: b"[" * 200_000 + b"a" + b"](b)" * 100,
    "looping.pdf": looping_pdf,
    "deep.rtf": lambda: b"{\\rtf1" + b"{" * 1_000_000,
    "deep.json": lambda: b"[" * 5_000_000,
    "deep.rss": lambda: b"<rss>" + b"<a>" * 1_000_000,
    "cell.csv": lambda: b'text\n"' + b"word " * 30_000_000,
    "columns.csv": lambda: b",".join(b"c%d" % i for i in range(500_000)) + b"\n" + b"1," * 500_000,
    "parts.eml": lambda: (
        b"From: a@b.example\nContent-Type: multipart/mixed; boundary=x\n\n"
        + b"--x\nContent-Type: multipart/mixed; boundary=x\n\n" * 100_000
    ),
    "headers.eml": lambda: b"From: a@b.example\nSubject: " + b"=?utf-8?q?a?= " * 300_000 + b"\n\nWords.",
    "bomb.eml": lambda: letter({"a.docx": zipped({"word/document.xml": BOMB}), "b.zip": zipped({"a.txt": BOMB})}),
    "files.eml": lambda: letter({f"{i}.txt": b"The mayor said no." for i in range(5_000)}),
    "letters.eml": letters,
    "far.xlsx": lambda: with_far_cell("XFD1048576"),
    "wide.xlsx": lambda: with_far_cell("CV1000000"),
    "cells.parquet": lambda: repeating(20_000_000, 2_000),
    "page.parquet": lambda: repeating(4_900_000, 80, use_dictionary=False),
    "repeated.ods": lambda: zipped({"mimetype": ODS, "META-INF/manifest.xml": MANIFEST, "content.xml": REPEATED}),
    "notes.docx": lambda: zipped(
        {
            "word/document.xml": many_repeated('<w:p><w:r><w:footnoteReference w:id="1"/></w:r></w:p>'),
            "word/footnotes.xml": f'<w:footnotes xmlns:w="{W}">{NOTE * 100_000}</w:footnotes>'.encode(),
        }
    ),
    "tables.docx": lambda: zipped(
        {"word/document.xml": f'<w:document xmlns:w="{W}"><w:body>{TABLE * 200}</w:body></w:document>'.encode()}
    ),
    "rows.docx": lambda: zipped({"word/document.xml": many_repeated("<w:tr><w:tc><w:p/></w:tc></w:tr>")}),
    "boxes.rtf": lambda: b"{\\rtf1 " + b"{\\shptxt {\\footnote " * 100_000,
    "footnotes.rtf": lambda: b"{\\rtf1 " + b"a{\\footnote b}\\par " * 100_000,
    "captions.srt": lambda: b"1\n00:00:01,000 --> 00:00:02,000\n<v " * 120_000,
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_what_would_exhaust_the_machine_ends_soon_in_little_memory(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(HOSTILE[name]())
    read_apart(path)
    assert [each.name for each in tmp_path.iterdir()] == [name]


UNITS: Units = [
    ("title", "Quay"),
    ("paragraph", "The mayor said on Tuesday that the contract would be reviewed in full."),
]


def test_files_of_every_kind_cut_short_or_under_another_ending(tmp_path: Path) -> None:
    paths = []
    for number, (name, write) in enumerate(WRITERS.items()):
        whole = write(UNITS)
        for part in (0.1, 0.5, 0.9):
            paths.append(tmp_path / f"{part}-{name}")
            paths[-1].write_bytes(whole[: int(part * len(whole))])
        paths.append(tmp_path / f"{number}{Path([*WRITERS][number - 1]).suffix}")
        paths[-1].write_bytes(whole)
    read_apart(*paths)
    assert len(list(tmp_path.iterdir())) == len(paths)


def test_a_circle_of_links_and_names_that_lead_out_of_an_archive(tmp_path: Path) -> None:
    inside = tmp_path / "inside"
    inside.mkdir()
    (inside / "loop.txt").symlink_to(inside / "loop.txt")
    (inside / "back").symlink_to(tmp_path, target_is_directory=True)
    (inside / "out.zip").write_bytes(
        zipped({"../../evil.txt": b"Words.", "/etc/evil.txt": b"Words.", "C:\\evil.txt": b"Words."})
    )
    read_apart(inside / "loop.txt", inside / "back", inside / "out.zip")
    assert {path.name for path in tmp_path.rglob("*")} == {"inside", "loop.txt", "back", "out.zip"}


def endless(what: str) -> Callable[[BaseHTTPRequestHandler], None]:
    """An answer that never ends, fast or a byte now and then, and says a length that is none of its own."""
    packed = gzip.compress(b"\0" * 5_000_000, mtime=0)
    pieces = {
        "headers": (b"", b"X-A: words\r\n"),
        "content": (b"\r\n", b"<p>word</p>" * 1_000),
        "compressed": (b"Content-Encoding: gzip\r\n\r\n", packed),
        "longer than it says": (b"Content-Length: 10\r\n\r\n", b"<p>word</p>" * 1_000),
        "dripping headers": (b"", b"X"),
        "dripping content": (b"Content-Length: 5000\r\n\r\n", b"<"),
    }
    before, again = pieces[what]

    def answer(handler: BaseHTTPRequestHandler) -> None:
        with suppress(OSError):
            handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n" + before)
            for _ in range(100_000):
                handler.wfile.write(again)
                time.sleep(0.2 if len(again) == 1 else 0)

    return answer


def test_servers_that_never_end_their_answers_are_left_soon(site: Site) -> None:
    """All at once, so that the slow ones take no longer than one."""
    kinds = (
        "headers",
        "content",
        "compressed",
        "longer than it says",
        "dripping headers",
        "dripping content",
    )
    processes = {}
    begun = time.monotonic()
    for number, kind in enumerate(kinds):
        site.pages[f"/{number}"] = endless(kind)
        processes[kind] = started(f"{site.address}/{number}")
    for number, (kind, process) in enumerate(processes.items()):
        (told,) = ended(process)
        assert isinstance(told, str), kind
        assert told.startswith(f"{site.address}/{number}: ")
        assert "\n" not in told
    assert time.monotonic() - begun < 2 * SECONDS  # with what six processes take to begin
