"""Groups are replaced with the claims they are of; verdicts only ever grow in number."""

from datetime import date

import pytest

from claims.errors import ClaimsError
from claims.exporting.current_verdicts import latest_verdicts
from claims.ledger import Ledger
from claims.records import Group, Member, Tie, Verdict
from tests.ledger.ledger_samples import article, long_article

(_, FIRST), (_, SECOND) = BOTH = [long_article(1, sentences=3), long_article(2, sentences=3)]
PAIR = Group(
    "g-pair", (Member(SECOND[0], "the fullest wording"), Member(FIRST[2], "reworded, 96 % alike", 1))
)
ALONE = Group("g-alone", (Member(FIRST[0], "only report"),))


@pytest.fixture
def stocked(ledger: Ledger) -> Ledger:
    for whole, found in BOTH:
        ledger.add(whole, found)
    return ledger


def group(ledger: Ledger, *groups: Group) -> None:
    """Give each claim that has no unit yet one of its own, and store these groups for all claims."""
    with ledger.grouping_store() as store:
        fresh = store.ungrouped(100)
        store.keep({number: number for number in fresh}, fresh, [], [])
        known = store.claims_of(range(1, 100))
        store.regroup({number: claim for own in known.values() for number, claim in own.items()}, groups)


def test_groups_come_back_with_members_and_reasons_in_order(stocked: Ledger, place: str) -> None:
    group(stocked, ALONE, PAIR)
    with Ledger.open(place) as again:
        assert again.groups() == [PAIR, ALONE]
        assert again.groups()[0].independent == 2
        assert again.group_ids(c.id for c in [*FIRST, *SECOND]) == {
            SECOND[0].id: "g-pair",
            FIRST[2].id: "g-pair",
            FIRST[0].id: "g-alone",
        }


def test_groups_of_the_same_claims_are_replaced_and_others_stay(stocked: Ledger) -> None:
    group(stocked, PAIR, ALONE)
    with stocked.grouping_store() as store:
        only = {
            n: c for own in store.claims_of(range(1, 100)).values() for n, c in own.items() if c == FIRST[0]
        }
        store.regroup(only, [])
    assert stocked.groups() == [PAIR]
    group(stocked)
    assert stocked.groups() == []
    assert stocked.group_ids(c.id for c in FIRST) == {}
    assert stocked.number_of_groups() == 0


def test_a_group_that_cannot_be_stored_leaves_the_old_ones(stocked: Ledger) -> None:
    group(stocked, PAIR)
    with pytest.raises(ClaimsError, match="lone surrogate"):
        group(stocked, Group("g", (Member(FIRST[0], "\ud800"),)))
    assert stocked.groups() == [PAIR]


def test_a_new_version_takes_its_articles_claims_out_of_their_groups(stocked: Ledger) -> None:
    group(stocked, PAIR, ALONE)
    stocked.add(article("Withdrawn.", key=SECOND[0].article.key), [])
    assert stocked.groups() == [ALONE]
    with stocked.grouping_store() as store:
        assert len(store.touched()) == 4  # the three that are superseded, and the other member of the pair
        assert store.ungrouped(100) == {}


def test_released_claims_are_grouped_again(stocked: Ledger) -> None:
    group(stocked, PAIR)
    stocked.release([FIRST[2].id])
    assert stocked.groups() == []
    with stocked.grouping_store() as store:
        assert list(store.ungrouped(100).values()) == [FIRST[2]]


def test_keys_and_ties_are_found_again(stocked: Ledger, place: str) -> None:
    tie = Tie(1, 2, "same", 0.9, "trimmed")
    other = Tie(2, 3, "conflict", 0.1, "14 against 41")
    with stocked.grouping_store() as store:
        fresh = store.ungrouped(100)
        store.keep({n: n for n in fresh}, fresh, [(-5, 1), (7, 1), (7, 2)], [tie, other])
    with Ledger.open(place) as again, again.grouping_store() as store:
        assert sorted(store.units_with([7, 8, -5])) == [(-5, 1), (7, 1), (7, 2)]
        assert set(store.ties_of([1])) == {tie}
        assert set(store.ties_of([2, 3])) == {tie, other}
        assert [t for t, *_ in again.conflicts()] == [other]


def test_a_unit_that_is_compared_anew_has_the_ties_found_then_and_no_others(stocked: Ledger) -> None:
    first, second = Tie(1, 2, "same", 0.9, "trimmed"), Tie(2, 3, "conflict", 0.1, "14 against 41")
    with stocked.grouping_store() as store:
        fresh = store.ungrouped(100)
        store.keep({n: n for n in fresh}, fresh, [], [first, second])
    anew = Tie(2, 4, "same", 0.8, "reworded")
    with stocked.grouping_store() as store:
        store.keep({}, [2], [], [anew])
        assert set(store.ties_of([1, 2, 3])) == {anew}
    with stocked.grouping_store() as store:
        assert set(store.ties_of([1, 2, 3])) == {anew}


def test_verdicts_are_a_history(stocked: Ledger, place: str) -> None:
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
    with Ledger.open(place) as again:
        assert again.verdicts() == [other, earlier, full, same_day]
        assert latest_verdicts(again.verdicts()) == {claim: same_day, SECOND[0].id: other}


def test_verdicts_are_recorded_all_or_none(stocked: Ledger) -> None:
    good = Verdict(FIRST[0].id, "iv", date(2031, 5, 2), "correct")
    with pytest.raises(ClaimsError, match="lone surrogate"):
        stocked.record(good, Verdict(FIRST[1].id, "iv", date(2031, 5, 2), note="\ud800"))
    assert stocked.verdicts() == []


def test_verdicts_outlive_versions_and_unknown_claims(stocked: Ledger) -> None:
    kept = [
        Verdict(FIRST[0].id, "iv", date(2031, 5, 2), "correct"),
        Verdict("0123456789ab", "iv", date(2031, 5, 3), "wrong words"),
    ]
    stocked.record(*kept)
    stocked.add(article("Withdrawn.", key=FIRST[0].article.key), [])
    assert stocked.verdicts() == kept
