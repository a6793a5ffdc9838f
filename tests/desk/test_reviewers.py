"""Several people at one ledger: who they are, and what becomes of what they differ in."""

import sqlite3
from datetime import date
from pathlib import Path

import pytest

from claims import desk
from claims.errors import ClaimsError
from claims.exporting import disputes, latest_verdicts
from claims.ledger import Ledger


@pytest.fixture(scope="module")
def stocked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("desk") / "claims.db"
    with Ledger.open(path, create=True) as ledger:
        desk.add(ledger, "seeds/ostermere-courier-1.md")
    return path


@pytest.fixture
def claim(ledger: Ledger) -> str:
    """A claim on which Ana and Bo differ in the truth, and agree in the attribution."""
    id_ = ledger.claims()[0].id
    desk.give_verdict(ledger, id_, attribution="correct", truth="true", reviewer="Ana", evidence="the log")
    desk.give_verdict(ledger, id_, attribution="correct", truth="false", reviewer="Bo")
    return id_


def test_a_token_opens_the_desk_for_its_reviewer_until_it_is_taken_back(ledger: Ledger) -> None:
    ana, bo = desk.add_reviewer(ledger, "Ana"), desk.add_reviewer(ledger, " Bo  Lund ")
    assert ana.token != bo.token
    assert desk.reviewer_with_token(ledger, ana.token) == "Ana"
    assert desk.reviewer_with_token(ledger, bo.token) == "Bo Lund"
    assert desk.reviewer_with_token(ledger, ana.token + "x") is None
    assert desk.remove_reviewer(ledger, "ana") == "Ana"
    assert desk.reviewer_with_token(ledger, ana.token) is None
    assert desk.reviewer_with_token(ledger, bo.token) == "Bo Lund"


@pytest.mark.parametrize("ledger", ["sqlite"], indirect=True)
def test_the_ledger_does_not_hold_a_token(ledger: Ledger) -> None:
    made = desk.add_reviewer(ledger, "Ana")
    ledger.close()
    with sqlite3.connect(ledger.name) as plain:
        plain.execute("VACUUM")
    plain.close()
    assert made.token.encode() not in Path(ledger.name).read_bytes()
    assert made.token not in repr(made)


def test_who_has_a_token_gets_no_second_one_and_can_have_a_new_one(ledger: Ledger) -> None:
    first = desk.add_reviewer(ledger, "Ana")
    with pytest.raises(ClaimsError, match="Ana has a token already"):
        desk.add_reviewer(ledger, "ANA")
    desk.remove_reviewer(ledger, "Ana")
    assert desk.add_reviewer(ledger, "Ana").token != first.token


@pytest.mark.parametrize("name", ["", "  ", "a" * 101, "A\x1bna"])
def test_what_is_no_name_is_refused(ledger: Ledger, name: str) -> None:
    with pytest.raises(ClaimsError, match="give a name of at most 100 characters"):
        desk.add_reviewer(ledger, name)
    with pytest.raises(ClaimsError, match="no reviewer 'Cy' has a token"):
        desk.remove_reviewer(ledger, "Cy")


def test_who_gave_verdicts_in_sheets_is_the_same_reviewer_with_a_token(ledger: Ledger, claim: str) -> None:
    assert claim
    assert desk.add_reviewer(ledger, "ana").name == "Ana"
    listed = [(one.name, one.verdicts, one.made is not None) for one in ledger.list_reviewers()]
    assert listed == [("Ana", 1, True), ("Bo", 1, False)]
    desk.remove_reviewer(ledger, "Ana")
    assert [(one.name, one.verdicts) for one in ledger.list_reviewers()] == [("Ana", 1), ("Bo", 1)]


def test_the_verdicts_of_both_are_kept_and_the_claim_is_disputed_until_they_agree(
    ledger: Ledger, claim: str
) -> None:
    assert disputes(desk.verdicts(ledger)) == {claim: "disputed: Ana, correct, true; Bo, correct, false"}
    desk.give_verdict(ledger, claim, attribution="correct", truth="true", reviewer="Bo")
    assert disputes(desk.verdicts(ledger)) == {}
    assert [(v.reviewer, v.truth) for v in desk.verdicts(ledger)] == [
        ("Ana", "true"),
        ("Bo", "false"),
        ("Bo", "true"),
    ]


@pytest.mark.parametrize("by", ["Chief", "Ana", "Bo"])
def test_a_verdict_that_settles_counts_and_ends_the_dispute(ledger: Ledger, claim: str, by: str) -> None:
    found = desk.give_verdict(ledger, claim, truth="true", reviewer=by, settle=True)
    assert found.disputed == ()
    given = desk.verdicts(ledger)
    assert len(given) == 3
    assert disputes(given) == {}
    counts = latest_verdicts(given)[claim]
    assert (counts.reviewer, counts.attribution, counts.truth, counts.settles) == (
        by,
        "correct",
        "true",
        True,
    )


def test_a_settled_claim_can_be_disputed_again(ledger: Ledger, claim: str) -> None:
    desk.give_verdict(ledger, claim, truth="true", reviewer="Chief", settle=True)
    found = desk.give_verdict(ledger, claim, attribution="correct", truth="mixed", reviewer="Bo")
    assert found.disputed == (claim,)
    assert disputes(desk.verdicts(ledger)) == {claim: "disputed: Chief, correct, true; Bo, correct, mixed"}


def test_there_must_be_a_dispute_and_a_verdict_to_settle_it(ledger: Ledger, claim: str) -> None:
    with pytest.raises(ClaimsError, match="say what holds"):
        desk.give_verdict(ledger, claim, note="talked it over", reviewer="Chief", settle=True)
    other = ledger.claims()[1].id
    with pytest.raises(ClaimsError, match="there is nothing to settle"):
        desk.give_verdict(ledger, other, truth="true", reviewer="Chief", settle=True)
    assert len(desk.verdicts(ledger)) == 2


def test_a_settled_dispute_stays_settled_in_a_later_version_of_the_article(
    ledger: Ledger, claim: str
) -> None:
    desk.give_verdict(ledger, claim, truth="true", reviewer="Chief", settle=True)
    desk.add(ledger, "seeds/ostermere-courier-2.md")
    assert disputes(desk.verdicts(ledger)) == {}
    assert next(v.settles for v in desk.verdicts(ledger) if v.reviewer == "Chief")


def test_a_sheet_that_comes_back_leaves_a_settled_claim_settled(
    ledger: Ledger, claim: str, tmp_path: Path
) -> None:
    desk.give_verdict(ledger, claim, truth="true", reviewer="Chief", settle=True, decided=date(2026, 4, 1))
    sheet = tmp_path / "sheet.xlsx"
    desk.export(ledger.claims(), sheet, ledger=ledger)
    before = desk.verdicts(ledger)
    found = desk.review(ledger, sheet)
    assert (found.given, found.unchanged) == ((), 1)
    assert desk.verdicts(ledger) == before


@pytest.mark.parametrize("by", ["Chief", "Ana"])
def test_who_takes_a_settling_verdict_back_opens_the_dispute_again(
    ledger: Ledger, claim: str, by: str
) -> None:
    before = disputes(desk.verdicts(ledger))
    desk.give_verdict(ledger, claim, truth="true", reviewer=by, settle=True)
    assert disputes(desk.verdicts(ledger)) == {}
    desk.take_back(ledger, claim, reviewer=by)
    after = disputes(desk.verdicts(ledger))
    assert after.keys() == before.keys()
    assert all(name in after[claim] for name in ("Ana, correct, true", "Bo, correct, false"))
