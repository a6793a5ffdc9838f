"""A page's bytes from its address: the only module that asks for them, and only when an address is given."""

import ssl
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from http import HTTPStatus
from typing import Final
from urllib.parse import urljoin, urlsplit
from urllib.request import getproxies, proxy_bypass

import certifi
from urllib3 import BaseHTTPResponse, PoolManager, ProxyManager, Retry, Timeout, make_headers
from urllib3.exceptions import HTTPError
from urllib3.util import parse_url

from claims.errors import ClaimsError
from claims.reading.connections import Deadline, restrict
from claims.reading.encoding import in_utf8
from claims.reading.fetch_problems import BY_HAND, LATER, REDIRECTS, problem_of, refusal
from claims.reading.fetched_page import Capture, FetchedPage
from claims.reading.page_format import IN_UTF8, is_document, suffix_of, type_of
from claims.reading.page_state import condition, state_of
from claims.reading.robots import AGENT, LARGEST
from claims.reading.urls import without_credentials
from claims.reading.visits import Visits
from claims.records import PageState
from claims.release import __version__

_TIMEOUT: Final = Timeout(connect=10, read=20)
_WHOLE: Final = 25.0
"""Seconds for a whole page: a server that sends a few bytes now and then never runs into the other limits."""
_CHUNK: Final = 65_536  # bytes
_NO_RETRIES: Final = Retry(connect=0, read=0, status=0, other=0, redirect=0)


def fetch(
    url: str,
    *,
    largest: int,
    largest_document: int | None = None,
    known: PageState | None = None,
    visits: Visits | None = None,
) -> FetchedPage | None:
    """Get the page at an http or https address, through the system's proxy if any; None where it is as ``known``.

    It has ``largest`` bytes at the most, or ``largest_document`` where it is a PDF file or the like. Only public
    addresses are connected to, unless the environment's CLAIMS_ALLOW_PRIVATE is 1; a proxy answers for those that it
    connects to itself. Of pages that are fetched one after the other or by several threads, ``visits`` keeps what
    their sites ask for. Raises ClaimsError, in one line with the address, where the page cannot be had: an address
    that is none or not public, no connection, no answer in time, a certificate that does not hold, an error that the
    server sends, a site that asks programs to stay away, what is no text, too large or empty.
    """
    shown = without_credentials(url)
    if shown != url:
        raise ClaimsError(f"{shown}: an address with a user's name or password is not fetched; {BY_HAND}")
    return _Exchange(url, known, visits or Visits()).page(largest, largest_document or largest)


