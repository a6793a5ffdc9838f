"""Where things stand on a page: its headline, and how many words and links lie between it and another element."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from lxml import etree

from claims.reading.elements import UNSEEN, words_of
from claims.text.normalisation import normalised

_HEADINGS: Final = ("h1", "h2", "h3")
_LINES: Final = frozenset({"p", "div", "span", "font", "b", "strong", "td", "center", "big"})
_LONGEST: Final = 300  # characters of a headline


@dataclass(frozen=True, slots=True)
class PageOrder:
    """The elements of a page, each with the words and links that stand before it; ``end`` is where the headline ends.

    ``headline`` is None on a page that has none; then all distances count from the page's top.
    """

    headline: Any
    places: Mapping[Any, tuple[int, int]]
    end: tuple[int, int]

    def words_below(self, element: Any) -> int:
        """How many words stand between the headline and an element below it; negative where it stands above."""
        return self.places[element][0] - self.end[0]

    def links_above(self, element: Any) -> int:
        """How many links stand between an element and the headline below it."""
        return self.places[self.headline][1] - self.places[element][1] if self.headline is not None else 0


def titles_of(tree: Any) -> list[str]:
    """What a page's head calls the page, normalised, without doubles: ``<title>`` and ``og:title``."""
    found = [words_of(each) for each in tree.iter("title")]
    found += [e.get("content", "") for e in tree.iter("meta") if e.get("property") == "og:title"]
    return list(dict.fromkeys(filter(None, map(normalised, found))))


def is_title(line: str, titles: Sequence[str]) -> bool:
    """Whether normalised words are most of one of the titles, which may name the site, too."""
    return bool(line) and any(line in title and 2 * len(line) > len(title) for title in titles)


def page_order(tree: Any) -> PageOrder:
    """Where the elements of an lxml tree stand, as it is now."""
    places: dict[Any, tuple[int, int]] = {}
    ends: dict[Any, tuple[int, int]] = {}
    words = links = 0
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        unseen = element.tag in UNSEEN
        if event == "start":
            places[element] = (words, links)
            links += element.tag == "a"
            words += 0 if unseen else len((element.text or "").split())
        else:
            ends[element] = (words, links)
            words += len((element.tail or "").split())
    headline = _headline(tree, titles_of(tree))
    return PageOrder(headline, places, (0, 0) if headline is None else ends[headline])


def _headline(tree: Any, titles: Sequence[str]) -> Any:
    """The element with the page's title, headings first; without one, the first ``<h1>``."""
    for tag in _HEADINGS:
        for element in tree.iter(tag):
            if is_title(normalised(words_of(element)), titles):
                return element
    for element in tree.iter(*_LINES):
        line = (element.text or "") if len(element) == 0 else ""
        if 0 < len(line) <= _LONGEST and is_title(normalised(line), titles):
            return element
    return next(tree.iter("h1"), None)
