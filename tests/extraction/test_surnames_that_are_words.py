"""A surname that is a word, too, at the beginning of a sentence: it is the person's who has it in the article."""

import pytest

from claims.extraction import extract
from claims.reading import from_text


@pytest.mark.parametrize(
    "surname", ["Price", "Banks", "Cook", "Rice", "Law", "Woods", "Green", "Field", "Cash", "Bush"]
)
@pytest.mark.parametrize("first", ["Rep. Anna", "Anna"])
def test_a_surname_that_begins_a_sentence_is_a_name(first: str, surname: str) -> None:
    text = (
        "The price of rice and cash for the law of the woods, the green field and banks rose, as did a cook and a "
        f"bush. {first} {surname} said that it was late. {surname} said that the bill would pass. {surname}, who has "
        "a farm, denied it."
    )
    found = extract(from_text(text, key="farm.txt"))
    assert [claim.speaker_name for claim in found] == [f"Anna {surname}"] * 3


def test_what_people_are_called_together_is_nobodys_surname() -> None:
    text = "Virginia Police searched the farm. The police of the town helped. Police said that nothing was found."
    (claim,) = extract(from_text(text, key="farm.txt"))
    assert claim.mention_text == "Police"
    assert claim.speaker is not None
    assert claim.speaker.type != "person"
