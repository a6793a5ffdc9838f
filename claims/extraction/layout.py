"""The text that the tagger reads: as long as the article's, so that offsets need no translation."""

import re

from claims.extraction.quotations import quotations
from claims.records import Article

_LINE_BREAK = re.compile(r"[\n\r\f\v\x1c-\x1e\x85\u2028\u2029]")


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
        _mark(chars, quotation.start, quotation.inner_start, "“")
        _mark(chars, quotation.inner_end, quotation.end, "”")
    return "".join(chars)


def _mark(chars: list[str], start: int, end: int, mark: str) -> None:
    if end > start and chars[start] != '"':
        chars[start:end] = [mark, *" " * (end - start - 1)]
