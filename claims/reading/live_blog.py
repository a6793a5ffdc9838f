"""Live blogs: an entry after the other, each under a heading with its time, as the page has them."""

import json
import re
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from lxml import etree

from claims.reading.elements import drop, words_of
from claims.reading.markup_fragment import units_of_html
from claims.reading.page_dating import is_dating, stands_elsewhere
from claims.reading.page_order import PageOrder
from claims.records import BlockKind
from claims.text.normalisation import normalised

_ENTRY = re.compile(
    r"(?:^|[\s_-])live-?_?(?:blog)?-?_?(?:entry|post|update|item|block|card)(?:$|[\s_-])|"
    r"(?:^|\s)(?:lb|liveblog|live-?blog|timeline|ticker|stream)[\w-]*[_-](?:entry|post|update|item|block)(?:$|\s)",
    re.IGNORECASE,
)
_TAGS: Final = ("article", "div", "li", "section")
_TOOLS = re.compile(r"\b(?:share|social|sharing|toolbar)", re.IGNORECASE)
_SENTENCE: Final = 5  # words
_LONGEST_SUMMARY: Final = 400  # words
_FEWEST: Final = 2
"""Entries from which a page is a live blog."""
_LONGEST_JSON: Final = 5_000_000  # characters


@dataclass(frozen=True, slots=True)
class LiveEntry:
    """An entry of a live blog: when it was posted, None where the page does not say, its heading and its paragraphs."""

    posted: datetime | None
    heading: str
    paragraphs: tuple[str, ...]

    def units(self) -> Iterator[tuple[BlockKind, str]]:
        """The entry's blocks: a heading with time and words, then its paragraphs."""
        when = f"{self.posted:%H:%M}, {self.posted.day} {self.posted:%B %Y}" if self.posted else ""
        if when or self.heading:
            yield "heading", ": ".join(filter(None, (when, self.heading)))
        for words in self.paragraphs:
            yield "paragraph", words


def before_entries(
    units: list[tuple[str, str]], entries: Sequence[LiveEntry], tree: Any, order: PageOrder
) -> list[tuple[str, str]]:
    """What stands above the first entry: among the parts of a page's main text, else below its headline."""
    told = {normalised(words) for entry in entries for words in (entry.heading, *entry.paragraphs) if words}
    first = next((i for i, (_, words) in enumerate(units) if normalised(words) in told), 0)
    above = [unit for unit in units[:first] if not is_dating(unit[1])]
    return above or [("p", words) for words in _summary(tree, order, told)]


def _summary(tree: Any, order: PageOrder, told: set[str]) -> Iterator[str]:
    """The sentences between the headline and the first entry."""
    for element in tree.iter("p", "li"):
        words = words_of(element)
        if order.headline is None or normalised(words) in told or _is_entry(element):
            return
        if (
            0 <= order.words_below(element) <= _LONGEST_SUMMARY
            and len(words.split()) >= _SENTENCE
            and element.find(".//p") is None
            and not stands_elsewhere(element)
            and not is_dating(words)
        ):
            yield words


def live_entries(tree: Any) -> list[LiveEntry]:
    """The entries of a page's lxml tree in its order; none of a page that is no live blog.

    They are known by the vocabulary of schema.org (``LiveBlogPosting``) or by what sites call their elements; where
    scripts would put them on the page, by its JSON-LD.
    """
    found = [e for e in tree.iter(*_TAGS) if _is_entry(e)] or _alike(tree)
    inside = set(found)
    outermost = [e for e in found if not any(parent in inside for parent in e.iterancestors())]
    entries = [entry for each in outermost if (entry := _entry(each)).paragraphs]
    if len(entries) < _FEWEST or not any(entry.posted for entry in entries):
        return list(_from_json(tree))
    return entries


def _alike(tree: Any) -> list[Any]:
    """What stands on a page that calls itself a live blog again and again, each with one time of the day and words."""
    if not any("LiveBlogPosting" in (script.text or "") for script in tree.iter("script")):
        return []
    groups: dict[tuple[str, str], list[Any]] = {}
    for element in tree.iter(*_TAGS):
        times = [time.get("datetime") or "" for time in element.iter("time")]
        if len(times) == 1 and _time(times[0]) and element.find(".//p") is not None:
            groups.setdefault((element.tag, element.get("class", "")), []).append(element)
    return max(groups.values(), key=len, default=[])


def _is_entry(element: Any) -> bool:
    if "liveBlogUpdate" in (element.get("itemprop") or ""):
        return True
    return bool(_ENTRY.search(f"{element.get('class', '')}")) and element.find(".//time") is not None


def _entry(element: Any) -> LiveEntry:
    copy = deepcopy(element)
    copy.tail = None
    posted = None
    for time in list(copy.iter("time")):
        posted = posted or _time(time.get("datetime") or "")
        around = time.getparent()
        if around is not None:
            drop(time)
    heading = ""
    for title in copy.iter("h1", "h2", "h3", "h4", "h5", "h6"):
        heading = words_of(title)
        drop(title)
        break
    for tools in [e for e in copy.iter("div", "ul", "aside", "span") if _TOOLS.search(e.get("class", ""))]:
        if tools.getparent() is not None:
            drop(tools)
    units = units_of_html(etree.tostring(copy, encoding="unicode", method="html"))
    return LiveEntry(posted, heading, tuple(words for _, words in units if len(words.split()) > 1))


def _from_json(tree: Any) -> Iterator[LiveEntry]:
    for script in tree.iter("script"):
        text = script.text or ""
        if (
            "ld+json" not in script.get("type", "")
            or "liveBlogUpdate" not in text
            or len(text) > _LONGEST_JSON
        ):
            continue
        try:
            found = json.loads(text)
        except (ValueError, RecursionError):
            continue
        postings = found.get("@graph", [found]) if isinstance(found, dict) else found
        for posting in postings if isinstance(postings, list) else []:
            updates = posting.get("liveBlogUpdate") if isinstance(posting, dict) else None
            for update in updates if isinstance(updates, list) else []:
                if (
                    isinstance(update, dict)
                    and isinstance(body := update.get("articleBody"), str)
                    and body.strip()
                ):
                    units = tuple(words for _, words in units_of_html(body))
                    title = " ".join(str(update.get("headline") or "").split())
                    yield LiveEntry(_time(str(update.get("datePublished") or "")), title, units)


def _time(given: str) -> datetime | None:
    try:
        return datetime.fromisoformat(given.strip())
    except ValueError:
        return None
