"""Names, titles and offices of many countries: the person in full, and whom an office or nationality means."""

import pytest

from claims.extraction import extract
from claims.reading import from_text


def speakers(text: str) -> list[str | None]:
    """The speakers of a text's claims in the order of the text."""
    found = extract(from_text(text, key="world.txt"))
    return [c.speaker_name for c in sorted(found, key=lambda c: c.content[0].start)]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Cllr", "Eirlys Probert"),
        ("Taoiseach", "Donnacha Ó Murchú"),
        ("Tánaiste and Minister for Finance", "Muireann Ní Dhomhnaill"),
        ("Plaid councillor", "Iolo ap Dafydd"),
        ("Rev Canon", "Judith Amble"),
        ("Datuk Seri", "Norazlina Hamzah"),
        ("Senate President Pro Tempore", "Corazon Almeda"),
        ("federal prosecutor", "Antônio do Amaral"),
    ],
)
def test_a_title_is_no_part_of_a_name_and_a_particle_is(title: str, name: str) -> None:
    text = (
        f"The roof of the school leaks. {title} {name} said on Friday that the roof would be mended by May."
    )
    assert speakers(text) == [name]


@pytest.mark.parametrize(
    ("he", "she"),
    [
        ("Íñigo Larrañaga", "Agnès Morvan"),
        ("Željko Perić", "Šárka Nováková"),
        ("László Szűcs", "Gülşen Aydın"),
    ],
)
def test_accents_hide_no_first_name(he: str, she: str) -> None:
    text = (
        f"{he} and {she} own the mill together. The mill burned on Sunday.\n\n"
        "“It was the wiring,” she said.\n\n“It was the stove,” he said."
    )
    assert speakers(text) == [she, he]


@pytest.mark.parametrize(
    ("office", "called"),
    [
        ("District Chief Executive", "DCE"),
        ("Inspector General of Police", "IGP"),
        ("Attorney General", "AG"),
        ("Treasury CS", "CS"),
    ],
)
def test_the_letters_of_an_office_are_its_only_holder(office: str, called: str) -> None:
    text = (
        f"{office} Kwadwo Asante Nyarko said on Monday that the road was safe.\n\n"
        f"The {called} said the bridge would be closed for a week."
    )
    assert set(speakers(text)) == {"Kwadwo Asante Nyarko"}


@pytest.mark.parametrize(
    ("office", "called"),
    [
        ("Commissioner of Police", "CP"),
        ("Director of Public Prosecutions", "DPP"),
        ("Chief of Defence Staff", "CDS"),
        ("Superintendent of Police", "SP"),
        ("Leader of the Opposition", "LO"),
        ("Minister of State for Health", "MOS"),
    ],
)
def test_the_letters_of_an_office_are_also_those_of_what_it_is_of(office: str, called: str) -> None:
    text = (
        f"The {office}, Tunde Bakare, said three men were questioned in Opolo on Tuesday.\n\n"
        f'Residents had complained for weeks. "We will look into all of it," the {called} said.'
    )
    assert set(speakers(text)) == {"Tunde Bakare"}


@pytest.mark.parametrize("people", ["Belarusian", "Tunisian", "Czech", "Ghanaian"])
def test_a_nationality_is_a_person_of_the_article(people: str) -> None:
    text = (
        f"{people} Daria Holub won on Thursday.\n\n“The wind helped me,” the {people} said after the match."
    )
    assert speakers(text) == ["Daria Holub"]


@pytest.mark.parametrize("body", ["Downing Street", "Human Rights Monitor", "Fair Rail Alliance"])
def test_a_body_keeps_its_first_word_at_the_beginning_of_a_sentence(body: str) -> None:
    text = f"The canal is closed. {body} said on Friday that the repairs would take two months."
    assert speakers(text) == [body]


@pytest.mark.parametrize(
    ("led", "name"),
    [
        ("Luxury group Castellane", "Castellane"),
        ("Pension giant Fjordpen", "Fjordpen"),
        ("Campaign group Save the Heath", "Save the Heath"),
    ],
)
def test_what_a_noun_for_a_body_leads_to_is_one(led: str, name: str) -> None:
    text = (
        f"{led} said on Monday that its members would vote in March.\n\nIt also said that it would not sell."
    )
    assert set(speakers(text)) == {name}


def test_an_age_belongs_to_the_name_behind_it_in_its_sentence() -> None:
    text = (
        "Keeper Unai Larrea, 31, saved two penalties on Sunday.\n\n“I guessed,” the 31-year-old said.\n\n"
        "Mamadou Sylla scored for the guests."
    )
    assert speakers(text) == ["Unai Larrea"]


def test_a_headline_written_like_a_sentence_gives_the_name_in_full() -> None:
    text = "A talk with Matilde Fagerli, who runs the northernmost bakery\n\nFagerli said that the flour came by ship."
    assert speakers(text) == ["Matilde Fagerli"]