class _Exchange:
    """The requests for one page: its site's robots.txt, then the page, over all redirects, in 25 seconds together."""

    def __init__(self, address: str, known: PageState | None, visits: Visits) -> None:
        self._address = address
        self._known = known
        self._visits = visits
        self._left = _WHOLE

    def page(self, largest: int, largest_document: int) -> FetchedPage | None:
        url = self._address
        for _ in range(REDIRECTS + 1):
            self._check(url)
            self._visits.robots.check(url, self._text, name=self._address)
            asked = _headers() | condition(self._known, url)
            with self._request(url, asked) as response:
                if response.status == HTTPStatus.NOT_MODIFIED and len(asked) > len(_headers()):
                    return None
                target = response.get_redirect_location()
                if not target:
                    return self._read(url, asked, response, largest, largest_document)
            url = without_credentials(_joined(url, target))
        raise ClaimsError(f"{self._address}: redirected more than {REDIRECTS} times; {BY_HAND}")

    def _check(self, url: str) -> None:
        if url.partition(":")[0].lower() in ("http", "https"):
            return
        if url == self._address:
            raise ClaimsError(f"{url}: only http and https addresses are fetched; {BY_HAND}")
        raise ClaimsError(f"{self._address}: {problem_of(ValueError())}")

    @contextmanager
    def _request(self, url: str, headers: dict[str, str]) -> Iterator[BaseHTTPResponse]:
        """The answer to a request, when it is the host's turn; whatever fails until it is read is a ClaimsError."""
        try:
            place = parse_url(url)
            if not place.host:
                raise ValueError("no host")
            begun = None
            try:
                with self._visits.turn(place.host, url, self._left) as deadline:
                    begun = time.monotonic()
                    yield from self._answer(url, headers, deadline)
            finally:
                self._left -= 0.0 if begun is None else time.monotonic() - begun
        except (HTTPError, ValueError) as error:  # ValueError: an address that is none, also of a redirect
            raise ClaimsError(f"{self._address}: {problem_of(error)}") from None

    def _answer(self, url: str, headers: dict[str, str], deadline: Deadline) -> Iterator[BaseHTTPResponse]:
        place = parse_url(url)
        try:
            with (
                _manager(place.scheme or "", place.host or "", deadline) as manager,
                manager.request(
                    "GET", url, headers=headers, preload_content=False, redirect=False
                ) as response,
            ):
                yield response
        except (HTTPError, ValueError):
            if not deadline.over:
                raise
        if deadline.over:  # what came is cut off
            raise ClaimsError(f"{self._address}: not here after {_WHOLE:.0f} seconds; {LATER}, or {BY_HAND}")

    def _text(self, url: str) -> tuple[int, bytes]:
        """The status and content of a robots.txt, over its own redirects."""
        for _ in range(REDIRECTS + 1):
            self._check(url)
            with self._request(url, _headers()) as response:
                target = response.get_redirect_location()
                if not target:
                    return response.status, _content(response, LARGEST)[:LARGEST]
            url = without_credentials(_joined(url, target))
        return HTTPStatus.NOT_FOUND, b""

    def _read(
        self,
        url: str,
        asked: dict[str, str],
        response: BaseHTTPResponse,
        largest: int,
        largest_document: int,
    ) -> FetchedPage:
        if response.status != HTTPStatus.OK:
            raise ClaimsError(f"{self._address}: {refusal(response.status)}")
        kind, charset = type_of(response.headers.get("Content-Type"))
        most = largest_document if is_document(kind, url) else largest
        content = data = _content(response, most)
        if len(data) > most:
            limit = most // 1_000_000
            raise ClaimsError(
                f"{self._address}: larger than {limit} MB; save the article's text as a .txt file"
            )
        if not data.strip():
            raise ClaimsError(f"{self._address}: the server sent an empty page; {BY_HAND}")
        suffix = suffix_of(kind, url, data)
        if suffix is None:
            raise ClaimsError(
                f"{self._address}: not an article's page, but {kind}; save the article's text as a .txt file"
            )
        if suffix in IN_UTF8:
            data = in_utf8(data, charset)
        headers = tuple((name, value) for name, value in response.headers.items() if not _is_secret(name))
        status = f"{response.status} {response.reason or ''}".strip()
        capture = Capture(url, datetime.now(UTC), tuple(asked.items()), status, headers, content)
        state = state_of(self._address, url, response.headers, capture.at)
        return FetchedPage(data, self._address, url, suffix, state, capture)


def _manager(scheme: str, host: str, deadline: Deadline) -> PoolManager:
    # The system's certificates, with those that a newsroom's network needs, and certifi's where it has none.
    trusted = ssl.create_default_context()
    trusted.load_verify_locations(certifi.where())
    proxy = None if proxy_bypass(host) else getproxies().get(scheme)
    manager: PoolManager
    if proxy:
        allowed = make_headers(proxy_basic_auth=parse_url(proxy).auth or None)
        manager = ProxyManager(
            proxy, proxy_headers=allowed, ssl_context=trusted, timeout=_TIMEOUT, retries=_NO_RETRIES
        )
    else:
        manager = PoolManager(ssl_context=trusted, timeout=_TIMEOUT, retries=_NO_RETRIES)
    restrict(manager, deadline, through_proxy=bool(proxy))
    return manager


def _headers() -> dict[str, str]:
    return {
        "User-Agent": f"{AGENT}/{__version__} (reads news articles one at a time; "
        f"a robots.txt speaks to it as {AGENT})",
        "Accept": "text/html, application/xhtml+xml, text/markdown, text/plain;q=0.9, */*;q=0.1",
        **make_headers(accept_encoding=True),
    }


def _is_secret(header: str) -> bool:
    """Whether a header may let whoever has it act for the one who asked."""
    return header.lower() in ("set-cookie", "set-cookie2", "www-authenticate", "authentication-info")


def _content(response: BaseHTTPResponse, largest: int) -> bytes:
    """What a server sends; not more of it than shows that it is more than ``largest`` bytes."""
    data = bytearray()
    while len(data) <= largest and (part := response.read1(_CHUNK)):
        data += part
    return bytes(data)


def _joined(url: str, target: str) -> str:
    try:
        joined = urljoin(url, target)
        urlsplit(joined)
    except ValueError:
        return ":"  # which is no address
    return joined
