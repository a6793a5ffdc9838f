"""A real Chromium for the page's tests; each page is watched for requests, errors and messages."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, sync_playwright

from claims import desk, extraction, reading, versions
from claims.exporting.page import write_diff
from claims.ledger import Ledger
from tests.page.page_samples import SEEDS

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        if os.environ.get("CI"):
            pytest.fail("Chromium is not installed: `make test-tools` installs it")
        pytest.skip("Chromium is not installed; `make test-tools` installs it")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--headless=new", "--disable-dev-shm-usage"]
        )
        yield started
        started.close()


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Opens a file; when the test ends, nothing may have been asked for, logged or raised."""
    contexts: list[BrowserContext] = []
    troubles: list[str] = []

    def opening(
        path: Path, *, width: int = 1440, height: int = 900, fragment: str = "", **context: Any
    ) -> Page:
        contexts.append(browser.new_context(viewport={"width": width, "height": height}, **context))
        page = contexts[-1].new_page()
        page.set_default_timeout(10_000)
        address = path.resolve().as_uri()

        def asked(request: Request) -> None:
            if request.url.partition("#")[0] != address:
                troubles.append(f"asked for {request.url}")

        page.on("request", asked)
        page.on("console", lambda message: troubles.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: troubles.append(f"error: {error}"))
        page.on("dialog", lambda dialog: troubles.append(f"dialog: {dialog.message}"))
        page.goto(address + fragment)
        return page

    yield opening
    for context in contexts:
        context.close()
    assert troubles == []


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("page")


@pytest.fixture(scope="module")
def report(folder: Path) -> Path:
    path = folder / "report.html"
    with Ledger.open(folder / "claims.db", create=True) as ledger:
        desk.add(ledger, *SEEDS, root=Path.cwd())
        desk.export(ledger.claims(), path, groups=ledger.groups())
    return path


@pytest.fixture(scope="module")
def diff(folder: Path) -> Path:
    before, after = ((read, extraction.extract(read)) for read in map(reading.read, SEEDS[:2]))
    found = versions.compare(*before, *after)
    write_diff(folder / "diff.html", *before, *after, found.changes, lines=found.lines)
    return folder / "diff.html"
