"""The page in a real Chromium: what is seen, what the keyboard does, and that nothing runs or loads."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from claims import desk, extraction, reading, versions
from claims.exporters import write
from claims.exporting.page import write_diff
from claims.ledger import Ledger
from tests.page.page_samples import HOSTILE, article_of, hostile, leftward, many, nested

# All in one worker, so that Chromium is started once.
pytestmark = pytest.mark.xdist_group("chromium")

SEEDS = [
    Path("seeds") / n for n in ("ostermere-courier-1.md", "ostermere-courier-2.md", "ostermere-gazette.html")
]
SIGN = "a.ref"
Scheme = Literal["light", "dark"]
OpenPage = Callable[..., Page]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("page")


@pytest.fixture(scope="module")
def report(folder: Path) -> Path:
    path = folder / "report.html"
    with Ledger.open(folder / "claims.db", create=True) as ledger:
        desk.add(ledger, *SEEDS, root=Path.cwd())
        desk.export(ledger.claims(), path, groups=ledger.groups())
    return path


@pytest.fixture(scope="module")
def diff(folder: Path) -> Path:
    before, after = ((read, extraction.extract(read)) for read in map(reading.read, SEEDS[:2]))
    found = versions.compare(*before, *after)
    write_diff(folder / "diff.html", *before, *after, found.changes, lines=found.lines)
    return folder / "diff.html"


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


def test_without_its_script_all_is_there(open_page: OpenPage, report: Path) -> None:
    page = open_page(report, java_script_enabled=False)
    expect(page.locator(".filters")).to_be_hidden()
    expect(page.locator("#n2")).to_be_visible()
    expect(page.locator("#n2")).to_contain_text("Also in")


def test_an_address_leads_to_a_claim(open_page: OpenPage, report: Path) -> None:
    page = open_page(report, fragment="#c3")
    expect(page.locator("#c3")).to_be_focused()
    expect(page.locator("#chosen")).to_contain_text("Joss Tarrander")


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
