"""A desk's morning in a real browser, by keyboard: it leaves what the commands leave, on both databases."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import FilePayload, Page, expect

from claims import desk, sheet
from tests.cli.conftest import claims  # noqa: F401 - a fixture
from tests.cli.running import Run
from tests.postgresql_server import new_place
from tests.serve.conftest import OpenDesk, Serve
from tests.serve.morning_stories import STORIES
from tests.serve.served import Desk, rows

KEYS = ("c", "1", "2", "3", "4", "5", "6", "n", "s", "w", "e", *"ccc1c5ccc")
"""What each of twenty claims is judged with."""
RIGHT_SPEAKER, RIGHT_WORDS, EVIDENCE, NOTE = (
    "Ines Haldrup",
    "a third quay",
    "https://herald.example/1",
    "seen",
)
TABLES = (
    *("articles", "claims", "speakers", "appearances", "mentions", "groups", "group_members", "ties"),
    *("verdicts", "decisions", "units", "sightings"),
)


def shown(page: Page) -> str:
    """The id of the claim that is shown."""
    found = re.search(r"/claims/([0-9a-f]{12})", page.url)
    assert found, page.url
    return found[1]


def press(page: Page, key: str) -> None:
    """Press a key that leads to another page, and wait for it."""
    with page.expect_navigation():
        page.keyboard.press(key)


def follow(page: Page, link: str) -> None:
    """Click a link of the bar, and wait for the page that it leads to, which then hears keys."""
    with page.expect_navigation():
        page.locator(".bar").get_by_role("link", name=link).click()


def test_a_morning_leaves_what_the_commands_leave(
    *,
    database: str,
    serve: Serve,
    open_desk: OpenDesk,
    claims: Run,  # noqa: F811
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    mine = new_place(database, tmp_path)
    served = serve(mine)
    page = open_desk(served, "/add")
    add_articles(page, tmp_path)
    settled = settle_two_speakers(page)
    follow(page, "Queue")
    verified = verify_by_keyboard(page)
    disputed = resolve_a_dispute(page, open_desk(served), served)
    joined = join_two_assertions(page)
    follow(page, "Export")
    with page.expect_download() as downloaded:
        page.get_by_role("link", name="claims.xlsx").click()
    got = sheet.read_back(downloaded.value.path().rename(tmp_path / "got.xlsx"))

    folder = tmp_path / "commands"
    (folder / "added").mkdir(parents=True)
    theirs = new_place(database, folder)
    for name, story in STORIES.items():
        (folder / "added" / name).write_text(story, "utf-8")
    monkeypatch.chdir(folder)

    def run(*words: str, reviewer: str = "Ana") -> None:
        who = ["--reviewer", reviewer] if words[0] in {"verdict", "speakers", "groups"} else []
        done = claims(*words, *who, "--ledger", theirs)
        assert done.code == 0, (words, done.err)

    run("add", *(f"added/{name}" for name in STORIES))
    for kind, one, other in settled:
        run("speakers", kind, one, other)
    for id_, key in zip(verified, KEYS, strict=True):
        run("verdict", id_, *in_words(key))
    run("verdict", verified[-1], "--undo")
    run("verdict", verified[-1], "correct")
    run("verdict", disputed, "not a claim", reviewer="Bo")
    run("verdict", disputed, "correct", "--settle")
    run("groups", "join", *joined)
    run("export", "claims.xlsx")
    assert rows(mine, *TABLES) == rows(theirs, *TABLES)
    expected = sheet.read_back(folder / "claims.xlsx")
    assert [(row.id, row.cells) for row in got.rows] == [(row.id, row.cells) for row in expected.rows]
    assert len(got.rows) > len(KEYS)


def add_articles(page: Page, folder: Path) -> None:
    """Three articles by the window of Add."""
    files: list[FilePayload] = [
        {"name": name, "mimeType": "text/markdown", "buffer": story.encode()}
        for name, story in STORIES.items()
    ]
    page.locator("#files").set_input_files(files)
    page.locator("#files").blur()
    press(page, "a")
    expect(page.locator("#lots h2")).to_have_text(re.compile("3 articles read"), timeout=60_000)
    assert {path.name for path in (folder / "added").iterdir()} == set(STORIES)


def settle_two_speakers(page: Page) -> list[tuple[str, str, str]]:
    """Two links that are in doubt by a key each; gives how, and whom each was about."""
    follow(page, "Speakers")
    press(page, "d")
    settled = []
    for key, kind in (("y", "same"), ("n", "different")):
        both = page.locator(f"form[action$='/{kind}']").locator("input[name=one], input[name=other]")
        one, other = (both.nth(at).get_attribute("value") or "" for at in (0, 1))
        press(page, key)
        settled.append((kind, one, other))
    expect(page.get_by_text("No link is in doubt.")).to_be_visible()
    return settled


def verify_by_keyboard(page: Page) -> list[str]:
    """Judge twenty claims, the last one after it was undone once; gives their ids."""
    press(page, "Enter")
    verified = []
    for key in KEYS:
        verified.append(shown(page))
        if key == "s":
            page.keyboard.press("s")
            page.keyboard.type("hald")
            expect(page.get_by_role("option")).to_contain_text(RIGHT_SPEAKER)
            page.keyboard.press("ArrowDown")
            page.keyboard.press("Enter")
            press(page, "Enter")
        elif key == "w":
            page.keyboard.press("w")
            page.keyboard.type(RIGHT_WORDS)  # in the place of the others, which are selected
            page.keyboard.press("Tab")
            press(page, "Enter")
        elif key == "e":
            page.keyboard.press("e")
            page.keyboard.type(EVIDENCE)
            page.keyboard.press("Tab")
            page.keyboard.type(NOTE)
            page.keyboard.press("Tab")
            press(page, "Enter")
            assert shown(page) == verified[-1], "a note does not lead on"
            press(page, "j")
        else:
            press(page, key)
    press(page, "u")
    assert shown(page) == verified[-1], "what was taken back is shown again"
    press(page, "c")
    assert len(set(verified)) == len(KEYS)
    return verified


def in_words(key: str) -> list[str]:
    """What `claims verdict` is told where the desk has a key."""
    truths = ("true", "mostly true", "mixed", "mostly false", "false", "unverifiable")
    if key.isdigit():
        return ["correct", "--truth", truths[int(key) - 1]]
    said = {
        "c": ["correct"],
        "n": ["not a claim"],
        "s": ["wrong speaker", "--speaker", RIGHT_SPEAKER],
        "w": ["wrong words", "--words", RIGHT_WORDS],
        "e": ["--evidence", EVIDENCE, "--note", NOTE],
    }
    return said[key]


def resolve_a_dispute(page: Page, other: Page, served: Desk) -> str:
    """Another reviewer differs on a claim, and the first one settles it by keyboard; gives the claim's id."""
    name_oneself(other, served, "Bo")
    other.goto(f"{served.address}/?show=all")
    press(other, "Enter")
    disputed = shown(other)
    press(other, "n")
    page.goto(f"{served.address}/?show=disputed")
    expect(page.locator("h1")).to_have_text("1 claim disputed")
    expect(page.locator(".disputed")).to_contain_text("Bo, not a claim")
    press(page, "Enter")
    assert shown(page) == disputed
    page.keyboard.press("d")
    expect(page.get_by_role("button", name="Settle: correct")).to_be_focused()
    press(page, "Enter")
    page.goto(f"{served.address}/?show=disputed")
    expect(page.locator("h1")).to_have_text("0 claims disputed")
    return disputed


