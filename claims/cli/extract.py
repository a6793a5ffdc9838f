"""``claims extract``: an article's claims, without storing them."""

from typing import Annotated

import typer

import claims
from claims.cli.options import AsCsv, AsJson, Model
from claims.cli.output import list_claims, note


def extract(
    file: Annotated[
        str,
        typer.Argument(
            metavar="FILE|URL", help="An article: text, Markdown or HTML, in a file or at an http(s) address."
        ),
    ],
    model: Model = None,
    as_csv: AsCsv = False,
    as_json: AsJson = False,
) -> None:
    """Print an article's claims, without storing them."""
    found = claims.extract(claims.read(file), model)
    if not found:
        note(f"no claims found in {file}")
    list_claims(found, with_article=False, as_csv=as_csv, as_json=as_json)
