"""The formats that can be read. A new one is a file with a ``read`` function here and its line below."""

from collections.abc import Callable, Mapping
from typing import Final

from claims.reading import html, markdown, plain
from claims.reading.draft import Draft

Reader = Callable[[bytes, str], Draft]
"""From a file's bytes and its name, which is for messages, to a draft; raises ClaimsError."""

READERS: Final[Mapping[str, Reader]] = {
    "": plain.read,
    ".txt": plain.read,
    ".text": plain.read,
    ".md": markdown.read,
    ".markdown": markdown.read,
    ".html": html.read,
    ".htm": html.read,
    ".xhtml": html.read,
}
"""The reader for each suffix, in lower case."""
