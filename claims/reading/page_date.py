"""The day on which a page says that it was published: never that of an event in its text, nor of its copyright."""

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from copy import deepcopy
from datetime import date
from typing import Any, Final
from urllib.parse import unquote, urlsplit

from htmldate import find_date
from lxml.etree import SubElement
from lxml.html import Element

from claims.lexicons import words as words_on
from claims.reading.elements import drop, words_of
from claims.reading.given_dates import slashed_day
from claims.reading.layout.day_line import day_of_line
from claims.reading.page_data import PageData
from claims.reading.page_dating import LONGEST, dating_lines, is_dating, stands_elsewhere
from claims.reading.page_order import PageOrder
from claims.records import Origin, Tag

_CHANGED = re.compile(r"modif|updat|last-?mod|moddate|revision|release_date|utime|lastdate")
_MONTHS: Final = tuple(month[:3] for month in words_on("calendar.month"))
_SLASHED = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/(\d{4})\b")
_MONTH_FIRST = re.compile(r"^en-(?:us|ph)\b", re.IGNORECASE)
_DAY_FIRST = re.compile(r"^(?!en(?:-(?:us|ph|ca))?$)\w", re.IGNORECASE)
"""Languages, with their country, in which 3/4 is the third of April; "en" alone says nothing."""
_DAY_FIRST_HOST = re.compile(
    r"^https?://[^/?#]+\.(?:uk|ie|in|pk|bd|lk|au|nz|za|ke|ng|gh|ug|tz|zw|eu|fr|de|it|es)(?=[:/?#]|$)"
)
_PARTS = re.compile(r"\s+[|–—•·-]\s+")
_ADDRESS_DAY = re.compile(
    r"(?<![\da-z])(?P<year>20\d\d|199\d)(?P<by>[-_/.]?)(?:(?<=/)[a-z_-]{3,20}/)?(?:(?P<month>0[1-9]|1[0-2])|(?P<named>[a-z]{3,9}))"
    r"(?P=by)(?P<day>0[1-9]|[12]\d|3[01])(?!\d)",
    re.IGNORECASE,
)


def published_on(tree: Any, url: str | None, order: PageOrder, data: PageData) -> tuple[date, Origin] | None:
    """The day of publication and where it was found: metadata, address, or a line that does nothing but date it.

    Where nothing says it, the day of the last change that the page gives, with low certainty. ``tree`` is an lxml
    element, which stays as it is; ``order`` is that of its elements.
    """
    for page, address, source, certainty in _places(tree, url, order, data):
        if found := _found(page, address) or _in_address(address):
            return found, Origin("published", source, certainty)
    return None


def _places(
    tree: Any, url: str | None, order: PageOrder, data: PageData
) -> Iterator[tuple[Any, str | None, str, Tag]]:
    """Where the day may stand, the surest first: a page of that alone, an address, the name of it, how sure it is."""
    metadata, changed, scripts = _metadata(tree)
    yield _page(metadata), None, "metadata", "high"
    yield _page([_meta("article:published_time", data.published)]), None, "metadata", "high"
    yield _page(scripts if data.unread else []), None, "metadata", "high"
    yield _page([]), url, "the page's address", "high"
    yield _times(_in_titles(tree), tree, url), None, "the page's title", "medium"
    lines = dating_lines(tree, order)  # of a page whose head gives the day, they need not be looked for
    yield _times(lines.published, tree, url), None, "a line that only dates it", "medium"
    yield _page(changed), None, "metadata, of its last change", "low"
    yield _times(lines.changed, tree, url), None, "a line that dates its last change", "low"


def _in_titles(tree: Any) -> list[str]:
    """Days that stand in the page's titles between the names of the article and the site: "... | DW | 19.01.2020"."""
    titles = [words_of(each) for each in tree.iter("title")]
    titles += [e.get("content") or "" for e in tree.iter("meta") if e.get("property") == "og:title"]
    return [part for title in titles for part in _PARTS.split(title)[1:] if is_dating(part)]


