"""News in the IPTC's formats, as agencies deliver it: ninjs (JSON), NewsML-G2 and NITF (XML)."""

import json
from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any, BinaryIO, Final

from lxml import etree

from claims.errors import ClaimsError
from claims.reading.feed import LARGEST
from claims.reading.given_dates import day_of
from claims.reading.markup_fragment import units_of_html
from claims.reading.parsed_article import ContainedArticle, ParsedArticle, parsed_from
from claims.reading.plain_text import laid_out
from claims.reading.urls import canonical_url
from claims.reading.zip_parts import xml_root

_NINJS_TEXT: Final = ("body_xhtml", "body_html", "body_text", "description_text")
_XML_DAY: Final = ("contentCreated", "firstCreated", "versionCreated", "date.issue", "date.release")


def is_ninjs(given: object) -> bool:
    """Whether a JSON object is an item of ninjs, of any version."""
    return (
        isinstance(given, dict)
        and bool({*_NINJS_TEXT, "bodies"} & given.keys())
        and ("uri" in given or "type" in given)
    )


def from_ninjs(item: Mapping[str, Any], name: str) -> ParsedArticle:
    """An item of ninjs (1.x to 3.x) as a parsed article. Raises ClaimsError for one without a text."""
    bodies = [body for body in _list(item.get("bodies")) if isinstance(body, dict)]
    texts = [str(item[key]) for key in _NINJS_TEXT if isinstance(item.get(key), str)]
    texts += [str(body["value"]) for body in bodies if isinstance(body.get("value"), str)]
    text = next((each for each in texts if each.strip()), "")
    if not text:
        raise ClaimsError(f"{name}: an item of news without a text; give one with body_text or body_xhtml")
    title = _first_value(item, "headline", "headlines") or _first_value(item, "title", "titles")
    parsed = _of_text(text, title, name)
    provider = item.get("provider") or item.get("infosources") or item.get("creditline")
    return ParsedArticle(
        parsed.text,
        parsed.blocks,
        title=title or parsed.title,
        author=_first_value(item, "byline", "bylines") or None,
        outlet=_name(provider) or None,
        url=canonical_url(str(item.get("uri", ""))),
        published=day_of(
            item.get("firstcreated") or item.get("versioncreated") or item.get("contentcreated")
        ),
    )


def members(file: BinaryIO, name: str, columns: Mapping[str, str]) -> Iterator[ContainedArticle]:
    """The items of NewsML-G2 or NITF, by their guids, else their numbers, from 1."""
    data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise ClaimsError(f"{name}: more than {LARGEST // 1_000_000} MB of XML; give its items one by one")
    root = xml_root(data, name)
    for element in root.iter():  # one name for each tag, whatever its namespace
        if isinstance(element.tag, str):
            element.tag = element.tag.rpartition("}")[2]
    items = list(root.iter("newsItem")) or ([root] if root.tag == "nitf" else [])
    if not items:
        raise ClaimsError(f"{name}: no item of news in this XML; give NewsML-G2, NITF or a feed")
    for number, item in enumerate(items, 1):
        place = item.get("guid") or str(number)
        yield ContainedArticle(place, partial(_from_xml, item, f"{name}#{place}"))


def _from_xml(item: Any, name: str) -> ParsedArticle:
    body = next(
        (e for tag in ("body.content", "body", "inlineXML", "inlineData") for e in item.iter(tag)), None
    )
    units = (
        units_of_html(etree.tostring(body, encoding="unicode", with_tail=False)) if body is not None else []
    )
    if not units:
        raise ClaimsError(f"{name}: an item of news without a text; give one with its body")
    title = _words(item, "headline") or _words(item, "hl1") or _words(item, "title")
    parsed = parsed_from([("title", title), *(unit for unit in units if unit[1] != title)])
    dates = (e.get("norm") or e.text for tag in _XML_DAY for e in item.iter(tag))
    return ParsedArticle(
        parsed.text,
        parsed.blocks,
        title=title or None,
        author=_words(item, "by") or _words(item, "byline") or None,
        outlet=_words(item, "creditline")
        or _words(item, "infoSource")
        or _words(item, "doc.copyright")
        or None,
        url=canonical_url(item.get("guid", "")),
        published=next((day for given in dates if (day := day_of(given))), None),
    )


def _of_text(text: str, title: str | None, name: str) -> ParsedArticle:
    if "<p" in text or "<div" in text or "<br" in text:
        return parsed_from([("title", title or ""), *units_of_html(text)])
    return laid_out(f"{title}\n\n{text}" if title else text, name)


def _words(item: Any, tag: str) -> str:
    """The words of the first element of a tag: its own, or those of its names."""
    for element in item.iter(tag):
        if words := " ".join("".join(element.itertext()).split()):
            return words
    return ""


def _first_value(item: Mapping[str, Any], one: str, many: str) -> str:
    """A field's words, which later versions of ninjs have in a list of objects."""
    if isinstance(item.get(one), str):
        return " ".join(item[one].split())
    return next(
        (
            " ".join(str(v["value"]).split())
            for v in _list(item.get(many))
            if isinstance(v, dict) and v.get("value")
        ),
        "",
    )


def _name(given: object) -> str:
    first = given[0] if isinstance(given, list) and given else given
    found = first.get("name") or first.get("literal") if isinstance(first, dict) else first
    return " ".join(found.split()) if isinstance(found, str) else ""


def _list(given: object) -> list[Any]:
    return given if isinstance(given, list) else []


def loaded(data: bytes, name: str) -> object:
    """What a JSON file holds. Raises ClaimsError where it is broken."""
    try:
        return json.loads(data)
    except (ValueError, RecursionError) as error:
        reason = str(error).splitlines()[0][:80]
        raise ClaimsError(f"{name}: broken JSON ({reason}); save or fetch the file again") from None
