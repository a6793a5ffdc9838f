"""Plain text to blocks: the title, headings, and paragraphs with their wrapped lines joined."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from claims.reading.layout import paragraphs
from claims.reading.layout.day_line import day_of_line
from claims.reading.layout.headings import is_name, is_quotation, looks_like_heading, looks_like_title
from claims.reading.layout.line_edges import (
    BYLINE,
    DATELINE,
    LABEL,
    ends_sentence,
    is_divider,
    opens_quotation,
    runs_on,
    starts_small,
)
from claims.reading.layout.wrapping import Line, Wrap, continues, measure, split_lines
from claims.records import Block, BlockKind
from claims.text.page_notices import ABOVE

_HEADING_LINES = 3
_FEW_LINES = 4  # too few to say that a text's lines are not wrapped


def blocks_of(text: str) -> tuple[Block, ...]:
    """The blocks of a plain text, hard-wrapped or not: its title if it has one, headings, paragraphs.

    Each block starts at its first character that is not white space and ends after its last; together they
    hold all that is not white space.
    """
    return _blocks(text, with_headings=True)


def paragraphs_of(text: str) -> tuple[Block, ...]:
    """The same for a text that is known to have neither title nor headings."""
    return _blocks(text, with_headings=False)


def _blocks(text: str, *, with_headings: bool) -> tuple[Block, ...]:
    lines = _closed_up(split_lines(text))
    wrap = measure(lines)
    above = _lines_above_title(lines) if lines and with_headings else 0
    found = [Block("heading", line.start, line.end) for line in lines[:above]]
    lines = lines[above:]
    start = 0
    while start < len(lines):
        kind: BlockKind = "paragraph"
        count = _heading_lines(lines, start, wrap) if with_headings else 0
        words = " ".join(line.text for line in lines[start : start + count])
        if count and start == 0 and _may_be_title(words) and not _is_transcript(lines, count):
            kind = "title"
        elif count and start and looks_like_heading(words) and _may_stand(lines, start, count, found, text):
            kind = "heading"
        else:
            count = paragraphs.count_lines(lines, start, wrap)
        found.append(Block(kind, lines[start].start, lines[start + count - 1].end))
        start += count
    return tuple(found)


def _lines_above_title(lines: Sequence[Line]) -> int:
    """How many lines stand above what may be the title: "FOR IMMEDIATE RELEASE", "Skip to content", a day."""
    count = next((i for i, line in enumerate(lines) if not _stands_above(line.text)), 0)
    return count if looks_like_title(lines[count].text) else 0


def _may_be_title(words: str) -> bool:
    return looks_like_title(words) and not _stands_above(words)


def _stands_above(words: str) -> bool:
    return bool(ABOVE.fullmatch(words) or day_of_line(words))


def _is_transcript(lines: Sequence[Line], count: int) -> bool:
    """Whether the text opens with two labels, as a transcript does."""
    return bool(LABEL.match(lines[0].text) and LABEL.match(lines[count].text))


def _closed_up(lines: list[Line]) -> list[Line]:
    """The lines, less the blank line that double-spaced text has after each."""
    spaced = [(a, b) for a, b in pairwise(lines) if b.gap]
    if sum(continues(a, b) for a, b in spaced) < max(3, 0.3 * (len(lines) - 1)):
        return lines
    return [replace(line, gap=max(0, line.gap - 1)) for line in lines]


def _heading_lines(lines: Sequence[Line], start: int, wrap: Wrap) -> int:
    """How many lines from line ``start`` stand apart from what follows; 0 if more than a heading has."""
    for count in range(1, _HEADING_LINES + 1):
        i = start + count
        if i >= len(lines) or is_divider(lines[i].text):
            return 0
        if _stands_apart(lines, start, i, wrap):
            return count
        line, following = lines[i - 1], lines[i]
        if not (starts_small(following.text) or runs_on(line.text) or wrap.full(line, following)):
            return 0
    return 0


def _stands_apart(lines: Sequence[Line], start: int, i: int, wrap: Wrap) -> bool:
    """Whether the line before line ``i`` ends something, though not with a full stop."""
    line, following = lines[i - 1], lines[i]
    if following.gap:
        return True
    if starts_small(following.text) or runs_on(line.text):
        return False
    if paragraphs.begins_indented(lines, i):
        return True
    if start == 0 and (DATELINE.match(following.text) or BYLINE.match(following.text)):
        return True
    return wrap.regular and _is_cut_short(lines, start, i, wrap)


def _is_cut_short(lines: Sequence[Line], start: int, i: int, wrap: Wrap) -> bool:
    """Whether the line before line ``i`` was ended for another reason than its length."""
    line, following = lines[i - 1], lines[i]
    if wrap.width is None:
        return (start == 0 or ends_sentence(following.text)) and (
            len(lines) > _FEW_LINES or following.length > line.length
        )
    if wrap.full(line, following):
        return False
    if i - 1 == start and wrap.full_first(line, following):
        return False
    return _is_filled(lines, i, wrap)


def _is_filled(lines: Sequence[Line], i: int, wrap: Wrap) -> bool:
    """Whether line ``i`` begins a paragraph whose lines were wrapped as the text's others."""
    if i + 1 == len(lines) or ends_sentence(lines[i].text):
        return True
    return wrap.full(lines[i], lines[i + 1]) or wrap.full_first(lines[i], lines[i + 1])


def _may_stand(lines: Sequence[Line], start: int, count: int, found: Sequence[Block], text: str) -> bool:
    """Whether a heading may stand between the last block found and the lines after it."""
    before = text[found[-1].start : found[-1].end]
    words = text[lines[start].start : lines[start + count - 1].end]
    if found[-1].kind == "heading" or (found[-1].kind == "paragraph" and not ends_sentence(before)):
        return False
    i = start + count
    if is_name(words) and (is_quotation(before) or opens_quotation(lines[i].text)):
        return False
    in_list = (i + 1 == len(lines) or lines[i + 1].gap > 0) and looks_like_heading(lines[i].text)
    return not in_list and not starts_small(lines[i].text)
