"""A desk's morning in a real browser, by keyboard, and that it leaves what the commands leave."""

import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from claims import desk
from claims.ledger import Ledger
from tests.serve.conftest import SEEDS, OpenDesk, Serve
from tests.serve.served import rows

pytestmark = pytest.mark.xdist_group("chromium")

TABLES = ("articles", "claims", "speakers", "appearances", "group_members", "verdicts", "decisions", "ties")


def shown(page: Page) -> str:
    """The id of the claim that is shown."""
    found = re.search(r"/claims/([0-9a-f]{12})", page.url)
    assert found, page.url
    return found[1]


def press(page: Page, key: str) -> None:
    """Press a key that leads to another page, and wait for it."""
    with page.expect_navigation():
        page.keyboard.press(key)


def test_a_morning_by_keyboard_leaves_what_the_commands_leave(
    serve: Serve, open_desk: OpenDesk, tmp_path: Path
) -> None:
    mine, theirs = tmp_path / "browser", tmp_path / "commands"
    mine.mkdir()
    (theirs / "added").mkdir(parents=True)
    page = open_desk(serve(mine / "claims.db"), "/add")
    page.locator("#files").set_input_files([Path("seeds") / name for name in SEEDS])
    page.locator("#files").blur()
    press(page, "a")
    expect(page.locator("#lots h2")).to_have_text(re.compile("3 articles read"), timeout=60_000)
    page.goto(page.url.replace("/add", "/"))
    expect(page.locator("h1")).to_have_text("13 claims to verify")
    verified = verify_by_keyboard(page)
    assert page.goto(page.url.partition("/claims/")[0] + "/export")
    with page.expect_download() as downloaded:
        page.get_by_role("link", name="claims.csv").click()

    sources = [Path(shutil.copy(Path("seeds") / name, theirs / "added" / name)) for name in SEEDS]
    with desk.open_ledger(theirs / "claims.db", create=True) as ledger:
        desk.add(ledger, *sources)
        verify_by_commands(ledger, verified)
        desk.export(ledger.claims(), theirs / "claims.csv", ledger=ledger)
    assert rows(mine / "claims.db", *TABLES) == rows(theirs / "claims.db", *TABLES)
    assert Path(downloaded.value.path()).read_bytes() == (theirs / "claims.csv").read_bytes()


def verify_by_keyboard(page: Page) -> list[str]:
    """Go through the first eight claims of the queue; gives their ids."""
    press(page, "Enter")
    verified = [shown(page)]
    press(page, "1")
    assert shown(page) == verified[0], "a verdict on the truth does not lead on"
    for key in ("c", "c", "n", "c"):
        press(page, key)
        verified.append(shown(page))
    press(page, "c")
    press(page, "u")
    assert shown(page) == verified[-1], "what was taken back is shown again"
    press(page, "c")
    verified.append(shown(page))
    page.keyboard.press("s")
    page.keyboard.type("Joss Tarrander")
    press(page, "Enter")
    verified.append(shown(page))
    page.keyboard.press("w")
    page.keyboard.type("the right words")  # in the place of the others, which are selected
    page.keyboard.press("Tab")
    press(page, "Enter")
    verified.append(shown(page))
    page.keyboard.press("e")
    page.keyboard.type("https://courier.example/1")
    page.keyboard.press("Tab")
    page.keyboard.type("seen on the quay")
    page.keyboard.press("Tab")
    press(page, "Enter")
    assert shown(page) == verified[-1]
    return verified


def verify_by_commands(ledger: Ledger, verified: list[str]) -> None:
    """Give the same verdicts with the functions behind the commands."""
    first, second, third, fourth, fifth, wrong, reworded, noted = verified
    desk.give_verdict(ledger, first, truth="true", reviewer="Ana")
    for id_ in (first, second):
        desk.give_verdict(ledger, id_, attribution="correct", reviewer="Ana")
    desk.give_verdict(ledger, third, attribution="not a claim", reviewer="Ana")
    for id_ in (fourth, fifth):
        desk.give_verdict(ledger, id_, attribution="correct", reviewer="Ana")
    desk.take_back(ledger, fifth, reviewer="Ana")
    desk.give_verdict(ledger, fifth, attribution="correct", reviewer="Ana")
    name, words, evidence = "Joss Tarrander", "the right words", "https://courier.example/1"
    desk.give_verdict(ledger, wrong, attribution="wrong speaker", corrected_speaker=name, reviewer="Ana")
    desk.give_verdict(ledger, reworded, attribution="wrong words", corrected_words=words, reviewer="Ana")
    desk.give_verdict(ledger, noted, evidence=evidence, note="seen on the quay", reviewer="Ana")


