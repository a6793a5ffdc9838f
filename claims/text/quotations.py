"""Where the quotations of a text are, whatever marks they use, and whether a claim is quoted."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from claims.records import Kind, Span


class Quotation(NamedTuple):
    """A quotation with its marks; offsets end exclusive.

    ``inner_start`` and ``inner_end`` leave the marks out. ``closed`` is false where the paragraph ends before a
    closing mark, as in a quotation that runs on into the next paragraph.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    closed: bool


_CLOSERS = {
    "“": ("”", '"'),
    "”": ("”",),
    "„": ("“", "”"),
    "‟": ("”",),
    "«": ("»",),
    "»": ("«",),
    "「": ("」",),
    "『": ("』",),
    "``": ("''",),
    "''": ("''",),
    '"': ('"', "”"),
    "＂": ("＂",),
    "″": ("″",),
    "‶": ("″", "‶"),
    "〝": ("〞", "〟"),
    "<<": (">>",),
    ",,": ("''", "“", "”"),
    "‘": ("’",),
    "‛": ("’",),
    "´": ("´",),
    "’": ("’",),
    "`": ("'", "’"),
    "′": ("′",),
    "‚": ("‘", "’"),
    "‹": ("›",),
    "'": ("'",),
}
_SINGLE = frozenset("‘’‚‛‹'`´′")
_SINGLE_CLOSERS = frozenset("’›'‘´′")
_SELDOM_OPENS = frozenset("’´′")
_EITHER_WAY = frozenset(["»", '"', "''", "＂", "″"])
# Apostrophes and inches; the end of a quotation that an earlier paragraph opened.
_MAY_STAND_ALONE = _SINGLE | {"»", "”", "″"}
_MARK = re.compile(r"``|''|<<|>>|,,|[“„‟«»「『」』”\"＂″‶〝〞〟‘’‚‛‹›'`´′]")
_DECADE = re.compile(r"['‘’]\d0s\b")
_YEAR = re.compile(r"(?<=\b(?:of|in) )['‘’]\d\d\b")
_ELIDED = re.compile(r"['‘’](?:tis|twas|twere|twill|em|til|cause|round|bout|cos|n|t|s)\b", re.IGNORECASE)
_QUOTES_AFTER_ALL = re.compile(r"['‘’´′](?:[^'‘’´′\n]|(?<=\w)['’](?=\w))+[,.!?…]['’´′](?!\w)")
_WORD = re.compile(r"\w+")
_PARAGRAPH = re.compile(r"[^\n]+")
_SMALL_WORD = re.compile(r"\s+[a-z]")
_CLOSES_BETTER = re.compile(r"[\w.,!?…][’'](?!\w)")
_REACH = 500  # characters from an apostrophe to a mark that closes better


def quotations(text: str, start: int = 0, end: int | None = None) -> list[Quotation]:
    """The outermost quotations, in order; a line feed ends a paragraph and with it every open quotation.

    Single marks count only outside double ones and only where they cannot be apostrophes: an opening one
    stands before a word and behind none, and its closing one stands behind a word and before none. Closing marks and
    primes that were typed for opening ones open a quotation where a word follows them.
    """
    lines = _PARAGRAPH.finditer(text, start, len(text) if end is None else end)
    return [q for line in lines for q in _in_paragraph(text, line.start(), line.end())]


def _in_paragraph(text: str, start: int, end: int) -> Iterator[Quotation]:
    marks = list(_MARK.finditer(text, start, end))
    closing = defaultdict[str, list[int]](list)
    for k, mark in enumerate(marks):
        if _closes(text, mark, end):
            closing[mark.group()].append(k)
    at = 0
    while at < len(marks):
        mark = marks[at]
        at += 1
        if mark.group() not in _CLOSERS or not _opens(text, mark, start, end):
            continue
        behind = [bisect_left(closing[c], at) for c in _CLOSERS[mark.group()]]
        found = [
            closing[c][k] for c, k in zip(_CLOSERS[mark.group()], behind, strict=True) if k < len(closing[c])
        ]
        if found and mark.group() in _SINGLE and _opens_again(text, mark, marks[at : min(found)], start, end):
            continue
        if found:
            close = marks[min(found)]
            yield Quotation(mark.start(), close.end(), mark.end(), close.start(), True)
            at = min(found) + 1
        elif mark.group() not in _MAY_STAND_ALONE:
            yield Quotation(mark.start(), end, mark.end(), end, False)
            return


