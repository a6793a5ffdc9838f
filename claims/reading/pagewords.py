"""Mending what web pages say: titles with the outlet's name, authors with their role, stray lines."""

import re
from collections.abc import Iterable

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


def outlet_of(site: str | None, host: str | None, title: str | None) -> str | None:
    """The outlet's name: what the page calls its site, without a motto, else the host's name."""
    name = _SEPARATOR.split(site)[0].strip() if site else ""
    return name if name and name != title else host


def title_of(title: str | None, outlets: Iterable[str | None]) -> str | None:
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


def author_of(author: str | None, outlet: str | None) -> str | None:
    """The authors' names, with commas between, without role and agency; the outlet is no author."""
    names = [_person(each) for each in (author or "").split(";")]
    return ", ".join(name for name in names if name and _letters(name) != _letters(outlet or "")) or None


def is_stray(words: str) -> bool:
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
