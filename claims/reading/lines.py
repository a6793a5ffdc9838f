"""A text's lines: where they stand, how far they are indented, how many blank lines lie above them."""

import re
from dataclasses import dataclass

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_BREAK = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_WORD = re.compile(r"[^ \t]+")
_TAB_STOP = 8


@dataclass(frozen=True, slots=True)
class Line:
    """One line that is not blank, without the white space around it.

    ``start`` and ``end`` are offsets into the text, ``indent`` is in columns, ``gap`` counts the blank lines
    above. The first line of a page has no gap: a page may end in the middle of a sentence.
    """

    start: int
    end: int
    text: str
    indent: int
    gap: int

    @property
    def length(self) -> int:
        """Columns from the left edge to the last character."""
        return self.indent + len(self.text)

    @property
    def first_word(self) -> str:
        """What a program that wraps lines would have had to fit on the line above."""
        found = _WORD.match(self.text)
        return found.group() if found else ""


def split_lines(text: str) -> list[Line]:
    """The lines of a text that are not blank, in order."""
    lines: list[Line] = []
    previous_end = 0
    for found in _LINE.finditer(text):
        words = found.group().strip()
        if not words:
            continue
        before = found.group().partition(words)[0]
        start = found.start() + len(before)
        between = text[previous_end:start]
        gap = 0 if "\f" in between or not lines else len(_BREAK.findall(between)) - 1
        previous_end = start + len(words)
        lines.append(Line(start, previous_end, words, len(before.expandtabs(_TAB_STOP)), gap))
    return lines
