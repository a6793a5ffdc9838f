"""One article as a file of each format, made by the libraries and as the programs that write such files make them."""

import csv
import json
import re
import struct
import zipfile
from collections.abc import Callable, Sequence
from email.message import EmailMessage
from email.policy import SMTP
from html import escape
from io import BytesIO, StringIO
from textwrap import wrap
from uuid import UUID

import pandas as pd
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

Units = Sequence[tuple[str, str]]
"""Kind ("title", "heading", "paragraph") and words, in order."""

DATE = "2026-05-04"
URL = "https://courier.example/town/quay"


def text(units: Units) -> str:
    return "\n\n".join(words for _, words in units) + "\n"


def title_of(units: Units) -> str:
    return next((words for kind, words in units if kind == "title"), "")


def html_body(units: Units, *, with_title: bool = True) -> str:
    tags = {"title": "h1", "heading": "h2", "paragraph": "p"}
    return "".join(
        f"<{tags[kind]}>{escape(words)}</{tags[kind]}>"
        for kind, words in units
        if with_title or kind != "title"
    )


def page(units: Units) -> bytes:
    head = (
        f'<meta charset="utf-8"><title>{escape(title_of(units))}</title><meta name="date" content="{DATE}">'
    )
    body = f"<article>{html_body(units)}</article>"
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode()


def markdown(units: Units) -> bytes:
    marks = {"title": "# ", "heading": "## ", "paragraph": ""}
    return "\n\n".join(marks[kind] + words for kind, words in units).encode()


def zipped(parts: dict[str, bytes]) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)  # of one day always
    return file.getvalue()


W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def docx(units: Units, extra: str = "") -> bytes:
    """As Word writes it: a paragraph's words in several runs, styles by ids of the user's language."""
    styles = {"title": "Titel", "heading": "berschrift2", "paragraph": "Standard"}
    names = {"Titel": "Title", "berschrift2": "heading 2", "Standard": "Normal"}
    body = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="{styles[kind]}"/></w:pPr>'
        + "".join(f'<w:r><w:t xml:space="preserve">{escape(run)}</w:t></w:r>' for run in _runs(words))
        + "</w:p>"
        for kind, words in units
    )
    listed = "".join(
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/></w:style>'
        for key, name in names.items()
    )
    return zipped(
        {
            "[Content_Types].xml": b"<Types/>",
            "word/document.xml": f'<w:document xmlns:w="{W}"><w:body>{body}{extra}</w:body></w:document>'.encode(),
            "word/styles.xml": f'<w:styles xmlns:w="{W}">{listed}</w:styles>'.encode(),
        }
    )


def _runs(words: str) -> list[str]:
    third = len(words) // 3
    return [words[:third], words[third : 2 * third], words[2 * third :]]


def odt(units: Units, extra: str = "") -> bytes:
    names = "".join(
        f' xmlns:{each}="urn:oasis:names:tc:opendocument:xmlns:{each}:1.0"'
        for each in ("office", "text", "style")
    )
    body = "".join(
        f'<text:h text:outline-level="2">{escape(words)}</text:h>'
        if kind == "heading"
        else f'<text:p text:style-name="{"Title" if kind == "title" else "P1"}">{escape(words)}</text:p>'
        for kind, words in units
    )
    styles = '<style:style style:name="P1" style:parent-style-name="Standard"/>'
    content = (
        f"<office:document-content{names}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}{extra}</office:text></office:body></office:document-content>"
    )
    kind = b"application/vnd.oasis.opendocument.text"
    return zipped({"mimetype": kind, "content.xml": content.encode()})


def rtf(units: Units) -> bytes:
    body = "\\par\\par\n".join(
        "".join(c if c.isascii() else "".join(f"\\u{unit}?" for unit in _utf16(c)) for c in words)
        for _, words in units
    )
    return (
        "{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0 Times New Roman;}}\\f0\\fs24 " + body + "\\par}"
    ).encode()


def _utf16(character: str) -> tuple[int, ...]:
    """The signed units of 16 bits in which rich text has a character."""
    data = character.encode("utf-16-le")
    return struct.unpack(f"<{len(data) // 2}h", data)


