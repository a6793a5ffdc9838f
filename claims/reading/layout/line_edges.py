"""What the first and the last words of a line say about the sentence it belongs to."""

import re
from typing import Final, Literal

from claims.lexicons import words
from claims.text.abbreviations import ends_in_abbreviation

CLOSING_MARKS: Final = "\"'”’»›"
_CLOSING = re.escape(CLOSING_MARKS + ")]")
_SENTENCE_END = re.compile(rf"[.!?…。！？؟][{_CLOSING}]*$")
_OPEN_END = re.compile(rf"(?:[,;،][{_CLOSING}]*|[-–—/&])$")
_DOUBLE_MARK = re.compile(r"[\"“”„«»]")
_CLOSES = re.compile(r"(?<=\S)\"(?!\w)")
_FIRST_LETTER = re.compile(r"\W*(\w)")
_TAIL = 40  # as much of a line as its end can be judged by
_NEVER_LAST = re.compile(rf"\b(?:{'|'.join(words('function_words.never_last'))})$", re.IGNORECASE)


ITEM = re.compile(r"^(?:[-–—*•‣▪◦·●○►▶➢✓]\s+\S|[-–—](?=[A-Z“\"])|\(?\d{1,2}[.)]\s+\S|\(?[a-z]\)\s+\S)")
"""The start of a list's item, or of a signature ("- Name")."""

_NAME = r"[A-Z][\w.'’-]*"
LABEL = re.compile(rf"^{_NAME}(?: {_NAME}){{0,3}}(?: \([^)]{{1,40}}\))?:(?:\s|$)")
"""The start of a transcript's line: who speaks, and a colon."""

_CAPITALS = r"[A-Z][A-Z.'’-]+"
DATELINE = re.compile(
    rf"^{_CAPITALS}(?: {_CAPITALS})*(?:, [A-Z][\w.]+(?: [A-Z\d][\w.]*)*)?(?: \([^)]{{1,40}}\))? ?(?:—|–|--?)\s"
    r"|^[A-Z][\w.]+(?: [A-Z][\w.]+)?(?:, [A-Z][\w.]+)? \((?:Reuters|AP|AFP|UPI|dpa|Xinhua)\)"
)
"""Place, agency and dash at the start of a report: "LONDON (Reuters) - "."""

BYLINE = re.compile(r"^(?:By|BY) (?:[A-Z][\w.'’-]+|[a-z]+ [A-Z])")
"""The line that names the article's author."""


def ends_sentence(text: str) -> bool:
    """Whether a sentence may end here."""
    tail = text[-_TAIL:]
    return bool(_SENTENCE_END.search(tail)) and not ends_in_abbreviation(tail)


def opens_quotation(text: str) -> bool:
    """Whether the line opens with a quotation mark."""
    return text.startswith(('"', "“", "„", "«", "»", "‘", "'", "「"))


def leaves_quotation_open(text: str) -> bool:
    """Whether a double quotation mark in the text was opened and not closed."""
    return text.count("“") > text.count("”") or text.count('"') % 2 == 1


def first_double_mark(text: str) -> Literal["opening", "closing"] | None:
    """What the first double quotation mark of a line does, None where it has none."""
    found = _DOUBLE_MARK.search(text)
    if found is None:
        return None
    closing = found.group() == "”" or (found.group() == '"' and _CLOSES.match(text, found.start()))
    return "closing" if closing else "opening"


def runs_on(text: str) -> bool:
    """Whether the sentence cannot be over: a comma, a hyphen, or a word such as "the" stands last."""
    tail = text[-_TAIL:]
    return bool(_OPEN_END.search(tail) or _NEVER_LAST.search(tail))


def starts_small(text: str) -> bool:
    """Whether the line opens with a lower-case letter, or one of a script without case."""
    found = _FIRST_LETTER.match(text)
    first = found.group(1) if found else ""
    return first.isalpha() and not first.isupper() and not first.istitle()


def is_divider(text: str) -> bool:
    """Whether the line has no words: "***", "-----"."""
    return len(text) > 1 and not any(c.isalnum() or c in "\"'”’»)." for c in text)
