"""Plain text."""

from claims.reading.encoding import decode
from claims.reading.layout.blocks import blocks_of
from claims.reading.parsed_article import ParsedArticle
from claims.reading.repairs import without_references, without_tags


def read(data: bytes, name: str) -> ParsedArticle:
    """A plain-text file as a parsed article: its text as decoded, with HTML's tags and character references resolved.

    Raises ClaimsError where it is no text.
    """
    text = without_references(without_tags(decode(data, name), name), name)
    return ParsedArticle(text, blocks_of(text))
