"""Rich text (.rtf), as word processors and some agencies' systems write it."""

import re
from collections.abc import Iterator
from typing import Final

from striprtf.striprtf import rtf_to_text

from claims.errors import ClaimsError
from claims.reading.parsed_article import ParsedArticle, parsed_from

_PIECE = re.compile(r"\\(?P<word>[a-z]+)(?P<number>-?\d+)? ?|\\.|[{}]|[^\\{}]+", re.IGNORECASE | re.DOTALL)
_UNREAD: Final = frozenset({"deleted", "v"})
"""Properties of words that are not shown: deleted in a tracked change, or hidden."""
_RESET: Final = frozenset({"plain"})
_LAID_OUT: Final = frozenset({"par", "row", "cell", "line", "pard", "sect", "page", "trowd", "intbl"})
"""Words that end a paragraph or a cell, whatever is hidden in it."""
_CELL_END = re.compile(r"\|\s*$")
_CELLS = re.compile(r"\s*\|\s*")
_MOST_GROUPS: Final = 10_000  # in one another


def read(data: bytes, name: str) -> ParsedArticle:
    """A rich text as a parsed article; each of its paragraphs is one, and each row of a table.

    Left out is what a tracked change deleted, and hidden text. Raises ClaimsError for one without words.
    """
    shown = "".join(_shown(data.decode("cp1252", "replace")))
    text = rtf_to_text(shown, errors="replace")  # type: ignore[no-untyped-call]
    lines = [_CELLS.sub(" | ", _CELL_END.sub("", line.strip("\x00"))) for line in text.split("\n")]
    if not any(line.strip() for line in lines):
        raise ClaimsError(f"{name}: no words in this rich text; save the article's text as a .txt file")
    return parsed_from([("paragraph", line) for line in lines])


def _shown(source: str) -> Iterator[str]:
    """The source without the words that are not shown; all that lays out the others stays."""
    hidden: list[frozenset[str]] = [frozenset()]
    for piece in _PIECE.finditer(source):
        written, word = piece.group(), piece["word"]
        if written == "{" and len(hidden) < _MOST_GROUPS:
            hidden.append(hidden[-1])
        elif written == "}" and len(hidden) > 1:
            hidden.pop()
        elif word in _UNREAD:
            own = {word} if piece["number"] != "0" else set[str]()
            hidden[-1] = (hidden[-1] - {word}) | own
            continue
        elif word in _RESET:
            hidden[-1] = frozenset()
        if not hidden[-1] or written in ("{", "}") or word in _LAID_OUT:
            yield written