def message(units: Units, *, page_only: bool = False) -> bytes:
    mail = EmailMessage(policy=SMTP)
    mail["From"] = "Harbour Press Office <press@harbour.example>"
    mail["To"] = "newsdesk@courier.example"
    mail["Subject"] = title_of(units)
    mail["Date"] = "Mon, 04 May 2026 10:15:00 +0200"
    mail["Message-ID"] = "<1@harbour.example>"
    signature = "\n\n-- \nHarbour Press Office\nTel. 555 0100\n"
    if page_only:
        mail.set_content("This message is in HTML.")
        mail.add_alternative(page(units).decode(), subtype="html")
        mail.set_boundary("=part=")
    else:
        mail.set_content(text(units) + signature)
    return mail.as_bytes()


def mailbox(units: Units) -> bytes:
    return (
        b"From press@harbour.example Mon May  4 10:15:00 2026\n"
        + message(units).replace(b"\r\n", b"\n")
        + b"\n"
    )


def rss(units: Units) -> bytes:
    return (
        '<?xml version="1.0" encoding="utf-8"?><rss version="2.0" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<channel><title>Norhaven Courier</title><item><title>{escape(title_of(units))}</title><link>{URL}</link>"
        "<dc:creator>Petra Holm</dc:creator><pubDate>Mon, 04 May 2026 10:15:00 GMT</pubDate>"
        f"<description>In short.</description><content:encoded><![CDATA[{html_body(units, with_title=False)}]]>"
        "</content:encoded></item></channel></rss>"
    ).encode()


def atom(units: Units) -> bytes:
    body = html_body(units, with_title=False)
    return (
        '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Norhaven Courier</title>'
        f'<entry><title>{escape(title_of(units))}</title><link href="{URL}"/><author><name>Petra Holm</name></author>'
        f'<published>{DATE}T10:15:00Z</published><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">'
        f"{body}</div></content></entry></feed>"
    ).encode()


def ninjs(units: Units) -> bytes:
    item = {
        "uri": URL, "type": "text", "headline": title_of(units), "byline": "Petra Holm",
        "body_xhtml": html_body(units, with_title=False), "versioncreated": f"{DATE}T10:15:00Z",
        "infosources": [{"name": "Norhaven Courier"}],
    }  # fmt: skip
    return json.dumps(item).encode()


def newsml(units: Units) -> bytes:
    body = html_body(units, with_title=False)
    return (
        '<?xml version="1.0" encoding="UTF-8"?><newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>'
        f'<newsItem guid="{URL}"><contentMeta><contentCreated>{DATE}T10:15:00Z</contentCreated><by>Petra Holm</by>'
        f"<creditline>Norhaven Courier</creditline><headline>{escape(title_of(units))}</headline></contentMeta>"
        '<contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml">'
        f"<head><title>x</title></head><body>{body}</body></html></inlineXML></contentSet></newsItem></itemSet>"
        "</newsMessage>"
    ).encode()


def row(units: Units) -> dict[str, str]:
    return {
        "id": "a1", "headline": title_of(units), "byline": "Petra Holm", "source": "Norhaven Courier", "link": URL,
        "published_at": f"{DATE}T10:15:00Z", "body": text(units),
    }  # fmt: skip


def csv_table(units: Units) -> bytes:
    file = StringIO()
    made = csv.DictWriter(file, row(units), delimiter=";")
    made.writeheader()
    made.writerow(row(units))
    return b"\xef\xbb\xbf" + file.getvalue().encode()


def json_lines(units: Units) -> bytes:
    return (json.dumps(row(units)) + "\n").encode()


def json_list(units: Units) -> bytes:
    return json.dumps({"status": "ok", "articles": [row(units)]}).encode()


def parquet(units: Units) -> bytes:
    file = BytesIO()
    pd.DataFrame([row(units)]).to_parquet(file)
    return file.getvalue()


def workbook(units: Units) -> bytes:
    file = BytesIO()
    pd.DataFrame([row(units)]).to_excel(file, index=False)
    return timeless(file.getvalue())


