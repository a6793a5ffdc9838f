"""Desks and browsers for tests: a ledger of the sample articles, copied for each test that changes it."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request

from claims import desk
from claims.ledger import Ledger
from tests.page.conftest import browser  # noqa: F401 - a fixture
from tests.serve.served import Desk, serving

SEEDS = ("ostermere-courier-1.md", "ostermere-courier-2.md", "ostermere-gazette.html")
Serve = Callable[..., Desk]
OpenDesk = Callable[..., Page]


@pytest.fixture(scope="session")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of the invented sample articles, which no test changes."""
    path = tmp_path_factory.mktemp("seeded") / "claims.db"
    with Ledger.open(path, create=True) as ledger:
        desk.add(ledger, *(Path("seeds") / name for name in SEEDS), root=Path.cwd())
    return path


@pytest.fixture
def ledger(seeded: Path, tmp_path: Path) -> Path:
    """A ledger of the test's own."""
    return Path(shutil.copy(seeded, tmp_path / "claims.db"))


@pytest.fixture
def serve() -> Iterator[Serve]:
    """Starts desks, which end with the test."""
    with ExitStack() as running:

        def start(ledger: Path, *options: str) -> Desk:
            return running.enter_context(serving(ledger, *(options or ("--reviewer", "Ana"))))

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
        page.set_default_timeout(20_000)

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
