"""What articles show beside a name joins speakers and keeps them apart: roles, places, companies, dates and topics."""

import pytest

from claims.extraction.surroundings import ArticleSurroundings
from claims.linking import link
from claims.reading import from_text
from claims.records import Appearance, Speaker, SpeakerType
from tests.linking.linking_samples import numbered


def seen(
    id_: str,
    name: str,
    text: str,
    role: str | None = None,
    *,
    type_: SpeakerType = "person",
    mention: str = "",
) -> Appearance:
    """An appearance in an article of its own, with what the article shows beside it."""
    article = from_text(text, key=f"article of {id_}")
    beside = ArticleSurroundings.of(article).beside(Speaker(name, type_, role), [mention or name])
    return Appearance(id_, article.key, name, type_, role, 0, (1,), beside)


def are_one(one: Appearance, other: Appearance) -> bool:
    return len(link(numbered([one, other]))) == 1


def body(id_: str, name: str, text: str, mention: str = "") -> Appearance:
    return seen(id_, name, text, type_="unnamed" if name.islower() else "organisation", mention=mention)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (("Ostrian Harbour Board", "x"), ("Ostrian Harbor Board", "x"), True),
        (("Kenyan health ministry", "x"), ("Kenya's Ministry of Health", "x"), True),
        (("Kenyan health ministry", "x"), ("Ugandan health ministry", "x"), False),
        (("Health Ministry", "NAIROBI - The Health Ministry met."), ("Kenya's health ministry", "x"), True),
        (("Health Ministry", "KAMPALA - The Health Ministry met."), ("Kenya's health ministry", "x"), False),
        (("Supreme Court", "DELHI - The court sat."), ("Supreme Court", "LAGOS - The court sat."), False),
        (("Marseille police", "x"), ("police", "MARSEILLE, France - Two were held, police said."), True),
        (("Marseille police", "x"), ("police", "LEEDS, England - Two were held, police said."), False),
        (("IAEA", "x"), ("International Atomic Energy Agency", "x"), True),
        (("NBC", "x"), ("Northern Bay Council", "x"), False),
        (("QFC", "x"), ("Quarry Fisheries Council", "The Quarry Fisheries Council (QFC) met."), True),
        (("Aid groups", "x"), ("Aid groups", "x"), False),
        (("Residents", "x"), ("Residents", "x"), False),
        (("Vellmark Inc", "x"), ("Vellmark Inc.", "x"), True),
    ],
)  # fmt: skip
def test_bodies_are_joined_with_their_country_and_town(
    one: tuple[str, str], other: tuple[str, str], *, same: bool
) -> None:
    assert are_one(body("a", *one), body("b", *other)) is same


def test_the_country_that_a_mention_gives_counts_though_the_name_lacks_it() -> None:
    ours = body("a", "Foreign Ministry", "It met.", mention="Norway's Foreign Ministry")
    theirs = body("b", "Foreign Ministry", "It met.", mention="Ghana's Foreign Ministry")
    again = body("c", "Norwegian foreign ministry", "It met.")
    assert not are_one(ours, theirs)
    assert are_one(ours, again)


CITY = (
    "Vale Bank fell. Analysts at Vale Bank in Sydney watch iron ore, and iron ore fell on Monday in Sydney."
)
CRIME = "Fort Hale was calm. Officers in Fort Hale looked for the driver, and the driver was not found in Fort Hale."


def test_namesakes_with_a_common_name_are_kept_apart_unless_something_joins_them() -> None:
    analyst = seen("a", "Michael Harris", CITY, "analyst at Vale Bank")
    chief = seen("b", "Michael Harris", CRIME, "police chief of Fort Hale")
    again = seen("c", "Michael Harris", CITY.replace("Monday", "Friday"), "Vale Bank analyst")
    assert not are_one(analyst, chief)
    assert are_one(analyst, again)


def test_near_spellings_of_western_names_are_two_people_unless_the_evidence_joins_them() -> None:
    one = seen("a", "Anna Hanson", CITY, "analyst at Vale Bank")
    other = seen("b", "Anna Hansen", CRIME, "professor of law")
    typo = seen("c", "Anna Hansen", CITY, "analyst at Vale Bank")
    assert not are_one(one, other)
    assert are_one(one, typo)


