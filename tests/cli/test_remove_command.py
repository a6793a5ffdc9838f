"""`claims remove`: an article that does not count, whose verdicts stay, and that `claims undo` brings back."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.running import Run
from tests.page_server import Site

SAID = "Mayor Idra Vellmoor said that the bridge would open in May.\n"
AGAIN = "The bridge would open in May, Mayor Idra Vellmoor said.\n"
OTHER = "Harbour master Oren Tass said that nobody had been hurt in the storm.\n"

Listed = Callable[..., list[dict[str, Any]]]


@pytest.fixture
def ledger(claims: Run, tmp_path: Path) -> Path:
    path = tmp_path / "claims.db"
    for name, text in (("first.txt", SAID), ("second.txt", AGAIN), ("third.txt", OTHER)):
        (tmp_path / name).write_text(text, "utf-8")
        assert claims("add", tmp_path / name, "--ledger", path).code == 0
    return path


@pytest.fixture
def listed(claims: Run, ledger: Path) -> Listed:
    """What a command lists for a program."""

    def run(*arguments: object) -> list[dict[str, Any]]:
        done = claims(*arguments, "--json", "--ledger", ledger)
        assert done.code == 0, done.err
        found: list[dict[str, Any]] = json.loads(done.out)
        return found

    return run


def everything(listed: Listed) -> list[list[dict[str, Any]]]:
    return [listed(name) for name in ("search", "articles", "groups", "speakers")]


def test_its_claims_leave_searches_groups_and_sheets_and_come_back(
    claims: Run, ledger: Path, listed: Listed, tmp_path: Path
) -> None:
    before = everything(listed)
    done = claims("remove", "second", "--reviewer", "Ana", "--ledger", ledger)
    assert (done.code, "decision 1: second.txt is removed" in done.out) == (0, True)
    assert [c["url_or_file"] for c in listed("search")] == ["first.txt", "third.txt"]
    assert [a["url_or_file"] for a in listed("articles")] == ["first.txt", "third.txt"]
    assert listed("groups") == []
    (vellmoor,) = listed("speakers", "vellmoor")
    assert (vellmoor["claims"], [len(a["ids"]) for a in vellmoor["aliases"]]) == (1, [1])
    claims("export", tmp_path / "sheet.csv", "--ledger", ledger)
    assert "second.txt" not in (tmp_path / "sheet.csv").read_text("utf-8-sig")
    (decision,) = listed("decisions")
    assert (decision["kind"], decision["value"], decision["reviewer"]) == ("remove", "second.txt", "Ana")
    assert claims("undo", 1, "--ledger", ledger).code == 0
    assert everything(listed) == before


def test_verdicts_are_kept_and_listed_as_of_a_removed_article(
    claims: Run, ledger: Path, listed: Listed
) -> None:
    (claim,) = listed("search", "--article", "second")
    claims("verdict", claim["id"], "correct", "--truth", "true", "--reviewer", "Bo", "--ledger", ledger)
    claims("remove", "second", "--ledger", ledger)
    for arguments in (("verdicts",), ("verdicts", "--gone")):
        (verdict,) = listed(*arguments)
        assert (verdict["claim"], verdict["verdict_truth"], verdict["removed"]) == (claim["id"], "true", True)
    assert "of an article that decision 1 removed" in claims("verdicts", "--ledger", ledger).out
    assert "by decision 1" in claims("show", claim["id"], "--ledger", ledger).out
    claims("undo", 1, "--ledger", ledger)
    (verdict,) = listed("verdicts")
    assert verdict["removed"] is False
    assert listed("verdicts", "--gone") == []


def test_it_is_not_added_again_and_says_why(
    claims: Run, ledger: Path, listed: Listed, tmp_path: Path
) -> None:
    claims("remove", "second", "--ledger", ledger)
    for text in (AGAIN, AGAIN.replace("May", "June")):
        (tmp_path / "second.txt").write_text(text, "utf-8")
        done = claims("add", tmp_path / "second.txt", "--ledger", ledger)
        assert done.code == 2
        assert "removed by decision 1, and left out: `claims undo 1` brings it back" in done.err
    for arguments in (("remove", "second"), ("history", "second.txt"), ("search", "--article", "second")):
        refused = claims(*arguments, "--ledger", ledger)
        assert (refused.code, refused.out) == (2, "")
        assert "removed by decision 1: `claims undo 1` brings it back" in refused.err
    claims("undo", 1, "--ledger", ledger)
    assert claims("add", tmp_path / "second.txt", "--ledger", ledger).code == 0
    assert [a["versions"] for a in listed("articles") if a["url_or_file"] == "second.txt"] == [2]


def test_what_was_decided_about_a_speaker_outlives_the_article_that_was_met_first(
    claims: Run, ledger: Path, listed: Listed
) -> None:
    claims("speakers", "rename", "vellmoor", "Idra Vellmoor-Tass", "--ledger", ledger)
    claims("remove", "first", "--ledger", ledger)
    assert [c["speaker"] for c in listed("search", "--article", "second")] == ["Idra Vellmoor-Tass"]
    assert [c["url_or_file"] for c in listed("search", "--speaker", "vellmoor")] == ["second.txt"]


def test_a_page_at_another_address_is_a_version_where_the_desk_says_so(
    claims: Run, ledger: Path, listed: Listed, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.txt"
    copy.write_text(SAID.replace("May", "June"), "utf-8")
    done = claims("add", copy, "--same-as", "first", "--ledger", ledger)
    assert "(version 2)" in done.out
    first, second = listed("history", "first.txt")
    assert (first["claims"], second["claims"], second["changes"]) == (1, 1, 1)
    assert (
        claims("add", copy, "--same-as", "first", "--ledger", ledger).out.count("already in the ledger") == 1
    )
    for arguments, said in (
        ((copy, "--same-as", "none"), "no article in the ledger is called 'none'"),
        ((copy, tmp_path / "third.txt", "--same-as", "first"), "--same-as is for one article"),
        (("seeds", "--same-as", "first"), "--same-as is for one article"),
    ):
        refused = claims("add", *arguments, "--ledger", ledger)
        assert (refused.code, refused.out) == (2, "")
        assert said in refused.err
    assert claims("add", copy, "--same-as", "first", "--ledger", tmp_path / "new.db").code == 2
    assert not (tmp_path / "new.db").exists()


def test_a_page_that_was_said_to_be_a_version_is_one_the_next_time(
    claims: Run, ledger: Path, listed: Listed, site: Site
) -> None:
    def page(month: str) -> str:
        return f"<html><body><article><p>{SAID.replace('May', month)}</p></article></body></html>"

    url = site.put("/copied/bridge", page("June"))
    assert "(version 2)" in claims("add", url, "--same-as", "first", "--ledger", ledger).out
    assert "already in the ledger" in claims("add", url, "--ledger", ledger).out
    site.put("/copied/bridge", page("July"))
    assert "(version 3)" in claims("add", url, "--ledger", ledger).out
    assert [a["versions"] for a in listed("articles") if a["url_or_file"] == url] == [3]
    assert len(listed("articles")) == 3
