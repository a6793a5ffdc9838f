"""The desk as an ASGI application over one ledger."""

import logging
import secrets
from collections.abc import Mapping
from functools import partial
from importlib.resources import files
from pathlib import Path
from threading import Lock
from types import MappingProxyType
from typing import Final

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from claims.ledger import ledger_name
from claims.serve.guards import Guards
from claims.serve.intake import Intake
from claims.serve.limits import Rate
from claims.serve.presence import Presence
from claims.serve.repeats import Repeats
from claims.serve.reviewer_login import reviewer_session
from claims.serve.sessions import Sessions
from claims.serve.views import login_view, views
from claims.serve.visit import problem

_ARTICLES_A_MINUTE: Final = 400
_LOG = logging.getLogger(__name__)


def application(
    ledger: str,
    *,
    token: str | None = None,
    reviewer: str = "",
    outlets: Mapping[str, str] = MappingProxyType({}),
    host: str = "127.0.0.1",
    port: int = 8420,
) -> ASGIApp:
    """The desk over a ledger, a file or an address, which must be there.

    ``token`` opens it (in the start address, or typed in); a new one is made where it is None. ``reviewer`` is who
    decides, where whoever comes says nothing else; ``outlets`` as for :func:`claims.desk.add`.
    ``host`` and ``port`` are what it will listen at.
    """
    shown = views()
    app = Starlette(
        routes=[
            *login_view.ROUTES,
            *(route for view in shown for route in view.ROUTES),
            Route("/static/report.css", _report_style),
            Mount("/static", StaticFiles(packages=[("claims.serve", "static")])),
        ],
        exception_handlers={HTTPException: _refused, Exception: _failed},
    )
    app.state.ledger = ledger
    app.state.ledger_name = Path(ledger_name(ledger)).name
    app.state.sessions = Sessions(
        token or secrets.token_urlsafe(32), reviewer, partial(reviewer_session, ledger)
    )
    app.state.repeats = Repeats()
    app.state.writing = Lock()
    app.state.presence = Presence()
    app.state.intake = Intake(ledger, outlets)
    app.state.uploads = Rate(_ARTICLES_A_MINUTE, 60)
    app.state.cookie = f"claims-desk-{port}"
    app.state.navigation = [view.NAVIGATION for view in shown if view.NAVIGATION]
    return Guards(app, host=host)


def _report_style(_: Request) -> Response:
    """The style of the report page, which the desk's own goes on from."""
    style = files("claims.exporting.page").joinpath("page.css").read_bytes()
    return Response(style, media_type="text/css", headers={"Cache-Control": "max-age=3600"})


def _refused(request: Request, error: Exception) -> Response:
    status, why = getattr(error, "status_code", 500), getattr(error, "detail", "")
    return problem(request, "There is no such page at this desk." if status == 404 else why, status)


def _failed(request: Request, error: Exception) -> Response:
    """An error of this program: where it came about goes to the log, and no word of an article."""
    trace, place = error.__traceback__, ""
    while trace:
        place = f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}"
        trace = trace.tb_next
    _LOG.error("%s %s failed: %s at %s", request.method, request.url.path, type(error).__name__, place)
    return problem(
        request, "Something went wrong here, and nothing was changed; the terminal says where.", 500
    )
