"""E-mail: the own words of a message, such as a press release or a newsletter."""

import email
import re
from collections.abc import Iterator
from datetime import date
from email import policy
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import parsedate_to_datetime
from typing import Final

from claims.errors import ClaimsError
from claims.reading import html, plain_text
from claims.reading.mail_history import Sent, is_forward, own_markup, own_words, without_foot
from claims.reading.parsed_article import ParsedArticle

_LONGEST_HEADER: Final = 100_000
"""Characters; reading one of encoded words takes thousands of times its size."""
_MULTIPART = re.compile(rb"^content-type:\s*multipart/", re.IGNORECASE | re.MULTILINE)
_MOST_MULTIPARTS: Final = 500
"""A message that forwards a thread has a few dozen; each one more costs as much as all around it."""
_QUOTED_FROM = re.compile(r"^>+(?=From )", re.MULTILINE)
_STUB: Final = 300
"""Characters of a plain text that only says that there is an HTML one."""
_PREFIX = re.compile(r"^(?:\s*(?:re|fwd?|aw|wg|tr)\s*:)+\s*", re.IGNORECASE)


def read(data: bytes, name: str) -> ParsedArticle:
    """A message as a parsed article: its own words, without those that it answers and without its signature.

    The subject is the title, the sender the outlet, the day on which it was sent that of publication; of a message
    that somebody passed on, those of the first one. Of a message in plain text and in HTML, the plain text is read
    unless it is but a line or two. Raises ClaimsError for what is no message, and one without words.
    """
    return article_of(message_of(data, name), name)


def message_of(data: bytes, name: str) -> EmailMessage:
    """A message's source as what the standard library makes of it; raises ClaimsError where it is none."""
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
    return message


def article_of(message: EmailMessage, name: str) -> ParsedArticle:
    """A message's own words as a parsed article, as of :func:`read`."""
    body, first = _body(message, name)
    told = about(message)
    title = _subject(first.subject) if first.subject else told.title
    return ParsedArticle(
        body.text,
        body.blocks,
        title=title or body.title,
        author=body.author,
        outlet=first.sender or told.outlet or body.outlet,
        url=body.url,
        published=first.day or told.published,
    )


def about(message: EmailMessage) -> ParsedArticle:
    """What a message's headers say, without its words: subject, sender and day."""
    return ParsedArticle(
        "", (), title=_subject(_header(message, "subject")), outlet=_sender(message), published=_sent(message)
    )


def leaves(message: EmailMessage) -> Iterator[EmailMessage]:
    """The parts of a message that hold no others, in order; a message that came with it is one."""
    payload = message.get_payload()
    if message.get_content_maintype() == "multipart" and isinstance(payload, list):
        for part in payload:
            if isinstance(part, EmailMessage):
                yield from leaves(part)
    else:
        yield message


def body_parts(message: EmailMessage, kind: str) -> list[EmailMessage]:
    """The parts with a message's own words of a kind ("plain", "html"): the body, and what a file in it cut off."""
    try:
        body = message.get_body(preferencelist=(kind,))
    except (LookupError, ValueError, AttributeError, TypeError, AssertionError):
        body = None
    same = [p for p in leaves(message) if p.get_content_type() == f"text/{kind}"]
    if body is None:
        body = next(iter(same), None)
    if not isinstance(body, EmailMessage):
        return []
    below = same[same.index(body) + 1 :] if body in same else []
    return [body, *(p for p in below if p.get_content_disposition() is None and not p.get_param("name"))]


def _subject(words: str) -> str | None:
    return _PREFIX.sub("", " ".join(words.split())) or None


def _body(message: EmailMessage, name: str) -> tuple[ParsedArticle, Sent]:
    plain, page = words_of_kind(message, "plain") or "", words_of_kind(message, "html")
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


def words_of_kind(message: EmailMessage, kind: str) -> str | None:
    """A message's own words of a kind ("plain", "html"); None where there are none."""
    found = [words for part in body_parts(message, kind) if (words := _words(part)) is not None]
    return "\n\n".join(found) if found else None


def _words(part: EmailMessage) -> str | None:
    try:
        content = part.get_content()
    except (LookupError, ValueError, AttributeError, TypeError, AssertionError):
        raw = part.get_payload(decode=True)
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
