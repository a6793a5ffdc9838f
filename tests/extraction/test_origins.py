"""Somebody of a country, and somebody of a body: "the Frenchman", "promoter Jane Roe of Big Drum Events"."""

import pytest

from claims.extraction import extract
from claims.reading import from_text
from tests.extraction.coref_samples import names


@pytest.mark.parametrize(("word", "name"), [("Frenchman", "Luc Perrault"), ("Dutchwoman", "Anke Visser")])
def test_somebody_of_a_country_is_a_person_and_no_name(word: str, name: str) -> None:
    text = (
        f"The phone company took over its rival in the autumn. {word} {name} left in May. “I left ninety million in "
        f"the till,” the {word} said by telephone."
    )
    assert {claim.speaker_name for claim in extract(from_text(text, key="till.txt"))} == {name}


@pytest.mark.parametrize("body", ["Big Drum Events", "Red Kite Records", "Blue Harbour Films"])
def test_whose_somebody_is_stays_whole_behind_of(body: str) -> None:
    marked = (
        f"[Promoter Kojo Antwi of {body}] said the money had been sent. [{body.rpartition(' ')[0]}] said fans would "
        "be paid."
    )
    assert names(marked) == ["Kojo Antwi", body]
