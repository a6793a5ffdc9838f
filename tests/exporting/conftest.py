"""Invented findings: two articles about a flood that never was."""

from datetime import date

import pytest

from claims.exporting import Findings
from claims.records import Group, Member, Verdict
from tests.exporting.flood import make_claim


@pytest.fixture
def findings() -> Findings:
    first = make_claim("c1", url="https://radiovale.example/1")
    second = make_claim("c2", speaker=None, outlet=None, published=None)
    group = Group("g1", (Member(first, "the fullest wording"), Member(second, "same words")))
    verdicts = (
        Verdict("c1", "Ana", date(2026, 3, 5), "correct", "true", "https://e.example", "Seen.\nTwice."),
        Verdict("c1", "Bo", date(2026, 3, 4), "wrong words", None, None, None),
    )
    return Findings((first, second), (group,), verdicts)
