"""Web archives (WARC): the pages in them, as a crawler or a browser captured them."""

from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import redirect_stderr
from functools import partial
from io import StringIO
from typing import Any, BinaryIO, Final

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from claims.errors import ClaimsError
from claims.reading.encoding import in_utf8
from claims.reading.no_article import NoArticle
from claims.reading.page_format import DOCUMENTS, IN_UTF8, PAGES, is_document, suffix_of, type_of
from claims.reading.parsed_article import ContainedArticle, ParsedArticle, with_address
from claims.reading.readers import READERS
from claims.reading.sizes import LARGEST, LARGEST_DOCUMENT

_KINDS: Final = {"response", "resource", "conversion"}


def members(file: BinaryIO, name: str, columns: Mapping[str, str]) -> Iterator[ContainedArticle]:
    """The pages and documents of an archive, compressed or not, by their addresses.

    The last one says what else was in it: feeds, too, whose entries stand beside the pages that they announce. Raises
    ClaimsError after the last one where some are not as long as the archive says.
    """
    others: Counter[str] = Counter()
    told = StringIO()
    try:
        records = ArchiveIterator(file)
        while (record := _following(records, told)) is not None:
            if record.rec_type not in _KINDS:
                continue
            address = record.rec_headers.get_header("WARC-Target-URI") or ""
            kind, charset = type_of(_content_type(record))
            status = record.http_headers.get_statuscode() if record.http_headers else "200"
            if status != "200" or (kind not in PAGES and kind not in DOCUMENTS):
                others[(kind or "of no type") if status == "200" else f"answers with status {status}"] += 1
                continue
            most = LARGEST_DOCUMENT if is_document(kind, address) else LARGEST
            with redirect_stderr(told):
                data = record.content_stream().read(most + 1)
            read = partial(
                _page, data, address, kind=kind, charset=charset, most=most, name=f"{name}#{address}"
            )
            yield ContainedArticle(address, read)
    except (ArchiveLoadFailed, EOFError, OSError, ValueError) as error:
        reason = " ".join(str(error).split())[:80]
        raise ClaimsError(f"{name}: damaged, or cut short ({reason}); fetch the archive again") from None
    if others:
        listed = ", ".join(f"{count} {kind}" for kind, count in others.most_common(8))
        yield ContainedArticle("others", partial(_no_pages, f"{name}: not read, as no pages: {listed}"))
    if told.getvalue():
        raise ClaimsError(f"{name}: damaged in places, where pages may be cut short; fetch the archive again")


def _following(records: Any, told: StringIO) -> Any:
    """The next record, None after the last; what the library says to the terminal is said to ``told``."""
    with redirect_stderr(told):
        return next(records, None)


def _content_type(record: Any) -> str:
    if record.http_headers and (given := record.http_headers.get_header("Content-Type")):
        return str(given)
    return (
        "text/plain"
        if record.rec_type == "conversion"
        else record.rec_headers.get_header("Content-Type") or ""
    )


def _page(data: bytes, address: str, *, kind: str, charset: str, most: int, name: str) -> ParsedArticle:
    if len(data) > most:
        raise ClaimsError(
            f"{name}: larger than {most // 1_000_000} MB; save the article's text as a .txt file"
        )
    suffix = suffix_of(kind, address, data) or ""
    if suffix in IN_UTF8:
        data = in_utf8(data, charset)
    return with_address(READERS[suffix](data, name), address)


def _no_pages(problem: str) -> ParsedArticle:
    raise NoArticle(problem)
