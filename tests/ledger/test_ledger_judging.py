"""Groups are replaced as a whole; verdicts only ever grow in number."""

from datetime import date
from pathlib import Path

import pytest
from ledger_samples import article, by_name, long_article

from claims.errors import ClaimsError
from claims.ledger import Ledger
from claims.records import Group, Member, Verdict

(_, FIRST), (_, SECOND) = BOTH = [long_article(1, sentences=3), long_article(2, sentences=3)]
PAIR = Group(
    "g-pair", (Member(SECOND[0], "fullest wording"), Member(FIRST[2], "same speaker, 96 % of the words"))
)
ALONE = Group("g-alone", (Member(FIRST[0], "only report"),))


@pytest.fixture
def stocked(ledger: Ledger) -> Ledger:
    for whole, found in BOTH:
        ledger.add(whole, found, speaker_key=by_name)
    return ledger


def test_groups_come_back_with_members_and_reasons_in_order(stocked: Ledger, path: Path):
    stocked.replace_groups([PAIR, ALONE])
    with Ledger.open(path) as again:
        assert again.groups() == [PAIR, ALONE]
        assert again.group_ids() == {SECOND[0].id: "g-pair", FIRST[2].id: "g-pair", FIRST[0].id: "g-alone"}


def test_groups_are_replaced_as_a_whole(stocked: Ledger):
    stocked.replace_groups([PAIR, ALONE])
    stocked.replace_groups([ALONE])
    assert stocked.groups() == [ALONE]
    stocked.replace_groups([])
    assert stocked.groups() == []
    assert stocked.group_ids() == {}


def test_a_group_that_cannot_be_stored_leaves_the_old_ones(stocked: Ledger):
    stocked.replace_groups([PAIR])
    stranger = long_article(3)[1][0]
    with pytest.raises(ClaimsError, match=f"{stranger.id}.*not in the ledger"):
        stocked.replace_groups([ALONE, Group("g", (Member(stranger, ""),))])
    for defect in ([ALONE, ALONE], [Group("g", ())], [PAIR, Group("g", PAIR.members)]):
        with pytest.raises(ValueError, match="group"):
            stocked.replace_groups(defect)
    with pytest.raises(ClaimsError, match="lone surrogate"):
        stocked.replace_groups([Group("g", (Member(FIRST[0], "\ud800"),))])
    assert stocked.groups() == [PAIR]


def test_verdicts_are_a_history(stocked: Ledger, path: Path):
    claim = FIRST[0].id
    full = Verdict(
        claim, "iv", date(2031, 5, 2), "correct", "mostly false", "https://gauge.example", "level 2 m"
    )
    earlier = Verdict(claim, "ph", date(2031, 5, 1), "wrong speaker")
    same_day = Verdict(claim, "ph", date(2031, 5, 2), truth="unverifiable")
    other = Verdict(SECOND[0].id, "ph", date(2031, 4, 1), attribution="not a claim")
    stocked.record(full)
    stocked.record(earlier, same_day, other)
    stocked.record()
    with Ledger.open(path) as again:
        assert again.verdicts() == [other, earlier, full, same_day]
        assert again.latest_verdicts() == {claim: same_day, SECOND[0].id: other}


def test_verdicts_are_recorded_all_or_none(stocked: Ledger):
    good = Verdict(FIRST[0].id, "iv", date(2031, 5, 2), "correct")
    with pytest.raises(ClaimsError, match="lone surrogate"):
        stocked.record(good, Verdict(FIRST[1].id, "iv", date(2031, 5, 2), note="\ud800"))
    assert stocked.verdicts() == []


def test_verdicts_outlive_versions_and_unknown_claims(stocked: Ledger):
    kept = [
        Verdict(FIRST[0].id, "iv", date(2031, 5, 2), "correct"),
        Verdict("0123456789ab", "iv", date(2031, 5, 3), "wrong words"),
    ]
    stocked.record(*kept)
    stocked.add(article("Withdrawn.", key=FIRST[0].article.key), [], speaker_key=by_name)
    stocked.replace_groups([])
    assert stocked.verdicts() == kept
