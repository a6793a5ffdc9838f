"""The layout of an article: the text that a tagger reads, its quotations, its datelines and the turns of a transcript.

That text is as long as the article's, so that offsets need no translation: 0-based code points, end exclusive.
"""

import re
from collections import Counter
from dataclasses import dataclass
from typing import NamedTuple

from claims.records import Article
from claims.text.quotations import Quotation, quotations

_LINE_BREAK = re.compile(r"[\n\r\f\v\x1c-\x1e\x85\u2028\u2029]")
_DATELINE = re.compile(
    r"^(?P<place>[A-Z][\w.'’/-]+(?: [A-Z][\w.'’/-]+){0,3})"
    r"(?P<more>, [^—–\n()]{2,40}?)?(?P<agency> ?\([A-Z][\w .]{1,40}\))?\s?(?:—|–|--|(?<=\s)-)(?= ?\S) ?",
    re.MULTILINE,
)
_SHORTEST_PLACE = 3
_DIGIT = re.compile(r"\d")
_TURN = re.compile(
    r"^[\"“]?(?P<label>[A-Z][\w.'’-]+(?: (?:[A-Z(][\w.'’)-]*|of|the|de|al)){0,4})(?P<colon>:)\s+"
    r"(?P<words>\S.*?[.?!…—-][\"”’)\]]*)\s*$",
    re.MULTILINE,
)
_LEAST_TURNS = 3
_LEAST_LABELS = 2


class Turn(NamedTuple):
    """What may be a turn in a transcript: offsets of the label, the colon and the words.

    ``sure`` is false where the layout alone does not show it: "Cost: nobody knows."
    """

    label: tuple[int, int]
    colon: tuple[int, int]
    words: tuple[int, int]
    sure: bool


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

    Titles and headings are left out. Breaks that only wrap a line become spaces. Quotation marks of every
    style become the curly double ones that the tagger was trained on; straight double ones stay.
    """
    chars = ["\n"] * len(article.text)
    for block in article.blocks:
        if block.kind == "paragraph":
            chars[block.start : block.end] = _LINE_BREAK.sub(" ", article.text[block.start : block.end])
    for quotation in quotations("".join(chars)):
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
    return sorted(m.span() for m in (*dated, *(m for m in capitals if m["more"] or len(alone) == 1)))


def turns(text: str) -> list[Turn]:
    """What may be the turns of a transcript in a text that has each paragraph on a line.

    They are sure where there are three or more, of at least two labels, one of which comes twice.
    """
    found = list(_TURN.finditer(text))
    labels = Counter(m["label"] for m in found)
    sure = len(found) >= _LEAST_TURNS and len(labels) >= _LEAST_LABELS and max(labels.values()) > 1
    return [Turn(m.span("label"), m.span("colon"), m.span("words"), sure) for m in found]
