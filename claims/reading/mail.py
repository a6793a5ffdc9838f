"""E-mail: press releases and newsletters, a message a file (.eml) or many (.mbox)."""

import email
import re
from collections.abc import Iterator, Mapping
from datetime import date
from email import policy
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import parsedate_to_datetime
from functools import partial
from pathlib import PurePath
from typing import BinaryIO, Final

from claims.errors import ClaimsError
from claims.reading import html, plain_text
from claims.reading.mail_history import Sent, is_forward, own_markup, own_words, without_foot
from claims.reading.parsed_article import ContainedArticle, ParsedArticle
from claims.reading.remarks import remark

_LARGEST: Final = 50_000_000  # bytes a message, with pictures
_LONGEST_HEADER: Final = 100_000
"""Characters; reading one of encoded words takes thousands of times its size."""
_MULTIPART = re.compile(rb"^content-type:\s*multipart/", re.IGNORECASE | re.MULTILINE)
_MOST_MULTIPARTS: Final = 500
"""A message that forwards a thread has a few dozen; each one more costs as much as all around it."""
_ENVELOPE = re.compile(rb"From \S+.*\d{4}\s*$")
_QUOTED_FROM = re.compile(r"^>+(?=From )", re.MULTILINE)
_DOCUMENTS: Final = frozenset({".pdf", ".doc", ".docx", ".odt", ".rtf", ".txt", ".md", ".eml", ".zip"})
"""Suffixes of what may hold an article, other than pictures and calendars."""
_STUB: Final = 300
"""Characters of a plain text that only says that there is an HTML one."""
_PREFIX = re.compile(r"^(?:\s*(?:re|fwd?|aw|wg|tr)\s*:)+\s*", re.IGNORECASE)


def read(data: bytes, name: str) -> ParsedArticle:
    """A message as a parsed article: its own words, without those that it answers and without its signature.

    The subject is the title, the sender the outlet, the day on which it was sent that of publication; of a message
    that somebody passed on, those of the first one. Of a message in plain text and in HTML, the plain text is read
    unless it is but a line or two. Files that came with it are not read, which is remarked. Raises ClaimsError for
    what is no message, and one without words.
    """
    if len(_MULTIPART.findall(data)) > _MOST_MULTIPARTS:
        raise ClaimsError(f"{name}: more parts in parts than a message has; save its words as a .txt file")
    message = email.message_from_bytes(data, policy=policy.default)
    if not isinstance(message, EmailMessage) or not any(
        key in message for key in ("from", "subject", "date")
    ):
        raise ClaimsError(
            f"{name}: no e-mail message; save it again from the mail program, or as a .txt file"
        )
    if any(len(value) > _LONGEST_HEADER for part in message.walk() for _, value in part.raw_items()):
        raise ClaimsError(
            f"{name}: a header of more than {_LONGEST_HEADER:,} characters; save the message's words as a .txt file"
        )
    body, first = _body(message, name)
    if attached := _attached(message):
        remark("attachments", name, f"not read: {', '.join(attached)}, which came with it; save it as a file")
    title = _PREFIX.sub("", " ".join((first.subject or _header(message, "subject")).split())) or None
    return ParsedArticle(
        body.text,
        body.blocks,
        title=title or body.title,
        author=body.author,
        outlet=first.sender or _sender(message) or body.outlet,
        url=body.url,
        published=first.day or _sent(message),
    )


def members(file: BinaryIO, name: str, columns: Mapping[str, str]) -> Iterator[ContainedArticle]:
    """The messages of a mailbox (.mbox), by their numbers, from 1."""
    for number, data in enumerate(_messages(file, name), 1):
        place = str(number)
        yield ContainedArticle(place, partial(read, data, f"{name}#{place}"))


def _messages(file: BinaryIO, name: str) -> Iterator[bytes]:
    lines: list[bytes] = []
    size = 0
    blank = True
    for line in iter(partial(file.readline, 1_000_000), b""):
        if blank and _ENVELOPE.match(line):
            if lines:
                yield b"".join(lines)
            lines, size = [], 0
        else:
            size += len(line)
            if size > _LARGEST:
                raise ClaimsError(
                    f"{name}: a message of more than {_LARGEST // 1_000_000} MB; save the others apart"
                )
            lines.append(line)
        blank = not line.strip()
    if any(line.strip() for line in lines):
        yield b"".join(lines)


def _body(message: EmailMessage, name: str) -> tuple[ParsedArticle, Sent]:
    plain, page = _part(message, "plain") or "", _part(message, "html")
    text = _QUOTED_FROM.sub("", plain.replace("\r\n", "\n"))
    forwarded = is_forward(_header(message, "subject"), text or page or "")
    own, first = own_words(text, forwarded=forwarded)
    if page is not None and len(own) < _STUB:
        try:
            markup, sent = own_markup(page, forwarded=forwarded) if page.strip() else (page, Sent())
            return without_foot(html.read(markup.encode("utf-8", "surrogatepass"), name)), sent
        except ClaimsError:
            if not own.strip():
                raise
    if not own.strip():
        raise ClaimsError(
            f"{name}: a message without words of its own; save what it holds or forwards as a file"
        )
    return without_foot(plain_text.read(own.encode("utf-8", "surrogatepass"), name)), first


def _attached(message: EmailMessage) -> list[str]:
    """The names of documents that came with a message."""
    named = (part.get_filename() or "" for part in message.walk() if not part.is_multipart())
    return [each for each in named if PurePath(each).suffix.lower() in _DOCUMENTS]


def _part(message: EmailMessage, kind: str) -> str | None:
    """The words of the first body part of a kind ("plain", "html"); None where there is none."""
    try:
        part = message.get_body(preferencelist=(kind,))
        content = part.get_content() if part is not None else None
    except (LookupError, ValueError, AttributeError, TypeError, AssertionError):
        part = next((p for p in message.walk() if p.get_content_type() == f"text/{kind}"), None)
        raw = part.get_payload(decode=True) if part is not None else None
        content = raw.decode("utf-8", "replace") if isinstance(raw, bytes) else None
    return content if isinstance(content, str) else None


def _header(message: EmailMessage, key: str) -> str:
    """A header's words; empty where there is none, or none that can be decoded."""
    try:
        return str(message.get(key, ""))
    except (ValueError, IndexError, AttributeError, TypeError):
        return ""


def _sender(message: EmailMessage) -> str | None:
    try:
        addresses = message["from"].addresses if message["from"] is not None else ()
    except (ValueError, IndexError, AttributeError, TypeError):
        return None
    sender = addresses[0] if addresses and isinstance(addresses[0], Address) else None
    if sender is None:
        return None
    return " ".join(sender.display_name.split()) or sender.domain or None


def _sent(message: EmailMessage) -> date | None:
    try:
        return parsedate_to_datetime(_header(message, "date")).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
