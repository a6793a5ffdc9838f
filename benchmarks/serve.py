"""How quick the desk in the browser is: ``serve.py [CLAIMS ...]``, by default a ledger of 10,000 and one of 100,000.

Invented articles of six claims each (`growth.py`), stored as their records stand: who is who and which claims make one
assertion is marked as done, with no link and no group but for a conflict in every hundredth claim. Every second claim
has a verdict, every two-hundredth one more that differs. `claims serve` runs over it in a process of its own. Printed
for each size and page, in milliseconds: the median and the longest time as the browser's side measures it, and the
mean of the server's processor time, which other programs on the machine leave as it is. The pages are those of the
queue, article by article and in three other orders; of the claims that have a word; of one claim; a verdict that is
stored; and a verdict with the page of the next claim.
"""

import http.client
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Final
from urllib.parse import urlencode

from growth import AN_ARTICLE, AT_ONCE, stories
from sqlalchemy import text

from claims.ledger import Ledger
from claims.ledger.mapping import chunks

SIZES: Final = (10_000, 100_000)
TIMES: Final = 15
VERDICTS: Final = 30
_SETTLED: Final = (
    "UPDATE claims SET unit = number",
    "INSERT INTO units SELECT number FROM claims",
    "UPDATE speakers SET component = id",
    "INSERT INTO ties SELECT number, number + 1, 'conflict', 0.9, 'figure: 1 / 2' FROM claims WHERE number % 100 = 0"
    " AND number < (SELECT max(number) FROM claims)",
    "INSERT INTO verdicts (claim_id, reviewer, decided, attribution, version)"
    " SELECT id, CASE number % 3 WHEN 0 THEN 'Ana' WHEN 1 THEN 'Bo' ELSE 'Cy' END, '2026-01-05', 'correct', 1"
    " FROM claims WHERE number % 2 = 0",
    "INSERT INTO verdicts (claim_id, reviewer, decided, attribution, version)"
    " SELECT id, 'Di', '2026-01-06', 'not a claim', 1 FROM claims WHERE number % 200 = 0",
    "DELETE FROM touched_components",
    "DELETE FROM touched_units",
    "UPDATE progress SET linked = changed, grouped = changed",
)


class Desk:
    """A browser's side of a running desk, whose process has this number."""

    def __init__(self, address: str, process: int) -> None:
        self.process = process
        host, token = re.fullmatch(r"http://([^/]+)/\?token=(.+)", address).groups()  # type: ignore[union-attr]
        self._connection = http.client.HTTPConnection(host, timeout=120)
        self._cookie = ""
        self._cookie = self._ask("GET", f"/?token={token}")[1]["Set-Cookie"].partition(";")[0]

    def get(self, path: str) -> str:
        """The page at a path."""
        status, _, body = self._ask("GET", path)
        if status != 200:
            raise RuntimeError(f"{path}: {status}")
        return body

    def post(self, path: str, **form: str) -> str:
        """Make a change; gives where it leads."""
        status, headers, body = self._ask("POST", path, urlencode(form))
        if status != 303:
            raise RuntimeError(f"{path}: {status} {body}")
        return headers["Location"]

    def _ask(
        self, method: str, path: str, body: str | None = None
    ) -> tuple[int, http.client.HTTPMessage, str]:
        headers = {"Cookie": self._cookie}
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        self._connection.request(method, path, body, headers)
        answer = self._connection.getresponse()
        return answer.status, answer.headers, answer.read().decode()


def invented_ledger(path: Path, claims: int) -> None:
    """A ledger of so many invented claims in which nothing is left to link or group."""
    with Ledger.open(path, create=True) as ledger:
        for some in chunks(stories(claims // AN_ARTICLE), AT_ONCE):
            with ledger.transaction():
                for article, its in some:
                    ledger.add(article, its)
        with ledger._writing() as connection:
            for statement in _SETTLED:
                connection.execute(text(statement))


@contextmanager
def running(ledger: Path) -> Iterator[Desk]:
    """A desk over a ledger, in a process of its own."""
    command = [
        sys.executable,
        "-m",
        "claims",
        "serve",
        "--port",
        "0",
        "--reviewer",
        "Ana",
        "--ledger",
        str(ledger),
    ]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            line = process.stdout.readline() if process.stdout else ""
            yield Desk(line.partition(": ")[2].strip(), process.pid)
        finally:
            process.terminate()


class Times:
    """Milliseconds of several runs, as a clock has them and as the server's processor does."""

    def __init__(self, process: int) -> None:
        self._stat = Path(f"/proc/{process}/stat")
        self._clock: list[float] = []
        self._processor = 0.0

    @contextmanager
    def run(self, counts: bool = True) -> Iterator[None]:
        """Measure what is done inside, if it counts."""
        spent, began = self._spent(), time.perf_counter()
        yield
        if counts:
            self._clock.append(1000 * (time.perf_counter() - began))
            self._processor += self._spent() - spent

    def _spent(self) -> float:
        """The process' milliseconds in user and system mode (proc(5)); Linux only."""
        user, system = self._stat.read_text().rpartition(")")[2].split()[11:13]
        return 1000 * (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")

    def __str__(self) -> str:
        return (
            f"{median(self._clock):10.0f} {max(self._clock):10.0f} {self._processor / len(self._clock):10.0f}"
        )


def measured(desk: Desk, path: str) -> Times:
    """How long a page takes, after once that does not count."""
    times = Times(desk.process)
    for number in range(TIMES + 1):
        with times.run(number > 0):
            desk.get(path)
    return times


def verify(desk: Desk) -> tuple[Times, Times]:
    """Go through the queue with a verdict on each claim: how long a verdict took, and one with the next page."""
    path = "/claims/" + re.findall(r'href="/claims/([0-9a-f]{12})', desk.get("/"))[0]
    verdicts, steps = Times(desk.process), Times(desk.process)
    page = desk.get(path)
    for number in range(VERDICTS + 1):
        fields = dict(re.findall(r'name="(csrf|once|next)" value="([^"]*)"', page)[:3])
        with steps.run(number > 0):
            with verdicts.run(number > 0):
                path = desk.post(path.partition("?")[0] + "/verdict", attribution="correct", **fields)
            page = desk.get(path)
    return verdicts, steps


def measure(ledger: Path) -> Iterator[tuple[str, Times]]:
    """Each page of a desk over a ledger, with its times."""
    with running(ledger) as desk:
        word = re.findall(r'class="said"[^>]*>[^<]*?(\w{6,})', desk.get("/"))[0]
        first = "/claims/" + re.findall(r'href="/claims/([0-9a-f]{12})', desk.get("/"))[0]
        for name, path in (
            ("queue", "/"),
            ("newest first", "/?order=newest"),
            ("least sure first", "/?order=doubt"),
            ("conflicts first", "/?order=conflicts"),
            ("search", f"/?show=all&words={word}"),
            ("claim", first),
        ):
            yield name, measured(desk, path)
        verdicts, steps = verify(desk)
        yield "verdict", verdicts
        yield "and next claim", steps


def main(sizes: list[int]) -> None:
    """Measure and print."""
    print(f"{'claims':>9} {'':18} {'median':>10} {'longest':>10} {'processor':>10}")
    for size in sizes:
        with TemporaryDirectory() as folder:
            ledger = Path(folder) / "claims.db"
            invented_ledger(ledger, size)
            for name, times in measure(ledger):
                print(f"{size:9,} {name:18} {times}", flush=True)


if __name__ == "__main__":
    main([int(argument.replace(",", "")) for argument in sys.argv[1:]] or list(SIZES))
