"""Who wrote an article and when, where only its first lines say so: bylines, agencies in datelines, "Published ..."."""

import re
from dataclasses import replace
from typing import Final

from claims.reading.layout.day_line import day_of_line
from claims.reading.origins import having
from claims.reading.parsed_article import ParsedArticle
from claims.records import Origin

_NAME = r"(?:[A-Z][\w.'’-]*|[a-z]{2,3}|van|von|bin|al-\w+)"
_PERSON = rf"[A-Z][\w.'’-]*(?: {_NAME}){{0,3}} [A-Z][\w.'’-]*"
_BYLINE = re.compile(
    r"^(?:(?i:story|words|report|text|written|reporting)\s+)?(?:By|BY|by)[ :]\s*"
    rf"(?P<names>{_PERSON}(?:(?:, and |, | and | & ){_PERSON})*)"
    r"(?:\s*[,|/–—-]\s*(?P<rest>[^.!?]{2,80}))?$"
)
_DATELINE = re.compile(
    r"^[A-Z][A-Z.'’ -]{2,40}(?:, [A-Z][\w. ]{1,30})?(?:, (?P<day>[A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?))?\s*"
    r"\((?P<agency>[A-Z][\w.&' -]{1,30})\)(?:\s*[—–:-]|\s|$)"
)
_ROLE = re.compile(
    r",\s.*\b(?:correspondent|reporter|editor|writer|columnist|journalist|bureau|staff|news|press|post|times)\b.*$",
    re.IGNORECASE,
)
_FEWEST_EVENTS: Final = 3  # lines that date something, in a chronicle of events
_WITHIN: Final = 6  # blocks from the top
_LONGEST: Final = 160  # characters of a line that gives a byline or a date


def credited(parsed: ParsedArticle) -> ParsedArticle:
    """The article with author, outlet and day of publication as its first lines give them, where it lacks these.

    An outlet is taken from the agency in a dateline: "MAROVIC, March 3 (Wirefeed)". A day is taken from a dateline or
    a line that gives nothing else, only with its year.
    """
    author, outlet, published = parsed.author, parsed.outlet, parsed.published
    chronicle = published is None and _is_chronicle(parsed)
    found: list[Origin] = []
    for block in parsed.blocks[:_WITHIN]:
        words = " ".join(parsed.text[block.start : min(block.end, block.start + 4 * _LONGEST)].split())
        lines = [
            words,
            *(" ".join(line.split()) for line in parsed.text[block.start : block.end].splitlines()[:3]),
        ]
        for line in lines:
            dateline = _DATELINE.match(line)
            if dateline and outlet is None:
                outlet = dateline.group("agency")
                found.append(Origin("outlet", "dateline", "medium"))
            if dateline and published is None and (published := day_of_line(dateline.group("day") or "")):
                found.append(Origin("published", "dateline", "medium"))
            if len(line) > _LONGEST:
                continue
            beside = line[dateline.end() :].strip() if dateline else line
            if author is None and (byline := _BYLINE.match(beside)):
                author = _names(_ROLE.sub("", byline.group("names"))) or None
                found.append(Origin("author", "byline", "medium"))
            if published is None and not chronicle and (published := day_of_line(line)):
                found.append(Origin("published", "a line that only dates it", "medium"))
    origins = having(parsed.origins, *found)
    return replace(parsed, author=author, outlet=outlet, published=published, origins=origins)


def _is_chronicle(parsed: ParsedArticle) -> bool:
    """Whether so many lines of an article are dates that these are its headings."""
    lines = (parsed.text[b.start : min(b.end, b.start + _LONGEST)] for b in parsed.blocks)
    return sum(day_of_line(line) is not None for line in lines) >= _FEWEST_EVENTS


def _names(named: str) -> str:
    """Names as other readers give them, with commas between; capitals all through are set as names are."""
    names = re.split(r", and |, | and | & ", named)
    return ", ".join(name.title() if name.isupper() else name for name in names)
