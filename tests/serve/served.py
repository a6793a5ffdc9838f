"""A desk that runs, for tests: `claims serve` in a process of its own over a real ledger, and who asks it."""

import http.client
import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit

from sqlalchemy import create_engine, inspect, text

ROOT = Path(__file__).parents[2]


@dataclass
class Answer:
    """What the desk answered."""

    status: int
    headers: http.client.HTTPMessage
    text: str

    @property
    def leads_to(self) -> str:
        """Where it sends the browser."""
        return self.headers["Location"] or ""


@dataclass
class Desk:
    """A desk that runs: its start address, its ledger, and the folder in which it keeps what is added."""

    start: str
    ledger: str
    folder: Path
    process: subprocess.Popen[str]

    @property
    def address(self) -> str:
        """The address of its first page, without the token."""
        return self.start.partition("/?")[0]

    @property
    def host(self) -> str:
        """The Host header of its pages."""
        return urlsplit(self.start).netloc

    @property
    def place(self) -> tuple[str, int]:
        """The address and the port that it listens at."""
        name, _, port = self.host.partition(":")
        return name, int(port)

    @property
    def token(self) -> str:
        """What opens it."""
        return self.start.partition("token=")[2]

    def visitor(self, *, logged_in: bool = True) -> "Visitor":
        """Somebody who asks without a browser."""
        made = Visitor(self.host)
        if logged_in:
            assert made.get(f"/?token={self.token}").status == 303
        return made

    def kill(self) -> None:
        """End it as a power cut would."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def said(self) -> str:
        """End it, and give all that it printed to the terminal after its address."""
        self.process.terminate()
        out, err = self.process.communicate(timeout=20)
        return out + err


class Visitor:
    """Asks a desk for pages and changes, with a cookie, and with whatever headers a test wants."""

    def __init__(self, host: str) -> None:
        self.host = host
        self.cookie = ""

    def get(self, path: str, **headers: str) -> Answer:
        return self.ask("GET", path, None, headers)

    def json(self, path: str) -> Any:
        return json.loads(self.get(path, Accept="application/json").text)

    def post(self, path: str, form: dict[str, str], **headers: str) -> Answer:
        return self.ask(
            "POST",
            path,
            urlencode(form).encode(),
            {"Content-Type": "application/x-www-form-urlencoded", **headers},
        )

    def fields(self, page: str) -> dict[str, str]:
        """What each form of a page has in it, so that no other site can make one."""
        text = self.get(page).text
        return dict(re.findall(r'name="(csrf|once)" value="([^"]*)"', text)[:2])

    def change(self, path: str, page: str = "/name", **form: str) -> Answer:
        """Fill in a form of a page and send it."""
        return self.post(path, {**self.fields(page), **form})

    def ask(self, method: str, path: str, body: Any, headers: dict[str, str]) -> Answer:
        sent = {"Cookie": self.cookie} if self.cookie else {}
        sent |= {name.replace("_", "-"): value for name, value in headers.items()}
        with closing(http.client.HTTPConnection(self.host, timeout=300)) as connection:
            connection.request(method, path, body, sent)
            found = connection.getresponse()
            answer = Answer(found.status, found.headers, found.read().decode("utf-8", "replace"))
        if cookie := answer.headers["Set-Cookie"]:
            self.cookie = cookie.partition(";")[0]
        return answer


@contextmanager
def serving(ledger: str, *options: str, folder: Path | None = None) -> Iterator[Desk]:
    """A desk over a ledger, at any port that is free, for as long as it is needed.

    ``folder`` is the one in which it is started, by default the ledger's own.
    """
    folder = folder or Path(ledger).parent
    command = [sys.executable, "-m", "claims", "serve", "--port", "0", "--ledger", ledger, *options]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "OMP_NUM_THREADS": "1"}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment, cwd=folder
    ) as process:
        try:
            line = process.stdout.readline() if process.stdout else ""
            assert "http" in line, process.communicate()
            yield Desk(line.partition(": ")[2].strip(), ledger, folder, process)
        finally:
            process.terminate()
            process.communicate(timeout=20)


def rows(ledger: str, *tables: str) -> dict[str, list[tuple[Any, ...]]]:
    """What stands in some tables of a ledger, but for the time of day at which it was put there."""
    engine = create_engine(ledger if "://" in ledger else f"sqlite:///{ledger}")
    found = {}
    with engine.connect() as connection:
        for table in tables:
            columns = [
                column["name"]
                for column in inspect(connection).get_columns(table)
                if column["name"] not in {"made", "undone", "added", "revision", "process"}
            ]
            its = connection.execute(text(f"SELECT {', '.join(columns)} FROM {table}"))
            found[table] = sorted(map(tuple, its), key=repr)
    engine.dispose()
    return found
