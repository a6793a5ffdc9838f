"""The standfirst: the sentence or two between an article's headline and its text, wherever a page has put it."""

import re
from typing import Any, Final

from claims.reading.elements import named, words_of
from claims.reading.page_dating import is_dating, stands_elsewhere
from claims.reading.page_order import PageOrder
from claims.text.normalisation import normalised

_CALLED = re.compile(
    r"(?<![a-z])(?:standfirst|dek|deck|(?:sub|secondary)[-_]*(?:title|head(?:line|er|ing)?)|strapline|lede?|lead(?:in|[-_](?:text|paragraph|in))?|"
    r"(?:article|post|story|news)[-_]*(?:summary|excerpt|abstract|intro(?:duction)?|desc(?:ription)?)|summary|excerpt|intro(?:duction)?)(?![a-z])",
    re.IGNORECASE,
)
_MARKED: Final = frozenset({"description", "alternativeHeadline", "abstract"})
_DESCRIPTIONS: Final = ("description", "og:description", "twitter:description")
_TAGS: Final = ("p", "h2", "h3", "h4", "div", "span", "em", "section")
_BLOCKS: Final = ("p", "div", "h2", "h3", "h4", "ul", "ol", "section", "form", "figure")
_ABOVE: Final = 60  # words above the end of the headline
_WITHIN: Final = 60  # words below the headline
_FEWEST: Final = 5  # words
_LONGEST: Final = 600  # characters


def standfirst_of(tree: Any, order: PageOrder) -> str:
    """The words of the standfirst; empty on a page that has none.

    It stands below the headline, or right above, and is called so, marked so, or says what the page's head gives as
    its description.
    """
    if order.headline is None:
        return ""
    described = _descriptions(tree)
    for element in tree.iter(*_TAGS):
        below = order.words_below(element)
        if (
            not -_ABOVE <= below <= _WITHIN
            or (below < 0 and order.links_above(element))
            or _holds_blocks(element)
        ):
            continue
        words = words_of(element)
        if not (len(words.split()) >= _FEWEST and len(words) <= _LONGEST) or is_dating(words):
            continue
        marked = not _MARKED.isdisjoint((element.get("itemprop") or "").split())
        called = marked or any(
            _CALLED.search(named(e)) for e in (element, element.getparent()) if e is not None
        )
        if (called or normalised(words) in described) and not (
            stands_elsewhere(element) or _is_linked(element)
        ):
            return words
    return ""


def _descriptions(tree: Any) -> set[str]:
    found = set[str]()
    for element in tree.iter("meta"):
        if (element.get("name") or element.get("property") or "").lower() in _DESCRIPTIONS:
            found.add(normalised(element.get("content") or ""))
    return found - {""}


def _holds_blocks(element: Any) -> bool:
    return any(inside is not element for inside in element.iter(*_BLOCKS))


def _is_linked(element: Any) -> bool:
    linked = sum(len(words_of(link)) for link in element.iter("a"))
    return 2 * linked > len(words_of(element))
