"""What the tests of the page in a browser share."""

from collections.abc import Callable
from pathlib import Path
from typing import Literal

from playwright.sync_api import Page

from claims.exporters import write

SIGN = "a.ref"
Scheme = Literal["light", "dark"]
OpenPage = Callable[..., Page]


def made(folder: Path, name: str, findings: object) -> Path:
    path = folder / f"{name}.html"
    write(findings, path)  # type: ignore[arg-type]
    return path


def signs_seen(page: Page) -> int:
    return page.locator(f"{SIGN}:not([hidden])").count()


def tick(page: Page, facet: str, value: str) -> None:
    page.locator(f'fieldset[data-facet="{facet}"] label', has_text=value).locator("input").check()


def folded(text: str) -> str:
    return " ".join(text.split())
