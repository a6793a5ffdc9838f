"""An article that a page's scripts would put on it: from the data that they carry, where its markup has no text."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from claims.reading.markup_fragment import units_of_html
from claims.reading.page_data import PageData

_STATE: Final = re.compile(r"(?<!ld\+)json$")
_LONGEST: Final = 5_000_000  # characters
_MOST_NODES: Final = 50_000
_DEEPEST: Final = 30
_PARAGRAPHS: Final = 3  # from which a list of them is an article
_WORDS: Final = 8  # of what is no label
_TEXT: Final = ("content", "text", "html", "value", "data", "children", "body")
"""What content systems call the words of a block, and the parts of them."""
_BESIDE: Final = re.compile(
    r"image|photo|video|gallery|embed|ad|advert\w*|promo\w*|related\w*|newsletter\w*|link_?list|interstitial\w*|caption"
)
"""Types of blocks that are no words of the article."""
_BRACES: Final = re.compile(r"\{/?[a-z][\w-]*(?:\s[^{}]*)?/?\}")
"""Marks that a content system has not yet turned into markup: "{/p}"."""
_AN_ARTICLE: Final = 2_000
"""Characters of what surely is the article, so that its page's state need not be searched."""
_TIMES: Final = 2
"""How many times as long as the page's own text the data must be: a teaser stands for an article."""


def told_by_scripts(tree: Any, data: PageData, characters: int) -> list[tuple[str, str]]:
    """The parts of the article, each with its tag, as JSON-LD or the page's state give them.

    None of them where the page has at least half as much text, which is ``characters`` long. JSON-LD is there for
    machines to read; its state is left where the page says that the article is for its subscribers.
    """
    if len(data.body) > _TIMES * max(characters, 1):
        return _units(data.body)
    if not data.for_all or characters > _AN_ARTICLE:
        return []
    best: list[str] = []
    for script in tree.iter("script"):
        source = script.text or ""
        if not _STATE.search(script.get("type", "").lower()) or len(source) > _LONGEST:
            continue
        try:
            found = json.loads(source)
        except (ValueError, RecursionError):
            continue
        best = max([best, *_bodies(found)], key=lambda parts: sum(map(len, parts)))
    if sum(map(len, best)) <= _TIMES * characters:
        return []
    return [unit for part in best for unit in _units(part)]


def _units(told: str) -> list[tuple[str, str]]:
    told = _BRACES.sub(" ", told)
    if "<" in told:
        return [("h2" if kind == "heading" else "p", words) for kind, words in units_of_html(told)]
    return [("p", words) for line in told.splitlines() if (words := " ".join(line.split()))]


def _bodies(found: Any) -> Iterator[list[str]]:
    """What may be an article in a page's state: a text with paragraphs, or a list of blocks."""
    waiting = [(found, 0)]
    for _ in range(_MOST_NODES):
        if not waiting:
            return
        node, depth = waiting.pop()
        if isinstance(node, str):
            if node.count("<p") >= _PARAGRAPHS:
                yield [node]
        elif depth < _DEEPEST and isinstance(node, list):
            parts = [words for each in node if isinstance(each, dict) and (words := _words(each, 0))]
            if sum(len(part.split()) >= _WORDS for part in parts) >= _PARAGRAPHS:
                yield parts
            waiting += ((each, depth + 1) for each in node)
        elif depth < _DEEPEST and isinstance(node, dict):
            waiting += ((each, depth + 1) for each in node.values())


def _words(block: Mapping[str, Any], depth: int) -> str:
    """The words of a block of an article; empty for a picture, a promotion and what has none."""
    kind = block.get("type") or block.get("__typename") or block.get("_type") or ""
    if depth > _DEEPEST or (isinstance(kind, str) and _BESIDE.match(kind.lower())):
        return ""
    for name in _TEXT:
        told = block.get(name)
        if isinstance(told, str):
            return told
        if isinstance(told, list):
            return "".join(
                each if isinstance(each, str) else _words(each, depth + 1)
                for each in told
                if isinstance(each, str | dict)
            )
    return ""
