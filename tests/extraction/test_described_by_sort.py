"""Whom a description does not mean: nobody named where it tells of something new, no body of another sort."""

import pytest

from tests.extraction.coref_samples import names


@pytest.mark.parametrize(
    "described",
    ["owner of a bakery in Calden", "head of another lender", "captain of a ferry", "manager of a book shop"],
)
def test_who_leads_what_is_new_is_nobody_named_before(described: str) -> None:
    text = f"[Minister Lena Falk] said trade was good. [The {described}] said nobody came any more."
    assert names(text) == ["Lena Falk", described]


@pytest.mark.parametrize(
    ("named", "described"),
    [
        ("Harbour Rovers FC", "league"),
        ("Norsund Steel", "union, led by two welders,"),
        ("Bramble Airways", "institute, founded in 1904,"),
    ],
)
def test_a_body_of_another_sort_is_another_body(named: str, described: str) -> None:
    text = f"{named} cut its budget on Monday. [The {described}] said it was too late."
    assert names(text) == [described.partition(",")[0]]
