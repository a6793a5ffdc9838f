"""Speakers and assertions in the browser: what a key or a drag leaves in the ledger is what the command leaves."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from claims import desk
from claims.ledger import Ledger
from claims.records import Decision
from tests.postgresql_server import copy_of
from tests.serve.conftest import OpenDesk, Serve
from tests.serve.served import Desk, rows

STORIES = {
    "markets.md": "Vale Radio\ndate: 2031-05-04\n---\n\nTomas Quillfeather, an analyst, said that the harbour had done "
    "well. The town council of Leeds had voted for it.",
    "court.md": "Herald\ndate: 2031-06-04\n---\n\nQuillfeather said that he had stolen nothing. The trial will go on "
    "in Bristol.",
}
HOSTILE = '<img src=x onerror="alert(1)"><script>alert(2)</script>'


@pytest.fixture(scope="module")
def in_doubt(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger with a link that is to be settled, and assertions of two outlets."""
    folder = tmp_path_factory.mktemp("in_doubt")
    for name, story in STORIES.items():
        (folder / name).write_text(f"---\ntitle: {name}\noutlet: {story}\n", "utf-8")
    with Ledger.open(folder / "claims.db", create=True) as ledger:
        desk.add(ledger, *(folder / name for name in STORIES))
        desk.add(ledger, *(Path("seeds") / f"ostermere-{name}" for name in ("courier-1.md", "gazette.html")))
    return folder / "claims.db"


@pytest.fixture
def ledger(in_doubt: Path, database: str, tmp_path: Path) -> str:
    return copy_of(in_doubt, database, tmp_path)


def press(page: Page, key: str) -> None:
    """Press a key once the page has its scripts."""
    page.wait_for_load_state("load")
    page.keyboard.press(key)


def decisions(served: Desk) -> list[Decision]:
    with Ledger.open(served.ledger) as opened:
        return opened.decisions()


@pytest.mark.parametrize("kind", ["same", "different"])
def test_a_doubtful_link_is_settled_by_one_key_as_by_the_command(
    *,
    ledger: str,
    in_doubt: Path,
    database: str,
    tmp_path: Path,
    serve: Serve,
    open_desk: OpenDesk,
    kind: str,
) -> None:
    (tmp_path / "commands").mkdir()
    by_command = copy_of(in_doubt, database, tmp_path / "commands")
    with Ledger.open(by_command) as opened:
        (link,) = opened.doubtful_links()
        one, other = link.one.id or "", link.other.id or ""
        desk.same_or_different(opened, "same" if kind == "same" else "different", one, other, reviewer="Ana")
    page = open_desk(serve(ledger), "/speakers")
    press(page, "d")
    expect(page.get_by_role("heading", name="Are these two one?")).to_be_visible()
    press(page, "y" if kind == "same" else "n")
    expect(page.get_by_text("No link is in doubt.")).to_be_visible()
    tables = ("decisions", "speakers", "appearances", "groups", "group_members")
    assert rows(ledger, *tables) == rows(by_command, *tables)


def test_u_takes_a_settled_link_back(ledger: str, serve: Serve, open_desk: OpenDesk) -> None:
    before = rows(ledger, "speakers")
    served = serve(ledger)
    page = open_desk(served, "/speakers/doubtful")
    press(page, "y")
    expect(page.get_by_role("status").first).to_contain_text("are one speaker")
    press(page, "u")
    expect(page.get_by_role("heading", name="Are these two one?")).to_be_visible()
    assert rows(ledger, "speakers") == before
    assert decisions(served) == []


def test_a_merge_is_previewed_and_made_only_when_it_is_confirmed(
    ledger: str, serve: Serve, open_desk: OpenDesk
) -> None:
    served = serve(ledger)
    page = open_desk(served, "/speakers?name=tarrander")
    press(page, "Enter")
    expect(page.get_by_role("heading", name="Joss Tarrander")).to_be_visible()
    press(page, "m")
    page.keyboard.type("okonwick")
    press(page, "Enter")
    then = page.get_by_role("region", name="Then")
    expect(then).to_contain_text("Joss Tarrander")
    expect(page.get_by_role("region", name="Now")).to_contain_text("Pell Okonwick")
    assert decisions(served) == []
    press(page, "n")
    expect(page.get_by_text("Merge with another speaker")).to_be_visible()
    assert decisions(served) == []
    page.go_back()
    press(page, "y")
    expect(page.get_by_role("status").first).to_contain_text("are one speaker")
    assert [(d.kind, d.reviewer) for d in decisions(served)] == [("same", "Ana")]


def test_a_speaker_is_renamed_and_given_a_role(ledger: str, serve: Serve, open_desk: OpenDesk) -> None:
    served = serve(ledger)
    page = open_desk(served, "/speakers?name=tarrander")
    press(page, "Enter")
    expect(page.get_by_role("heading", name="Joss Tarrander")).to_be_visible()
    press(page, "e")
    page.get_by_label("Name", exact=True).fill("Joss M. Tarrander")
    page.get_by_role("button", name="Rename").click()
    expect(page.get_by_role("heading", name="Joss M. Tarrander")).to_be_visible()
    press(page, "e")
    page.get_by_label("Role", exact=True).fill("former harbour master")
    page.get_by_role("button", name="Set the role").click()
    expect(page.get_by_role("status").first).to_contain_text("has the role former harbour master")
    assert [d.kind for d in decisions(served)] == ["rename", "role"]


