"""Text that was garbled before it was saved is mended where that is certain, and said."""

import logging

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.reading.encoding import decode
from claims.reading.html import read as read_page
from claims.reading.plain_text import read
from claims.reading.repairs import without_mojibake, without_references, without_tags

WHOLE = "“The bridge is safe,” said Zoë Müller. “It isn’t old – it’s new.”\n"


def garbled(text: str) -> str:
    return "".join(
        bytes([byte]).decode("cp1252") if byte not in (0x81, 0x8D, 0x8F, 0x90, 0x9D) else chr(byte)
        for byte in text.encode()
    )


def test_utf8_that_was_read_as_windows_1252_is_mended_and_said(caplog: pytest.LogCaptureFixture) -> None:
    assert decode(garbled(WHOLE).encode(), "a.txt") == WHOLE
    assert [r.getMessage() for r in caplog.records] == [
        "a.txt: garbled characters mended in 1 line (UTF-8 read as windows-1252)"
    ]


def test_closing_marks_of_which_a_byte_is_lost_are_mended() -> None:
    assert decode(garbled(WHOLE).replace("\x9d", "").encode(), "a.txt") == WHOLE


@pytest.mark.parametrize(
    "text",
    [
        WHOLE,
        "Café à la crème, 20 €, said Ó Briain.",
        "Ã and â are letters.",
        "Das heißt „Straße“.",
        "L’été – à Â",
    ],
)
def test_text_that_is_whole_stays(text: str) -> None:
    assert without_mojibake(text, "a.txt") == text


@given(st.text())
def test_line_ends_stay(text: str) -> None:
    mended = without_mojibake(text, "a.txt")
    assert mended.count("\n") == text.count("\n")


def test_references_in_plain_text_are_written_out_and_said(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.WARNING)
    source = "Keller said it&#8217;s safe. &#8220;The bridge is new &amp;amp; paid for,&#x201D; she said.\n"
    parsed = read(source.encode(), "a.txt")
    assert parsed.text == "Keller said it’s safe. “The bridge is new & paid for,” she said.\n"
    assert parsed.text[parsed.blocks[0].start : parsed.blocks[0].end] == parsed.text.strip()
    assert "a.txt: 4 character references such as &#8217; written out" in caplog.text


@pytest.mark.parametrize(
    "text",
    [
        "AT&T; R&D",
        "a &b; c",
        "&lt and &#;",
        "Q&A: yes",
        "https://lock.example/?a=1&amp=2&quote=3&reg=4&copy=5&pound=6",
        "R&amplifier, &quota and &quote",
        "Müller &co, &c. &pounds",
    ],
)
def test_what_is_no_reference_stays(text: str) -> None:
    assert without_references(text, "a.txt") == text


def test_references_written_twice_on_a_page_are_written_out() -> None:
    words = "&amp;ldquo;The bridge is safe,&amp;rdquo; said Anna Keller on Monday in a long speech to the council."
    source = f"<html><body><article><p>{words}</p></article></body></html>"
    assert "“The bridge is safe,” said Anna Keller" in read_page(source.encode(), "a.html").text


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ("&ldquoIt holds,&rdquo she said.", "“It holds,” she said."),
        ("&lsquoIt holds&rsquo &mdash so she said &ndash twice.", "‘It holds’ — so she said – twice."),
        ("The keeper&rsquos house, said Maak&hellip", "The keeper’s house, said Maak…"),
        ("&#8220It holds,&#8221 said Maak. It&#8217s old.", "“It holds,” said Maak. It’s old."),
        ("&#x201CIt holds,&#x201D she said.", "“It holds,” she said."),
        ("Locks &amp weirs cost &pound40 a day.", "Locks & weirs cost £40 a day."),
        ("&quotIt holds,&quot she said.", '"It holds," she said.'),
        ("&laquoIt holds&raquo, she&nbspsaid.", "«It holds», she\u00a0said."),
    ],
)
def test_references_without_their_semicolon_are_written_out(source: str, wanted: str) -> None:
    assert without_references(source, "a.txt") == wanted
    page = (
        f"<html><body><article><p>{source} {'The lock at Arnbeck is old. ' * 8}</p></article></body></html>"
    )
    assert " ".join(wanted.split()) in " ".join(read_page(page.encode(), "a.html").text.split())


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ("<b>MAAK:</b> It holds.\n\n<b>REPORTER:</b> Why?\n", ["MAAK: It holds.", "REPORTER: Why?"]),
        ("<strong>Dorte Maak</strong>: It holds.\n\n<i>(Laughter)</i>\n", ["Dorte Maak: It holds.", "(Laughter)"]),
        ("<p>It holds, she said.</p><p>“It <em>must</em>,” he said.</p>", ["It holds, she said.", "“It must,” he said."]),
        ("She said it holds.<br><br>He said it leaks.<br/>", ["She said it holds.", "He said it leaks."]),
        ("<h2 class='x'>What it costs</h2>\n<p>Forty a day, she said.</p>", ["What it costs", "Forty a day, she said."]),
        ('She <a href="https://lock.example">said</a> it holds.', ["She said it holds."]),
    ],
)  # fmt: skip
def test_tags_in_plain_text_are_taken_out_and_said(
    source: str, wanted: list[str], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.WARNING)
    parsed = read(source.encode(), "a.txt")
    assert [parsed.text[b.start : b.end].strip() for b in parsed.blocks] == wanted
    assert "taken out" in caplog.text


@pytest.mark.parametrize(
    "text",
    ["if a < b and c > d", "<Dorte Maak> It holds", "the <b> tag", "<unknown> said </unknown>", "i <3 u"],
)
def test_what_is_no_tag_stays(text: str) -> None:
    assert without_tags(text, "a.txt") == text