def test_a_dispute_is_shown_until_it_is_settled(serve: Serve, open_desk: OpenDesk, ledger: Path) -> None:
    served = serve(ledger)
    ana, bo = open_desk(served), open_desk(served)
    bo.goto(f"{served.address}/name")
    bo.get_by_label("Your name").fill("Bo")
    bo.get_by_role("button", name="Go on").click()
    expect(bo.locator(".who-decides")).to_contain_text("Bo")
    press(ana, "Enter")
    disputed = shown(ana)
    bo.goto(ana.url)
    expect(bo.locator("#open-elsewhere")).to_have_text("Open at Ana, too")
    press(ana, "c")
    bo.reload()
    press(bo, "n")
    bo.goto(f"{served.address}/?show=disputed")
    expect(bo.locator("h1")).to_have_text("1 claim disputed")
    expect(bo.locator(".disputed")).to_contain_text("Ana, correct; Bo, not a claim")
    press(bo, "Enter")
    assert shown(bo) == disputed
    press(bo, "c")
    bo.goto(f"{served.address}/?show=disputed")
    expect(bo.locator("h1")).to_have_text("0 claims disputed")
    given = [(row[2], row[4]) for row in rows(ledger, "verdicts")["verdicts"]]
    assert given == [("Ana", "correct"), ("Bo", "not a claim"), ("Bo", "correct")]


def test_reload_back_and_a_key_held_down_neither_lose_nor_repeat_a_verdict(
    serve: Serve, open_desk: OpenDesk, ledger: Path
) -> None:
    page = open_desk(serve(ledger))
    press(page, "Enter")
    first = shown(page)
    with page.expect_navigation():
        page.evaluate(
            "() => { for (let i = 0; i < 5; i++) document.dispatchEvent("
            "new KeyboardEvent('keydown', {key: 'c', bubbles: true, repeat: i > 0})) }"
        )
    second = shown(page)
    assert second != first
    page.reload()
    page.reload()
    page.go_back()
    assert shown(page) == first
    expect(page.get_by_role("button", name="correct", exact=False).first).to_have_attribute(
        "aria-pressed", "true"
    )
    page.go_forward()
    page.go_back()
    press(page, "n")
    judged = [(row[1], row[4]) for row in rows(ledger, "verdicts")["verdicts"]]
    assert judged == [(first, "correct"), (first, "not a claim")], (
        "a change of mind after the back button counts"
    )


def test_right_words_are_those_that_are_selected(serve: Serve, open_desk: OpenDesk, ledger: Path) -> None:
    page = open_desk(serve(ledger))
    press(page, "Enter")
    id_ = shown(page)
    page.evaluate(
        "() => { const piece = document.querySelector('#article .active-c'); const range = document.createRange();"
        "range.selectNodeContents(piece); getSelection().removeAllRanges(); getSelection().addRange(range); }"
    )
    words = " ".join(page.evaluate("getSelection().toString()").split())
    press(page, "w")
    ((_, claim_id, _, _, attribution, *_, corrected, _),) = rows(ledger, "verdicts")["verdicts"]
    assert (claim_id, attribution, corrected) == (id_, "wrong words", words)


def test_the_speaker_is_found_by_the_beginning_of_a_name(
    serve: Serve, open_desk: OpenDesk, ledger: Path
) -> None:
    page = open_desk(serve(ledger))
    press(page, "Enter")
    id_ = shown(page)
    page.keyboard.press("s")
    page.keyboard.type("tarr")
    expect(page.get_by_role("option")).to_contain_text("Joss Tarrander")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("option")).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Enter")
    expect(page.get_by_role("combobox", name="The right speaker")).to_have_value("Joss Tarrander")
    press(page, "Enter")
    page.goto(re.sub(r"/claims/.*", f"/claims/{id_}", page.url))
    expect(page.locator("h1")).to_contain_text("Joss Tarrander")
