import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.records import Span
from claims.text.quotations import Quoted, kind_of, quotations


def quoted(text: str) -> list[str]:
    return [text[q.inner_start : q.inner_end] for q in quotations(text)]


@pytest.mark.parametrize(
    "text",
    [
        'She said, "We will stay." Then she left.',
        "She said, “We will stay.” Then she left.",
        "She said, «We will stay.» Then she left.",
        "She said, »We will stay.« Then she left.",
        "She said, „We will stay.“ Then she left.",
        "She said, ``We will stay.'' Then she left.",
        "She said, ''We will stay.'' Then she left.",
        "She said, ‘We will stay.’ Then she left.",
        "She said, 'We will stay.' Then she left.",
        "She said, ‹We will stay.› Then she left.",
        "She said, 「We will stay.」 Then she left.",
        "She said, ”We will stay.” Then she left.",
        "”We will stay.” Then she left.",
        "She said, ″We will stay.″ Then she left.",
        "She said, ‶We will stay.″ Then she left.",
        "She said, 〝We will stay.〞 Then she left.",
    ],
)
def test_every_style_of_quotation_mark_is_understood(text: str) -> None:
    assert quoted(text) == ["We will stay."]


@pytest.mark.parametrize(
    "text",
    [
        "The residents' homes weren't there in the '90s, and it's the mayor's fault.",
        "The residents’ homes weren’t there in the ’90s, and it’s the mayor’s fault.",
        "A beam 6' long and 5'11\" high.",
        "A pipe of 5″ and a board of 6″ wide lay there.",
        "The song of the '80s, and of the '90s, was old.",
        "'Tis the season, she said, and 'twas cold.",
        "Rock 'n' roll came 'round again.",
        'He spelt it with a " in the middle and left.',
    ],
)
def test_apostrophes_and_feet_quote_nothing(text: str) -> None:
    assert [q for q in quoted(text) if " " in q] == []


def test_an_apostrophe_inside_single_marks_does_not_close_them() -> None:
    assert quoted("He said, ‘It’s the workers’ own idea, and I like it.’ He left.") == [
        "It’s the workers’ own idea, and I like it."
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Bob Ames said the '90s were over. 'It’s over,' he said.",
        "'Tis the season. 'It’s over,' he said.",
        "The ‘60s came and went. ‘It’s over,’ he said.",
        "Give ’em a song of the '70s: 'It’s over,' he said.",
    ],
)
def test_an_apostrophe_before_a_word_opens_nothing(text: str) -> None:
    assert quoted(text) == ["It’s over,"]


def test_a_quotation_may_begin_with_a_clipped_word() -> None:
    assert quoted("'Tis a pity about Anna's hat,' she said.") == ["Tis a pity about Anna's hat,"]


def test_the_end_of_an_earlier_paragraphs_quotation_opens_nothing() -> None:
    assert quoted("We are done.” He left. He said, “Good night.”") == ["Good night."]


def test_inner_quotations_belong_to_the_outer_one() -> None:
    assert quoted("“He told us ‘never again’ and left,” she said.") == ["He told us ‘never again’ and left,"]


def test_an_open_quotation_ends_with_its_paragraph() -> None:
    text = "“First paragraph.\n“Second paragraph,” she said."
    assert quoted(text) == ["First paragraph.", "Second paragraph,"]
    assert [q.closed for q in quotations(text)] == [False, True]


@pytest.mark.parametrize(
    ("content", "kind"),
    [("We will stay.", "direct"), ("that they will go", "indirect"), ("will stay.” and that they", "mixed")],
)
def test_kind_of_a_content(content: str, kind: str) -> None:
    text = "“We will stay.” and that they will go"
    start = text.index(content)
    span = Span(start, start + len(content), content)
    assert kind_of([span], Quoted(quotations(text))) == kind


@given(st.text(alphabet="ab '\"“”‘’«»„\n.,s", max_size=60))
def test_quotations_are_in_order_apart_and_inside_one_paragraph(text: str) -> None:
    found = quotations(text)
    ends = [0]
    for q in found:
        assert ends[-1] <= q.start < q.inner_start <= q.inner_end <= q.end <= len(text)
        assert "\n" not in text[q.start : q.end]
        ends.append(q.end)
