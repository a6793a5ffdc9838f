"""The formats that can be read: a file with a ``read`` function here and its line below, or an installed package."""

from collections.abc import Callable
from typing import Final

from claims.plugins import Registry
from claims.reading import html, markdown, plain_text
from claims.reading.parsed_article import ParsedArticle

Reader = Callable[[bytes, str], ParsedArticle]
"""From a file's bytes and its name, which is for messages, to what stands in it; raises ClaimsError."""

READERS: Final[Registry[Reader]] = Registry(
    "claims.readers",
    {
        "": plain_text.read,
        ".txt": plain_text.read,
        ".text": plain_text.read,
        ".md": markdown.read,
        ".markdown": markdown.read,
        ".html": html.read,
        ".htm": html.read,
        ".xhtml": html.read,
    },
)
"""The reader for each ending of a file's name, in lower case."""
