"""Annotated articles: what is known of each, and cleaning the edges of their spans."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from claims.text.quotations import Quotation, quotations

SpanList = tuple[tuple[int, int], ...]
ROLES = ("source", "cue", "content")


@dataclass(frozen=True, slots=True)
class Attribution:
    """The spans of one attribution; offsets are code points into the article's text, end exclusive."""

    source: SpanList
    cue: SpanList
    content: SpanList

    def spans(self, role: str) -> SpanList:
        """The spans of a role, one of ``ROLES``."""
        found: SpanList = getattr(self, role)
        return found


@dataclass(frozen=True, slots=True)
class Entity:
    """A name in the text: where it stands, and its type, one of ``names_in_text.ENTITY_TYPES``."""

    start: int
    end: int
    type: str


@dataclass(frozen=True, slots=True)
class Anaphor:
    """A mention, by its head word, and the head words of mentions that it may refer to.

    The heads of a name are its last word, those of other mentions their head noun or the pronoun. With no
    ``antecedents`` the mention names somebody new; ``ruled_out`` holds heads that it does not refer to, where that is
    all that is known (GAP's "neither").
    """

    head: tuple[int, int]
    antecedents: SpanList = ()
    ruled_out: SpanList = ()


@dataclass(frozen=True, slots=True)
class Annotated:
    """An article's text and what is known of it; None where a layer was not annotated.

    ``attributions`` are gold. ``entities`` are gold where ``entity_weight`` is 1, and else another tagger's guesses,
    which count for as much as it says. ``anaphors`` need not be all of the article's mentions.
    """

    text: str
    attributions: tuple[Attribution, ...] | None = None
    entities: tuple[Entity, ...] | None = None
    anaphors: tuple[Anaphor, ...] = ()
    entity_weight: float = 1.0


def records(path: Path) -> Iterator[dict[str, Any]]:
    """The documents of a JSON Lines file."""
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, filter(str.strip, lines))


def attributions_of(record: dict[str, Any]) -> tuple[Attribution, ...]:
    """The gold attributions of a document in the benchmarks' form."""
    return tuple(
        Attribution(*(tuple((s, e) for s, e in a[role]) for role in ROLES)) for a in record["attributions"]
    )


def clean(article: Annotated) -> Annotated:
    """The article with uniform quotation marks and with spans whose edges follow one rule.

    The marks become those that the tagger sees at run time. A content includes the quotation marks around it
    and no other punctuation at its end; a mention has no punctuation at its ends.
    """
    found = quotations(article.text)
    text = uniform_marks(article.text, found)
    if article.attributions is None:
        return replace(article, text=text)
    return replace(
        article,
        text=text,
        attributions=tuple(
            replace(
                a,
                source=_each(a.source, lambda s, e: _trimmed(text, s, e, ",;:.—–-\u00a0 ")),
                content=_each(a.content, lambda s, e: _content(text, s, e, found)),
            )
            for a in article.attributions
        ),
    )


def uniform_marks(text: str, found: list[Quotation]) -> str:
    """The text with the marks of its quotations as the tagger sees them: curly double, or straight double."""
    chars = list(text)
    for q in found:
        for start, end, mark in ((q.start, q.inner_start, "“"), (q.inner_end, q.end, "”")):
            if end > start and chars[start] != '"':
                chars[start:end] = [mark, *" " * (end - start - 1)]
    return "".join(chars)


def _each(spans: SpanList, change) -> SpanList:  # type: ignore[no-untyped-def]
    changed = (change(s, e) for s, e in spans)
    return tuple((s, e) for s, e in changed if e > s)


def _trimmed(text: str, start: int, end: int, unwanted: str) -> tuple[int, int]:
    while end > start and text[end - 1] in unwanted:
        end -= 1
    while end > start and text[start] in unwanted:
        start += 1
    return start, end


def _content(text: str, start: int, end: int, found: list[Quotation]) -> tuple[int, int]:
    start, end = _trimmed(text, start, end, ",;:. \u00a0")
    for q in found:
        if q.end <= start or q.start >= end:
            continue
        if q.inner_start <= start and not any(c.isalnum() for c in text[q.start : start]):
            start = q.start
        if (
            q.closed
            and start < q.inner_end
            and end < q.end
            and not any(c.isalnum() for c in text[end : q.end])
        ):
            end = q.end
    return start, end
