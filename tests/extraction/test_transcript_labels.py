"""Who speaks under a label that is an office, and where their words end."""

import pytest

from claims.extraction import extract
from claims.reading import from_text

HOUSE = """Questions in the House

THE SPEAKER: Order. Questions to the Prime Minister.

MR. ALDOUS REEVE (Northmoor) (Lab): Will the Prime Minister say why the hospital in my town has been closed?

THE PRIME MINISTER (Ms. Harriet Lowell): It was closed because it was unsafe. A new one opens in March.

MR. REEVE: That is not what the trust says. The trust says it ran out of money.

THE PRIME MINISTER: The trust has had eleven per cent more this year.
"""
REMARKS = """Remarks by President Jonah Whitfield at the signing of the Rivers Act

THE PRESIDENT: Thank you, everybody. This river burned when I was a boy.

AUDIENCE MEMBER: We remember the smell of it!

THE PRESIDENT: You do, and so do I. Senator Maria Delgado wrote this bill in a hospital bed.

SENATOR DELGADO: I had nothing else to do there.

THE PRESIDENT: She sent it to me at four in the morning.

Q  Mr. President, will it pass the courts?

THE PRESIDENT: I believe it will. The courts drink water, too.
"""
INQUEST = """Inquest into the sinking of the Marlin, day three

MR. HOLLIS: Mr. Stubbs, when did you last see the lifeboat?

THE WITNESS: It was about ten minutes before she rolled.

MR. HOLLIS: And where was the captain then?

THE WITNESS: He told me to go forward. I never saw him again.

THE COURT: The inquest will resume at two.
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (HOUSE, ["Speaker", "Aldous Reeve", "Harriet Lowell", "Aldous Reeve", "Harriet Lowell"]),
        (
            REMARKS,
            [
                "Jonah Whitfield",
                "Audience Member",
                "Jonah Whitfield",
                "Maria Delgado",
                "Jonah Whitfield",
                "Jonah Whitfield",
            ],
        ),
        (INQUEST, ["Hollis", "Witness", "Hollis", "Witness", "Court"]),
    ],
    ids=["a parliament", "a briefing", "an inquest"],
)
def test_an_office_as_a_label_is_nobody_elses(text: str, expected: list[str]) -> None:
    claims = [c for c in extract(from_text(text, key="turns")) if c.cue_text == ":"]
    names = [(c.speaker.name if c.speaker else "") for c in claims]
    assert [n.title() for n in names] == expected
    assert not any("pass the courts" in c.content_text for c in claims)


def test_what_is_said_ends_with_its_line() -> None:
    text = (
        "BREAKING: Governor vetoes mining bill\n\n• Environmental groups praise the move\n• Industry says 2,000 jobs "
        "are at risk\n\nGov. Tessa Rook vetoed a bill on Thursday that would have opened the hills to mines.\n\nRook "
        "said copper could wait.\n"
    )
    for claim in extract(from_text(text, key="bullets")):
        for span in claim.content:
            assert "\n" not in text[span.start : span.end].strip()
        assert "Rook vetoed" not in claim.content_text
