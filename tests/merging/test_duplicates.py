from dataclasses import replace

from claims.merging import merge
from claims.merging.duplicates import independent_reports
from claims.records import Block, Claim
from tests.merging.merging_samples import claim

SAID = (
    "“The water came over the old wall in less than ten minutes, and nobody had told us to leave our homes,”"
)
WIRE = (
    "The wall was built in the year of the great fair and has held back the river ever since it was raised."
)
OWN = "Our reporter counted nine boats on the market square this morning, and the baker gave out bread."


def among(said: Claim, passage: str) -> Claim:
    """The claim with another paragraph after its own."""
    text = f"{said.article.text}\n\n{passage}"
    start = len(said.article.text) + 2
    blocks = (*said.article.blocks, Block("paragraph", start, len(text)))
    return replace(said, article=replace(said.article, text=text, blocks=blocks))


def test_copies_of_one_text_are_one_report_and_an_own_report_is_another() -> None:
    copies = [among(claim(SAID), WIRE) for _ in range(4)]
    own = among(claim(SAID), OWN)
    (group,) = merge([*copies, own])
    assert len(group.members) == 5
    assert group.independent == 2
    assert [m.claim for m in group.members if m.report == group.members[0].report] in (
        [m.claim for m in group.members if m.claim in copies],
        [own],
    )


def test_a_copy_with_a_word_changed_is_a_copy() -> None:
    copies = [among(claim(SAID), WIRE), among(claim(SAID), WIRE.replace("great", "grand"))]
    assert independent_reports(copies) == [0, 0]


def test_reports_are_numbered_in_order_and_chained_copies_are_one() -> None:
    claims = [
        among(claim(SAID), words) for words in (OWN, WIRE, OWN.upper(), WIRE + " It is old.", "Rain is due.")
    ]
    assert independent_reports(claims) == [0, 1, 0, 1, 2]
    assert independent_reports([]) == []
