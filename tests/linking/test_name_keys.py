"""Whose names meet, and so are compared: spellings of one name, and not all who have a usual name in common."""

import csv
from pathlib import Path

import pytest

from claims.linking.evidence import evidence_of
from claims.linking.name_keys import stored_keys, wanted_keys
from claims.records import Appearance

SPELLINGS = Path(__file__).parents[1] / "names" / "spellings.csv"
LEAST_MET = 0.96


def meet(*names: str) -> bool:
    one, other = (Appearance(n, f"article {n}", n, "person", None, 1, (1,)) for n in names)
    return not wanted_keys(one, evidence_of(one)).isdisjoint(stored_keys(other, evidence_of(other)))


def test_spellings_of_one_name_meet_whichever_is_new() -> None:
    with SPELLINGS.open(encoding="utf-8") as lines:
        alike = [(row["name1"], row["name2"]) for row in csv.DictReader(lines) if row["same"] == "yes"]
    assert sum(meet(one, other) for one, other in alike) >= LEAST_MET * len(alike)
    assert all(meet(one, other) == meet(other, one) for one, other in alike)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ana Larrosa", "Ana María Larrosa Quintel"),
        ("Ana Larrosa Quintel", "Ana Maria Larosa Quintel"),
        ("Mohammed Tarif al-Qadri", "Muhammad Tarif Al Kadri"),
        ("Jun Wei Tan", "Junwei Tan"),
        ("Otto J. Quill", "Otto Johann Quill"),
    ],
)
def test_names_of_more_words_meet_by_three_of_them_or_by_all_of_the_shorter(one: str, other: str) -> None:
    assert meet(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("José Luis Bermejo", "José Luis Arrabal"),
        ("Armando Delmos Prieto", "Rafael Armando Nabiquez Prieto"),
    ],
)
def test_two_usual_words_in_longer_names_are_not_enough(one: str, other: str) -> None:
    assert not meet(one, other)
