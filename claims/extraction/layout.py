"""The text that the tagger reads: as long as the article's, so that offsets need no translation."""

import re
from dataclasses import dataclass

from claims.extraction.datelines import datelines
from claims.extraction.quotations import Quotation, quotations
from claims.extraction.transcripts import Turn, turns
from claims.records import Article

_LINE_BREAK = re.compile(r"[\n\r\f\v\x1c-\x1e\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Layout:
    """The text that the tagger reads, and what its layout shows: all offsets are those of the article."""

    text: str
    quoted: tuple[Quotation, ...]
    datelines: tuple[tuple[int, int], ...]
    turns: tuple[Turn, ...]


def layout_of(article: Article) -> Layout:
    """The layout of an article: its text on a line a paragraph, its quotations, datelines and turns of transcripts."""
    text = tagger_text(article)
    return Layout(text, tuple(quotations(text)), tuple(datelines(text)), tuple(turns(text)))


def tagger_text(article: Article) -> str:
    """The article's paragraphs, each on a line, at their own offsets; everything else is line feeds.

    Titles and headings are left out. Breaks that only wrap a line become spaces. Quotation marks of every
    style become the curly double ones that the tagger was trained on; straight double ones stay.
    """
    chars = ["\n"] * len(article.text)
    for block in article.blocks:
        if block.kind == "paragraph":
            chars[block.start : block.end] = _LINE_BREAK.sub(" ", article.text[block.start : block.end])
    for quotation in quotations("".join(chars)):
        opening = slice(quotation.start, quotation.inner_start)
        closing = slice(quotation.inner_end, quotation.end)
        # A mark of two characters keeps both in a span that begins or ends with it.
        if chars[opening] != ['"']:
            chars[opening] = "“".ljust(quotation.inner_start - quotation.start)
        if quotation.closed and chars[closing] != ['"']:
            chars[closing] = "”".rjust(quotation.end - quotation.inner_end)
    return "".join(chars)
