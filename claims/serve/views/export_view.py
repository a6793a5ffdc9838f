"""The claim sheet and every other way out, as a download: all claims, or those that a queue asks for."""

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from starlette.responses import Response
from starlette.routing import BaseRoute

from claims import desk
from claims.errors import ClaimsError
from claims.exporters import EXPORTERS
from claims.serve.views.queue_view import Asked
from claims.serve.visit import Visit, page

_IN_WORDS: Final = {
    ".xlsx": "the claim sheet, to verify in Excel or LibreOffice",
    ".csv": "a row a claim, for any program",
    ".jsonl": "a record a claim",
    ".parquet": "a record a claim, for data frames",
    ".html": "a page to look at, in one file",
    ".jsonld": "schema.org’s vocabulary",
    ".annotations.json": "the W3C’s web annotations",
}


def export(visit: Visit) -> Response:
    """The ways out."""
    asked = Asked.of(visit)
    endings = [(ending, _IN_WORDS.get(ending, "")) for ending in EXPORTERS]
    return visit.render("export.html.j2", asked=asked, endings=endings)


def exported(visit: Visit) -> Response:
    """The file, as `claims export` writes it."""
    ending = f".{visit.named('ending')}"
    if ending not in EXPORTERS:
        raise ClaimsError(f"There is no format '{ending}': take one of {', '.join(EXPORTERS)}")
    asked = Asked.of(visit)
    found = desk.select(visit.ledger, replace(asked.filter(), unreviewed=asked.show == "unreviewed")).claims
    with TemporaryDirectory() as folder:
        path = Path(folder, f"claims{ending}")
        desk.export(found, path, ledger=visit.ledger)
        content = path.read_bytes()
    headers = {"Content-Disposition": f'attachment; filename="claims{ending}"'}
    return Response(content, media_type="application/octet-stream", headers=headers)


ROUTES: Final[list[BaseRoute]] = [page("/export", export), page("/export/claims.{ending}", exported)]
NAVIGATION: Final = ("Export", "/export")
