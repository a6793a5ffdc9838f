"""Who is at the desk: the token in the start address, the cookie that it is traded for, and the name that decides."""

import hashlib
import hmac
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Final, cast

from starlette.requests import HTTPConnection
from starlette.responses import Response

from claims.serve.limits import Rate

_KEPT: Final = 1000
"""So many sessions are held; the oldest is forgotten for one more."""
_FAILURES_A_MINUTE: Final = 20


@dataclass(frozen=True, slots=True)
class Session:
    """One browser that showed a token: by whom its changes are made, and whether the token says so.

    ``reviewer`` is empty where nobody has been named yet. ``token`` is a reviewer's own, which may be taken back while
    the session lasts; empty for the token of the start address.
    """

    reviewer: str
    named_by_token: bool = False
    token: str = field(default="", repr=False)


class Sessions:
    """The sessions of one running desk; none outlives it.

    ``token`` opens the desk for whoever ``reviewer`` is; ``known`` gives the session of any other token, or None.
    """

    def __init__(self, token: str, reviewer: str, known: Callable[[str], Session | None]) -> None:
        self._token, self._reviewer, self._known = token, reviewer, known
        self._key = secrets.token_bytes(32)
        self._held: dict[str, Session] = {}
        self.failures = Rate(_FAILURES_A_MINUTE, 60)

    def begin(self, token: str) -> str | None:
        """A new session's id for a token that opens the desk, else None."""
        session = self._known(token)
        if session is None and hmac.compare_digest(token.encode(), self._token.encode()):
            session = Session(self._reviewer)
        if session is None:
            return None
        id_ = secrets.token_urlsafe(32)
        self._held[id_] = session
        while len(self._held) > _KEPT:
            self._held.pop(next(iter(self._held)))
        return id_

    def find(self, id_: str) -> Session | None:
        """The session with this id."""
        return self._held.get(id_)

    def name(self, id_: str, reviewer: str) -> None:
        """Let changes of a session be made by this reviewer, unless its token says by whom."""
        held = self._held[id_]
        if not held.named_by_token:
            self._held[id_] = replace(held, reviewer=reviewer)

    def end(self, id_: str) -> None:
        """Forget a session."""
        self._held.pop(id_, None)

    def csrf(self, id_: str) -> str:
        """What a form of this session must have in it, which no other site can know."""
        return hmac.new(self._key, id_.encode(), hashlib.sha256).hexdigest()


def sessions_of(request: HTTPConnection) -> Sessions:
    """The sessions of the desk that a request is made to."""
    return cast(Sessions, request.app.state.sessions)


def session_id(request: HTTPConnection) -> str:
    """The id of a request's session, which need not be one; empty where it has none."""
    return request.cookies.get(request.app.state.cookie, "")


def session_of(request: HTTPConnection) -> Session | None:
    """The session of a request, None for a browser that showed no token."""
    return sessions_of(request).find(session_id(request))


def reviewer_of(request: HTTPConnection) -> str:
    """By whom a request's changes are made; empty where nobody has been named."""
    session = session_of(request)
    return session.reviewer if session else ""


def set_cookie(request: HTTPConnection, response: Response, id_: str) -> None:
    """Let the browser be known from now on, on requests that come from the desk's own pages."""
    response.set_cookie(request.app.state.cookie, id_, httponly=True, samesite="strict", path="/")
