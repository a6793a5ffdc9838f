"""Which format a file is in: by what stands in it first, by the ending of its name second."""

import re
import zlib
from pathlib import PurePath
from typing import BinaryIO, Final
from zipfile import BadZipFile, ZipFile

from claims.reading.no_article import NoArticle
from claims.reading.readers import OPENERS, READERS
from claims.release import GENERATOR

_HEAD: Final = 8192  # bytes
_SIGNS: Final = (
    (b"%PDF-", ".pdf"),
    (b"{\\rtf", ".rtf"),
    (b"PAR1", ".parquet"),
    (b"WARC/", ".warc"),
    (b"\x1f\x8b", ".gz"),
)
_NO_ARTICLES: Final = (
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"II*\0", "a picture"),
    (b"MM\0*", "a picture"),
    (b"BM", "a picture"),
    (b"SQLite format 3", "a database"),
    (b"ID3", "a sound recording"),
    (b"OggS", "a sound recording"),
    (b"fLaC", "a sound recording"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
    (b"7z\xbc\xaf", "a 7z archive; unpack it"),
    (b"Rar!", "a RAR archive; unpack it"),
    (b"BZh", "a bzip2 archive; unpack it"),
    (b"\xfd7zXZ", "an xz archive; unpack it"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive; unpack it"),
)
_OLD_OFFICE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ROOT = re.compile(rb"<(?:[A-Za-z][\w.-]*:)?([A-Za-z][\w.-]*)[\s/>]")
_ROOTS: Final = {
    b"rss": ".rss", b"RDF": ".rss", b"feed": ".atom", b"newsItem": ".newsml", b"newsMessage": ".newsml",
    b"nitf": ".newsml", b"html": ".html", b"HTML": ".html",
}  # fmt: skip
_HEADER: Final = rb"[A-Za-z][A-Za-z-]{1,40}:[^\n]*\n(?:[ \t][^\n]*\n)*"
_MAIL = re.compile(
    rb"(?:From \S+[^\n]*\d{4}\s*\n)?(?=(?:"
    + _HEADER
    + rb")*(?:mime-version|message-id|received):)(?:"
    + _HEADER
    + rb"){3}",
    re.IGNORECASE,
)
"""How a message begins that a mail program saved: with headers, among them one that nobody writes by hand."""
_TEXTS: Final = frozenset(
    {"", ".txt", ".text", ".xml", ".htm", ".html", ".xhtml", ".rss", ".atom", ".newsml"}
)
"""Endings under which all kinds of markup are found."""
_IN_ZIP: Final = (("word/document.xml", ".docx"), ("xl/workbook.xml", ".xlsx"), ("xl/workbook.bin", ".xlsx"))
_OPEN_DOCUMENT: Final = {
    b"application/vnd.oasis.opendocument.text": ".odt",
    b"application/vnd.oasis.opendocument.spreadsheet": ".ods",
}


def ending_of(name: str) -> str:
    """The ending of a file's name, in lower case; empty where it has none."""
    return PurePath(name).suffix.lower()


def format_of(file: BinaryIO, name: str) -> str:
    """The ending under which :data:`READERS` or :data:`OPENERS` have the format of an open file, or ".gz".

    The file is at its start afterwards. Raises NoArticle, which says what it is, for a file that holds no article.
    """
    file.seek(0)
    head = file.read(_HEAD)
    file.seek(0)
    ending = ending_of(name)
    if head.startswith(b"PK\x03\x04") and not (ending in READERS and ending not in _OWN_ZIPS):
        return _zip_format(file, name, ending)
    if found := next(
        (known for sign, known in _SIGNS if head.lstrip(b"\xef\xbb\xbf").startswith(sign)), None
    ):
        return found
    if ending in READERS and ending not in _TEXTS:
        return ending
    _refuse(head, name, ending)
    if ending in _TEXTS and _MAIL.match(head.removeprefix(b"\xef\xbb\xbf")):
        return ".mbox" if head.startswith(b"From ") else ".eml"
    if (ending in _TEXTS or ending not in OPENERS) and (marked := _marked(head, ending)):
        return marked
    if ending in READERS or ending in OPENERS:
        return ending
    raise NoArticle(
        f"{name}: {ending or 'such'} files cannot be read; save the article as one of {known_endings()}"
    )


def known_endings() -> str:
    """The endings of all formats, for a message."""
    return ", ".join([ending for ending in READERS if ending] + list(OPENERS))


_OWN_ZIPS: Final = frozenset(
    {".docx", ".odt", ".txt", ".text", "", ".md", ".html", ".htm", ".pdf", ".rtf", ".eml"}
)


def _refuse(head: bytes, name: str, ending: str) -> None:
    if head.startswith(_OLD_OFFICE):
        kind = {".doc": "Word", ".xls": "Excel", ".ppt": "PowerPoint", ".msg": "Outlook"}.get(
            ending, "Office"
        )
        newer = {".doc": ".docx", ".xls": ".xlsx", ".msg": ".eml"}.get(ending, ".docx")
        raise NoArticle(f"{name}: an old {kind} file; save it as {newer}")
    kind = next((named for sign, named in _NO_ARTICLES if head.startswith(sign)), "")
    if not kind and head[:4] == b"RIFF":
        kind = "a picture" if head[8:12] == b"WEBP" else "a recording"
    if not kind and head[4:8] == b"ftyp":
        kind = "a film or recording"
    if GENERATOR.encode() in head:
        kind = "a page that `claims` wrote"
    # Two letters are words at the start of a text, too.
    if kind and (len(kind) > 0) and (b"\0" in head or not head.startswith((b"BM", b"MZ", b"ID3", b"BZh"))):
        raise NoArticle(f"{name}: {kind}, not an article")


def _marked(head: bytes, ending: str) -> str | None:
    """The format of markup by its root; None where the file does not begin with markup."""
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if not start.startswith(b"<"):
        return None
    if start[:9].lower() == b"<!doctype" and b"html" in start[:60].lower():
        known: str | None = ".html"
    else:  # a document type of its own may stand before the root
        roots = (root.group(1) for root in _ROOT.finditer(start))
        known = next((_ROOTS[root] for root in roots if root in _ROOTS), None)
    return None if known == ".html" and ending == ".xhtml" else known


def _zip_format(file: BinaryIO, name: str, ending: str) -> str:
    try:
        with ZipFile(file) as archive:
            parts = set(archive.namelist())
            kind = archive.open("mimetype").read(200).strip() if "mimetype" in parts else b""
    except (BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError, EOFError, zlib.error):
        return ending if ending in OPENERS or ending in (".docx", ".odt") else ".zip"
    finally:
        file.seek(0)
    if found := next((known for part, known in _IN_ZIP if part in parts), None) or _OPEN_DOCUMENT.get(kind):
        return found
    if kind or any(part.startswith("ppt/") for part in parts):
        what = "an e-book" if b"epub" in kind else "slides or a drawing"
        raise NoArticle(f"{name}: {what}, not an article")
    return ending if ending in (".docx", ".odt") else ".zip"
