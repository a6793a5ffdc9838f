"""The sample articles, read and searched for claims as in use, and every two of their claims compared."""

from itertools import combinations
from pathlib import Path

import pytest

from claims.extraction import extract
from claims.merging import compare
from claims.reading.article import read
from claims.records import Claim

SEEDS = Path(__file__).parents[2] / "seeds"


def claims_of(*names: str) -> list[Claim]:
    return [claim for name in names for claim in extract(read(SEEDS / name))]


@pytest.fixture(scope="module")
def fire() -> list[Claim]:
    """The invented reports: two versions of one, and another outlet's."""
    return claims_of("ostermere-courier-1.md", "ostermere-courier-2.md", "ostermere-gazette.html")


def about(claims: list[Claim], words: str) -> list[Claim]:
    return [c for c in claims if words in c.content_text.casefold()]


def test_the_trimmed_quotation_is_merged(fire: list[Claim]) -> None:
    quoted = about(fire, "nobody inside could have put that fire out")
    assert len(quoted) == 3
    for a, b in combinations(quoted, 2):
        assert compare(a, b).relation == "same"
    assert "trimmed from the fuller quotation" in {
        compare(a, b).reasons[0] for a, b in combinations(quoted, 2)
    }


def test_other_casualty_figures_are_conflicts(fire: list[Claim]) -> None:
    counted = about(fire, "people had been taken to hospital")
    reasons = {r for a, b in combinations(counted, 2) for r in compare(a, b).reasons[1:]}
    assert reasons == {"figure: 14 / 17", "figure: 14 / 41", "figure: 17 / 41"}
    assert {compare(a, b).relation for a, b in combinations(counted, 2)} == {"conflict"}


def test_two_statements_on_one_border_stay_apart() -> None:
    found = [c for c in claims_of("us-iraqi-cooperation.txt") if "Khafaji" in c.speaker_name]
    border = about(found, "border")
    assert len(border) >= 2
    assert {compare(a, b).relation for a, b in combinations(border, 2)} == {"different"}