def name_oneself(page: Page, served: Desk, name: str) -> None:
    """Decide under another name from now on."""
    page.goto(f"{served.address}/name")
    page.get_by_label("Your name").fill(name)
    page.get_by_role("button", name="Go on").click()
    expect(page.locator(".who-decides")).to_contain_text(name)


def join_two_assertions(page: Page) -> list[str]:
    """Two claims are said to make the same assertion, by keys; gives their ids."""
    follow(page, "Assertions")
    page.goto(f"{page.url}?words=talk")
    expect(page.locator(".report")).to_have_count(2)
    joined = [page.locator(".report").nth(at).get_attribute("data-claim") or "" for at in (0, 1)]
    for key in "jmj":
        page.keyboard.press(key)
    press(page, "g")
    expect(page.get_by_role("status").first).to_contain_text("make the same assertion")
    return joined


def test_two_browsers_at_once_see_each_other_and_a_dispute(
    serve: Serve, open_desk: OpenDesk, ledger: str
) -> None:
    served = serve(ledger)
    ana, bo = open_desk(served), open_desk(served)
    name_oneself(bo, served, "Bo")
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


def test_two_browsers_that_share_a_queue_judge_each_claim_once(
    serve: Serve, open_desk: OpenDesk, ledger: str
) -> None:
    served = serve(ledger)
    ana, bo = open_desk(served), open_desk(served)
    name_oneself(bo, served, "Bo")
    bo.goto(served.address)
    for page in (ana, bo):
        press(page, "Enter")
    press(bo, "j")
    judged: list[tuple[str, str]] = []
    while len(judged) < 12:
        for page, who in ((ana, "Ana"), (bo, "Bo")):
            judged.append((shown(page), who))
            press(page, "c")
    given = [(row[1], row[2]) for row in rows(ledger, "verdicts")["verdicts"]]
    assert sorted(given) == sorted(judged)
    assert len({id_ for id_, _ in given}) == len(judged), "the desk leads on to what nobody has judged"


