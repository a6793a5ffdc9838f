"""What a page says of itself in JSON-LD (schema.org): of the article that it shows, not of others that it names."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from claims.reading.page_order import is_title, titles_of
from claims.text.normalisation import normalised

_ARTICLES: Final = ("article", "blogposting", "liveblogposting", "socialmediaposting", "report")
_OTHERS: Final = ("claimreview", "episode")
"""What else a page may show as its own: a check of what somebody said, a broadcast with its transcript."""
_PAGES: Final = ("webpage", "itempage")
_BODIES: Final = ("organization", "website", "corporation")
_INSIDE: Final = ("@graph", "mainEntity", "mainEntityOfPage")
"""Where the article may stand inside another thing; lists of other articles are elsewhere."""
_WRAPPING = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*;?\s*$")
_TRAILING_COMMA = re.compile(r",(?=\s*[}\]])")
_LONGEST: Final = 5_000_000  # characters
_MOST_NODES: Final = 2_000
_MOST_NAMES: Final = 20
_DEEPEST: Final = 6

JsonNode = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class PageData:
    """What the page's JSON-LD says of its article; empty where it says nothing.

    ``authors`` are persons, by their names as they stand there. ``published`` is a day as it is written there.
    ``body`` is the article's whole text, which may hold markup. ``for_all`` says that it is not for subscribers alone.
    ``unread`` says that there is some that is no JSON. ``reviewed`` are statements of others that the page checks
    (ClaimReview).
    """

    authors: tuple[str, ...] = ()
    published: str = ""
    body: str = ""
    for_all: bool = True
    unread: bool = False
    reviewed: tuple[str, ...] = ()


def page_data(tree: Any) -> PageData:
    """What the JSON-LD of a page's lxml tree says of the article that its title names, else of the first article."""
    nodes: list[JsonNode] = []
    unread = False
    for script in tree.iter("script"):
        if "ld+json" in script.get("type", "").lower():
            found = _loaded(script.text or "")
            unread = unread or found is None
            nodes += _nodes(found, 0)
    nodes = nodes[:_MOST_NODES]
    article = _article(nodes, titles_of(tree))
    page = next((node for node in nodes if _is(node, _PAGES) and node.get("datePublished")), {})
    known = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str)}
    published = article.get("datePublished") or page.get("datePublished")
    body = article.get("articleBody")
    return PageData(
        tuple(dict.fromkeys(_names(article.get("author"), known, 0)))[:_MOST_NAMES],
        published.strip() if isinstance(published, str) else "",
        body.strip() if isinstance(body, str) else "",
        str(article.get("isAccessibleForFree")).lower() != "false",
        unread,
        tuple(told.strip() for node in nodes if isinstance(told := node.get("claimReviewed"), str)),
    )


def _loaded(text: str) -> Any:
    """What the text of a script says; None where that is no JSON, also with what editors leave in it mended."""
    text = _WRAPPING.sub("", text)
    if len(text) > _LONGEST:
        return None
    for source in (text, _TRAILING_COMMA.sub("", text)):
        try:
            return json.loads(source, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _nodes(found: Any, depth: int) -> Iterator[JsonNode]:
    if depth > _DEEPEST:
        return
    if isinstance(found, list):
        for each in found:
            yield from _nodes(each, depth + 1)
    elif isinstance(found, dict):
        yield found
        for key in _INSIDE:
            yield from _nodes(found.get(key), depth + 1)


def _article(nodes: Sequence[JsonNode], titles: Sequence[str]) -> JsonNode:
    articles = [node for node in nodes if _is(node, _ARTICLES)] or [n for n in nodes if _is(n, _OTHERS)]
    named = (each for each in articles if is_title(normalised(str(each.get("headline") or "")), titles))
    return next(named, articles[0] if articles else {})


def _is(node: JsonNode, kinds: tuple[str, ...]) -> bool:
    given = node.get("@type")
    types = given if isinstance(given, list) else [given]
    return any(isinstance(each, str) and each.lower().endswith(kinds) for each in types)


def _names(author: Any, known: Mapping[str, JsonNode], depth: int) -> Iterator[str]:
    """The names of persons that are given as authors, in whatever shape."""
    if depth > _DEEPEST:
        return
    if isinstance(author, str):
        if name := " ".join(author.split()):
            yield name
    elif isinstance(author, list):
        for each in author[:_MOST_NAMES]:
            yield from _names(each, known, depth + 1)
    elif isinstance(author, dict) and not _is(author, _BODIES):
        if "name" in author:
            yield from _names(author["name"], known, depth + 1)
        elif isinstance(identity := author.get("@id"), str):
            yield from _names(known.get(identity), known, depth + 1)
