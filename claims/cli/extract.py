"""``claims extract``: an article's claims, without storing them."""

from typing import Annotated

import typer

import claims
from claims.cli.options import AllowPrivate, AsCsv, AsJson, Model, TableColumns, allow_private, column_names
from claims.cli.output import list_claims, note, warn
from claims.errors import ClaimsError


def extract(
    file: Annotated[
        str,
        typer.Argument(
            metavar="FILE|URL",
            help='An article, in a file of any format that add reads, at an http(s) address, or "-".',
        ),
    ],
    model: Model = None,
    columns: TableColumns = None,
    private: AllowPrivate = False,
    as_csv: AsCsv = False,
    as_json: AsJson = False,
) -> None:
    """Print an article's claims, without storing them; of a file that holds several articles, those of all."""
    from claims import reading

    allow_private(private)
    read = list(reading.read_all(file, columns=column_names(columns)))
    problems = [each for each in read if isinstance(each, reading.Unread)]
    articles = [each for each in read if not isinstance(each, reading.Unread)]
    if not articles:
        raise ClaimsError(problems[0].problem)
    for problem in problems:
        warn(problem.problem)
    for article in articles:
        if language := reading.foreign_language(article.text):
            note(f"{article.path or article.where} is in {language}; claims are found in English")
    found = [claim for article in articles for claim in claims.extract(article, model)]
    if not found:
        note(f"no claims found in {file}")
    list_claims(found, with_article=len(articles) > 1, as_csv=as_csv, as_json=as_json)