def _opens(text: str, mark: re.Match[str], start: int, end: int) -> bool:
    before = text[mark.start() - 1] if mark.start() > start else " "
    after = text[mark.end()] if mark.end() < end else " "
    if mark.group() in _SINGLE:
        return (
            not before.isalnum()
            and (after.isalnum() or after in '[(…$€£“"')
            and not _opens_a_clipped_word(text, mark.start())
            and (mark.group() not in _SELDOM_OPENS or _QUOTES_AFTER_ALL.match(text, mark.start()) is not None)
        )
    if mark.group() == "”":  # typed for an opening one
        return not before.isalnum() and after.isalnum()
    if mark.group() in _EITHER_WAY:
        return not after.isspace() or (before.isspace() and _spaced(text, mark, end))
    return True


def _opens_again(
    text: str, mark: re.Match[str], behind: Sequence[re.Match[str]], start: int, end: int
) -> bool:
    """Whether one of the marks behind a single one opens as well as it does, so that it is an apostrophe."""
    return any(other.group() == mark.group() and _opens(text, other, start, end) for other in behind)


def _spaced(text: str, mark: re.Match[str], end: int) -> bool:
    """Whether a mark between blanks has a partner between blanks: `" like this "`, and no lone mark."""
    return f" {mark.group()} " in f"{text[mark.end() : end]} "


def _opens_a_clipped_word(text: str, at: int) -> bool:
    """Whether a single mark is an apostrophe before a word: the '90s, 'Tis, in '03."""
    if _DECADE.match(text, at) or _YEAR.match(text, at):
        return True
    return _ELIDED.match(text, at) is not None and not _QUOTES_AFTER_ALL.match(text, at)


def _closes(text: str, mark: re.Match[str], end: int) -> bool:
    after = text[mark.end()] if mark.end() < end else " "
    if mark.group() in _SINGLE_CLOSERS:
        before = text[mark.start() - 1] if mark.start() else " "
        return not after.isalnum() and not before.isspace() and not _plural_possessive(text, mark, end)
    return mark.group() != "“" or not after.isalnum()


def _plural_possessive(text: str, mark: re.Match[str], end: int) -> bool:
    """Whether a mark such as that of "the residents' homes" is an apostrophe: a later mark closes better."""
    if text[mark.start() - 1] not in "sS" or not _SMALL_WORD.match(text, mark.end()):
        return False
    return _CLOSES_BETTER.search(text, mark.end(), min(end, mark.end() + _REACH)) is not None


class Quoted:
    """Answers, for any place in a text, how it stands to the text's quotations."""

    def __init__(self, found: Sequence[Quotation]):
        self._outer_starts = [q.start for q in found]
        self._outer_ends = [q.end for q in found]
        self._starts = [q.inner_start for q in found]
        self._ends = [q.inner_end for q in found]
        self._unclosed = [q for q in found if not q.closed]

    def covers(self, start: int, end: int) -> bool:
        """Whether all of ``start`` to ``end`` lies inside one quotation, between its marks."""
        k = bisect_right(self._starts, start) - 1
        return k >= 0 and end <= self._ends[k]

    def touches(self, start: int, end: int) -> bool:
        """Whether any of ``start`` to ``end`` lies in a quotation."""
        k = bisect_left(self._starts, end) - 1
        return k >= 0 and start < self._ends[k]

    def holds(self, start: int, end: int) -> bool:
        """Whether all of ``start`` to ``end`` lies in one quotation or in its marks."""
        k = bisect_right(self._outer_starts, start) - 1
        return k >= 0 and end <= self._outer_ends[k]

    def opens_with(self, start: int, end: int) -> bool:
        """Whether ``start`` to ``end`` is the opening mark of a quotation."""
        k = bisect_right(self._outer_starts, start) - 1
        return k >= 0 and (start, end) == (self._outer_starts[k], self._starts[k])

    def runs_open(self, start: int, end: int) -> bool:
        """Whether any of ``start`` to ``end`` lies in a quotation that its paragraph does not close."""
        return any(q.start < end and start < q.end for q in self._unclosed)


def kind_of(content: Iterable[Span], quoted: Quoted) -> Kind:
    """Direct where every word of the content lies in quotation marks, indirect where none does, else mixed."""
    inside = set[bool]()
    for span in content:
        if quoted.touches(span.start, span.end):
            words = (word.span() for word in _WORD.finditer(span.text))
            inside.update(quoted.covers(span.start + start, span.start + end) for start, end in words)
        elif _WORD.search(span.text):
            inside.add(False)
    if inside == {True}:
        return "direct"
    return "mixed" if True in inside else "indirect"
