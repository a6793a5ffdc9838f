"""Words of articles stay words in a real Chromium: nothing runs and nothing loads."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.page.in_browser import SIGN, OpenPage, folded, made
from tests.page.page_samples import HOSTILE, hostile, nested

# All in one worker, so that Chromium is started once.


def test_words_of_articles_stay_words(open_page: OpenPage, folder: Path) -> None:
    page = open_page(made(folder, "hostile", hostile()))
    page.evaluate("document.querySelectorAll('.toggle').forEach(t => t.click())")
    for number in range(len(HOSTILE)):
        page.locator(SIGN).nth(number).focus()
    assert page.evaluate("window.hit") is None
    assert page.locator("script").count() == 1
    assert page.locator("img, iframe, object, embed, base, [onload], [onerror], [onfocus]").count() == 0
    links = page.locator("a").evaluate_all("all => all.map(a => a.getAttribute('href'))")
    assert all(link.startswith("#") for link in links)
    for words in HOSTILE:
        for place in (
            "h2",
            "blockquote",
            ".who b",
            ".role",
            ".outlet",
            ".origin",
            "dd",
            "fieldset label",
            "svg text",
        ):
            shown = words if place != "svg text" else words[:20]
            texts = page.locator(place).evaluate_all("all => all.map(e => e.textContent)")
            assert any(folded(shown) in folded(text) for text in texts), (words, place)


ATTACKS = {
    "script": "e => { const s = document.createElement('script'); s.textContent = 'window.hit = 1'; e.append(s); }",
    "markup": "e => { e.innerHTML = '<img src=x onerror=window.hit=1>'; }",
    "image": "e => { const i = new Image(); i.src = 'https://tracker.example/x.png'; e.append(i); }",
    "style": "e => { const s = document.createElement('style'); s.textContent = 'body{color:red}'; e.append(s); }",
    "address": "e => { const a = document.createElement('a'); a.href = 'javascript:window.hit=1'; e.append(a); "
    "a.click(); }",
}


@pytest.mark.parametrize("attack", ATTACKS)
def test_the_policy_holds_even_if_words_got_in(browser: Browser, folder: Path, attack: str) -> None:
    page = browser.new_page()
    refused: list[str] = []
    page.on("console", lambda message: refused.append(message.text))
    page.on("pageerror", lambda error: refused.append(str(error)))
    page.goto(made(folder, "nested", nested()).as_uri())
    page.locator("body").evaluate(
        f"e => {{ try {{ ({ATTACKS[attack]})(e); }} catch (x) {{ console.log(String(x)); }} }}"
    )
    page.wait_for_timeout(100)
    assert page.evaluate("window.hit") is None
    assert re.search("Content Security Policy|TrustedScript|TrustedHTML", " ".join(refused))
    page.close()


def test_web_addresses_are_links_and_send_nothing(open_page: OpenPage, report: Path) -> None:
    page = open_page(report)
    link = page.locator(".origin a").first
    expect(link).to_have_attribute("href", "https://courier.example/news/quay-warehouse-fire")
    expect(link).to_have_attribute("rel", "noopener noreferrer")
