"""``claims serve``: the desk in the browser."""

import sys
from typing import Annotated

import typer

from claims import desk
from claims.cli.configuration import configuration
from claims.cli.options import DEFAULT_LEDGER, LedgerPath, Reviewer
from claims.cli.output import note


def serve(
    port: Annotated[int, typer.Option(help="Another port, 0 for any that is free.", min=0, max=65535)] = 8420,
    host: Annotated[
        str,
        typer.Option(
            help="Another address of this machine to listen at, so that others can come.", metavar="ADDRESS"
        ),
    ] = "127.0.0.1",
    reviewer: Reviewer = None,
    ledger: LedgerPath = DEFAULT_LEDGER,
) -> None:
    """Verify claims in the browser: at the address that is printed, until Ctrl-C.

    Only this machine is answered, unless --host says otherwise; then whoever can read what goes over the network
    reads articles and token, too.
    """
    from claims import serve as server
    from claims.ledger import QueueQuery

    with desk.open_ledger(ledger, create=True) as opened:
        if not opened.queue_count(QueueQuery()).claims:
            note(f"{opened.name} has no claims yet: add some in the browser, or with `claims add`")
    if host not in ("127.0.0.1", "::1", "localhost"):
        note(
            "others can come by this address; nothing on its way is encrypted: use it in a network that you trust"
        )

    def ready(address: str) -> None:
        typer.echo(f"The desk is open: {address}")  # on one line, however long
        sys.stdout.flush()
        note("Ctrl-C ends it")

    server.serve(
        ledger,
        host=host,
        port=port,
        reviewer=reviewer or "",
        outlets=configuration().outlets,
        ready=ready,
    )
