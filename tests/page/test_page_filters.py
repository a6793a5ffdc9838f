"""The filters of the page in a real Chromium, on few claims and on many."""

from pathlib import Path

from playwright.sync_api import expect

from tests.page.in_browser import SIGN, OpenPage, made, signs_seen, tick
from tests.page.page_samples import many, nested

# All in one worker, so that Chromium is started once.


def test_filters(open_page: OpenPage, report: Path) -> None:
    page = open_page(report)
    everything = signs_seen(page)
    looks = page.locator("main span").evaluate_all("all => all.map(e => e.className)")
    tick(page, "speaker", "Idra Vellmoor")
    expect(page.locator("#status")).to_have_text(f"5 of {everything} claims")
    assert signs_seen(page) == 5
    assert page.locator("[data-c].k").count() == 5
    tick(page, "speaker", "Odile Ferrant")
    assert signs_seen(page) == 7
    tick(page, "act", "accusation")
    assert signs_seen(page) == 1
    # An article without any such claim gives way to those that have one.
    expect(page.locator("article.text:visible")).to_have_count(1)
    page.locator("#all").click()
    assert signs_seen(page) == everything
    # The script marks claims as the file did.
    assert page.locator("main span").evaluate_all("all => all.map(e => e.className)") == looks
    tick(page, "article", "Northshore Gazette")
    assert signs_seen(page) == 5
    expect(page.locator(f"{SIGN}:visible").first).to_have_attribute("tabindex", "0")


def test_confidence_is_a_filter(open_page: OpenPage, folder: Path) -> None:
    page = open_page(made(folder, "nested", nested()))
    tick(page, "tag", "low")
    assert signs_seen(page) == 1
    tick(page, "tag", "medium")
    assert signs_seen(page) == 2


def test_speakers_can_be_searched(open_page: OpenPage, folder: Path) -> None:
    page = open_page(made(folder, "some", many(2)))
    page.locator(".narrow").fill("vellm")
    names = page.locator('[data-facet="speaker"] li:visible').all_inner_texts()
    assert names
    assert all("Vellmoor" in name for name in names)


def test_two_thousand_claims(open_page: OpenPage, folder: Path) -> None:
    path = made(folder, "many", many())
    assert path.stat().st_size < 5_000_000
    page = open_page(path)
    painted = page.evaluate(
        "new Promise(done => new PerformanceObserver(list => done(list.getEntries()[0].startTime))"
        ".observe({type: 'paint', buffered: true}))"
    )
    assert painted < 2_000
    taken = page.evaluate(
        """() => {
            const start = performance.now();
            document.querySelector('[data-facet="tag"] input').click();
            document.body.offsetHeight;
            const filtered = performance.now();
            document.querySelectorAll('a.ref:not([hidden])')[400].focus();
            document.body.offsetHeight;
            return [filtered - start, performance.now() - filtered];
        }"""
    )
    assert taken[0] < 1_000
    assert taken[1] < 300
