"""The formats that can be read: a file with its function here and its line below, or an installed package."""

from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from typing import BinaryIO, Final, cast

from claims.plugins import Registry
from claims.reading.parsed_article import ContainedArticle, ParsedArticle

Reader = Callable[[bytes, str], ParsedArticle]
"""From a file's bytes and its name, which is for messages, to what stands in it; raises ClaimsError."""

Opener = Callable[[BinaryIO, str, Mapping[str, str]], Iterator[ContainedArticle]]
"""From an open file that holds several articles, its name and the names of its columns to its articles, one by one;
raises ClaimsError where what follows cannot be had."""


def _reader(module: str) -> Reader:
    """A module's function ``read``; what it needs is imported when a file of its format is read."""

    def read(data: bytes, name: str) -> ParsedArticle:
        return cast(Reader, import_module(f"claims.reading.{module}").read)(data, name)

    return read


def _opener(module: str, function: str = "members") -> Opener:
    def members(file: BinaryIO, name: str, columns: Mapping[str, str]) -> Iterator[ContainedArticle]:
        return cast(Opener, getattr(import_module(f"claims.reading.{module}"), function))(file, name, columns)

    return members


READERS: Final[Registry[Reader]] = Registry(
    "claims.readers",
    {
        "": _reader("plain_text"),
        ".txt": _reader("plain_text"),
        ".text": _reader("plain_text"),
        ".md": _reader("markdown"),
        ".markdown": _reader("markdown"),
        ".html": _reader("html"),
        ".htm": _reader("html"),
        ".xhtml": _reader("html"),
        ".pdf": _reader("pdf"),
        ".docx": _reader("docx"),
        ".odt": _reader("odt"),
        ".rtf": _reader("rtf"),
        ".srt": _reader("subtitles"),
        ".vtt": _reader("subtitles"),
    },
)
"""The reader for each ending of a file's name, in lower case, where a file is one article."""

OPENERS: Final[Mapping[str, Opener]] = {
    ".eml": _opener("mail_files", "message_members"),
    ".mbox": _opener("mail_files", "mailbox_members"),
    ".rss": _opener("feed"),
    ".atom": _opener("feed"),
    ".newsml": _opener("agency_news"),
    ".csv": _opener("table", "csv_members"),
    ".tsv": _opener("table", "csv_members"),
    ".jsonl": _opener("table", "json_lines_members"),
    ".ndjson": _opener("table", "json_lines_members"),
    ".json": _opener("table", "json_members"),
    ".parquet": _opener("table", "parquet_members"),
    ".xlsx": _opener("table", "sheet_members"),
    ".ods": _opener("table", "sheet_members"),
    ".warc": _opener("web_archive"),
    ".zip": _opener("archive"),
}
"""The same where a file may hold several."""
