"""The options that several commands share."""

from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

LedgerPath = Annotated[
    Path,
    typer.Option(
        "--ledger",
        envvar="CLAIMS_LEDGER",
        help="The ledger's file.",
        show_default="claims.db",
        metavar="FILE",
    ),
]
DEFAULT_LEDGER = Path("claims.db")

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
Reviewer = Annotated[str | None, typer.Option("--reviewer", help="Who decides.", metavar="WHO")]


class ListsByDefault(TyperGroup):
    """A group of commands whose first one need not be said: ``claims speakers NAME`` is ``speakers list NAME``."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Put "list" before arguments that name no command."""
        helped = any(arg in ctx.help_option_names for arg in args)
        if not (args and args[0] in self.commands) and not helped:
            args = ["list", *args]
        return super().parse_args(ctx, args)
