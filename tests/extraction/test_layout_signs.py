import pytest

from claims.extraction.contents import cue_between, shares_subject
from claims.extraction.layout import datelines
from claims.extraction.turns import turns


@pytest.mark.parametrize(
    "text",
    [
        "He left - she stayed.",
        "Idra Vellmoor (left) — the mayor — spoke.",
        "Orsk, the minister — he is ill — did not come.",
        "A - B",
        "HALLGREN — The dam leaks.\nORSK — It does not.\nHALLGREN — It does.",
    ],
)
def test_what_is_no_dateline(text: str) -> None:
    assert datelines(text) == []


def test_a_dateline_ends_where_the_sentence_begins() -> None:
    text = "\nSKARN, Norland, 4 May (Brenholt News) -- The bridge is closed.\nIt is old."
    ((start, end),) = datelines(text)
    assert text[start:end] == "SKARN, Norland, 4 May (Brenholt News) -- "


def test_turns_are_sure_where_a_label_comes_back() -> None:
    text = "HALLGREN: It leaks.\nORSK: It does not.\nHALLGREN: It does."
    assert [(text[slice(*t.label)], text[slice(*t.words)], t.sure) for t in turns(text)] == [
        ("HALLGREN", "It leaks.", True),
        ("ORSK", "It does not.", True),
        ("HALLGREN", "It does.", True),
    ]
    assert [t.sure for t in turns("Cost: nobody knows.\nOpening: in May.")] == [False, False]


@pytest.mark.parametrize(
    ("between", "shared"),
    [
        (" it was old and ", True),
        (" it was old, but also ", True),
        (" it was old. The mayor then ", False),
        (" it ", False),
    ],
)
def test_a_cue_behind_an_and_has_the_subject_of_the_one_before(between: str, shared: bool) -> None:
    text = f"She said{between}warned of floods"
    assert shares_subject(text, 8, text.index("warned")) is shared


@pytest.mark.parametrize(
    ("between", "cue"),
    [
        (" and affirmed ", "affirmed"),
        (", and also pointed out ", "pointed out"),
        (", adding ", "adding"),
        (" and the fact ", None),
        (" and ", None),
    ],
)
def test_a_cue_between_two_contents(between: str, cue: str | None) -> None:
    text = f"that it was safe{between}that it was old"
    found = cue_between(text, 16, 16 + len(between))
    assert (text[slice(*found)] if found else None) == cue
