"""Whether a name is a body's or a person's: what the article says beside it decides, not how the name sounds."""

import pytest

from claims.extraction import extract
from claims.reading import from_text


def _type(text: str) -> set[str | None]:
    """What the speakers of a text are."""
    return {
        claim.speaker.type if claim.speaker else None for claim in extract(from_text(text, key="news.txt"))
    }


@pytest.mark.parametrize(
    "text",
    [
        "The retailer Halden Marsh, which has 40 shops, cut prices. Halden Marsh said that its sales fell.",
        "Carmaker Vela Rossa closed a plant. Vela Rossa said it would hire again in spring.",
        "Investment bank Marlow Stanton forecast slower growth. Marlow Stanton said that exports would recover.",
        "Brewer Tolmark said it would close its plant. Tolmark, which employs 3,000 people, said it had no choice.",
        "The newspaper Nya Dagen reported that two ministers had met. Nya Dagen said that it had seen letters.",
        "The insurer Orsen Vale, which has a million customers, paid. Orsen Vale said that its funds were sound.",
    ],
)
def test_a_company_that_sounds_like_a_person_is_a_body(text: str) -> None:
    assert _type(text) == {"organisation"}


@pytest.mark.parametrize(
    "text",
    [
        "Singer Alma Brandt, who lives in Oslo, fell ill. Alma Brandt said that she would rest.",
        "Baker Marta Lund, 54, closed her shop. Marta Lund said that flour was dear.",
        "Norwin Pate landed the plane. Norwin Pate said that both engines had stopped.",
        "Sergei Korvan, who owns two banks, left the country. Korvan said it was too early to come back.",
        "Moussa Abdou grows millet near Zinder. Abdou said it had not rained, and that its price had doubled.",
        "Tilda Marsh runs the bank. Marsh said that it would lend more. It was late, Marsh said.",
    ],
)
def test_a_person_stays_one_whatever_is_told_of_things(text: str) -> None:
    assert _type(text) == {"person"}


@pytest.mark.parametrize(
    ("said_by", "name"),
    [
        ("Airline Oryx", "Oryx"),
        ("Brokerage Halden Foods", "Halden Foods"),
        ("Miner Nordvik", "Nordvik"),
        ("Startup Kestrel", "Kestrel"),
        ("Watchdog Lumen", "Lumen"),
        ("Charity Harrow Trust", "Harrow Trust"),
        ("Conglomerate Tarn", "Tarn"),
        ("Consultancy Brandt Lind", "Brandt Lind"),
        ("Newspaper Kurir", "Kurir"),
        ("Charity Commission", "Charity Commission"),
        ("Newspaper Guild", "Newspaper Guild"),
        ("Airline Pilots Association", "Airline Pilots Association"),
    ],
)
def test_what_a_body_is_stands_before_its_name_and_is_no_part_of_it(said_by: str, name: str) -> None:
    text = f"Prices rose again on Monday. {said_by} said it would raise wages by March."
    assert [claim.speaker_name for claim in extract(from_text(text, key="wages.txt"))] == [name]
