"""PDF files: columns, divided words, running heads and page numbers, and what cannot be read."""

import textwrap
from datetime import date
from pathlib import Path

import pypdfium2
import pytest

from claims.errors import ClaimsError
from claims.reading import read as read_article
from claims.reading.pdf import read
from tests.reading.article_files import Placed, pdf, pdf_article

SAMPLE = read_article(Path(__file__).parents[2] / "seeds" / "us-iraqi-cooperation.txt")
LONG = [(b.kind, " ".join(SAMPLE.text[b.start : b.end].split())) for b in SAMPLE.blocks]


def words(data: bytes) -> list[str]:
    parsed = read(data, "a.pdf")
    return [parsed.text[b.start : b.end] for b in parsed.blocks]


@pytest.mark.parametrize("columns", [1, 2])
@pytest.mark.parametrize("lines_a_page", [14, 23, 50])
def test_paragraphs_are_whole_over_columns_and_pages(columns: int, lines_a_page: int) -> None:
    found = words(pdf_article(LONG, columns=columns, lines_a_page=lines_a_page))
    assert found == [each for _, each in LONG]


def test_columns_whose_lines_the_file_has_side_by_side_are_read_one_after_the_other() -> None:
    left = [
        "The mayor of Norhaven said on Tuesday",
        "that the contract would be reviewed in",
        "full, after residents complained that",
    ]
    left += ["the new quay had been built without a", "permit and at twice the cost."]
    right = [
        "“We have nothing to hide,” Ilse Brandt",
        "told reporters outside the town hall. She",
        "did not say when the review would",
    ]
    right += ["begin, nor who would lead it, but asked", "the builders for their accounts."]
    placed: Placed = [(72, 780, 18, "Quay of Norhaven to be reviewed in full")]
    for i, (a, b) in enumerate(zip(left, right, strict=True)):
        placed += [(72, 750 - 13 * i, 10, a), (310, 750 - 13 * i, 10, b)]
    assert words(pdf([placed]))[1:] == [" ".join(left), " ".join(right)]


def test_a_word_that_is_written_with_a_hyphen_keeps_it() -> None:
    lines = [
        "The well-known mayor spoke of the harbour. It is a well-",
        "known harbour, and it is of some im-",
        "portance to the town.",
    ]
    placed: Placed = [(72, 780 - 13 * i, 10, line) for i, line in enumerate(lines)]
    assert words(pdf([placed])) == [
        "The well-known mayor spoke of the harbour. It is a well-known harbour, and it is of some importance to the "
        "town."
    ]


def test_running_heads_feet_and_page_numbers_are_left_out() -> None:
    pages: list[Placed] = [
        [
            (72, 815, 8, "Norhaven Courier, 4 May 2026"),
            (72, 780, 10, f"Paragraph {name} of the article says that the quay of the harbour is safe."),
            (72, 20, 8, f"Page {number} of 3"),
        ]
        for number, name in enumerate(("one", "two", "three"), 1)
    ]
    text = read(pdf(pages), "a.pdf").text
    assert "Courier" not in text
    assert "Page" not in text
    assert text.count("Paragraph") == 3


def test_pages_that_are_pictures_are_said_to_have_no_text() -> None:
    with pytest.raises(ClaimsError, match=r"^a\.pdf: no text in this PDF, its pages are pictures; recognise"):
        read(pdf([[]]), "a.pdf")


@pytest.mark.parametrize(
    "data", [b"%PDF-1.4\n", pdf_article(LONG)[:900], b"%PDF-1.4\n" + b"1 0 obj\n" * 1000]
)
def test_a_damaged_file_is_refused_in_one_line(data: bytes) -> None:
    with pytest.raises(ClaimsError, match=r"^a\.pdf: [^\n]+$"):
        read(data, "a.pdf")


def test_pages_that_contain_themselves_come_to_an_end() -> None:
    looping = pdf([[(72, 780, 10, "Words.")]]).replace(b"/Kids [5 0 R] /Count 1", b"/Kids [2 0 R] /Count 9")
    with pytest.raises(ClaimsError, match=r"^a\.pdf: "):
        read(looping, "a.pdf")


