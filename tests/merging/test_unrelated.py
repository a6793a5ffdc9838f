"""Of two speakers whose names have nothing in common only figures and quotations are compared, and no more is lost."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.merging import find_conflicts
from claims.merging.comparing import compare
from claims.merging.unrelated import DAYS_APART, worth_comparing
from claims.records import Claim
from tests.merging.merging_samples import claim
from tests.properties import examples

SPEAKERS = (
    "Mara Ellison",
    "Mara Quill",
    "Ellison",
    "the Ellison campaign",
    "Otto Brandt",
    "O. Brandt",
    "Ines Aas",
)
CONTENTS = (
    "that 14 people were killed when the old wall broke in the night",
    "that 41 people were killed when the old wall broke in the night",
    "that 41 people were killed when the old wall of Varnholm broke in the night",
    "that 12 people were killed when the old wall of Keldby broke in the night",
    "that the old wall will be rebuilt before next winter",
    "that the old wall will not be rebuilt before next winter",
    '"Nobody had told us to leave our homes before the water came over the wall"',
    '"Nobody had told us to leave our homes before the water came over the wall", and more',
)
FIRST = date(2031, 5, 1)


def pair(one: Claim, other: Claim) -> bool:
    return bool(worth_comparing([one, other], np.array([0]), np.array([1]))[0])


CLAIMS = st.builds(
    lambda who, what, day: claim(
        what, speaker=who, published=None if day is None else FIRST + timedelta(days=day)
    ),
    st.sampled_from(SPEAKERS),
    st.sampled_from(CONTENTS),
    st.sampled_from([None, 0, 3, 400]),
)


@examples(80)
@given(st.lists(CLAIMS, min_size=2, max_size=6))
def test_what_is_not_compared_is_never_the_same_and_in_conflict_only_far_apart_or_elsewhere(
    claims: list[Claim],
) -> None:
    one, other = map(np.array, zip(*combinations(range(len(claims)), 2), strict=True))
    for a, b, kept in zip(one, other, worth_comparing(claims, one, other), strict=True):
        if kept:
            continue
        found = compare(claims[a], claims[b])
        assert found.relation != "same"
        if found.relation == "conflict":
            days = [claims[k].article.published for k in (a, b)]
            apart = None not in days and abs((days[0] - days[1]).days) > DAYS_APART
            places = [{"Varnholm", "Keldby"} & set(claims[k].content_text.split()) for k in (a, b)]
            assert apart or (places[0] and places[1] and places[0] != places[1])


@pytest.mark.parametrize(
    ("what", "speaker", "other"),
    [
        (CONTENTS[0], "Mara Ellison", "Mara Ellison"),
        (CONTENTS[4], "Mara Ellison", "the Ellison campaign"),
        (CONTENTS[4], "Kadyrov", "Kadirow"),
        (CONTENTS[0], "Mara Ellison", "Otto Brandt"),
        (CONTENTS[6], "Mara Ellison", "Otto Brandt"),
    ],
)
def test_what_may_have_to_do_with_each_other_is_compared(what: str, speaker: str, other: str) -> None:
    assert pair(claim(what, speaker=speaker), claim(what, speaker=other))


def test_nobody_known_may_be_anybody() -> None:
    unknown = replace(claim(CONTENTS[4]), speaker=None)
    assert pair(unknown, claim(CONTENTS[4], speaker="Otto Brandt"))


def test_a_formula_of_unrelated_speakers_is_not_compared() -> None:
    assert not pair(claim(CONTENTS[4], speaker="Mara Ellison"), claim(CONTENTS[4], speaker="Otto Brandt"))
    assert not pair(claim(CONTENTS[2], speaker="Mara Ellison"), claim(CONTENTS[3], speaker="Otto Brandt"))


def test_two_officials_are_in_conflict_over_a_figure_of_these_days() -> None:
    police = claim(CONTENTS[0], speaker="Mara Ellison", published=FIRST)
    soon, late = (
        claim(CONTENTS[1], speaker="Otto Brandt", published=FIRST + timedelta(days=days)) for days in (2, 200)
    )
    assert len(find_conflicts([police, soon])) == 1
    assert find_conflicts([police, late]) == []
