"""What is so no longer, beside what has stopped and what goes on."""

import pytest

from claims.merging import compare
from tests.merging.merging_samples import claim


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "the port would no longer pay for the dredging of the channel",
            "the port would stop paying for the dredging of the channel",
        ),
        (
            "the clinic no longer treats patients from outside the county",
            "the clinic has ceased to treat patients from outside the county",
        ),
        (
            "the army no longer trains recruits under 18",
            "the army has ended the training of recruits under 18",
        ),
        (
            "the drought in the northern provinces is over",
            "the northern provinces are no longer in drought",
        ),
        ("she does not work for the mayor anymore", "she no longer works for the mayor"),
        (
            "the time for patience with the rebels is over and the army must act",
            "the army could not be patient with the rebels any longer and had to act",
        ),
        ("the era of cheap water in the valley is over", "the valley can no longer have cheap water"),
        (
            "the mill's days of dumping ash in the river are over",
            "the mill cannot dump ash in the river anymore",
        ),
        (
            "the pilots could not see the runway lights on the island",
            "the pilots did not see the runway lights on the island",
        ),
    ],
)
def test_no_longer_is_to_have_stopped(one: str, other: str) -> None:
    assert compare(claim(one), claim(other)).relation == "same"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "the port would no longer pay for the dredging of the channel",
            "the port would pay for the dredging of the channel",
        ),
        (
            "the ferry no longer runs between Norholm and Karsk",
            "the ferry runs between Norholm and Karsk over the weekend",
        ),
        ("she no longer works for the mayor of Harrow", "she still works for the mayor of Harrow"),
        (
            "the drought in the northern provinces is over",
            "the drought in the northern provinces is not over",
        ),
        ("the bank could tolerate late payments", "the bank could not tolerate late payments"),
        (
            "the bank stopped lending to coal mines in the valley",
            "the bank has not stopped lending to coal mines in the valley",
        ),
    ],
)
def test_no_longer_contradicts_what_goes_on(one: str, other: str) -> None:
    assert compare(claim(one), claim(other)).relation == "conflict"


def test_might_not_leaves_open_what_did_not_happen() -> None:
    one = claim("the ferry might not sail on Friday because of the storm")
    assert compare(one, claim("the ferry did not sail on Friday because of the storm")).relation != "same"
