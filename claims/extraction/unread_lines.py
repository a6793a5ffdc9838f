"""Lines of a page that report nothing: bylines, credits, dates, crossheads, correction notices, a site's own notes.

The questions of a briefing's transcript, "Q  Will you sign it?", ask, and have no label that ends with a colon.

The tagger, trained on running text, takes such a line for the beginning of the paragraph behind it, or for a quotation
without a cue.
"""

import re
from collections.abc import Sequence
from typing import Final

from claims.lexicons import word_set
from claims.text.page_notices import NOTICE, WIDGET

_BYLINE = re.compile(
    r"(?:by|words by|text by|written by|story by|report(?:ed|ing)? by|additional reporting by|edit(?:ed|ing) by)\s+"
    r"(?:(?-i:[A-Z])[\w.'’-]*|and|in|for|of|the|at|&|,|\||\s)+\.?",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"(?:file )?(?:photo|picture|photograph|image|video|graphic|illustration|caption|pic)s?"
    r"(?: (?:by|credit|courtesy)\b| ?[:/—–])[^\n]{0,150}",
    re.IGNORECASE,
)
_CREDIT_BEHIND = re.compile(
    r"[(\[](?:[^()\[\]\n]{3,60}\w ?/ ?[A-Z]|(?:[^()\[\]\n]*\W)?(?i:photos?|file|credit|courtesy|handout)\b)"
    r"[^()\[\]\n]*[)\]]\.?\Z"
)
_ASKED = re.compile(r"Q\s+[A-Z\"“(…—].*", re.DOTALL)
_IN_CAPITALS = re.compile(r"[A-Z][A-Z .'’-]+:\s")
_LEAST_LABELS: Final = 2
"""Paragraphs behind a label in capitals at least that a transcript has."""
_ENDS_OPEN = re.compile(r"[\w%)\]]['\"”’]?\Z")
_JOINS = re.compile(r"(?<!\d):|[—–―]| -+ ")
_WORD = re.compile(r"[\w'’-]+")
_LONGEST_CROSSHEAD: Final = 8
"""Words of a line without a full stop at most, for it to be a crosshead, a date or the like."""
_LONGEST_BYLINE: Final = 14
_LONGEST_WIDGET: Final = 40
_SAYING: Final = word_set("cues.news")
_STAMP: Final = word_set(
    *(f"calendar.{name}" for name in ("month", "short_month", "day", "short_day", "stamp"))
)
_FIGURE = re.compile(r"\d+(?:st|nd|rd|th|[a-z]{0,2}\d*z?)", re.IGNORECASE)


def unread(paragraphs: Sequence[str]) -> list[bool]:
    """Which of an article's paragraphs, in order, report nothing; an article's only one always does."""
    briefing = sum(_IN_CAPITALS.match(p.strip()) is not None for p in paragraphs) >= _LEAST_LABELS
    return [
        len(paragraphs) > 1
        and (_reports_nothing(p.strip()) or (briefing and _ASKED.fullmatch(p.strip()) is not None))
        for p in paragraphs
    ]


def _reports_nothing(line: str) -> bool:
    words = _WORD.findall(line)
    if NOTICE.match(line):
        return True
    if len(words) <= _LONGEST_BYLINE and _BYLINE.fullmatch(line):
        return True
    if _is_stamp(words):
        return True
    quoted = any(mark in line for mark in '"“”„«»')
    if (
        len(words) <= _LONGEST_WIDGET
        and not quoted
        and (_CREDIT.fullmatch(line) or _CREDIT_BEHIND.search(line) or WIDGET.match(line))
    ):
        return True
    return (
        len(words) <= _LONGEST_CROSSHEAD
        and not line.startswith("((")  # a broadcast script's sign
        and _ENDS_OPEN.search(line) is not None
        and not _JOINS.search(line)
        and _SAYING.isdisjoint(word.casefold() for word in words)
    )


def _is_stamp(words: Sequence[str]) -> bool:
    """Whether the words of a line are day and time, and what stands beside them."""
    others = [w for w in words if not _FIGURE.fullmatch(w)]
    return 0 < len(others) < len(words) and all(w.casefold() in _STAMP for w in others)
