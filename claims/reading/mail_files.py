"""Files of e-mail: a message (.eml) or many (.mbox), each with the documents that came with it as articles."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from email.message import EmailMessage
from functools import partial
from io import BytesIO
from pathlib import PurePosixPath
from typing import Any, BinaryIO, Final

from claims.errors import ClaimsError
from claims.reading import mail
from claims.reading.archive import articles_in
from claims.reading.byline import credited
from claims.reading.formats import ending_of, format_of
from claims.reading.no_article import NoArticle
from claims.reading.origins import having
from claims.reading.page_format import DOCUMENTS, PAGES
from claims.reading.parsed_article import ContainedArticle, ParsedArticle
from claims.reading.remarks import remark
from claims.reading.sizes import LARGEST_DOCUMENT
from claims.records import Origin
from claims.text.normalisation import normalised

_ENVELOPE = re.compile(rb"From \S+.*\d{4}\s*$")
_CONTROLS = re.compile(r"[\x00-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069#]+")
_LONGEST_NAME: Final = 100  # characters
_MOST_FILES: Final = 100  # with a message
_MOST_NAMED: Final = 8  # in a remark
_DEEPEST: Final = 5  # messages in one another
_ARCHIVES: Final = frozenset({".zip", ".gz", ".mbox", ".warc"})
_TYPES: Final[Mapping[str, str]] = {**PAGES, **DOCUMENTS, "message/rfc822": ".eml"}
_RUN: Final = 5  # words by which it is seen that two texts say the same
_SAME: Final = 0.9
"""Share of a file's runs of words from which on it says what the message says: a release in its body and as PDF."""
_WITH: Final = "the message that it came with"


@dataclass(slots=True)
class _Read:
    """What was read of a message so far: its own article, None where it has no words, and all runs of words."""

    own: ParsedArticle | None = None
    runs: set[tuple[str, ...]] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class _AttachedFile:
    name: str
    data: bytes
    refused: str
    """Why it is no article, as a picture is none; empty for what is read."""


def message_members(file: BinaryIO, name: str, columns: Mapping[str, str]) -> Iterator[ContainedArticle]:
    """A message, whose name is empty, and the documents that came with it, by their names.

    A document is dated, and its outlet named, as the message is where it does not say these itself. One that says what
    the message, or another document, says is left out. Pictures and other files that are no articles are remarked in
    one line. Archives in a message are not read.
    """
    data = file.read(LARGEST_DOCUMENT + 1)
    if len(data) > LARGEST_DOCUMENT:
        raise ClaimsError(f"{name}: larger than {LARGEST_DOCUMENT // 1_000_000} MB; give one article a file")
    yield from _articles(data, name, columns, 0)


def mailbox_members(file: BinaryIO, name: str, columns: Mapping[str, str]) -> Iterator[ContainedArticle]:
    """The messages of a mailbox (.mbox), by their numbers, from 1, with what came with them as in one file."""
    for number, data in enumerate(_messages(file, name), 1):
        for member in _articles(data, f"{name}#{number}", columns, 0):
            yield replace(member, name=f"{number}#{member.name}" if member.name else str(number))


def may_have_documents(data: bytes) -> bool:
    """Whether a message is likely to have come with others, by its source."""
    return re.search(rb"\bfilename\b|message/rfc822", data, re.IGNORECASE) is not None


def _articles(data: bytes, name: str, columns: Mapping[str, str], depth: int) -> Iterator[ContainedArticle]:
    try:
        message = mail.message_of(data, name)
        files = list(_attached(message))
    except Exception:  # which is said of the message when it is read
        yield ContainedArticle("", partial(mail.read, data, name))
        return
    found = _Read()
    yield ContainedArticle("", partial(_own, message, files, name, found))
    for each in files:
        if each.refused:
            continue
        place = f"{name}#{each.name}"
        if ending_of(each.name) == ".eml":
            members = _inner(each, place, columns, depth)
        else:
            members = articles_in(each.name, each.data, place, columns)
        yield from (
            replace(member, read=partial(_beside, message, member, name, found)) for member in members
        )


def _inner(
    file: _AttachedFile, place: str, columns: Mapping[str, str], depth: int
) -> Iterator[ContainedArticle]:
    """A message that came with another, and what came with it."""
    for member in _articles(file.data, place, columns, depth + 1) if depth < _DEEPEST else ():
        yield replace(member, name=f"{file.name}#{member.name}" if member.name else file.name)