def test_assertions_are_joined_and_split_by_keys(ledger: str, serve: Serve, open_desk: OpenDesk) -> None:
    served = serve(ledger)
    page = open_desk(served, "/assertions?words=hospital")
    expect(page.locator(".report")).to_have_count(2)
    for key in "jmjg":
        press(page, key)
    expect(page.get_by_role("status").first).to_contain_text("make the same assertion")
    expect(page.get_by_role("heading", name="1 assertion with hospital")).to_be_visible()
    (made,) = decisions(served)
    assert (made.kind, made.reviewer) == ("join", "Ana")
    press(page, "j")
    press(page, "x")
    expect(page.get_by_role("status").first).to_contain_text("stands apart")
    assert [d.kind for d in decisions(served)] == ["join", "split"]
    press(page, "u")
    expect(page.get_by_role("heading", name="1 assertion with hospital")).to_be_visible()
    assert [d.kind for d in decisions(served)] == ["join"]


def test_assertions_are_joined_and_split_by_drag(ledger: str, serve: Serve, open_desk: OpenDesk) -> None:
    served = serve(ledger)
    page = open_desk(served, "/assertions?words=hospital")
    reports = page.locator(".report")
    reports.nth(0).drag_to(reports.nth(1))
    expect(page.get_by_role("heading", name="1 assertion with hospital")).to_be_visible()
    _drag_apart(page)
    expect(page.get_by_role("status").first).to_contain_text("stands apart")
    assert [d.kind for d in decisions(served)] == ["join", "split"]


def _drag_apart(page: Page) -> None:
    """Drag the first report to the edge, which is there only while something is dragged."""
    box = page.locator(".report").first.bounding_box()
    assert box
    page.mouse.move(box["x"] + 20, box["y"] + 12)
    page.mouse.down()
    page.mouse.move(box["x"] + 40, box["y"] + 30, steps=4)
    edge = page.locator("#apart").bounding_box()
    assert edge
    page.mouse.move(edge["x"] + 30, edge["y"] + 20, steps=4)
    page.mouse.up()


def test_a_reviewer_comes_by_a_token_and_decides_under_no_other_name(ledger: str, serve: Serve) -> None:
    with Ledger.open(ledger) as opened:
        token = desk.add_reviewer(opened, "Bo").token
        id_ = opened.claims()[0].id
    served = serve(ledger, "--reviewer", "Ana")
    bo = served.visitor(logged_in=False)
    assert bo.get(f"/?token={token}x").status == 401
    assert bo.get(f"/?token={token}").status == 303
    assert ">Bo<" in bo.get("/").text
    bo.change("/name", reviewer="Ana")
    assert ">Bo<" in bo.get("/").text
    assert bo.change(f"/claims/{id_}/verdict", page=f"/claims/{id_}", attribution="correct").status == 303
    with Ledger.open(ledger) as opened:
        assert [verdict.reviewer for verdict in opened.verdicts()] == ["Bo"]
        fields = bo.fields(f"/claims/{id_}")
        desk.remove_reviewer(opened, "Bo")
    refused = bo.post(f"/claims/{id_}/verdict", {**fields, "attribution": "not a claim"})
    assert (refused.status, "was taken back" in refused.text) == (401, True)
    assert bo.get("/").status == 401
    with Ledger.open(ledger) as opened:
        assert len(opened.verdicts()) == 1


def test_two_reviewers_differ_and_a_third_settles(ledger: str, serve: Serve) -> None:
    with Ledger.open(ledger) as opened:
        tokens = [desk.add_reviewer(opened, name).token for name in ("Ana", "Bo")]
        id_ = opened.claims()[0].id
    served = serve(ledger, "--reviewer", "Chief")
    for token, truth in zip(tokens, ("true", "false"), strict=True):
        visitor = served.visitor(logged_in=False)
        visitor.get(f"/?token={token}")
        assert visitor.change(f"/claims/{id_}/verdict", page=f"/claims/{id_}", truth=truth).status == 303
    chief = served.visitor()
    assert "disputed: Ana, correct, true; Bo, false" in chief.get(f"/claims/{id_}").text
    assert (
        chief.change(f"/claims/{id_}/verdict", page=f"/claims/{id_}", truth="true", settle="yes").status
        == 303
    )
    assert (
        "disputed" not in chief.get(f"/claims/{id_}").text.partition("<main")[2].partition("<h2>Verdicts")[0]
    )
    with Ledger.open(ledger) as opened:
        assert [(v.reviewer, v.truth, v.settles) for v in opened.verdicts()] == [
            ("Ana", "true", False),
            ("Bo", "false", False),
            ("Chief", "true", True),
        ]


def test_nobody_decides_without_a_name(ledger: str, serve: Serve) -> None:
    served = serve(ledger, "--reviewer", "")
    visitor = served.visitor()
    with Ledger.open(ledger) as opened:
        (link,) = opened.doubtful_links()
    form = {"one": link.one.id or "", "other": link.other.id or "", "value": "X", "number": "1", "group": "x"}
    for path in (
        "speakers/decide/same",
        "speakers/call/rename",
        "speakers/undo",
        "assertions/join",
        "assertions/split",
    ):
        assert visitor.change(f"/{path}", **form).status == 400
    assert decisions(served) == []
