"""Things with two names, of which neither is made of the other's letters: "Obamacare", "the Affordable Care Act"."""

import pytest

from claims.merging import compare
from tests.merging.merging_samples import claim


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Obamacare had cut the number of people without a doctor",
            "the Affordable Care Act had cut the number of people without a doctor",
        ),
        (
            "the Affordable Care Act (ACA) will be kept by the new Senate",
            "the new Senate will keep Obamacare",
        ),
        (
            "fighters of the Islamic State burned two villages on Sunday",
            "Daesh fighters burned two villages on Sunday",
        ),
        (
            "the Pentagon would send 200 trainers to the valley",
            "the Defense Department would send 200 trainers to the valley",
        ),
        ("Tories want the ferry subsidy to go", "the Conservatives want the ferry subsidy to go"),
    ],
)
def test_two_names_of_one_thing_are_one(one: str, other: str) -> None:
    assert compare(claim(one), claim(other)).relation == "same"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "ISIS had lost the oil fields east of the river",
            "the Taliban had lost the oil fields east of the river",
        ),
        (
            "the Pentagon would send 200 trainers to the valley",
            "the State Department would send 200 trainers to the valley",
        ),
        (
            "the GOP would lose the suburbs over the tax on tea",
            "the Democratic Party would lose the suburbs over the tax on tea",
        ),
    ],
)
def test_names_of_two_things_are_two(one: str, other: str) -> None:
    assert compare(claim(one), claim(other)).relation == "conflict"
