"""Two versions side by side in a real Chromium."""

import re
from pathlib import Path

from playwright.sync_api import expect

from claims.exporting.page import write_diff
from tests.page.in_browser import SIGN, OpenPage, folded, tick
from tests.page.page_samples import article_of

# All in one worker, so that Chromium is started once.


def test_both_versions_side_by_side(open_page: OpenPage, diff: Path) -> None:
    page = open_page(diff)
    expect(page.locator(".changes h2")).to_have_text("4 changes")
    listed = [folded(text) for text in page.locator(".changes li").all_inner_texts()]
    assert [re.search("figure|stance|removed|reattributed", text)[0] for text in listed] == [  # type: ignore[index]
        "figure",
        "stance",
        "removed",
        "reattributed",
    ]
    row = page.locator(".row", has_text="14 people")
    before, after = row.locator(".before").bounding_box(), row.locator(".after").bounding_box()
    assert before
    assert after
    assert before["y"] == after["y"]
    assert before["x"] < after["x"]
    assert row.locator(".before").locator(SIGN).get_attribute("data-change") == "figure"


def test_changes_are_linked(open_page: OpenPage, diff: Path) -> None:
    page = open_page(diff)
    figure = page.locator(f"{SIGN}[data-change=figure]")
    figure.first.focus()
    # Both wordings light up, whichever is chosen.
    assert page.locator(f"{SIGN}.active").count() == 2
    page.keyboard.press("Enter")
    expect(figure.nth(1)).to_be_focused()
    page.keyboard.press("Enter")
    expect(figure.first).to_be_focused()
    expect(page.locator("#chosen")).to_contain_text("14 → 17")
    figure.nth(1).click()
    expect(figure.first).to_be_focused()
    page.locator(".changes li", has_text="stance").locator("a", has_text="after").click()
    expect(page.locator(f".after {SIGN}[data-change=stance]")).to_be_focused()


def test_what_stayed_can_be_hidden(open_page: OpenPage, diff: Path) -> None:
    page = open_page(diff)
    page.locator("summary", has_text="Filter").click()
    page.locator("#brief").check()
    rows = [folded(text) for text in page.locator(".row:visible").all_inner_texts()]
    assert len(rows) == 5  # the heads, and a row for each change
    assert not any("sprinklers" not in row and "told reporters" in row for row in rows)
    tick(page, "change", "removed")
    expect(page.locator("#status")).to_have_text("1 of 4 changes")
    expect(page.locator(".changes li:visible")).to_have_count(1)


def test_what_changed_outside_claims_is_told(open_page: OpenPage, folder: Path) -> None:
    old, new = (article_of(f"The quay\nShips wait.\n{text}\nThe end.") for text in ("It rains.", "It snows."))
    write_diff(folder / "outside.html", old, (), new, (), (), lines=["outside claims: 1 sentence <changed>"])
    page = open_page(folder / "outside.html")
    expect(page.locator(".changes h2")).to_have_text("0 changes")
    expect(page.locator(".changes")).to_contain_text("outside claims: 1 sentence <changed>")
    # The paragraph is marked, although no claim is in it.
    assert folded(page.locator(".row.differs").inner_text()) == "Before It rains. After It snows."
