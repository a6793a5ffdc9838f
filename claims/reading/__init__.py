"""Files and web pages to articles: find or fetch them, decode them, lay their text out in blocks. One file a format."""

from claims.reading.article import from_text, read
from claims.reading.finding import find

__all__ = ["find", "from_text", "read"]
