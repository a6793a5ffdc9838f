"""The options that several commands share."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

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

KindName = StrEnum("KindName", {k.upper(): k for k in KINDS})  # type: ignore[misc]
StanceName = StrEnum("StanceName", {s.upper(): s for s in STANCES})  # type: ignore[misc]
ActName = StrEnum("ActName", {a.upper(): a for a in ACTS})  # type: ignore[misc]
TagName = StrEnum("TagName", {t.upper(): t for t in TAGS})  # type: ignore[misc]


def ledger_root(ledger: Path) -> Path:
    """The folder that articles' paths are relative to: that of the ledger, so that both can move together."""
    return ledger.resolve().parent
