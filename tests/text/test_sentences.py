import pytest

from claims.text.sentences import sentence_starts


@pytest.mark.parametrize(
    "text",
    [
        "Gen. Mira Holt met Mr. Osk on Friday.",
        "The U.S. Embassy in Tarnholt was closed.",
        "J. R. Valdane and Dr. A. Peck signed it.",
        "It began at 5 p.m. Monday in No. 4 Quarry Lane.",
        "Prices rose by 3.5 percent to $1.2 billion.",
        "Holt Mining Inc. Chairman Bo Tarn resigned on Jan. 5.",
        "“Is it over?” she asked.",
        "Wait... what was that?",
        "He wrote to Lindqvale v. Marwick, et al., in 1990.",
    ],
)
def test_an_abbreviation_does_not_end_a_sentence(text: str) -> None:
    assert list(sentence_starts(text)) == [0]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("It rained.", "Nobody came."),
        ("They moved to the U.S.", "The house was sold."),
        ("“It rained.”", "Marwick left."),
        ("Why now?!", "“Because,” he said."),
        ("He said no.", "Then he left."),
        ("(It was late.)", "The river rose."),
        ("It ended at 5 p.m.", "They went home."),
        ("He lost in 1990.", "52 others won."),
        ("Er ging…", "Übrig blieb nichts."),
    ],
)
def test_a_sentence_ends_before_the_next_begins(first: str, second: str) -> None:
    assert list(sentence_starts(f"{first} {second}")) == [0, len(first) + 1]
