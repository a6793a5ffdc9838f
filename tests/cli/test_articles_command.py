import json
from pathlib import Path

import pytest

from tests.cli.running import Run

FIRST = "Mayor Idra Vellmoor said that the bridge would open in May.\n"
SECOND = "The bridge would open in May, Mayor Idra Vellmoor said.\n"


@pytest.fixture
def two(claims: Run, tmp_path: Path) -> Path:
    """A ledger of two articles; one has a date and an outlet that were given with it."""
    (tmp_path / "first.txt").write_text(FIRST, "utf-8")
    (tmp_path / "second.txt").write_text(SECOND, "utf-8")
    ledger = tmp_path / "claims.db"
    assert claims("add", tmp_path / "first.txt", "--ledger", ledger).code == 0
    given = ("--date", "2026-03-14", "--outlet", "The Courier", "--title", "Bridge to open")
    assert claims("add", tmp_path / "second.txt", *given, "--ledger", ledger).code == 0
    return ledger


def test_articles_are_listed_with_what_was_given_with_them(claims: Run, two: Path) -> None:
    dated, undated = json.loads(claims("articles", "--json", "--ledger", two).out)
    assert (dated["title"], dated["outlet"], dated["published"]) == (
        "Bridge to open",
        "The Courier",
        "2026-03-14",
    )
    assert (undated["published"], undated["versions"], undated["claims"]) == (None, 1, 1)
    assert dated["id"] != undated["id"]
    (claim,) = json.loads(claims("search", "--outlet", "courier", "--json", "--ledger", two).out)
    assert claim["published"] == "2026-03-14"
    shown = claims("articles", "--ledger", two).out
    assert "Bridge to open" in shown
    assert "undated" in shown


@pytest.mark.parametrize(
    ("options", "found"),
    [
        (("--undated",), ["first.txt"]),
        (("--since", "2026-03-14"), ["second.txt"]),
        (("--until", "2026-03-13"), []),
        (("--outlet", "courier"), ["second.txt"]),
    ],
)
def test_articles_are_filtered(claims: Run, two: Path, options: tuple[str, ...], found: list[str]) -> None:
    listed = json.loads(claims("articles", *options, "--json", "--ledger", two).out)
    assert [article["url_or_file"] for article in listed] == found


def test_what_is_said_of_an_article_stays_and_groups_follow(claims: Run, two: Path) -> None:
    (undated,) = json.loads(claims("articles", "--undated", "--json", "--ledger", two).out)
    done = claims(
        "articles", "set", undated["id"][:6], "--date", "2026-03-12", "--outlet", "Gazette", "--ledger", two
    )
    assert done.code == 0
    assert "Gazette, 2026-03-12" in done.out
    members = json.loads(claims("groups", "--json", "--ledger", two).out)
    assert {m["first_seen"] for m in members} == {"2026-03-12"}
    assert claims("reextract", "--ledger", two).code == 0
    assert json.loads(claims("articles", "--undated", "--json", "--ledger", two).out) == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("articles", "set", "first"), "nothing is said"),
        (("articles", "set", "first", "--outlet", " "), "nothing is said"),
        (("articles", "set", "third", "--outlet", "Gazette"), "no article in the ledger"),
        (("add", "seeds", "--title", "All of them"), "--title is for one article"),
        (("verdict", "ffff", "correct", "--reviewer", "Ana"), "no such id"),
    ],
)
def test_what_cannot_be_said_is_one_line(
    claims: Run, two: Path, arguments: tuple[str, ...], said: str
) -> None:
    done = claims(*arguments, "--ledger", two)
    assert (done.code, done.out) == (2, "")
    assert said in done.err
    assert done.err.count("\n") == 1


def test_one_verdict_is_given_once_and_refused_by_the_rules_of_the_sheet(claims: Run, two: Path) -> None:
    (claim,) = json.loads(claims("search", "--outlet", "courier", "--json", "--ledger", two).out)
    given = (
        "verdict",
        claim["id"][:8],
        "correct",
        "--truth",
        "false",
        "--note",
        "not in May",
        "--reviewer",
        "Ana",
    )
    assert "correct; false; not in May" in claims(*given, "--ledger", two).out
    assert "on record already" in claims(*given, "--ledger", two).out
    (verdict,) = json.loads(claims("verdicts", "--json", "--ledger", two).out)
    assert (verdict["reviewer"], verdict["verdict_truth"], verdict["note"]) == ("Ana", "false", "not in May")
    for wrong, said in (
        (("correct",), "--reviewer"),
        (("correct", "--truth", "perhaps", "--reviewer", "Ana"), "perhaps"),
        (("--reviewer", "Ana"), "no verdict"),
    ):
        done = claims("verdict", claim["id"], *wrong, "--ledger", two)
        assert done.code == 2
        assert said in done.err


def test_a_right_speaker_is_decided_with_the_verdict(claims: Run, two: Path) -> None:
    (claim,) = json.loads(claims("search", "--outlet", "courier", "--json", "--ledger", two).out)
    wrong = ("verdict", claim["id"], "wrong speaker", "--speaker", "Oren Tass", "--reviewer", "Ana")
    assert claims(*wrong, "--ledger", two).code == 0
    (after,) = json.loads(claims("search", "--outlet", "courier", "--json", "--ledger", two).out)
    assert after["speaker"] == "Oren Tass"
    assert claims("undo", 1, "--ledger", two).code == 0


def test_claims_are_found_by_article_day_group_and_verdict(claims: Run, two: Path) -> None:
    def found(*options: str) -> list[str]:
        listed = json.loads(claims("search", *options, "--json", "--ledger", two).out)
        return [claim["url_or_file"] for claim in listed]

    dated, undated = json.loads(claims("articles", "--json", "--ledger", two).out)
    (group,) = {member["group"] for member in json.loads(claims("groups", "--json", "--ledger", two).out)}
    assert found("--article", dated["id"]) == found("--article", "bridge to open") == ["second.txt"]
    assert found("--until", "2026-03-14") == ["second.txt"]
    assert found("--group", group[:6]) == ["first.txt", "second.txt"]
    assert (
        "1 article without a date left out" in claims("search", "--since", "2026-03-14", "--ledger", two).err
    )
    claims(
        "verdict",
        json.loads(claims("search", "--json", "--ledger", two).out)[0]["id"],
        "correct",
        "--reviewer",
        "Ana",
        "--ledger",
        two,
    )
    assert found("--unreviewed") == ["second.txt"]
    assert found("--disputed") == []
    everything = json.loads(claims("search", "--json", "--ledger", two).out)
    assert {claim["article_id"] for claim in everything} == {dated["id"], undated["id"]}
    assert len({claim["speaker_id"] for claim in everything}) == 1
    refused = claims("search", "--group", "ffff", "--ledger", two)
    assert (refused.code, refused.out) == (2, "")
