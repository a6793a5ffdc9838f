"""What of a message is its sender's: not what it answers; and of one that was forwarded, what was sent first."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from email.utils import parseaddr, parsedate_to_datetime
from typing import Any, Final

from lxml import etree
from trafilatura import load_html

from claims.lexicons import patterns
from claims.reading.elements import drop, named, words_of
from claims.reading.layout.day_line import day_of_line
from claims.reading.page_markup import has_too_many_tags, without_long_tags
from claims.reading.parsed_article import ParsedArticle, joined
from claims.records import BlockKind

_FORWARDED = re.compile(
    r"^[ \t>]*(?:-{2,}\s*forwarded (?:message|by)\b.*|begin forwarded message:.*)$",
    re.IGNORECASE | re.MULTILINE,
)
_HISTORY = re.compile(
    r"^\s*(?:-{2,}\s*(?:original message|forwarded message)\b.*|_{10,}|"
    r"on\b[^\n]{5,200}\bwrote:|from:\s.+\n(?:sent|date|to|cc|subject):\s.*)",
    re.IGNORECASE | re.MULTILINE,
)
_HEADER = re.compile(
    r"^[ \t>*]*(?P<key>from|sent|date|to|cc|bcc|subject|reply-to|importance)\s*\*?:\*?[ \t]*(?P<value>.*)$",
    re.IGNORECASE,
)
_IN_LINE = re.compile(r"\s+(?=(?:From|Sent|Date|To|Cc|Subject|Reply-To):\s)")
"""Before a header that stands in one line with another, as markup has them."""
_SIGNATURE = re.compile(r"^-- ?$", re.MULTILINE)
_QUOTED = re.compile(r"^>.*\n?", re.MULTILINE)
_QUOTE_MARK = re.compile(r"^> ?", re.MULTILINE)
_MOST_FORWARDED: Final = 5  # messages in one another
_PREFIX = re.compile(r"^\s*(?:fwd?|wg|tr)\s*:", re.IGNORECASE)
_DISCLAIMER = re.compile(rf"\W*(?:{'|'.join(patterns('mail_notices.disclaimers'))})", re.IGNORECASE)
_SERVICE = re.compile("|".join(patterns("mail_notices.services")), re.IGNORECASE)
_CLOSING = re.compile("|".join(patterns("mail_notices.closings")), re.IGNORECASE)
_SIGNED: Final = 12  # lines of a signature
_SIGNATURE_LINE: Final = 80  # characters
_ANSWERED = re.compile(
    r"(?<![a-z])(?:gmail[-_]quote|yahoo[-_]quoted|moz-cite-prefix|protonmail[-_]quote)(?![a-z])",
    re.IGNORECASE,
)
_SIGNED_BY = re.compile(
    r"(?<![a-z])(?:gmail|moz|protonmail)[-_](?:signature|signature-block)(?![a-z])", re.IGNORECASE
)
_LINE_TAGS: Final = frozenset({"br", "div", "p", "tr", "li", "blockquote", "table"})
_MOST_LINES: Final = 200
_REPLY_HEADERS: Final = ("divRplyFwdMsg", "x_divRplyFwdMsg", "appendonsend")


@dataclass(frozen=True, slots=True)
class Sent:
    """Who sent a message that was forwarded, on what day, under what subject; None for what it does not say."""

    sender: str | None = None
    day: date | None = None
    subject: str | None = None


def is_forward(subject: str, text: str) -> bool:
    """Whether a message passes another one on, by its subject or by the line that mail programs put above that."""
    return bool(_PREFIX.match(subject) or _FORWARDED.search(text))


def own_words(text: str, *, forwarded: bool) -> tuple[str, Sent]:
    """A message's text without quoted history and signature, and who sent it first.

    Of one that was forwarded, the words are those that were: not the note above them. One that is all quoted is kept.
    """
    sent = Sent()
    if forwarded:
        for _ in range(_MOST_FORWARDED):
            history = _FORWARDED.search(text) or _HISTORY.search(text)
            below = text[_marker_end(text, history) :].lstrip("\n") if history else ""
            if below.lstrip().startswith(">"):
                below = _QUOTE_MARK.sub("", below)
            rest, found = _behind_headers(below)
            if not rest.strip() or found == Sent():
                break
            text, sent = rest, found
    own = _SIGNATURE.split(text)[0]
    history = _HISTORY.search(own)
    if history and own[: history.start()].strip():
        own = own[: history.start()]
    own = _QUOTED.sub("", own)
    return (own if own.strip() else text), sent


def own_markup(page: str, *, forwarded: bool) -> tuple[str, Sent]:
    """A message's markup without what it answers and signatures; of one that was forwarded, what was, and of whom."""
    whole = page if "<html" in page.lower() else f"<html><body>{page}</body></html>"
    tree = None if has_too_many_tags(page) else load_html(without_long_tags(whole))
    if tree is None:
        return page, Sent()
    _drop_all(tree, [e for e in tree.iter("div", "span", "p", "table") if _SIGNED_BY.search(named(e))])
    sent = Sent()
    if forwarded:
        _leave_forwarded(tree)
        sent = _behind_headers(_FORWARDED.sub("", "\n".join(_lines(tree)), count=1))[1]
    else:
        quoted = _answered(tree)
        if all(words_of(each) != words_of(tree) for each in quoted):
            _drop_all(tree, quoted)
    return str(etree.tostring(tree, encoding="unicode", method="html")), sent


