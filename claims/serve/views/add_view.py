"""Articles and filled-in sheets into the ledger: files dropped into the window, addresses; what was lost of each."""

from pathlib import Path
from typing import Final, cast
from urllib.parse import urlsplit

from starlette.datastructures import UploadFile
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute

from claims.errors import ClaimsError
from claims.serve.guards import Refused
from claims.serve.intake import SHEETS, Intake, Lot
from claims.serve.limits import Rate
from claims.serve.sessions import session_of
from claims.serve.uploads import FOLDER, keep
from claims.serve.views.queue_view import day
from claims.serve.visit import Visit, change, page

_MOST_ADDRESSES: Final = 200
_LONGEST_ADDRESS: Final = 2000


def add(visit: Visit) -> Response:
    """The form, and what became of what was added."""
    return visit.render("add.html.j2", lots=_intake(visit).lots, folder=FOLDER, sheets=SHEETS)


def progress(visit: Visit) -> Response:
    """How far the lots have come, so that the page knows when to look again."""
    return JSONResponse([[lot.state, len(lot.added), len(lot.sources)] for lot in _intake(visit).lots])


def taken(visit: Visit) -> Response:
    """Keep the files, and begin to read them and the pages."""
    files = [f for f in visit.form.getlist("files") if isinstance(f, UploadFile) and f.filename]
    addresses = _addresses(visit.filled("addresses"))
    if not files and not addresses:
        raise ClaimsError("Nothing to add: drop files here, or give addresses, one a line.")
    published, outlet = day(visit.filled("published")), visit.filled("outlet") or None
    rate = cast(Rate, visit.request.app.state.uploads)
    if not rate.spend(len(files) + len(addresses)):
        raise Refused(429, "Too many articles in one minute; nothing was added. Wait a minute.")
    folder = visit.ledger.folder / FOLDER
    try:
        paths = [keep(folder, file.filename or "", file.file) for file in files]
    except OSError as error:
        raise ClaimsError(
            f"{folder}: the files cannot be kept there ({error.strerror}): free some space, or make the folder writable"
        ) from None
    sources: list[Path | str] = [*dict.fromkeys(paths), *dict.fromkeys(addresses)]
    session = session_of(visit.request)
    own = bool(session and session.named_by_token)
    _intake(visit).take(Lot(sources, published, outlet, visit.reviewer, own))
    return visit.go("/add")


def _intake(visit: Visit) -> Intake:
    return cast(Intake, visit.request.app.state.intake)


def _addresses(given: str) -> list[str]:
    """The addresses of pages, one a line. Raises :class:`ClaimsError` for what is none, such as a path."""
    lines = [line.strip() for line in given.splitlines() if line.strip()]
    for line in lines:
        try:
            parts = urlsplit(line)
            good = parts.scheme in {"http", "https"} and bool(parts.hostname) and line.isprintable()
        except ValueError:
            good = False
        if not good or len(line) > _LONGEST_ADDRESS or any(character.isspace() for character in line):
            raise ClaimsError(
                f"'{line[:100]}' is no address of a page: give one that begins with http:// or https://"
            )
    if len(lines) > _MOST_ADDRESSES:
        raise ClaimsError(f"More than {_MOST_ADDRESSES} addresses at once: give fewer.")
    return lines


ROUTES: Final[list[BaseRoute]] = [page("/add", add), page("/add/progress", progress), change("/add", taken)]
NAVIGATION: Final = ("Add", "/add")
