from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.merging import compare
from claims.merging.comparing import compare_profiles
from claims.merging.profiles import Profile
from claims.records import Claim
from tests.merging.merging_samples import claim
from tests.text_samples import texts

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
        ("that 14 people were killed by the flood", "that 41 people were killed by the flood", "figure: 14 / 41"),
        ("that the flood killed 14 and injured 41", "that the flood killed 41 and injured 14", "figure: 14 / 41"),
        ("that the repairs cost $3 million", "that the repairs cost €3 million", "figure: $3 million / €3 million"),
        ("the wall will be rebuilt", "the wall will not be rebuilt", "opposite: only one of them is negated"),
        ("repairs had reached $60,000", "repairs fell short of $60,000", "figure: over $60,000 / up to $60,000"),
    ],
)  # fmt: skip
def test_another_figure_or_polarity_is_a_conflict(one: str, other: str, reason: str) -> None:
    found = compare(claim(one), claim(other))
    assert found.relation == "conflict"
    assert found.probability < 0.5
    assert reason in found.reasons


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("neither the mayor nor I will sign the lease", "the mayor and I will both sign the lease"),
        ("of the two guards at the dam only one was hurt", "the two guards at the dam were both hurt"),
        ("none of the barns in the valley burned down", "all of the barns in the valley burned down"),
        ("every house on the street lost its roof", "only two houses on the street lost their roofs"),
        ("only three of the wells are clean", "each of the wells is clean"),
        ("both ferries will sail this winter", "neither of the ferries will sail this winter"),
    ],
)  # fmt: skip
def test_all_and_not_all_are_two_assertions(one: str, other: str) -> None:
    found = compare(claim(one), claim(other))
    assert found.relation != "same"
    assert any(said.startswith("other amount") for said in found.reasons)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("all of the barns in the valley burned down", "the barns in the valley all burned down"),
        ("both bridges in the town are only open to walkers", "the two bridges in the town are only open to walkers"),
        ("only the mill was rebuilt with all of the money", "only the mill was rebuilt with the money"),
    ],
)  # fmt: skip
def test_the_same_amount_elsewhere_is_one_assertion(one: str, other: str) -> None:
    assert compare(claim(one), claim(other)).relation == "same"


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


def test_the_same_plan_in_other_verbs() -> None:
    ban = claim("a ban on grazing along the river Oake", cue="called for")
    assert compare(ban, claim("to ban grazing along the river Oake", cue="vowed")).relation == "same"
    assert compare(ban, claim("not allowing grazing along the river Oake", cue="proposed")).relation == "same"
    assert compare(ban, claim("a ban on grazing along the river Oake", cue="rejected")).relation == "conflict"


def test_who_quotes_somebody_does_not_say_it() -> None:
    quoting = claim(FLOOD.replace("“", "“As Ellison put it, "), speaker="Tomas Quill")
    found = compare(claim(FLOOD), quoting)
    assert found.relation == "different"
    assert "other speaker: Mara Ellison / Tomas Quill" in found.reasons


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


def test_one_quotation_given_to_two_persons_is_a_conflict() -> None:
    slip = FLOOD.replace("ten minutes", "ten minute")
    found = compare(claim(FLOOD), claim(slip, speaker="Tomas Quill"))
    assert found.relation == "conflict"
    assert "other speaker: Mara Ellison / Tomas Quill" in found.reasons
    for other in (
        claim(
            FLOOD.strip("“”"), speaker="Tomas Quill"
        ),  # the same view in the same words may be a coincidence
        claim("“nobody had told us”", speaker="Tomas Quill"),
        claim(FLOOD, speaker="Oakmere Council", type_="organisation"),
        claim(FLOOD, speaker=None, mention="he"),
    ):
        assert compare(claim(FLOOD), other).relation != "conflict"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "she called the wall “a heap of wet sand” and the mayor a coward",
            "the wall was “a heap of wet sand”",
        ),
        (
            "“I have [never] seen such ... a heap of wet sand,” “and I build walls”",
            "“such a heap of wet sand”",
        ),
        ("“We were told: ‘Stay in your homes,’ and we stayed,”", "''We were told, \"Stay in your homes\"''"),
        (
            "the repairs, “a farce from the first day,” cost money",
            "the repairs were “a farce from the first day”",
        ),
    ],
)
def test_pieces_of_one_quotation(one: str, other: str) -> None:
    assert compare(claim(one), claim(other)).relation == "same"


def test_quotations_about_one_thing() -> None:
    one = claim("“If the wall is not rebuilt, the wall will take the mill with it,”")
    other = claim("“Nobody in town can say what the wall has cost, and nobody asks about the wall”")
    assert compare(one, other).relation == "different"


def test_figures_of_other_things_are_no_conflict() -> None:
    houses = claim("that 14 houses near the mill had been flooded since the wall gave way in the spring")
    assert (
        compare(houses, claim("that a mill worker was owed 41 days of pay by the wall's owner")).relation
        == "different"
    )
    one = claim(
        "support of 31 percent of voters for the dam",
        speaker="Oake River Poll",
        type_="document",
        cue="showed",
    )
    other = claim(
        "27 percent of voters in the hills would support a dam", speaker="Hill Farmers Poll", type_="unnamed"
    )
    assert compare(one, other).relation == "different"


def test_words_written_together_or_apart() -> None:
    one = claim("that super delegates had decided the vote on the old mill")
    assert compare(one, claim("superdelegates decided the vote on the old mill")).probability > 0.85


def test_an_unresolved_speaker_needs_nearly_the_same_words() -> None:
    he = partial(claim, speaker=None, mention="he")
    assert compare(claim(FLOOD), he(FLOOD)).relation == "same"
    assert compare(he(FLOOD), he(FLOOD)).relation == "same"
    reworded = "that for years nobody on the council cared for the wall they had neglected"
    assert (
        compare(claim("that the council had neglected the wall for years"), he(reworded)).relation
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


@given(SIDES, SIDES)
def test_the_order_of_the_sides_makes_no_difference(a: Claim, b: Claim) -> None:
    one = compare(a, b)
    assert one == compare(b, a)
    assert 0 <= one.probability <= 1
    assert (one.relation == "same") == (one.probability >= 0.5)


@given(SIDES)
def test_a_claim_is_the_same_as_itself(a: Claim) -> None:
    assert compare(a, a).relation == "same"


@given(st.lists(st.tuples(SIDES, SIDES), max_size=5))
def test_many_are_compared_as_each_alone(pairs: list[tuple[Claim, Claim]]) -> None:
    sides = [(Profile.of(a), Profile.of(b)) for a, b in pairs]
    together = compare_profiles([a for a, _ in sides], [b for _, b in sides])
    assert together == [compare(a, b) for a, b in pairs]
