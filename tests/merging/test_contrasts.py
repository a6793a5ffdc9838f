from datetime import date

import pytest

from claims.merging import compare
from tests.merging.merging_samples import claim


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        (
            "the talks on grain will be held in Geneva next month",
            "the talks on grain will be held in Vienna next month",
            "other place: Geneva / Vienna",
        ),
        (
            "the highway near Soest was closed by a landslide",
            "the highway near Werl was closed by a landslide",
            "other name: Soest / Werl",
        ),
        (
            "Acme Steel sued Borg Chemicals over the patent",
            "Borg Chemicals sued Acme Steel over the patent",
            "who does it to whom",
        ),
        (
            "the vote on the dam was put off until Monday",
            "the vote on the dam was put off until Friday",
            "other time: Friday / Monday",
        ),
        (
            "the pipeline leaked for 12 kilometres along the coast",
            "the pipeline leaked for 12 miles along the coast",
            "other unit: kilometers / miles",
        ),
        (
            "the oil would cost 20 dollars a barrel by the winter",
            "the oil would cost 20 dollars a tonne by the winter",
            "other unit: barrel / tonne",
        ),
        (
            "the tram to the harbour will reopen this week",
            "the tram to the harbour will reopen next week",
            "other time: next week / this week",
        ),
        (
            "rents in the capital fell sharply last year",
            "rents in the capital fell sharply this year",
            "other time: last year / this year",
        ),
        (
            "all of the wells in the valley were tested for lead",
            "some of the wells in the valley were tested for lead",
            "other amount: all / some",
        ),
        (
            "rents in the capital rose 4 percent last year",
            "rents in the capital fell 4 percent last year",
            "opposite: they use opposite words",
        ),
        (
            "the ferry sank two miles north of the lighthouse",
            "the ferry sank two miles south of the lighthouse",
            "opposite words: north / south",
        ),
        (
            "the ministry will close the tunnel under the river",
            "the ministry will not close the tunnel under the river",
            "opposite: only one of them is negated",
        ),
        (
            "12 people were arrested after the football match",
            "21 people were arrested after the football match",
            "figure: 12 / 21",
        ),
        (
            "more than 48,210 homes have been lost to the flood",
            "at least 48,348 homes have been lost to the flood",
            "figure: over 48,210 / over 48,348",
        ),
    ],
)
def test_what_cannot_both_be_true_is_a_conflict(one: str, other: str, reason: str) -> None:
    for found in (compare(claim(one), claim(other)), compare(claim(other), claim(one))):
        assert found.relation == "conflict"
        assert any(said.startswith(reason) for said in found.reasons)


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        (
            "the bank will sell its branches in the north of the country",
            "the bank may sell its branches in the north of the country",
            "how certain: may / will",
        ),
        (
            "the sailors have been freed after long talks with the owners",
            "the sailors are to be freed after long talks with the owners",
            "how certain",
        ),
        (
            "the convoy carried forty tanks across the border on Monday",
            "the convoy carried forty blankets across the border on Monday",
            "other words: blankets / tanks",
        ),
        (
            "the fire was a result of talks with the owners of the mill",
            "the fire was a result of a raid on the owners of the mill",
            "other words: raid / talks",
        ),
        (
            "the council wants to repair the old bridge over the river",
            "the council wants to paint the old bridge over the river",
            "other words: paint / repair",
        ),
        (
            "rents in the capital fell to 4 percent of wages in March",
            "rents in the capital fell by 4 percent of wages in March",
            "opposite words: by / to",
        ),
        (
            "the ban on night fishing would last until 2027",
            "the ban on night fishing would last from 2027",
            "opposite words: from / until",
        ),
        (
            "imports of grain from Norholm fell in the autumn",
            "imports of grain to Norholm fell in the autumn",
            "opposite words: from / to",
        ),
        (
            "the soldiers had entered the valley at dawn",
            "the soldiers had tried to enter the valley at dawn",
            "how certain: had / tried",
        ),
        (
            "the soldiers had entered the valley at dawn",
            "the soldiers had been told to enter the valley at dawn",
            "how certain: had / told",
        ),
        (
            "the owners had sold the old mill",
            "the owners had agreed to sell the old mill",
            "how certain: agreed / had",
        ),
    ],
)
def test_what_may_both_be_true_stays_apart(one: str, other: str, reason: str) -> None:
    found = compare(claim(one), claim(other))
    assert found.relation == "different"
    assert any(said.startswith(reason) for said in found.reasons)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "“We have never sold a single weapon to the rebels,”",
            "''We have never sold a single weapon to the rebels,''",
        ),
        ("five barns near the mill burned down", "5 barns near the mill burned down"),
        ("rents in the capital fell by up to 4 percent", "rents in the capital fell by 4 percent"),
        ("rents in the capital fell 4 percent in March", "rents in the capital fell by 4 percent in March"),
        ("she moved from Norholm to Soest in May", "she moved to Soest from Norholm in May"),
        ("the soldiers tried to enter the valley", "the soldiers were trying to enter the valley"),
        (
            "the tram will run from January along the river",
            "that the tram would run from January along the river",
        ),
        ("the council rejected the plan for the dam", "the plan for the dam was rejected by the council"),
        ("tanks will be sent to Kyiv by spring", "tanks will be sent to Kiev by spring"),
        ("the explosion at the mill killed three workers", "the blast at the mill killed three workers"),
        ("all employees of the port will be paid by Friday", "all staff of the port will be paid by Friday"),
        (
            "the sailors were freed by the owners of the ship",
            "the sailors were released by the owners of the ship",
        ),
        (
            "more than 48,000 homes have been lost to the flood",
            "over 48,230 homes have been lost to the flood",
        ),
    ],
)
def test_another_way_of_saying_it_is_the_same(one: str, other: str) -> None:
    assert compare(claim(one), claim(other)).relation == "same"


