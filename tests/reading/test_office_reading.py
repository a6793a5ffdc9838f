"""Word, OpenDocument and rich text: what stands in a document after all changes, and nothing that does not."""

import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.errors import ClaimsError
from claims.reading import ParsedArticle, Remark, docx, noting, odt, read, rtf
from tests.reading.article_files import Units, W, zipped
from tests.reading.article_files import docx as made_docx
from tests.reading.article_files import odt as made_odt
from tests.reading.whole_document import FLAT, TEXT
from tests.sheet.libreoffice import SOFFICE, convert

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


def test_comments_and_deletions_of_an_opendocument_text_are_left_out_and_notes_follow() -> None:
    extra = (
        "<text:tracked-changes><text:p>Deleted.</text:p></text:tracked-changes><text:p>Bob<text:s/><text:span>Ames"
        "</text:span><office:annotation><text:p>Really?</text:p></office:annotation> said no<text:note><text:note-body>"
        "<text:p>See page 4.</text:p></text:note-body></text:note>.</text:p>"
    )
    found = [words for _, words in blocks(odt.read(made_odt(UNITS, extra), "a.odt"))]
    assert found[3:] == ["Bob Ames said no.", "See page 4."]


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


@pytest.mark.skipif(not SOFFICE, reason="LibreOffice is not installed")
@pytest.mark.parametrize("kind", ["odt", "docx", "rtf"])
def test_what_libreoffice_wrote_is_read_as_its_reader_sees_it(kind: str, tmp_path: Path) -> None:
    (tmp_path / "a.fodt").write_text(FLAT, "utf-8")
    said: list[Remark] = []
    with noting(said.append):
        article = read(convert(tmp_path / "a.fodt", kind, tmp_path))
    assert [(b.kind, article.text[b.start : b.end]) for b in article.blocks] == TEXT
    assert [each.words for each in said] == ["1 comment beside the text not read"]


def word_parts(body: str, **parts: str) -> bytes:
    """A document as Word writes it, with notes and comments in parts of their own."""
    made = {
        f"word/{name}.xml": f'<w:{name} xmlns:w="{W}">{markup}</w:{name}>'.encode()
        for name, markup in parts.items()
    }
    document = f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'.encode()
    return zipped({"[Content_Types].xml": b"<Types/>", "word/document.xml": document} | made)


def paragraph(words: str, extra: str = "", style: str = "") -> str:
    named = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f'<w:p>{named}<w:r><w:t xml:space="preserve">{words}</w:t></w:r>{extra}</w:p>'


def note(kind: str, number: int, words: str) -> str:
    return f'<w:{kind} w:id="{number}"><w:p><w:r><w:{kind}Ref/></w:r><w:r><w:t xml:space="preserve"> {words}</w:t></w:r></w:p></w:{kind}>'


def test_notes_of_word_follow_the_text_in_the_order_of_their_marks() -> None:
    marks = {n: f'<w:r><w:footnoteReference w:id="{n}"/></w:r>' for n in (1, 2, 3)}
    body = (
        paragraph("Ida Moss said no.", marks[2])
        + paragraph("Tom Ode said yes.", marks[1] + '<w:r><w:endnoteReference w:id="5"/></w:r>')
        + f"<w:p><w:del><w:r><w:delText>gone</w:delText></w:r>{marks[3]}</w:del></w:p>"
    )
    footnotes = (
        '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:t>___</w:t></w:r></w:p></w:footnote>'
        + note("footnote", 1, "As Ode told us.")
        + note("footnote", 2, "By letter.")
        + note("footnote", 3, "Of what was deleted.")
    )
    data = word_parts(body, footnotes=footnotes, endnotes=note("endnote", 5, "In May."))
    found = [words for _, words in blocks(docx.read(data, "a.docx"))]
    assert found == ["Ida Moss said no.", "Tom Ode said yes.", "By letter.", "As Ode told us.", "In May."]


def test_comments_of_word_are_counted_and_not_read() -> None:
    comments = "".join(f'<w:comment w:id="{n}">{paragraph("Really?")}</w:comment>' for n in (1, 2))
    said: list[Remark] = []
    with noting(said.append):
        parsed = docx.read(word_parts(paragraph("Ida Moss said no."), comments=comments), "a.docx")
    assert parsed.text == "Ida Moss said no."
    assert [(each.kind, each.words) for each in said] == [("comments", "2 comments beside the text not read")]


