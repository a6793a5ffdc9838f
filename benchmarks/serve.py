"""How quick the desk in the browser is: ``serve.py [CLAIMS ...]``, by default a ledger of 10,000 and one of 100,000.

Invented articles of six claims each (`growth.py`), stored as their records stand: who is who and which claims make one
assertion is marked as done, with no link and no group but for a conflict in every hundredth claim. `claims serve` runs
over it in a process of its own. Printed for each size, in milliseconds as the browser's side measures them:

    queue, doubt, conflicts  the median of a page of the queue, article by article, and in two other orders
    search                   the median of a page of the claims that have a word
    claim                    the median of a claim's page
    verdict                  the median of a verdict that is stored, and the longest
    and next                 the median of a verdict with the page of the next claim
"""

import http.client
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
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
    "DELETE FROM touched_components",
    "DELETE FROM touched_units",
    "UPDATE progress SET linked = changed, grouped = changed",
)


class Desk:
    """A browser's side of a running desk."""

    def __init__(self, address: str) -> None:
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
            yield Desk(line.partition(": ")[2].strip())
        finally:
            process.terminate()


def measured(work: Callable[[], object], times: int = TIMES) -> list[float]:
    """How many milliseconds each of several runs took, after one that does not count."""
    work()
    found = []
    for _ in range(times):
        began = time.perf_counter()
        work()
        found.append(1000 * (time.perf_counter() - began))
    return found


def verify(desk: Desk) -> tuple[list[float], list[float]]:
    """Go through the queue with a verdict on each claim: how long a verdict took, and one with the next page."""
    path = "/claims/" + re.findall(r'href="/claims/([0-9a-f]{12})', desk.get("/"))[0]
    verdicts, steps = [], []
    page = desk.get(path)
    for number in range(VERDICTS + 1):
        fields = dict(re.findall(r'name="(csrf|once)" value="([^"]*)"', page)[:2])
        began = time.perf_counter()
        path = desk.post(path.partition("?")[0] + "/verdict", attribution="correct", **fields)
        stored = time.perf_counter()
        page = desk.get(path)
        if number:
            verdicts.append(1000 * (stored - began))
            steps.append(1000 * (time.perf_counter() - began))
    return verdicts, steps


def main(sizes: list[int]) -> None:
    """Measure and print."""
    print("   claims    queue    doubt  conflicts   search    claim   verdict (longest)   and next")
    for size in sizes:
        with TemporaryDirectory() as folder:
            ledger = Path(folder) / "claims.db"
            invented_ledger(ledger, size)
            with running(ledger) as desk:
                word = re.findall(r'class="said"[^>]*>[^<]*?(\w{6,})', desk.get("/"))[0]
                pages = ("/", "/?order=doubt", "/?order=conflicts", f"/?show=all&words={word}")
                queue, doubt, conflicts, search = (median(measured(lambda p=p: desk.get(p))) for p in pages)  # type: ignore[misc]
                first = "/claims/" + re.findall(r'href="/claims/([0-9a-f]{12})', desk.get("/"))[0]
                claim = median(measured(lambda: desk.get(first)))  # noqa: B023 - called at once
                verdicts, steps = verify(desk)
        print(
            f"{size:9,} {queue:8.0f} {doubt:8.0f} {conflicts:10.0f} {search:8.0f} {claim:8.0f} "
            f"{median(verdicts):9.0f} ({max(verdicts):7.0f}) {median(steps):10.0f}",
            flush=True,
        )


if __name__ == "__main__":
    main([int(argument.replace(",", "")) for argument in sys.argv[1:]] or list(SIZES))
