"""The tour of docs/desk.md, done in a browser as it is written: what it says to press, and what it says is then seen.

In the column "do", **words** are a link to click, `code` that is a file's path is chosen, that is a key is pressed, and
anything else is typed. In the column "see", **words** must stand on the page.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from playwright.sync_api import Page, Request, expect

PAGE: Final = Path(__file__).parent / "desk.md"
_KEYS: Final = {"Enter", "Tab", "Escape", "ArrowDown", "ArrowUp"}


@dataclass(frozen=True)
class Step:
    """A row of the tour: what to do, and what is seen then."""

    do: str
    see: str


def steps() -> list[Step]:
    """The tour, as the page has it."""
    tour = PAGE.read_text("utf-8").partition("## Five minutes with it")[2].partition("\n## ")[0]
    rows = [row.strip("| ").split(" | ") for row in tour.splitlines() if row.startswith("| ")]
    return [Step(do, see) for do, see in rows[1:]]


def walk(page: Page, seeds: Path) -> Iterator[Step]:
    """Do each step in a page that shows the desk's queue, and see what it says; ``seeds`` is the folder of samples."""
    patience = _Patience(page)
    for step in steps():
        parts = re.findall(r"\*\*(.+?)\*\*|`(.+?)`", step.do)
        files = [seeds.parent / code for _, code in parts if code.startswith("seeds/")]
        for link, code in parts:
            if link:
                page.locator(".bar").get_by_role("link", name=link).click()
            elif code.startswith("seeds/"):
                page.locator("input[type=file]").set_input_files(files)
            elif code in _KEYS or len(code) == 1:
                page.keyboard.press(code)
            else:
                page.keyboard.type(code)
            patience.wait()
        for words in re.findall(r"\*\*(.+?)\*\*", step.see):
            expect(page.locator("main").get_by_text(words).first).to_be_visible(timeout=60_000)
        yield step


class _Patience:
    """Waits as a reader does: until a page that was asked for is there, and what is offered can be seen."""

    def __init__(self, page: Page) -> None:
        self._page, self._asked, self._there = page, 0, 0
        page.on("request", self._note)
        page.on("load", self._load)

    def wait(self) -> None:
        """Until the page rests."""
        self._page.wait_for_timeout(150)
        while self._there < self._asked:
            self._page.wait_for_timeout(50)
        if self._page.locator("dialog[open] [role=combobox]").count():
            self._page.wait_for_timeout(600)

    def _note(self, request: Request) -> None:
        self._asked += request.is_navigation_request() and request.redirected_from is None

    def _load(self, _: object) -> None:
        self._there = self._asked
