"""Rich text (.rtf), as word processors and some agencies' systems write it."""

from striprtf.striprtf import rtf_to_text

from claims.errors import ClaimsError
from claims.reading.parsed_article import ParsedArticle, parsed_from


def read(data: bytes, name: str) -> ParsedArticle:
    """A rich text as a parsed article; each of its paragraphs is one. Raises ClaimsError for one without words."""
    text = rtf_to_text(data.decode("cp1252", "replace"), errors="replace")  # type: ignore[no-untyped-call]
    lines = [line.strip("\x00") for line in text.split("\n")]
    if not any(line.strip() for line in lines):
        raise ClaimsError(f"{name}: no words in this rich text; save the article's text as a .txt file")
    return parsed_from([("paragraph", line) for line in lines])
