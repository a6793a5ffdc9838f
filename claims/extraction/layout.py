"""The layout of an article: the text that a tagger reads, its quotations, its datelines and the turns of a transcript.

That text is as long as the article's, so that offsets need no translation: 0-based code points, end exclusive.
"""

import re
from dataclasses import dataclass

from claims.extraction.turns import Turn, turns
from claims.extraction.unread_lines import unread
from claims.records import Article
from claims.text.quotations import Quotation, quotations

_LINE_BREAK = re.compile(r"[\n\r\f\v\x1c-\x1e\x85\u2028\u2029]")
_DATELINE = re.compile(
    r"^(?P<place>[A-Z][\w.'’/-]+(?: [A-Z][\w.'’/-]+){0,3})"
    r"(?P<more>, [^—–\n()]{2,40}?)?(?P<agency> ?\([A-Z][\w .]{1,40}\))?\s?(?:—|–|--|(?<=\s)-)(?= ?\S) ?",
    re.MULTILINE,
)
_STRAIGHT_MARK = re.compile('"')
_SHORTEST_PLACE = 3
_DIGIT = re.compile(r"\d")
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_DATED_PLACE = re.compile(
    rf"^(?P<place>[A-Z][A-Z.'’ -]{{2,40}}),? (?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})(?:, \d{{4}})?[.,]?"
    r"(?: ?[/(\[][^/()\[\]\n]{2,40}[/)\]])?\s?[.:—–-]*\s+(?=\S)",
    re.MULTILINE,
)
_PLACE_AND_COLON = re.compile(
    r"^(?P<place>[A-Z][A-Z.'’/-]{2,}(?: [A-Z][A-Z.'’/-]+){0,2})(?: \([A-Z][\w .]{1,40}\))?: ?(?=\S)"
)
_FIRST_PERSON = re.compile(r"\b(?:I|we|my|our|me|us|you|your)\b")


@dataclass(frozen=True, slots=True)
class Layout:
    """The text that a tagger reads, and what its layout shows; all offsets are those of the article.

    ``text``: see :func:`tagger_text`.
    ``quoted``: the quotations, in order.
    ``datelines``: the offsets of the datelines, which nobody says.
    ``turns``: what may be the turns of a transcript.
    """

    text: str
    quoted: tuple[Quotation, ...]
    datelines: tuple[tuple[int, int], ...]
    turns: tuple[Turn, ...]


def layout_of(article: Article) -> Layout:
    """The layout of an article: its text on a line a paragraph, its quotations, datelines and turns of transcripts."""
    text = tagger_text(article)
    return Layout(text, tuple(quotations(text)), tuple(datelines(text)), tuple(turns(text)))


def tagger_text(article: Article) -> str:
    """The article's paragraphs, each on a line, at their own offsets; everything else is line feeds.

    Titles, headings, lines that report nothing and a dateline that ends with a colon are left out. Breaks that only
    wrap a line become spaces. Quotation marks of every style become the curly double ones that the tagger was trained
    on; straight double ones stay, but become single ones inside a quotation and where they are none: 12".
    """
    chars = ["\n"] * len(article.text)
    paragraphs = [b for b in article.blocks if b.kind == "paragraph"]
    skipped = unread([article.text[b.start : b.end] for b in paragraphs])
    for block, skip in zip(paragraphs, skipped, strict=True):
        if not skip:
            chars[block.start : block.end] = _LINE_BREAK.sub(" ", article.text[block.start : block.end])
    if placed := _place_before_colon("".join(chars)):
        chars[slice(*placed)] = "\n" * (placed[1] - placed[0])
    found = quotations("".join(chars))
    marks = {place for q in found for place in (q.start, *([q.inner_end] if q.closed else []))}
    for lone in _STRAIGHT_MARK.finditer("".join(chars)):
        if lone.start() not in marks:
            chars[lone.start()] = "'"
    for quotation in found:
        opening = slice(quotation.start, quotation.inner_start)
        closing = slice(quotation.inner_end, quotation.end)
        # A mark of two characters keeps both in a span that begins or ends with it.
        if chars[opening] != ['"']:
            chars[opening] = "“".ljust(quotation.inner_start - quotation.start)
        if quotation.closed and chars[closing] != ['"']:
            chars[closing] = "”".rjust(quotation.end - quotation.inner_end)
    return "".join(chars)


def datelines(text: str) -> list[tuple[int, int]]:
    """The offsets of the datelines in a text that has each paragraph on a line.

    The place is in capitals, or has an agency or a day behind it. A place alone before a dash is a dateline only
    where a single paragraph begins so: several are the names of a transcript.
    """
    found = list(_DATELINE.finditer(text))
    dated = [m for m in found if m["agency"] or _DIGIT.search(m["more"] or "")]
    capitals = [
        m for m in found if m not in dated and len(m["place"]) >= _SHORTEST_PLACE and m["place"].isupper()
    ]
    alone = [m for m in capitals if not m["more"]]
    sure = [*dated, *(m for m in capitals if m["more"] or len(alone) == 1)]
    sure += [m for m in _DATED_PLACE.finditer(text) if all(m.start() != other.start() for other in sure)]
    return sorted(m.span() for m in sure)


def _place_before_colon(text: str) -> tuple[int, int] | None:
    """The offsets of a place in capitals with a colon that opens the text: no label, which would come again.

    Behind a place the report goes on; behind a label somebody speaks, of himself or to somebody.
    """
    start = len(text) - len(text.lstrip())
    line = text[start:].partition("\n")[0]
    found = _PLACE_AND_COLON.match(line)
    if not found or _FIRST_PERSON.search(line) or '"' in line[found.end() : found.end() + 1]:
        return None
    if any(text[slice(*turn.label)].isupper() for turn in turns(text[start + len(line) :])):
        return None
    return start, start + found.end()
