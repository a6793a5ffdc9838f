"""What a page calls its article and its outlet, the one without the other."""

import re
from collections.abc import Iterable
from typing import Any, Final

from claims.reading.elements import words_of
from claims.reading.page_author import letters
from claims.reading.page_order import PageOrder, is_title, titles_of
from claims.text.normalisation import normalised

_SEPARATOR = re.compile(r"\s+(?:[–—·•»:-]|::|--)\s+|\s*\|\s*")
_BEFORE = re.compile(r"(?:\s+[–—-]|\s*\||:)\s+")
_HEADINGS: Final = frozenset({"h1", "h2", "h3"})
_FEWEST: Final = 4  # words of a headline that shares only some of its words with the page's title
_LONG_WORD: Final = 4  # characters
_DOMAIN = re.compile(r"^(?:www\d?\.)?(([^.]+)\..+)$")


def outlet_of(site: str | None, host: str | None, title: str | None) -> str | None:
    """The outlet's name: what the page calls its site, without a motto, else the host's name."""
    name = _SEPARATOR.split(site)[0].strip() if site else ""
    return name if name and name != title else host


def title_of(title: str | None, outlets: Iterable[str | None]) -> str | None:
    """The title without an outlet's name behind or before it; ``outlets`` are the names to look for."""
    if not title:
        return None
    names = _names_of(outlets) - {""}
    title = " ".join(title.split())
    ends = list(_SEPARATOR.finditer(title))
    if (
        ends
        and ends[-1].start()
        and _names_outlet(title[ends[-1].end() :], names, loosely="|" in ends[-1].group())
    ):
        return title[: ends[-1].start()]
    starts = [m.end() for m in _BEFORE.finditer(title) if letters(title[: m.start()]) in names]
    return title[starts[-1] :] if starts else title


def headline_of(tree: Any, order: PageOrder, outlets: Iterable[str | None]) -> str | None:
    """The headline that a reader of the page sees; None where no heading says what the page's title says.

    A page's head may have a title of its own, for search engines. The headline is the heading that it repeats, else
    the one ``<h1>``, where it is long and has a word of it.
    """
    names = _names_of(outlets)
    titles = titles_of(tree)
    found = order.headline
    if found is not None and found.tag in _HEADINGS:
        line = words_of(found)
        if is_title(normalised(line), titles) and letters(line) not in names:
            return line
    told = [line for each in tree.iter("h1") if (line := words_of(each)) and letters(line) not in names]
    if len(told) == 1 and len(told[0].split()) >= _FEWEST:
        words = {word for word in normalised(told[0]).split() if len(word) >= _LONG_WORD}
        if any(not words.isdisjoint(title.split()) for title in titles):
            return told[0]
    return None


def _names_of(outlets: Iterable[str | None]) -> set[str]:
    """The letters of all spellings of outlets' names."""
    return {letters(part) for outlet in outlets if outlet for part in _spellings(outlet)}


def _names_outlet(words: str, names: set[str], *, loosely: bool) -> bool:
    """Whether the words are an outlet's name; ``loosely``, whether they begin with it: "CNN Politics"."""
    found = letters(words)
    return found in names or (loosely and any(found.startswith(name) for name in names))


def _spellings(outlet: str) -> tuple[str, ...]:
    """A name as it is, and what a host's name says of the outlet: "sott.net" and "sott" of "www.sott.net"."""
    host = _DOMAIN.match(outlet)
    return (outlet, *host.groups()) if host and " " not in outlet else (outlet,)
