"""A PostgreSQL server of the tests' own: in a temporary folder, reached through a socket in it, gone when they end."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from itertools import count
from pathlib import Path
from urllib.parse import quote

import pytest

_NOBODY = 65534
_PROGRAMS = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda folder: int(folder.parent.name))


def _program(name: str) -> Path | None:
    found = [folder / name for folder in reversed(_PROGRAMS) if (folder / name).exists()]
    on_path = shutil.which(name)
    return found[0] if found else Path(on_path) if on_path else None


class Server:
    """A running server; :meth:`place` gives the address of a ledger that is not there yet."""

    def __init__(self, folder: Path, initdb: Path, pg_ctl: Path, settings: Mapping[str, str]) -> None:
        self._folder, self._pg_ctl, self._settings = folder, pg_ctl, settings
        self._numbers = count()
        if os.geteuid() == 0:  # the server refuses to be root's
            shutil.chown(folder, _NOBODY, _NOBODY)
        self._run(initdb, "--username=owner", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync")
        self.start()

    def start(self) -> None:
        set_here = {"listen_addresses": "", "fsync": "off", "full_page_writes": "off", **self._settings}
        options = " ".join(
            [f"-k {self._folder}", *(f"-c {name}={value}" for name, value in set_here.items())]
        )
        self._run(
            self._pg_ctl,
            "start",
            "--wait",
            "--silent",
            f"--log={self._folder / 'log'}",
            f"--options={options}",
        )

    def stop(self, mode: str = "immediate") -> None:
        self._run(self._pg_ctl, "stop", "--wait", "--silent", f"--mode={mode}")

    def _run(self, program: Path, *options: str) -> None:
        nobody = _NOBODY if os.geteuid() == 0 else None
        subprocess.run(
            [program, *options, f"--pgdata={self._folder / 'data'}"],
            check=True,
            stdout=subprocess.DEVNULL,
            cwd=self._folder,
            env={"PATH": os.environ["PATH"], "LC_ALL": "C"},
            user=nobody,
            group=nobody,
            extra_groups=() if nobody else None,
        )

    def address(self, user: str = "owner", schema: str = "public") -> str:
        options = quote(f"-csearch_path={schema}")
        return f"postgresql+psycopg://{user}@/postgres?host={quote(str(self._folder))}&options={options}"

    def place(self) -> str:
        """The address of an empty schema, which no other test uses."""
        schema = f"ledger_{next(self._numbers)}"
        self.execute(f"CREATE SCHEMA {schema}")
        return self.address(schema=schema)

    def execute(self, sql: str) -> list[tuple[object, ...]]:
        """What the server's keeper would type."""
        return execute(self.address(), sql)


def execute(place: str, sql: str) -> list[tuple[object, ...]]:
    """The rows of a statement, or of the last of several, in a ledger at this address."""
    import psycopg

    with psycopg.connect(place.replace("+psycopg", ""), autocommit=True) as connection:
        cursor = connection.execute(sql.encode())
        return cursor.fetchall() if cursor.description else []


DATABASES = ("sqlite", "postgresql")


def new_place(database: str, folder: Path) -> str:
    """Where there is no ledger yet, in one of the databases; a file is in the folder."""
    return str(folder / "claims.db") if database == "sqlite" else server().place()


def copy_of(ledger: Path, database: str, folder: Path) -> str:
    """A copy of a ledger in a file: in a folder, or on a server; gives its place."""
    if database == "sqlite":
        return str(shutil.copy(ledger, folder / "claims.db"))
    place = new_place(database, folder)
    from claims.ledger import Ledger

    with Ledger.open(ledger) as old, Ledger.open(place, create=True) as new:
        old.copy_to(new)
    return place


_ours: list[Server] = []


def server(**settings: str) -> Server:
    """The one server of this process, started when it is first asked for; the test is skipped where there is none.

    ``settings`` are those of the server's configuration that its first user needs.
    """
    if not _ours:
        pytest.importorskip(
            "psycopg", reason="psycopg is not installed: pip install 'claimsheet[postgresql]'"
        )
        initdb, pg_ctl = _program("initdb"), _program("pg_ctl")
        if initdb is None or pg_ctl is None:
            pytest.skip("no PostgreSQL server is installed: make test-tools")
        _ours.append(Server(Path(tempfile.mkdtemp(prefix="claims-pg-")), initdb, pg_ctl, settings))
    return _ours[0]


def stop() -> None:
    """End the server, if one was started."""
    while _ours:
        ours = _ours.pop()
        with suppress(subprocess.CalledProcessError):  # a test has stopped it
            ours.stop()
        shutil.rmtree(ours._folder, ignore_errors=True)
