"""What somebody does, said before the name with a capital: no part of the name, but the role."""

import pytest

from claims.extraction import extract
from claims.reading import from_text


@pytest.mark.parametrize(
    "occupation",
    [
        "Hydrologist",
        "Beekeeper",
        "Virologist",
        "Carpenter",
        "Hotelier",
        "Midwife",
        "Economist",
        "Restaurateur",
    ],
)
@pytest.mark.parametrize("name", ["Orla Fenwick", "Ahmed al-Rashid", "Kwame Boateng", "Park Ji-won"])
def test_what_somebody_does_is_no_part_of_the_name(occupation: str, name: str) -> None:
    text = (
        f"Two streets were closed. {occupation} {name} said that the river had risen by 2 metres in a night."
    )
    (claim,) = extract(from_text(text, key="river.txt"))
    assert claim.speaker is not None
    assert (claim.speaker.name, claim.speaker.role) == (name, occupation)