def test_a_statement_that_was_not_made_is_none() -> None:
    said = claim("whether the mill had been sold to the council")
    declined = claim("whether the mill had been sold to the council", cue="declined to say")
    assert compare(said, declined).relation == "different"


def test_what_is_only_weighed_is_not_pledged() -> None:
    pledged = claim("to deliver forty tanks to the border", cue="has pledged")
    assert (
        compare(pledged, claim("to deliver forty tanks to the border", cue="is weighing")).relation
        == "different"
    )
    assert compare(pledged, claim("to deliver forty tanks to the border", cue="promised")).relation == "same"


def test_what_was_counted_over_other_periods_is_no_conflict() -> None:
    week = claim("that shells had killed 91 people in the town in the past six days")
    spring = claim("that shells had killed 155 people in the town since April 22")
    assert compare(week, spring).relation == "different"
    days = claim("that shells had killed 155 people in the town in the past week")
    assert compare(week, days).relation == "conflict"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "the guild won't lift the strike at the port unless the owners pay two weeks of wages",
            "the guild will lift the strike at the port only if the owners pay two weeks of wages",
        ),
        (
            "there can be no repair of the bridge until the province pays its share",
            "there can be a repair of the bridge once the province pays its share",
        ),
    ],
)
def test_a_condition_told_by_a_negation_is_no_opposite(one: str, other: str) -> None:
    found = compare(claim(one), claim(other))
    assert found.relation == "same"
    assert not any("negated" in reason for reason in found.reasons)


@pytest.mark.parametrize(
    ("one", "day", "other", "other_day", "relation"),
    [
        (
            "the tram will reopen next week",
            date(2025, 5, 2),
            "the tram will reopen this week",
            date(2025, 5, 5),
            "same",
        ),
        (
            "the tram reopened last year",
            date(2026, 1, 2),
            "the tram reopened this year",
            date(2025, 12, 30),
            "same",
        ),
        (
            "the tram will reopen next week",
            date(2025, 5, 5),
            "the tram will reopen this week",
            date(2025, 5, 6),
            "conflict",
        ),
        (
            "the tram reopened last month",
            date(2025, 6, 1),
            "the tram reopened this month",
            date(2025, 6, 2),
            "conflict",
        ),
    ],
)
def test_weeks_and_years_are_those_of_the_article(
    one: str, day: date, other: str, other_day: date, relation: str
) -> None:
    found = compare(claim(one, published=day), claim(other, published=other_day))
    assert found.relation == relation
