"""The page in a real Chromium: what is seen, and what the keyboard does."""

import re
from pathlib import Path

from playwright.sync_api import expect

from tests.page.in_browser import SIGN, OpenPage, folded, made
from tests.page.page_samples import nested

# All in one worker, so that Chromium is started once.


def test_it_opens_from_a_file(open_page: OpenPage, report: Path) -> None:
    page = open_page(report)
    expect(page).to_have_title("Who said what: 13 claims")
    assert page.locator("article.text").count() == 2
    text = folded(page.locator("article.text").first.inner_text())
    assert (
        "Fire Chief Idra Vellmoor said that 17 people had been taken to hospital, most of them with burns."
        in text
    )


def test_pointing_at_a_claim_tells_about_it(open_page: OpenPage, report: Path) -> None:
    page = open_page(report)
    expect(page.locator("#hint")).to_be_visible()
    page.locator("[data-c]", has_text="“The roof came down").hover()
    card = page.locator("#chosen")
    expect(card).to_contain_text("Idra Vellmoor")
    told = folded(card.inner_text())
    for words in (
        "Fire Chief",
        "Cue told",
        "Kind direct",
        "Act statement",
        "Confidence high, 9",
        "Also in Northshore",
    ):
        assert words in told
    assert "“Nobody inside could have put that fire out,”" in told
    expect(page.locator(".active-m")).to_have_text("Vellmoor")
    expect(page.locator(".active-q")).to_have_text("told")


def test_reasons_for_doubt_are_given(open_page: OpenPage, folder: Path) -> None:
    page = open_page(made(folder, "nested", nested()))
    page.locator(SIGN).nth(2).focus()
    expect(page.locator("#chosen")).to_contain_text(
        re.compile(r"low, 30 %: nobody is named; words uncertain")
    )


def test_colour_is_not_the_only_sign(open_page: OpenPage, report: Path) -> None:
    page = open_page(report)
    shown = page.locator(SIGN).evaluate_all("all => all.map(a => getComputedStyle(a, '::before').content)")
    assert shown[:3] == ['"IV"', '"IV"', '"JT"']
    lines = page.evaluate(
        "['high', 'medium', 'low'].map(t => getComputedStyle(document.querySelector(`.masthead .line.${t}`))"
        ".textDecorationStyle)"
    )
    assert lines == ["solid", "dashed", "dotted"]


def test_the_keyboard_does_all(open_page: OpenPage, report: Path) -> None:
    page = open_page(report)
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    stops = []
    for _ in range(8):
        page.keyboard.press("Tab")
        stops.append(page.evaluate("document.activeElement.className"))
    # One stop for all the signs of the first article.
    assert sum(name.startswith("ref") for name in stops[:5]) == 1
    first = page.locator(SIGN).first
    first.focus()
    outline = first.evaluate("e => getComputedStyle(e).outlineStyle + getComputedStyle(e).outlineWidth")
    assert outline == "solid3px"
    for key, number in (
        ("ArrowRight", 1),
        ("ArrowDown", 2),
        ("ArrowLeft", 1),
        ("End", 7),
        ("ArrowRight", 7),
        ("Home", 0),
    ):
        page.keyboard.press(key)
        expect(page.locator(SIGN).nth(number)).to_be_focused()
    page.keyboard.press("ArrowRight")
    expect(page.locator("#chosen")).to_contain_text("Idra Vellmoor")
    page.keyboard.press("Enter")
    expect(page.locator("#chosen")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator("#chosen a", has_text="Northshore Gazette")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#hint")).to_be_visible()
    expect(page.locator(SIGN).nth(1)).to_be_focused()


def test_the_other_outlet_is_one_step_away(open_page: OpenPage, report: Path) -> None:
    page = open_page(report)
    page.locator(SIGN).nth(1).click()
    page.locator("#chosen a", has_text="Northshore Gazette").click()
    assert (
        page.evaluate("document.activeElement.closest('article').ariaLabel")
        == "Quay fire: warehouse lost, many hurt"
    )
    expect(page.locator("#chosen")).to_contain_text("The Ostermere Courier")


def test_a_kept_claim_stays(open_page: OpenPage, report: Path) -> None:
    page = open_page(report)
    page.locator("[data-c]", has_text="“The roof came down").click()
    page.locator("[data-c]", has_text="that 17 people").hover()
    page.wait_for_timeout(200)
    expect(page.locator("#chosen")).to_contain_text("told")
    page.locator("#close").click()
    expect(page.locator("#chosen")).to_be_hidden()


def test_claims_in_claims_are_all_marked(open_page: OpenPage, folder: Path) -> None:
    page = open_page(made(folder, "nested", nested()))
    text = page.locator("article p[dir]").first
    assert page.evaluate(
        "[...document.querySelectorAll('article > p[dir] [data-c]')].map(e => [e.textContent, e.dataset.c])"
    ) == [
        ["that ", "1"],
        ["the baker", "1"],
        [" had ", "1"],
        ["told", "1"],
        [" her ", "1"],
        ["“the bang came ", "2 1"],
        ["first”", "2 3 1"],
        [", he ", "3"],
        ["believed", "3"],
        [", ", "3"],
        ["“then the fire”", "2 3"],
        [", and", "3"],
    ]
    both = text.locator("[data-c='2 1']")
    assert both.evaluate("e => getComputedStyle(e).textDecorationStyle") == "dashed"
    assert both.evaluate("e => getComputedStyle(e).borderBottomStyle") == "solid"
    page.locator('[data-facet="speaker"] label', has_text="Sunniva Dray").locator("input").check()
    assert both.evaluate("e => getComputedStyle(e).textDecorationStyle") == "solid"
    assert both.evaluate("e => getComputedStyle(e).borderBottomStyle") == "none"
    page.locator("#all").click()
    page.locator(SIGN).nth(1).focus()
    assert page.locator(".active-c").all_inner_texts() == ["“the bang came ", "first”", "“then the fire”"]


def test_it_prints_every_detail(open_page: OpenPage, report: Path) -> None:
    page = open_page(report)
    page.emulate_media(media="print")
    for hidden in (".filters", "#card", ".skip"):
        expect(page.locator(hidden)).to_be_hidden()
    notes = page.locator(".notes ol > li")
    assert notes.count() == 13
    expect(notes.nth(1)).to_be_visible()
    expect(notes.nth(1)).to_contain_text("Northshore Gazette")
    number = page.locator(SIGN).nth(1).evaluate("e => getComputedStyle(e, '::before').content")
    assert number == '"IV 2"'
    assert len(page.pdf(format="A4")) > 10_000


def test_without_its_script_all_is_there(open_page: OpenPage, report: Path) -> None:
    page = open_page(report, java_script_enabled=False)
    expect(page.locator(".filters")).to_be_hidden()
    expect(page.locator("#n2")).to_be_visible()
    expect(page.locator("#n2")).to_contain_text("Also in")


def test_an_address_leads_to_a_claim(open_page: OpenPage, report: Path) -> None:
    page = open_page(report, fragment="#c3")
    expect(page.locator("#c3")).to_be_focused()
    expect(page.locator("#chosen")).to_contain_text("Joss Tarrander")
