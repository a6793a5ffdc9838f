"""What was guessed, mended or lost on the way from a file to an article: for whoever asks, else for the log."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Final, Literal

from claims.records import Article
from claims.text.quotations import quotations

_log = logging.getLogger("claims")

RemarkKind = Literal[
    "encoding",
    "characters",
    "address",
    "quotation marks",
    "date",
    "claims",
    "beginning",
    "attachments",
    "comments",
]

_LONG: Final = 200
"""Words of a text from which on it is odd that nobody says anything in it."""
_OPENING: Final = "“„«‹‘\"'”"


@dataclass(frozen=True, slots=True)
class Remark:
    """Something that a reader of the claims should know of an article's text: what it is about, and in words."""

    kind: RemarkKind
    words: str


_note: ContextVar[Callable[[Remark], None] | None] = ContextVar("note", default=None)


def remark(kind: RemarkKind, name: str, words: str) -> None:
    """Say something of the file with this name to whoever collects it, else to the logger "claims"."""
    note = _note.get()
    if note is None:
        _log.warning("%s: %s", name, words)
    else:
        note(Remark(kind, words))


def remark_comments(count: int, name: str) -> None:
    """Say how many comments a document has, which are not read, if it has any."""
    if count:
        remark("comments", name, f"{_number(count, 'comment')} beside the text not read")


@contextmanager
def noting(note: Callable[[Remark], None]) -> Iterator[None]:
    """Collect what is said of files that are read inside."""
    token = _note.set(note)
    try:
        yield
    finally:
        _note.reset(token)


def losses(article: Article, claims: int) -> tuple[Remark, ...]:
    """What is likely to be lost of the text of an article that was read, with as many claims found in it."""
    found: list[Remark] = []
    if damaged := article.text.count("\ufffd"):
        found.append(Remark("characters", f"{_number(damaged, 'character')} damaged, shown as \ufffd"))
    if open_marks := _unbalanced(article):
        found.append(Remark("quotation marks", f"{_number(open_marks, 'quotation mark')} without a partner"))
    words = len(article.text.split())
    if not claims and words >= _LONG:
        found.append(Remark("claims", f"no claim in {words} words"))
    return tuple(found)


def undated(article: Article) -> tuple[Remark, ...]:
    """That an article has no date, where neither it nor the desk says one."""
    return () if article.published else (Remark("date", "no date"),)


def _unbalanced(article: Article) -> int:
    """How many quotations begin and do not end, or end and do not begin, and go on in no paragraph beside."""
    paragraphs = [
        article.text[b.start : b.end].replace("\n", " ") for b in article.blocks if b.kind == "paragraph"
    ]
    count = 0
    runs_on = False
    for words, below in zip(paragraphs, [*paragraphs[1:], ""], strict=True):
        found = quotations(words)
        closing = words.count("”") - sum(words[q.end - 1] == "”" for q in found if q.closed)
        nested = sum(words.count("”", q.inner_start, q.inner_end) for q in found)
        count += max(0, closing - nested - runs_on)
        open_ = bool(found) and not found[-1].closed
        runs_on = open_ and below.lstrip()[:1] in _OPENING and bool(below)
        count += open_ and not runs_on
    return count


def _number(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"
