"""To whom pronouns and descriptions refer: persons by sex and prominence, bodies, documents by their issuers."""

import pytest

from tests.extraction.coref_samples import names

KELLER, LANG = "Anna Keller", "Berta Lang"
NEWLY_NAMED = [
    "Mayor Anna Keller said the bridge was safe. Councillor Berta Lang shook her head. {“It will fall,”} [she] said.",
    "{“It is safe,”} [Anna Keller] said. Berta Lang, who lives beside it, disagrees. {“It shakes,”} [she] said.",
    "{“It is safe,”} [Anna Keller] said.\n\nThe bridge was built in 1950.\n\nBerta Lang lives beside it. She has two "
    "children. [She] said {it shakes at night}.",
    "[Anna Keller] praised the plan.\n\nBerta Lang has run the mill since 1990. {“It will cost us,”} [she] said.",
    "[Anna Keller] said it was over.\n\nBut Berta Lang, a nurse, was not so sure. {“We shall see,”} [she] said.",
    "[Anna Keller] said it was over.\n\nBerta Lang bought her house in 2001. {“I was lucky,”} [she] said.",
    "{“It is new,”} said [Anna Keller].\n\nBerta Lang waited at the gate. [She] said {nobody had come}.",
    "[Anna Keller] spoke first. Then Berta Lang rose. {“I disagree,”} [she] said.",
    "[Anna Keller] welcomed the vote.\n\nBerta Lang voted against it. {“It is a bad day,”} [she] said.",
    "[Anna Keller] said the road was open.\n\nBerta Lang drives it each day. [She] said {it was not}.",
]


@pytest.mark.parametrize("text", NEWLY_NAMED)
def test_a_pronoun_does_not_skip_who_was_named_since(text: str) -> None:
    assert names(text)[-1] in (LANG, None)


@pytest.mark.parametrize(
    "text",
    [
        "[Anna Keller] said it was over. [She] added that it was late. {“Go home,”} [she] said.",
        "[Anna Keller] said so. Acme Corp. closed in May. {“I was there,”} [she] said.",
        "[Anna Keller] said so. Then Hurricane Berta came. {“I was there,”} [she] said.",
        "[Anna Keller] said so. Storm Berta came. Berta was strong. {“I was there,”} [she] said.",
        "[Anna Keller] said so. Her husband, Carl, nodded. {“I was there,”} [she] said.",
        "[Anna Keller] said so. Carl Dorn nodded. {“I was there,”} [she] said.",
        "[Anna Keller] said so.\n\nThe ministry closed. The bank closed. {“I was there,”} [she] said.",
        "[Anna Keller] said so. The Herald printed it. {“I was there,”} [she] said.",
    ],
)
def test_she_is_a_woman_and_no_body_storm_or_husband(text: str) -> None:
    assert set(names(text)) == {KELLER}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[Acme Bank] said it was safe. [It] said more.", ["Acme Bank"] * 2),
        ("[Acme Bank] said it was safe. [The bank] said more.", ["Acme Bank"] * 2),
        ("[Acme Corp.] said it was safe. [The company] said more.", ["Acme Corp."] * 2),
        ("[Dale Airlines] said it was safe. [The airline] said more.", ["Dale Airlines"] * 2),
        (
            "[The Ministry of Energy] said so. [The ministry] said more. [It] agreed.",
            ["Ministry of Energy"] * 3,
        ),
        ("[Acme Corp.] said so, and Carl Dorn left. [It] said more.", ["Acme Corp."] * 2),
        ("[Anna Keller and Carl Dorn] said so. [They] said more.", ["Anna Keller; Carl Dorn"] * 2),
    ],
)
def test_bodies(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("mention", "expected"),
    [
        ("a statement from the Dale Institute", "Dale Institute"),
        ("a report by the Dale Institute", "Dale Institute"),
        ("the Dale Institute's annual report", "Dale Institute"),
        ("a survey conducted by the Dale Institute", "Dale Institute"),
        ("a study published in May by the Dale Institute", "Dale Institute"),
        ("the annual report of the Dale Institute", "Dale Institute"),
        ("data released by the Dale Institute", "Dale Institute"),
        ("a statement from the ministry", "ministry"),
        ("a letter from Anna Keller", "Anna Keller"),
        ("a poll of voters", "poll of voters"),
    ],
)
def test_a_document_is_its_issuers(mention: str, expected: str) -> None:
    assert names(f"It rained, according to [{mention}].") == [expected]


def test_the_statement_is_whose_it_was() -> None:
    text = "[The Dale Institute] said in a statement that it rained. [The statement] said it was cold."
    assert names(text) == ["Dale Institute"] * 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[Anna Keller, 37,] said so. [The 37-year-old] left.", [KELLER] * 2),
        ("[Anna Keller, 37,] met Berta Lang, 52. [The 52-year-old] left.", [KELLER, LANG]),
        ("37-year-old Anna Keller came. [The 37-year-old] left.", [KELLER]),
        ("[Brooklyn District Attorney Anna Keller] said so. [The District Attorney] left.", [KELLER] * 2),
        ("[Prime Minister Anna Keller] said so. [The Prime Minister] left.", [KELLER] * 2),
        ("[A Prosecution Witness, Anna Keller,] said so. [The witness] left.", [KELLER] * 2),
        ("Polish Foreign Minister Anna Keller came. [Poland's foreign minister] said so.", [KELLER]),
        ("[Mayor of Hamm Anna Keller] said so. [The mayor of Soest] left.", [KELLER, "mayor of Soest"]),
        ("[Officials] said so. [Anna Keller] denied it. [The source] left.", ["Officials", KELLER, "source"]),
    ],
)
def test_descriptions(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Farmers blocked the road to Hamm. [They] said {nobody had paid them}.", "Farmers"),
        ("Hundreds of nurses marched. [They] said {pay was low}.", "nurses"),
        ("Acme Corp. cut 300 jobs. Workers marched to its office. [They] said {it was late}.", "Workers"),
        ("[Anna Keller and Berta Lang] met survivors. [They] said {it was late}.", "Anna Keller; Berta Lang"),
    ],
)
def test_they_are_the_people_of_whom_the_article_tells(text: str, expected: str) -> None:
    assert names(text)[-1] == expected


@pytest.mark.parametrize(
    "words",
    [
        "Republicans on the House Water Committee",
        "Democrats on the Hamm City Council",
        "Some veterans of previous White Houses",
        "Neighbours of old Hamm Council",
    ],
)
def test_people_of_a_body_are_not_the_body(words: str) -> None:
    assert names(f"[{words}] said {{no}}.") == [words]


def test_another_is_nobody_told_of_before() -> None:
    assert names("[Anna Keller] said {no}. [Another woman] said {yes}.") == ["Anna Keller", "Another woman"]


def test_who_names_another_relative_beside_her_name_was_the_wife() -> None:
    said = "[Paul Meyer's wife] said {he was ill}.\n\n"
    assert names(f"{said}Ida Meyer said her husband had been ill for years.") == ["Ida Meyer"]
    assert names(f"{said}The doctor, Ida Brandt, came on Monday.") == ["Paul Meyer's wife"]


def test_whoever_speaks_may_name_himself_where_nobody_else_fits() -> None:
    assert names("Leo Rand spoke in Hamm. {“Nobody can mend it but Leo Rand,”} [he] said.") == ["Leo Rand"]
