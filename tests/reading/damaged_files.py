"""A good file of every format, and what has to hold of any that was made of it: articles or one line that names it."""

import logging
import traceback
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path

import claims
from claims.reading import Remark, Unread, noting, read_all
from claims.records import Article
from tests.reading.article_files import WRITERS, Units, subtitles
from tests.reading.full_files import FULL

PACKAGE = Path(claims.__file__).parent
UNITS: Units = [
    ("title", "Quay to be reviewed"),
    (
        "paragraph",
        "The mayor of Norhaven said on Tuesday that the harbour contract would be reviewed in full.",
    ),
    (
        "paragraph",
        "“We have nothing to hide,” Ilse Brandt told reporters at the café by the old port; “nothing – at all.”",
    ),
]
CUES = subtitles(["MAYOR: The contract will be reviewed in full.", "- We have nothing to hide."])
FILES = {name: write(UNITS) for name, write in (WRITERS | FULL).items()} | {
    "a.srt": CUES,
    "a.vtt": b"WEBVTT\n\nNOTE Town Desk\n\n" + CUES.replace(b",000", b".000"),
}
PIECES = (
    b"<", b">", b"&#0;", b"&amp;" * 9, b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b"\r", b"\n\n", b"{", b"}", b"[", b"]",
    b'"', b"\\u", b"<p>", b"</p>", b"<blockquote>", b"<cite>", b"<![CDATA[", b"]]>", b"--", b"\xe2\x80\x9c", b"\x80",
    b"9" * 30, b"endobj", b"stream", b"From ", b"Content-Type: text/html; charset=utf-7\n", b"\\'ff", b"-->", b"1e999",
    b"\xf0\x9f\x98\x80", b"\xcc\x81", b"\xe2\x80\x8f", b"0 R", b"<time datetime='9999-99-99'>", b"Infinity",
)  # fmt: skip
"""What readers look at closely, and what they do not expect."""


class _OwnFaults(logging.Handler):
    """Collects where the package's own code raised what its user is told in one line, as if a library had failed."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.found: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        if record.exc_info and record.exc_info[1]:
            *_, last = traceback.extract_tb(record.exc_info[1].__traceback__)
            if Path(last.filename).is_relative_to(PACKAGE):
                self.found.append(f"{last.filename}:{last.lineno}: {record.exc_info[1]!r}")


def check_reading(path: Path) -> list[Article | Unread]:
    """Read a file: it gives articles whose blocks are in order, or says in one line what it is, whatever it holds.

    What it remarks is one line, too; nothing falls but in libraries, and nothing is printed.
    """
    said: list[Remark] = []
    faults, printed = _OwnFaults(), StringIO()
    log = logging.getLogger("claims")
    level = log.level
    log.addHandler(faults)
    log.setLevel(logging.DEBUG)
    try:
        with noting(said.append), redirect_stdout(printed), redirect_stderr(printed):
            found = list(read_all(path))
    finally:
        log.removeHandler(faults)
        log.setLevel(level)
    assert faults.found == []
    assert printed.getvalue() == ""
    assert all("\n" not in each.words for each in said)
    for each in found:
        if isinstance(each, Unread):
            assert str(path) in each.problem
            assert "\n" not in each.problem
        else:
            assert isinstance(each, Article)
            assert all(0 <= b.start < b.end <= len(each.text) for b in each.blocks)
            assert all(a.end <= b.start for a, b in zip(each.blocks, each.blocks[1:], strict=False))
    return found
