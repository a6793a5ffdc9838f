"""Two names with "and" between them: two who say it together, or the name of one body."""

import pytest

from claims.extraction import extract
from claims.reading import from_text


def speakers(text: str) -> set[str]:
    """Who speaks in a text, several together joined by "; "."""
    return {claim.speaker_name for claim in extract(from_text(text, key="news.txt"))}


@pytest.mark.parametrize(
    "name",
    [
        "Rutland and Melton Borough Council",
        "Wexford and Waterford Health Authority",
        "Norfolk and Suffolk Police",
        "Turks and Caicos",
        "Sao Tome and Principe",
        "Newfoundland and Labrador",
    ],
)
def test_and_is_inside_the_name_of_one_body_or_land(name: str) -> None:
    assert speakers(f"{name} said the road would be closed.") == {name}


@pytest.mark.parametrize(
    "name",
    [
        "Fisheries and Forests Agency",
        "Harbours and Rivers Authority",
        "Vehicles and Drivers Directorate",
        "Food, Drink and Tobacco Workers' Union",
    ],
)
def test_and_is_inside_the_name_of_a_body_with_an_article(name: str) -> None:
    assert speakers(f"The {name} said the road would be closed.") == {name}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Medair", "Oxfam"),
        ("Siemens", "Bosch"),
        ("Human Rights Watch", "Amnesty International"),
        ("Sussex Police", "Network Rail"),
        ("Verdi", "Cobas"),
        ("Kenya", "Uganda"),
    ],
)
def test_two_bodies_are_not_welded_into_one(one: str, other: str) -> None:
    assert speakers(f"{one} and {other} said the road would be closed.") == {f"{one}; {other}"}


def test_what_stands_elsewhere_as_a_body_is_no_part_of_a_name() -> None:
    text = "Nokia and Microsoft said they would work together. Nokia said that it would pay."
    assert speakers(text) == {"Nokia; Microsoft", "Nokia"}