def date_in_metadata(tree: Any) -> None:
    """Move the day that an article marks as its own (``itemprop="datePublished"``) into the page's head, in place.

    There it is known as metadata, and "2 days ago" is no part of the text. Of several, as related articles and the
    entries of a live blog have them, the first counts, and all stay where they are.
    """
    head = next(tree.iter("head"), None)
    marked = [e for e in tree.iter() if isinstance(e.tag, str) and e.get("itemprop") == "datePublished"]
    own = [e for e in marked if not stands_elsewhere(e) and len(words_of(e)) <= LONGEST]
    if head is None or not own or own[0].tag == "meta" or _is_entrys(own[0]):
        return
    first = own[0]
    given = first.get("content") or first.get("datetime") or words_of(first)
    SubElement(head, "meta", {"itemprop": "datePublished", "content": given[:LONGEST]})
    if len(own) == 1:
        for changed in [e for e in first.getparent() if e.get("itemprop") == "dateModified"]:
            drop(changed)
        drop(first)


def _is_entrys(element: Any) -> bool:
    return any(parent.get("itemprop") == "liveBlogUpdate" for parent in element.iterancestors())


def _metadata(tree: Any) -> tuple[list[Any], list[Any], list[Any]]:
    """Copies of what a page's head gives: of publication, of the last change, and its JSON-LD."""
    published, changed, scripts = list[Any](), list[Any](), list[Any]()
    for element in tree.iter("meta", "link", "script"):
        keys = ("name", "property", "itemprop", "http-equiv")
        called = " ".join(element.get(key, "") for key in keys).lower()
        kept = deepcopy(element)
        kept.tail = None
        if element.tag == "script":
            if "ld+json" in element.get("type", ""):
                scripts.append(kept)
        elif _CHANGED.search(called):
            changed.append(kept)
        elif "copyright" not in called:
            if (day := day_of_line(kept.get("content") or "")) and "date" in called:
                kept.set("content", day.isoformat())
            published.append(kept)
    return published, changed, scripts


def _page(elements: Sequence[Any]) -> Any:
    page, head, body = Element("html"), Element("head"), Element("body")
    page.extend([head, body])
    for element in elements:
        (body if element.tag == "time" else head).append(element)
    return page


def _meta(name: str, content: str) -> Any:
    return Element("meta", {"property": name, "content": content[:LONGEST]})


def _times(lines: Sequence[str], tree: Any, url: str | None) -> Any:
    return _page([_time(_without_riddle(line, tree, url)) for line in lines])


def _time(words: str) -> Any:
    made = Element("time", {"datetime": words[:LONGEST]})
    made.text = words[:LONGEST]
    return made


def _without_riddle(words: str, tree: Any, url: str | None) -> str:
    """A day written with slashes as ISO 8601 has it; empty where 3/4/2025 is on a page of no known country."""
    found = _SLASHED.search(words)
    if found is None:
        return words
    language = next((e.get("lang") or "" for e in tree.iter("html")), "").replace("_", "-")
    day_first = bool(_DAY_FIRST.search(language) or _DAY_FIRST_HOST.search(url or ""))
    known = day_first or bool(_MONTH_FIRST.search(language))
    with suppress(ValueError):
        day = slashed_day(*map(int, found.groups()), day_first=day_first if known else None)
        return day.isoformat() if day else ""
    return ""


def _found(page: Any, url: str | None) -> date | None:
    day = find_date(page, extensive_search=False, original_date=True, url=url)
    return date.fromisoformat(day) if day else None


def _in_address(url: str | None) -> date | None:
    """The one day that stands in an address's path without separators, or with its month by name."""
    days = set[date]()
    for found in _ADDRESS_DAY.finditer(unquote(urlsplit(url or "").path)):
        named = (found["named"] or "")[:3].lower()
        month = int(found["month"] or (_MONTHS.index(named) + 1 if named in _MONTHS else 0))
        with suppress(ValueError):
            days.add(date(int(found["year"]), month, int(found["day"])))
    return days.pop() if len(days) == 1 else None
