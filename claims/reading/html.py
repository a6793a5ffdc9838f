"""Saved web pages: the article's own text and what the page says of it, found by trafilatura."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Final

from trafilatura import bare_extraction
from trafilatura.settings import Document

from claims.errors import ClaimsError
from claims.reading.draft import Draft, joined
from claims.reading.encoding import decode_page
from claims.reading.pagewords import author_of, is_stray, outlet_of, title_of
from claims.reading.urls import canonical
from claims.records import BlockKind
from claims.text.normalisation import normalised

_UNITS: Final = frozenset({"p", "head", "quote", "list", "item", "table", "row", "cell", "code", "div", "ab"})
_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_LINE_BREAK: Final = "\u2028"
_TITLE_WITHIN = 3  # units from the top: a section's name or a date may stand above the headline


def read(data: bytes, name: str) -> Draft:
    """A saved page as a draft: paragraphs and headings of its main text, without comments and menus.

    Title, author, outlet, address and date are those that the page gives. A headline at the top of the text
    is its title block. Raises ClaimsError for a page without a main text.
    """
    page = bare_extraction(decode_page(data, name), include_comments=False, with_metadata=True)
    if not isinstance(page, Document) or page.body is None:
        raise _no_article(name)
    outlet = outlet_of(page.sitename, page.hostname, page.title)
    title = title_of(page.title, (outlet, page.sitename, page.hostname))
    text, blocks = joined(_titled([u for u in _units(page.body) if not is_stray(u[1])], title))
    if all(block.kind != "paragraph" for block in blocks):
        raise _no_article(name)
    draft = Draft(
        text,
        blocks,
        author=author_of(page.author, outlet),
        outlet=outlet,
        url=canonical(page.url or ""),
        published=date.fromisoformat(page.date) if page.date else None,
    )
    return replace(draft, title=draft.headline or title)


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
        if told := "\n".join(line for line in lines if line):
            yield tag, told


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
