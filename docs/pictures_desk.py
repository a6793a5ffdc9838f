"""Makes the pictures of docs/desk.md: its tour, done in Chromium over a desk that `claims serve` runs."""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from desk_tour import walk
from playwright.sync_api import Browser, Page, Playwright, sync_playwright

PICTURES = Path(__file__).parent / "pictures"
SEEDS = Path(__file__).parent.parent / "seeds"


def main() -> None:
    """Write every picture."""
    with (
        tempfile.TemporaryDirectory() as folder,
        sync_playwright() as playwright,
        desk_at(playwright, Path(folder) / "claims.db") as (browser, start),
    ):
        take(browser, start)


@contextmanager
def desk_at(playwright: Playwright, ledger: Path) -> Iterator[tuple[Browser, str]]:
    """Chromium, and the start address of a desk that `claims serve` runs over this ledger."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        sys.exit("Chromium is not installed: run `make test-tools`, which installs it")
    command = [sys.executable, "-m", "claims", "serve", "--port", "0", "--reviewer", "Ana"]
    with subprocess.Popen(  # noqa: S603 - our own command
        [*command, "--ledger", str(ledger)], stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            start = (process.stdout.readline() if process.stdout else "").partition(": ")[2].strip()
            browser = playwright.chromium.launch(
                executable_path=chromium, args=["--no-sandbox", "--headless=new"]
            )
            yield browser, start
            browser.close()
        finally:
            process.terminate()


def take(browser: Browser, start: str) -> None:
    """Do the tour, and take the pictures on the way."""
    page = opened(browser, start, 1280, 760)
    for step in walk(page, SEEDS):
        if "`a`" in step.do:
            page.screenshot(path=PICTURES / "desk-add.png")
        if step.do == "press `n`":
            page.screenshot(path=PICTURES / "desk-claim.png")
            narrow = opened(browser, start, 390, 800)
            narrow.goto(page.url.partition("?")[0])
            narrow.screenshot(path=PICTURES / "desk-narrow.png")
        if "`v`" in step.do:
            dark = opened(browser, start, 1280, 760, color_scheme="dark")
            dark.goto(page.url)
            dark.screenshot(path=PICTURES / "desk-changes-dark.png")
    page.get_by_role("link", name="Queue").click()
    page.wait_for_load_state()
    page.screenshot(path=PICTURES / "desk-queue.png")
    page.get_by_role("link", name="Speakers").click()
    page.get_by_role("link", name="Idra Vellmoor").click()
    page.get_by_role("heading", name="Developments").scroll_into_view_if_needed()
    page.screenshot(path=PICTURES / "desk-speaker.png")
    page.get_by_role("link", name="Assertions").click()
    page.wait_for_load_state()
    page.keyboard.press("j")
    page.screenshot(path=PICTURES / "desk-assertions.png")


def opened(browser: Browser, start: str, width: int, height: int, **look: Any) -> Page:
    """The desk in a window of this size."""
    page = browser.new_context(viewport={"width": width, "height": height}, **look).new_page()
    page.goto(start)
    return page


if __name__ == "__main__":
    main()
