"""Which format a page on the web is in: by the type that its server gives, its address, and how it begins."""

from collections.abc import Mapping
from email.message import Message
from io import BytesIO
from pathlib import PurePosixPath
from typing import Final
from urllib.parse import unquote, urlsplit

from claims.reading.formats import format_of
from claims.reading.readers import READERS

PAGES: Final[Mapping[str, str]] = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/markdown": ".md",
    "text/x-markdown": ".md",
    "text/plain": ".txt",
}
"""The suffixes of formats by the types of pages."""
IN_UTF8: Final = frozenset(PAGES.values())
"""Formats of plain text, for which a server's word on their encoding counts."""
DOCUMENTS: Final[Mapping[str, str]] = {
    "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.oasis.opendocument.text": ".odt",
    "application/rtf": ".rtf",
    "text/rtf": ".rtf",
}
"""The same for documents with pictures in them."""
_XML: Final = frozenset({"application/rss+xml", "application/atom+xml", "application/xml", "text/xml"})
_UNSURE: Final = frozenset({"", "application/octet-stream", "binary/octet-stream", "text/plain"})
"""What servers send with files that they do not know: the address's suffix says more."""


def type_of(header: str | None) -> tuple[str, str]:
    """A Content-Type header's type and charset, in lower case; each is empty where it is not given."""
    # Message takes a missing or malformed type for text/plain.
    content = Message()
    content["Content-Type"] = header or ""
    return (content.get_content_type() if header else ""), content.get_content_charset() or ""


def is_document(kind: str, url: str) -> bool:
    """Whether a page is a document with pictures in it, by its type or its address."""
    return kind in DOCUMENTS or _written(url) in DOCUMENTS.values()


def suffix_of(kind: str, url: str, data: bytes) -> str | None:
    """The suffix of the format in which a page's content is, such as ".html"; None where it holds no article."""
    written = _written(url)
    if kind in _UNSURE and written and written in READERS:
        return written
    if suffix := PAGES.get(kind) or DOCUMENTS.get(kind):
        return suffix
    if kind in _XML:
        return format_of(BytesIO(data), "page.xml")
    if kind in _UNSURE:
        return ".html" if data.lstrip().startswith(b"<") else ".txt"
    return None


def _written(url: str) -> str:
    return PurePosixPath(unquote(urlsplit(url).path)).suffix.lower()
