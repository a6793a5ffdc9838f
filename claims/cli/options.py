"""The options that several commands share."""

from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from claims.records import ACTS, KINDS, STANCES, TAGS

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
ModelFolder = Annotated[
    Path | None,
    typer.Option(
        "--model", help="Other weights than the package's, as training leaves them.", metavar="FOLDER"
    ),
]
By = Annotated[str | None, typer.Option("--reviewer", help="Who decides.", metavar="WHO")]

KindName = StrEnum("KindName", {k.upper(): k for k in KINDS})  # type: ignore[misc]
StanceName = StrEnum("StanceName", {s.upper(): s for s in STANCES})  # type: ignore[misc]
ActName = StrEnum("ActName", {a.upper(): a for a in ACTS})  # type: ignore[misc]
TagName = StrEnum("TagName", {t.upper(): t for t in TAGS})  # type: ignore[misc]

Words = Annotated[str | None, typer.Argument(help='Words in the claim; "..." for a phrase.')]
SpeakerOption = Annotated[str | None, typer.Option(help="Who said it, in any spelling.", metavar="NAME")]
ExactOption = Annotated[
    bool, typer.Option("--exact", help="The speaker by this very name, alias or id only.")
]
KindOption = Annotated[KindName | None, typer.Option(help="Quoted or not.")]
ConfidenceOption = Annotated[TagName | None, typer.Option(help="How sure the machine is.")]
StanceOption = Annotated[StanceName | None, typer.Option(help="How the article frames it.")]
ActOption = Annotated[ActName | None, typer.Option(help="What the speaker does.")]
OutletOption = Annotated[
    str | None, typer.Option(help="Who published it; a part of the name will do.", metavar="NAME")
]
SinceOption = Annotated[
    datetime | None, typer.Option(help="Published on this day or later.", formats=["%Y-%m-%d"])
]
LimitOption = Annotated[int | None, typer.Option(help="At most so many.", min=1)]


def ledger_root(ledger: Path) -> Path:
    """The folder that articles' paths are relative to: that of the ledger, so that both can move together."""
    return ledger.resolve().parent


class ListsByDefault(TyperGroup):
    """A group of commands whose first one need not be said: ``claims speakers NAME`` is ``speakers list NAME``."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Put "list" before arguments that name no command."""
        helped = any(arg in ctx.help_option_names for arg in args)
        if not (args and args[0] in self.commands) and not helped:
            args = ["list", *args]
        return super().parse_args(ctx, args)
