"""PDF files: the lines of each page in reading order, column by column, without running heads and page numbers."""

import re
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from ctypes import byref
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median
from typing import Any, Final

import pypdfium2
from pypdfium2 import PdfiumError
from pypdfium2.raw import FS_RECTF, FPDFText_GetLooseCharBox, FPDFText_GetUnicode, FPDFText_IsGenerated

from claims.errors import ClaimsError
from claims.reading.layout.blocks import blocks_of
from claims.reading.layout.day_line import day_of_line
from claims.reading.parsed_article import BETWEEN, ParsedArticle, parsed_from
from claims.records import BlockKind

_LONGEST_TIME: Final = 30.0  # seconds
_MOST_PAGES: Final = 1_000
_MOST_CHARACTERS: Final = 2_000_000
_LIGATURES: Final = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_SOFT: Final = "\u00ad"
_HYPHENS: Final = {"\x02": "-", "\ufffe": "-", "\u2010": _SOFT}
"""PDFium's signs for a hyphen at a line's end, and the one that browsers and typesetting programs put there."""
_KERNED: Final = 0.08  # of a line's height: a narrower gap is no space
_PAGE_NUMBER = re.compile(r"\W*(?:page\s+)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?\W*", re.IGNORECASE)
_AT_EDGE: Final = 2  # lines at the head and at the foot of a page that may be running ones
_HYPHENED = re.compile(r"(\w+)-$")
_GUTTER: Final = 6.0  # points between two columns at the least
_COLUMN_LINES: Final = 4  # lines that a column has at the least
_AT_RIGHT: Final = 1.5  # points from a column's right edge
_JUSTIFIED: Final = 0.4
"""Share of a column's lines that end at its right edge, from which they were spread to it."""
_LARGE: Final = 1.4  # times the height of the body's lines
_LONGEST_HEADLINE: Final = 250  # characters
_PRINTED = re.compile(
    r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4},? \d{1,2}[:.]\d{2}(?: ?[AP]M)?(?: .*)?|"
    r"(?:https?|file)://\S+(?: \d{1,4}(?:/| of )\d{1,4})?",
    re.IGNORECASE,
)
"""What browsers print at the head and the foot of a page: when, and the address."""
_SPANNING: Final = 0.35  # share of a page's lines that may run over both columns: headlines, a lede


_LARGER: Final = 1.1
"""How many times as large as the rest the headline below a letterhead is."""
_LETTERHEAD: Final = 20  # lines
_RELEASE = re.compile(
    r"(?:for )?(?:immediate |urgent )?release|(?:press|news|media) (?:release|statement|notice)",
    re.IGNORECASE,
)
"""A line that stands between a letterhead and the headline."""


@dataclass(slots=True)
class _Line:
    """A piece of a line with nothing wider than a space in it; points from the page's lower left corner."""

    text: str
    left: float
    right: float
    bottom: float
    top: float

    @property
    def height(self) -> float:
        return self.top - self.bottom


def read(data: bytes, name: str) -> ParsedArticle:
    """A PDF file as a parsed article: paragraphs whole, also over columns and pages, words broken at line ends joined.

    Raises ClaimsError for a damaged or locked file, one whose pages are pictures, and one that takes too long.
    """
    pages = _pages(data, name)
    if not any(pages):
        raise ClaimsError(
            f"{name}: no text in this PDF, its pages are pictures; recognise their text first (OCR), then save it again"
        )
    pages = _without_running_lines(pages)
    text = "\f".join(_laid_out(page) for page in pages if page)
    blocks = blocks_of(text.replace(_SOFT, "-"))
    words = Counter(re.findall(r"\w+(?:-\w+)*", text.lower()))
    softly = f"{_SOFT}\n" in text
    headline = _headline(next(page for page in pages if page))
    units: list[tuple[BlockKind, str]] = []
    turns: list[int] = []  # where in the article's text each page begins that is not the first one
    length = 0
    for block, above in zip(blocks, [None, *blocks], strict=False):
        stretch = text[block.start : block.end]
        turns += [length] * text.count("\f", above.end if above else 0, block.start)
        turns += [
            length + len(_unwrapped(stretch[: turn.start()], words, softly=softly).rstrip("-")) + 1
            for turn in re.finditer("\f", stretch)
        ]
        whole = _unwrapped(stretch, words, softly=softly)
        units.append((_kind(block.kind, whole, headline), whole))
        length += len(whole) + len(BETWEEN)
    parsed = parsed_from(units)
    numbers = [number for number, page in enumerate(pages) if page]
    starts = dict(zip(numbers, [0, *turns], strict=False))
    # A page that is empty, a picture or blank, begins where the next one does that has words.
    return replace(parsed, pages=_filled(starts, len(pages), len(parsed.text)))


