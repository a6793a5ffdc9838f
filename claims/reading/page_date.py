"""The day on which a page says that it was published: never that of an event in its text, nor of its copyright."""

import re
from collections.abc import Iterator
from copy import deepcopy
from datetime import date
from typing import Any, Final

from htmldate import find_date
from lxml.etree import SubElement
from lxml.html import Element

from claims.reading.elements import drop, named, words_of
from claims.records import Origin

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)\.?"
)
_DATE = re.compile(
    rf"\b(?:{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}|\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH},?\s+\d{{4}}|"
    r"\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{4})\b",
    re.IGNORECASE,
)
_BESIDE = re.compile(
    r"\b(?:(?:first|last|originally)\s+)?(?:published|posted|updated|modified|released?|filed|created|date|issued)\b(?:\s+(?:on|at))?|"
    r"\b(?:mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?\b|\b\d{1,2}[:.]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?|\b[ap]\.?m\.?\b|"
    r"\b(?:[a-z]{0,2}[sd]t|gmt|utc|cet|cest|et|pt|at|on)\b|\b\d+ min(?:ute)?s? read\b",
    re.IGNORECASE,
)
_BYLINE = re.compile(r"^by\s+[^.!?\d]{3,60}$", re.IGNORECASE)
_DATED = re.compile(
    r"date|publish|posted|byline|timestamp|time-?stamp|entry-meta|article-?_?(?:info|meta)", re.IGNORECASE
)
_ELSEWHERE: Final = frozenset(
    {"aside", "nav", "footer", "form", "a", "figure", "blockquote", "script", "style"}
)
_RELATED = re.compile(
    r"related|recommend|comment|sidebar|widget|teaser|promo|most-?read|more-?from|trending", re.IGNORECASE
)
_LONGEST: Final = 100  # characters of a line that gives a date


def published_on(tree: Any, url: str | None) -> tuple[date, Origin] | None:
    """The day of publication and where it was found: metadata, address, or a line that does nothing but date it.

    ``tree`` is an lxml element, which stays as it is.
    """
    page, head, body = Element("html"), Element("head"), Element("body")
    page.extend([head, body])
    for element in tree.iter("meta", "link", "script"):
        named = " ".join(element.get(key, "") for key in ("name", "property", "itemprop")).lower()
        if (element.tag != "script" or "ld+json" in element.get("type", "")) and "copyright" not in named:
            kept = deepcopy(element)
            kept.tail = None
            head.append(kept)
    if found := _found(page, None):
        return found, Origin("published", "metadata", "high")
    if found := _found(page, url):
        return found, Origin("published", "the page's address", "high")
    body.extend(_dating(tree))
    if found := _found(page, url):
        return found, Origin("published", "a line that only dates it", "medium")
    return None


def date_in_metadata(tree: Any) -> None:
    """Move the day that an article marks as its own (``itemprop="datePublished"``) into the page's head, in place.

    There it is known as metadata, and "2 days ago" is no part of the text. Of several, as related articles and the
    entries of a live blog have them, the first counts, and all stay where they are.
    """
    head = next(tree.iter("head"), None)
    marked = [e for e in tree.iter() if isinstance(e.tag, str) and e.get("itemprop") == "datePublished"]
    own = [e for e in marked if not _stands_elsewhere(e) and len(words_of(e)) <= _LONGEST]
    if head is None or not own or own[0].tag == "meta" or _is_entrys(own[0]):
        return
    first = own[0]
    given = first.get("content") or first.get("datetime") or words_of(first)
    SubElement(head, "meta", {"itemprop": "datePublished", "content": given[:_LONGEST]})
    if len(own) == 1:
        for changed in [e for e in first.getparent() if e.get("itemprop") == "dateModified"]:
            drop(changed)
        drop(first)


def _is_entrys(element: Any) -> bool:
    return any(parent.get("itemprop") == "liveBlogUpdate" for parent in element.iterancestors())


def _found(page: Any, url: str | None) -> date | None:
    day = find_date(page, extensive_search=False, original_date=True, url=url)
    return date.fromisoformat(day) if day else None


def _dating(tree: Any) -> Iterator[Any]:
    """Elements that date the page: ``<time>``, and lines that hold a date and hardly anything else."""
    for element in tree.iter():
        if not isinstance(element.tag, str) or element.tag in ("meta", "title", "html", "body"):
            continue
        if element.tag == "time" or (element.tag == "abbr" and element.get("title")):
            words = f"{element.get('datetime') or element.get('title') or ''}"
            words = words or "".join(element.itertext())
        else:
            words = " ".join([element.text or "", *(child.tail or "" for child in element)])
            words = " ".join(words.split())
            if not _is_dating(words, element):
                continue
        if _stands_elsewhere(element) or (element.tag == "time" and _in_sentence(element)):
            continue
        made = Element("time", {"datetime": words[:_LONGEST]})
        made.text = words[:_LONGEST]
        yield made


def is_dating(words: str) -> bool:
    """Whether a line gives a day and hardly anything else: "Published: 3 March 2031, 09:00"."""
    return _dates(words) and not any(c.isalnum() for c in _beside_dates(words))


def _dates(words: str) -> bool:
    rights = re.search(r"©|copyright|\(c\)", words, re.IGNORECASE)
    return len(words) <= _LONGEST and bool(_DATE.search(words)) and not rights


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


def _stands_elsewhere(element: Any) -> bool:
    """Whether the element belongs to another article, a comment or the page's foot."""
    around = [element, *element.iterancestors()]
    return any(
        parent.tag in _ELSEWHERE
        or (parent.tag == "li" and parent.find(".//a") is not None)
        or _RELATED.search(named(parent))
        for parent in around
        if parent.tag not in ("html", "body")
    )
