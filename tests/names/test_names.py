"""Names taken apart, keyed and compared."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.names import LIKE, Name, key, likeness, parse, same
from claims.text.normalisation import plain

names = st.text(
    alphabet=st.characters(categories=["Lu", "Ll", "Nd", "Zs"], include_characters="-.'’,()"), max_size=40
)


@pytest.mark.parametrize(
    ("written", "parts"),
    [
        ("Major General Idris al-Qasim", Name(("Major", "General"), ("Idris",), ("al",), "Qasim", ())),
        ("Ada van der Meer", Name((), ("Ada",), ("van", "der"), "Meer", ())),
        ("Otto P. Lindqvist Jr.", Name((), ("Otto", "P."), (), "Lindqvist", ("Jr",))),
        ("Otto P. Lindqvist, Jr.", Name((), ("Otto", "P."), (), "Lindqvist", ("Jr",))),
        ("Sen. Nora Quill (D-Ore.)", Name(("Sen.",), ("Nora",), (), "Quill", ())),
        ("Secretary of State Nora Quill", Name(("Secretary", "of", "State"), ("Nora",), (), "Quill", ())),
        ("Ambassador to Iraq Nora Quill", Name(("Ambassador", "to", "Iraq"), ("Nora",), (), "Quill", ())),
        ("New Jersey Gov. Nora Quill", Name(("New", "Jersey", "Gov."), ("Nora",), (), "Quill", ())),
        ("Tan Sri Lim Kok Heng", Name(("Tan", "Sri"), ("Lim", "Kok"), (), "Heng", ())),
        ("Tan Wei Ming", Name((), ("Tan", "Wei"), (), "Ming", ())),
        ("Mr. King", Name(("Mr.",), (), (), "King", ())),
        ("Nora Quill's", Name((), ("Nora",), (), "Quill", ())),
        ("the Harbour Safety Committee", Name((), (), (), "Harbour Safety Committee", ())),
        ("", Name((), (), (), "", ())),
    ],
)
def test_parse(written: str, parts: Name) -> None:
    assert parse(written) == parts


@pytest.mark.parametrize(
    "spellings",
    [
        ("Idris al-Qasim", "Idris Al Qasim", "IDRIS EL-QASIM", "Idris Qasim", "Maj. Gen. Idris al-Qasim"),
        ("al-Qasim", "Al Qasim", "Qasim", "Mr. Qasim", "qasim's"),
        ("Abdul-Karim Haddad", "Abdul Karim Haddad", "Abdulkarim Haddad"),
        ("José Peña", "Jose Pena", "José M. Peña"),
        ("The Harbour Post", "the harbour post", "Harbour Post"),
        ("the ambassador", "The Ambassador", "ambassador"),
        ("G.K. Mbeki", "G. K. Mbeki", "GK Mbeki"),
    ],
)
def test_spellings_of_one_name_share_a_key(spellings: tuple[str, ...]) -> None:
    assert len({key(s) for s in spellings}) == 1
    assert key(spellings[0])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Idris al-Qasim", "Omar al-Qasim"),
        ("Otto Lindqvist", "Otto Lindqvist Jr."),
        ("the president", "the former president"),
        ("Harbour Post", "Harbour Committee"),
    ],
)
def test_different_names_have_different_keys(one: str, other: str) -> None:
    assert key(one) != key(other)


@given(st.text(alphabet=string.ascii_letters + " -.'(),", max_size=40))
def test_key_ignores_case(name: str) -> None:
    assert key(name.upper()) == key(name) == key(name.lower())


@given(names)
def test_the_parts_are_words_of_the_name(name: str) -> None:
    parts = parse(name)
    for word in (*parts.titles, *parts.given, *parts.particles, *parts.family.split(), *parts.suffixes):
        assert word in plain(name)


@pytest.mark.parametrize(
    "query",
    [
        "qasim",
        "Al Qasim",
        "al-qasym",
        "el-Qasim",
        "Idris",
        "idris qasim",
        "I. Qasim",
        "General Qasim",
        "qassim",
    ],
)
def test_query_finds_the_name(query: str) -> None:
    assert likeness(query, "Idris al-Qasim") >= LIKE


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("qasim", "Nora Quill"),
        ("Nora Quill", "Omar Quill"),
        ("N. Quill", "Omar Quill"),
        ("Will Hart", "Phillip Hart"),
        ("the ambassador", "Idris al-Qasim"),
        ("qasim", "the government and the military leadership"),
        ("al", "Idris al-Qasim"),
        ("", "Nora Quill"),
        ("Nora", ""),
        ("?!", "Nora Quill"),
    ],
)
def test_query_leaves_other_names_alone(query: str, name: str) -> None:
    assert likeness(query, name) < LIKE - 5


def test_exact_name_is_liker_than_a_relative_of_that_name() -> None:
    assert likeness("Nora Quill", "Nora Quill") == 100.0
    assert likeness("Nora Quill", "Quill") >= LIKE > likeness("Nora Quill", "Omar Quill")


@pytest.mark.parametrize("name", ["The Ambassador", "ambassador", "US Ambassador to Norway"])
def test_a_description_is_found_as_an_alias(name: str) -> None:
    assert likeness("the ambassador", name) == 100.0


def test_a_short_form_finds_the_full_first_name() -> None:
    assert likeness("bob lindqvist", "Robert Lindqvist") >= LIKE


@given(names, names)
def test_likeness_is_a_percentage(query: str, name: str) -> None:
    assert 0.0 <= likeness(query, name) <= 100.0


@pytest.mark.parametrize(
    ("one", "other", "answer"),
    [
        ("Robert Lindqvist", "Bob Lindqvist", True),
        ("R. Lindqvist", "Robert Lindqvist", True),
        ("Lindqvist", "Robert Lindqvist", True),
        ("Idris al-Qasim", "Idris Qasim", True),
        ("Robert Lindqvist", "Rita Lindqvist", False),
        ("Robert Lindqvist", "Robert Lund", False),
        ("Mr. Lindqvist", "Mrs. Lindqvist", False),
        ("Otto Lindqvist Jr.", "Otto Lindqvist Sr.", False),
        ("HSC", "Harbour Safety Committee", True),
        ("H.S.C.", "the Harbour Safety Committee", True),
        ("Harbour Safety Committee", "Harbour Fire Committee", False),
        ("Safety Committee", "Robert Lindqvist", False),
        ("", "", False),
    ],
)
def test_same(one: str, other: str, answer: bool) -> None:
    assert same(one, other) is answer
    assert same(other, one) is answer


@given(names, names)
def test_same_is_symmetric(one: str, other: str) -> None:
    assert same(one, other) == same(other, one)