def timeless(book: bytes) -> bytes:
    """A workbook as if it had been written on the day of the article."""
    with zipfile.ZipFile(BytesIO(book)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    core = re.sub(rb"\d{4}-\d\d-\d\dT[\d:.]+Z", f"{DATE}T10:15:00Z".encode(), parts["docProps/core.xml"])
    return zipped(parts | {"docProps/core.xml": core})


def web_archive(units: Units, *, compressed: bool = True) -> bytes:
    file = BytesIO()
    writer = WARCWriter(file, gzip=compressed)
    for number, (address, kind, data) in enumerate(
        ((URL, "text/html; charset=utf-8", page(units)), (f"{URL}.png", "image/png", b"\x89PNG"))
    ):
        headers = StatusAndHeaders("200 OK", [("Content-Type", kind)], protocol="HTTP/1.1")
        record = writer.create_warc_record(
            address,
            "response",
            payload=BytesIO(data),
            length=len(data),
            warc_headers_dict={
                "WARC-Record-ID": f"<urn:uuid:{UUID(int=number)}>",
                "WARC-Date": f"{DATE}T10:15:00Z",
            },
            http_headers=headers,
        )
        writer.write_record(record)
    return file.getvalue()


def subtitles(turns: Sequence[str]) -> bytes:
    cues, number = [], 0
    for turn in turns:
        for line in wrap(turn, 42):
            number += 1
            cues.append(f"{number}\n00:00:{number:02},000 --> 00:00:{number + 1:02},000\n{line}\n")
    return "\n".join(cues).encode()


def pdf(
    pages: Sequence[Sequence[tuple[float, float, float, str]]], *, size: tuple[int, int] = (595, 842)
) -> bytes:
    """A PDF file whose pages have lines of text, each with its place (x, y from the bottom) and font size in points."""
    objects: list[bytes] = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    objects.append(b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
    kids = []
    for lines in pages:
        drawn = b"".join(
            f"BT /F1 {points} Tf 1 0 0 1 {x} {y} Tm (".encode() + _pdf_string(words) + b") Tj ET\n"
            for x, y, points, words in lines
        )
        objects.append(f"<< /Length {len(drawn)} >>\nstream\n".encode() + drawn + b"\nendstream")
        content = len(objects)
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {size[0]} {size[1]}] /Contents {content} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>".encode()
    made, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(made))
        made += f"{number} 0 obj\n".encode() + each + b"\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    made += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n".encode()
    return (
        made
        + f"<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{made.rindex(b'xref')}\n%%EOF".encode()
    )


def _pdf_string(words: str) -> bytes:
    return words.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


Placed = list[tuple[float, float, float, str]]


def pdf_article(units: Units, *, columns: int = 1, lines_a_page: int = 50) -> bytes:
    """An article set in columns, words divided at line ends, with a running head and page numbers."""
    width = 88 if columns == 1 else 44
    rows: list[tuple[float, str]] = []  # size and words; an empty line between paragraphs
    for kind, words in units:
        rows += [
            (16.0 if kind == "title" else 10.0, line)
            for line in _filled(words, width if kind != "title" else 60)
        ]
        rows.append((10.0, ""))
    pages: list[Placed] = []
    at = 0
    while at < len(rows):
        placed: Placed = [(72, 810, 8, "Norhaven Courier"), (290, 20, 8, str(len(pages) + 1))]
        for column in range(columns):
            for line in range(lines_a_page):
                if at < len(rows):
                    points, words = rows[at]
                    if words:
                        placed.append((72 + column * 240, 780 - 14 * line, points, words))
                    at += 1
        pages.append(placed)
    return pdf(pages)


def _filled(words: str, width: int) -> list[str]:
    """Lines filled to the width, long words divided."""
    lines, line = [], ""
    for word in words.split():
        if len(line) + 1 + len(word) <= width:
            line = f"{line} {word}".strip()
        elif len(word) > 9 and word.isalpha() and len(line) + 6 < width:
            lines.append(f"{line} {word[:4]}-")
            line = word[4:]
        else:
            lines.append(line)
            line = word
    return [*lines, line]


WRITERS: dict[str, Callable[[Units], bytes]] = {
    "a.txt": lambda units: text(units).encode(),
    "a.md": markdown,
    "a.html": page,
    "a.docx": docx,
    "a.odt": odt,
    "a.rtf": rtf,
    "a.eml": message,
    "a-page.eml": lambda units: message(units, page_only=True),
    "a.mbox": mailbox,
    "a.rss": rss,
    "a-feed.xml": atom,
    "a.csv": csv_table,
    "a.jsonl": json_lines,
    "a-list.json": json_list,
    "a.parquet": parquet,
    "a.xlsx": workbook,
    "a.json": ninjs,
    "a.xml": newsml,
    "a.warc.gz": web_archive,
    "a.warc": lambda units: web_archive(units, compressed=False),
    "a.zip": lambda units: zipped({"in/a.docx": docx(units), "__MACOSX/in/._a.docx": b"x"}),
    "a.pdf": pdf_article,
    "a-columns.pdf": lambda units: pdf_article(units, columns=2),
}