def _own(message: EmailMessage, files: list[_AttachedFile], name: str, found: _Read) -> ParsedArticle:
    """The message's own words; what came with it and is no article is remarked."""
    told = [
        each.name + (f" ({each.refused})" if each.refused != _NO_ARTICLE else "")
        for each in files
        if each.refused
    ]
    if told:
        more = f" and {len(told) - _MOST_NAMED} more" if len(told) > _MOST_NAMED else ""
        remark("attachments", name, f"not read: {', '.join(told[:_MOST_NAMED])}{more}, which came with it")
    try:
        found.own = credited(mail.article_of(message, name))
    except ClaimsError:
        if all(each.refused for each in files):
            raise
        raise NoArticle(f"{name}: no words of its own; what came with it is read") from None
    found.runs |= _runs(found.own.text)
    return found.own


def _beside(message: EmailMessage, member: ContainedArticle, name: str, found: _Read) -> ParsedArticle:
    """A document that came with a message, with day, outlet and title of that where it has none."""
    parsed = credited(member.read())
    runs = _runs(parsed.text)
    if runs and len(runs & found.runs) >= _SAME * len(runs):
        raise NoArticle(f"{name}#{member.name}: says what the message, or another file with it, says")
    found.runs |= runs
    told = found.own or mail.about(message)
    hints: list[Origin] = []
    if parsed.published is None and told.published:
        hints.append(Origin("published", _WITH, "medium"))
    if parsed.outlet is None and told.outlet:
        hints.append(Origin("outlet", _WITH, "low"))
    title = parsed.title or parsed.headline
    if title is None and told.title:
        title = told.title
        hints.append(Origin("title", _WITH, "low"))
    return replace(
        parsed,
        title=title,
        outlet=parsed.outlet or told.outlet,
        published=parsed.published or told.published,
        origins=having(parsed.origins, *hints),
    )


_NO_ARTICLE: Final = "no article"


def _attached(message: EmailMessage) -> Iterator[_AttachedFile]:
    """The files that came with a message; not the pictures of its page, nor its own words."""
    names: dict[str, int] = {}
    words = {part for kind in ("plain", "html") for part in mail.body_parts(message, kind)}
    page = mail.words_of_kind(message, "html") or ""
    for number, part in enumerate(mail.leaves(message), 1):
        kind = part.get_content_type()
        called = _called(part)
        in_page = kind.startswith("image/") and bool(part["content-id"]) and _cid(part) in page
        if part in words or in_page or not (called or kind in _TYPES or part.is_attachment()):
            continue
        called = called or f"part {number}"
        if not ending_of(called) and kind in _TYPES:
            called += _TYPES[kind]
        if kind == "message/rfc822" and ending_of(called) != ".eml":
            called += ".eml"
        names[called] = names.get(called, 0) + 1
        if names[called] > 1:
            called = f"{PurePosixPath(called).stem} ({names[called]}){PurePosixPath(called).suffix}"
        data = _content(part)
        refused = "too many files" if sum(names.values()) > _MOST_FILES else _refused(called, data)
        yield _AttachedFile(called, data, refused)


def _cid(part: Any) -> str:
    """How a page calls a picture that came with it."""
    return f"cid:{str(part['content-id']).strip(' <>')}"


def _called(part: Any) -> str:
    """The name of a file that came with a message, without folders and signs that nobody sees; it is no path."""
    try:
        name = str(part.get_filename() or "")
    except (ValueError, LookupError, AttributeError, TypeError):
        name = ""
    plain = " ".join(_CONTROLS.sub(" ", name.replace("\\", "/").rpartition("/")[2]).split())
    ending = PurePosixPath(plain).suffix[:10]
    return plain if len(plain) <= _LONGEST_NAME else plain[: _LONGEST_NAME - len(ending)] + ending


def _content(part: Any) -> bytes:
    payload = part.get_payload()
    if isinstance(payload, list):  # a message in the message
        return b"\n".join(each.as_bytes() for each in payload[:1])
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def _refused(name: str, data: bytes) -> str:
    if not data.strip():
        return "empty"
    if ending_of(name) == ".eml":
        return ""
    try:
        ending = format_of(BytesIO(data), name)
    except NoArticle as problem:
        reason = str(problem).removeprefix(f"{name}: ").removesuffix(", not an article")
        return _NO_ARTICLE if "cannot be read" in reason else reason
    if not ending:
        return _NO_ARTICLE
    return "an archive; unpack it" if ending in _ARCHIVES else ""


def _runs(text: str) -> set[tuple[str, ...]]:
    words = normalised(text).split()
    return {tuple(words[i : i + _RUN]) for i in range(len(words) - _RUN + 1)}


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
            if size > LARGEST_DOCUMENT:
                raise ClaimsError(
                    f"{name}: a message of more than {LARGEST_DOCUMENT // 1_000_000} MB; save the others apart"
                )
            lines.append(line)
        blank = not line.strip()
    if any(line.strip() for line in lines):
        yield b"".join(lines)
