import pytest
from hypothesis import given

from claims.text.canonical import canonical
from claims.text.negation import bare_stem, contrary, signed_stems
from claims.text.polarity import attitude, own_attitude
from tests.text_samples import texts


def attitude_of(cue: str, content: str) -> str:
    words = canonical(content)
    return attitude(canonical(cue), words, own_attitude(words))


def disagreement(one: tuple[str, str], other: tuple[str, str]) -> float:
    return contrary(*(signed_stems(canonical(cue), canonical(content)) for cue, content in (one, other)))


@pytest.mark.parametrize(
    ("cue", "content", "expected"),
    [
        ("said", "the mill burned", "asserts"),
        ("refused to say", "whether the mill burned", "negates"),
        ("refused to say", "whether she supports the dam", "negates"),
        ("called for", "a new dam", "wants"),
        ("called on", "the mayor to resign", "wants"),
        ("promised", "to finish the dam", "wants"),
        ("called on", "members to oppose the dam", "opposes"),
        ("vowed", "not to oppose the dam", "wants"),
        ("called", "the dam a farce", "asserts"),
        ("said", "she would indeed support the dam", "favours"),
        ("said", "she was not ready to support the dam", "opposes"),
        ("suggested", "that the dam was old", "asserts"),
        ("suggested", "building a dam", "wants"),
        ("endorsed", "the dam", "favours"),
        ("has yet to endorse", "the dam", "opposes"),
        ("failed to denounce", "the dam", "favours"),
        ("pressed her attack", "that the dam is unsafe", "asserts"),
        ("blamed", "the council", "opposes"),
    ],
)
def test_what_a_claim_does_with_its_content(cue: str, content: str, expected: str) -> None:
    assert attitude_of(cue, content) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("called for", "a ban on grazing by the river"), ("said", "not to allow grazing by the river")),
        (("said", "she is unqualified"), ("said", "she is not qualified")),
        (("declined", "to affirm her support"), ("refused", "to affirm her support")),
        (("said", "not only the mill but the dam is safe"), ("said", "the mill and the dam are safe")),
    ],
)
def test_the_same_in_other_negations(one: tuple[str, str], other: tuple[str, str]) -> None:
    assert disagreement(one, other) == 0


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("said", "the mill is insured"), ("said", "the mill is not insured")),
        (("said", "the mill is insured"), ("said", "the mill is uninsured")),
        (("said", "the river is safe"), ("denied", "the river is safe")),
    ],
)
def test_yes_and_no(one: tuple[str, str], other: tuple[str, str]) -> None:
    assert disagreement(one, other) >= 0.5


def test_words_in_un_that_negate_nothing() -> None:
    assert bare_stem("union") == "union"
    assert bare_stem("unqualif") == "qualif"


WORDS = texts("the mill dam river is not never no only ban deny unsafe safe but and without unit")


@given(WORDS, WORDS)
def test_contrariness_is_a_share_and_symmetric(a: str, b: str) -> None:
    share = disagreement(("said", a), ("denied", b))
    assert 0 <= share <= 1
    assert share == disagreement(("denied", b), ("said", a))
    assert disagreement(("said", a), ("said", a)) == 0
