"""Web archives (WARC): the pages in them, as a crawler or a browser captured them."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from email.message import Message
from functools import partial
from typing import BinaryIO, Final

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from claims.errors import ClaimsError
from claims.reading import html, plain_text
from claims.reading.encoding import in_utf8
from claims.reading.no_article import NoArticle
from claims.reading.parsed_article import ContainedArticle, ParsedArticle, with_address

_LARGEST: Final = 5_000_000  # bytes of a page
_PAGES: Final[Mapping[str, Callable[[bytes, str], ParsedArticle]]] = {
    "text/html": html.read,
    "application/xhtml+xml": html.read,
    "text/plain": plain_text.read,
}


def members(file: BinaryIO, name: str, columns: Mapping[str, str]) -> Iterator[ContainedArticle]:
    """The pages of an archive, compressed or not, by their addresses; the last one says what else was in it."""
    others: Counter[str] = Counter()
    try:
        for record in ArchiveIterator(file):
            address = record.rec_headers.get_header("WARC-Target-URI") or ""
            if record.rec_type not in ("response", "resource", "conversion"):
                continue
            content = Message()
            headers = record.http_headers
            content["Content-Type"] = (headers.get_header("Content-Type") if headers else "") or (
                "text/plain"
                if record.rec_type == "conversion"
                else record.rec_headers.get_header("Content-Type") or ""
            )
            named = content.get_content_type()
            status = headers.get_statuscode() if headers else "200"
            if status != "200" or named not in _PAGES:
                others[named if status == "200" else f"answers with status {status}"] += 1
                continue
            data = record.content_stream().read(_LARGEST + 1)
            charset = content.get_content_charset() or ""
            yield ContainedArticle(
                address, partial(_page, in_utf8(data, charset), address, named, f"{name}#{address}")
            )
    except (ArchiveLoadFailed, EOFError, OSError, ValueError) as error:
        reason = " ".join(str(error).split())[:80]
        raise ClaimsError(f"{name}: damaged, or cut short ({reason}); fetch the archive again") from None
    if others:
        listed = ", ".join(f"{count} {kind}" for kind, count in others.most_common(8))
        yield ContainedArticle("others", partial(_no_pages, f"{name}: not read, as no pages: {listed}"))


def _page(data: bytes, address: str, named: str, name: str) -> ParsedArticle:
    if len(data) > _LARGEST:
        raise ClaimsError(
            f"{name}: larger than {_LARGEST // 1_000_000} MB; save the article's text as a .txt file"
        )
    return with_address(_PAGES[named](data, name), address)


def _no_pages(problem: str) -> ParsedArticle:
    raise NoArticle(problem)
