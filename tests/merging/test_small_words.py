"""Small words that make another assertion: particles, "almost", "only", "all but", "if", ranks, multiples."""

import pytest

from claims.merging import compare
from tests.merging.merging_samples import claim


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the guild called the feast at the mill", "the guild called off the feast at the mill"),
        ("the abbot turned down the new bell ringer", "the abbot turned up the new bell ringer"),
        ("the brewers put off the launch of the barge", "the brewers put up the launch of the barge"),
        ("the council almost banned the slate roofs", "the council banned the slate roofs"),
        ("the barge nearly sank off the weir", "the barge sank off the weir"),
        ("the salve rarely burns the skin of calves", "the salve burns the skin of calves"),
        ("the thaw barely slowed the sledges", "the thaw slowed the sledges"),
        ("the ferry carries only calves in winter", "the ferry carries calves in winter"),
        ("all but two of the beekeepers were found", "two of the beekeepers were found"),
        ("everyone but the miller signed the letter", "the miller signed the letter"),
        ("all the villages but Orle have wells", "all the villages have wells"),
        ("the smithy will close if the bridge is barred", "the smithy will close unless the bridge is barred"),
        ("both sides signed the charter of the mill", "one side signed the charter of the mill"),
        ("it is the second deepest well in the province", "it is the deepest well in the province"),
        ("the second phase of the dig began in May", "the third phase of the dig began in May"),
        ("the price of tallow doubled in a year", "the price of tallow tripled in a year"),
        ("the flood damaged the abbey wall", "the flood destroyed the abbey wall"),
        ("the fair at Orle has been postponed", "the fair at Orle has been cancelled"),
        ("the ointment is safe for toddlers", "the ointment is safe for adults"),
        ("the bells rang during the wedding", "the bells rang after the wedding"),
    ],
)  # fmt: skip
def test_a_small_word_makes_another_assertion(one: str, other: str) -> None:
    assert compare(claim(one), claim(other)).relation != "same"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the guild called the feast at the mill off", "the guild called off the feast at the mill"),
        ("the brewers sold off the old barge", "the brewers sold the old barge"),
        ("the council almost banned the slate roofs", "the council nearly banned the slate roofs"),
        ("the price of tallow almost doubled", "the price of tallow nearly doubled"),
        ("the salve rarely burns the skin of calves", "the salve seldom burns the skin of calves"),
        ("all but two of the beekeepers were found", "all except two of the beekeepers were found"),
        ("the ferry sails only if the wind drops", "the ferry sails if the wind drops"),
        ("if the wind drops the ferry will sail", "the ferry will sail if the wind drops"),
        ("both sides signed the charter of the mill", "the two sides signed the charter of the mill"),
        ("the plane came down beside the weir", "the aircraft came down beside the weir"),
        ("three planes were hit by hail", "three aircraft were hit by hail"),
        ("the guild gained nothing and ended its strike at the mill", "the guild ended its strike at the mill"),
    ],
)  # fmt: skip
def test_small_words_that_say_the_same(one: str, other: str) -> None:
    assert compare(claim(one), claim(other)).relation == "same"


def test_what_leaves_others_out_may_be_true_beside_what_does_not() -> None:
    only = claim("the ferry carries only calves in winter")
    assert compare(only, claim("the ferry carries calves in winter")).relation == "different"
