"""Whose the answers of an interview without labels are: whoever its introduction says was asked."""

import pytest

from claims.extraction import extract
from claims.reading import from_text

ANSWERS = (
    "\n\nHow fast is the water rising?\n\nFaster than we told people in 2010. I signed that report, and I regret it."
    "\n\nWhat would you tell the towns?\n\nMove the hospitals first. My own sister works in one that floods.\n"
)


@pytest.mark.parametrize(
    ("introduction", "expected"),
    [
        ("Lena Aalto has mapped the coast for thirty years. She sat down with the Observer.", "Lena Aalto"),
        ("Ten years after the flood, former mayor Agnieszka Lis spoke to the Courier.", "Agnieszka Lis"),
        (
            "The dikes that engineer Tomasz Kozak built are gone. Former mayor Agnieszka Lis spoke to the Courier.",
            "Agnieszka Lis",
        ),
        ("Former mayor Agnieszka Lis and engineer Tomasz Kozak spoke to the Courier.", None),
        ("The Courier spoke to the head of the water board in an interview on Tuesday.", None),
    ],
)
def test_answers_are_the_interviewees(introduction: str, expected: str | None) -> None:
    claims = [c for c in extract(from_text(introduction + ANSWERS, key="talk")) if not c.cue]
    assert [c.content_text[:6] for c in claims] == ["Faster", "Move t"]
    assert {c.speaker.name if c.speaker else None for c in claims} == {expected}
    assert all(c.tag != "high" and not c.mention for c in claims)
