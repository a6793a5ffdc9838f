"""What a page calls its article and its outlet, the one without the other."""

import re
from collections.abc import Iterable

from claims.reading.page_author import letters

_SEPARATOR = re.compile(r"\s+(?:[–—·•»:-]|::|--)\s+|\s*\|\s*")
_BEFORE = re.compile(r"(?:\s+[–—-]|\s*\||:)\s+")
_DOMAIN = re.compile(r"^(?:www\d?\.)?(([^.]+)\..+)$")


def outlet_of(site: str | None, host: str | None, title: str | None) -> str | None:
    """The outlet's name: what the page calls its site, without a motto, else the host's name."""
    name = _SEPARATOR.split(site)[0].strip() if site else ""
    return name if name and name != title else host


def title_of(title: str | None, outlets: Iterable[str | None]) -> str | None:
    """The title without an outlet's name behind or before it; ``outlets`` are the names to look for."""
    if not title:
        return None
    names = {letters(part) for outlet in outlets if outlet for part in _spellings(outlet)} - {""}
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


def _names_outlet(words: str, names: set[str], *, loosely: bool) -> bool:
    """Whether the words are an outlet's name; ``loosely``, whether they begin with it: "CNN Politics"."""
    found = letters(words)
    return found in names or (loosely and any(found.startswith(name) for name in names))


def _spellings(outlet: str) -> tuple[str, ...]:
    """A name as it is, and what a host's name says of the outlet: "sott.net" and "sott" of "www.sott.net"."""
    host = _DOMAIN.match(outlet)
    return (outlet, *host.groups()) if host and " " not in outlet else (outlet,)
