import json
import re
from pathlib import Path

from claims import desk as at_desk
from claims.ledger import Ledger
from tests.cli.running import Run


def test_a_token_is_shown_once_and_opens_the_desk(claims: Run, tmp_path: Path) -> None:
    ledger = tmp_path / "claims.db"
    done = claims("reviewers", "add", "Ana", "--ledger", ledger)
    assert done.code == 0
    token = done.out.strip()
    assert re.fullmatch(r"[\w-]{43}", token)
    with Ledger.open(ledger) as opened:
        assert at_desk.reviewer_with_token(opened, token) == "Ana"
    assert token not in claims("reviewers", "--ledger", ledger).out
    assert token not in claims("reviewers", "--json", "--ledger", ledger).out


def test_reviewers_are_listed_added_and_removed(claims: Run, tmp_path: Path) -> None:
    ledger = tmp_path / "claims.db"
    (tmp_path / "a.txt").write_text("Mayor Ada Vale said that the bridge was closed.", "utf-8")
    claims("add", tmp_path / "a.txt", "--ledger", ledger)
    (claim,) = json.loads(claims("search", "bridge", "--json", "--ledger", ledger).out)
    claims("verdict", claim["id"], "correct", "--reviewer", "Bo", "--ledger", ledger)
    claims("reviewers", "add", "Ana", "--ledger", ledger)
    listed = json.loads(claims("reviewers", "--json", "--ledger", ledger).out)
    assert [(one["reviewer"], one["token"], one["verdicts"]) for one in listed] == [
        ("Ana", True, 0),
        ("Bo", False, 1),
    ]
    again = claims("reviewers", "add", "ana", "--ledger", ledger)
    assert (again.code, again.out) == (2, "")
    assert again.err.startswith("claims: Ana has a token already")
    assert claims("reviewers", "remove", "Ana", "--ledger", ledger).code == 0
    gone = claims("reviewers", "remove", "Ana", "--ledger", ledger)
    assert (gone.code, gone.err) == (
        2,
        "claims: no reviewer 'Ana' has a token: `claims reviewers` lists them\n",
    )


def test_a_dispute_is_settled_by_a_verdict(claims: Run, tmp_path: Path) -> None:
    ledger = tmp_path / "claims.db"
    (tmp_path / "a.txt").write_text("Mayor Ada Vale said that the bridge was closed.", "utf-8")
    claims("add", tmp_path / "a.txt", "--ledger", ledger)
    (claim,) = json.loads(claims("search", "bridge", "--json", "--ledger", ledger).out)
    for reviewer, truth in (("Ana", "true"), ("Bo", "false")):
        claims(
            "verdict", claim["id"], "correct", "--truth", truth, "--reviewer", reviewer, "--ledger", ledger
        )
    assert len(json.loads(claims("verdicts", "--disputed", "--json", "--ledger", ledger).out)) == 2
    done = claims(
        "verdict", claim["id"], "--truth", "true", "--settle", "--reviewer", "Cy", "--ledger", ledger
    )
    assert done.out == f"{claim['id']}: correct; true; settles the dispute, by Cy\n"
    assert json.loads(claims("verdicts", "--disputed", "--json", "--ledger", ledger).out) == []
    assert len(json.loads(claims("verdicts", "--json", "--ledger", ledger).out)) == 3
    refused = claims(
        "verdict", claim["id"], "--truth", "true", "--settle", "--reviewer", "Cy", "--ledger", ledger
    )
    assert (refused.code, refused.out) == (2, "")
    assert "there is nothing to settle" in refused.err
