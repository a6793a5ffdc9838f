from dataclasses import replace
from datetime import date

import pytest

from claims.merging import find_conflicts
from claims.records import Claim
from tests.merging.merging_samples import claim

KILLED = "that 14 people were killed when the old wall broke in the night"
SPRING = "that the old wall on the river will be rebuilt before the spring"


@pytest.mark.parametrize(
    ("one", "other", "differs"),
    [
        (claim(KILLED), claim(KILLED.replace("14", "41")), "14"),
        (claim(SPRING), claim(SPRING.replace("will be", "will not be")), "negat"),
    ],
)
def test_another_figure_and_the_contrary_stand_side_by_side(one: Claim, other: Claim, differs: str) -> None:
    (conflict,) = find_conflicts([one, other])
    assert {conflict.first, conflict.second} == {one, other}
    assert differs in conflict.differs


def test_one_article_does_not_contradict_itself() -> None:
    first = claim(KILLED, key="https://one.example/a")
    second = claim(KILLED.replace("14", "41"), key="https://one.example/a")
    assert find_conflicts([first, second]) == []


def test_another_assertion_is_no_conflict() -> None:
    assert find_conflicts([claim(KILLED), claim(SPRING), claim(KILLED)]) == []


def test_two_groups_in_conflict_give_one_pair_with_the_earliest_of_each() -> None:
    days = [date(2031, 5, n) for n in range(1, 7)]
    fewer = [claim(KILLED, published=day) for day in days[:3]]
    more = [claim(KILLED.replace("14", "41"), published=day) for day in days[3:]]
    (conflict,) = find_conflicts([*reversed(more), *fewer])
    assert (conflict.first, conflict.second) == (fewer[0], more[0])
    assert find_conflicts([*more, *fewer]) == [conflict]


def test_a_figure_that_is_only_less_exact_is_no_conflict() -> None:
    about = replace(claim(KILLED.replace("14", "about 15")))
    assert find_conflicts([claim(KILLED), about]) == []


def test_a_later_figure_of_one_speaker_is_a_development() -> None:
    noon, evening = (
        claim(KILLED, published=date(2031, 5, 1)),
        claim(KILLED.replace("14", "15"), published=date(2031, 5, 2)),
    )
    (conflict,) = find_conflicts([evening, noon])
    assert (conflict.first, conflict.second) == (noon, evening)
    assert conflict.differs == "development from 2031-05-01 to 2031-05-02, figure: 14 / 15"


def test_a_development_has_its_figures_in_the_order_of_the_days() -> None:
    noon = claim(KILLED.replace("14", "15"), published=date(2031, 5, 1))
    evening = claim(KILLED.replace("14", "12"), published=date(2031, 5, 2))
    (conflict,) = find_conflicts([evening, noon])
    assert conflict.differs == "development from 2031-05-01 to 2031-05-02, figure: 15 / 12"


def test_two_figures_of_one_day_or_of_unknown_days_are_no_development() -> None:
    day = date(2031, 5, 1)
    for days in ((day, day), (None, day), (None, None)):
        claims = [claim(KILLED, published=days[0]), claim(KILLED.replace("14", "15"), published=days[1])]
        assert [c.differs for c in find_conflicts(claims)] == ["figure: 14 / 15"]


def test_a_contrary_on_a_later_day_is_no_development() -> None:
    said = claim(SPRING, published=date(2031, 5, 1))
    denied = claim(SPRING.replace("will be", "will not be"), published=date(2031, 5, 2))
    (conflict,) = find_conflicts([said, denied])
    assert not conflict.differs.startswith("development")
