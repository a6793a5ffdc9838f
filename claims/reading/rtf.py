"""Rich text (.rtf), as word processors and some agencies' systems write it."""

import re
from collections.abc import Iterable
from typing import Final

from striprtf.striprtf import rtf_to_text

from claims.errors import ClaimsError
from claims.reading.parsed_article import ParsedArticle, parsed_from
from claims.reading.remarks import remark_comments

_PIECE = re.compile(r"\\(?P<word>[a-z]+)(?P<number>-?\d+)? ?|\\.|[{}]|[^\\{}]+", re.IGNORECASE | re.DOTALL)
_UNREAD: Final = frozenset({"deleted", "v"})
"""Properties of words that are not shown: deleted in a tracked change, or hidden."""
_RESET: Final = frozenset({"plain"})
_LAID_OUT: Final = frozenset({"par", "row", "cell", "line", "pard", "sect", "page", "trowd", "intbl"})
"""Words that end a paragraph or a cell, whatever is hidden in it."""
_MARKS: Final = frozenset({"listtext", "pntext", "shprslt"})
"""Groups with the bullet or the number before a paragraph, or with what stands for a text box in an older Word."""
_ANNOTATION = re.compile(r"\\annotation(?![a-z])")
_CELL_END = re.compile(r"\|\s*$")
_CELLS = re.compile(r"\s*\|\s*")
_MOST_GROUPS: Final = 10_000  # in one another


def read(data: bytes, name: str) -> ParsedArticle:
    """A rich text as a parsed article; each of its paragraphs is one, and each row of a table.

    A text box follows the paragraph that it stands beside, notes follow the text. Left out are what a tracked change
    deleted, hidden text, headers, and comments, which are remarked. Raises ClaimsError for one without words.
    """
    source = data.decode("cp1252", "replace")
    text = rtf_to_text(_shown(source), errors="replace")  # type: ignore[no-untyped-call]
    # The two halves in which rich text has characters such as emoji become one; a half alone is damaged.
    text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    lines = [_CELLS.sub(" | ", _CELL_END.sub("", line.strip("\x00"))) for line in text.split("\n")]
    if not any(line.strip() for line in lines):
        raise ClaimsError(f"{name}: no words in this rich text; save the article's text as a .txt file")
    remark_comments(len(_ANNOTATION.findall(source)), name)
    return parsed_from([("paragraph", line) for line in lines])


def _shown(source: str) -> str:
    """The source without the words that are not shown; all that lays out the others stays.

    What stands in text boxes and notes, which the library does not read, becomes paragraphs behind.
    """
    told: list[list[str]] = [[]]  # the text, and in it notes and boxes that are being read
    apart: dict[int, str] = {}  # what a group at some depth holds: a note, a box, marks
    notes: list[str] = []
    boxes: list[str] = []
    hidden: list[frozenset[str]] = [frozenset()]
    for piece in _PIECE.finditer(source):
        written, word = piece.group(), piece["word"]
        if written == "{" and len(hidden) < _MOST_GROUPS:
            hidden.append(hidden[-1])
        elif written == "}" and len(hidden) > 1:
            if kind := apart.pop(len(hidden) - 1, ""):
                words = "".join(told.pop())
                if kind not in _MARKS:
                    (notes if kind == "footnote" else boxes).append(words)
            hidden.pop()
        elif word in _UNREAD:
            own = {word} if piece["number"] != "0" else set[str]()
            hidden[-1] = (hidden[-1] - {word}) | own
            continue
        elif word in _RESET:
            hidden[-1] = frozenset()
        elif word in ("footnote", "shptxt", *_MARKS) and len(hidden) - 1 not in apart and not hidden[-1]:
            apart[len(hidden) - 1] = word
            told.append([])
            continue
        if not hidden[-1] or written in ("{", "}") or word in _LAID_OUT:
            told[-1].append(written)
        if word == "par" and boxes and len(told) == 1:
            told[-1] += _paragraphs(boxes)
            boxes.clear()
    whole = "".join("".join(each) for each in told)
    behind = "".join(_paragraphs([*boxes, *notes]))
    return f"{whole.rstrip().removesuffix('}')}\\par {behind}}}" if behind else whole


def _paragraphs(groups: Iterable[str]) -> list[str]:
    return [rf"{{\pard {words}\par }}" for words in groups]
