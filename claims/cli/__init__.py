"""The command ``claims``: one file a command; each reads its options, calls the library and prints."""

import errno
import gc
import logging
import os
import sys
from typing import Annotated, Final

_OBJECTS_A_COLLECTION: Final = 50_000
"""A command ends soon, and nearly all that it makes lives until then: fewer collections save a seventh of the time."""

gc.set_threshold(_OBJECTS_A_COLLECTION)  # before the imports, which make the most

import typer

from claims.cli import (
    add,
    articles,
    corpus,
    decisions,
    diff,
    dossier,
    export,
    extract,
    groups,
    history,
    ledger,
    reextract,
    remove,
    review,
    reviewers,
    search,
    serve,
    show,
    speakers,
    sql,
    verdict,
    verdicts,
    watch,
)
from claims.cli.configuration import configuration
from claims.cli.examples import show_examples
from claims.cli.options import DEFAULT_LEDGER
from claims.cli.output import warn
from claims.cli.welcome import print_version, welcome
from claims.errors import ClaimsError

app = typer.Typer(
    name="claims",
    help="Who said what: claims and their speakers from news articles, as a sheet to verify.",
    invoke_without_command=True,
    pretty_exceptions_show_locals=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for command in (
    add,
    watch,
    extract,
    search,
    show,
    diff,
    dossier,
    history,
    reextract,
    export,
    review,
    verdict,
    verdicts,
    serve,
    remove,
    decisions,
    sql,
):
    name = command.__name__.rpartition(".")[2]
    app.command(name)(getattr(command, name))
app.command()(decisions.undo)
app.command()(dossier.timeline)
app.add_typer(articles.app, name="articles")
app.add_typer(speakers.app, name="speakers")
app.add_typer(groups.app, name="groups")
app.add_typer(reviewers.app, name="reviewers")
app.add_typer(ledger.app, name="ledger")
app.add_typer(corpus.app, name="corpus")
show_examples(app)


@app.callback()
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


_READER_GONE: Final = (errno.EPIPE, errno.EINVAL) if os.name == "nt" else (errno.EPIPE,)
"""What a pipe whose reader has ended says; Windows has another word for it."""


class _ToStderr(logging.Handler):
    def emit(self, record: logging.LogRecord) -> None:
        warn(record.getMessage())


def main() -> None:
    """Run the command line; a :class:`ClaimsError` becomes one line on stderr and exit code 2."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
            # What programs expect of JSON, and of CSV in a file, whatever the system speaks.
            if not stream.isatty() and "PYTHONIOENCODING" not in os.environ:
                stream.reconfigure(encoding="utf-8")
    log = logging.getLogger("claims")
    if not log.handlers:
        log.addHandler(_ToStderr())
    log.propagate = False
    try:
        _run()
    except ClaimsError as error:
        warn(str(error))
        sys.exit(2)
    except OSError as error:
        if error.errno not in (*_READER_GONE, errno.ENOSPC):
            raise
        # Whatever is left to be written would fail once more at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if error.errno == errno.ENOSPC:
            warn(f"the output could not be written ({error.strerror}): free some space and try again")
        sys.exit(2 if error.errno == errno.ENOSPC else 1)


def _run() -> None:
    """Run the command with all of its output: that a program such as `head` has read enough is no error."""
    try:
        app()
    finally:
        sys.stdout.flush()
