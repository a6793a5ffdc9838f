"""Word, OpenDocument and rich text: what stands in a document after all changes, and nothing that does not."""

import pytest

from claims.errors import ClaimsError
from claims.reading import ParsedArticle, docx, odt, rtf
from tests.reading.article_files import Units, zipped
from tests.reading.article_files import docx as made_docx
from tests.reading.article_files import odt as made_odt

UNITS: Units = [
    ("title", "Quay to be reviewed"),
    ("heading", "A disputed contract"),
    ("paragraph", "“We have nothing to hide,” Ilse Brandt told reporters outside the town hall."),
]


def blocks(parsed: ParsedArticle) -> list[tuple[str, str]]:
    return [(b.kind, parsed.text[b.start : b.end]) for b in parsed.blocks]


def test_word_styles_in_any_language_give_title_and_headings() -> None:
    assert blocks(docx.read(made_docx(UNITS), "a.docx")) == list(UNITS)
    assert blocks(odt.read(made_odt(UNITS), "a.odt")) == list(UNITS)


@pytest.mark.parametrize(
    ("markup", "shown"),
    [
        ("<w:r><w:t>Bob Ames said </w:t></w:r><w:ins><w:r><w:t>no.</w:t></w:r></w:ins>", "Bob Ames said no."),
        (
            "<w:r><w:t>Bob Ames said no.</w:t></w:r><w:del><w:r><w:delText>yes</w:delText></w:r></w:del>",
            "Bob Ames said no.",
        ),
        (
            "<w:r><w:t>Bob Ames said no.</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>hid</w:t></w:r>",
            "Bob Ames said no.",
        ),
        (
            "<w:hyperlink><w:r><w:t>Bob Ames</w:t></w:r></w:hyperlink><w:r><w:t> said no.</w:t></w:r>",
            "Bob Ames said no.",
        ),
        (
            "<w:r><w:t>Bob Ames</w:t><w:tab/><w:t>said</w:t><w:noBreakHyphen/><w:t>so.</w:t></w:r>",
            "Bob Ames said-so.",
        ),
    ],
)
def test_a_word_document_is_read_as_it_stands_after_all_changes(markup: str, shown: str) -> None:
    found = blocks(docx.read(made_docx(UNITS, f"<w:p>{markup}</w:p>"), "a.docx"))
    assert found[-1] == ("paragraph", shown)


def test_a_text_box_is_read_once_and_apart() -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>Words in a box.</w:t></w:r></w:p></w:txbxContent>"
    markup = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    extra = (
        f'<w:p><w:r><w:t>Words around.</w:t></w:r><w:r><mc:AlternateContent xmlns:mc="{markup}">'
        f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    found = [words for _, words in blocks(docx.read(made_docx(UNITS, extra), "a.docx"))]
    assert found[-2:] == ["Words around.", "Words in a box."]


def test_comments_notes_and_deletions_of_an_opendocument_text_are_left_out() -> None:
    extra = (
        "<text:tracked-changes><text:p>Deleted.</text:p></text:tracked-changes><text:p>Bob<text:s/><text:span>Ames"
        "</text:span><office:annotation><text:p>Really?</text:p></office:annotation> said no<text:note><text:note-body>"
        "<text:p>See page 4.</text:p></text:note-body></text:note>.</text:p>"
    )
    found = [words for _, words in blocks(odt.read(made_odt(UNITS, extra), "a.odt"))]
    assert found[3:] == ["Bob Ames said no."]


def test_rich_text_has_its_letters_whatever_wrote_them() -> None:
    start = rb"{\rtf1\ansi\ansicpg1252 Z\'f6e M\u252?ller said: \ldblquote No\rdblquote .\par "
    data = start + rb"{\*\comment x}She left.\par}"
    assert rtf.read(data, "a.rtf").text == "Zöe Müller said: “No”.\n\nShe left."


@pytest.mark.parametrize("data", [made_docx([]), zipped({"word/document.xml": b"<w"}), zipped({"x": b""})])
def test_a_document_without_words_or_parts_is_refused_in_one_line(data: bytes) -> None:
    with pytest.raises(ClaimsError, match=r"^a\.docx[^\n]+; [^\n]+$"):
        docx.read(data, "a.docx")


def test_what_a_change_deleted_and_hidden_words_of_rich_text_are_not_read() -> None:
    data = (
        rb"{\rtf1\ansi{\*\revtbl {Desk;}}\pard The board, its chairman "
        rb"{\deleted\revauthdel1 claimed}{\revised\revauth1 said}, is tired.\par "
        rb"{\pard\deleted Union leader Mona Dahl called the board cowardly.\par }"
        rb"{\v Ask her again.}{\v0 She left.}\par "
        rb"\trowd\intbl Port\cell Tonnes\cell\row }"
    )
    text = rtf.read(data, "a.rtf").text
    assert "chairman said, is tired." in text
    assert "She left." in text
    assert "claimed" not in text
    assert "Dahl" not in text
    assert "Ask" not in text
    assert "Port | Tonnes" in text
