"""The options that several commands share."""

import os
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup

from claims.cli import completion
from claims.errors import ClaimsError

if TYPE_CHECKING:
    from claims.reading import FetchedPage

LedgerPath = Annotated[
    str,
    typer.Option(
        "--ledger",
        envvar="CLAIMS_LEDGER",
        help="The ledger: a file, or postgresql+psycopg://USER@HOST/DATABASE.",
        show_default="claims.db",
        metavar="FILE|URL",
    ),
]
DEFAULT_LEDGER = "claims.db"

AsCsv = Annotated[bool, typer.Option("--csv", help="Print CSV, for a program.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON, for a program.")]
Model = Annotated[
    str | None,
    typer.Option(
        "--model",
        help="Other weights than the package's, as training leaves them, or an installed tagger by its name.",
        metavar="FOLDER|NAME",
    ),
]
TableColumns = Annotated[
    str | None,
    typer.Option(
        "--columns",
        help="Columns of tables by what they hold: text, title, author, outlet, url, date, id.",
        metavar="FIELD=COLUMN,...",
    ),
]
Force = Annotated[bool, typer.Option("--force", help="Add texts in other languages than English, too.")]
Published = Annotated[
    datetime | None, typer.Option(help="Published on this day or later.", formats=["%Y-%m-%d"])
]
AllowPrivate = Annotated[
    bool,
    typer.Option(
        "--allow-private",
        envvar="CLAIMS_ALLOW_PRIVATE",
        help="Fetch pages from private addresses, too, as those of your own network.",
    ),
]
Save = Annotated[
    Path | None,
    typer.Option(
        "--save",
        help="Keep the pages that are fetched as they came, in a web archive (WARC) in this folder.",
        metavar="DIR",
    ),
]
Reviewer = Annotated[
    str | None,
    typer.Option("--reviewer", help="Who decides.", metavar="WHO", autocompletion=completion.reviewers),
]
Limit = Annotated[int | None, typer.Option(help="At most so many.", min=1)]
AnArticle = Annotated[
    str,
    typer.Argument(
        help="An article's id, path, address or a part of its title.", autocompletion=completion.articles
    ),
]


class ListsByDefault(TyperGroup):
    """A group of commands whose first one need not be said: ``claims speakers NAME`` is ``speakers list NAME``."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Put "list" before arguments that name no command."""
        helped = any(arg in ctx.help_option_names for arg in args)
        if not (args and args[0] in self.commands) and not helped:
            args = ["list", *args]
        return super().parse_args(ctx, args)


def on_server(ledger: str) -> bool:
    """Whether a ledger is named by the address of a server, not by a file."""
    return "://" in ledger


def column_names(given: str | None) -> dict[str, str]:
    """The columns that "text=body,url=link" names, by field. Raises ClaimsError for a field that is none."""
    from claims.reading import TABLE_FIELDS

    named = {}
    for pair in (given or "").split(","):
        field, _, column = (part.strip() for part in pair.partition("="))
        if not pair.strip():
            continue
        if field not in TABLE_FIELDS or not column:
            raise ClaimsError(
                f"--columns {pair.strip()}: write FIELD=COLUMN with one of {', '.join(TABLE_FIELDS)}"
            )
        named[field] = column
    return named


def allow_private(allowed: bool) -> None:
    """Let pages come from private addresses, in this process and those that it starts."""
    if allowed:
        os.environ["CLAIMS_ALLOW_PRIVATE"] = "1"


def capture_file(folder: Path | None) -> "Callable[[FetchedPage], None]":
    """What keeps fetched pages in a folder; it does nothing where none is named. Raises ClaimsError for none such."""
    if folder is None:
        return lambda _: None
    from claims.reading import CaptureFile

    return CaptureFile(folder).add


def listed(file: Path | None) -> list[str]:
    """The addresses or paths that a file lists, one a line; blank lines and those with "#" in front are none."""
    try:
        lines = file.read_text("utf-8-sig").splitlines() if file else []
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "not UTF-8"
        raise ClaimsError(
            f"{file}: cannot be read ({reason}); give a text file with an address a line"
        ) from None
    return [line.strip() for line in lines if line.strip() and not line.strip().startswith("#")]
