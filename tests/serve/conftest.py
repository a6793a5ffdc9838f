"""Desks and browsers for tests: a ledger of the sample articles, copied for each test that changes it."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, expect

from claims import desk
from claims.ledger import Ledger
from tests.page.conftest import browser  # noqa: F401 - a fixture
from tests.postgresql_server import DATABASES, copy_of, new_place
from tests.serve.served import Desk, serving

SEEDS = ("ostermere-courier-1.md", "ostermere-courier-2.md", "ostermere-gazette.html")
expect.set_options(timeout=60_000)
Serve = Callable[..., Desk]
OpenDesk = Callable[..., Page]


@pytest.fixture(scope="session")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of the invented sample articles, which no test changes."""
    path = tmp_path_factory.mktemp("seeded") / "claims.db"
    with Ledger.open(path, create=True) as ledger:
        desk.add(ledger, *(Path("seeds") / name for name in SEEDS), root=Path.cwd())
    return path


@pytest.fixture(params=DATABASES)
def database(request: pytest.FixtureRequest) -> str:
    """Each of the databases: what asks for it, or for a ledger, is tried on both."""
    return str(request.param)


@pytest.fixture
def ledger(seeded: Path, database: str, tmp_path: Path) -> str:
    """A ledger of the test's own, with the sample articles."""
    return copy_of(seeded, database, tmp_path)


@pytest.fixture
def empty(database: str, tmp_path: Path) -> str:
    """Where there is no ledger yet."""
    return new_place(database, tmp_path)


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Serve]:
    """Starts desks in the test's folder, which end with the test."""
    with ExitStack() as running:

        def start(ledger: str, *options: str) -> Desk:
            return running.enter_context(
                serving(ledger, *(options or ("--reviewer", "Ana")), folder=tmp_path)
            )

        yield start


@pytest.fixture
def open_desk(browser: Browser) -> Iterator[OpenDesk]:  # noqa: F811
    """Opens a desk in a browser of its own; nothing else may be asked for, and nothing may be logged or raised."""
    contexts: list[BrowserContext] = []
    troubles: list[str] = []

    def opening(
        served: Desk, path: str = "/", *, width: int = 1300, height: int = 900, **context: Any
    ) -> Page:
        contexts.append(browser.new_context(viewport={"width": width, "height": height}, **context))
        page = contexts[-1].new_page()
        page.set_default_timeout(60_000)

        def asked(request: Request) -> None:
            if not request.url.startswith(f"{served.address}/"):
                troubles.append(f"asked for {request.url}")

        page.on("request", asked)
        page.on("pageerror", lambda error: troubles.append(f"error: {error}"))
        page.on("console", lambda message: troubles.append(f"console: {message.text}"))
        page.on("dialog", lambda dialog: troubles.append(f"dialog: {dialog.message}"))
        page.goto(served.start)
        if path != "/":
            page.goto(served.address + path)
        return page

    yield opening
    for context in contexts:
        context.close()
    assert troubles == []
