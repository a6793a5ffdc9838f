"""News feeds (RSS, Atom, RDF): an article an entry, as far as the feed has its text."""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any, BinaryIO, Final

from lxml import etree

from claims.errors import ClaimsError
from claims.reading.given_dates import day_of
from claims.reading.markup_fragment import units_of_html
from claims.reading.parsed_article import ContainedArticle, ParsedArticle, parsed_from
from claims.reading.urls import canonical_url
from claims.reading.zip_parts import xml_root

LARGEST: Final = 20_000_000  # bytes
_TEXT: Final = ("encoded", "content", "description", "summary")
_DAY: Final = ("pubDate", "published", "date", "issued", "updated")
_AUTHOR: Final = ("creator", "author")


def members(file: BinaryIO, name: str, columns: Mapping[str, str]) -> Iterator[ContainedArticle]:
    """The entries of a feed, by their addresses, else their numbers, from 1. Raises ClaimsError for a broken feed."""
    data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise ClaimsError(
            f"{name}: a feed of more than {LARGEST // 1_000_000} MB; save its articles one by one"
        )
    root = xml_root(data, name)
    channel = next((e for e in root if _tag(e) == "channel"), root)
    outlet = _words_of(channel, "title")
    for number, entry in enumerate((e for e in root.iter() if _tag(e) in ("item", "entry")), 1):
        place = canonical_url(_address(entry)) or str(number)
        yield ContainedArticle(place, partial(_article, entry, outlet, f"{name}#{place}"))


def _article(entry: Any, outlet: str | None, name: str) -> ParsedArticle:
    title = _words_of(entry, "title")
    texts = [units_of_html(_source(e)) for tag in _TEXT for e in entry if _tag(e) == tag]
    units = max(texts, key=lambda found: sum(len(words) for _, words in found), default=[])
    if not units:
        raise ClaimsError(f"{name}: the feed has no text of this entry; give its address instead")
    parsed = parsed_from([("title", title or ""), *units])
    author = next((words for tag in _AUTHOR if (words := _author(entry, tag))), None)
    published = next((day for tag in _DAY if (day := day_of(_words_of(entry, tag)))), None)
    return ParsedArticle(
        parsed.text,
        parsed.blocks,
        title=title,
        author=author,
        outlet=outlet,
        url=canonical_url(_address(entry)),
        published=published,
    )


def _source(element: Any) -> str:
    """An element's HTML, whether it is escaped, in CDATA, or XHTML of its own."""
    if len(element):
        return "".join([element.text or "", *(_without_prefixes(child) for child in element)])
    return element.text or ""


def _without_prefixes(element: Any) -> str:
    for part in element.iter():
        if isinstance(part.tag, str):
            part.tag = _tag(part)
    return str(etree.tostring(element, encoding="unicode"))


def _author(entry: Any, tag: str) -> str | None:
    element = next((e for e in entry if _tag(e) == tag), None)
    if element is None:
        return None
    words = _words_of(element, "name") or " ".join("".join(element.itertext()).split())
    # RSS gives "mail@example.org (Name)".
    return words.partition("(")[2].strip(") ") or words if "@" in words else words or None


def _address(entry: Any) -> str:
    links = [e for e in entry if _tag(e) == "link"]
    shown = [e for e in links if e.get("rel", "alternate") == "alternate"] or links
    given = next((e.get("href") or (e.text or "") for e in shown), "")
    return given.strip() or _words_of(entry, "guid") or _words_of(entry, "id") or ""


def _words_of(parent: Any, tag: str) -> str | None:
    element = next((e for e in parent if _tag(e) == tag), None)
    if element is None:
        return None
    words = " ".join(" ".join(words for _, words in units_of_html(_source(element))).split())
    return words or None


def _tag(element: Any) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
