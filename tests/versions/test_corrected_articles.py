"""Articles as outlets correct them, from their text alone: what a desk is told of each correction, and what not."""

from dataclasses import dataclass

import pytest

import claims
from claims.reading import from_text
from claims.versions import compare

STORY = (
    "The harbour board of Norrfell voted on Monday to close the east pier for repairs that will take most of a year.",
    "“Nobody should walk on those planks this winter,” harbour master Signe Dahl told reporters after the vote.",
    "Fishing crews will lose about 40 berths, the Norrfell Boat Owners' Association said in a statement.",
    "Tobias Renn, director of the Northern Coast Heritage Trust, said the pier was the last of its kind in the county.",
    "“We asked for a survey in 2019, and we got a coat of paint,” Renn said. “Now the bill is four times as high.”",
    "Mayor Ingrid Moe called the closure unavoidable.",
    "The regional council has promised to pay half of the cost, according to council treasurer Leif Aune.",
    "The pier opened in 1911 and has been rebuilt twice since then.",
)


@dataclass(frozen=True)
class Correction:
    """A sentence of the story (by its place) that became others, and what should be told of it.

    ``told``: of each change the types that it may have, and a word of its speaker's name; ``added`` follows the story.
    """

    name: str
    old: dict[int, str]
    new: dict[int, str]
    told: tuple[tuple[set[str], str], ...] = ()
    added: str = ""


WORDED = {"reworded", "reattributed"}
CORRECTIONS = [
    Correction(
        "a dash for a comma",
        {
            3: "Tobias Renn - director of the Northern Coast Heritage Trust - said the pier was the last of its kind."
        },
        {
            3: "Tobias Renn, director of the Northern Coast Heritage Trust, said the pier was the last of its kind."
        },
    ),
    Correction(
        "curly quotation marks for straight ones",
        {1: '"Nobody should walk on those planks this winter," harbour master Signe Dahl told reporters.'},
        {1: "“Nobody should walk on those planks this winter,” harbour master Signe Dahl told reporters."},
    ),
    Correction(
        "a time stamp",
        {7: "Last updated at 14:05 on 12 November."},
        {7: "Last updated at 18:40 on 12 November."},
    ),
    Correction(
        "another verb of saying",
        {6: "The regional council has promised to pay half of the cost, council treasurer Leif Aune said."},
        {6: "The regional council has promised to pay half of the cost, council treasurer Leif Aune added."},
    ),
    Correction(
        "someone could not be reached any more",
        {7: "The pier's builder declined to comment."},
        {7: "The pier opened in 1911 and has been rebuilt twice since then."},
    ),
    Correction(
        "someone did not answer",
        {},
        {},
        added="The owner of the pier café did not immediately respond to a request for comment.",
    ),
    Correction(
        "someone asked not to be named",
        {},
        {},
        added="A member of the board asked not to be identified because the contracts have not been signed.",
    ),
    Correction(
        "a first name corrected",
        {5: "Mayor Ingrid Moe called the closure unavoidable."},
        {5: "Mayor Astrid Moe called the closure unavoidable."},
        ((WORDED, "Moe"),),
    ),
    Correction(
        "a surname misspelled at first",
        {6: "The regional council has promised to pay half of the cost, council treasurer Leif Aunne said."},
        {6: "The regional council has promised to pay half of the cost, council treasurer Leif Aune said."},
        ((WORDED, "Aune"),),
    ),
    Correction(
        "a word missing in the name of the speaker's trust",
        {3: "Tobias Renn, director of the Northern Heritage Trust, said the pier was the last of its kind."},
        {
            3: "Tobias Renn, director of the Northern Coast Heritage Trust, said the pier was the last of its kind."
        },
        ((WORDED, "Renn"),),
    ),
    Correction(
        "another trust",
        {3: "Tobias Renn, director of the Inland Heritage Trust, said the pier was the last of its kind."},
        {
            3: "Tobias Renn, director of the Northern Coast Heritage Trust, said the pier was the last of its kind."
        },
        ((WORDED, "Renn"),),
    ),
    Correction(
        "another figure",
        {
            2: "Fishing crews will lose about 40 berths, the Norrfell Boat Owners' Association said in a statement."
        },
        {
            2: "Fishing crews will lose about 60 berths, the Norrfell Boat Owners' Association said in a statement."
        },
        (({"figure"}, "Association"),),
    ),
    Correction(
        "another day",
        {6: "The council will pay half of the cost on Tuesday, council treasurer Leif Aune said."},
        {6: "The council will pay half of the cost on Thursday, council treasurer Leif Aune said."},
        (({"figure", "reworded"}, "Aune"),),
    ),
    Correction(
        "negated",
        {6: "The council will pay half of the cost, council treasurer Leif Aune said."},
        {6: "The council will not pay half of the cost, council treasurer Leif Aune said."},
        (({"reworded"}, "Aune"),),
    ),
    Correction(
        "claimed, no longer said",
        {
            3: "Tobias Renn, director of the Northern Coast Heritage Trust, said the pier was the last of its kind."
        },
        {
            3: "Tobias Renn, director of the Northern Coast Heritage Trust, claimed the pier was the last of its kind."
        },
        (({"stance"}, "Renn"),),
    ),
    Correction(
        "a sentence more of a quotation",
        {1: "“Nobody should walk on those planks this winter,” harbour master Signe Dahl told reporters."},
        {
            1: "“Nobody should walk on those planks this winter,” harbour master Signe Dahl told reporters. “I would "
            "not send my own dog out there.”"
        },
        (({"added"}, "Dahl"),),
    ),
    Correction(
        "a statement swallowed by its neighbour",
        {
            4: "“We asked for a survey in 2019, and we got a coat of paint,” Renn said. “Now it costs four times that.”"
        },
        {4: "“We asked for a survey in 2019, and we got a coat of paint,” Renn said."},
        (({"removed", "reworded"}, "Renn"),),
    ),
    Correction(
        "another speaker",
        {
            6: "The regional council has promised to pay half of the cost, according to council treasurer Leif Aune."
        },
        {
            6: "The regional council has promised to pay half of the cost, according to board member Karin Holt."
        },
        (({"reattributed"}, "Holt"),),
    ),
    Correction(
        "a statement more",
        {},
        {},
        (({"added"}, "Berg"),),
        added="“My nets are my rent,” fisherman Olav Berg said.",
    ),
    Correction(
        "a statement less",
        {7: "Engineer Petra Lund warned that the west pier would be next."},
        {7: "The pier opened in 1911 and has been rebuilt twice since then."},
        (({"removed"}, "Lund"),),
    ),
]


def article(changed: dict[int, str], added: str = "") -> str:
    sentences = [changed.get(place, sentence) for place, sentence in enumerate(STORY)]
    return "\n\n".join(["Pier closed for a year", *sentences, *([added] if added else [])]) + "\n"


@pytest.mark.parametrize("case", CORRECTIONS, ids=lambda case: case.name)
def test_a_desk_is_told_of_each_correction_and_of_nothing_else(case: Correction) -> None:
    old, new = (
        from_text(text, key="pier") for text in (article(case.old), article(case.new, added=case.added))
    )
    found = compare(old, claims.extract(old), new, claims.extract(new)).changes
    said = [
        (change.type, change.main_claim.speaker_name if change.main_claim else "", change.detail)
        for change in found
        if change.severity != "minor" or case.told
    ]
    assert len(said) == len(case.told), said
    for (type_, speaker, _), (types, name) in zip(said, case.told, strict=True):
        assert type_ in types
        assert name in speaker