def test_three_columns_with_indented_paragraphs_and_a_headline_over_them() -> None:
    body = [words for kind, words in LONG if kind == "paragraph"][:6]
    rows = [(8 if first else 0, line) for words in body for first, line in _indented(words, 30)]
    placed: Placed = [(72, 800, 20, "US-Iraqi cooperation to prevent the"), (72, 774, 20, "return of ISIS")]
    height = -(-len(rows) // 3)
    placed += [
        (72 + 160 * (i // height) + rows[i][0], 740 - 13 * (i % height), 10, rows[i][1])
        for i in range(len(rows))
    ]
    assert words(pdf([placed])) == ["US-Iraqi cooperation to prevent the return of ISIS", *body]


def _indented(words: str, width: int) -> list[tuple[bool, str]]:
    lines = textwrap.wrap(words, width, break_long_words=False, break_on_hyphens=False)
    return [(i == 0, line) for i, line in enumerate(lines)]


@pytest.mark.parametrize("lines_a_page", [9, 14, 23, 50])
def test_every_page_is_known_by_where_it_begins(lines_a_page: int, tmp_path: Path) -> None:
    data = pdf_article(LONG, lines_a_page=lines_a_page)
    (tmp_path / "a.pdf").write_bytes(data)
    article = read_article(tmp_path / "a.pdf")
    first_words = []
    with pypdfium2.PdfDocument(data) as document:
        for page in document:
            lines = page.get_textpage().get_text_bounded().splitlines()
            body = [line for line in lines if line.strip() and "Courier" not in line and not line.isdecimal()]
            first_words.append(body[0].split()[0].strip("\ufffe\x02-"))
    assert len(article.pages) == len(first_words)
    for number, (start, word) in enumerate(zip(article.pages, first_words, strict=True), 1):
        # Where a page ends in the middle of a word, that word is whole, on either page.
        assert word in article.text[max(0, start - 12) : start + len(word) + 1], number
        assert article.page_at(start) == number
    assert article.page_at(0) == 1


def test_blank_pages_count(tmp_path: Path) -> None:
    lines: Placed = [(72, 780, 10, "The mayor said that the bridge would open in May, after long repairs.")]
    (tmp_path / "a.pdf").write_bytes(pdf([lines, [], lines]))
    article = read_article(tmp_path / "a.pdf")
    assert article.page_at(len(article.text) - 2) == 3


def _right(line: str, points: float) -> float:
    """Where a line ends that begins at the left margin, as the reader's own library measures it."""
    page = pypdfium2.PdfDocument(pdf([[(72, 700, points, line)]]))[0].get_textpage()
    return float(page.get_charbox(page.count_chars() - 1, loose=True)[2])


SPREAD = (
    ("The union welcomed the report. Its leader,", "Mona Dahl, called for an end to night work", "by 2027."),
    ("The ministry of transport said that it would", "study the findings before the summer. A", "spokeswoman, Ida Lund, declined to say", "whether the law would be changed."),
    ("Researchers at the university were more", "careful. “The sample is small,” Benno", "Marsh warned, “and it was a hard winter.”"),
)  # fmt: skip


def test_lines_that_are_spread_to_the_edge_are_full_however_few_letters_they_have() -> None:
    edge = max(_right(line, 10) for lines in SPREAD for line in lines)
    placed: Placed = []
    height = 700.0
    for lines in SPREAD:
        for line in lines[:-1]:
            first, _, last = line.rpartition(" ")
            begin = edge - (_right(last, 10) - 72)
            placed += [(72, height, 10, first), (begin, height, 10, last)]
            height -= 13
        placed.append((72, height, 10, lines[-1]))
        height -= 23
    assert words(pdf([placed])) == [" ".join(lines) for lines in SPREAD]


def test_what_a_browser_prints_around_a_page_is_left_out_and_the_largest_type_is_the_title() -> None:
    placed: Placed = [
        (20, 827, 8, "11/29/26, 12:40 AM"),
        (300, 827, 8, "Quay of Norhaven"),
        (72, 790, 9, "Norhaven Institute, report 14 of 2025"),
        (72, 755, 22, "Quay of Norhaven under review"),
        (72, 715, 10, "The mayor of Norhaven said on Tuesday that the contract would be reviewed."),
        (72, 695, 10, "“We have nothing to hide,” Ilse Brandt told reporters outside the town hall."),
        (20, 24, 8, "https://courier.example/town/quay"),
        (560, 24, 8, "1/1"),
    ]
    parsed = read(pdf([placed]), "a.pdf")
    assert parsed.headline == "Quay of Norhaven under review"
    assert "courier.example" not in parsed.text
    assert "12:40" not in parsed.text


def test_a_letterhead_is_no_headline_and_the_day_below_it_counts(tmp_path: Path) -> None:
    told: Placed = [
        (72, 800, 20, "HARBOUR BOARD OF NORHAVEN"),
        (72, 780, 8, "12 Quay Street, Norhaven"),
        (72, 750, 11, "PRESS RELEASE"),
        (72, 736, 11, "For immediate release"),
        (72, 722, 11, "4 May 2026"),
        (72, 690, 14, "Harbour board to mend the old quay by autumn"),
        (72, 660, 11, "The harbour board will mend the old quay by the autumn, its chair, Ida Moss,"),
        (72, 646, 11, "announced on Monday. The works will cost 4.2 million crowns."),
    ]
    (tmp_path / "a.pdf").write_bytes(pdf([told]))
    article = read_article(tmp_path / "a.pdf")
    assert article.title == "Harbour board to mend the old quay by autumn"
    assert article.published == date(2026, 5, 4)
