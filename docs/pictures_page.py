"""Makes the pictures of docs/report.md from seeds/, by the commands that a reader would use, in Chromium."""

import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from claims import desk, extraction, reading, versions
from claims.exporting.page import write_diff
from claims.ledger import Ledger

PICTURES = Path(__file__).parent / "pictures"
SEEDS = Path(__file__).parent.parent / "seeds"
ADDED = (
    "ostermere-courier-1.md",
    "ostermere-courier-2.md",
    "ostermere-gazette.html",
    "us-iraqi-cooperation.txt",
)


def main() -> None:
    """Write every picture."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        sys.exit("Chromium is not installed: run `make test-tools`, which installs it")
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        report, diff = write_pages(Path(folder))
        browser = playwright.chromium.launch(
            executable_path=chromium, args=["--no-sandbox", "--headless=new"]
        )
        page = opened(browser, report, 1400, 760)
        page.mouse.wheel(0, 610)
        page.locator("[data-c]", has_text="“The roof came down").click()
        page.screenshot(path=PICTURES / "report.png")
        page = opened(browser, report, 1400, 640)
        page.screenshot(path=PICTURES / "report-chart.png")
        page = opened(browser, report, 1400, 800, color_scheme="dark")
        page.locator("label", has_text="Idra Vellmoor").click()
        page.locator("article", has_text="Gazette").locator("a.ref:visible").first.focus()
        page.screenshot(path=PICTURES / "report-dark.png")
        page = opened(browser, report, 390, 800)
        page.locator("[data-c]", has_text="that 17 people").click()
        page.screenshot(path=PICTURES / "report-narrow.png")
        page = opened(browser, report, 800, 1000)
        page.emulate_media(media="print")
        page.evaluate("document.body.style.padding = '48px 56px'")
        page.locator(".notes").first.scroll_into_view_if_needed()
        page.mouse.wheel(0, 500)
        page.screenshot(path=PICTURES / "report-print.png")
        page = opened(browser, diff, 1400, 900)
        page.locator("a.ref[data-change=figure]").first.focus()
        page.screenshot(path=PICTURES / "diff.png")
        browser.close()


def write_pages(folder: Path) -> tuple[Path, Path]:
    """The report of all seeds and the comparison of the Courier's two versions."""
    with Ledger.open(folder / "claims.db", create=True) as ledger:
        desk.add(ledger, *(SEEDS / name for name in ADDED), root=SEEDS.parent)
        desk.export(ledger.claims(), folder / "report.html", groups=ledger.groups())
    old, new = (reading.read(SEEDS / name, root=SEEDS.parent) for name in ADDED[:2])
    before, after = (old, extraction.extract(old)), (new, extraction.extract(new))
    found = versions.compare(*before, *after)
    write_diff(folder / "diff.html", *before, *after, found.changes, lines=found.lines)
    return folder / "report.html", folder / "diff.html"


def opened(browser: Browser, path: Path, width: int, height: int, **look: Any) -> Page:
    """The file in a window of this size."""
    page = browser.new_context(viewport={"width": width, "height": height}, **look).new_page()
    page.goto(path.as_uri())
    return page


if __name__ == "__main__":
    main()
