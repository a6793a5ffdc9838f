"""A page's bytes from its address: the only module that uses a network, and only when an address is given."""

import re
import ssl
from dataclasses import dataclass
from email.message import Message
from http import HTTPStatus
from io import BytesIO
from pathlib import PurePosixPath
from typing import Final
from urllib.parse import unquote, urljoin
from urllib.request import getproxies, proxy_bypass

import certifi
from urllib3 import BaseHTTPResponse, PoolManager, ProxyManager, Retry, Timeout, make_headers
from urllib3.exceptions import (
    DecodeError,
    HTTPError,
    MaxRetryError,
    NameResolutionError,
    NewConnectionError,
    ProxyError,
    ResponseError,
    SSLError,
    TimeoutError,  # noqa: A004
)
from urllib3.util import parse_url

from claims.errors import ClaimsError
from claims.reading.connections import Deadline, PrivateAddressError, restrict
from claims.reading.encoding import in_utf8
from claims.reading.formats import format_of
from claims.reading.readers import READERS
from claims.release import __version__

_TIMEOUT: Final = Timeout(connect=10, read=20)
_WHOLE: Final = 60.0
"""Seconds for a whole page: a server that sends a few bytes now and then never runs into the other limits."""
_REDIRECTS: Final = 10
_CHUNK: Final = 65_536  # bytes
_SUFFIXES: Final = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/markdown": ".md",
    "text/x-markdown": ".md",
    "text/plain": ".txt",
}
_IN_UTF8: Final = frozenset(_SUFFIXES.values())
"""Formats of plain text, for which a server's word on their encoding counts."""
_DOCUMENTS: Final = {
    "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.oasis.opendocument.text": ".odt",
    "application/rtf": ".rtf",
    "text/rtf": ".rtf",
}
_XML: Final = frozenset({"application/rss+xml", "application/atom+xml", "application/xml", "text/xml"})
_UNSURE: Final = frozenset({"", "application/octet-stream", "binary/octet-stream", "text/plain"})
"""What servers send with files that they do not know: the address's suffix says more."""
_BY_HAND: Final = "open it in a browser, save the page and name the file"
_LATER: Final = "try again later"

_BROKEN: Final = f"the connection broke off; {_LATER}, or {_BY_HAND}"
_PROBLEMS: Final[dict[type[Exception], str]] = {
    PrivateAddressError: "no public address: pages of your own network are fetched with --allow-private only",
    NameResolutionError: "no such host, or no connection to the network; check the address",
    ProxyError: "the proxy cannot be reached; check HTTPS_PROXY and HTTP_PROXY in the environment",
    NewConnectionError: f"the server cannot be reached ({{cause}}); check the address, or {_LATER}",
    TimeoutError: f"no answer in time; {_LATER}, or {_BY_HAND}",
    SSLError: f"no safe connection ({{cause}}); check the address, or {_BY_HAND}",
    ResponseError: f"redirected more than {_REDIRECTS} times; {_BY_HAND}",
    ValueError: f"no address of a page, or it leads to none; check it, or {_BY_HAND}",
    DecodeError: f"the page came damaged; {_LATER}, or {_BY_HAND}",
}
"""What to say of each kind of failure; the first that fits holds."""

_CODES = re.compile(r"^\[.*?\] | \(_ssl\.c.*?\)$")


@dataclass(frozen=True, slots=True)
class FetchedPage:
    """What an address gave: the content, in UTF-8 where the server names its encoding.

    ``url`` is the address after all redirects, ``host`` its host's name; ``suffix`` is that of the format the
    content is in, such as ".html".
    """

    data: bytes
    url: str
    host: str
    suffix: str


def fetch(url: str, *, largest: int, largest_document: int | None = None) -> FetchedPage:
    """Get the page at an http or https address, through the system's proxy if any.

    It has ``largest`` bytes at the most, or ``largest_document`` where it is a PDF file or the like. Only public
    addresses are connected to, unless the environment's CLAIMS_ALLOW_PRIVATE is 1; a proxy answers for those that it
    connects to itself. Raises ClaimsError, in one line with the address, where it cannot be had: an address that is
    none or not public, no connection, no answer in time, a certificate that does not hold, an error that the server
    sends, what is no text, too large or empty.
    """
    try:
        parts = parse_url(url)
        if parts.scheme not in {"http", "https"}:
            raise ClaimsError(f"{url}: only http and https addresses are fetched; {_BY_HAND}")
        if parts.auth:
            raise ClaimsError(f"{url}: an address with a user's name or password is not fetched; {_BY_HAND}")
        with Deadline(_WHOLE) as deadline:
            try:
                with _manager(parts.scheme, parts.host or "", deadline) as manager:
                    response = manager.request("GET", url, headers=_headers(), preload_content=False)
                    with response:
                        page = _page(url, response, largest, largest_document or largest)
            except (HTTPError, ValueError):
                if deadline.over:
                    raise _too_slow(url) from None
                raise
            if deadline.over:  # what came is cut off
                raise _too_slow(url)
            return page
    except (HTTPError, ValueError) as error:  # ValueError: an address that is none, also of a redirect
        raise ClaimsError(f"{url}: {_problem(error)}") from None


