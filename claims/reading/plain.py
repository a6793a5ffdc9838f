"""Plain text."""

from claims.reading.draft import Draft
from claims.reading.encoding import decode
from claims.reading.layout import blocks_of


def read(data: bytes, name: str) -> Draft:
    """A plain-text file as a draft: its text exactly as decoded. Raises ClaimsError where it is no text."""
    text = decode(data, name)
    return Draft(text, blocks_of(text))
