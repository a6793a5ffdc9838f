import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from merging_samples import claim, texts

from claims.merging import compare

FLOOD = (
    "“The water came over the old wall in less than ten minutes, and nobody had told us to leave our homes,”"
)

NEGLECTED = "that the council had neglected the wall for years"


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        (FLOOD, FLOOD.replace("“", "''").replace("”", "''").upper(), "the same words"),
        (FLOOD, "“nobody had told us to leave our homes”", "trimmed from the fuller quotation"),
        (NEGLECTED, "that the council neglected the wall for many years", "reworded"),
        ("that fourteen barns burned down near the mill", "14 barns burned down near the mill", "the same words"),
        ("about 20 families lost their homes in Oakmere", "19 families lost their homes in Oakmere", "reworded"),
        ("the harbour programme was cancelled", "the harbor program was canceled", "the same words"),
    ],
)  # fmt: skip
def test_one_assertion(one: str, other: str, reason: str) -> None:
    found = compare(claim(one), claim(other))
    assert found.relation == "same"
    assert found.probability >= 0.5
    assert found.reasons[0].startswith(reason)


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("that 14 people were killed by the flood", "that 41 people were killed by the flood", "14 against 41"),
        ("that the flood killed 14 and injured 41", "that the flood killed 41 and injured 14", "14 against 41"),
        ("that the repairs cost $3 million", "that the repairs cost €3 million", "$3 million against €3 million"),
        ("the wall will be rebuilt", "the wall will not be rebuilt", "only one of them is negated"),
    ],
)  # fmt: skip
def test_another_figure_or_polarity_is_a_conflict(one: str, other: str, reason: str) -> None:
    found = compare(claim(one), claim(other))
    assert found.relation == "conflict"
    assert found.probability < 0.5
    assert reason in found.reasons


def test_the_cue_counts() -> None:
    told = claim("that he had taken money from the dam fund", cue="said")
    assert (
        compare(told, claim("that he had taken money from the dam fund", cue="denied")).relation == "conflict"
    )
    defended = claim("the sale of the old mill to the council", cue="defended")
    assert (
        compare(defended, claim("the sale of the old mill to the council", cue="denounced")).relation
        == "conflict"
    )
    stated = claim("the sale of the old mill to the council", cue="announced")
    assert (
        compare(stated, claim("the sale of the old mill to the council", cue="criticised")).relation
        == "different"
    )


def test_a_short_content_hangs_on_its_cue() -> None:
    one = claim("the town council", cue="accused")
    assert compare(one, claim("the town council", cue="thanked")).relation == "different"
    assert (
        compare(claim("the attack", cue="condemned"), claim("the attack", cue="condemned")).relation
        == "different"
    )


def test_what_is_embedded_is_not_asserted() -> None:
    ban = claim("a ban on grazing along the river Oake", cue="proposed")
    critics = claim(
        "that critics condemn a ban on grazing along the river Oake as unworkable and cruel to farmers"
    )
    assert compare(ban, critics).relation == "different"


def test_speakers() -> None:
    assert (
        compare(claim(NEGLECTED, speaker="Mara Ellison"), claim(NEGLECTED, speaker="Ellison")).relation
        == "same"
    )
    assert (
        compare(claim(NEGLECTED, speaker="Mara Ellison"), claim(NEGLECTED, speaker="Tomas Quill")).relation
        == "different"
    )
    residents = [
        claim(NEGLECTED, speaker=None, mention=m) for m in ("two residents", "Two residents", "an official")
    ]
    assert compare(residents[0], residents[1]).relation == "same"
    assert compare(residents[0], residents[2]).relation == "different"


def test_an_unresolved_speaker_needs_nearly_the_same_words() -> None:
    he = {"speaker": None, "mention": "he"}
    assert compare(claim(FLOOD), claim(FLOOD, **he)).relation == "same"
    assert compare(claim(FLOOD, **he), claim(FLOOD, **he)).relation == "same"
    reworded = "that for years nobody on the council cared for the wall they had neglected"
    assert (
        compare(claim("that the council had neglected the wall for years"), claim(reworded, **he)).relation
        == "different"
    )


SIDES = st.builds(
    claim,
    texts(
        "the wall flood killed 14 41 about not council never neglected “nobody” safe unsafe $3 million",
        min_size=1,
    ),
    speaker=st.sampled_from(["Mara Ellison", "Ellison", "Tomas Quill", None]),
    mention=st.sampled_from(["he", "officials"]),
    cue=st.sampled_from(["said", "denied", "defended", "denounced"]),
)


@settings(deadline=None)
@given(SIDES, SIDES)
def test_the_order_of_the_sides_makes_no_difference(a, b) -> None:
    one, other = compare(a, b), compare(b, a)
    assert (one.probability, one.relation, one.wording) == (other.probability, other.relation, other.wording)
    assert 0 <= one.probability <= 1
    assert (one.relation == "same") == (one.probability >= 0.5)


@settings(deadline=None)
@given(SIDES)
def test_a_claim_is_not_in_conflict_with_itself(a) -> None:
    assert compare(a, a).relation != "conflict"