def test_reload_back_and_a_key_held_down_neither_lose_nor_repeat_a_verdict(
    serve: Serve, open_desk: OpenDesk, ledger: str
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


def test_a_verdict_on_the_truth_says_correct_too_unless_somebody_has_spoken(
    serve: Serve, open_desk: OpenDesk, ledger: str
) -> None:
    served = serve(ledger)
    page, other = open_desk(served), open_desk(served)
    press(page, "Enter")
    first = shown(page)
    press(page, "1")
    assert shown(page) != first, "a verdict leads on"
    press(page, "u")
    assert shown(page) == first
    expect(page.get_by_text("This says “correct”, too.")).to_be_visible()
    with desk.open_ledger(ledger) as opened:
        assert desk.verdicts(opened, {first})[-1].is_withdrawal, "one key takes both back"
    name_oneself(other, served, "Bo")
    other.goto(f"{served.address}/claims/{first}")
    press(other, "n")
    page.reload()
    expect(page.get_by_text("This says “correct”, too.")).to_have_count(0)
    press(page, "5")
    with desk.open_ledger(ledger) as opened:
        last = desk.verdicts(opened, {first})[-1]
        assert (last.reviewer, last.attribution, last.truth) == ("Ana", None, "false")


def test_right_words_are_those_that_are_selected(serve: Serve, open_desk: OpenDesk, ledger: str) -> None:
    page = open_desk(serve(ledger))
    press(page, "Enter")
    id_ = shown(page)
    piece = page.locator("#article .active-c").first
    box = piece.bounding_box()
    assert box
    page.mouse.dblclick(box["x"] + 30, box["y"] + 8)
    page.keyboard.press("Shift+ArrowRight")
    words = " ".join(str(page.evaluate("getSelection().toString()")).split())
    assert words
    press(page, "w")
    ((_, claim_id, _, _, attribution, *_, corrected, _),) = rows(ledger, "verdicts")["verdicts"]
    assert (claim_id, attribution, corrected) == (id_, "wrong words", words)


def test_the_speaker_is_found_by_the_beginning_of_a_name(
    serve: Serve, open_desk: OpenDesk, ledger: str
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
