"""Plain text."""

from claims.reading.encoding import decode
from claims.reading.layout.blocks import blocks_of
from claims.reading.parsed_article import ParsedArticle
from claims.reading.repairs import without_references


def read(data: bytes, name: str) -> ParsedArticle:
    """A plain-text file as a parsed article: its text as decoded, with HTML's character references written out.

    Raises ClaimsError where it is no text.
    """
    text = without_references(decode(data, name), name)
    return ParsedArticle(text, blocks_of(text))
