"""Where a paragraph of plain text ends, line by line."""

import re
from collections.abc import Sequence

from claims.reading.layout.line_edges import (
    CLOSING_MARKS,
    ITEM,
    LABEL,
    ends_sentence,
    first_double_mark,
    is_divider,
    leaves_quotation_open,
    opens_quotation,
    runs_on,
    starts_small,
)
from claims.reading.layout.wrapping import Line, Wrap
from claims.text.quotations import quotations

_LONGEST_WRAPPED = 150  # characters: what is longer was not wrapped
_OTHER_MARK_OPENS = re.compile(r"(?<!\w)[‘‚‛‹'`„«»「『]\s?\w")
_FAR = 40  # lines: as far back as an open quotation is looked for


def count_lines(lines: Sequence[Line], start: int, wrap: Wrap) -> int:
    """How many lines the paragraph has that begins with line ``start``."""
    end = start + 1
    while end < len(lines) and not _ends_before(lines, start, end, wrap):
        end += 1
    return end - start


def begins_indented(lines: Sequence[Line], i: int) -> bool:
    """Whether line ``i`` is indented as a paragraph's first line is: more than the line after it."""
    if i + 1 < len(lines) and not lines[i + 1].gap:
        return lines[i].indent > lines[i + 1].indent + 1
    return lines[i].indent > lines[i - 1].indent + 1


def _ends_before(lines: Sequence[Line], start: int, i: int, wrap: Wrap) -> bool:
    line, following = lines[i - 1], lines[i]
    if following.gap or is_divider(line.text) or is_divider(following.text):
        return True
    ended = ends_sentence(line.text)
    full = wrap.full(line, following)
    if _is_marked(lines, start, i, may_end=ended or not full):
        return True
    if starts_small(following.text):
        return ended and not full
    if ended or line.length > _LONGEST_WRAPPED:
        may_end = not full or _ends_when_full(lines, start, i, wrap)
        return may_end and not _is_inside_quotation(lines, start, i, wrap)
    if runs_on(line.text) or full or (i - 1 == start and wrap.full_first(line, following)):
        return False
    return wrap.regular


def _is_marked(lines: Sequence[Line], start: int, i: int, *, may_end: bool) -> bool:
    """Whether a list's item, a transcript's label or an indented line begins with line ``i``."""
    line, following = lines[i - 1], lines[i]
    in_list = bool(ITEM.match(lines[start].text))
    if ITEM.match(following.text) and (may_end or in_list or line.text.endswith(":")):
        return True
    if LABEL.match(following.text) and may_end:
        return True
    if i - 1 == start and LABEL.fullmatch(line.text):
        return True
    return not in_list and _is_indented(lines, start, i)


def _is_indented(lines: Sequence[Line], start: int, i: int) -> bool:
    line, following = lines[i - 1], lines[i]
    ended = ends_sentence(line.text)
    if begins_indented(lines, i):
        return ended or not starts_small(following.text)
    if following.indent > line.indent + 1:
        return ended
    return following.indent + 1 < line.indent and i - 1 > start and ended


def _is_inside_quotation(lines: Sequence[Line], start: int, i: int, wrap: Wrap) -> bool:
    """Whether a wrapped line ends between the marks of a quotation, which closes before the next blank line.

    A quotation of several paragraphs opens each of them with a mark.
    """
    line, following = lines[i - 1], lines[i]
    if wrap.width is None or line.length > _LONGEST_WRAPPED or opens_quotation(following.text):
        return False
    words = " ".join(each.text for each in lines[max(start, i - _FAR) : i])
    if not leaves_quotation_open(words):
        return _is_inside_other_marks(words, lines, i)
    for each in lines[i : i + _FAR]:
        if (each.gap and each is not following) or each.length > _LONGEST_WRAPPED:
            return False
        mark = first_double_mark(each.text)
        if mark:
            return mark == "closing"
    return False


def _is_inside_other_marks(words: str, lines: Sequence[Line], i: int) -> bool:
    """The same for single marks, which only a closing one tells from apostrophes, and for those of other languages."""
    if not _OTHER_MARK_OPENS.search(words):
        return False
    gaps = (k for k in range(i + 1, min(len(lines), i + _FAR)) if lines[k].gap)
    below = [each.text for each in lines[i : next(gaps, i + _FAR)]]
    found = quotations(" ".join([words, *below]))
    return any(q.start < len(words) < q.end and q.closed for q in found)


def _ends_when_full(lines: Sequence[Line], start: int, i: int, wrap: Wrap) -> bool:
    """Whether a paragraph ends with a sentence that happens to end where its line is full.

    Little shows it: the next line, where it is short as first lines are, the quotation marks, and how long
    the text's other paragraphs are.
    """
    line, following = lines[i - 1], lines[i]
    if wrap.marked:
        return False
    if i + 1 < len(lines) and wrap.full_first(following, lines[i + 1]):
        return True
    words = " ".join(each.text for each in lines[max(start, i - _FAR) : i])
    if leaves_quotation_open(words) and not opens_quotation(following.text):
        return False
    return i - start >= 0.7 * wrap.usual or line.text[-1] in CLOSING_MARKS
