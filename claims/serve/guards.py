"""What every request passes: the name it asks for, where it comes from, how much it sends, what an answer may do."""

import asyncio
import ipaddress
import socket
import time
from typing import Final
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LARGEST_UPLOAD: Final = 64_000_000
"""Bytes of one request: many articles at once, and more than any reader takes of one."""
_SILENCE: Final = 20.0
"""Seconds that a browser may take between two pieces of what it sends."""
_WHOLE: Final = 300.0
"""Seconds for all of it."""
_SAFE: Final = frozenset({"GET", "HEAD"})
_LOOPBACK: Final = frozenset({"127.0.0.1", "::1", "localhost"})

_HEADERS: Final = {
    "Content-Security-Policy": "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
"""The first line keeps text of articles from running or loading anything (Content Security Policy, level 3)."""


class Refused(HTTPException):
    """What no page of the desk sends, with the answer's status and one line that says why."""


class Guards:
    """Refuses what no page of the desk sends, and says with every answer what the browser may do with it.

    ``host`` is the name or address that the desk listens at. A page of another site that points its own name at this
    machine (DNS rebinding) is known by that name in the Host header: a desk at a loopback address answers to that
    only, another one also to its own names and to any address in figures, which is no name to be pointed elsewhere.
    """

    def __init__(self, app: ASGIApp, *, host: str) -> None:
        self._app = app
        self._names = names_of(host)
        self._loopback = self._names <= _LOOPBACK

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or answer it in one line."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self._app(scope, receive, send)
            return
        began = False

        async def guarded(message: Message) -> None:
            nonlocal began
            if message["type"] == "http.response.start":
                began = True
                headers = MutableHeaders(scope=message)
                headers.update(_HEADERS)
                headers.setdefault("Cache-Control", "no-store")
            await send(message)

        try:
            headers = Headers(scope=scope)
            self._check_host(headers)
            if scope["method"] not in _SAFE:
                _check_origin(headers)
            await self._app(scope, _limited(receive, headers), guarded)
        except Refused as refused:
            if not began:
                answer = PlainTextResponse(
                    refused.detail + "\n", refused.status_code, {"Connection": "close"}
                )
                await answer(scope, receive, guarded)

    def _check_host(self, headers: Headers) -> None:
        asked = headers.getlist("host")
        name = _host_name(asked[0]) if len(asked) == 1 else None
        if name is None or not (name in self._names or (not self._loopback and _is_address(name))):
            known = ", ".join(sorted(self._names))
            raise Refused(421, f"This desk is not at the address that was asked for; it is at {known}.")


def names_of(host: str) -> frozenset[str]:
    """The names by which a browser may ask for a desk that listens at ``host``."""
    if host in _LOOPBACK:
        return _LOOPBACK
    own = socket.gethostname().lower()
    return _LOOPBACK | {host.lower(), own, socket.getfqdn().lower(), f"{own}.local"}


def _check_origin(headers: Headers) -> None:
    """Refuse a change that a browser says another site's page asks for; the CSRF token says so, too."""
    origin = headers.get("origin", "null")
    of_another = origin != "null" and urlsplit(origin).netloc.lower() != headers.get("host", "").lower()
    if of_another or headers.get("sec-fetch-site", "same-origin") not in {"same-origin", "none"}:
        raise Refused(403, "A page of another site asked for this change; nothing was changed.")


def _limited(receive: Receive, headers: Headers) -> Receive:
    """What gives a request's body in pieces, until there is too much of it or it takes too long."""
    try:
        announced = int(headers.get("content-length", "0"))
    except ValueError:
        announced = -1
    if announced < 0:
        raise Refused(400, "The length of this request cannot be understood.")
    too_much = f"More than {LARGEST_UPLOAD // 1_000_000} MB at once; send fewer or smaller files. Nothing was changed."
    if announced > LARGEST_UPLOAD:
        raise Refused(413, too_much)
    received = 0
    deadline = time.monotonic() + _WHOLE
    whole = False

    async def next_piece() -> Message:
        nonlocal received, whole
        if whole:  # what is left to come is the end of the connection
            return await receive()
        try:
            left = min(_SILENCE, max(0.0, deadline - time.monotonic()))
            message = await asyncio.wait_for(receive(), left)
        except TimeoutError:
            raise Refused(408, "This request took too long to arrive; nothing was changed.") from None
        received += len(message.get("body", b""))
        whole = not message.get("more_body", False)
        if received > LARGEST_UPLOAD:
            raise Refused(413, too_much)
        return message

    return next_piece


def _host_name(asked: str) -> str | None:
    """The name in a Host header, without its port; None for what is none."""
    try:
        return urlsplit(f"//{asked}").hostname
    except ValueError:
        return None


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True
