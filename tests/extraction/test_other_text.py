"""Text unlike the training set: transcripts, signatures, quotation marks, datelines, lost capitals, short texts."""

from collections.abc import Sequence

import pytest

from claims.extraction import extract
from claims.reading import from_text


def told(text: str) -> list[tuple[str, str, str]]:
    """Mention, cue and content of each claim."""
    return [(c.mention_text, c.cue_text, c.content_text) for c in extract(from_text(text, key="x"))]


def test_each_turn_of_a_transcript_has_its_own_speaker() -> None:
    text = (
        "HALLGREN: The dam was never safe, and everybody knew it.\n\n"
        "TAMEKKANT: I have nothing to add. We will publish the report in May.\n\n"
        "HALLGREN: Will you resign?\n\n"
        "TAMEKKANT: No."
    )
    assert told(text) == [
        ("HALLGREN", ":", "The dam was never safe, and everybody knew it."),
        ("TAMEKKANT", ":", "I have nothing to add. We will publish the report in May."),
        ("HALLGREN", ":", "Will you resign?"),
        ("TAMEKKANT", ":", "No."),
    ]


def test_an_interview_with_names_in_small_letters_is_a_transcript_too() -> None:
    text = (
        "The harbour was closed for a week.\n\n"
        "Brenholt News: When will the dam be repaired?\n\n"
        "Orsk: We start in May. It will take two years.\n\n"
        "Brenholt News: Who pays for it?\n\n"
        "Orsk: The ministry has promised nine million crowns."
    )
    assert [(mention, content) for mention, _, content in told(text)] == [
        ("Brenholt News", "When will the dam be repaired?"),
        ("Orsk", "We start in May. It will take two years."),
        ("Brenholt News", "Who pays for it?"),
        ("Orsk", "The ministry has promised nine million crowns."),
    ]


def test_a_list_with_colons_is_no_transcript() -> None:
    assert told("The plan has three parts.\n\nCost: 12,000\n\nOpening: May\n\nCost: 14,000 with tax") == []


@pytest.mark.parametrize("dash", ["-", "—", "–"])
def test_a_signature_names_the_speaker_of_the_quotation(dash: str) -> None:
    text = (
        "Readers sent us letters about the dam.\n\n"
        f"“The dam was my life. I worked there for thirty years.” {dash} Tove Hallgren, engineer\n\n"
        f"“We lost the house, the barn and the horses.” {dash} Joss Tarrander, Skarn"
    )
    found = {mention.split(",")[0]: content for mention, cue, content in told(text) if cue == dash}
    assert found == {
        "Tove Hallgren": "“The dam was my life. I worked there for thirty years.”",
        "Joss Tarrander": "“We lost the house, the barn and the horses.”",
    }


@pytest.mark.parametrize("marks", ["“”", '""', "«»", "„“", "»«", "‘’", "''", ("''", "''"), ("``", "''")])
def test_an_interrupted_quotation_is_one_claim_whatever_its_marks(marks: Sequence[str]) -> None:
    opening, closing = marks
    first, second = f"{opening}We will not leave the valley,{closing}", f"{opening}It is our home.{closing}"
    (claim,) = extract(from_text(f"{first} said Idra Vellmoor, the mayor of Skarn. {second}", key="x"))
    assert [span.text for span in claim.content] == [first, second]
    assert (claim.speaker_name, claim.kind) == ("Idra Vellmoor", "direct")


def test_a_quotation_over_three_paragraphs_is_one_claim() -> None:
    text = (
        "“We have waited for ten years,” said Idra Vellmoor. “The bridge was promised in every election.\n\n"
        "“Now it must be built. We will not vote for another delay.\n\n"
        "“That is all I have to say.”\n\n"
        "She then left the hall."
    )
    (claim,) = extract(from_text(text, key="x"))
    assert claim.content_text.startswith("“We have waited for ten years,”")
    assert claim.content_text.endswith("“That is all I have to say.”")


@pytest.mark.parametrize(
    "dateline",
    [
        "SKARN, Norland (Brenholt News) - ",
        "SKARN, May 4 — ",
        "SKARN — ",
        "Skarn (Brenholt News) – ",
        "NEW SKARN -- ",
    ],
)
def test_nobody_says_a_dateline(dateline: str) -> None:
    text = f"{dateline}Police arrested three people after the fire, a spokesman said."
    assert told(text) == [("a spokesman", "said", "Police arrested three people after the fire")]


def test_two_things_that_one_speaker_does_in_a_sentence_are_two_claims() -> None:
    assert told(
        "Orsk stressed that the dam was safe and affirmed that the water would last until spring."
    ) == [
        ("Orsk", "stressed", "that the dam was safe"),
        ("Orsk", "affirmed", "that the water would last until spring"),
    ]


def test_translated_cues_are_found_with_their_speakers() -> None:
    text = (
        "Vellmoor stressed that the ministry was following the situation closely. He pointed out that the two "
        "countries had signed nine agreements.\n\n"
        "For his part, the minister of water, Dalan Orsk, clarified that the dam was full, noting that the rains had "
        "been good this year."
    )
    assert [(c.speaker_name, c.cue_text) for c in extract(from_text(text, key="x"))] == [
        ("Vellmoor", "stressed"),
        ("Vellmoor", "pointed out"),
        ("Dalan Orsk", "clarified"),
        ("Dalan Orsk", "noting"),
    ]


def test_text_without_capitals_and_text_in_capitals() -> None:
    text = (
        'idra vellmoor, the mayor of skarn, said that the bridge would be closed. "it is unsafe," she said.'
    )
    assert told(text) == [
        ("idra vellmoor, the mayor of skarn", "said", "that the bridge would be closed"),
        ("she", "said", '"it is unsafe,"'),
    ]
    assert [tuple(words.casefold() for words in claim) for claim in told(text.upper())] == told(text)


def test_a_heading_gives_no_cue_to_the_text_below() -> None:
    text = (
        "The council met on Monday to talk about the bridge.\n\n"
        "What others say\n\n"
        "The opposition called it a waste of money. Vellmoor said that it would save lives."
    )
    assert ("Vellmoor", "said", "that it would save lives") in told(text)
    assert all("\n" not in "".join(claim) for claim in told(text))
    assert not any("opposition called it" in content for _, cue, content in told(text) if cue == "say")


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Fire is out, police say.", ("police", "say", "Fire is out")),
        ("“Never again,” says mayor.", ("mayor", "says", "“Never again,”")),
        (
            "She added:\n\n“It has been inspected twice this year.”",
            ("She", "added", "“It has been inspected twice this year.”"),
        ),
    ],
)
def test_very_short_texts(text: str, claim: tuple[str, str, str]) -> None:
    assert told(text) == [claim]


def test_a_content_that_crosses_a_border_between_windows_stays_whole() -> None:
    clause = (
        "that the river had risen again, that the dam was full and that the road along the shore was closed"
    )
    for words in range(150, 250, 7):
        text = "The market was open. " * (words // 4) + "\n\n" + f"Idra Vellmoor said {clause}."
        assert [content for _, _, content in told(text)] == [clause], words
