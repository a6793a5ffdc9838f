"""What looks like a title or a heading, judged by its words alone."""

import re

from claims.lexicons import word_set
from claims.reading.layout.line_edges import BYLINE, CLOSING_MARKS, DATELINE, ITEM, runs_on

_QUOTED = re.compile(r"[\"“”„«»「」]|''|(?:^|\s)['‘]\S.*\S['’](?:\s|$)")
_ALL_QUOTED = re.compile(r"^(?:[\"“„«「]|'').*(?:[\"”“»」]|'')$", re.DOTALL)
_ADDRESS = re.compile(r"https?:|www\.|\S@\S|[<>{}=\\|]")
_WORD = re.compile(r"[^\W\d_][\w'’.-]*")
_AGE = re.compile(r", \d+$")
_QUESTION = re.compile(r"(?:what|why|how|who|whose|where|when|which)\b", re.IGNORECASE)
_MINOR = word_set("function_words.minor")
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|do|does|did|will|would|can|could|should|may|might|must|shall|cannot|"
    r"\w+n['’]t|\w+['’](?:re|ve|ll|d|m)|(?:s?he|it|that|there|who|what)['’]s)\b",
    re.IGNORECASE,
)
_REPORTING = re.compile(
    r"\b(?:sa(?:id|ys?|ying)|t(?:ells?|old)|den(?:y|ies|ied)|(?:claim|insist|warn|vow)(?:s|ed)?|admit(?:s|ted)?|"
    r"(?:argue|urge|pledge|believe|accuse)[sd]?|(?:add|call|ask|confirm|predict|reject)(?:s|ed)|"
    r"(?:state|announce|blame)[sd]|thinks?|thought|wants?|wanted|according)\b",
    re.IGNORECASE,
)
_LONGEST_TITLE = 250  # characters
_LONGEST_HEADING = 12  # words


def looks_like_title(text: str) -> bool:
    """Whether an article's first lines, taken together, may be its title.

    What ends in a full stop is none; "Mayor: I will stay" may be one, or the first line of a transcript.
    """
    return (
        len(text) <= _LONGEST_TITLE
        and not text.rstrip(CLOSING_MARKS).endswith((".", "。"))
        and not is_quotation(text)
        and _is_unmarked(text)
    )


def looks_like_heading(text: str) -> bool:
    """Whether a line inside an article is a heading.

    A heading is short, is no sentence and reports nothing. In doubt a line is no heading, since headings are
    never searched for claims.
    """
    count = len(text.split()) if len(text) <= _LONGEST_TITLE else 0
    if not 1 <= count <= _LONGEST_HEADING or not (text[0].isupper() or text[0].isdigit()):
        return False
    if text[-1] in ".!" or ":" in text or _QUOTED.search(text) or _REPORTING.search(text):
        return False
    if _AGE.search(text) or not _is_unmarked(text):
        return False
    if text[-1] == "?":
        return count > 2 and is_capitalised(text)
    return bool(_QUESTION.match(text) or is_capitalised(text) or not _FINITE.search(text))


def is_quotation(text: str) -> bool:
    """Whether the text begins and ends with quotation marks."""
    return bool(_ALL_QUOTED.match(text))


def is_name(text: str) -> bool:
    """Whether the text may be a person's name, as it stands above or below a quotation."""
    words = text.split()
    return 2 <= len(words) <= 5 and all(word[0].isupper() for word in words)


def is_capitalised(text: str) -> bool:
    """Whether all words but the small ones start with a capital: Title Case or ALL CAPITALS."""
    words = [word for word in _WORD.findall(text) if word.casefold() not in _MINOR]
    return bool(words) and all(word[0].isupper() for word in words)


def _is_unmarked(text: str) -> bool:
    """Whether it has words, and nothing says that they are a list's item, a byline, an address."""
    marked = any(mark.match(text) for mark in (ITEM, DATELINE, BYLINE)) or _ADDRESS.search(text)
    return bool(_WORD.search(text)) and not marked and not runs_on(text) and text[-1] not in ":…"
