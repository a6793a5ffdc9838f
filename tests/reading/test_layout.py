"""Plain text to title, headings and paragraphs."""

import textwrap
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from claims.reading import from_text
from tests.reading.block_checks import assert_blocks_hold_all

SAMPLE = Path(__file__).parents[2] / "seeds" / "us-iraqi-cooperation.txt"

TITLE = "Norhaven to review its harbour contract"
FIRST = (
    "The mayor of Norhaven said on Tuesday that the harbour contract would be reviewed in full, after "
    "residents complained that the new quay had been built without a permit and at twice the cost."
)
SECOND = (
    "“We have nothing to hide,” Ilse Brandt told reporters outside the town hall. She did not say when the "
    "review would begin, nor who would lead it, but asked the builders for their accounts."
)
THIRD = (
    "The council is to vote on the matter next week. The opposition, which holds nine of the twenty seats, has "
    "asked for an earlier date and for a public hearing."
)


def parts(text: str) -> list[tuple[str, str]]:
    """Each block's kind and its words in one line."""
    article = from_text(text, key="k")
    return [(b.kind, " ".join(article.text[b.start : b.end].split())) for b in article.blocks]


def paragraphs(*texts: str) -> list[tuple[str, str]]:
    return [("paragraph", text) for text in texts]


def wrap(text: str, width: int, indent: str = "") -> str:
    return textwrap.fill(text, width, initial_indent=indent, break_long_words=False, break_on_hyphens=False)


