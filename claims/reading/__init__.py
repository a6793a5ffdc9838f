"""Files and web pages to articles: find or fetch them, decode them, lay their text out in blocks. One file a format."""

from claims.reading.article import from_text, read
from claims.reading.file_search import find
from claims.reading.layout.blocks import blocks_of
from claims.reading.parsed_article import ParsedArticle, joined
from claims.reading.urls import canonical_url, is_url

__all__ = ["ParsedArticle", "blocks_of", "canonical_url", "find", "from_text", "is_url", "joined", "read"]
