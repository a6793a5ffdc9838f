"""One request to the desk as a view has it, and how a view's functions become routes."""

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from claims import desk
from claims.errors import ClaimsError
from claims.ledger import Ledger
from claims.serve.guards import Refused
from claims.serve.repeats import Repeats
from claims.serve.reviewer_login import still_holds
from claims.serve.sessions import reviewer_of, session_id, session_of, sessions_of, set_cookie
from claims.serve.templating import render

_MOST_FILES: Final = 200
_MOST_FIELDS: Final = 200
_LONGEST_FIELD: Final = 1_000_000
_DIGITS: Final = 10
"""A number with so many is none that a page has."""


@dataclass(frozen=True, slots=True)
class Visit:
    """One request to the desk.

    Fields:
        request: as Starlette has it.
        ledger: open for this request only.
        reviewer: by whom its changes are made; empty where nobody has been named.
        form: what was filled in; empty of a page.
    """

    request: Request
    ledger: Ledger
    reviewer: str
    form: FormData = field(default_factory=FormData)

    def asked(self, name: str) -> str:
        """What the address says after "?" under this name; empty where it says nothing."""
        return self.request.query_params.get(name, "").strip()

    def number(self, name: str, most: int) -> int:
        """The number that the address says after "?" under this name, from 1 to ``most``; 1 where it says none."""
        said = self.asked(name)
        return min(max(1, int(said) if said.isdecimal() and len(said) < _DIGITS else 1), most)

    def named(self, name: str) -> str:
        """The part of the path that the view's route calls so."""
        return str(self.request.path_params[name])

    def filled(self, name: str) -> str:
        """What the form has in a field, with the line ends of this side; empty where it has nothing."""
        value = self.form.get(name)
        return value.replace("\r\n", "\n").strip() if isinstance(value, str) else ""

    def render(self, template: str, *, status: int = 200, **values: object) -> Response:
        """The page of a template."""
        return render_page(self.request, template, status=status, **values)

    def go(self, path: str, **query: str | int | None) -> Response:
        """Send the browser to a page, with what is not empty after "?"."""
        said = urlencode({name: value for name, value in query.items() if value not in (None, "")})
        return RedirectResponse(f"{path}{'&' if '?' in path else '?'}{said}" if said else path, 303)


View = Callable[[Visit], Response]


def page(path: str, view: View) -> Route:
    """A page that changes nothing."""

    async def shown(request: Request) -> Response:
        if "token" in request.query_params:
            return await run_in_threadpool(begin_session, request, request.query_params["token"])
        if session_of(request) is None:
            return render_page(request, "login.html.j2", status=401, problem="")
        return await run_in_threadpool(_viewed, request, view)

    return Route(path, shown, methods=["GET"], name=view.__name__)


def change(path: str, view: View) -> Route:
    """A change, made once however often the browser sends it, of a form with the session's token."""

    async def made(request: Request) -> Response:
        if session_of(request) is None:
            raise Refused(
                403, "This browser is not logged in; nothing was changed. Open the desk's start address."
            )
        async with request.form(
            max_files=_MOST_FILES, max_fields=_MOST_FIELDS, max_part_size=_LONGEST_FIELD
        ) as form:
            given = form.get("csrf")
            expected = sessions_of(request).csrf(session_id(request))
            if not isinstance(given, str) or not secrets.compare_digest(given.encode(), expected.encode()):
                raise Refused(
                    403, "This form was not made by this desk; nothing was changed. Open the page again."
                )
            return await run_in_threadpool(_changed, request, view, form)

    return Route(path, made, methods=["POST"], name=view.__name__)


def begin_session(request: Request, token: str) -> Response:
    """Trade a token for a session, and go on without it in the address; else the page that asks for a token."""
    id_ = sessions_of(request).begin(token)
    if id_ is None:
        if not sessions_of(request).failures.spend():  # the right one opens all the same
            why = "Too many wrong tokens; wait a minute."
            return render_page(request, "login.html.j2", status=429, problem=why)
        why = "This token opens nothing: is it whole, and of the desk that runs now?"
        return render_page(request, "login.html.j2", status=401, problem=why)
    answer = RedirectResponse("/" if request.method == "POST" else request.url.path, 303)
    set_cookie(request, answer, id_)
    return answer


def render_page(request: Request, template: str, *, status: int = 200, **values: object) -> Response:
    """The page of a template, with what the frame around each needs."""
    session, sessions = session_of(request), sessions_of(request)
    known: Mapping[str, object] = {
        "navigation": request.app.state.navigation if session else (),
        "here": request.url.path,
        "reviewer": reviewer_of(request),
        "named_by_token": bool(session and session.named_by_token),
        "csrf": sessions.csrf(session_id(request)) if session else "",
        "ledger_name": request.app.state.ledger_name,
        "wide": False,
    }
    return Response(render(template, {**known, **values}), status, media_type="text/html")


def _visit(request: Request, ledger: Ledger, form: FormData) -> Visit:
    """A visit of who is logged in; raises :class:`Refused` where the token has been taken back since."""
    session = session_of(request)
    if session and not still_holds(ledger, session):
        sessions_of(request).end(session_id(request))
        raise Refused(401, f"The token of {session.reviewer} was taken back; nothing was changed.")
    return Visit(request, ledger, reviewer_of(request), form)


def _viewed(request: Request, view: View) -> Response:
    try:
        with desk.open_ledger(request.app.state.ledger) as ledger:
            return view(_visit(request, ledger, FormData()))
    except ClaimsError as error:
        return problem(request, str(error), 404)


def _changed(request: Request, view: View, form: FormData) -> Response:
    state = request.app.state
    repeats: Repeats = state.repeats
    values = [
        (name, value if isinstance(value, str) else value.filename or "")
        for name, value in form.multi_items()
    ]
    key = Repeats.key(session_id(request), request.url.path, values)
    led = repeats.begin(key)
    if led is not None:
        return RedirectResponse(led, 303)
    led_to = None
    try:
        # One writer at a time; SQLite would let each wait longer and longer.
        with state.writing, desk.open_ledger(state.ledger) as ledger:
            answer = view(_visit(request, ledger, form))
        led_to = answer.headers.get("location")
    except ClaimsError as error:
        answer = problem(request, str(error), 400)
    finally:
        repeats.end(key, led_to)
    return answer


def problem(request: Request, why: str, status: int) -> Response:
    """What went wrong, in one line, with the way back; for a script as JSON."""
    if "json" not in request.headers.get("accept", ""):
        return render_page(request, "problem.html.j2", status=status, why=why)
    return JSONResponse({"problem": why}, status)
