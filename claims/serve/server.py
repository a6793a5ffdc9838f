"""The desk's server: one port of this machine, told from one that is taken before anything starts."""

import errno
import logging
import secrets
import socket
from collections.abc import Callable, Mapping
from types import MappingProxyType

import uvicorn

from claims.errors import ClaimsError
from claims.serve.desk_app import application


def serve(
    ledger: str,
    *,
    host: str,
    port: int,
    reviewer: str = "",
    outlets: Mapping[str, str] = MappingProxyType({}),
    ready: Callable[[str], None] = lambda _: None,
) -> None:
    """Serve the desk over a ledger until the process is asked to end.

    ``port`` 0 takes any that is free. ``ready`` is called with the start address, token and all, once it can be
    opened. Raises :class:`ClaimsError` where the port is taken or the host is none of this machine's.
    """
    with _listening(host, port) as listening:
        port = listening.getsockname()[1]
        token = secrets.token_urlsafe(32)
        app = application(ledger, token=token, reviewer=reviewer, outlets=outlets, host=host, port=port)
        config = uvicorn.Config(
            app,
            log_config=None,
            access_log=False,
            server_header=False,
            timeout_keep_alive=30,
            timeout_graceful_shutdown=5,
        )
        # While articles are read, each request would say that speakers and groups are not up to date yet.
        logging.getLogger("claims.desk").setLevel(logging.ERROR)
        ready(f"http://{_in_address(host)}:{port}/?token={token}")
        uvicorn.Server(config).run(sockets=[listening])


def _listening(host: str, port: int) -> socket.socket:
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        made = socket.socket(family, kind, protocol)
        try:
            made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            made.bind(address)
            made.listen(512)
        except BaseException:
            made.close()
            raise
    except socket.gaierror as error:
        raise ClaimsError(f"--host {host}: {error.strerror}: name an address of this machine") from None
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise ClaimsError(
                f"port {port} is taken by another program, or by a desk that runs already: "
                f"give another one, such as --port {port + 1 if port < 65535 else 8420}"
            ) from None
        raise ClaimsError(
            f"{host}, port {port}: cannot be listened at ({error.strerror}): name another with --host or --port"
        ) from None
    return made


def _in_address(host: str) -> str:
    """A host as it stands in an address: any address of this machine by the one that always is."""
    if host in {"0.0.0.0", "::"}:  # noqa: S104 - compared, not listened at
        return "127.0.0.1" if host == "0.0.0.0" else "[::1]"  # noqa: S104
    return f"[{host}]" if ":" in host else host
