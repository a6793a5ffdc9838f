"""Login by the token of the start address, logout, and the name under which somebody decides."""

import re
from typing import Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from claims.errors import ClaimsError
from claims.serve.sessions import session_id, sessions_of
from claims.serve.visit import Visit, begin_session, change, page

_LONGEST_NAME: Final = 100
_OWN_PATH: Final = re.compile(r"/(?![/\\])[\w%/?=&.+~-]*")


async def login(request: Request) -> Response:
    """Trade a token that was typed in for a session."""
    async with request.form(max_files=0, max_fields=10, max_part_size=10_000) as form:
        token = form.get("token")
    return await run_in_threadpool(begin_session, request, token.strip() if isinstance(token, str) else "")


def name_form(visit: Visit) -> Response:
    """Ask who decides."""
    return visit.render("name.html.j2", back=_own_path(visit.asked("back")))


def name_given(visit: Visit) -> Response:
    """Let this browser's changes be made by the name that was typed in."""
    name = " ".join(visit.filled("reviewer").split())
    if not name or len(name) > _LONGEST_NAME or not name.isprintable():
        raise ClaimsError(
            f"Give a name of at most {_LONGEST_NAME} characters: it stands beside each verdict."
        )
    sessions_of(visit.request).name(session_id(visit.request), name)
    return visit.go(_own_path(visit.filled("back")))


def _own_path(asked: str) -> str:
    """The path of a page of the desk, never of another site."""
    return asked if _OWN_PATH.fullmatch(asked) else "/"


ROUTES: Final[list[BaseRoute]] = [
    Route("/login", login, methods=["POST"]),
    page("/name", name_form),
    change("/name", name_given),
]
