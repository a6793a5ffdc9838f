"""Files with all that the readers of their formats look at closely, for the fuzzers, which damage it."""

from datetime import date, datetime
from email.message import EmailMessage
from email.policy import SMTP
from html import escape
from io import BytesIO

from openpyxl import Workbook

from tests.reading.article_files import (
    Units,
    W,
    docx,
    odt,
    page,
    pdf_article,
    row,
    rtf,
    text,
    timeless,
    title_of,
    zipped,
)

_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_TABLES = "urn:oasis:names:tc:opendocument:xmlns"


def word_document(units: Units) -> bytes:
    """As Word keeps it: notes, comments, a box, a table, tracked changes, hidden words and a table of contents."""
    box = f"<w:txbxContent>{_paragraph('Words in a box.')}</w:txbxContent>"
    figures = "".join(
        f"<w:tr>{''.join(f'<w:tc>{_paragraph(cell)}</w:tc>' for cell in cells)}</w:tr>"
        for cells in (("Port", "Tonnes"), ("Norhaven", "48,000"))
    )
    body = (
        "".join(
            _paragraph(words, f'<w:r><w:footnoteReference w:id="{n}"/></w:r>', kind)
            for n, (kind, words) in enumerate(units)
        )
        + _paragraph("Findings 3", style="toc1")
        + _paragraph(
            "It",
            "<w:del><w:r><w:delText>is</w:delText></w:r></w:del><w:ins><w:r><w:t>was</w:t></w:r></w:ins>",
        )
        + _paragraph(
            "He left.", "<w:r><w:rPr><w:vanish/></w:rPr><w:t>Ask.</w:t></w:r><w:r><w:tab/><w:br/></w:r>"
        )
        + _paragraph(
            "By", '<w:moveFrom><w:r><w:t>a</w:t></w:r></w:moveFrom><w:r><w:endnoteReference w:id="9"/></w:r>'
        )
        + f'<w:p><w:r><mc:AlternateContent xmlns:mc="{_MC}"><mc:Choice>{box}</mc:Choice>'
        f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r></w:p><w:tbl>{figures}</w:tbl>"
    )
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/></w:style>'
        for key, name in {"title": "Title", "heading": "heading 2", "toc1": "toc 1"}.items()
    )
    made = {
        "document": f"<w:body>{body}</w:body>",
        "styles": styles,
        "footnotes": "".join(_note("footnote", n, "By letter.") for n in (-1, 0, 1)),
        "endnotes": _note("endnote", 9, "In May."),
        "comments": f'<w:comment w:id="1">{_paragraph("Really?")}</w:comment>',
    }
    return zipped(
        {"[Content_Types].xml": b"<Types/>"}
        | {
            f"word/{name}.xml": f'<w:{name} xmlns:w="{W}">{markup}</w:{name}>'.encode()
            for name, markup in made.items()
        }
    )


def _paragraph(words: str, extra: str = "", style: str = "") -> str:
    named = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f'<w:p>{named}<w:r><w:t xml:space="preserve">{escape(words)}</w:t></w:r>{extra}</w:p>'


def _note(kind: str, number: int, words: str) -> str:
    return f'<w:{kind} w:id="{number}">{_paragraph(words)}</w:{kind}>'


def open_document(units: Units) -> bytes:
    """As LibreOffice keeps it: a note, a comment, a deletion, spaces, a list, a box, a table and a hidden section."""
    table = "".join(
        f"<table:table-row>{''.join(f'<table:table-cell><text:p>{c}</text:p></table:table-cell>' for c in cells)}"
        "</table:table-row>"
        for cells in (("Port", "Tonnes"), ("Norhaven", "48,000"))
    )
    return odt(
        units,
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>Deleted.</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes>"
        '<text:p>Bob<text:s text:c="2"/><text:tab/><text:span>Ames</text:span><office:annotation><text:p>Really?</text:p>'
        "</office:annotation> said no<text:note><text:note-body><text:p>See page 4.</text:p></text:note-body></text:note>"
        "<text:line-break/>.</text:p><text:list><text:list-item><text:p>First.</text:p></text:list-item></text:list>"
        '<text:section text:display="none"><text:p>Hidden.</text:p></text:section>'
        f'<text:p>Words<draw:frame xmlns:draw="{_TABLES}:drawing:1.0"><draw:text-box><text:p>In a box.</text:p>'
        f'</draw:text-box></draw:frame></text:p><table:table xmlns:table="{_TABLES}:table:1.0">{table}</table:table>',
    )


def rich_text(units: Units) -> bytes:
    """As Word writes rich text: a head, a note, a box, lists, a comment, changes, hidden words and a table."""
    return rtf(units).removesuffix(b"}") + (
        rb"{\header\pard Harbour Board\par}{\*\revtbl {Desk;}}\pard Ida Moss said no."
        rb"{\super\chftn{\footnote\pard\plain {\super\chftn} By \b letter\b0 .}}"
        rb"{\shp{\*\shpinst\shpleft0{\sp{\sn shapeType}{\sv 202}}{\shptxt \pard\plain Tom Ode said yes.\par }}"
        rb"{\shprslt{\*\do\dptxbx{\dptxbxtext\pard Tom Ode said yes.\par }}}} She left.\par "
        rb"{\listtext\pard\plain\'b7\tab}First.\par {\pntext\pard 2.\tab}Second.\par {\*\annotation\pard Really?}"
        rb"{\deleted\revauthdel1 claimed}{\revised\revauth1 said}{\v Ask her again.}\uc1\u8220?\ldblquote\bin3 abc"
        rb"\trowd\intbl Port\cell Tonnes\cell\row }"
    )


