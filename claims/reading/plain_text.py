"""Plain text."""

from claims.reading.encoding import decode
from claims.reading.layout.blocks import blocks_of
from claims.reading.parsed_article import ParsedArticle
from claims.reading.repairs import without_references, without_tags


def read(data: bytes, name: str) -> ParsedArticle:
    """A plain-text file as a parsed article. Raises ClaimsError where it is no text."""
    return laid_out(decode(data, name), name)


def laid_out(text: str, name: str) -> ParsedArticle:
    """A plain text as a parsed article, with HTML's tags taken out and its character references written out.

    ``name`` is that of the file, or of the part of one, for what is remarked.
    """
    text = without_references(without_tags(text, name), name)
    return ParsedArticle(text, blocks_of(text))