def test_transliterations_are_one_without_more() -> None:
    one = seen("a", "Oleksiy Zhurbenko", CITY)
    assert are_one(one, seen("b", "Oleksii Zhurbenko", CRIME))


def test_another_middle_initial_is_another_person() -> None:
    one = seen("a", "David J. Thornholt", CITY, "sheriff of Dunvale County")
    assert not are_one(one, seen("b", "David R. Thornholt", CITY, "sheriff of Dunvale County"))
    assert are_one(one, seen("c", "David Thornholt", CITY, "Dunvale County sheriff"))


FAMILY = (
    "Walter Thornholt spoke at the Vale Bank in Sydney. His son Walter Thornholt Jr. runs the Larn Harbour fund, and "
    "the fund lent to the bank. The Harrowmere council asked the Thornholts about the loan of the fund."
)


@pytest.mark.parametrize(
    ("name", "role", "other", "other_role", "same"),
    [
        ("Walter Thornholt Jr.", "developer", "Walter Thornholt Sr.", "developer", False),
        ("Edwin Marlow III", "banker", "Edwin Marlow Jr.", "banker", False),
        ("Walter Thornholt", "governor of Ostria", "Walter Thornholt Jr.", "developer", False),
        ("Walter Thornholt", "governor of Ostria", "Walter Thornholt Jr.", None, False),
        ("Gerald Osgood", "mayor of Vellmark", "Gerald Osgood, Jr.", "hotel owner", False),
        ("Thornholt Jr.", "developer", "Walter Thornholt", "governor of Ostria", False),
        ("Otto P. Quill", "harbour master of Larn", "Otto P. Quill Jr.", "harbour master of Larn", True),
        ("Edwin Marlow III", "dean of Vellmark", "Edwin Marlow", "dean of Vellmark", True),
        ("Walter Thornholt Jr.", "developer", "Walter Thornholt Jr", "developer", True),
    ],
)
def test_father_and_son_are_two_unless_they_hold_one_office(
    name: str, role: str | None, other: str, other_role: str | None, *, same: bool
) -> None:
    later = FAMILY.replace("spoke", "spoke again")
    assert are_one(seen("a", name, FAMILY, role), seen("b", other, later, other_role)) is same


def test_a_name_before_marriage_that_an_article_tells_joins() -> None:
    before = seen("a", "Ines Dray", "The runner Ines Dray won the Vale Mile in Leeds.", "runner")
    text = "Ines Quill won the Vale Mile in Leeds again, the runner said. She ran as Ines Dray before her marriage."
    mention = "Ines Quill, the runner who won as Ines Dray before her marriage"
    assert are_one(before, seen("b", "Ines Quill", text, "runner", mention=mention))


def test_one_word_that_is_a_body_in_both_articles_is_one_and_a_surname_is_not() -> None:
    firm = "Shares of Meridax rose. Meridax said its profit and its sales had grown. The company is at home in Leeds."
    one, other = seen("a", "Meridax", firm), seen("b", "Meridax", firm.replace("rose", "fell"))
    assert are_one(one, other)
    mister = "Mr Wells spoke of the dam. He was sure, Mr Wells said, that he had seen it."
    another = "The trial of Mr Wells began. Mr Wells denied it, and he wept. His lawyer spoke for Mr Wells."
    assert not are_one(seen("c", "Wells", mister), seen("d", "Wells", another))


def test_a_dateline_or_a_role_read_into_a_name_makes_no_other_speaker() -> None:
    assert are_one(body("a", "OSLO Vellmark", "x"), body("b", "Vellmark", "x"))
    one = seen("c", "Harbour Research Analyst Nils Quillfeather", CITY)
    assert are_one(one, seen("d", "Nils Quillfeather", CITY, "Harbour Research analyst"))


def test_a_doubtful_link_is_proposed_and_not_made() -> None:
    one, other = seen("a", "Tomas Quillfeather", CITY, "analyst"), seen("b", "Quillfeather", CRIME)
    first, second = link(numbered([one, other]))
    (proposal,) = first.proposals
    assert proposal.other == second.id
    assert 0.2 <= proposal.probability < 0.9
    assert proposal.reason
    assert second.proposals == ()
