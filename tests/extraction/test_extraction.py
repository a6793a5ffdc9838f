import os
import subprocess
import sys
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.extraction import extract
from claims.reading import from_text, read
from claims.records import Article, Claim
from tests.properties import examples

SAMPLE = "seeds/us-iraqi-cooperation.txt"

SENTENCES = [
    "Mayor Idra Vellmoor said that the bridge would open in May.",
    "“We will not wait any longer,” she told reporters.",
    "According to the harbour office, 14 ships were turned away.",
    "Joss Tarrander, a fisherman, denied that he had seen the fire.",
    "‘It’s our town,’ said Pell Okonwick, ‘and we are staying.’",
    "«Nous restons», a dit le maire.",
    "The town has 4,000 residents.",
]
PIECES = st.one_of(
    st.sampled_from(SENTENCES),
    st.text(max_size=30),
    st.sampled_from([" ", "\n", "\n\n", "\r\n", "\x0c", "\u00a0", "👩‍🚒 "]),
)


def of(text: str, key: str = "test") -> list[Claim]:
    return extract(from_text(text, key=key))


# Words of several parts, of which each process would choose another one if it went by the order of a set.
JOINED_WORDS = "state-financed well-watered half-timbered storm-battered long-awaited hard-fought"
IN_A_PROCESS = f"""
from claims.extraction import extract
from claims.reading import from_text

text = "Mayor Idra Vellmoor said that the {JOINED_WORDS} bridge would open. " * 2
print([(claim, claim.speaker.beside) for claim in extract(from_text(text, key="t"))])
"""


def test_two_processes_find_the_same() -> None:
    def found(seed: str) -> str:
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        command = [sys.executable, "-c", IN_A_PROCESS]
        return subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout

    assert "Vellmoor" in found("1")
    assert found("1") == found("2")


def assert_provenance(article: Article, claims: list[Claim]) -> None:
    for claim in claims:
        for spans in (claim.mention, claim.cue, claim.content):
            assert list(spans) == sorted(spans)
            for span in spans:
                assert 0 <= span.start < span.end <= len(article.text)
                assert article.text[span.start : span.end] == span.text
        assert claim.cue or claim.kind == "direct"  # a quotation may stand by itself
        assert claim.content
        assert 0 <= claim.confidence <= 1


@examples(60)
@given(st.lists(PIECES, max_size=25).map("".join))
def test_every_span_of_every_claim_quotes_the_text_and_two_runs_agree(text: str) -> None:
    article = from_text(text, key="test")
    claims = extract(article)
    assert_provenance(article, claims)
    assert extract(article) == claims
    assert len({c.id for c in claims}) == len(claims)


def test_the_sample_article_is_attributed_as_a_reader_would() -> None:
    article = read(SAMPLE)
    claims = extract(article)
    assert_provenance(article, claims)
    assert Counter(c.speaker_name for c in claims) == {
        "Matthew Tueller": 4,
        "Tahsin al-Khafaji": 3,
        "Abdul-Khaleq al-Azzawi": 1,
        "Joint Operations Command": 1,
        "Iraqi authorities": 1,
        "government and military leadership": 1,
    }
    assert {c.kind for c in claims if c.cue_text == "saying"} == {"direct"}
    roles = {c.speaker.name: c.speaker.role for c in claims if c.speaker}
    assert roles["Matthew Tueller"] == "US Ambassador to Iraq"
    assert roles["Tahsin al-Khafaji"] == "Major General, spokesman for the Joint Operations Command"


def test_no_heading_of_the_sample_is_in_a_span() -> None:
    spans = [s for c in extract(read(SAMPLE)) for s in (*c.mention, *c.cue, *c.content)]
    for heading in ("prevent re-emergence", "US-Iraqi\ncooperation\n", "Unusual ISIS\nmovements"):
        assert not any(heading in s.text for s in spans)


def test_a_hard_wrapped_text_gives_the_claims_of_the_unwrapped_one() -> None:
    text = " ".join(SENTENCES[:4])
    wrapped = (
        text.replace(" would", "\nwould")
        .replace(" reporters", "\nreporters")
        .replace(" a fisher", "\na fisher")
    )
    assert len(of(text)) == 4
    assert [(c.speaker_name, c.cue_text, c.content_text) for c in of(wrapped)] == [
        (c.speaker_name, c.cue_text, c.content_text) for c in of(text)
    ]


def test_claims_far_into_a_long_article_are_found_at_their_place() -> None:
    filler = "The weather in the valley was mild, and the market was open as on every day of the week. "
    text = filler * 60 + SENTENCES[0] + " " + filler * 60
    claims = of(text)
    assert [c.content_text for c in claims] == ["that the bridge would open in May"]
    assert claims[0].content[0].start == text.index("that the bridge")


def test_an_id_survives_a_new_paragraph_above_and_another_speaker() -> None:
    before = of(f"{SENTENCES[2]}\n\n{SENTENCES[0]}")
    after = of(
        f"The weather was mild on Monday.\n\n{SENTENCES[2]}\n\n{SENTENCES[0]}".replace("Idra", "Isolde")
    )
    assert [c.id for c in before] == [c.id for c in after]
    assert len(before) == 2


def test_the_same_statement_twice_in_an_article_is_two_claims() -> None:
    claims = of(f"{SENTENCES[0]}\n\nThe weather was mild on Monday.\n\n{SENTENCES[0]}")
    assert len({c.id for c in claims}) == 2
    assert len({c.content_text for c in claims}) == 1


@pytest.mark.parametrize("marks", ["“”", '""', "«»", "„“", "‘’", "''"])
def test_quotations_are_found_whatever_their_marks(marks: str) -> None:
    claims = of(
        f"{marks[0]}We will not wait any longer,{marks[1]} Mayor Idra Vellmoor told reporters on Monday."
    )
    assert [(c.speaker_name, c.kind) for c in claims] == [("Idra Vellmoor", "direct")]


@pytest.mark.parametrize("text", ["", " \n ", "😀", "said", "“", "The town has 4,000 residents."])
def test_a_text_without_statements_has_no_claims(text: str) -> None:
    assert of(text) == []