def _headline(page: Sequence[_Line]) -> str:
    """The words in a page's largest type, in one line; empty where none is much larger than the rest.

    A letterhead, which stands above "Press release", is no headline, however large.
    """
    released = [i for i, line in enumerate(page[:_LETTERHEAD]) if _RELEASE.fullmatch(line.text.strip())]
    page = page[released[-1] + 1 :] if released and page[released[-1] + 1 :] else page
    largest, body = max(line.height for line in page), median(line.height for line in page)
    if largest < (_LARGER if released else _LARGE) * body:
        return ""
    words = " ".join(line.text for line in page if line.height > 0.9 * largest)
    return words if len(words) <= _LONGEST_HEADLINE else ""


def _kind(kind: BlockKind, words: str, headline: str) -> BlockKind:
    if not headline:
        return kind
    if words == headline:
        return "title"
    return "paragraph" if kind == "title" else kind


def _filled(starts: Mapping[int, int], count: int, end: int) -> tuple[int, ...]:
    filled: list[int] = []
    for number in reversed(range(count)):
        filled.append(min(starts.get(number, end), filled[-1] if filled else end))
    return tuple(reversed(filled))


def _pages(data: bytes, name: str) -> list[list[_Line]]:
    until = time.monotonic() + _LONGEST_TIME
    count = 0
    found = []
    try:
        with pypdfium2.PdfDocument(data) as document:
            for i in range(min(len(document), _MOST_PAGES)):
                lines = _lines(document[i])
                count += sum(len(line.text) for line in lines)
                found.append(_in_reading_order(lines))
                if time.monotonic() > until or count > _MOST_CHARACTERS:
                    raise ClaimsError(f"{name}: too long for one article; give the article's pages as a file")
    except PdfiumError as error:
        problem = (
            "locked with a password; save it without"
            if "password" in str(error).lower()
            else ("damaged, or cut short; save or copy the file again")
        )
        raise ClaimsError(f"{name}: {problem}") from None
    return found


def _lines(page: Any) -> list[_Line]:
    """The page's lines in the order in which the file has them, cut at wide gaps."""
    text_page = page.get_textpage()
    box = FS_RECTF()
    lines: list[_Line] = []
    current: _Line | None = None
    space: bool | None = False  # None: one that PDFium takes for it
    for i in range(text_page.count_chars()):
        character = chr(FPDFText_GetUnicode(text_page, i) & 0x1FFFFF) if i >= 0 else ""
        if character.isspace() or character == "\x00":
            # PDFium puts spaces between glyphs that stand apart; what it takes for apart may be a kerned pair.
            space = space or not FPDFText_IsGenerated(text_page, i) or None
            continue
        if not FPDFText_GetLooseCharBox(text_page, i, byref(box)):
            continue
        character = _LIGATURES.get(character) or _HYPHENS.get(character, character)
        if space is None:
            space = current is None or box.left - current.right > _KERNED * (box.top - box.bottom)
        if current is not None and _continues(current, box, space=space):
            current.text += (" " if space else "") + character
            current.right = max(current.right, box.right)
            current.bottom, current.top = min(current.bottom, box.bottom), max(current.top, box.top)
        else:
            current = _Line(character, box.left, box.right, box.bottom, box.top)
            lines.append(current)
        space = False
    return lines