def _lines(tree: Any) -> list[str]:
    """The words of markup in the lines in which they are shown, those at its top."""
    lines = [""]
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        if element.tag in _LINE_TAGS:
            lines.append("")
        lines[-1] += (element.text if event == "start" else element.tail) or ""
        if len(lines) > _MOST_LINES:
            break
    return [line for each in lines if (line := " ".join(each.split()))]


def without_foot(parsed: ParsedArticle) -> ParsedArticle:
    """A message without what programs and lawyers put around it."""
    units: list[tuple[BlockKind, str]] = [(b.kind, parsed.text[b.start : b.end]) for b in parsed.blocks]
    headers = 0
    lines: list[str] = []
    for _, words in units:
        told = [line for each in words.split("\n") for line in _IN_LINE.split(each)]
        if not (_FORWARDED.match(told[0]) or _HEADER.match(told[0])):
            break
        lines += told
        headers += 1
    mailed = any(line.lower().startswith("from:") for line in lines)
    kept = units[headers:] if mailed else units
    kept = [(kind, words) for kind, words in kept if not (_DISCLAIMER.match(words) or _is_service(words))]
    kept = kept[: _closing(kept)]
    if len(kept) == len(units) or not any(kind == "paragraph" for kind, _ in kept):
        return parsed
    text, blocks = joined(kept)
    return replace(parsed, text=text, blocks=blocks)


def _is_service(words: str) -> bool:
    return all(_SERVICE.fullmatch(" ".join(line.split())) for line in words.split("\n"))


def _closing(units: Sequence[tuple[BlockKind, str]]) -> int:
    """Where the closing of a message begins, with its sender's name and office below; its end where it has none."""
    for i in range(len(units) - 1, max(len(units) - _SIGNED, 0), -1):
        first, *below = units[i][1].split("\n")
        below += [line for _, words in units[i + 1 :] for line in words.split("\n")]
        if _CLOSING.fullmatch(first.strip()):
            short = all(
                len(line) <= _SIGNATURE_LINE and "“" not in line and '"' not in line for line in below
            )
            return i if short and len(below) <= _SIGNED else len(units)
    return len(units)


def _marker_end(text: str, marker: re.Match[str]) -> int:
    """Where the words behind a marker begin; the headers that are one are part of them."""
    return marker.start() if _HEADER.match(marker.group().lstrip()) else marker.end()


def _behind_headers(text: str) -> tuple[str, Sent]:
    """The words below the headers at the top of a forwarded message, and what these say."""
    told: dict[str, str] = {}
    lines = text.split("\n")
    at = 0
    while at < len(lines):
        found = _HEADER.match(lines[at])
        if found is None and (lines[at].strip() or (told and not _follows(lines, at))):
            break
        if found is not None:
            told.setdefault(found["key"].lower(), found["value"].strip(" *"))
        at += 1
    if "from" not in told or len(told) < 2:
        return text, Sent()
    name, address = parseaddr(told["from"])
    sender = " ".join(name.split()) or address.rpartition("@")[2] or told["from"]
    return "\n".join(lines[at:]), Sent(
        sender or None, _day(told.get("sent") or told.get("date") or ""), told.get("subject")
    )


def _follows(lines: Sequence[str], at: int) -> bool:
    """Whether another header comes right below an empty line."""
    return at + 1 < len(lines) and _HEADER.match(lines[at + 1]) is not None


def _day(words: str) -> date | None:
    day = re.sub(r"\s+(?:at\s+)?\d{1,2}[:.]\d{2}.*$", "", words).strip(" ,")
    day = re.sub(r"^(?:mon|tue|wed|thu|fri|sat|sun)\w*,?\s+", "", day, flags=re.IGNORECASE)
    if found := day_of_line(day):
        return found
    try:
        return parsedate_to_datetime(words).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _answered(tree: Any) -> list[Any]:
    found = [
        e for e in tree.iter("div", "blockquote") if _ANSWERED.search(named(e)) or e.get("type") == "cite"
    ]
    for element in tree.iter("div"):
        if element.get("id") in _REPLY_HEADERS:
            found += [element, *element.itersiblings()]
    return found


def _leave_forwarded(tree: Any) -> None:
    """Take out the note above a forwarded message."""
    for element in tree.iter("div", "blockquote"):
        first = " ".join(words_of(element).split()[:8])
        if element.get("id") in _REPLY_HEADERS[:2] or _FORWARDED.match(first):
            for above in (element, *element.iterancestors()):
                if above.tag == "body":
                    return
                _drop_all(tree, list(above.itersiblings(preceding=True)))
                if (parent := above.getparent()) is not None:
                    parent.text = None
            return


def _drop_all(tree: Any, elements: Sequence[Any]) -> None:
    for element in elements:
        if element is not tree:
            drop(element)
