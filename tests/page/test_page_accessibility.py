"""Everybody can read the page: axe, contrast, dark, narrow, from right to left, in a real Chromium."""

from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.page.in_browser import SIGN, OpenPage, Scheme, made
from tests.page.page_samples import leftward, nested

# All in one worker, so that Chromium is started once.


@pytest.mark.parametrize(
    ("which", "look"),
    [
        ("report", {"color_scheme": "light"}),
        ("report", {"color_scheme": "dark"}),
        ("report", {"width": 390}),
        ("diff", {"color_scheme": "light"}),
        ("diff", {"width": 390, "color_scheme": "dark"}),
        ("nested", {"color_scheme": "dark"}),
        ("leftward", {"width": 390}),
    ],
)
def test_axe_finds_nothing(
    open_page: OpenPage, request: pytest.FixtureRequest, folder: Path, which: str, look: dict[str, Any]
) -> None:
    samples = {"nested": nested, "leftward": leftward}
    path = made(folder, which, samples[which]()) if which in samples else request.getfixturevalue(which)
    page = open_page(path, **look)
    page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })")
    page.evaluate("document.querySelectorAll('.toggle').forEach(t => t.click())")
    page.locator(f"{SIGN}:visible").first.focus()
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


def luminance(colour: str) -> float:
    """WCAG 2.2's relative luminance of a colour such as #1f5fa8."""
    shares = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in shares]
    return sum(weight * v for weight, v in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_colour_has_contrast_enough(open_page: OpenPage, report: Path, scheme: Scheme) -> None:
    page = open_page(report, color_scheme=scheme)
    names = [*(f"--{kind}{n}" for kind in "ct" for n in range(10))]
    names += ["--paper", "--raised", "--ink", "--soft", "--link", "--focus", "--on", "--mark", "--faint"]
    colours = page.evaluate(
        "names => Object.fromEntries(names.map(n => [n, "
        "getComputedStyle(document.documentElement).getPropertyValue(n).trim()]))",
        names,
    )
    # WCAG 2.2 AA: 4.5 for text (1.4.3), 3 for lines and the focus ring (1.4.11).
    grounds = ["--paper", "--raised"]
    needed = [("--ink", ground, 4.5) for ground in (*grounds, "--mark", "--faint")]
    needed += [(text, ground, 4.5) for text in ("--soft", "--link") for ground in grounds]
    needed += [("--focus", ground, 3.0) for ground in grounds]
    for n in range(10):
        needed += [("--on", f"--c{n}", 4.5), ("--ink", f"--t{n}", 4.5)]
        needed += [(f"--c{n}", ground, 3.0) for ground in ("--paper", f"--t{n}", "--mark")]
    found = {(a, b): round(contrast(colours[a], colours[b]), 2) for a, b, least in needed}
    assert {(a, b): found[a, b] for a, b, least in needed if found[a, b] < least} == {}


def test_dark_is_dark(open_page: OpenPage, report: Path) -> None:
    page = open_page(report, color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(22, 24, 27)"


def test_text_from_right_to_left(open_page: OpenPage, folder: Path) -> None:
    page = open_page(made(folder, "leftward", leftward()))
    block = page.locator("article p[dir=auto]").first
    assert block.evaluate("e => getComputedStyle(e).direction") == "rtl"
    assert page.locator("h1").evaluate("e => getComputedStyle(e).direction") == "ltr"
    # The sign stands before its claim, which is to its right.
    place = page.locator(SIGN).bounding_box()
    content = page.locator("[data-c]").first.bounding_box()
    assert place
    assert content
    assert place["x"] + place["width"] > content["x"]


def test_on_a_narrow_screen(open_page: OpenPage, report: Path, diff: Path) -> None:
    for path in (report, diff):
        page = open_page(path, width=360, height=740)
        assert page.evaluate("document.scrollingElement.scrollWidth") <= 360
        sign_here = page.locator(f"{SIGN}:visible").nth(3)
        sign_here.focus()
        expect(page.locator("#card")).to_be_visible()
        card, here = page.locator("#card").bounding_box(), sign_here.bounding_box()
        assert card
        assert here
        assert round(card["y"] + card["height"]) == 740
        sign_here.press("ArrowRight")
        focused = page.locator(f"{SIGN}:focus").bounding_box()
        assert focused
        assert focused["y"] + focused["height"] <= page.locator("#card").bounding_box()["y"]  # type: ignore[index]
        page.keyboard.press("Escape")
        expect(page.locator("#card")).to_be_hidden()