def _continues(line: _Line, box: Any, *, space: bool) -> bool:
    """Whether the next character stands on the same line, no further off than a wide space.

    The letters of a ligature all stand where it begins.
    """
    height = max(line.height, box.top - box.bottom, 1.0)
    shared = min(line.top, box.top) - max(line.bottom, box.bottom)
    if shared < 0.4 * min(line.height, box.top - box.bottom):
        return False
    gap = box.left - line.right
    return bool(-1.3 * height < gap < (1.6 if space else 1.0) * height)


def _in_reading_order(lines: Sequence[_Line]) -> list[_Line]:
    """The lines from top to bottom, those of the left column before those of the right one."""
    gutter = _gutter(lines)
    if gutter is None:
        return _rows(lines)
    ordered: list[_Line] = []
    band: list[_Line] = []
    for line in sorted(lines, key=lambda line: -line.top):
        if line.left < gutter < line.right:
            ordered += _columns(band, gutter)
            ordered.append(line)
            band = []
        else:
            band.append(line)
    return ordered + _columns(band, gutter)


def _columns(lines: Sequence[_Line], gutter: float) -> list[_Line]:
    left = [line for line in lines if line.right <= gutter]
    right = [line for line in lines if line.right > gutter]
    return _in_reading_order(left) + _in_reading_order(right)


def _gutter(lines: Sequence[_Line]) -> float | None:
    """Where a page's columns part: the place that most lines leave free, with enough of them on either side."""
    if len(lines) < 2 * _COLUMN_LINES:
        return None
    best, place = 0, None
    edges = sorted({round(line.left, 0) for line in lines})
    for edge in edges[1:]:
        at = edge - _GUTTER / 2
        left = sum(line.right <= edge - _GUTTER + 1 for line in lines)
        right = sum(line.left >= edge - 1 for line in lines)
        if min(left, right) < _COLUMN_LINES or len(lines) - left - right > _SPANNING * len(lines):
            continue
        if not _stand_side_by_side(lines, at):
            continue
        score = min(left, right) - 2 * (len(lines) - left - right)  # a line across it speaks against it
        if score > best:
            best, place = score, at
    return place


def _stand_side_by_side(lines: Sequence[_Line], at: float) -> bool:
    """Whether columns share most of their height, and hold lines rather than a table's short cells."""
    left = [line for line in lines if line.right <= at]
    right = [line for line in lines if line.left >= at]
    if not left or not right:
        return False
    shared = min(max(x.top for x in left), max(x.top for x in right)) - max(
        min(x.bottom for x in left), min(x.bottom for x in right)
    )
    lower = min(max(x.top for x in side) - min(x.bottom for x in side) for side in (left, right))
    wordy = all(median(len(x.text.split()) for x in side) >= 3 for side in (left, right))
    return shared > 0.5 * lower and wordy


def _rows(lines: Sequence[_Line]) -> list[_Line]:
    """The lines from top to bottom; pieces that stand on one height make one."""
    rows: list[list[_Line]] = []
    for line in sorted(lines, key=lambda line: (-line.top, line.left)):
        row = rows[-1][0] if rows else None
        if row is not None and min(row.top, line.top) - max(row.bottom, line.bottom) > 0.5 * min(
            row.height, line.height
        ):
            rows[-1].append(line)
        else:
            rows.append([line])
    return [_as_one(sorted(row, key=lambda line: line.left)) for row in rows]


def _as_one(row: Sequence[_Line]) -> _Line:
    return _Line(
        " ".join(line.text for line in row),
        row[0].left,
        max(line.right for line in row),
        min(line.bottom for line in row),
        max(line.top for line in row),
    )


