"""What the Tab key offers beside commands and options: the speakers, articles, outlets and reviewers of the ledger."""

import os
import re
import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path
from typing import Any, Final

import typer

from claims.cli.configuration import configuration
from claims.errors import ClaimsError

_MOST: Final = 60
"""More are no help."""
_WORD_START: Final = re.compile(r"(?<!\w)\w")
_SPECIAL: Final = re.compile(r"([^\w@%+=:,./-])")
_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f-\x9f]")


def _completer(query: str) -> Callable[[typer.Context, str], list[str]]:
    def complete(ctx: typer.Context, incomplete: str) -> list[str]:
        return continued(incomplete, _names(_ledger(ctx), query))

    return complete


speakers = _completer("SELECT name FROM speakers WHERE type <> 'unnamed' ORDER BY name")
articles = _completer("SELECT DISTINCT coalesce(title, path, url, key) FROM articles ORDER BY 1")
outlets = _completer("SELECT DISTINCT outlet FROM articles WHERE outlet IS NOT NULL ORDER BY 1")
reviewers = _completer(
    "SELECT reviewer FROM verdicts UNION SELECT reviewer FROM decisions WHERE reviewer IS NOT NULL ORDER BY 1"
)


def continued(incomplete: str, names: Iterable[str]) -> list[str]:
    """What was typed, continued to the end of each name in which a word begins so, in upper or lower case.

    "kha" becomes "khafaji" by Tahsin al-Khafaji, which the commands find in any spelling. What is added is escaped for
    bash, whose completion takes words as they are; nothing is offered where what was typed would need escaping again.
    """
    in_bash = os.environ.get("_CLAIMS_COMPLETE", "").endswith("bash")
    if in_bash and _SPECIAL.search(incomplete):
        return []
    found: dict[str, None] = {}
    typed = incomplete.casefold()
    for name in names:
        for start in (match.start() for match in _WORD_START.finditer(name)):
            end = start + len(incomplete)
            if name[start:end].casefold() == typed:
                rest = _SPECIAL.sub(r"\\\1", name[end:]) if in_bash else name[end:]
                found[incomplete + rest] = None
                break
        if len(found) == _MOST:
            break
    return list(found)


def _ledger(ctx: typer.Context) -> str:
    """The ledger that the command would open; while words are completed, no settings were applied yet."""
    given = ctx.params.get("ledger")
    source = ctx.get_parameter_source("ledger")
    if source is not None and source.name == "DEFAULT":
        try:
            return configuration().ledger or given or "claims.db"
        except ClaimsError:
            pass
    return given or "claims.db"


def _names(ledger: str, query: str) -> list[str]:
    """The names in a ledger, read without SQLAlchemy, which is slow to start; none where that cannot be."""
    try:
        with closing(_connected(ledger)) as connection:
            return [name for (name,) in connection.execute(query) if name and not _CONTROL.search(name)]
    except Exception:  # whatever keeps names from being offered, a person is typing
        return []


def _connected(ledger: str) -> Any:
    scheme, on_server, rest = ledger.partition("://")
    if on_server:
        import psycopg

        return psycopg.connect(f"{scheme.partition('+')[0]}://{rest}", connect_timeout=2)
    return sqlite3.connect(f"{Path(ledger).absolute().as_uri()}?mode=ro", uri=True, timeout=0.5)
