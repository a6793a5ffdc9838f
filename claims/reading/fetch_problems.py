"""What kept a page from coming, in one line for the user, and what helps."""

import re
from http import HTTPStatus
from typing import Final

from urllib3.exceptions import (
    DecodeError,
    MaxRetryError,
    NameResolutionError,
    NewConnectionError,
    ProxyError,
    SSLError,
    TimeoutError,  # noqa: A004
)

from claims.reading.connections import PrivateAddressError

REDIRECTS: Final = 10
BY_HAND: Final = "open it in a browser, save the page and name the file"
LATER: Final = "try again later"

_BROKEN: Final = f"the connection broke off; {LATER}, or {BY_HAND}"
_PROBLEMS: Final[dict[type[Exception], str]] = {
    PrivateAddressError: "no public address: pages of your own network are fetched with --allow-private only",
    NameResolutionError: "no such host, or no connection to the network; check the address",
    ProxyError: "the proxy cannot be reached; check HTTPS_PROXY and HTTP_PROXY in the environment",
    NewConnectionError: f"the server cannot be reached ({{cause}}); check the address, or {LATER}",
    TimeoutError: f"no answer in time; {LATER}, or {BY_HAND}",
    SSLError: f"no safe connection ({{cause}}); check the address, or {BY_HAND}",
    ValueError: f"no address of a page, or it leads to none; check it, or {BY_HAND}",
    DecodeError: f"the page came damaged; {LATER}, or {BY_HAND}",
}
"""What to say of each kind of failure; the first that fits holds."""

_CODES = re.compile(r"^\[.*?\] | \(_ssl\.c.*?\)$")


def problem_of(error: Exception) -> str:
    """What kept a page from coming, by what urllib3 raised."""
    reason = error.reason if isinstance(error, MaxRetryError) and error.reason else error
    advice = next((words for kind, words in _PROBLEMS.items() if isinstance(reason, kind)), _BROKEN)
    return advice.format(cause=_cause(reason))


def refusal(status: int) -> str:
    """What a server's answer without a page means."""
    named = named_status(status)
    if status in (HTTPStatus.NOT_FOUND, HTTPStatus.GONE):
        return f"no such page ({named}); check the address"
    if is_passing(status):
        return f"the server has no page now ({named}); {LATER}, or {BY_HAND}"
    return f"the server gives no page ({named}); {BY_HAND}"


def named_status(status: int) -> str:
    """A status with its name: "404 Not Found"."""
    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return str(status)


def is_passing(status: int) -> bool:
    """Whether the server may have another answer later."""
    return status == HTTPStatus.TOO_MANY_REQUESTS or status >= HTTPStatus.INTERNAL_SERVER_ERROR


def _cause(error: Exception) -> str:
    """The system's or OpenSSL's own words for it."""
    cause = error.__cause__ or error.__context__ or (error.args[-1] if error.args else error)
    words = getattr(cause, "verify_message", None) or getattr(cause, "strerror", None) or str(cause)
    return _CODES.sub("", " ".join(str(words).split()))
