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


@pytest.mark.parametrize(
    "name", ["Pham Thi Kieu Oanh", "Min Thu Zaw Htay", "Adaeze Ngozi Obi Eze", "Thulani Sipho Dube Khoza"]
)
def test_a_first_name_that_no_list_has_is_no_title(name: str) -> None:
    text = f"The roads were closed. {name} said that the rain would stop. The mayor agreed, and {name} left."
    assert {claim.speaker_name for claim in extract(from_text(text, key="rain.txt"))} == {name}


@pytest.mark.parametrize(
    ("called", "name"),
    [
        ("Alhaji Musa Bello", "Musa Bello"),
        ("Hajiya Aisha Lawal", "Aisha Lawal"),
        ("Otunba Segun Ade", "Segun Ade"),
        ("Datuk Lim Wei", "Lim Wei"),
        ("Shri Anil Mehta", "Anil Mehta"),
        ("Smt Lata Rao", "Lata Rao"),
        ("Daw Mya Thein", "Mya Thein"),
        ("Comrade Nell Pryor", "Nell Pryor"),
        ("Engr. Bello Musa", "Bello Musa"),
        ("Barrister Ngozi Obi", "Ngozi Obi"),
        ("Pastor Kofi Mensah", "Kofi Mensah"),
        ("Evangelist Kofi Mensah", "Kofi Mensah"),
        ("Archdeacon Ian Moss", "Ian Moss"),
        ("Apostle John Mensah", "John Mensah"),
        ("Wing Commander Nell Pryor", "Nell Pryor"),
        ("Advocate Thuli Ndlovu", "Thuli Ndlovu"),
        ("DSP Anna Keller", "Anna Keller"),
        ("Tan Sri Lim Kok Heng", "Lim Kok Heng"),
        ("Puan Sri Norhayati Ismail", "Norhayati Ismail"),
        ("Toh Puan Rosmah Idris", "Rosmah Idris"),
        ("Tan Wei Ming", "Tan Wei Ming"),
        ("Frau Anna Keller", "Anna Keller"),
        ("Herr Tom Keller", "Tom Keller"),
        ("Madame Rosa Diallo", "Rosa Diallo"),
        ("Mzee Rajesh Pillai", "Rajesh Pillai"),
        ("Mwalimu Amina Juma", "Amina Juma"),
        ("Igwe Emeka Obi", "Emeka Obi"),
        ("Khun Somchai Rattana", "Somchai Rattana"),
        ("Matron Ruth Banda", "Ruth Banda"),
    ],
)
def test_a_form_of_address_is_no_part_of_the_name(called: str, name: str) -> None:
    surname = name.rsplit(maxsplit=1)[-1]
    text = f"The roads were closed. {called} said that the rain would stop. {surname} asked people to wait."
    found = extract(from_text(text, key="rain.txt"))
    assert [claim.speaker_name for claim in found] == [name] * 2