def row(*cells: str) -> str:
    return f"<w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in cells)}</w:tr>"


def test_a_table_is_rows_and_one_that_lays_out_the_text_is_paragraphs() -> None:
    figures = row(paragraph("Port"), paragraph("Tonnes")) + row(paragraph("Norhaven"), paragraph("48,000"))
    laid_out = row(paragraph("Ida Moss said no.") + paragraph("She left."), paragraph("Norhaven Port"))
    body = f"<w:tbl>{figures}</w:tbl><w:tbl>{laid_out}</w:tbl><w:tbl>{row(paragraph('For release'))}</w:tbl>"
    found = [words for _, words in blocks(docx.read(word_parts(body), "a.docx"))]
    assert found == [
        "Port | Tonnes", "Norhaven | 48,000", "Ida Moss said no.", "She left.", "Norhaven Port", "For release",
    ]  # fmt: skip


def test_a_table_of_contents_of_word_is_no_text() -> None:
    styles = '<w:style w:type="paragraph" w:styleId="V1"><w:name w:val="toc 1"/></w:style>'
    body = paragraph("Findings 3", style="V1") + paragraph("Ida Moss said no.")
    assert docx.read(word_parts(body, styles=styles), "a.docx").text == "Ida Moss said no."


def test_hidden_words_and_descriptions_of_pictures_of_an_opendocument_text_are_not_read() -> None:
    extra = (
        '<text:p>Seen.<text:span text:style-name="H"> Hid.</text:span> Seen too.</text:p>'
        '<text:section text:display="none"><text:p>A hidden section.</text:p></text:section>'
        '<text:p>A picture.<draw:frame xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" '
        'xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"><svg:title>Quay</svg:title>'
        "<svg:desc>The quay at night</svg:desc></draw:frame></text:p>"
    )
    with zipfile.ZipFile(BytesIO(made_odt(UNITS, extra))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    hidden = b'<style:style style:name="H"><style:text-properties text:display="none"/></style:style>'
    parts["content.xml"] = parts["content.xml"].replace(
        b"</office:automatic-styles>", hidden + b"</office:automatic-styles>"
    )
    found = [words for _, words in blocks(odt.read(zipped(parts), "a.odt"))]
    assert found[3:] == ["Seen. Seen too.", "A picture."]


def test_boxes_notes_and_lists_of_rich_text_as_word_writes_them() -> None:
    box = (
        rb"{\shp{\*\shpinst\shpleft0{\sp{\sn shapeType}{\sv 202}}{\shptxt \pard\plain Tom Ode said yes.\par }}"
        rb"{\shprslt{\*\do\dptxbx{\dptxbxtext\pard Tom Ode said yes.\par }}}}"
    )
    data = (
        rb"{\rtf1\ansi\ansicpg1252{\header\pard Harbour Board\par}{\footer\pard 1\par}\pard Ida Moss said no."
        rb"{\super\chftn{\footnote\pard\plain {\super\chftn} By \b letter\b0 .}}" + box + rb" She left.\par "
        rb"{\listtext\pard\plain\'b7\tab}First.\par {\pntext\pard 2.\tab}Second.\par "
        rb"{\*\annotation\pard Really?}Done.\par}"
    )
    said: list[Remark] = []
    with noting(said.append):
        found = [words for _, words in blocks(rtf.read(data, "a.rtf"))]
    assert found == [
        "Ida Moss said no. She left.", "Tom Ode said yes.", "First.", "Second.", "Done.", "By letter.",
    ]  # fmt: skip
    assert [each.kind for each in said] == ["comments"]


@given(
    st.recursive(
        st.sampled_from([r"a", r"\par ", r"\b ", r"\deleted x", r"\'e9"]),
        lambda inner: st.builds(
            lambda kind, parts: f"{{{kind}{''.join(parts)}}}",
            st.sampled_from(["", r"\footnote ", r"\*\footnote ", r"\shptxt ", r"\listtext ", r"\v "]),
            st.lists(inner, max_size=3),
        ),
    )
)
def test_any_groups_of_rich_text_leave_the_words_around_them(group: str) -> None:
    found = rtf.read(rf"{{\rtf1\ansi Before. {{{group}}} After.\par}}".encode(), "a.rtf").text
    assert found.index("Before.") < found.index("After.")
