"""A text's lines, and how they were wrapped: read from the lines themselves."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from claims.reading.layout.line_edges import ITEM, ends_sentence, starts_small

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


@dataclass(frozen=True, slots=True)
class Wrap:
    """A text's wrapping; columns count from the left edge.

    ``width`` is the longest that a wrapped line gets, None where nothing was wrapped. ``first`` is the
    smaller width of paragraphs' first lines, as pages saved by word processors have it, else None.
    ``regular`` says that lines are filled up to the width, so that a line which is not filled ends
    something. ``marked`` says that paragraphs are set apart by blank lines or indents; ``usual`` is how many
    lines they have on average, as far as their ends are plain to see.
    """

    width: int | None
    first: int | None = None
    regular: bool = True
    marked: bool = True
    usual: float = 1.0

    def full(self, line: Line, following: Line) -> bool:
        """Whether the line was wrapped: the next word would not have fitted, and the line is no longer than others."""
        if self.width is None or _needed(line, following) <= self.width:
            return False
        return line.length <= 1.15 * self.width + 10 or " " not in line.text

    def full_first(self, line: Line, following: Line) -> bool:
        """The same, for a paragraph's first line."""
        return self.first is not None and line.length <= self.first < _needed(line, following)


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


def _needed(line: Line, following: Line) -> int:
    space = 0 if line.text[-1] in "-–—" else 1
    return line.length + space + len(following.first_word)


def continues(line: Line, following: Line) -> bool:
    """Whether a sentence surely runs on from a line to the next: no end here, no capital there."""
    return starts_small(following.text) and not ends_sentence(line.text) and not ITEM.match(following.text)


def measure(lines: Sequence[Line]) -> Wrap:
    """How the lines were wrapped, read from those over whose end a sentence surely runs on."""
    pairs = [(a, b) for a, b in pairwise(lines) if b.gap == 0]
    joined = [(a, b) for a, b in pairs if continues(a, b)]
    if not joined or len(joined) < 0.15 * len(pairs):
        return Wrap(None)
    wrap = Wrap(_explaining(joined))
    wrap = replace(wrap, first=_first_width(lines, wrap))
    filled = sum(wrap.full(a, b) or wrap.full_first(a, b) for a, b in joined)
    marks = sum(b.gap > 0 or b.indent > a.indent + 1 for a, b in pairwise(lines))
    short = sum(ends_sentence(a.text) and not wrap.full(a, b) for a, b in pairs)
    return replace(
        wrap,
        regular=filled >= 0.9 * len(joined),
        marked=2 * marks > short,
        usual=len(lines) / (marks + short + 1),
    )


def _first_width(lines: Sequence[Line], wrap: Wrap) -> int | None:
    starts = [
        (b, c)
        for a, b, c in zip(lines, lines[1:], lines[2:], strict=False)
        if (b.gap or ends_sentence(a.text)) and c.gap == 0 and continues(b, c)
    ]
    short = [(b, c) for b, c in starts if not wrap.full(b, c)]
    return _explaining(short) if len(short) >= 3 and 2 * len(short) >= len(starts) else None


def _explaining(pairs: Sequence[tuple[Line, Line]]) -> int:
    """The least width that explains the most line ends: the line fits, the next line's first word does not."""
    fitting = Counter(line.length for line, _ in pairs)
    overfull = Counter(_needed(line, following) for line, following in pairs)
    explained = {}
    count = 0
    for width in sorted(fitting | overfull):
        count += fitting[width] - overfull[width]
        explained[width] = count
    return max(explained, key=explained.__getitem__)
