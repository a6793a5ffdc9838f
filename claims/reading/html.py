"""Saved web pages: the article's own text and what the page says of it, found by trafilatura."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any, Final

from trafilatura import bare_extraction, extract_metadata, load_html
from trafilatura.settings import Document

from claims.errors import ClaimsError
from claims.reading.encoding import decode_page
from claims.reading.live_blog import before_entries, live_entries
from claims.reading.page_date import date_in_metadata, is_dating, published_on
from claims.reading.page_markup import drop_paywall, has_too_many_tags, prepare, without_long_tags
from claims.reading.page_unseen import drop_banner
from claims.reading.parsed_article import ParsedArticle, joined
from claims.reading.remarks import remark
from claims.reading.repairs import written_out
from claims.reading.urls import canonical_url
from claims.records import BlockKind, Origin
from claims.text.normalisation import normalised

_UNITS: Final = frozenset({"p", "head", "quote", "list", "item", "table", "row", "cell", "code", "div", "ab"})
_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_LINE_BREAK: Final = "\u2028"
_TITLE_WITHIN = 3  # units from the top: a section's name or a date may stand above the headline
_HEADLINE_WITHIN = 12  # units from the top, where all above it are short, as in a menu
_LABEL = 5  # words of such a line

_SEPARATOR = re.compile(r"\s+(?:[–—·•»:-]|::|--)\s+|\s*\|\s*")
_BEFORE = re.compile(r"(?:\s+[–—-]|\s*\||:)\s+")
_DOMAIN = re.compile(r"^(?:www\d?\.)?(([^.]+)\..+)$")

_BY = re.compile(r"^(?:by|from)\s+", re.IGNORECASE)
_ROLE = re.compile(
    r"\s*[,|–—-]?\s*\b(?:(?:chief|senior|staff|political|diplomatic|home affairs|foreign|world|business|sports?|"
    r"health|science|environment|economics?|legal affairs|white house|national|regional|special|deputy|associate|"
    r"managing|contributing|freelance|news)\s+)*"
    r"(?:correspondent|reporter|editor|writer|columnist|journalist|bureau chief)\b.*$",
    re.IGNORECASE,
)
_AGENCY = re.compile(
    r"\s*[,|–—/-]?\s*\b(?:for\s+)?(?:the\s+)?(?:(?i:associated press|reuters|agence france-presse|bloomberg news|"
    r"press association|bbc news)|AP|AFP|PA|UPI|dpa)$"
)

_STRAY = re.compile(
    r"advertisement|loading\W*|continue reading\W*|(story |article )?continues below( advertisement)?|read more\W*|"
    r"share( this)?( article| story)?\W*|sign up (for|to) .*\bnewsletters?\b.*|"
    r"(read (more|next|also)|see also|also read|related( articles?| stor(y|ies)| content| coverage)?)\s*:.*|"
    r"(©|\(c\)\s|copyright\s+(©|\(c\)|\d{4})).*|.*\ball rights reserved\b.*|"
    r"\(?(additional )?(reporting|writing) by\b.*\b(editing|writing|reporting) by\b.*|"
    r".*\bcontributed (to )?(this|the) (report|reporting|story|article)\W*",
    re.IGNORECASE,
)
_LONGEST_STRAY = 250  # characters; what is longer may be part of the article
_SHORTEST_REPEATED = 40  # characters; "No comment." may be said twice


def read(data: bytes, name: str) -> ParsedArticle:
    """A saved page as a parsed article: paragraphs and headings of its main text, without comments and menus.

    Title, author, outlet, address and date are those that the page gives. A headline at the top of the text
    is its title block. Raises ClaimsError for a page without a main text.
    """
    source = decode_page(data, name)
    if has_too_many_tags(source):
        raise ClaimsError(f"{name}: more tags than an article has; save the text itself as a .txt file")
    tree = load_html(without_long_tags(source))
    if tree is None:
        raise _no_article(name)
    drop_banner(tree)
    date_in_metadata(tree)
    prepare(tree)
    if drop_paywall(tree):
        remark("beginning", name, "only the beginning: the page asks for a subscription")
    entries = live_entries(tree)
    page = bare_extraction(tree, include_comments=False, with_metadata=True)
    if page is None and entries:  # which scripts would put on the page
        page = extract_metadata(tree)
    if not isinstance(page, Document):
        raise _no_article(name)
    outlet = _outlet_of(page.sitename, page.hostname, page.title)
    title = _title_of(page.title, (outlet, page.sitename, page.hostname))
    units = _once(u for u in _units(page.body) if not _is_stray(u[1])) if page.body is not None else []
    if entries:
        units = before_entries(units, entries)
    told = [
        *_titled(_below_headline(units, title), title),
        *(unit for entry in entries for unit in entry.units()),
    ]
    text, blocks = joined(told)
    if all(block.kind != "paragraph" for block in blocks):
        raise _no_article(name)
    day = published_on(tree, page.url)
    parsed = ParsedArticle(
        text,
        blocks,
        author=_author_of(page.author, outlet),
        outlet=outlet,
        url=canonical_url(page.url or ""),
        published=day[0] if day else None,
        origins=(*_origins(tree, page.author, outlet=outlet, host=page.hostname), *([day[1]] if day else [])),
    )
    return replace(parsed, title=parsed.headline or title)


def _no_article(name: str) -> ClaimsError:
    return ClaimsError(f"{name}: no article's text in this page; save the text itself as a .txt file")


def _units(body: Any) -> Iterator[tuple[str, str]]:
    """The body's parts in order, each with its tag ("p", "h1", "row" and so on) and its words.

    ``body`` is an lxml element, for which there are no types.
    """
    for line_break in body.iter("lb"):
        line_break.tail = _LINE_BREAK + (line_break.tail or "")
    for tag, words in _parts(body, "p"):
        lines = (" ".join(line.split()) for line in words.split(_LINE_BREAK))
        if kept := "\n".join(line for line in lines if line):
            yield tag, written_out(kept)


def _parts(element: Any, tag: str) -> Iterator[tuple[str, str]]:
    if element.tag == "row" and not any(cell.tag in _UNITS for cell in element.iterfind("cell/*")):
        yield "row", " | ".join("".join(cell.itertext()) for cell in element)
        return
    own = [element.text or ""]
    for child in element:
        if child.tag in _UNITS:
            yield tag, "".join(own)
            own.clear()
            yield from _parts(child, child.get("rend") or "h2" if child.tag == "head" else child.tag)
        else:
            own += child.itertext()
        own.append(child.tail or "")
    yield tag, "".join(own)


def _once(units: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """The parts, without those that stand on the page a second time, as for another width of the window.

    A short one goes where it stands a second time beside a long one that does: "No comment." may be said twice.
    """
    parts = list(units)
    lines = [normalised(words) for _, words in parts]
    first: dict[str, int] = {}
    again = [line for i, line in enumerate(lines) if first.setdefault(line, i) != i]
    repeated = [first[line] != i and len(line) >= _SHORTEST_REPEATED for i, line in enumerate(lines)]
    if again:
        pairs = set[tuple[str, str]]()
        beside = [False] * len(lines)
        for i, pair in enumerate(pairwise(lines)):
            beside[i] = beside[i] or (pair in pairs and repeated[i + 1])
            beside[i + 1] = pair in pairs and (repeated[i] or beside[i])
            pairs.add(pair)
        repeated = [long or short for long, short in zip(repeated, beside, strict=True)]
    return [part for part, leave in zip(parts, repeated, strict=True) if not leave]


def _below_headline(units: Sequence[tuple[str, str]], title: str | None) -> list[tuple[str, str]]:
    """The parts, without the short lines above a headline (a menu, a section's name), and those that but date it."""
    headline = next((i for i, unit in enumerate(units[:_HEADLINE_WITHIN]) if _is_headline(*unit, title)), 0)
    if all(_is_label(words) for _, words in units[:headline]):
        units = units[headline:]
    dated = [i for i, (_, words) in enumerate(units[:_HEADLINE_WITHIN]) if is_dating(words)]
    return [unit for i, unit in enumerate(units) if i not in dated]


def _is_label(words: str) -> bool:
    return len(words.split()) <= _LABEL and words[-1:] not in '.!?”"'


def _titled(units: Sequence[tuple[str, str]], title: str | None) -> Iterator[tuple[BlockKind, str]]:
    headline = next((i for i, unit in enumerate(units[:_TITLE_WITHIN]) if _is_headline(*unit, title)), None)
    for i, (tag, words) in enumerate(units):
        if i == headline:
            yield "title", words
        else:
            yield "heading" if tag in _HEADINGS else "paragraph", words


def _is_headline(tag: str, words: str, title: str | None) -> bool:
    """Whether these are the page's headline: so marked, or the words of its title, or nearly all of them."""
    if tag == "h1":
        return True
    line, known = normalised(words), normalised(title or "")
    return bool(line) and known.startswith(line) and 2 * len(line) > len(known)


def _outlet_of(site: str | None, host: str | None, title: str | None) -> str | None:
    """The outlet's name: what the page calls its site, without a motto, else the host's name."""
    name = _SEPARATOR.split(site)[0].strip() if site else ""
    return name if name and name != title else host


def _title_of(title: str | None, outlets: Iterable[str | None]) -> str | None:
    """The title without an outlet's name behind or before it; ``outlets`` are the names to look for."""
    if not title:
        return None
    names = {_letters(part) for outlet in outlets if outlet for part in _spellings(outlet)} - {""}
    title = " ".join(title.split())
    ends = list(_SEPARATOR.finditer(title))
    if (
        ends
        and ends[-1].start()
        and _names_outlet(title[ends[-1].end() :], names, loosely="|" in ends[-1].group())
    ):
        return title[: ends[-1].start()]
    starts = [m.end() for m in _BEFORE.finditer(title) if _letters(title[: m.start()]) in names]
    return title[starts[-1] :] if starts else title


def _origins(tree: Any, author: str | None, *, outlet: str | None, host: str | None) -> Iterator[Origin]:
    """Where author and outlet are from, as far as the page's metadata do not say both."""
    if author:
        first = author.partition(";")[0].strip()
        data = "".join(
            script.text or "" for script in tree.iter("script") if "json" in script.get("type", "")
        )
        named = first in data or any(first in (each.get("content") or "") for each in tree.iter("meta"))
        yield Origin("author", "metadata", "high") if named else Origin("author", "its byline", "medium")
    if outlet and outlet == host:
        yield Origin("outlet", "the name of its host", "low")


def _author_of(author: str | None, outlet: str | None) -> str | None:
    """The authors' names, with commas between, without role and agency; the outlet is no author."""
    names = [_person(each) for each in (author or "").split(";")]
    return ", ".join(name for name in names if name and _letters(name) != _letters(outlet or "")) or None


def _is_stray(words: str) -> bool:
    """Whether a line surely is no part of the article: a link to others, a credit, a notice of rights."""
    return len(words) <= _LONGEST_STRAY and bool(_STRAY.fullmatch(" ".join(words.split())))


def _names_outlet(words: str, names: set[str], *, loosely: bool) -> bool:
    """Whether the words are an outlet's name; ``loosely``, whether they begin with it: "CNN Politics"."""
    found = _letters(words)
    return found in names or (loosely and any(found.startswith(name) for name in names))


def _spellings(outlet: str) -> tuple[str, ...]:
    """A name as it is, and what a host's name says of the outlet: "sott.net" and "sott" of "www.sott.net"."""
    host = _DOMAIN.match(outlet)
    return (outlet, *host.groups()) if host and " " not in outlet else (outlet,)


def _letters(words: str) -> str:
    return "".join(c for c in words.casefold() if c.isalnum())


def _person(words: str) -> str:
    name = _BY.sub("", " ".join(words.split()))
    return _AGENCY.sub("", _ROLE.sub("", name)).strip(" ,")
