"""Articles and claims as rows of Parquet files, and back: spans as offsets, and the rest as JSON."""

import json
import pickle
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date
from typing import Any, Final

from claims.records import (
    Article,
    Block,
    Claim,
    Origin,
    Span,
    Speaker,
    Surroundings,
    short_hash,
    together,
)

COLUMNS: Final = (
    "key string, title string, author string, outlet string, url string, published string, path string, text string, "
    "blocks string, pages string, origins string, claims string, problem string, record string, part int"
)
"""The table of extracted articles: each with its claims, or with the problem for which there are none."""


def row_of(article: Article, claims: Sequence[Claim]) -> dict[str, Any]:
    """An article with its claims as a row of :data:`COLUMNS`."""
    return {
        "key": article.key,
        "title": article.title,
        "author": article.author,
        "outlet": article.outlet,
        "url": article.url,
        "published": article.published.isoformat() if article.published else None,
        "path": article.path,
        "text": article.text,
        "blocks": json.dumps([[b.kind, b.start, b.end] for b in article.blocks]),
        "pages": json.dumps(article.pages),
        "origins": json.dumps([asdict(origin) for origin in article.origins]),
        "claims": json.dumps([_of_claim(claim) for claim in claims], ensure_ascii=False),
    }


def article_of(row: Mapping[str, Any]) -> Article:
    """The article of a row."""
    return Article(
        row["key"],
        row["text"],
        tuple(Block(kind, start, end) for kind, start, end in json.loads(row["blocks"])),
        row["title"],
        row["author"],
        row["outlet"],
        row["url"],
        date.fromisoformat(row["published"]) if row["published"] else None,
        row["path"],
        pages=tuple(json.loads(row["pages"])),
        origins=tuple(Origin(**origin) for origin in json.loads(row["origins"])),
    )


def claims_of(row: Mapping[str, Any]) -> list[Claim]:
    """The claims of a row, with their article."""
    article = article_of(row)
    return [_claim(article, stored) for stored in json.loads(row["claims"])]


def packed(record: Any) -> bytes:
    """A record as it goes from one of Spark's processes to another; an article's text takes half the room so."""
    return zlib.compress(pickle.dumps(record), 1)


def unpacked(stored: bytes) -> Any:
    """The record again."""
    return pickle.loads(zlib.decompress(stored))


def appearance_id(article: str, speaker: Speaker) -> str:
    """The id of a speaker in an article, as the ledger gives it."""
    return short_hash(article, speaker.name, speaker.type)


def _of_claim(claim: Claim) -> dict[str, Any]:
    names = (
        "id",
        "kind",
        "stance",
        "confidence",
        "tag",
        "act",
        "reasons",
        "words_confidence",
        "speaker_confidence",
    )
    spans = {name: _offsets(getattr(claim, name)) for name in ("mention", "cue", "content")}
    said_by = [
        {
            "name": speaker.name,
            "type": speaker.type,
            "role": speaker.role,
            "role_spans": _offsets(speaker.role_spans),
            "beside": speaker.beside and asdict(speaker.beside),
        }
        for speaker in claim.speakers
    ]
    return {**{name: getattr(claim, name) for name in names}, **spans, "speakers": said_by}


def _claim(article: Article, stored: dict[str, Any]) -> Claim:
    spans = {name: _spans(article, stored[name]) for name in ("mention", "cue", "content")}
    speakers = (
        Speaker(
            own["name"],
            own["type"],
            own["role"],
            _spans(article, own["role_spans"]),
            beside=own["beside"] and Surroundings(**{k: _tuple(v) for k, v in own["beside"].items()}),
        )
        for own in stored["speakers"]
    )
    fields = {name: value for name, value in stored.items() if name != "speakers"} | spans
    return Claim(
        **{**fields, "reasons": tuple(stored["reasons"]), "article": article, "speaker": together(speakers)}
    )


def _offsets(spans: Sequence[Span]) -> list[tuple[int, int]]:
    return [(span.start, span.end) for span in spans]


def _spans(article: Article, offsets: Sequence[Sequence[int]]) -> tuple[Span, ...]:
    return tuple(article.span(start, end) for start, end in offsets)


def _tuple(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