def test_the_sample_has_its_title_its_two_headings_and_its_paragraphs() -> None:
    found = parts(SAMPLE.read_text(encoding="utf-8"))
    assert [(kind, words[:19], words[-12:]) for kind, words in found] == [
        ("title", "US-Iraqi cooperatio", "ence of ISIS"),
        ("paragraph", "Fears have grown of", "ts a danger."),
        ("heading", "US-Iraqi cooperatio", " cooperation"),
        ("paragraph", "US Ambassador to Ir", "cooperation."),
        ("paragraph", "During an interview", "rga forces.”"),
        ("paragraph", "Tueller noted that ", "rdish lines."),
        ("paragraph", "On the other hand, ", " operations."),
        ("paragraph", "Khafaji pointed out", "raqi border."),
        ("paragraph", "Regarding the contr", "s into Iraq."),
        ("paragraph", "In late August, the", " and Diyala."),
        ("heading", "Unusual ISIS moveme", "IS movements"),
        ("paragraph", "During the first we", "the attacks."),
        ("paragraph", "Despite the impleme", "lly planned."),
        ("paragraph", "Abdul-Khaleq al-Azz", "s and towns."),
        ("paragraph", "These attacks come ", "han a month."),
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("gap", [1, 2, 3])
@pytest.mark.parametrize("width", [None, 45, 72, 100])
def test_wrapped_or_not_set_apart_or_not(end: str, gap: int, width: int | None) -> None:
    body = [FIRST, SECOND, THIRD]
    text = ("\n" * gap).join([TITLE, *(wrap(each, width) if width else each for each in body)])
    assert parts(text.replace("\n", end)) == [("title", TITLE), *paragraphs(*body)]


def test_headings_between_paragraphs_that_no_blank_line_sets_apart() -> None:
    lines = [
        TITLE,
        wrap(FIRST, 60),
        "A disputed quay",
        wrap(SECOND, 60),
        "What happens next",
        wrap(THIRD, 60),
    ]
    assert [words for kind, words in parts("\n".join(lines)) if kind == "heading"] == [
        "A disputed quay",
        "What happens next",
    ]


def test_indented_first_lines_begin_paragraphs() -> None:
    text = "\n".join(wrap(each, 64, indent="    ") for each in (FIRST, SECOND, THIRD))
    assert parts(text) == paragraphs(FIRST, SECOND, THIRD)


def test_double_spaced_lines_are_joined() -> None:
    text = "\n\n\n".join(wrap(each, 50).replace("\n", "\n\n") for each in (FIRST, SECOND, THIRD))
    assert parts(text) == paragraphs(FIRST, SECOND, THIRD)


def test_a_page_may_end_inside_a_paragraph() -> None:
    lines = wrap(FIRST, 50).split("\n")
    text = lines[0] + "\n\f" + "\n".join(lines[1:]) + "\n\n" + wrap(SECOND, 50)
    assert parts(text) == paragraphs(FIRST, SECOND)


def test_one_line_without_an_end_is_a_paragraph() -> None:
    assert parts("Norhaven to review its harbour contract") == paragraphs(TITLE)


def test_a_first_line_with_a_full_stop_is_a_paragraph() -> None:
    assert parts(f"Norhaven reviews its contract.\n\n{FIRST}")[0][0] == "paragraph"


@pytest.mark.parametrize(
    "title",
    [
        "Mayor: ‘I have nothing to hide’",
        "Will the quay of Norhaven be torn down?",
        "“Nothing to hide” at the harbour, says mayor of Norhaven",
    ],
)
def test_titles_may_be_quotations_or_questions(title: str) -> None:
    assert parts(f"{title}\n\n{FIRST}\n\n{SECOND}")[0] == ("title", title)


@pytest.mark.parametrize(
    "opening", ["By Petra Holm", "NORHAVEN (AP) - The quay is to be torn down, the mayor said."]
)
def test_a_title_as_long_as_the_lines_ends_before_a_byline_or_a_dateline(opening: str) -> None:
    title = "Norhaven reviews contract for its harbour after cost of quay doubles"
    text = "\n".join([title, opening, wrap(FIRST, 70), wrap(SECOND, 70)])
    assert parts(text)[:2] == [("title", title), ("paragraph", opening)]


@pytest.mark.parametrize(
    "line",
    [
        "“We have nothing to hide”",
        "'We have nothing to hide'",
        "PETRA HOLM:",
        "Petra Holm: Keep it",
        "- Petra Holm, Norhaven",
        "The mayor said it was too early to tell",
        "Residents say the mayor knew",
        "It was the third such case",
        "By Petra Holm",
        "Petra Holm, 52",
        "read more",
    ],
)
def test_lines_that_may_hold_a_claim_or_a_speaker_are_no_headings(line: str) -> None:
    assert parts(f"{FIRST}\n\n{line}\n\n{SECOND}\n\n{THIRD}") == paragraphs(FIRST, line, SECOND, THIRD)


def test_a_name_below_a_quotation_signs_it() -> None:
    quotation = "“Nobody asked us before they built it.”"
    assert parts(f"{FIRST}\n\n{quotation}\n\nPetra Holm\n\n{THIRD}") == paragraphs(
        FIRST, quotation, "Petra Holm", THIRD
    )


def test_short_lines_below_one_another_are_a_list_not_headings() -> None:
    names = ["Petra Holm", "Ilse Brandt", "Jonas Reuter"]
    assert parts("\n\n".join([FIRST, *names, SECOND])) == paragraphs(FIRST, *names, SECOND)


@pytest.mark.parametrize("mark", ["-", "•", "*", "1."])
def test_list_items_are_paragraphs_and_their_hanging_lines_belong_to_them(mark: str) -> None:
    item = (
        "the accounts of the builders, which the council of Norhaven has asked for in two letters since May"
    )
    wrapped = textwrap.fill(item, 50, initial_indent=f"{mark} ", subsequent_indent=" " * (len(mark) + 1))
    text = f"{wrap('The review is to look at three matters, the mayor said, and will take a month:', 50)}\n"
    found = parts(text + f"{wrapped}\n{mark} the permit\n{mark} the cost of the quay\n\n{wrap(SECOND, 50)}")
    assert found[1:] == paragraphs(
        f"{mark} {item}", f"{mark} the permit", f"{mark} the cost of the quay", SECOND
    )


def test_each_speech_of_a_transcript_is_a_paragraph() -> None:
    speeches = [f"BRANDT: {FIRST}", "HOLM: Who knew?", f"BRANDT: {THIRD}"]
    assert parts("\n".join(wrap(each, 60) for each in speeches)) == paragraphs(*speeches)


def test_a_label_on_a_line_of_its_own_is_a_paragraph() -> None:
    assert parts(f"PETRA HOLM:\n{FIRST}\nILSE BRANDT:\n{SECOND}") == paragraphs(
        "PETRA HOLM:", FIRST, "ILSE BRANDT:", SECOND
    )


def test_a_signature_ends_the_quotation_above_it() -> None:
    text = f"{wrap('“Nobody asked us. We learned of it from the newspaper.”', 40)}\n- Petra Holm, Norhaven\n\n{FIRST}"
    assert parts(text)[:2] == paragraphs(
        "“Nobody asked us. We learned of it from the newspaper.”", "- Petra Holm, Norhaven"
    )


def test_a_word_broken_at_a_hyphen_stays_in_its_paragraph() -> None:
    assert parts("The well-\nknown mayor of the small town of Nor-\nhaven said so.") == paragraphs(
        "The well- known mayor of the small town of Nor- haven said so."
    )


def test_non_breaking_spaces_make_a_blank_line_and_are_no_words() -> None:
    text = f"\u00a0{FIRST}\u00a0\n\u00a0\n{SECOND}\n"
    assert parts(text) == paragraphs(FIRST, SECOND)


def test_a_sentence_that_ends_with_its_line_need_not_end_its_paragraph() -> None:
    lines = [
        "The quay was finished in the spring of the last year.",
        "It is used by two ferries, which leave for the island",
        "every hour, and by the boats of the fishermen, whose",
        "harbour lies at the other end of the town.",
    ]
    assert parts("\n".join(lines) + f"\n\n{wrap(FIRST, 54)}\n\n{wrap(SECOND, 54)}")[0][1] == " ".join(lines)


@pytest.mark.parametrize("marks", ['""', "“”"])
def test_a_quotation_is_not_cut_where_a_line_ends_with_a_full_stop(marks: str) -> None:
    lines = [
        f"The harbour will close in May, Anna Keller said on Tuesday. {marks[0]}We have",
        "no choice. The money is gone and the last ship left in April.",
        f"Nobody told the men. I will tell them myself on Friday,{marks[1]} she added,",
        "before she left the hall.",
    ]
    assert parts("\n".join([*lines, "", "The council meets on Monday."])) == paragraphs(
        " ".join(lines), "The council meets on Monday."
    )


SINGLE = [
    ["The lock will close in May, Dorte Maak said on Friday. {0}We have", "no choice. The money is gone and the last boat left in April.",
     "Nobody told the keepers. I will tell them myself on Monday,{1} she", "said, before she left the hall of the village."],
    ["Asked who owns the house, Mr Auden told the council: {0}It isn't ours.", "We don't own it and never did. Ask the office.",
     "It has the deeds.{1} He left at noon without taking any further", "questions from those who had waited at the door of the building."],
    ["{0}It leaks,{1} she said. {0}Everybody knows that it does, and for years.", "Nobody comes. The engineers' van was last seen here in the spring.",
     "So we wait,{1} she said, and so does the boatmen's union, which has", "asked for a meeting."],
    ["A keeper who would not be named said that {0}the gates are rotten.", "They were rotten when my father had the key.{1} The",
     "office did not answer questions about the gates on Friday, nor on", "the day before."],
]  # fmt: skip


@pytest.mark.parametrize("marks", ["‘’", "''", "“”", '""', "«»", "»«", "„”", "‹›", "‚‘"])
@pytest.mark.parametrize("lines", SINGLE)
def test_no_quotation_is_cut_at_a_line_end_whatever_its_marks(lines: list[str], marks: str) -> None:
    wrapped = [line.format(*marks) for line in lines]
    text = "\n".join(
        [*wrapped, "", wrap(SECOND.replace("“", '"').replace("”", '"'), 66), "", wrap(THIRD, 66)]
    )
    assert parts(text)[0] == ("paragraph", " ".join(wrapped))


def test_apostrophes_join_no_paragraphs() -> None:
    lines = [
        "The boatmen's union met on Friday, and the keepers' was invited, too.",
        "The union's chair spoke first, as he had in the '90s and the years",
        "since. He was not heard.",
        "The village's council meets on Monday. It has the lock on its list of",
        "matters, and the house, and the garden.",
        "The ministers' visit is off. The ministry's spokeswoman said that the",
        "lock was safe.",
    ]
    assert len(parts("\n".join(lines))) == 3


def test_a_quotation_that_is_never_closed_ends_with_its_paragraph() -> None:
    lines = [
        "“We have no choice. The money is gone, and nobody is left here who",
        "could tell us why it is gone and whose it was.",
        "Anna Keller left the hall. The council meets on Monday to talk about",
        "the harbour, the ships and the money.",
    ]
    assert len(parts("\n".join(lines))) == 2


def test_arabic_text_is_joined_where_no_sentence_ends() -> None:
    first = "قال رئيس البلدية يوم الثلاثاء إن عقد الميناء سيخضع لمراجعة كاملة بعد شكاوى السكان من كلفة الرصيف الجديد."
    second = "وأضاف أن البلدية ليس لديها ما تخفيه."
    assert parts(f"{wrap(first, 40)}\n\n{second}") == paragraphs(first, second)


BREAKS = st.sampled_from(["\n", "\n\n", "\r\n", "\f", "\u2028", "\n \n", "\n    ", "\x85"])
WORDS = st.sampled_from(
    [
        "The",
        "mayor",
        "said",
        "“We",
        "hide.”",
        "quay.",
        "HOLM:",
        "-",
        "•",
        "1.",
        "of",
        "A",
        "Norhaven",
        "***",
        "\u00a0",
        "?",
    ]
)


@given(st.one_of(st.text(), st.lists(st.one_of(WORDS, WORDS, BREAKS)).map(" ".join)))
@example("A\nB c.\n\n\nD")
def test_blocks_hold_all_words_in_order(text: str) -> None:
    article = from_text(text, key="k")
    assert article.text == text
    assert_blocks_hold_all(text, article.blocks)


SENTENCES = st.lists(st.sampled_from(["quay", "mayor", "of", "Holm", "10"]), min_size=3, max_size=30)


@given(
    st.lists(st.lists(SENTENCES, min_size=1, max_size=4), min_size=1, max_size=6),
    st.integers(20, 100),
    st.booleans(),
)
def test_no_sentence_is_cut_before_a_small_letter(
    texts: list[list[list[str]]], width: int, blank: bool
) -> None:
    bodies = [" ".join(f"So {' '.join(words)}." for words in sentences) for sentences in texts]
    text = ("\n\n" if blank else "\n").join(wrap(body, width) for body in bodies)
    article = from_text(text, key="k")
    for block in article.blocks:
        before = text[: block.start].rstrip()
        assert not before or before.endswith(".") or not text[block.start].islower()


@pytest.mark.parametrize(
    "above",
    [
        "FOR IMMEDIATE RELEASE", "PRESS RELEASE\n3 March 2025", "Skip to content\nHome\nNews", "Embargoed until 10 May 2025",
        "Media Advisory\n\nFor release: Monday", "Published on Monday, March 3, 2025",
    ],
)  # fmt: skip
def test_what_stands_above_a_headline_is_no_title(above: str) -> None:
    text = f"{above}\n\nQuay to be reviewed in full\n\nThe quay will be reviewed, Petra Holm said on Monday."
    assert from_text(text, key="a").title == "Quay to be reviewed in full"


def test_a_day_alone_is_no_title() -> None:
    text = "3 March 2025\n\nThe quay will be reviewed, Petra Holm said on Monday."
    assert from_text(text, key="a").title is None