def _without_running_lines(pages: list[list[_Line]]) -> list[list[_Line]]:
    """The pages less their numbers, and less what stands at the head or foot of several."""
    seen: Counter[tuple[str, int]] = Counter()
    for page in pages:
        seen.update({_pattern(line) for line in _edges(page)})
    often = max(2, len(pages) // 3)
    kept = []
    for page in pages:
        running = {
            id(line)
            for line in _edges(page)
            if _PAGE_NUMBER.fullmatch(line.text)
            or _PRINTED.fullmatch(line.text)
            or (len(pages) > 1 and seen[_pattern(line)] >= often)
        }
        kept.append([line for line in page if id(line) not in running])
    return kept if any(kept) else pages


def _edges(page: Sequence[_Line]) -> list[_Line]:
    ordered = sorted(page, key=lambda line: -line.top)
    return ordered[:_AT_EDGE] + ordered[max(_AT_EDGE, len(ordered) - _AT_EDGE) :]


def _pattern(line: _Line) -> tuple[str, int]:
    """What a running line has on every page: its words but for figures, and its height on the page."""
    return re.sub(r"\d+", "0", line.text), round(line.top / 4)


def _laid_out(page: Sequence[_Line]) -> str:
    """A page as hard-wrapped text: blank lines and indents stand where the page has them."""
    body = median(line.height for line in page) or 1.0
    steps = [a.top - b.top for a, b in pairwise(page) if 0 < a.top - b.top < 4 * body]
    usual = median(steps) if steps else 0.0
    edges = _left_edges(page)
    words = _spaced(page)
    parts = []
    for above, line, edge, told in zip([None, *page], page, edges, words, strict=False):
        if above is not None:
            step = above.top - line.top
            larger = max(1.0, min(above.height, line.height) / body)
            apart = step > 1.3 * usual * larger and step > usual * larger + 2
            other_size = abs(above.height - line.height) > 0.25 * max(above.height, line.height) and step > 0
            alone = any(
                _RELEASE.fullmatch(each) or day_of_line(each)
                for each in (above.text.strip(), line.text.strip())
            )
            parts.append("\n\n" if apart or other_size or alone else "\n")
        indented = 0.5 * line.height < line.left - edge < 6 * line.height
        parts.append(("    " if indented else "") + told)
    return "".join(parts)


def _spaced(page: Sequence[_Line]) -> list[str]:
    """The words of each line; one that was spread to its column's right edge is as long as the longest that was."""
    found: list[str] = []
    for column in _down_the_page(page):
        edge = max(line.right for line in column)
        spread = [line for line in column if edge - line.right <= _AT_RIGHT]
        longest = max(len(line.text) for line in spread)
        justified = len(spread) >= max(_JUSTIFIED * len(column), _COLUMN_LINES)
        for line in column:
            missing = longest - len(line.text) if justified and edge - line.right <= _AT_RIGHT else 0
            found.append(line.text.replace(" ", " " * (missing + 1), 1))
    return found


def _left_edges(page: Sequence[_Line]) -> list[float]:
    """For each line the left edge of its column: where most lines begin of those that go down the page with it."""
    edges: list[float] = []
    for column in _down_the_page(page):
        usual = Counter(round(each.left) for each in column).most_common(1)[0][0]
        edges += [float(usual)] * len(column)
    return edges


def _down_the_page(page: Sequence[_Line]) -> Iterator[list[_Line]]:
    """The lines of each column: those that go down the page, until one stands higher than that before it."""
    column: list[_Line] = []
    for line in page:
        if column and line.top > column[-1].top:
            yield column
            column = []
        column.append(line)
    if column:
        yield column


def _unwrapped(text: str, words: Counter[str], *, softly: bool) -> str:
    """A block's lines as one.

    A hyphen at a line's end goes where the program that set the page put it (``softly``: it marks these), else unless
    the word is written with it elsewhere.
    """
    whole = ""
    for line in (" ".join(line.split()) for line in re.split(r"[\n\f]", text)):
        if not line:
            continue
        broken = _HYPHENED.search(whole)
        if whole.endswith(_SOFT):
            whole = whole[:-1] + line
        elif broken and line[0].islower():
            rest = re.match(r"\w+", line)
            tail = rest.group() if rest else ""
            with_hyphen, without = (words[f"{broken.group(1)}{sign}{tail}".lower()] for sign in ("-", ""))
            keeps = with_hyphen > without or (softly and not without)
            whole = whole + line if keeps else whole[:-1] + line
        elif broken:
            whole += line
        else:
            whole += (" " if whole else "") + line
    return whole.replace(_SOFT, "-")
