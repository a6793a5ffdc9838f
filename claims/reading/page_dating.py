"""Lines that date a page: whether they give its publication, its last change, or the day on which it is read."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from claims.reading.elements import named, words_of
from claims.reading.page_order import PageOrder

MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)\.?"
)
_DATE = re.compile(
    rf"\b(?:{MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}|\d{{1,2}}(?:st|nd|rd|th)?\s+{MONTH},?\s+\d{{4}}|"
    r"\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{4})\b",
    re.IGNORECASE,
)
_ZONE = r"(?:[a-z]{0,2}[sd]t|(?:gmt|utc)(?:\s*[+-]\d{1,2}(?::?\d{2})?)?|cet|cest|et|pt|uhr)"
_BESIDE = re.compile(
    r"\b(?:(?:first|last|originally)\s+)?(?:published|posted|updated|modified|released?|filed|created|date|issued|"
    r"stand|vom|publi[ée]e?|publicado)\b"
    r"(?:\s+(?:on|at|le|am|el))?|\b(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?|"
    rf"\b\d{{1,2}}[:.]\d{{2}}(?::\d{{2}})?\s*(?:[ap]\.?m\.?)?|\b[ap]\.?m\.?\b|\b(?:{_ZONE}|at|on)\b|"
    r"\b\d+ min(?:ute)?s?\b(?: (?:read|listen|watch))?",
    re.IGNORECASE,
)
_BAR = re.compile(r"\s*[|·•]\s*")
_AGO = re.compile(
    r"\b\d+\s+(?:sec(?:ond)?|min(?:ute)?|hour|hr|day|week|month|year)s?\s+(?:ago|read(?:ing time)?)\b|"
    r"\b\d{1,2}[:.]\d{2}\s*(?:[ap]\.?m\.?)?|^(?:yesterday|today)\b",
    re.IGNORECASE,
)
_BYLINE = re.compile(r"^by\s+[^.!?\d]{3,60}$", re.IGNORECASE)
_DATED = re.compile(
    r"date|datum|fecha|publish|posted|byline|timestamp|time-?stamp|entry-meta|article-?_?(?:info|meta)",
    re.IGNORECASE,
)
_PARTICULARS = re.compile(r"meta(?![a-z])|submitted|byline|article-?_?info", re.IGNORECASE)
_ELSEWHERE: Final = frozenset(
    {"aside", "nav", "footer", "form", "a", "figure", "blockquote", "script", "style"}
)
_RELATED = re.compile(
    r"related|recommend|comment|sidebar|widget|teaser|promo|most-?read|more-?from|trending", re.IGNORECASE
)
LONGEST: Final = 100
"""Characters of a line that gives a date."""
_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_PUBLISHED = re.compile(
    r"\b(?:published|posted|released?|issued|filed|created|publi-?date)|publish|entry-date", re.IGNORECASE
)
_CHANGED = re.compile(r"updated?|modified|revised|last\s+(?:changed|edited)", re.IGNORECASE)
_CLOCK = re.compile(
    r"today|clock|weather|current-?_?(?:date|time)|date-?_?(?:display|today|now)|(?:site|region|global|td)-?_?header|masthead|"
    r"(?:top|header)-?_?(?:bar|menu|nav|header|top|date|strip)",
    re.IGNORECASE,
)
"""What sites call the place of the day on which the page is looked at."""
_NEAR: Final = 60  # words below a headline, within which a line need not say that it dates the article
_ABOVE: Final = 15  # words between a date and the headline below it
_LINKS_ABOVE: Final = 2
_TOGETHER: Final = 30  # words from the nearest date, within which another may be the day of publication
FEWEST_EVENTS: Final = 3
"""Days under a headline that nothing calls days of publication: the headings of a chronicle."""
_TEASER: Final = 4  # words of a link that leads to another article


@dataclass(frozen=True, slots=True)
class DatingLines:
    """Lines of a page that date its publication, and its last change, as they are written; the likeliest first."""

    published: tuple[str, ...]
    changed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Line:
    words: str
    below: int  # words from the headline
    distance: int
    marked: bool
    changed: bool


def dating_lines(tree: Any, order: PageOrder) -> DatingLines:
    """The lines around the headline that date the article, and those further down that say so.

    Left out are days beside links to other articles, of comments and events, and today's in the site's header.
    """
    lines = sorted(_lines(tree, order), key=lambda line: line.distance)
    loose = {line.words for line in lines if not line.marked and line.below >= 0}
    if len(loose) >= FEWEST_EVENTS:
        lines = [line for line in lines if line.words not in loose]
    published = [line for line in lines if not line.changed]
    near = [line for line in published if abs(line.below - published[0].below) <= _TOGETHER]
    return DatingLines(
        tuple(line.words for line in near), tuple(line.words for line in lines if line.changed)
    )


def _lines(tree: Any, order: PageOrder) -> Iterator[_Line]:
    for element, words in _dating(tree):
        below = order.words_below(element)
        parent = element.getparent()
        around = words_of(parent) if parent is not None else ""
        said = " ".join([words, named(element), around if len(around) <= LONGEST else ""])
        published = bool(_PUBLISHED.search(said))
        marked = published or element.tag in ("time", "abbr") or bool(_DATED.search(said))
        if order.headline is not None and below < 0:
            fits = below >= -_ABOVE and order.links_above(element) <= _LINKS_ABOVE and not _is_clock(element)
        elif below <= _NEAR:
            fits = (marked or element.tag not in _HEADINGS) and not _is_clock(element)
        else:
            fits = marked and not _is_beside_teaser(element)
        if fits:
            distance = below if below >= 0 else -3 * below
            day = _DATE.search(words)
            yield _Line(
                day.group() if day and len(_DATE.findall(words)) == 1 else words,
                below,
                distance,
                marked,
                not published and bool(_CHANGED.search(said)),
            )


def _is_clock(element: Any) -> bool:
    return any(
        _CLOCK.search(named(e)) for e in (element, *element.iterancestors()) if e.tag not in ("html", "body")
    )


def _is_beside_teaser(element: Any) -> bool:
    """Whether the nearest part of the page that holds the date and more is the teaser of another article."""
    for parent in element.iterancestors():
        words = words_of(parent)
        if len(words) > 2 * LONGEST:
            return False
        if any(len(words_of(link).split()) >= _TEASER for link in parent.iter("a")):
            return True
    return False


def _dating(tree: Any) -> Iterator[tuple[Any, str]]:
    """Elements that date something, each with its words: ``<time>``, and lines that hold a date and hardly more."""
    for element in tree.iter():
        if not isinstance(element.tag, str) or element.tag in ("meta", "title", "html", "body"):
            continue
        if element.tag == "time" or (element.tag == "abbr" and element.get("title")):
            words = f"{element.get('datetime') or element.get('title') or ''}"
            words = words or "".join(element.itertext())
        else:
            pieces = [element.text or "", *(child.tail or "" for child in element)]
            words = " ".join(" ".join(pieces).split())
            if not _is_dating(words, element):
                words = next((line for piece in pieces if is_dating(line := " ".join(piece.split()))), "")
                if not words:
                    continue
        if not (stands_elsewhere(element) or (element.tag == "time" and _in_sentence(element))):
            yield element, words


def is_dating(words: str) -> bool:
    """Whether a line gives a day and hardly anything else: "Published: 3 March 2031, 09:00"."""
    return _dates(words) and not any(c.isalnum() for c in _beside_dates(words))


def is_timing(words: str) -> bool:
    """Whether a line gives a time and hardly anything else: "Updated 5 hours ago", "3:40 PM", "4 min read"."""
    rest = _AGO.sub(" ", words)
    return len(words) <= LONGEST and rest != words and not any(c.isalnum() for c in _beside_dates(rest))


def is_record(words: str) -> bool:
    """Whether a line holds a date between other short things: "Source: Sarn TV | 2025-11-07 | Editor: Lu"."""
    return _dates(words) and len(_BAR.findall(words)) > 1 and words[-1:] not in '.!?”"'


def _dates(words: str) -> bool:
    rights = re.search(r"©|copyright|\(c\)", words, re.IGNORECASE)
    return len(words) <= LONGEST and bool(_DATE.search(words)) and not rights


def _beside_dates(words: str) -> str:
    return " ".join(_BESIDE.sub(" ", _DATE.sub(" ", words)).split()).strip(" ,|·•-–—/:()")


def _is_dating(words: str, element: Any) -> bool:
    if not _dates(words):
        return False
    rest = _beside_dates(words)
    if not any(c.isalnum() for c in rest) or _BYLINE.match(rest):
        return True
    marked = bool(_DATED.search(f"{named(element)} {element.get('itemprop', '')}"))
    return marked and len(rest.split()) <= 6 and not words.endswith(".")


def _in_sentence(element: Any) -> bool:
    """Whether a ``<time>`` stands inside a paragraph of the text: the day of an event."""
    paragraph = next((p for p in element.iterancestors("p", "li", "td")), None)
    return paragraph is not None and not _is_dating(
        " ".join("".join(paragraph.itertext()).split()), paragraph
    )


def _is_about_article(element: Any) -> bool:
    """Whether a link is but a date, or a ``<footer>`` is called that of the article's own particulars."""
    if element.tag == "a":  # a theme may put the day of the last change beside it, and hide it
        words = words_of(element)
        return is_dating(words) or (bool(words) and words == "".join(map(words_of, element.iter("time"))))
    return element.tag == "footer" and bool(_PARTICULARS.search(named(element)))


def stands_elsewhere(element: Any) -> bool:
    """Whether the element belongs to another article, a comment or the page's foot."""
    around = [element, *element.iterancestors()]
    return any(
        (parent.tag in _ELSEWHERE and not _is_about_article(parent))
        or (parent.tag == "li" and parent.find(".//a") is not None)
        or _RELATED.search(named(parent))
        for parent in around
        if parent.tag not in ("html", "body")
    )
