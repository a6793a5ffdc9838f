"""Of what land, field or rank who is described is, who somebody new is, and where a name goes on or ends."""

import pytest

from tests.extraction.coref_samples import names


@pytest.mark.parametrize(
    ("introduced", "described"),
    [
        ("Peru's Energy Minister Ines Quiroga", "the Peruvian minister"),
        ("Ghana’s Trade Minister Ines Quiroga", "the Ghanaian minister"),
        ("Estonia's Prime Minister Ines Quiroga", "the Estonian premier"),
        ("South Korea's Finance Minister Ines Quiroga", "the South Korean minister"),
    ],
)
def test_a_title_behind_a_country_is_of_that_country(introduced: str, described: str) -> None:
    text = (
        f"[{introduced}] opened the fair. Brazil's Trade Minister Otto Brandt came late. “It is full,” [{described}] "
        "said."
    )
    assert names(text) == ["Ines Quiroga", "Ines Quiroga"]


@pytest.mark.parametrize(
    ("introduced", "described"),
    [
        ("Foreign Minister", "defence minister"),
        ("Mayor", "deputy mayor"),
        ("Health Secretary", "transport secretary"),
    ],
)
def test_an_office_of_another_field_or_rank_is_somebody_else_s(introduced: str, described: str) -> None:
    text = f"[{introduced} Lena Falk] met guests at the port. [The {described}] said the sea was calm."
    assert names(text) == ["Lena Falk", described]


def test_countries_with_and_in_their_names_are_one_each() -> None:
    text = "[Trinidad and Tobago's government] met. [The foreign minister of Antigua and Barbuda] said it was late."
    assert names(text) == ["Trinidad and Tobago's government", "foreign minister of Antigua and Barbuda"]


@pytest.mark.parametrize("noun", ["daily", "tabloid", "agency", "news agency"])
def test_the_noun_behind_a_name_says_what_it_is(noun: str) -> None:
    assert names(f"Lumen Telecom did not answer. [The Morgenruf {noun}] wrote that it was broke.") == [
        "Morgenruf"
    ]


def test_who_behind_a_party_s_people_means_these() -> None:
    text = "Governor Ann Leclerc met Senate Republicans, [who] said the bill was dead."
    assert names(text) == ["Senate Republicans"]


@pytest.mark.parametrize("noun", ["boy", "nurse", "man", "teacher", "lawyer"])
def test_whom_somebody_met_is_not_the_one_who_met_them(noun: str) -> None:
    text = f"[Otto Brandt] said he was sorry. In May he had hired a {noun} in Calden. [The {noun}] said he had fled."
    assert names(text) == ["Otto Brandt", noun]


@pytest.mark.parametrize("told", ["Otto Brandt became a judge.", "Otto Brandt, now a judge, came late."])
def test_what_somebody_is_said_to_be_is_that_person(told: str) -> None:
    assert names(f"{told} [The judge] said it was luck.") == ["Otto Brandt"]


@pytest.mark.parametrize("document", ["statement", "report", "letter"])
def test_what_several_said_in_a_document_is_all_of_theirs(document: str) -> None:
    text = f"[Tarvia and Vardania] said in a {document} that the border would open. [The {document}] named no day."
    assert names(text) == ["Tarvia; Vardania"] * 2


@pytest.mark.parametrize("noun", ["engineers", "Senators", "The firm's engineers"])
def test_a_plural_says_that_all_names_behind_it_speak(noun: str) -> None:
    assert names(f"“It was late,” [{noun} Hanna Vik, Otto Brandt and Ali Tamm] said.") == [
        "Hanna Vik; Otto Brandt; Ali Tamm"
    ]
