import pytest

from claims.text.canonical import canonical
from claims.text.polarity import opposed, polarity


def clash(*claims: tuple[str, str]) -> bool:
    one, other = (polarity(canonical(content), canonical(cue), "neutral") for cue, content in claims)
    assert (opposed(one, other) is None) == (opposed(other, one) is None)
    return opposed(one, other) is not None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("said", "she will attend the fair"), ("said", "she will not attend the fair")),
        (("said", "there is evidence of arson"), ("said", "there is no evidence of arson")),
        (("said", "she took the money"), ("denied", "that she took the money")),
        (("defended", "the new dam"), ("denounced", "the new dam")),
        (("endorsed", "the new dam"), ("has yet to endorse", "the new dam")),
        (("said", "she supports and endorses the plan"), ("rejected", "the plan")),
        (("said", "the permit is legal"), ("said", "the permit is illegal")),
        (("said", "the herd has increased"), ("said", "the herd has shrunk")),
        (("said", "the court never approved the permit"), ("said", "the court approved the permit")),
    ],
)
def test_yes_and_no_clash(one: tuple[str, str], other: tuple[str, str]) -> None:
    assert clash(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("said", "she won't attend the fair"), ("said", "she will not be attending the fair")),
        (("said", "she did not take the money"), ("denied", "that she took the money")),
        (("said", "she is unqualified"), ("said", "she is not qualified")),
        (("said", "not only the dam but the mill is safe"), ("said", "the dam and the mill are safe")),
        (("rejected", "the plan"), ("said", "critics support the plan")),
        (("criticised", "the plan without naming the mayor"), ("did not mention", "the plan")),
        (("failed to denounce", "the plan"), ("supported", "the plan")),
        (("refused to back", "the plan"), ("opposed", "the plan")),
        (("said", "no doubt the mill is safe"), ("said", "the mill is safe")),
        (("said", "she won the vote"), ("said", "she won the vote and others lost their seats")),
    ],
)
def test_the_same_stand_in_other_words_does_not(one: tuple[str, str], other: tuple[str, str]) -> None:
    assert not clash(one, other)
