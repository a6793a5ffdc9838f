"""Connections to public addresses only, all of which end when the time for a page is over."""

import ipaddress
import os
import socket
from contextlib import suppress
from threading import Timer
from types import TracebackType
from typing import Final, Self

from urllib3 import HTTPConnectionPool, HTTPSConnectionPool, PoolManager
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import NameResolutionError
from urllib3.exceptions import TimeoutError as NoAnswerError

ALLOW_PRIVATE: Final = "CLAIMS_ALLOW_PRIVATE"
"""The environment variable that lets pages come from private addresses, too, where it is 1."""


class PrivateAddressError(ValueError):
    """A host's name leads to no public address."""


class Deadline:
    """The end of all connections that were made for a page, after so many seconds, whatever a server still sends."""

    def __init__(self, seconds: float) -> None:
        self._sockets: list[socket.socket] = []
        self._timer = Timer(max(0.0, seconds), self.end)
        self._timer.daemon = True
        self.over = False

    def __enter__(self) -> Self:
        self._timer.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._timer.cancel()
        for each in self._sockets:
            each.close()

    def watch(self, connection: socket.socket) -> None:
        """Count a connection among those that end; also under encryption, which takes the socket over."""
        self._sockets.append(connection.dup())
        if self.over:
            self.end()

    def end(self) -> None:
        """End them now."""
        self.over = True
        for each in self._sockets:
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)


def restrict(manager: PoolManager, deadline: Deadline, *, through_proxy: bool) -> None:
    """Let a manager connect to public addresses only, and only until the deadline.

    The address is looked up once, checked, and connected to, at each redirect: a name that leads elsewhere a moment
    later leads nowhere. Connections to private addresses raise PrivateAddressError, unless the environment allows them.
    With ``through_proxy`` all connections are to the proxy, which the system names and whose address is not checked.
    """

    class Plain(HTTPConnection):
        def _new_conn(self) -> socket.socket:
            named = self._dns_host
            try:
                if not through_proxy:
                    self._dns_host = _public_address(self, named)
                if deadline.over:  # a look-up may take long, and nothing can break it off
                    raise NoAnswerError("the time for this page is over")
                connection = super()._new_conn()
            finally:
                self._dns_host = named
            deadline.watch(connection)
            return connection

    class Encrypted(Plain, HTTPSConnection):
        pass

    class PlainPool(HTTPConnectionPool):
        ConnectionCls = Plain

    class EncryptedPool(HTTPSConnectionPool):
        ConnectionCls = Encrypted

    manager.pool_classes_by_scheme = {"http": PlainPool, "https": EncryptedPool}


def _public_address(connection: HTTPConnection, host: str) -> str:
    try:
        found = socket.getaddrinfo(host.strip("[]"), connection.port, type=socket.SOCK_STREAM)
    except OSError as error:
        cause = error if isinstance(error, socket.gaierror) else socket.gaierror(*error.args)
        raise NameResolutionError(host, connection, cause) from error
    addresses = [str(entry[4][0]) for entry in found]
    if os.environ.get(ALLOW_PRIVATE) == "1":
        return host
    public = [address for address in addresses if _is_public(address)]
    if not public:
        raise PrivateAddressError(host)
    return public[0]


def _is_public(address: str) -> bool:
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        return ip.is_global and not ip.is_multicast and (inner is None or _is_public(str(inner)))
    return ip.is_global and not ip.is_multicast
