"""Text that was garbled before it was saved is mended where that is certain, and said."""

import logging

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.reading.encoding import decode
from claims.reading.html import read as read_page
from claims.reading.plain_text import read
from claims.reading.repairs import without_mojibake, without_references

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


@pytest.mark.parametrize("text", ["AT&T; R&D", "a &b; c", "&lt and &#;", "Q&A: yes"])
def test_what_is_no_reference_stays(text: str) -> None:
    assert without_references(text, "a.txt") == text


def test_references_written_twice_on_a_page_are_written_out() -> None:
    words = "&amp;ldquo;The bridge is safe,&amp;rdquo; said Anna Keller on Monday in a long speech to the council."
    source = f"<html><body><article><p>{words}</p></article></body></html>"
    assert "“The bridge is safe,” said Anna Keller" in read_page(source.encode(), "a.html").text
