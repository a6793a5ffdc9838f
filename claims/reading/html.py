"""Saved web pages: the article's own text and what the page says of it, found by trafilatura."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final

from trafilatura import bare_extraction, extract_metadata, load_html
from trafilatura.settings import Document, set_date_params

from claims.errors import ClaimsError
from claims.reading.encoding import decode_page
from claims.reading.live_blog import before_entries, live_entries
from claims.reading.page_author import authors_of
from claims.reading.page_claim_box import claim_box, with_claim_box
from claims.reading.page_data import page_data
from claims.reading.page_date import date_in_metadata, published_on
from claims.reading.page_markup import drop_paywall, has_too_many_tags, prepare, without_long_tags
from claims.reading.page_order import page_order
from claims.reading.page_script_data import told_by_scripts
from claims.reading.page_standfirst import standfirst_of
from claims.reading.page_title import headline_of, outlet_of, title_of
from claims.reading.page_units import article_units, titled
from claims.reading.page_unseen import drop_banner
from claims.reading.parsed_article import ParsedArticle, joined
from claims.reading.remarks import remark
from claims.reading.repairs import written_out
from claims.reading.urls import canonical_url
from claims.records import Origin

_UNITS: Final = frozenset({"p", "head", "quote", "list", "item", "table", "row", "cell", "code", "div", "ab"})
_NO_SEARCH: Final = set_date_params(extensive=False)
"""The day is found elsewhere; a search for it in all words loads the calendars of 200 languages."""
_SENTENCE: Final = 5  # words without a capital of what may be a sentence without its full stop
_ENDS: Final = frozenset(".!?…:;,。؟")
_LINE_BREAK: Final = "\u2028"


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
    breaks_off = drop_paywall(tree)
    entries = live_entries(tree)
    page = bare_extraction(
        tree, include_comments=False, with_metadata=True, date_extraction_params=_NO_SEARCH
    )
    if page is None:  # where only its scripts would put an article on it
        page = extract_metadata(tree)
    if not isinstance(page, Document):
        raise _no_article(name)
    order, declared = page_order(tree), page_data(tree)
    outlet = outlet_of(page.sitename, page.hostname, page.title)
    outlets = (outlet, page.sitename, page.hostname)
    title = headline_of(tree, order, outlets) or title_of(page.title, outlets)
    author, author_origin = authors_of(tree, order, declared, metadata=page.author, outlets=outlets)
    found = list(_units(page.body)) if page.body is not None else []
    whole = (
        []
        if entries or breaks_off
        else told_by_scripts(tree, declared, sum(len(words) for _, words in found))
    )
    if breaks_off:
        remark("beginning", name, "only the beginning: the page asks for a subscription")
    found = whole or found
    standfirst = standfirst_of(tree, order)
    units, named = article_units(found, title, author=author, standfirst=standfirst)
    if named and not author:
        author, author_origin = named, Origin("author", "its byline", "medium")
    if box := claim_box(tree, order, declared, sum(len(words) for _, words in units)):
        units = with_claim_box(units, box, (title, standfirst))
    if entries:
        units = before_entries(units, entries, tree, order)
    told = [*titled(units, title), *(unit for entry in entries for unit in entry.units())]
    text, blocks = joined(told)
    if not any(block.kind == "paragraph" and _is_said(text[block.start : block.end]) for block in blocks):
        raise _no_article(name)
    day = published_on(tree, page.url, order, declared)
    outlet_origin = (
        Origin("outlet", "the name of its host", "low") if outlet and outlet == page.hostname else None
    )
    parsed = ParsedArticle(
        text,
        blocks,
        author=author,
        outlet=outlet,
        url=canonical_url(page.url or ""),
        published=day[0] if day else None,
        origins=tuple(each for each in (author_origin, outlet_origin, day[1] if day else None) if each),
    )
    return replace(parsed, title=parsed.headline or title)


def _is_said(words: str) -> bool:
    """Whether a paragraph has a sentence, and is no name in a list."""
    small = sum(word[0].isalpha() and not word[0].isupper() for word in words.split())
    return small >= _SENTENCE or words.rstrip("”\"'’)")[-1:] in _ENDS


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


def _is_in_sentence(code: Any) -> bool:
    """Whether this is a word of code between the words of a sentence, and no listing."""
    if code.tag != "code" or "\n" in "".join(code.itertext()).strip():
        return False
    before = code.getprevious()
    told = code.getparent().text if before is None else before.tail
    return bool((told or "").strip() or (code.tail or "").strip())


def _parts(element: Any, tag: str) -> Iterator[tuple[str, str]]:
    if element.tag == "row" and not any(cell.tag in _UNITS for cell in element.iterfind("cell/*")):
        cells = ("".join(cell.itertext()).strip() for cell in element)
        yield "row", " | ".join(cell for cell in cells if cell)
        return
    own = [element.text or ""]
    for child in element:
        if child.tag in _UNITS and not _is_in_sentence(child):
            yield tag, "".join(own)
            own.clear()
            yield from _parts(child, child.get("rend") or "h2" if child.tag == "head" else child.tag)
        else:
            own += child.itertext()
        own.append(child.tail or "")
    yield tag, "".join(own)
