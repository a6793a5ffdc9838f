"""Files made to exhaust the machine, each read by a process of its own: one clear line, soon, in little memory."""

import gzip
import json
import os
import sys
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from tests.reading.article_files import WRITERS, Units, W, pdf_article, zipped
from tests.reading.test_hostile_files import BOMB, LAUGHS, ODT, understated

SECONDS = 30.0  # of a processor's time
LARGEST = 1_000_000  # kilobytes of memory
PROGRAM = """
import json, sys
from claims.reading import Unread, read_all
found = list(read_all(sys.argv[1]))
with open("/proc/self/status") as status:  # what getrusage calls the peak may be that of the parent
    (peak,) = [int(line.split()[1]) for line in status if line.startswith("VmHWM")]
print(json.dumps([peak, *(each.problem if isinstance(each, Unread) else len(each.text) for each in found[:20])]))
"""
PARAGRAPH = (
    "<p>The mayor of Norhaven said on Tuesday that the contract would be reviewed in full, after all.</p>"
)


def read_apart(path: Path) -> None:
    """Read a file in another process, and check what it says, how long it takes and how much memory."""
    read_end, write_end = os.pipe()
    pid = os.posix_spawn(
        sys.executable,
        [sys.executable, "-c", PROGRAM, str(path)],
        dict(os.environ),
        file_actions=[(os.POSIX_SPAWN_DUP2, write_end, 1)],
    )
    os.close(write_end)
    with os.fdopen(read_end, "rb") as answer:
        told = answer.read()
    _, status, used = os.wait4(pid, 0)
    assert status == 0
    assert used.ru_utime + used.ru_stime < SECONDS
    peak, *given = json.loads(told)
    assert peak < LARGEST
    for each in given:
        assert isinstance(each, int) or (each.startswith(str(path)) and "\n" not in each)
    assert given


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
    "blank-lines.txt": lambda: b"a\n\n" * 1_600_000,
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


@pytest.mark.parametrize("name", ["a.docx", "a.pdf", "a.zip", "a.parquet", "a.warc.gz", "a.xlsx"])
def test_a_file_that_is_cut_in_the_middle(name: str, tmp_path: Path) -> None:
    whole = WRITERS[name](UNITS)
    (tmp_path / name).write_bytes(whole[: len(whole) // 2])
    read_apart(tmp_path / name)