def typed_workbook(units: Units) -> bytes:
    """Cells of every type, some of them joined, none filled in a row, and a second sheet."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    cells = row(units)
    sheet.append([*cells, "views", "paid", "seen"])
    for published in (date(2026, 5, 4), datetime(2026, 5, 4, 10, 15), 46146.5, "4 May"):
        sheet.append(
            [v if k != "published_at" else published for k, v in cells.items()]
            + [1e300, True, "=1/0"]  # which is kept as a formula without a value
        )
        sheet.append([])
    sheet.merge_cells("A4:C4")
    book.create_sheet("notes").append(["=Sheet!A1", "#N/A"])
    file = BytesIO()
    book.save(file)
    return timeless(file.getvalue())


def open_workbook(units: Units) -> bytes:
    """As LibreOffice keeps it: cells of several types, and such as stand for many."""
    cells = row(units)
    head = "".join(
        f'<table:table-cell office:value-type="string"><text:p>{each}</text:p></table:table-cell>'
        for each in cells
    )
    values = "".join(
        f'<table:table-cell office:value-type="date" office:date-value="2026-05-04"><text:p>{escape(words)}</text:p></table:table-cell>'
        if name == "published_at"
        else f'<table:table-cell office:value-type="string">{"".join(f"<text:p>{escape(line)}</text:p>" for line in words.split(chr(10)))}</table:table-cell>'
        for name, words in cells.items()
    )
    content = (
        f'<office:document-content xmlns:office="{_TABLES}:office:1.0" xmlns:table="{_TABLES}:table:1.0" '
        f'xmlns:text="{_TABLES}:text:1.0" office:version="1.3"><office:body><office:spreadsheet>'
        f'<table:table table:name="Articles"><table:table-row>{head}</table:table-row>'
        f'<table:table-row table:number-rows-repeated="2">{values}<table:table-cell table:number-columns-repeated="9"/>'
        '<table:table-cell office:value-type="float" office:value="1e300"/></table:table-row></table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    return zipped(
        {
            "mimetype": b"application/vnd.oasis.opendocument.spreadsheet",
            "META-INF/manifest.xml": b"<manifest:manifest "
            b'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
            "content.xml": content.encode(),
        }
    )


def message_with_files(units: Units) -> bytes:
    """A forwarded release in plain text and HTML, with pictures, documents and a message that came with it.

    What can stand as it is, does: where a fuzzer changes it, the document is changed, and not only its encoding.
    """
    mail = EmailMessage(policy=SMTP)
    mail["From"] = "Harbour Press Office <press@harbour.example>"
    mail["To"] = "newsdesk@courier.example"
    mail["Subject"] = f"Fwd: {title_of(units)}"
    mail["Date"] = "Mon, 04 May 2026 10:15:00 +0200"
    mail["Message-ID"] = "<1@harbour.example>"
    sent = "---------- Forwarded message ---------\nFrom: Ida Moss <moss@harbour.example>\nDate: Mon, 4 May 2026\n"
    mail.set_content(f"See below.\n\n{sent}Subject: {title_of(units)}\n\n{text(units)}", cte="8bit")
    mail.add_alternative(
        page(units).decode().replace("</article>", '<img src="cid:quay"/></article>'),
        subtype="html",
        cte="8bit",
    )
    mail.add_attachment(b"\x89PNG\r\n\x1a\n", "image", "png", cid="<quay>")
    mail.add_attachment(rtf(units), "application", "rtf", filename="Statement “no”.rtf", cte="7bit")
    mail.add_attachment(
        "Another text.\n\nIda Moss said no.\n", subtype="plain", filename="note.txt", cte="8bit"
    )
    mail.add_attachment(
        "body;date\nTom Ode said yes.;2026-05-04\n", subtype="csv", filename="../a.csv", cte="8bit"
    )
    mail.add_attachment(pdf_article(units), "application", "pdf", filename="release.pdf")
    mail.add_attachment(docx(units), "application", "octet-stream", filename="release.docx")
    inner = EmailMessage(policy=SMTP)
    inner["From"] = "Tom Ode <ode@harbour.example>"
    inner["Subject"] = "Re: the quay"
    inner.set_content("Tom Ode said that the sheds were sold.\n\n> We sold none.\n", cte="8bit")
    mail.add_attachment(inner)
    for number, part in enumerate(part for part in mail.walk() if part.is_multipart()):
        if part.get_content_maintype() == "multipart":
            part.set_boundary(f"=part {number}=")
    return mail.as_bytes()


FULL = {
    "a-full.docx": word_document,
    "a-full.odt": open_document,
    "a-full.rtf": rich_text,
    "a-full.xlsx": typed_workbook,
    "a.ods": open_workbook,
    "a-full.eml": message_with_files,
}
"""Beside the :data:`tests.reading.article_files.WRITERS`."""
