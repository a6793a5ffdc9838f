"""The commands, and the module that has each: a command line has all of them, or only the one that is to run."""

import os
from collections.abc import Iterable, Mapping
from importlib import import_module
from typing import Annotated, Any, Final

import typer

from claims.cli.configuration import configuration
from claims.cli.examples import show_examples
from claims.cli.options import DEFAULT_LEDGER
from claims.cli.welcome import print_version, welcome

_COMMANDS: Final[Mapping[str, str]] = {
    **{
        name: name
        for name in (
            *("add", "watch", "extract", "search", "show", "diff", "dossier", "history", "reextract"),
            *("export", "review", "verdict", "verdicts", "serve", "remove", "decisions", "sql"),
        )
    },
    "undo": "decisions",
    "timeline": "dossier",
}
"""In the order of `claims --help`; a module and what it has for its command are called as the command is."""
_GROUPS: Final = ("articles", "speakers", "groups", "reviewers", "ledger", "corpus")
"""The modules whose ``app`` has commands of its own."""


def command_line(only: str | None = None) -> typer.Typer:
    """The command line: with ``only``, it has this command alone, so that no other one's module is imported."""
    app = typer.Typer(
        name="claims",
        help="Who said what: claims and their speakers from news articles, as a sheet to verify.",
        invoke_without_command=True,
        pretty_exceptions_show_locals=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(begin)
    for name in _wanted(_COMMANDS, only):
        app.command(name)(getattr(_module(_COMMANDS[name]), name))
    for name in _wanted(_GROUPS, only):
        app.add_typer(_module(name).app, name=name)
    show_examples(app)
    return app


def command_of(arguments: list[str]) -> str | None:
    """The command that these arguments name first; None where they may ask for something of all commands."""
    name = arguments[0] if arguments else ""
    return name if name in _COMMANDS or name in _GROUPS else None


def _wanted(names: Iterable[str], only: str | None) -> list[str]:
    return [name for name in names if only in (None, name)]


def _module(name: str) -> Any:
    return import_module(f"claims.cli.{name}")


def begin(
    ctx: typer.Context,
    _version: Annotated[
        bool,
        typer.Option("--version", "-V", help="Print the version.", callback=print_version, is_eager=True),
    ] = False,
) -> None:
    """Let the settings file say what was not typed; without a command, say what comes next."""
    said = configuration()
    ctx.default_map = said.defaults(ctx.command)
    if ctx.invoked_subcommand is None:
        welcome(os.environ.get("CLAIMS_LEDGER") or said.ledger or DEFAULT_LEDGER)
