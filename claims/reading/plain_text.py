"""Plain text."""

from claims.reading.encoding import decode
from claims.reading.layout.blocks import blocks_of
from claims.reading.parsed_article import ParsedArticle


def read(data: bytes, name: str) -> ParsedArticle:
    """A plain-text file as a parsed article: its text exactly as decoded. Raises ClaimsError where it is no text."""
    text = decode(data, name)
    return ParsedArticle(text, blocks_of(text))