def _too_slow(url: str) -> ClaimsError:
    return ClaimsError(f"{url}: not here after {_WHOLE:.0f} seconds; {_LATER}, or {_BY_HAND}")


def _manager(scheme: str, host: str, deadline: Deadline) -> PoolManager:
    # The system's certificates, with those that a newsroom's network needs, and certifi's where it has none.
    trusted = ssl.create_default_context()
    trusted.load_verify_locations(certifi.where())
    retries = Retry(connect=0, read=0, status=0, other=0, redirect=_REDIRECTS)
    proxy = None if proxy_bypass(host) else getproxies().get(scheme)
    if not proxy:
        manager = PoolManager(ssl_context=trusted, timeout=_TIMEOUT, retries=retries)
        restrict(manager, deadline)
        return manager
    allowed = make_headers(proxy_basic_auth=parse_url(proxy).auth or None)
    return ProxyManager(proxy, proxy_headers=allowed, ssl_context=trusted, timeout=_TIMEOUT, retries=retries)


def _headers() -> dict[str, str]:
    return {
        "User-Agent": f"claims/{__version__}",
        "Accept": "text/html, application/xhtml+xml, text/markdown, text/plain;q=0.9, */*;q=0.1",
        **make_headers(accept_encoding=True),
    }


def _page(url: str, response: BaseHTTPResponse, largest: int, largest_document: int) -> FetchedPage:
    if response.status != HTTPStatus.OK:
        raise ClaimsError(f"{url}: {_refusal(response.status)}")
    content = Message()
    content["Content-Type"] = response.headers.get("Content-Type", "")
    reached = url
    for step in response.retries.history if response.retries else ():
        reached = urljoin(reached, step.redirect_location or "")
    place = parse_url(reached)
    written = PurePosixPath(unquote(place.path or "")).suffix.lower()
    is_document = content.get_content_type() in _DOCUMENTS or written in _DOCUMENTS.values()
    data = _content(url, response, largest_document if is_document else largest)
    suffix = _suffix(url, content, written, data)
    if suffix in _IN_UTF8:
        data = in_utf8(data, content.get_content_charset() or "")
    return FetchedPage(data, reached, place.host or "", suffix)


def _content(url: str, response: BaseHTTPResponse, largest: int) -> bytes:
    data = bytearray()
    while part := response.read1(_CHUNK):
        data += part
        if len(data) > largest:
            raise ClaimsError(
                f"{url}: larger than {largest // 1_000_000} MB; save the article's text as a .txt file"
            )
    if not data.strip():
        raise ClaimsError(f"{url}: the server sent an empty page; {_BY_HAND}")
    return bytes(data)


def _suffix(url: str, content: Message, written: str, data: bytes) -> str:
    """The format's suffix by the type that the server gives, then by the address, then by how the content begins."""
    # Message takes a missing or malformed type for text/plain.
    named = content.get_content_type() if content["Content-Type"] else ""
    if named in _UNSURE and written and written in READERS:
        return written
    if suffix := _SUFFIXES.get(named) or _DOCUMENTS.get(named):
        return suffix
    if named in _XML:
        return format_of(BytesIO(data), "page.xml")
    if named in _UNSURE:
        return ".html" if data.lstrip().startswith(b"<") else ".txt"
    raise ClaimsError(f"{url}: not an article's page, but {named}; save the article's text as a .txt file")


def _refusal(status: int) -> str:
    try:
        named = f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        named = str(status)
    if status in (HTTPStatus.NOT_FOUND, HTTPStatus.GONE):
        return f"no such page ({named}); check the address"
    if status == HTTPStatus.TOO_MANY_REQUESTS or status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return f"the server has no page now ({named}); {_LATER}, or {_BY_HAND}"
    return f"the server gives no page ({named}); {_BY_HAND}"


def _problem(error: Exception) -> str:
    """What kept a page from coming, and what helps."""
    reason = error.reason if isinstance(error, MaxRetryError) and error.reason else error
    advice = next((words for kind, words in _PROBLEMS.items() if isinstance(reason, kind)), _BROKEN)
    return advice.format(cause=_cause(reason))


def _cause(error: Exception) -> str:
    """The system's or OpenSSL's own words for it."""
    cause = error.__cause__ or error.__context__ or (error.args[-1] if error.args else error)
    words = getattr(cause, "verify_message", None) or getattr(cause, "strerror", None) or str(cause)
    return _CODES.sub("", " ".join(str(words).split()))
