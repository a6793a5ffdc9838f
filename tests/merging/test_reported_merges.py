"""What users reported of merging, from the text of whole articles on, with variations: one assertion, or not."""

import pytest

import claims
from claims.merging import find_conflicts, merge
from claims.reading import from_text
from claims.records import Claim

APART = [
    # Who does it to whom.
    ("Lawyer Ian Moss said Acme Steel sued Borg Chemicals over the patent.",
     "Lawyer Ian Moss said Borg Chemicals sued Acme Steel over the patent."),
    ("Coach Rita Lund said Norrfell beat Havnsund in the final.",
     "Coach Rita Lund said Havnsund beat Norrfell in the final."),
    # Another place.
    ("Officer Dan Reed said the highway near Soest was closed by a landslide.",
     "Officer Dan Reed said the highway near Werl was closed by a landslide."),
    ("Captain Eva Holm said the ferry to Bodo would be cancelled until spring.",
     "Captain Eva Holm said the ferry to Narvik would be cancelled until spring."),
    # Another unit.
    ("Engineer Leo Park said the pipeline leaked for 12 kilometres along the coast.",
     "Engineer Leo Park said the pipeline leaked for 12 miles along the coast."),
    ("Farmer Ada Quist said the drought had cost her 30 tonnes of barley.",
     "Farmer Ada Quist said the drought had cost her 30 acres of barley."),
    # A short quotation that anybody might say.
    ("“It was a good day,” farmer Tim Cole said.", "“It was a good day,” surfer Liz Wade said."),
]  # fmt: skip
IN_CONFLICT = [
    # Negated.
    ("Minister Rita Vogel said the ministry will close the tunnel under the river in June.",
     "Minister Rita Vogel said the ministry will not close the tunnel under the river in June."),
    ("Warden Nils Falk said the reserve was open to visitors during the hunt.",
     "Warden Nils Falk said the reserve was not open to visitors during the hunt."),
    # Another figure.
    ("Police chief Carl Dorn said 12 people were arrested after the football match.",
     "Police chief Carl Dorn said 21 people were arrested after the football match."),
    ("Surgeon Mei Tan said the hospital had treated 340 patients for smoke since Friday.",
     "Surgeon Mei Tan said the hospital had treated 430 patients for smoke since Friday."),
    # Opposite words.
    ("Economist Nora Falk said rents in the capital rose 4 percent last year.",
     "Economist Nora Falk said rents in the capital fell 4 percent last year."),
    ("Trader Jon Ek said exports of cod to Portugal increased in the second quarter.",
     "Trader Jon Ek said exports of cod to Portugal decreased in the second quarter."),
]  # fmt: skip
ONE = [
    # Curly and straight quotation marks.
    ("“We’ve never sold a single weapon to the rebels,” General Hugo Stern said.",
     "\"We've never sold a single weapon to the rebels,\" General Hugo Stern said."),
    # Split by the cue.
    ("“We have never sold a single weapon to the rebels, and we never will,” Colonel Max Horn said.",
     "“We have never sold a single weapon to the rebels,” Colonel Max Horn said, “and we never will.”"),
    ("“The well has been dry since March, and nobody has come to look at it,” baker Iva Pohl said.",
     "“The well has been dry since March,” baker Iva Pohl said, “and nobody has come to look at it.”"),
    # Quoted and reported.
    ("“The bridge will reopen before the harvest,” Mayor Ole Brandt said.",
     "Mayor Ole Brandt said that the bridge would reopen before the harvest."),
]  # fmt: skip


def reported(one: str, other: str) -> list[Claim]:
    """The claims of two short articles."""
    titles = ("Report from the north", "News of the day")
    texts = [f"{title}\n\n{said}\n" for title, said in zip(titles, (one, other), strict=True)]
    return [
        c for key, text in zip("ab", texts, strict=True) for c in claims.extract(from_text(text, key=key))
    ]


@pytest.mark.parametrize(("one", "other"), [*APART, *IN_CONFLICT])
def test_other_assertions_are_no_group(one: str, other: str) -> None:
    assert merge(reported(one, other)) == []


@pytest.mark.parametrize(("one", "other"), IN_CONFLICT)
def test_what_cannot_both_be_true_is_a_conflict(one: str, other: str) -> None:
    (conflict,) = find_conflicts(reported(one, other))
    assert conflict.differs


@pytest.mark.parametrize(("one", "other"), ONE)
def test_one_assertion_is_a_group(one: str, other: str) -> None:
    (group,) = merge(reported(one, other))
    assert len(group.claims) == 2
